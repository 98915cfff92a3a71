/**
 * bun load/audit.ts [--writers 1,16,64] [--seconds 3]: how long those who write to one organization's log wait for each
 * other, on a cluster that waits for its disk and on one that does not. Prints a table; docs/audit.md says how to read it.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { NO_CHANGES } from "#contract/cache/changes";
import { sharedFlush } from "#contract/flush";
import { flushCommits, insertAuditEvent } from "#contract/queries";
import { UnitOfWork } from "#contract/transaction";
import { connect, type Sql } from "#db/client";
import { uuidv7 } from "#lib/ids";
import { startEmbedded } from "../src/db/embedded";
import { createDatabase, migrate } from "../src/db/migrate";
import { machine } from "./report";

const DATA_DIR = resolve(import.meta.dir, "../.data/audit");
const SAMPLE_MS = 10;

/**
 * How a change gets its audit row. `chained`: as in the pipeline, where the row goes out with a commit that does not wait
 * for the disk, and the answer does. `held`: with a commit like any other, after the row was answered. `unchained`: so,
 * too, in the same table with the same indexes and no trigger.
 */
export const WAYS = ["unchained", "chained", "held"] as const;

export type Way = (typeof WAYS)[number];

export interface Measured {
  readonly changesPerSecond: number;
  /** Of whole changes, from the first statement until they are on disk. */
  readonly medianMs: number;
  readonly p99Ms: number;
  /** How long a change waited for others of its chain, on average, by the share of the time that PostgreSQL showed. */
  readonly waitMs: number;
}

/** What the writers share. */
interface Writers {
  readonly sql: Sql;
  readonly way: Way;
  readonly flush: () => Promise<unknown>;
}

/** As many writers at once, in one organization or each in its own. */
export async function measureWriters(
  url: string,
  {
    writers,
    way,
    organizations,
    seconds,
  }: { writers: number; way: Way; organizations: "one" | "each"; seconds: number },
): Promise<Measured> {
  const sql = connect({ url, poolMax: writers + 2, prepare: true });
  try {
    const ids = Array.from({ length: writers }, () => uuidv7.next());
    await sql`insert into bench_rows (id, changes) select unnest(${ids}::uuid[]), 0`;
    const shared: Writers = { sql, way, flush: sharedFlush(() => flushCommits(sql, NO_CHANGES)) };
    const [only = ""] = ids;
    const run = async (until: number) =>
      Promise.all(ids.map((id) => changes(shared, id, organizations === "one" ? only : id, until)));
    // Connections are opened and statements prepared before it counts.
    await run(performance.now() + 300);
    const until = performance.now() + seconds * 1000;
    const [durations, waiting] = await Promise.all([run(until), averageWaiting(sql, until)]);
    const sorted = durations.flat().sort((one, other) => one - other);
    const changesPerSecond = sorted.length / seconds;
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
    return { changesPerSecond, medianMs: at(0.5), p99Ms: at(0.99), waitMs: (waiting / changesPerSecond) * 1000 };
  } finally {
    await sql.end();
  }
}

/** One writer's changes, one after another: how long each took. */
async function changes(writers: Writers, id: string, organizationId: string, until: number): Promise<number[]> {
  const durations: number[] = [];
  while (performance.now() < until) {
    const began = performance.now();
    await change(writers, id, organizationId);
    durations.push(performance.now() - began);
  }
  return durations;
}

async function change({ sql, way, flush }: Writers, id: string, organizationId: string): Promise<void> {
  const unit = new UnitOfWork(sql);
  await unit.sql`update bench_rows set changes = changes + 1 where id = ${id}`;
  const record = (transaction: Sql) => insertAuditEvent(transaction, eventIn(organizationId));
  if (way === "chained") {
    await unit.commit(record);
    await flush();
  } else {
    await record(unit.sql);
    await unit.sql`set local synchronous_commit = on`;
    await unit.commit();
  }
}

const eventIn = (organizationId: string): Parameters<typeof insertAuditEvent>[1] => ({
  id: uuidv7.next(),
  occurredAt: new Date(),
  event: "member.updated",
  operation: "updateMember",
  organizationId,
  scheme: "session",
  subject: uuidv7.next(),
  requestId: uuidv7.next(),
  address: "192.0.2.7",
  fields: { "path.userId": uuidv7.next(), "body.role": "admin" },
});

/** How many writers wait for another's place in a chain, on average of many looks. */
async function averageWaiting(sql: Sql, until: number): Promise<number> {
  let [looks, waiting] = [0, 0];
  while (performance.now() < until) {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'`;
    looks++;
    waiting += row?.count ?? 0;
    await Bun.sleep(SAMPLE_MS);
  }
  return looks === 0 ? 0 : waiting / looks;
}

/** What the writers change, and in the database without a chain a place for each event that needs no other. */
export async function prepare(url: string, way: Way): Promise<void> {
  const sql = connect({ url, poolMax: 1, prepare: true });
  try {
    await sql`create table bench_rows (id uuid primary key, changes int not null)`;
    if (way !== "unchained") return;
    await sql`create sequence bench_places`;
    await sql`
      alter table audit_events disable trigger audit_events_chain,
        alter column sequence set default nextval('bench_places'), alter column hash set default sha256('')`;
  } finally {
    await sql.end();
  }
}

const ROWS: readonly (readonly [way: Way, organizations: "one" | "each", name: string])[] = [
  ["unchained", "each", "no chain"],
  ["chained", "each", "an organization each"],
  ["chained", "one", "one organization"],
  ["held", "one", "one organization, held until the disk has it"],
];

async function run(writers: readonly number[], seconds: number): Promise<void> {
  console.log("| disk | writers | | changes/s | median | p99 | wait for each other |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const durable of [true, false]) {
    const server = await startEmbedded({ dataDir: `${DATA_DIR}/${durable ? "durable" : "fast"}`, durable });
    try {
      for (const count of writers)
        for (const [way, organizations, name] of ROWS) {
          const url = server.url("audit");
          await emptyDatabase(server.url("postgres"), url, way);
          const measured = await measureWriters(url, { writers: count, way, organizations, seconds });
          console.log(lineOf(durable ? "waits" : "does not", count, name, measured));
        }
    } finally {
      await server.stop();
    }
  }
}

async function emptyDatabase(adminUrl: string, url: string, way: Way): Promise<void> {
  const admin = connect({ url: adminUrl, poolMax: 1, prepare: true });
  await admin`drop database if exists audit with (force)`.finally(() => admin.end());
  await createDatabase(url);
  await migrate(url);
  await prepare(url, way);
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

const lineOf = (disk: string, writers: number, name: string, measured: Measured): string =>
  `| ${[
    disk,
    writers,
    name,
    Math.round(measured.changesPerSecond),
    ms(measured.medianMs),
    ms(measured.p99Ms),
    ms(measured.waitMs),
  ].join(" | ")} |`;

if (import.meta.main) {
  const { values } = parseArgs({
    options: { writers: { type: "string", default: "1,16,64" }, seconds: { type: "string", default: "3" } },
  });
  console.log(JSON.stringify(machine()));
  await run(values.writers.split(",").map(Number), Number(values.seconds));
  process.exit(0);
}
