/** The tables of the queue are pg-boss's own, made by a migration, and the server has the rights that it needs. */
import { expect, test } from "bun:test";
import { getConstructionPlans } from "pg-boss";
import { dumpSchema } from "../../../src/db/dump";
import { openBoss } from "../../../src/modules/jobs/boss";
import { testApp } from "../../support/app";
import { openTestDatabase } from "../../support/database";

test("the migrations make exactly the schema of the installed version; if not: docs/jobs.md, Upgrading pg-boss", async () => {
  const [migrated, planned] = [await openTestDatabase(), await openTestDatabase({ empty: true })];
  const [ours, theirs] = [migrated.connect({ max: 1, asOwner: true }), planned.connect({ max: 1 })];
  await ours.unsafe("drop schema public cascade; create schema public; drop owned by groundwork_app");
  await theirs.unsafe("drop schema public; create schema public");
  await theirs.unsafe(getConstructionPlans("pgboss"));
  const days = await theirs<{ name: string }[]>`
    select relname as name from pg_class where relname ~ '^queue_stats_[0-9]{8}$' and relkind = 'r'`;
  for (const { name } of days) await theirs`drop table pgboss.${theirs(name)}`;
  const dumps = [await dumpSchema(migrated.url), await dumpSchema(planned.url)];
  await Promise.all([ours.end(), theirs.end()]);
  await Promise.all([migrated.close(), planned.close()]);
  expect(days).toHaveLength(2);
  expect(dumps[0]).toContain("INSERT INTO pgboss.version");
  expect(dumps[0]).toBe(dumps[1]!);
});

test("the server's role may do all that keeping house needs", async () => {
  const app = await testApp();
  const boss = openBoss({ sql: app.sql, log: app.options.log, keeps: false });
  await boss.supervise();
  expect(app.logged()).not.toContain("jobs: pg-boss");
  expect(await app.sql`select name from pgboss.queue where maintain_on is null or monitor_on is null`).toEqual(
    [] as never,
  );
});
