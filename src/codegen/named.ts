import type { NamedSchema, Schema } from "./model.ts";
import type { Reading } from "./reading.ts";
import { componentsOf } from "./refs.ts";
import { readSchema } from "./schemas.ts";
import { child, isRecord, type Place } from "./source.ts";

const RESERVED_NAMES = new Set([
  "Problem",
  "Object",
  "Array",
  "String",
  "Number",
  "Boolean",
  "Record",
  "Promise",
  "Date",
  "Error",
  "Map",
  "Set",
  "Blob",
]);

/** Reads every schema of the components once. Those that serve as parts of allOf only are merged where they are used. */
export function readNamed(reading: Reading): Named {
  const uses = usesOf(reading.source.root);
  const read = componentsOf(reading, "schemas").flatMap(([name, place]) => {
    checkName(reading, name, place);
    const use = uses.get(name);
    if (use && use.parts > 0 && use.plain + use.multipart === 0) return [];
    const parts = use !== undefined && use.multipart > 0 && use.plain === 0;
    return [{ name, schema: readSchema(reading, place, { parts }), place }];
  });
  const graph = new Map(read.map(({ name, schema }) => [name, refsIn(schema)]));
  const schemas = new Map(read.map(({ name, schema }) => [name, schema]));
  for (const { name, schema, place } of read) {
    if (isAliasCycle(name, schema, schemas)) {
      reading.faults.atKey(
        place,
        `\`${name}\` is only another name for itself: let one of the $refs in the circle be a schema.`,
      );
    }
  }
  const named = read.map(({ name, schema }): [string, NamedSchema] => {
    const below = reachable(graph, refsIn(schema));
    const directional = [name, ...below].some((other) => hasDirection(schemas.get(other)));
    return [name, { name, schema, recursive: below.has(name), directional, usedIn: { request: false, answer: false } }];
  });
  return new Map(named);
}

/** The component schemas by name. */
export type Named = ReadonlyMap<string, NamedSchema>;

/** The schema behind refs: never a ref itself. What leads nowhere, or in a circle, counts as anything. */
export function target(named: Named, schema: Schema): Exclude<Schema, { kind: "ref" }> {
  let at: Schema | undefined = schema;
  for (let hops = 0; at?.kind === "ref" && hops < MAX_ALIASES; hops++) at = named.get(at.name)?.schema;
  return at === undefined || at.kind === "ref" ? { kind: "any" } : at;
}

/** How many components may be mere names for one another. */
const MAX_ALIASES = 16;

/** Marks what the given schemas use, with all that those use in turn. */
export function markUsed(named: Named, roots: readonly Schema[], direction: "request" | "answer"): void {
  const graph = new Map([...named.values()].map(({ name, schema }) => [name, refsIn(schema)]));
  const used = reachable(graph, new Set(roots.flatMap((root) => [...refsIn(root)])));
  for (const entry of named.values()) if (used.has(entry.name)) entry.usedIn[direction] = true;
}

/** The schemas directly inside a schema. */
export function innerSchemas(schema: Schema): Schema[] {
  switch (schema.kind) {
    case "array":
      return [schema.items];
    case "tuple":
      return schema.items;
    case "object":
      return [
        ...schema.properties.map((property) => property.schema),
        ...(schema.additional ? [schema.additional] : []),
      ];
    case "union":
      return schema.branches.map((branch) => branch.schema);
    case "nullable":
      return [schema.inner];
    default:
      return [];
  }
}

function refsIn(schema: Schema, found = new Set<string>()): Set<string> {
  if (schema.kind === "ref") found.add(schema.name);
  for (const inner of innerSchemas(schema)) refsIn(inner, found);
  return found;
}

function reachable(graph: ReadonlyMap<string, ReadonlySet<string>>, from: ReadonlySet<string>): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(graph.get(name) ?? []));
  }
  return seen;
}

function hasDirection(schema: Schema | undefined): boolean {
  if (!schema) return false;
  const own = schema.kind === "object" && schema.properties.some(({ access }) => access !== "both");
  return own || innerSchemas(schema).some(hasDirection);
}

function isAliasCycle(name: string, schema: Schema, schemas: ReadonlyMap<string, Schema>): boolean {
  const seen = new Set<string>();
  let at: Schema | undefined = schema;
  while (at && (at.kind === "ref" || at.kind === "nullable")) {
    if (at.kind === "nullable") {
      at = at.inner;
      continue;
    }
    if (at.name === name) return true;
    if (seen.has(at.name)) return false;
    seen.add(at.name);
    at = schemas.get(at.name);
  }
  return false;
}

function checkName(reading: Reading, name: string, place: Place): void {
  if (!/^[A-Z][A-Za-z0-9]{0,59}$/.test(name)) {
    reading.faults.atKey(
      place,
      `\`${name}\` cannot name a type: begin with a capital and go on with letters and digits, such as \`UserChange\`.`,
    );
  } else if (RESERVED_NAMES.has(name)) {
    reading.faults.atKey(place, `\`${name}\` is taken, by the compiler or by TypeScript: choose another name.`);
  }
}

interface Use {
  plain: number;
  parts: number;
  multipart: number;
}

/** How each component schema is referred to: as a part of an allOf, as a multipart body, or in any other way. */
function usesOf(root: Place): Map<string, Use> {
  const uses = new Map<string, Use>();
  const visit = ({ value, pointer }: Place): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit({ value: item, pointer: `${pointer}/${index}` });
    } else if (isRecord(value)) {
      countRef(uses, value.$ref, pointer);
      for (const key of Object.keys(value)) visit(child({ value, pointer }, key)!);
    }
  };
  visit(root);
  return uses;
}

function countRef(uses: Map<string, Use>, ref: unknown, pointer: string): void {
  const name = typeof ref === "string" && /^#\/components\/schemas\/([^/]+)$/.exec(ref)?.[1];
  if (!name) return;
  const use = uses.get(name) ?? { plain: 0, parts: 0, multipart: 0 };
  if (/\/allOf\/\d+$/.test(pointer)) use.parts++;
  else if (pointer.endsWith("/content/multipart~1form-data/schema")) use.multipart++;
  else use.plain++;
  uses.set(name, use);
}
