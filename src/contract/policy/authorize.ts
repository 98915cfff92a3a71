import type { Stage } from "#contract/call";
import { pipelineProblem } from "#contract/problem";

/**
 * The caller must be granted every scope of an alternative of its scheme (RFC 6750, section 3.1), whichever way in it
 * came by.
 */
export const authorize: Stage = ({ caller, route }) => {
  const { scopes, challenge, anonymous } = route.security;
  if (!caller) return anonymous;
  const ways = scopes.get(caller.scheme) ?? [];
  if (ways.some((needed) => needed.every((scope) => caller.scopes.has(scope)))) return;
  const missing = `${challenge}, error="insufficient_scope", scope="${(ways[0] ?? []).join(" ")}"`;
  return pipelineProblem("forbidden", { headers: { "WWW-Authenticate": missing } });
};
