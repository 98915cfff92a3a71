/** Holds one value of the contract against the column that keeps it. */
import type { Column } from "./columns.ts";
import { inWords, same, within } from "./ranges.ts";
import type { Said } from "./said.ts";

/** An answer says what the column can hold, no more and no less. A request may ask for less. */
export type Direction = "answer" | "request";

export interface Disagreement {
  readonly kind: "type" | "null" | "values" | "length" | "number" | "items" | "pattern" | "check";
  /** What either side says: "1 to 90 characters", "1 to 100". */
  readonly contract: string;
  readonly column: string;
}

/** The column types that may keep a value, by its type and format. A format that is not here is text. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  string: ["text", "character varying", "character", "citext"],
  "string uuid": ["uuid"],
  "string date-time": ["timestamp with time zone"],
  "string date": ["date"],
  "string time": ["time with time zone"],
  "string duration": ["interval"],
  "string byte": ["bytea"],
  integer: ["smallint", "integer", "bigint"],
  number: ["numeric", "real", "double precision"],
  boolean: ["boolean"],
  object: ["jsonb", "json"],
  array: ["jsonb", "json"],
  any: ["jsonb", "json"],
};

export function compare(said: Said, column: Column, direction: Direction): Disagreement[] {
  const found: Disagreement[] = [];
  if (direction === "answer" ? said.nullable !== column.nullable : said.nullable && !column.nullable)
    found.push({ kind: "null", contract: mayBe(said.nullable), column: mayBe(column.nullable) });
  const element = column.array ? said.element : said;
  if (!element || !fits(element, column))
    return [...found, { kind: "type", contract: typeOf(said), column: `${column.type}${column.array ? "[]" : ""}` }];
  if (column.array) found.push(...ranges("items", said, column, direction));
  return [...found, ...values(element, column, direction), ...besides(element, column)];
}

const mayBe = (nullable: boolean) => (nullable ? "may be null" : "is never null");

const typeOf = (said: Said): string =>
  said.element ? `array of ${typeOf(said.element)}` : [said.type, said.format].filter(Boolean).join(" ");

function fits(said: Said, { type, values }: Column): boolean {
  if (said.type === "string" && values && !TYPES.string?.includes(type)) return true;
  return (TYPES[typeOf(said)] ?? TYPES[said.type] ?? []).includes(type);
}

function values(said: Said, column: Column, direction: Direction): Disagreement[] {
  if (!said.values && !column.values) {
    if (said.pattern !== undefined && column.patterns.includes(said.pattern)) return [];
    const counted = TYPES.string?.includes(column.type) ? ranges("length", said, column, direction) : [];
    return [...counted, ...ranges("number", said, column, direction)];
  }
  const [listed, kept] = [said.values, column.values];
  const subset = listed?.every((value) => !kept || kept.includes(value)) ?? false;
  if (subset && (direction === "request" || listed?.length === kept?.length)) return [];
  return [{ kind: "values", contract: list(listed), column: list(kept) }];
}

const list = (values?: readonly string[]) => (values ? [...values].sort().join(", ") : "any value");

function ranges(kind: "length" | "items" | "number", said: Said, column: Column, direction: Direction): Disagreement[] {
  const [contract, database] = [said[kind], column[kind]];
  if (direction === "answer" ? same(contract, database) : within(contract, database)) return [];
  const unit = { length: "characters", items: "items", number: undefined }[kind];
  return [{ kind, contract: inWords(contract, unit), column: inWords(database, unit) }];
}

/** What the column refuses besides, so that the contract would promise too much. */
function besides(said: Said, { patterns, more }: Column): Disagreement[] {
  const contract = said.pattern ?? "any text";
  return [
    ...patterns
      .filter((pattern) => pattern !== said.pattern)
      .map((column) => ({ kind: "pattern" as const, contract, column })),
    ...more.map((check) => ({ kind: "check" as const, contract: "nothing of it", column: check })),
  ];
}
