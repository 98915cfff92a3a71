import type { OperationModel } from "./model.ts";

type Json = Record<string, unknown>;

/** What a cache policy adds: its headers to the answers of success, and 304 for a caller who has the current version. */
export function withCache({ policy }: OperationModel, responses: Json, resolve: (answer: Json) => Json): Json {
  if (!policy.cache) return responses;
  const isTagged = policy.cache.validator === "etag";
  const answers = Object.entries(responses).map(([status, answer]) => {
    const { headers, ...rest } = resolve(answer as Json);
    const added = { ...CONTROL, ...(isTagged && status === "200" && TAG) };
    return [status, { ...rest, headers: { ...added, ...(headers as Json | undefined) } }];
  });
  return { ...Object.fromEntries(answers), ...(isTagged && { "304": NOT_MODIFIED }) };
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
const NOT_MODIFIED = {
  description: "What the caller has, as If-None-Match says, is still current",
  headers: { ...CONTROL, ...TAG },
};
