import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "#db/client";
import { openDatabase, SLOW_QUERY_MS } from "../../src/dev/database";

// PostgreSQL is started twice.
setDefaultTimeout(60_000);

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "groundwork-database-"));
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** What a connection of the server's finds in the database of a profile. */
async function found(profile: string) {
  await using database = await openDatabase({ GROUNDWORK_ENV: profile, DATA_DIR: dataDir });
  const sql = connect({ url: database.url, poolMax: 1, prepare: true });
  const [row] = await sql<{ slow: string | null; parameters: string | null; counts: boolean }[]>`
    select current_setting('auto_explain.log_min_duration', true) as slow,
      current_setting('auto_explain.log_parameter_max_length', true) as parameters,
      exists (select from pg_stat_statements) as counts`.finally(() => sql.end());
  return { ...row };
}

test("in development slow queries are told of without their parameters, and statements are counted", async () => {
  expect(await found("development")).toEqual({ slow: `${SLOW_QUERY_MS}ms`, parameters: "0", counts: true });
});

test("in production nobody is told of plans, and statements are counted", async () => {
  expect(await found("production")).toEqual({ slow: null, parameters: null, counts: true });
});
