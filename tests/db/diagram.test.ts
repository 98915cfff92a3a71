/** What the diagram of a schema says; tests/db/schema.test.ts holds the one of ours fresh. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { drawSchema } from "../../src/db/diagram";
import { openTestDatabase, type TestDatabase } from "../support/database";

const TABLES = `
  create table schema_migrations (version text primary key);
  create table teams (
    id uuid primary key,
    slug text not null unique,
    region text not null,
    number integer not null,
    unique (region, number)
  );
  create unique index on teams (lower(slug)) where region <> 'a|b';
  create table people (
    team_id uuid references teams on delete cascade,
    email text not null,
    seen_at timestamptz(3),
    tags text[] not null,
    price numeric(10, 2) not null,
    doubled numeric(10, 2) not null generated always as (price * 2) stored,
    gone text,
    primary key (email, price)
  );
  alter table people drop column gone;
  comment on column people.seen_at is 'Of the "last"
    request';
  create table badges (
    email text not null unique,
    price numeric not null,
    foreign key (email, price) references people on delete set null (price)
  );`;

let database: TestDatabase;
let page: string;

beforeAll(async () => {
  database = await openTestDatabase({ empty: true });
  const sql = database.connect({ max: 1 });
  await sql.unsafe(TABLES).simple();
  await sql.end();
  page = await drawSchema(database.url);
});

afterAll(() => database.close());

describe("the diagram says", () => {
  test("each column in a line: its type in a word, its keys, what it may be, its comment", () => {
    expect(entity("people")).toEqual([
      'uuid team_id FK "may be null"',
      "text email PK",
      "timestamptz seen_at \"may be null; Of the 'last' request\"",
      "text[] tags",
      "numeric price PK",
      'numeric doubled "computed"',
    ]);
  });

  test("which column is unique by itself", () => {
    expect(entity("teams")).toEqual(["uuid id PK", "text slug UK", "text region", "integer number"]);
    expect(entity("badges")).toEqual(["text email FK, UK", "numeric price FK"]);
  });

  test("how many rows may belong to how many, by which columns, and what follows when they are deleted", () => {
    expect(page.split("\n").filter((line) => line.includes("--"))).toEqual([
      expect.stringContaining("<!-- Made by"),
      '  people ||--o| badges : "email, price, on delete set null"',
      '  teams |o--o{ people : "team_id, on delete cascade"',
      "| --- | --- |",
    ]);
  });

  test("below itself what several columns, an expression or a part of the rows make unique", () => {
    expect(page.split("\n").slice(-3)).toEqual([
      "| teams | `(lower(slug)) WHERE region <> 'a\\|b'::text` |",
      "| teams | `(region, number)` |",
      "",
    ]);
  });

  test("nothing of the list of migrations", () => {
    expect(page).not.toContain("schema_migrations");
  });
});

function entity(name: string): string[] {
  const [, lines = ""] = page.match(new RegExp(`  ${name} \\{\n([^}]*)  \\}`)) ?? [];
  return lines.trim().split(/\n\s*/);
}
