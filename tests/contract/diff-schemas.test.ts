/** Each change of a schema, as a request body and as an answer: which of the two it breaks, and the line that says so. */
import { describe, expect, test } from "bun:test";
import { differences } from "./differences.ts";
import { type Json, json, readThing, small } from "./small.ts";

interface Changed {
  readonly from: Json;
  readonly to: Json;
  /** What is told where callers send it, and where they get it: from the place within the schema on. */
  readonly request?: readonly string[];
  readonly answer?: readonly string[];
  /** Schemas beside it. */
  readonly with?: Json;
}

const text = { type: "string" };
const whole = { type: "integer" };
const object = (properties: Json, words: Json = {}): Json => ({
  type: "object",
  additionalProperties: false,
  properties,
  ...words,
});
const map = (values: unknown, words: Json = {}): Json => ({ type: "object", additionalProperties: values, ...words });
const list = (words: Json): Json => ({ type: "array", items: text, ...words });
const values = (...all: string[]): Json => ({ type: "string", enum: all });

/** Never compressed, so that it may show a secret. */
const readIt = (responses: Json) => {
  const policy = { rateLimit: "standard", compress: "never", audit: { none: "Reading is not recorded" } };
  return readThing({ operationId: "readIt", "x-policy": policy, responses });
};

const union = (...tags: string[]): Json => ({
  oneOf: tags.map((tag) => ({ $ref: `#/components/schemas/${tag}` })),
  discriminator: {
    propertyName: "kind",
    mapping: Object.fromEntries(tags.map((tag) => [tag.toLowerCase(), `#/components/schemas/${tag}`])),
  },
});
const branch = (kind: string, properties: Json = {}) =>
  object({ kind: { type: "string", const: kind }, ...properties }, { required: ["kind"] });
const BRANCHES = { Card: branch("card"), Cash: branch("cash"), Coin: branch("coin", { value: whole }) };

const CHANGES: Record<string, Changed> = {
  "a required property that is new": {
    from: object({ a: text }),
    to: object({ a: text, b: text }, { required: ["b"] }),
    request: ["/properties/b: absent -> required"],
  },
  "an optional property that is new": { from: object({ a: text }), to: object({ a: text, b: text }) },
  "a property that is gone": {
    from: object({ a: text, b: text }, { required: ["b"] }),
    to: object({ a: text }),
    request: ["/properties/b: required -> absent"],
    answer: ["/properties/b: required -> absent"],
  },
  "a property that is gone from an open object": {
    from: { ...object({ a: text, b: text }), additionalProperties: true },
    to: { ...object({ a: text }), additionalProperties: true },
    answer: ["/properties/b: optional -> absent"],
  },
  "a property that an open object could have as anything": {
    from: { ...object({ a: text }), additionalProperties: true },
    to: { ...object({ a: text, b: text }), additionalProperties: true },
    request: ["/properties/b/type: anything -> string"],
  },
  "a property that became required": {
    from: object({ a: text }),
    to: object({ a: text }, { required: ["a"] }),
    request: ["/properties/a: optional -> required"],
  },
  "a property that became optional": {
    from: object({ a: text }, { required: ["a"] }),
    to: object({ a: text }),
    answer: ["/properties/a: required -> optional"],
  },
  "a property that became readOnly": {
    from: object({ a: text }),
    to: object({ a: { ...text, readOnly: true } }),
    request: ["/properties/a: optional -> absent"],
  },
  "an object that was closed": {
    from: map(true),
    to: map(false),
    request: ["/additionalProperties: anything -> absent"],
  },
  "an object that was opened": { from: map(false), to: map(true) },
  "the values of a map": {
    from: map(whole),
    to: map(text),
    request: ["/additionalProperties/type: integer -> string"],
    answer: ["/additionalProperties/type: integer -> string"],
  },
  "the names of a map": {
    from: map(text),
    to: map(text, { propertyNames: { pattern: "^a" } }),
    request: ['/propertyNames/pattern: absent -> "^a"'],
  },
  "fewer properties at once": {
    from: map(text, { maxProperties: 9 }),
    to: map(text, { minProperties: 1, maxProperties: 5 }),
    request: ["/minProperties: absent -> 1", "/maxProperties: 9 -> 5"],
  },
  "another type": {
    from: text,
    to: whole,
    request: ["/type: string -> integer"],
    answer: ["/type: string -> integer"],
  },
  "an integer that became a number": { from: whole, to: { type: "number" }, answer: ["/type: integer -> number"] },
  "anything that became something": { from: {}, to: text, request: ["/type: anything -> string"] },
  "null that is possible now": {
    from: text,
    to: { type: ["string", "null"] },
    answer: ["/type: string -> string or null"],
  },
  "null that is not possible any more": {
    from: { type: ["string", "null"] },
    to: text,
    request: ["/type: string or null -> string"],
  },
  "null that became something or null": {
    from: { type: "null" },
    to: { type: ["string", "null"] },
    answer: ["/type: null -> string"],
  },
  "a value that is gone from a list": {
    from: values("a", "b"),
    to: values("a"),
    request: ['/enum: "b" -> absent'],
  },
  "values that are new in a list": {
    from: values("a"),
    to: values("a", "b", "c"),
    answer: ['/enum: absent -> "b"', '/enum: absent -> "c"'],
  },
  "listed values that became any text": {
    from: values("a", "b"),
    to: { ...text, maxLength: 9 },
    answer: ['/enum: "a", "b" -> absent'],
  },
  "listed values that became text too short for one of them": {
    from: values("a", "long"),
    to: { ...text, maxLength: 2, minLength: 1 },
    request: ['/enum: "long" -> absent'],
    answer: ['/enum: "a", "long" -> absent'],
  },
  "tighter lengths": {
    from: { ...text, maxLength: 100 },
    to: { ...text, minLength: 1, maxLength: 50 },
    request: ["/minLength: absent -> 1", "/maxLength: 100 -> 50"],
  },
  "wider lengths": {
    from: { ...text, minLength: 2, maxLength: 50 },
    to: { ...text, minLength: 1 },
    answer: ["/minLength: 2 -> 1", "/maxLength: 50 -> absent"],
  },
  "a new pattern and a new format": {
    from: text,
    to: { ...text, pattern: "^a", format: "uuid" },
    request: ['/pattern: absent -> "^a"', '/format: absent -> "uuid"'],
  },
  "a format that any text has": { from: text, to: { ...text, format: "password" } },
  "another pattern": {
    from: { ...text, pattern: "^a" },
    to: { ...text, pattern: "^b" },
    request: ['/pattern: "^a" -> "^b"'],
    answer: ['/pattern: "^a" -> "^b"'],
  },
  "tighter bounds": {
    from: { type: "number", minimum: 0, maximum: 9 },
    to: { type: "number", exclusiveMinimum: 0, maximum: 9, exclusiveMaximum: 9, multipleOf: 0.5 },
    request: ["/minimum: 0 -> above 0", "/maximum: 9 -> below 9", "/multipleOf: absent -> 0.5"],
  },
  "the same bounds of an integer, in other words": {
    from: { ...whole, minimum: 1, maximum: 2 ** 31 - 1 },
    to: { ...whole, exclusiveMinimum: 0, format: "int32", multipleOf: 1 },
  },
  "a format that bounds": {
    from: { ...whole, minimum: 0 },
    to: { ...whole, minimum: 0, format: "int32" },
    request: ["/maximum: absent -> 2147483647"],
  },
  "fewer items": {
    from: list({ maxItems: 9 }),
    to: list({ maxItems: 5, minItems: 1, uniqueItems: true }),
    request: ["/minItems: absent -> 1", "/maxItems: 9 -> 5", "/uniqueItems: false -> true"],
  },
  "other items": {
    from: list({}),
    to: list({ items: { ...text, maxLength: 5 } }),
    request: ["/items/maxLength: absent -> 5"],
  },
  "a longer tuple": {
    from: { type: "array", prefixItems: [text], items: false, minItems: 1 },
    to: { type: "array", prefixItems: [{ ...text, maxLength: 5 }, text], items: false, minItems: 2 },
    request: ["/prefixItems: 1 items -> 2 items", "/prefixItems/0/maxLength: absent -> 5"],
    answer: ["/prefixItems: 1 items -> 2 items"],
  },
  "a branch that is gone": {
    with: BRANCHES,
    from: union("Card", "Cash"),
    to: union("Card"),
    request: ["/discriminator/mapping/cash: possible -> absent"],
  },
  "a branch that is new": {
    with: BRANCHES,
    from: union("Card"),
    to: union("Card", "Cash"),
    answer: ["/discriminator/mapping/cash: absent -> possible"],
  },
  "branches that another property tells apart": {
    with: { ...BRANCHES, Other: object({ form: { type: "string", const: "cash" } }, { required: ["form"] }) },
    from: union("Cash"),
    to: {
      oneOf: [{ $ref: "#/components/schemas/Other" }],
      discriminator: { propertyName: "form", mapping: { cash: "#/components/schemas/Other" } },
    },
    request: ["/discriminator/propertyName: kind -> form"],
    answer: ["/discriminator/propertyName: kind -> form"],
  },
  "an object that became one of several": {
    with: BRANCHES,
    from: { $ref: "#/components/schemas/Coin" },
    to: union("Coin", "Cash"),
    answer: [
      '/discriminator/mapping/cash/properties/kind/enum: absent -> "cash"',
      "/discriminator/mapping/cash/properties/value: optional -> absent",
    ],
  },
  "an object that is none of several": {
    with: BRANCHES,
    from: object({ kind: text }),
    to: union("Card", "Cash"),
    request: ["/type: object -> one of 2 objects"],
  },
  "other words only": {
    from: { ...text, description: "One", examples: ["a"] },
    to: { ...text, description: "Other", deprecated: true },
  },
};

/** PUT /things/{thingId} takes it, GET /it answers with it. */
const contractOf = (it: Json, others: Json = {}) => {
  const body = json({ $ref: "#/components/schemas/It" });
  return small({
    operation: { requestBody: body, responses: { "204": { description: "Changed" } } },
    paths: {
      "/it": { get: readIt({ "200": { description: "It", ...body } }) },
    },
    schemas: { It: it, ...others },
  });
};

describe("a change of a schema", () => {
  for (const [name, { from, to, request = [], answer = [], with: others }] of Object.entries(CHANGES)) {
    test(name, () => {
      expect(differences(contractOf(from, others), contractOf(to, others))).toEqual([
        ...request.map((line) => `breaking It in requests ${line} (changeThing)`),
        ...answer.map((line) => `breaking It in answers ${line} (readIt)`),
      ]);
    });
  }
});
