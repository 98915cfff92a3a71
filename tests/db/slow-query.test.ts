/** Slow queries, as the real server tells of them in development. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Sql } from "#db/client";
import { createLog } from "#lib/log";
import { type EmbeddedPostgres, startEmbedded } from "../../src/db/embedded";
import { loadModules } from "../../src/db/modules";
import { type SlowQuery, slowQueryOf } from "../../src/db/slow-query";

// A start of PostgreSQL.
setDefaultTimeout(60_000);

const SLOW_MS = 40;

let server: EmbeddedPostgres;
let sql: Sql;
const heard: SlowQuery[] = [];
const notices: string[] = [];

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "groundwork-slow-"));
  server = await startEmbedded({ dataDir, durable: false, slowQueryMs: SLOW_MS });
  const told = { onSlowQuery: (query: SlowQuery) => heard.push(query), onNotice: (text: string) => notices.push(text) };
  sql = connect({ url: server.url("postgres"), poolMax: 1, prepare: true, ...told });
  await sql`set max_parallel_workers_per_gather = 0`;
  await sql`create table letters (id int primary key, body text, pages int)`;
  await sql`insert into letters select n, repeat(md5(n::text), 8), n from generate_series(1, 100000) n`;
});

afterAll(async () => {
  await sql.end();
  await server.stop();
  await rm(server.dataDir, { recursive: true, force: true });
});

/** What was told of while this ran. */
async function toldOf(work: () => Promise<unknown>): Promise<SlowQuery[]> {
  heard.length = 0;
  await work();
  return [...heard];
}

describe("a query above the limit", () => {
  test("is told of once, on one line, with how long it took, its plan and the rows that its parts gave", async () => {
    const told = await toldOf(
      () => sql`
      select count(*) from letters,
        pg_sleep(${0.05})
      where pages > ${70_000}`,
    );
    expect(told).toHaveLength(1);
    const { durationMs, query, plan } = told[0]!;
    expect(durationMs).toBeGreaterThanOrEqual(SLOW_MS);
    expect(query).toBe("select count(*) from letters, pg_sleep($1) where pages > $2");
    expect(plan.join("\n")).toMatch(/^Aggregate +\(cost=.*\(actual rows=1\.00 loops=1\)\n/);
    expect(plan.join("\n")).toMatch(/Seq Scan on letters .*\(actual rows=30000\.00 loops=1\)/);
    expect(plan.join("\n")).toMatch(/Rows Removed by Filter: 70000$/m);
  });

  test("shows nobody's values, neither where it is planned for all nor where it is planned for them", async () => {
    const secret = "it's a\nsecret (cost=1) 'of \\ ada@example.com";
    const run = () => sql`
      select pg_sleep(${0.05}) from letters
      where id = ${48_613} and body <> ${secret} and body <> all(${[secret, "hunter2"]}) and pages <> ${-77_123}`;
    for (const mode of ["force_generic_plan", "force_custom_plan"]) {
      await sql`select set_config('plan_cache_mode', ${mode}, false)`;
      const [told] = await toldOf(run);
      const text = JSON.stringify(told);
      expect(text).toContain("Index Cond: (id = ");
      for (const value of ["secret", "ada@", "hunter2", "48613", "77123"]) expect(text).not.toContain(value);
    }
  });

  test("is shortened where it is long", async () => {
    const columns = Array.from({ length: 400 }, (_, n) => `pages + ${n} as column_${n}`).join(", ");
    const unions = Array.from({ length: 80 }, () => "select 1 from letters where id = 1").join(" union all ");
    const [long] = await toldOf(() => sql.unsafe(`select ${columns} from letters, pg_sleep(0.05) limit 1`));
    const [deep] = await toldOf(() => sql.unsafe(`select count(*) from (${unions}) x, pg_sleep(0.05)`));
    expect(long!.query).toHaveLength(500);
    expect(deep!.plan.length).toBe(61);
    expect(deep!.plan.at(-1)).toBe("…");
  });
});

test("a query below the limit is not told of, and another notice is not taken for one", async () => {
  const told = await toldOf(async () => {
    await sql`select id from letters where id = ${1}`;
    await sql`do $$ begin raise notice 'duration: 5000 ms  plan: by hand'; end $$`;
  });
  expect(told).toEqual([]);
  expect(notices).toContain("duration: 5000 ms  plan: by hand");
});

test("PostgreSQL's own log has none of it", async () => {
  await sql`select pg_sleep(0.05)`;
  expect(await readFile(join(server.dataDir, "postgres.log"), "utf8")).not.toContain("pg_sleep");
});

test("the duration is read whatever language the server speaks", () => {
  const message = "Dauer: 12.345 ms  Plan:\nQuery Text: select $1\nResult  (cost=0.00..0.01 rows=1 width=4)";
  expect(slowQueryOf({ file: "auto_explain.c", message })).toEqual({
    durationMs: 12.345,
    query: "select $1",
    plan: ["Result  (cost=0.00..0.01 rows=1 width=4)"],
  });
});

test("in the log of development the plan has lines of its own, and in JSON it is a list", async () => {
  const [slow] = await toldOf(() => sql`select count(*) from letters, pg_sleep(${0.05})`);
  const written = async (format: "pretty" | "json") => {
    const lines: string[] = [];
    const destination = { write: (line: string) => void lines.push(line) };
    (await createLog({ level: "info", format, destination })).warn(slow!, "slow query");
    return lines.join("");
  };
  const pretty = await written("pretty");
  expect(pretty).toMatch(
    /WARN.*: slow query, [\d.]+ ms: select count\(\*\) from letters, pg_sleep\(\$1\)\n {4}Aggregate /,
  );
  expect(pretty.split("\n").filter((line) => line.startsWith("    "))).toHaveLength(slow!.plan.length);
  expect(JSON.parse(await written("json"))).toMatchObject({ level: "warn", msg: "slow query", ...slow });
});

describe("modules", () => {
  const all = new Set(["pg_stat_statements", "auto_explain", "plpgsql"]);

  test("what the package does not have is left out of the settings, so that the server starts, and named", () => {
    expect(loadModules(all, 100).missing).toEqual([]);
    expect(loadModules(new Set(["auto_explain"]), undefined)).toEqual({
      settings: [],
      missing: ["pg_stat_statements"],
    });
    const { settings, missing } = loadModules(new Set(["pg_stat_statements"]), 100);
    expect(settings).toEqual(["shared_preload_libraries=pg_stat_statements"]);
    expect(missing).toEqual(["auto_explain"]);
  });

  test("plans are asked for in development only", () => {
    expect(loadModules(all, undefined).settings.join()).not.toContain("auto_explain");
  });

  test("the package for this machine has both", () => {
    expect(server.missingModules).toEqual([]);
  });
});
