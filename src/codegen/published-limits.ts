type Json = Record<string, unknown>;

/** Every operation has a rate limit, so every answer may say what is left of it. */
export const LIMIT_HEADERS: Json = {
  RateLimit: { $ref: "#/components/headers/RateLimit" },
  "RateLimit-Policy": { $ref: "#/components/headers/RateLimitPolicy" },
};

/** draft-ietf-httpapi-ratelimit-headers-10: structured fields, one item for each limit that counts the call. */
export const PUBLISHED_HEADERS: Readonly<Record<string, Json>> = {
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

/** The answers of success, each with the headers of the limits. */
export function withLimits(responses: Json, resolve: (answer: Json) => Json): Json {
  const answers = Object.entries(responses).map(([status, answer]) => {
    const { headers, ...rest } = resolve(answer as Json);
    return [status, { ...rest, headers: { ...(headers as Json | undefined), ...LIMIT_HEADERS } }];
  });
  return Object.fromEntries(answers);
}
