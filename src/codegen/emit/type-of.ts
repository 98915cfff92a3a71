import type { Schema } from "../model.ts";
import { key, literal } from "./text.ts";

export interface TypeNames {
  /** What a component is called where the type is written. */
  readonly component: (name: string) => string;
  /** What a file is: what a client sends, or what a handler gets. */
  readonly file: "Blob" | "File";
}

/** A schema as a TypeScript type. */
export function typeOf(schema: Schema, names: TypeNames): string {
  const inner = (each: Schema): string => typeOf(each, names);
  switch (schema.kind) {
    case "ref":
      return names.component(schema.name);
    case "literal":
      return schema.values.map(literal).join(" | ");
    case "nullable":
      return `${inner(schema.inner)} | null`;
    case "array":
      return schema.items.kind === "ref" ? `${inner(schema.items)}[]` : `(${inner(schema.items)})[]`;
    case "tuple":
      return `[${schema.items.map(inner).join(", ")}]`;
    case "union":
      return schema.branches.map((branch) => inner(branch.schema)).join(" | ");
    case "object":
      return objectType(schema, inner);
    case "any":
      return "unknown";
    case "binary":
      return names.file;
    default:
      return schema.kind;
  }
}

function objectType(
  { properties, additional }: Extract<Schema, { kind: "object" }>,
  inner: (schema: Schema) => string,
): string {
  const members = properties.map(
    ({ name, schema, required }) => `${key(name)}${required ? "" : "?"}: ${inner(schema)}`,
  );
  const named = `{ ${members.join("; ")} }`;
  if (additional === false) return members.length > 0 ? named : "Record<string, never>";
  const others = `{ [key: string]: ${inner(additional)} }`;
  return members.length > 0 ? `${named} & ${others}` : others;
}
