/** What the product's statements cost in a large database, by their plans: those of every list, as they run when it is called. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Sql } from "#db/client";
import type { SlowQuery } from "#db/slow-query";
import { contract } from "#generated/operations";
import { cursorsOf } from "#lib/cursor";
import { type Person, settings, TestApp, TestClock } from "../support/app";
import { LARGE_SEED_PASSWORD, openTestDatabase, type TestDatabase } from "../support/database";
import { fill } from "../support/fill";
import { ownStatements } from "../support/own-statements";
import { nodesOf, type PlanMode, planned, tableOf } from "../support/plans";

// The first run makes the data.
setDefaultTimeout(120_000);

type Query = Record<string, string | number>;

/** Of a plan: the rows or blocks that one of its steps may read, and the rows that it may sort. */
interface Limits {
  readonly read: number;
  readonly sorted: number;
}

/** All that answer with a list, a page at a time or whole, to whoever uses or runs the product. */
const LISTS = contract.operations.filter(
  ({ id, policy }) => (policy.page !== null || id.startsWith("list")) && policy.listener === "public",
);
const STATEMENTS = await ownStatements();
/** Jobs alone run these, once in a while, and sessions have no index by their end. */
const READS_ALL: Record<string, string[]> = {
  deleteTokensOfEndedSessions: ["sessions"],
  deleteEndedSessions: ["sessions", "refresh_tokens"],
};
/** The server knows it by itself. */
const ASKS_NOTHING = "listIdentityProviders";
const LIMIT = 20;
/** A table with fewer rows is read as fast in one piece. */
const LARGE_ROWS = 1_000;
/** Rows or blocks that a page may cost: a search by words that many have leaves out what has them not. */
const READ_MAXIMUM = 400;
/** The largest page of most lists. An organization has no more keys. */
const SORTED_MAXIMUM = 100;
/**
 * Of jobs in one state, which one in a hundred is here: no index has them in their order, so that PostgreSQL walks back
 * from the newest job, or sorts all in that state, whichever are fewer.
 */
const JOBS_MAXIMUM = 3_000;
const LIMITS: Limits = { read: READ_MAXIMUM, sorted: SORTED_MAXIMUM };
const JOBS_LIMITS: Limits = { read: JOBS_MAXIMUM, sorted: JOBS_MAXIMUM };

let database: TestDatabase;
let owner: Sql;
let person: Person;
let organizationId: string;
let largeTables: Set<string>;
/** For each parameter of a query the values that are tried, alone and with those of the others. */
let samples: Record<string, readonly string[]>;

beforeAll(async () => {
  database = await openTestDatabase({ large: true });
  owner = database.connect({ max: 1, asOwner: true });
  await owner`update users set platform_role = 'administrator' where email = 'large@example.com'`;
  const app = await TestApp.start(database, new TestClock(), {});
  person = await app.logIn({ email: "large@example.com", password: LARGE_SEED_PASSWORD });
  await app.close();
  await fill(owner);
  organizationId = await largeOrganization();
  largeTables = await tablesFrom(LARGE_ROWS);
  samples = {
    event: ["member.updated", "audit.exported"],
    subject: [await member(5), await member(5_000)],
    from: ["2025-06-01T00:00:00.000Z"],
    until: ["2026-06-01T00:00:00.000Z"],
    query: ["ada", "frances.conway", "nobody"],
    "listUsers.state": ["active", "suspended", "deleting"],
    "listJobs.state": ["waiting", "running", "failed", "done"],
    name: ["mail.send", "mail.purge"],
  };
});

afterAll(async () => {
  await owner.end();
  await database.close();
});

// As on a connection of ours, and as behind a pooler, where nothing is prepared.
describe.each<PlanMode>(["force_generic_plan", "force_custom_plan"])("%s", (mode) => {
  const heard: SlowQuery[] = [];
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start(
      planned(database, mode, (query) => heard.push(query)),
      new TestClock(),
      {},
    );
  });
  afterAll(() => app.close());

  test.each(LISTS.map(({ id }) => id))(
    "%s reads no large table in one piece, and neither reads nor sorts many rows for a page",
    async (id) => {
      const caller = app.as(person);
      const limits = id === "listJobs" ? JOBS_LIMITS : LIMITS;
      const tables = new Set<string>();
      const faults: string[] = [];
      for (const query of queriesOf(id)) {
        heard.length = 0;
        const answer = await caller.call(id, { path: { organizationId }, query });
        expect(answer.status).toBe(200);
        for (const { plan } of heard) {
          for (const { what } of nodesOf(plan)) tables.add(tableOf(what) ?? "");
          faults.push(...faultsOf(plan, limits).map((fault) => `${id} ${JSON.stringify(query)}: ${fault}`));
        }
      }
      expect(faults).toEqual([]);
      // Where only small tables are read, the plan says nothing.
      if (id !== ASKS_NOTHING) expect([...tables].filter((table) => largeTables.has(table))).not.toBeEmpty();
    },
  );
});

describe("every statement", () => {
  test.each(STATEMENTS)("$name, planned once for all values, reads no large table in one piece", async (statement) => {
    const rows = await owner.unsafe(`explain (generic_plan) ${statement.text}`);
    const plan = rows.map((row) => String(Object.values(row)[0]));
    const read = plan
      .flatMap((line) => /\bSeq Scan on (\w+)/.exec(line)?.[1] ?? [])
      .filter((table) => largeTables.has(table));
    expect(read).toEqual(READS_ALL[statement.name] ?? []);
  });
});

test("what reads or sorts too much is found, by name", async () => {
  const found: string[] = [];
  const sql = planned(database, "force_custom_plan", ({ plan }) => {
    found.push(...faultsOf(plan));
  }).connect();
  await sql`select id from audit_events where address = '198.51.100.7' and fields = '{}' limit 20`;
  await sql`select id from users order by updated_at desc limit 20`;
  await sql.end();
  expect(found).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^reads audit_events in one piece: (Parallel )?Seq Scan on audit_events$/),
      expect.stringMatching(/^reads users in one piece/),
      expect.stringMatching(/^sorts 10\d\d\d rows$/),
    ]),
  );
});

function faultsOf(plan: readonly string[], limits = LIMITS): string[] {
  const nodes = nodesOf(plan);
  return nodes.flatMap(({ what, depth, rows, removed, blocks, below }) => {
    const table = tableOf(what);
    const isLarge = table !== undefined && largeTables.has(table);
    const read = rows + removed;
    const sorted = /\bSort$/.test(what) ? below.reduce((sum, child) => sum + child.rows, 0) : 0;
    return [
      ...(isLarge && /\bSeq Scan\b/.test(what) ? [`reads ${table} in one piece: ${what}`] : []),
      ...(isLarge && read > limits.read ? [`reads ${read} rows of ${table}: ${what}`] : []),
      ...(depth === 0 && blocks > limits.read
        ? [`touches ${blocks} blocks: ${nodes.map((node) => node.what).join(", ")}`]
        : []),
      ...(sorted > limits.sorted ? [`sorts ${sorted} rows`] : []),
    ];
  });
}

/** Every combination of the filters, each with the first page, one ten days and one a year into the past. */
function* queriesOf(id: string): Generator<Query> {
  const { parameters } = LISTS.find((operation) => operation.id === id)!;
  const names = parameters.flatMap((parameter) => (parameter.in === "query" ? [parameter.name] : []));
  const filters = names.filter((name) => name !== "limit" && name !== "cursor");
  const limit: Query = names.includes("limit") ? { limit: LIMIT } : {};
  for (const filter of combinations(id, filters)) {
    yield { ...limit, ...filter };
    if (!names.includes("cursor")) continue;
    for (const at of ["2026-11-14T09:00:00.000Z", "2025-11-24T09:00:00.000Z"])
      yield { ...limit, ...filter, cursor: cursorsOf(settings.cursorSecret).write(id, { at, id: person.userId }) };
  }
}

function combinations(id: string, [name, ...others]: readonly string[]): Query[] {
  if (name === undefined) return [{}];
  const values = samples[`${id}.${name}`] ?? samples[name];
  if (!values) throw new Error(`Say in tests/db/plans.test.ts what to send as ${name} of ${id}.`);
  const rest = combinations(id, others);
  return [...rest, ...values.flatMap((value) => rest.map((other) => ({ [name]: value, ...other })))];
}

async function largeOrganization(): Promise<string> {
  const [row] = await owner<{ id: string }[]>`
    select organization_id as id from members join organizations on id = organization_id
    where user_id = ${person.userId} and personal_to is null`;
  return row!.id;
}

/** Those who joined first did the most. */
async function member(place: number): Promise<string> {
  const [row] = await owner<{ userId: string }[]>`
    select user_id from members where organization_id = ${organizationId} order by joined_at offset ${place} limit 1`;
  return row!.userId;
}

async function tablesFrom(rows: number): Promise<Set<string>> {
  const tables = await owner<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and reltuples >= ${rows}
      and relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace)`;
  // The pipeline asks it before each request here, and no list is made of it.
  return new Set(tables.flatMap(({ name }) => (name === "cache_changes" ? [] : [name])));
}
