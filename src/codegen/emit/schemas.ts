/** schemas.ts: every shape as a TypeBox schema, which is what explain() and fillDefaults() walk. */
import type { Emitter, Schema } from "../model.ts";
import { isRecursive, type Shape, shapesOf } from "./shapes.ts";
import { banner, fields, key, literal, pascal } from "./text.ts";

export const schemas: Emitter = {
  file: "schemas.ts",
  emit: (contract) => {
    const written = shapesOf(contract).groups.map((group) => (isRecursive(group) ? circle(group) : constant(group[0]!)));
    return `${banner()}import { type Static, Type } from "@sinclair/typebox";\n\n${written.join("\n\n")}\n`.replace(
      /type Static, (?![\s\S]*\bStatic<)/,
      "",
    );
  },
};

const constant = ({ name, schema }: Shape) => `export const ${name} = ${expression(schema)};`;

/** Schemas that refer to one another in a circle, as one module whose members can. */
function circle(group: readonly Shape[]): string {
  const inside = new Set(group.map(({ name }) => name));
  const owner = `${pascal(group[0]!.name).replace(/^./, (first) => first.toLowerCase())}Circle`;
  const members = group.map(({ name, schema }) => `${name}: ${expression(schema, inside)}`);
  const imports = group.map(({ name }) => `export const ${name} = ${owner}.Import("${name}");`);
  return `const ${owner} = Type.Module({ ${members.join(", ")} });\n${imports.join("\n")}`;
}

/** `circle` are the names that can only be referred to by name, because their constants do not exist yet. */
function expression(schema: Schema, circle: ReadonlySet<string> = new Set()): string {
  const inner = (each: Schema) => expression(each, circle);
  const fallback = schema.default === undefined ? undefined : literal(schema.default);
  switch (schema.kind) {
    case "string": {
      const { format, pattern, minLength, maxLength } = schema;
      return call("String", [], { format, pattern, minLength, maxLength }, fallback);
    }
    case "number": {
      const { kind: _, integer, description: _d, deprecated: _p, default: _f, ...bounds } = schema;
      return call(integer ? "Integer" : "Number", [], bounds, fallback);
    }
    case "boolean":
    case "null":
      return call(schema.kind === "null" ? "Null" : "Boolean", [], {}, fallback);
    case "literal":
      return values(schema.values, fallback);
    case "array": {
      const { minItems, maxItems, uniqueItems } = schema;
      return call("Array", [inner(schema.items)], { minItems, maxItems, uniqueItems: uniqueItems || undefined }, fallback);
    }
    case "tuple":
      return call("Tuple", [`[${schema.items.map(inner).join(", ")}]`], {}, fallback);
    case "object":
      return object(schema, inner, fallback);
    case "union": {
      const branches = schema.branches.map((branch) => inner(branch.schema)).join(", ");
      return call("Union", [`[${branches}]`], { discriminator: schema.property }, fallback);
    }
    case "nullable":
      return call("Union", [`[${inner(schema.inner)}, Type.Null()]`], {}, fallback);
    case "ref":
      return reference(schema.name, circle.has(schema.name), fallback);
    case "any":
      return call("Unknown", [], {}, fallback);
    case "binary":
      return `Type.Unsafe<Blob>({ type: "file" })`;
  }
}

const reference = (name: string, inCircle: boolean, fallback: string | undefined): string =>
  inCircle ? `Type.Ref(${literal(name)})` : fallback === undefined ? name : `Type.Unsafe<Static<typeof ${name}>>({ ...${name}, default: ${fallback} })`;

function values(listed: readonly (string | number | boolean | null)[], fallback: string | undefined): string {
  const each = listed.map((value) => (value === null ? "Type.Null()" : `Type.Literal(${literal(value)})`));
  if (each.length > 1) return call("Union", [`[${each.join(", ")}]`], {}, fallback);
  return fallback === undefined ? each[0]! : `Type.Literal(${literal(listed[0])}, { default: ${fallback} })`;
}

function object(
  { properties, additional, minProperties, maxProperties, names }: Extract<Schema, { kind: "object" }>,
  inner: (schema: Schema) => string,
  fallback: string | undefined,
): string {
  const members = properties.map(({ name, schema, required }) => {
    const written = inner(schema);
    return `${key(name)}: ${required ? written : `Type.Optional(${written})`}`;
  });
  const counts = { minProperties, maxProperties };
  if (additional === false) {
    const closed = call("Object", [`{ ${members.join(", ")} }`], { ...counts, additionalProperties: false }, fallback);
    return members.length > 0 ? closed : `Type.Unsafe<Record<string, never>>(${closed})`;
  }
  if (members.length === 0) {
    const name = names === undefined ? "Type.String()" : `Type.String({ pattern: ${literal(names)} })`;
    return call("Record", [name, inner(additional)], counts, fallback).replace(/^Type\.Record\(Type\.String\(\{/, "Type.Record(Type.String({");
  }
  const open = call("Object", [`{ ${members.join(", ")} }`], { ...counts }, fallback, [`additionalProperties: ${inner(additional)}`]);
  return open;
}

function call(
  type: string,
  parameters: readonly string[],
  words: Readonly<Record<string, unknown>>,
  fallback: string | undefined,
  more: readonly string[] = [],
): string {
  const written = Object.fromEntries(
    Object.entries(words).map(([word, value]) => [word, value === undefined ? undefined : literal(value)]),
  );
  const options = [fields(written), ...more, ...(fallback === undefined ? [] : [`default: ${fallback}`])].filter(Boolean);
  return `Type.${type}(${[...parameters, ...(options.length > 0 ? [`{ ${options.join(", ")} }`] : [])].join(", ")})`;
}
