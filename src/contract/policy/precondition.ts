import type { Stage } from "#contract/call";
import type { Version } from "#contract/context";
import { type Problem, pipelineProblem } from "#contract/problem";

/** Characters of an If-Match or an If-None-Match, as the published contract says them. */
export const MAX_TAGS_LENGTH = 1024;

/** A version as a strong entity tag (RFC 9110, section 8.8.3). */
export const entityTag = (version: Version): string => `"${version}"`;

/**
 * One strong tag of ours, with what the content and its coding have added. `*`, weak tags and lists name no version that
 * could be compared, so they never match.
 */
const OUR_TAG = /^"(0|[1-9]\d{0,14})(?:\.[\w-]{22})?(?:-(?:zstd|br|gzip))?"$/;

export const checkPrecondition: Stage = (call) => {
  const sent = call.source.field("if-match");
  if (sent === null) {
    if (call.route.operation.policy.precondition === "required") return pipelineProblem("precondition_required");
    call.input.ifMatch = null;
    return;
  }
  if (sent.length > MAX_TAGS_LENGTH) return tooLong("If-Match");
  const version = OUR_TAG.exec(sent.trim())?.[1];
  if (version === undefined) return pipelineProblem("precondition_failed");
  call.input.ifMatch = Number(version);
};

/** The tags themselves are compared with the answer, once there is one. */
export const checkValidator: Stage = (call) =>
  (call.source.field("if-none-match")?.length ?? 0) > MAX_TAGS_LENGTH ? tooLong("If-None-Match") : undefined;

const tooLong = (name: string): Problem =>
  pipelineProblem("bad_request", { detail: `The header ${name} is longer than ${MAX_TAGS_LENGTH} characters.` });
