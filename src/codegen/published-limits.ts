import type { OperationModel } from "./model.ts";

type Json = Record<string, unknown>;

/** Every operation has a rate limit, so every answer may say what is left of it. */
export const LIMIT_HEADERS: Json = {
  RateLimit: { $ref: "#/components/headers/RateLimit" },
  "RateLimit-Policy": { $ref: "#/components/headers/RateLimitPolicy" },
};

/** Limits by draft-ietf-httpapi-ratelimit-headers-10: structured fields, one item for each limit that counts the call. */
export const PUBLISHED_HEADERS: Readonly<Record<string, Json>> = {
  Link: {
    description: "The address of the next page, with `rel=next` (RFC 8288); absent on the last",
    required: false,
    schema: { type: "string", maxLength: 16384 },
    example: '</sessions?limit=20&cursor=q0JzXk3cXqvY6v2Q>; rel="next"',
  },
  RateLimit: {
    description: "What is left of each limit (`r`), and the seconds until all of it is back (`t`)",
    required: false,
    schema: { type: "string", maxLength: 512 },
    example: '"standard-caller";r=599;t=1',
  },
  RateLimitPolicy: {
    description: "How many calls each limit allows (`q`) in how many seconds (`w`)",
    required: false,
    schema: { type: "string", maxLength: 512 },
    example: '"standard-caller";q=600;w=60',
  },
};

/** The answers of success, each with the headers of the limits, and a page with the link to the next one. */
export function withLimits({ policy }: OperationModel, responses: Json, resolve: (answer: Json) => Json): Json {
  const added = { ...(policy.page && { Link: { $ref: "#/components/headers/Link" } }), ...LIMIT_HEADERS };
  const answers = Object.entries(responses).map(([status, answer]) => {
    const { headers, ...rest } = resolve(answer as Json);
    return [status, { ...rest, headers: { ...(headers as Json | undefined), ...added } }];
  });
  return Object.fromEntries(answers);
}
