/** schemas.ts: every shape as a TypeBox schema, which is what explain() and fillDefaults() walk. */
import type { Emitter, Schema } from "../model.ts";
import { isRecursive, type Shape, shapesOf } from "./shapes.ts";
import { banner, fields, key, literal, pascal } from "./text.ts";

export const schemas: Emitter = {
  file: "schemas.ts",
  emit: (contract) => {
    const written = shapesOf(contract).groups.map((group) =>
      isRecursive(group) ? circle(group) : constant(group[0]!),
    );
    return `${banner()}import { Type as t } from "@sinclair/typebox";\n\n${written.join("\n\n")}\n`;
  },
};

const constant = ({ name, schema }: Shape) => `export const ${name} = ${expression(schema)};`;

/** Schemas that refer to one another in a circle, as one module whose members can. */
function circle(group: readonly Shape[]): string {
  const inside = new Set(group.map(({ name }) => name));
  const owner = `${pascal(group[0]!.name).replace(/^./, (first) => first.toLowerCase())}Circle`;
  const members = group.map(({ name, schema }) => `${name}: ${expression(schema, inside)}`);
  const imports = group.map(({ name }) => `export const ${name} = ${owner}.Import("${name}");`);
  return `const ${owner} = t.Module({ ${members.join(", ")} });\n${imports.join("\n")}`;
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
      return call(
        "Array",
        [inner(schema.items)],
        { minItems, maxItems, uniqueItems: uniqueItems || undefined },
        fallback,
      );
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
      return call("Union", [`[${inner(schema.inner)}, t.Null()]`], {}, fallback);
    case "ref":
      return reference(schema.name, circle.has(schema.name), fallback);
    case "any":
      return call("Unknown", [], {}, fallback);
    case "binary":
      return `t.Unsafe<Blob>({ type: "file" })`;
  }
}

const reference = (name: string, inCircle: boolean, fallback: string | undefined): string => {
  if (inCircle) return `t.Ref(${literal(name)}${fallback === undefined ? "" : `, { default: ${fallback} }`})`;
  return fallback === undefined ? name : `{ ...${name}, default: ${fallback} }`;
};

function values(listed: readonly (string | number | boolean | null)[], fallback: string | undefined): string {
  const each = listed.map((value) => (value === null ? "t.Null()" : `t.Literal(${literal(value)})`));
  if (each.length > 1) return call("Union", [`[${each.join(", ")}]`], {}, fallback);
  return fallback === undefined ? each[0]! : `{ ...${each[0]}, default: ${fallback} }`;
}

function object(
  { properties, additional, minProperties, maxProperties, names }: Extract<Schema, { kind: "object" }>,
  inner: (schema: Schema) => string,
  fallback: string | undefined,
): string {
  const members = properties.map(({ name, schema, required }) => {
    const written = inner(schema);
    return `${key(name)}: ${required ? written : `t.Optional(${written})`}`;
  });
  const counts = { minProperties, maxProperties };
  const named = `{ ${members.join(", ")} }`;
  if (additional === false) {
    const closed = call("Object", [named], { ...counts, additionalProperties: false }, fallback);
    return members.length > 0 ? closed : `t.Unsafe<Record<string, never>>(${closed})`;
  }
  if (members.length === 0) {
    const nameSchema = call("String", [], { pattern: names }, undefined);
    const closed = names === undefined ? undefined : false;
    return call("Record", [nameSchema, inner(additional)], { ...counts, additionalProperties: closed }, fallback);
  }
  const others = `t.Record(t.String(), ${inner(additional)})`;
  return call("Intersect", [`[${call("Object", [named], counts, undefined)}, ${others}]`], {}, fallback);
}

function call(
  type: string,
  parameters: readonly string[],
  words: Readonly<Record<string, unknown>>,
  fallback: string | undefined,
): string {
  const written = Object.fromEntries(
    Object.entries(words).map(([word, value]) => [word, value === undefined ? undefined : literal(value)]),
  );
  const options = fields({ ...written, default: fallback });
  return `t.${type}(${[...parameters, ...(options === "" ? [] : [`{ ${options} }`])].join(", ")})`;
}
