import type { Stage } from "#contract/call";
import { pipelineProblem } from "#contract/problem";

/** The caller's credential must grant every scope of the alternative that it matched (RFC 6750, section 3.1). */
export const authorize: Stage = (call) => {
  const { caller, requiredScopes } = call;
  if (!caller || requiredScopes.every((scope) => caller.scopes.has(scope))) return;
  const challenge = `${call.route.security.challenge}, error="insufficient_scope", scope="${requiredScopes.join(" ")}"`;
  return pipelineProblem("forbidden", { headers: { "WWW-Authenticate": challenge } });
};
