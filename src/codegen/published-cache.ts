import type { OperationModel } from "./model.ts";

type Json = Record<string, unknown>;

/** What a cache policy adds: its headers to the answers of success, and 304 for a caller who has the current version. */
export function withCache({ policy }: OperationModel, responses: Json, resolve: (answer: Json) => Json): Json {
  if (!policy.cache) return responses;
  const isTagged = policy.cache.validator === "etag";
  const kept = policy.cache.keepMs === null ? {} : KEPT;
  const answers = Object.entries(responses).map(([status, answer]) => {
    const { headers, ...rest } = resolve(answer as Json);
    const added = { ...CONTROL, ...(isTagged && status === "200" && TAG), ...kept };
    return [status, { ...rest, headers: { ...added, ...(headers as Json | undefined) } }];
  });
  return {
    ...Object.fromEntries(answers),
    ...(isTagged && { "304": { ...NOT_MODIFIED, headers: { ...NOT_MODIFIED.headers, ...kept } } }),
  };
}

const CONTROL = {
  "Cache-Control": {
    description: "Who may keep the answer, and for how long (RFC 9111, section 5.2.2)",
    required: true,
    schema: { type: "string", maxLength: 256 },
    example: "private, max-age=60",
  },
};
const TAG = {
  ETag: {
    description: "The version of what was answered, to send back as If-None-Match",
    required: true,
    schema: { type: "string", maxLength: 256 },
    example: '"1"',
  },
};
const KEPT = {
  "Cache-Status": {
    description: "Whether the server had the answer already (RFC 9211)",
    required: true,
    schema: { type: "string", maxLength: 256 },
    example: "groundwork; hit",
  },
  Age: {
    description: "Seconds since it was known to be current, where the server had it already (RFC 9111, section 5.1)",
    required: false,
    schema: { type: "integer", format: "int32", minimum: 0, maximum: 5 },
    example: 0,
  },
};
const NOT_MODIFIED = {
  description: "What the caller has, as If-None-Match says, is still current",
  headers: { ...CONTROL, ...TAG },
};
