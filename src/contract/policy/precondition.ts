import type { Stage } from "#contract/call";
import type { Version } from "#contract/context";
import { pipelineProblem } from "#contract/problem";

/** A version as a strong entity tag (RFC 9110, section 8.8.3). */
export const entityTag = (version: Version): string => `"${version}"`;

/** One strong tag of ours. `*`, weak tags and lists name no version that could be compared, so they never match. */
const OUR_TAG = /^"(0|[1-9]\d{0,14})"$/;

export const checkPrecondition: Stage = (call) => {
  const sent = call.source.field("if-match");
  if (sent === null) {
    if (call.route.operation.policy.precondition === "required") return pipelineProblem("precondition_required");
    call.input.ifMatch = null;
    return;
  }
  const version = OUR_TAG.exec(sent.trim())?.[1];
  if (version === undefined) return pipelineProblem("precondition_failed");
  call.input.ifMatch = Number(version);
};
