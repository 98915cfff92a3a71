/** The vocabulary of the profile. */
import { listed } from "./faults.ts";

/** Words that any schema may have. */
export const SCHEMA_ANNOTATIONS = [
  "title",
  "description",
  "deprecated",
  "default",
  "examples",
  "readOnly",
  "writeOnly",
  "$comment",
];

const NUMBER_WORDS = ["format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

/** What a schema of each type may say. */
export const SCHEMA_WORDS: Readonly<Record<string, readonly string[]>> = {
  string: ["type", "enum", "const", "format", "pattern", "minLength", "maxLength"],
  integer: ["type", "enum", "const", ...NUMBER_WORDS],
  number: ["type", "enum", "const", ...NUMBER_WORDS],
  boolean: ["type", "enum", "const"],
  null: ["type"],
  array: ["type", "items", "prefixItems", "minItems", "maxItems", "uniqueItems"],
  object: [
    ...["type", "properties", "required", "additionalProperties", "unevaluatedProperties"],
    ...["propertyNames", "minProperties", "maxProperties"],
  ],
};

/** Words that JSON Schema has and the profile has not, and what to write instead. */
export const OUTSIDE_THE_PROFILE: Readonly<Record<string, string>> = {
  anyOf: 'write oneOf with a discriminator, or a type array such as `[string, "null"]`.',
  not: "say what is allowed.",
  if: "write oneOf with a discriminator.",
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema, not a promise
  then: "write oneOf with a discriminator.",
  else: "write oneOf with a discriminator.",
  patternProperties: "write additionalProperties with a schema, and propertyNames with a pattern.",
  dependentRequired: "write oneOf with a discriminator.",
  dependentSchemas: "write oneOf with a discriminator.",
  contains: "say with items what every item is.",
  minContains: "say with items what every item is.",
  maxContains: "say with items what every item is.",
  unevaluatedItems: "write `items: false` after prefixItems.",
  $defs: "put the schema under components/schemas and name it with a $ref.",
  definitions: "put the schema under components/schemas and name it with a $ref.",
  $id: "leave it out; a $ref names a component.",
  $anchor: "leave it out; a $ref names a component.",
  $dynamicRef: "name a component with a $ref.",
  $dynamicAnchor: "leave it out; a $ref names a component.",
  $schema: "leave it out; every schema here is JSON Schema 2020-12.",
  nullable: 'write a type array such as `type: [string, "null"]`.',
  example: "write `examples: [...]`, or an example beside the schema.",
  contentEncoding: "write `format: byte` for base64 in JSON, or a binary body.",
  contentMediaType: "say it in the encoding of a multipart body, or as the media type of a binary one.",
  contentSchema: "write the object itself.",
  xml: "leave it out; the wire format is JSON.",
  externalDocs: "put the address into the description.",
};

/** The types of the profile, as a sentence lists them. */
export const LISTED_TYPES = listed(["object", "array", "string", "integer", "number", "boolean"]);
