/** What the contract says of a value, with every reference followed, in words that a column can be held against. */
import type { NamedSchema, Schema } from "../../../src/codegen/model.ts";
import { ANY, ANY_COUNT, above, below, INT32, narrowed, type Range } from "./ranges.ts";

export interface Said {
  readonly type: "string" | "integer" | "number" | "boolean" | "object" | "array" | "any";
  readonly format?: string;
  readonly nullable: boolean;
  readonly length: Range;
  readonly number: Range;
  readonly items: Range;
  readonly values?: readonly string[];
  readonly pattern?: string;
  readonly element?: Said;
  /** The component that the value is, if it is one. */
  readonly component?: string;
}

export type Components = ReadonlyMap<string, NamedSchema>;

const NOTHING = { nullable: false, length: ANY_COUNT, number: ANY, items: ANY_COUNT };

/** What a format says of the length by itself: an address has a name, a sign and a host. */
const LENGTHS: Readonly<Record<string, Partial<Range>>> = { email: { min: 3 } };

export function saidOf(schema: Schema, components: Components): Said {
  switch (schema.kind) {
    case "ref": {
      const named = components.get(schema.name);
      if (!named) throw new Error(`There is no component ${schema.name}.`);
      return { ...saidOf(named.schema, components), component: schema.name };
    }
    case "nullable":
      return { ...saidOf(schema.inner, components), nullable: true };
    case "literal":
      return literal(schema.values);
    case "string": {
      const { format, pattern, minLength: min, maxLength: max } = schema;
      const length = narrowed(narrowed(ANY_COUNT, LENGTHS[format ?? ""] ?? {}), { min, max });
      return { ...NOTHING, type: "string", length, ...(format && { format }), ...(pattern && { pattern }) };
    }
    case "number":
      return { ...NOTHING, type: schema.integer ? "integer" : "number", number: numbers(schema) };
    case "array": {
      const items = narrowed(ANY_COUNT, { min: schema.minItems, max: schema.maxItems });
      return { ...NOTHING, type: "array", items, element: saidOf(schema.items, components) };
    }
    case "boolean":
    case "any":
      return { ...NOTHING, type: schema.kind };
    default:
      return { ...NOTHING, type: "object" };
  }
}

function literal(values: readonly (string | number | boolean | null)[]): Said {
  const present = values.filter((value) => value !== null);
  const [first] = present;
  const type = typeof first === "number" ? "integer" : typeof first === "boolean" ? "boolean" : "string";
  return { ...NOTHING, type, nullable: present.length < values.length, values: present.map(String) };
}

function numbers(schema: Extract<Schema, { kind: "number" }>): Range {
  const { integer, minimum, maximum, exclusiveMinimum: over, exclusiveMaximum: under } = schema;
  const inclusive = narrowed(schema.format === "int32" ? INT32 : ANY, { min: minimum, max: maximum });
  return narrowed(inclusive, {
    min: over === undefined ? undefined : above(over, integer),
    max: under === undefined ? undefined : below(under, integer),
  });
}
