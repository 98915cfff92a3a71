/** The contract against the migrated schema: what both say of the same value is the same. */
import { beforeAll, describe, expect, test } from "bun:test";
import { fileURLToPath } from "node:url";
import { compile } from "../../src/codegen/compile.ts";
import { openTestDatabase } from "../support/database";
import { readTables, type Table } from "./database/columns.ts";
import { CORRESPONDENCE, type Correspondence } from "./database/correspondence.ts";
import { disagreements } from "./database/disagreements.ts";
import { type Json, modelOf, readThing, type Small, small } from "./small.ts";

type Tables = ReadonlyMap<string, Table>;

const CONTRACT = fileURLToPath(new URL("../../openapi.yaml", import.meta.url));

test("the contract and the migrated schema say the same", async () => {
  const compiled = compile(CONTRACT);
  if ("faults" in compiled) throw new Error("openapi.yaml does not compile: make generate");
  const tables = await tablesOf();
  expect(disagreements({ contract: compiled.model, tables, correspondence: CORRESPONDENCE })).toEqual([]);
});

/** A property, its column with # for its name, and what is found. */
type Pair = readonly [property: Json, column: string, found?: string];

const text = (words: Json = {}): Json => ({ type: "string", ...words });
const integer = (words: Json = {}): Json => ({ type: "integer", ...words });
const texts = (words: Json = {}): Json => ({ type: "array", items: text(), ...words });
const orNull = (type: string, words: Json = {}): Json => ({ type: [type, "null"], ...words });

const AGREE: Record<string, Pair> = {
  "a text": [text(), "text not null"],
  lengths: [text({ minLength: 1, maxLength: 100 }), "text not null check (char_length(#) between 1 and 100)"],
  "an open length": [text({ minLength: 3, maxLength: 9 }), "text not null check (length(#) > 2 and length(#) < 10)"],
  "a fixed length": [text({ minLength: 4, maxLength: 4 }), "text not null check (char_length(#) = 4)"],
  "a length in the type": [text({ maxLength: 100 }), "varchar(100) not null"],
  "what a format says of the length": [
    text({ format: "email", maxLength: 254 }),
    "text not null check (char_length(#) between 3 and 254)",
  ],
  null: [orNull("string", { maxLength: 9 }), "text check (char_length(#) <= 9)"],
  "null among listed values": [orNull("string", { enum: ["a", "b", null] }), "text check (# in ('a', 'b'))"],
  "listed values": [text({ enum: ["a", "b"] }), "text not null check (# in ('b', 'a'))"],
  "listed values of a varchar": [text({ enum: ["a", "b"] }), "varchar not null check (# in ('b', 'a'))"],
  "one value": [text({ const: "a" }), "text not null check (# = 'a')"],
  "values that a type lists": [text({ enum: ["sad", "happy"] }), "mood not null"],
  "listed numbers": [integer({ enum: [1, 2] }), "smallint not null check (# in (1, 2))"],
  "a number's type": [integer({ format: "int32" }), "integer not null"],
  bounds: [integer({ minimum: 0, maximum: 100 }), "integer not null check (# between 0 and 100)"],
  "bounds below zero": [integer({ minimum: -5, maximum: -1 }), "integer not null check (# >= -5 and # < 0)"],
  "open bounds": [integer({ exclusiveMinimum: 0, maximum: 9 }), "integer not null check (# > 0 and # <= 9)"],
  "open bounds of a fraction": [{ type: "number", exclusiveMinimum: 0 }, "numeric(10, 2) not null check (# > 0)"],
  truth: [{ type: "boolean" }, "boolean not null"],
  "a UUID": [text({ format: "uuid", maxLength: 36 }), "uuid not null"],
  "an instant": [text({ format: "date-time", maxLength: 30 }), "timestamptz not null"],
  "a day": [text({ format: "date" }), "date not null"],
  JSON: [{ type: "object", additionalProperties: true }, "jsonb not null"],
  "a list in JSON": [texts(), "jsonb not null"],
  "a list": [texts({ minItems: 1, maxItems: 9 }), "text[] not null check (cardinality(#) between 1 and 9)"],
  "a pattern": [text({ maxLength: 9, pattern: "^[a-z]{1,9}$" }), "text not null check (# ~ '^[a-z]{1,9}$')"],
  "what relates columns": [text(), "text not null, check (# <> id::text)"],
};

const DIFFER: Record<string, Pair> = {
  "a shorter column": [
    text({ maxLength: 100 }),
    "text not null check (char_length(#) <= 90)",
    "length: at most 100 characters in the contract, at most 90 characters in things.#.",
  ],
  "a column that wants more": [
    text({ maxLength: 9 }),
    "text not null check (char_length(#) between 1 and 9)",
    "length: at most 9 characters in the contract, 1 to 9 characters in things.#.",
  ],
  "no length in the contract": [
    text(),
    "varchar(100) not null",
    "length: any number of characters in the contract, at most 100 characters in things.#.",
  ],
  "null where the column has none": [
    orNull("string"),
    "text not null",
    "null: may be null in the contract, is never null in things.#.",
  ],
  "a value that the column refuses": [
    text({ enum: ["a", "b", "c"] }),
    "text not null check (# in ('a', 'b'))",
    "values: a, b, c in the contract, a, b in things.#.",
  ],
  "a value that the column's type has not": [
    text({ enum: ["sad", "glad"] }),
    "mood not null",
    "values: glad, sad in the contract, happy, sad in things.#.",
  ],
  "any value where the column lists some": [
    text(),
    "text not null check (# in ('a', 'b'))",
    "values: any value in the contract, a, b in things.#.",
  ],
  "a lower bound": [
    integer({ minimum: 0, maximum: 9 }),
    "integer not null check (# between 1 and 9)",
    "number: 0 to 9 in the contract, 1 to 9 in things.#.",
  ],
  "a larger number than the column's type": [
    integer({ format: "int32" }),
    "smallint not null",
    "number: -2147483648 to 2147483647 in the contract, -32768 to 32767 in things.#.",
  ],
  "a longer list": [
    texts({ maxItems: 9 }),
    "text[] not null check (cardinality(#) <= 5)",
    "items: at most 9 items in the contract, at most 5 items in things.#.",
  ],
  "a pattern that the contract does not have": [
    text({ pattern: "^[a-z]+$" }),
    "text not null check (# ~ '^[a-f]+$')",
    "pattern: ^[a-z]+$ in the contract, ^[a-f]+$ in things.#.",
  ],
  "a check that the contract has no word for": [
    text(),
    "text not null constraint no_admin check (# <> 'admin')",
    "check: nothing of it in the contract, no_admin in things.#.",
  ],
  "a UUID in a text": [
    text({ format: "uuid" }),
    "text not null",
    "type: string uuid in the contract, text in things.#.",
  ],
  "a text in a UUID": [text(), "uuid not null", "type: string in the contract, uuid in things.#."],
  "an instant without its zone": [
    text({ format: "date-time" }),
    "timestamp not null",
    "type: string date-time in the contract, timestamp without time zone in things.#.",
  ],
  "a number in a text": [integer(), "text not null", "type: integer in the contract, text in things.#."],
  "truth in a number": [
    { type: "boolean" },
    "smallint not null",
    "type: boolean in the contract, smallint in things.#.",
  ],
  "one of several": [texts(), "text not null", "type: array of string in the contract, text in things.#."],
  "several as one": [text(), "text[] not null", "type: string in the contract, text[] in things.#."],
};

/** What a request may do, since it may ask for less than the column can keep. */
const DIFFER_IN_ANSWERS: Record<string, Pair> = {
  "a longer column": [
    text({ minLength: 1, maxLength: 90 }),
    "text not null check (char_length(#) between 1 and 100)",
    "length: 1 to 90 characters in the contract, 1 to 100 characters in things.#.",
  ],
  "a column without a limit": [
    text({ maxLength: 90 }),
    "text not null",
    "length: at most 90 characters in the contract, any number of characters in things.#.",
  ],
  "a column that may be null": [text(), "text", "null: is never null in the contract, may be null in things.#."],
  "a value that the contract does not list": [
    text({ enum: ["a", "b"] }),
    "text not null check (# in ('a', 'b', 'c'))",
    "values: a, b in the contract, a, b, c in things.#.",
  ],
  "a column that takes any value": [
    text({ enum: ["a", "b"] }),
    "text not null",
    "values: a, b in the contract, any value in things.#.",
  ],
  "a larger number": [
    integer({ minimum: 1, maximum: 9 }),
    "bigint not null check (# >= 1)",
    "number: 1 to 9 in the contract, 1 to 9223372036854776000 in things.#.",
  ],
  "a longer list": [
    texts({ maxItems: 5 }),
    "text[] not null",
    "items: at most 5 items in the contract, any number of items in things.#.",
  ],
};

const CASES = Object.entries({ agree: AGREE, differ: DIFFER, "differ in answers": DIFFER_IN_ANSWERS })
  .flatMap(([how, pairs]) => Object.entries(pairs).map(([what, pair]) => ({ how, what, pair })))
  .map(({ how, what, pair: [property, column, sentence] }, place) => ({
    title: `${how}: ${what}`,
    name: `p${place}`,
    property,
    column: `p${place} ${column.replaceAll("#", `p${place}`)}`,
    answer: sentence ? [`Thing.p${place}, ${sentence.replace("#", `p${place}`)}`] : [],
    request: sentence && how === "differ" ? [`NewThing.p${place}, ${sentence.replace("#", `p${place}`)}`] : [],
  }));

describe("a property and its column", () => {
  let found: string[];

  beforeAll(async () => {
    const properties = Object.fromEntries(CASES.map(({ name, property }) => [name, property]));
    const columns = CASES.map(({ column }) => column).join(", ");
    found = disagreements({
      contract: modelOf(things({ Thing: object(properties), NewThing: object(properties) })),
      tables: await tablesOf(
        `create type mood as enum ('sad', 'happy'); create table things (id text primary key, ${columns})`,
      ),
      correspondence: { ...NOTHING, tables: THINGS },
    });
  });

  test.each(CASES)("$title", ({ name, answer, request }) => {
    expect(found.filter((sentence) => sentence.startsWith(`Thing.${name},`))).toEqual(answer);
    expect(found.filter((sentence) => sentence.startsWith(`NewThing.${name},`))).toEqual(request);
  });

  test("nothing else is found", () => {
    expect(found).toHaveLength(CASES.flatMap(({ answer, request }) => [...answer, ...request]).length);
  });
});

describe("what is kept where", () => {
  const id = text({ format: "uuid", maxLength: 36 });
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const missing = (name: string) =>
    `${name}: no table keeps it. Name one in correspondence.ts, or say why there is none.`;
  const noColumn = (place: string) => missing(place).replace("table", "column");
  let tables: Tables;

  beforeAll(async () => {
    tables = await tablesOf(`
      create table things (id text primary key, made_at timestamptz not null);
      create table parts (thing_id text not null, number integer not null, primary key (thing_id, number));
      create table notes (id uuid not null, thing_id text not null, words text not null);
      create unique index on notes (id) where words <> '';
      create unique index on notes (thing_id, lower(words));`);
  });

  const found = (schemas: Json, { tables: named = {}, ...entries }: Partial<Correspondence> = {}, more: Small = {}) =>
    disagreements({
      contract: modelOf(things({ Thing: object({}), NewThing: object({}), ...schemas }, more)),
      tables,
      correspondence: { ...NOTHING, ...entries, tables: { ...THINGS, ...named } },
    });

  test("a component with an id wants a table or a reason", () => {
    expect(found({ Note: object({ id }) })).toEqual([missing("Note")]);
    expect(found({ Note: object({ id }) }, { unkept: { Note: "It is made up" } })).toEqual([]);
  });

  test("so do the items of a list", () => {
    const schemas = {
      Notes: object({ items: { type: "array", items: ref("Note") } }),
      Note: object({ words: text() }),
    };
    expect(found(schemas)).toEqual([missing("Note")]);
  });

  test("so does what a request carries, and each kind of it", () => {
    const kinds = ["Long", "Short"];
    const schemas = {
      ...Object.fromEntries(
        kinds.map((kind) => [kind, { ...object({ kind: text({ const: kind }) }), required: ["kind"] }]),
      ),
      NewThing: {
        oneOf: kinds.map(ref),
        discriminator: {
          propertyName: "kind",
          mapping: Object.fromEntries(kinds.map((kind) => [kind, ref(kind).$ref])),
        },
      },
    };
    expect(found(schemas)).toEqual([missing("Long"), missing("Short"), unfit("NewThing")]);
  });

  test("a component without a table and without any of this wants nothing", () => {
    expect(found({ Aside: object({ words: text() }) })).toEqual([]);
  });

  test("a property wants a column or a reason", () => {
    const schemas = { Thing: object({ madeBy: text(), madeAt: text({ format: "date-time" }) }) };
    expect(found(schemas)).toEqual([noColumn("Thing.madeBy")]);
    expect(found(schemas, { unkept: { "Thing.madeBy": "Nobody asks" } })).toEqual([]);
  });

  test("a property that is a component with a table, or a list of them, wants neither", () => {
    const schemas = {
      Thing: object({ notes: { type: "array", items: ref("Note") }, first: ref("Note") }),
      Note: object({}),
    };
    expect(found(schemas, { tables: { Note: "notes" } })).toEqual([]);
    expect(found(schemas)).toEqual([noColumn("Thing.notes"), noColumn("Thing.first")]);
  });

  test("a column may be in another table that the component is read from, or have another name", () => {
    const schemas = { Note: object({ words: text(), madeAt: text({ format: "date-time" }), about: text() }) };
    const columns = { "Note.about": "things.id" };
    expect(found(schemas, { tables: { Note: ["notes", "things"] }, columns })).toEqual([]);
    expect(found(schemas, { tables: { Note: "notes" } })).toEqual([noColumn("Note.madeAt"), noColumn("Note.about")]);
  });

  test("an id wants a unique key on all rows", () => {
    const schemas = { Thing: object({ id: text() }), Note: object({ id }) };
    expect(found(schemas, { tables: { Note: "notes" } })).toEqual([
      "Note.id, unique: one row in the contract, no unique key in notes.id.",
    ]);
  });

  test("what a path names wants a unique key among the parameters, and a column for each", () => {
    const whole = integer({ format: "int32" });
    const schemas = { Part: object({ number: whole }), Note: object({ words: text() }) };
    const named = { tables: { Part: "parts", Note: "notes" } };
    const at = (path: string, component: string, parameters: Record<string, Json>) =>
      found(schemas, named, { paths: { [path]: { get: readOne(component, parameters) } } });
    expect(at("/things/{thingId}/parts/{number}", "Part", { thingId: text(), number: whole })).toEqual([]);
    expect(at("/parts/{number}", "Part", { number: text() })).toEqual([
      "{number}, type: string in the contract, integer in parts.number.",
      "/parts/{number}, unique: one row in the contract, no unique key in parts.number.",
    ]);
    expect(at("/things/{thingId}/notes/{color}", "Note", { thingId: text(), color: text() })).toEqual([
      noColumn("/things/{thingId}/notes/{color} {color}"),
      "/things/{thingId}/notes/{color}, unique: one row in the contract, no unique key in notes.thing_id.",
    ]);
  });

  test("a difference with a reason is none", () => {
    const schemas = { Thing: object({ id: text({ maxLength: 9 }) }) };
    expect(found(schemas)).toEqual([
      "Thing.id, length: at most 9 characters in the contract, any number of characters in things.id.",
    ]);
    expect(found(schemas, { accepted: { "things.id length": "Only we make them" } })).toEqual([]);
  });

  test("an entry that fits nothing is found", () => {
    const entries = {
      tables: { Gone: "things", Note: "gone" },
      columns: { "Thing.gone": "things.id" },
      unkept: { Aside: "It has no id", "Thing.madeAt": "It has a column" },
      accepted: { "things.id length": "They agree" },
    };
    const schemas = { Thing: object({ madeAt: text({ format: "date-time" }) }), Note: object({}), Aside: object({}) };
    const all = Object.values(entries).flatMap((entry) => Object.keys(entry));
    expect(found(schemas, entries)).toEqual(all.map(unfit));
  });
});

/** Thing is what an operation answers, NewThing what it takes. */
const things = (schemas: Json, more: Small = {}): Json =>
  small({ ...more, schemas, operation: { requestBody: { required: true, ...bodyOf("NewThing") } } });

const readOne = (component: string, parameters: Record<string, Json>): Json =>
  readThing({
    parameters: Object.entries(parameters).map(([name, schema]) => ({ name, in: "path", required: true, schema })),
    responses: { "200": { description: "It", ...bodyOf(component) } },
  });

const bodyOf = (component: string) => ({
  content: { "application/json": { schema: { $ref: `#/components/schemas/${component}` } } },
});

const object = (properties: Json): Json => ({ type: "object", additionalProperties: false, properties });

const NOTHING: Correspondence = { tables: {}, columns: {}, unkept: {}, accepted: {} };
const THINGS = { Thing: "things", NewThing: "things" };
const unfit = (entry: string) => `${entry}: correspondence.ts has an entry that fits nothing.`;

async function tablesOf(statements?: string): Promise<Tables> {
  const database = await openTestDatabase({ empty: statements !== undefined });
  const sql = database.connect({ max: 1 });
  if (statements) await sql.unsafe(statements).simple();
  const tables = await readTables(sql);
  await sql.end();
  await database.close();
  return tables;
}
