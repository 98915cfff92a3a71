import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Sql } from "#db/client";
import { type EmbeddedPostgres, startEmbedded } from "#db/embedded";
import { createDatabase } from "#db/migrate";
import { DatabaseWatch } from "#db/watch";
import { operation, testApp } from "../contract/pipeline/support";

/** Longer than this test may take: nothing here ends because its own time is over. */
const NEVER_MS = 600_000;

let dataDir: string;
let server: EmbeddedPostgres;
let pool: Sql;
let watch: DatabaseWatch;
let url: string;
const said: string[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "watched-"));
  server = await startEmbedded({ dataDir, durable: false });
  url = server.url("watched");
  await createDatabase(url);
  pool = connect({ url, poolMax: 3, prepare: true });
  await pool`create table notes (id text primary key)`;
  const say = (message: unknown) => void said.push(String(message));
  watch = new DatabaseWatch({ url, log: { error: say, info: say } });
});

afterAll(async () => {
  await watch.close();
  await pool.end();
  await server.stop();
  await rm(dataDir, { recursive: true });
});

/** Stops the postmaster and everything that serves a client, as kill -STOP does, for as long as `work` takes. */
async function frozen<R>(work: () => Promise<R>): Promise<R> {
  const [postmaster] = (await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n");
  const backends = await pool<{ pid: number }[]>`
    select pid from pg_stat_activity where backend_type = 'client backend'`;
  const pids = [Number(postmaster), ...backends.map(({ pid }) => pid)];
  for (const pid of pids) process.kill(pid, "SIGSTOP");
  try {
    return await work();
  } finally {
    for (const pid of pids) process.kill(pid, "SIGCONT");
  }
}

function watched() {
  const timed = { policy: { timeoutMs: NEVER_MS } };
  const { app, call } = testApp(
    [
      [
        operation("read", "GET", "/read", timed),
        async (ctx) => ctx.sql`select 1`.then(() => ({ status: 200, body: {} })),
      ],
      [
        operation("write", "POST", "/write", timed),
        async (ctx) => {
          await ctx.sql`insert into notes (id) values (${ctx.requestId})`;
          return { status: 200, body: {} };
        },
      ],
      [
        operation("linger", "POST", "/linger", timed),
        async (ctx) => {
          await ctx.sql`insert into notes (id) values ('lingering')`;
          inTransaction.resolve();
          await ctx.sql`select pg_sleep(600)`;
          return { status: 200, body: {} };
        },
      ],
      [operation("none", "GET", "/none", timed), () => ({ status: 200, body: {} })],
    ],
    { sql: watch.guard(pool) },
  );
  const inTransaction = Promise.withResolvers<void>();
  watch.onLost(() => app.interrupt(new Error("The database does not answer.")));
  return { app, call, inTransaction: inTransaction.promise };
}

describe("a database that stops without a word", () => {
  test("answers 503 to what waits for it and to what comes, serves the rest, and is found again by itself", async () => {
    const { app, call, inTransaction } = watched();
    const lingering = call("POST", "/linger");
    await inTransaction;
    await frozen(async () => {
      const waiting = await Promise.all([lingering, call("GET", "/read"), call("POST", "/write")]);
      expect(waiting.map(({ status }) => status)).toEqual([503, 503, 503]);
      expect(waiting[0].headers.get("retry-after")).toBe("5");
      const coming = await Promise.all([call("GET", "/read"), call("POST", "/write"), call("GET", "/none")]);
      expect(coming.map(({ status }) => status)).toEqual([503, 503, 200]);
      expect(said).toEqual(["the database does not answer"]);
    });
    while (app.inFlight() > 0 || (await call("GET", "/read")).status !== 200) await pool`select 1`;
    expect((await call("POST", "/write")).status).toBe(200);
    expect(said).toEqual(["the database does not answer", "the database answers again"]);
    const [left] = await pool<{ open: number; lingering: number }[]>`
      select (select count(*)::int from pg_stat_activity where state like 'idle in transaction%') as open,
        (select count(*)::int from notes where id = 'lingering') as lingering`;
    expect(left).toEqual({ open: 0, lingering: 0 });
  }, 60_000);
});
