import type { Schema } from "./model.ts";
import type { Direction } from "./reading.ts";

/**
 * A schema as plain JSON Schema 2020-12 for one direction: readOnly properties left out of requests, writeOnly ones out
 * of answers. A ref becomes `<base>#/$defs/<name>`.
 */
export function toJsonSchema(schema: Schema, direction: Direction, base: string): Record<string, unknown> {
  const inner = (each: Schema) => toJsonSchema(each, direction, base);
  switch (schema.kind) {
    case "string":
    case "boolean":
    case "null":
      return { type: schema.kind, ...pick(schema, ["format", "pattern", "minLength", "maxLength"]) };
    case "number": {
      const bounds = ["format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
      return { type: schema.integer ? "integer" : "number", ...pick(schema, bounds) };
    }
    case "literal":
      return { enum: schema.values };
    case "array":
      return { type: "array", items: inner(schema.items), ...pick(schema, ["minItems", "maxItems", "uniqueItems"]) };
    case "tuple": {
      const count = schema.items.length;
      return { type: "array", prefixItems: schema.items.map(inner), items: false, minItems: count, maxItems: count };
    }
    case "object":
      return objectSchema(schema, direction, inner);
    case "union":
      return { type: "object", oneOf: schema.branches.map((branch) => inner(branch.schema)) };
    case "nullable":
      return { anyOf: [inner(schema.inner), { type: "null" }] };
    case "ref":
      return { $ref: `${base}#/$defs/${schema.name}` };
    default:
      return {};
  }
}

function objectSchema(
  schema: Extract<Schema, { kind: "object" }>,
  direction: Direction,
  inner: (schema: Schema) => Record<string, unknown>,
) {
  const hidden = direction === "request" ? "readOnly" : "writeOnly";
  const properties = schema.properties.filter(({ access }) => access !== hidden);
  return {
    type: "object",
    properties: Object.fromEntries(properties.map((property) => [property.name, inner(property.schema)])),
    required: properties.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: schema.additional === false ? false : inner(schema.additional),
    ...(schema.names !== undefined && { propertyNames: { pattern: schema.names } }),
    ...pick(schema, ["minProperties", "maxProperties"]),
  };
}

const pick = (schema: Schema, words: readonly string[]) =>
  Object.fromEntries(Object.entries(schema).filter(([word, value]) => words.includes(word) && value !== undefined));
