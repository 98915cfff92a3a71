import type { Stage } from "#contract/call";
import { pipelineProblem } from "#contract/problem";

/** Whether the caller proved recently enough who they are; if not, what to ask for stands in the challenge (RFC 9470). */
export const checkFresh: Stage = ({ caller, pipeline, route }) => {
  const { freshMs } = route.operation.policy;
  const sinceMs = pipeline.clock.now().getTime() - (caller?.authenticatedAtMs ?? Number.NEGATIVE_INFINITY);
  if (freshMs === null || sinceMs <= freshMs) return;
  const challenge = `${route.security.challenge}, error="insufficient_user_authentication", max_age="${freshMs / 1000}"`;
  return pipelineProblem("reauthentication_required", { headers: { "WWW-Authenticate": challenge } });
};
