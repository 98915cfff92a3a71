import type { TSchema } from "@sinclair/typebox";

type Default = readonly [name: string, value: unknown];

const known = new WeakMap<TSchema, readonly Default[]>();

/**
 * The value with what the contract says where a property at its top is missing. A checked value stays as it is where
 * nothing is missing, and is copied where something is; filling twice changes nothing.
 */
export function fillDefaults(schema: TSchema, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const given = value as Record<string, unknown>;
  const missing = defaultsOf(schema).filter(([name]) => !Object.hasOwn(given, name) || given[name] === undefined);
  if (missing.length === 0) return value;
  const filled = { ...given };
  for (const [name, fallback] of missing) filled[name] = structuredClone(fallback);
  return filled;
}

function defaultsOf(schema: TSchema): readonly Default[] {
  const found = known.get(schema) ?? findDefaults(schema);
  known.set(schema, found);
  return found;
}

function findDefaults(schema: TSchema): Default[] {
  const { properties = {} } = objectOf(schema);
  return Object.entries(properties as Record<string, TSchema>).flatMap(([name, property]) =>
    property.default === undefined ? [] : [[name, property.default] as const],
  );
}

/** The object itself, where it is a member of a circle or an open one. */
function objectOf(schema: TSchema): TSchema {
  if (schema.$ref !== undefined) return schema.$defs?.[schema.$ref] ?? schema;
  return schema.allOf?.[0] ?? schema;
}
