import { afterAll, beforeAll, expect, test } from "bun:test";
import { connect, type Sql } from "#db/client";
import { uuidv7 } from "#lib/ids";
import { dumpSchema } from "../../src/db/dump";
import { slowQueries } from "../../src/dev/slow-queries";
import { openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let owner: Sql;

beforeAll(async () => {
  database = await openTestDatabase();
  owner = database.connect({ max: 1, asOwner: true });
});

afterAll(async () => {
  await owner.end();
  await database.close();
});

test("a database that counts nothing is told how it can", async () => {
  await expect(slowQueries(database.url)).rejects.toThrow("create extension pg_stat_statements;");
});

test("says what took the most time, with how often, how long, how many rows and how much of it was in memory", async () => {
  await owner`create extension pg_stat_statements`;
  for (let n = 0; n < 3; n++) await owner`select pg_sleep(${0.02})`;
  await owner`select count(*) from pg_class where relname > ${"secret"}`;
  const report = await slowQueries(database.url);
  expect(report).toContain("The 15 statements that took the most time together:");
  expect(report).toMatch(/^ +total ms +calls +mean ms +rows +cached +statement$/m);
  const [, total, mean] = /^ +(\d+) +3 +(\d+\.\d\d) +3 + select pg_sleep\(\$1\)$/m.exec(report) ?? [];
  expect(Number(mean)).toBeGreaterThan(0);
  expect(Number(total)).toBeGreaterThan(Number(mean));
  expect(report).toMatch(/1 +\d+\.\d % +select count\(\*\) from pg_class where relname > \$1$/m);
  expect(report).not.toContain("secret");
});

test("whoever may not see it is told what to ask for", async () => {
  const role = `test_${process.pid}_reader`;
  const password = uuidv7.next();
  await owner.unsafe(`create role ${role} login password '${password}'`);
  const url = new URL(database.url);
  url.username = role;
  url.password = password;
  await expect(slowQueries(url.href)).rejects.toThrow(`grant pg_read_all_stats to ${role};`);
  await owner.unsafe(`grant pg_read_all_stats to ${role}`);
  expect(await slowQueries(url.href)).toContain("select pg_sleep($1)");
  await owner.unsafe(`drop role ${role}`);
});

test("what counts statements is no part of the schema", async () => {
  expect(await dumpSchema(database.url)).not.toContain("pg_stat_statements");
  const sql = connect({ url: database.url, poolMax: 1, prepare: false });
  expect(await sql`select extname from pg_extension where extname = 'pg_stat_statements'`).toHaveLength(1);
  await sql.end();
});
