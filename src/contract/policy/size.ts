import type { Stage } from "#contract/call";
import { pipelineProblem } from "#contract/problem";

/**
 * What the caller announces, before anything is done for it; the reader of the body counts what really comes. An
 * operation without a body takes none, not even an empty one in chunks.
 */
export const checkSize: Stage = (call) => {
  const limitBytes = call.route.operation.policy.bodyLimitBytes;
  const length = call.source.field("content-length");
  if (
    length !== null
      ? !(Number(length) <= limitBytes)
      : limitBytes === 0 && call.source.field("transfer-encoding") !== null
  )
    return pipelineProblem("body_too_large");
};
