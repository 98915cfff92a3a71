import { MAX_KEY_LENGTH } from "#contract/policy/idempotency";
import { MAX_TAGS_LENGTH } from "#contract/policy/precondition";
import type { OperationModel, ParameterModel } from "./model.ts";

type Json = Record<string, unknown>;

const MAX_CURSOR_LENGTH = 512;
/** Base64url, as #lib/cursor writes it. */
const CURSOR_PATTERN = "^[A-Za-z0-9_-]+$";

const IF_MATCH = {
  name: "If-Match",
  in: "header",
  schema: { type: "string", maxLength: MAX_TAGS_LENGTH },
  example: '"1"',
};
const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  description: "A UUID of the caller's own in double quotes: a repeat with the same key gets the first answer again",
  schema: {
    type: "string",
    minLength: 3,
    maxLength: MAX_KEY_LENGTH + 2,
    pattern: '^"(?:[ !#-\\[\\]-~]|\\\\["\\\\])+"$',
  },
  example: '"0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d"',
};

/** The parameters that follow from a policy, shared by the operations that have them. */
export const PUBLISHED_PARAMETERS: Readonly<Record<string, Json>> = {
  PageCursor: {
    name: "cursor",
    in: "query",
    required: false,
    description: "The `nextCursor` of the page before; the first page without it",
    schema: { type: "string", minLength: 1, maxLength: MAX_CURSOR_LENGTH, pattern: CURSOR_PATTERN },
    example: "q0JzXk3cXqvY6v2Q",
  },
  IfMatch: {
    ...IF_MATCH,
    required: true,
    description: "The ETag that was read: the change is made only if it is still current (RFC 9110, section 13.1.1)",
  },
  IfMatchIfKnown: {
    ...IF_MATCH,
    required: false,
    description: "The ETag that was read: with it, the change is made only if it is still current",
  },
  IfNoneMatch: {
    name: "If-None-Match",
    in: "header",
    required: false,
    description: "The ETag that the caller has: the answer is 304 while it is current (RFC 9110, section 13.1.2)",
    schema: { type: "string", maxLength: MAX_TAGS_LENGTH },
    example: '"1"',
  },
  IdempotencyKey: { ...IDEMPOTENCY_KEY, required: true },
  IdempotencyKeyIfWanted: { ...IDEMPOTENCY_KEY, required: false },
};

/** What one operation's policy adds, as parameters for its list, and the components that those name. */
export function publishedParameters({ policy }: OperationModel): { parameters: Json[]; components: string[] } {
  const { page, precondition, idempotency, cache } = policy;
  const components = [
    ...(page ? ["PageCursor"] : []),
    ...(precondition === "none" ? [] : [precondition === "required" ? "IfMatch" : "IfMatchIfKnown"]),
    ...(cache?.validator === "etag" ? ["IfNoneMatch"] : []),
    ...(idempotency === "none" ? [] : [idempotency === "required" ? "IdempotencyKey" : "IdempotencyKeyIfWanted"]),
  ];
  const refs = components.map((name) => ({ $ref: `#/components/parameters/${name}` }));
  return { parameters: page ? [pageLimit(page), ...refs] : refs, components };
}

const pageLimit = (page: { maximum: number; default: number }): Json => ({
  name: "limit",
  in: "query",
  required: false,
  description: "How many items a page may have",
  schema: { type: "integer", format: "int32", minimum: 1, maximum: page.maximum, default: page.default },
});

/** The same two query parameters as the operation table has them. */
export const pageParameters = ({ page }: OperationModel["policy"]): ParameterModel[] =>
  page
    ? [
        {
          name: "limit",
          in: "query",
          required: false,
          schema: { kind: "number", integer: true, format: "int32", minimum: 1, maximum: page.maximum },
        },
        {
          name: "cursor",
          in: "query",
          required: false,
          schema: { kind: "string", minLength: 1, maxLength: MAX_CURSOR_LENGTH, pattern: CURSOR_PATTERN },
        },
      ]
    : [];
