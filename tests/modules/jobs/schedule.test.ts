/** Scheduled jobs are made by the clock of the database, once for all processes. */
import { expect, test } from "bun:test";
import { defineScheduledJob } from "../../../src/modules/jobs/job";
import { type TestApp, testApp } from "../../support/app";
import { storedJobs, trialJob, until } from "../../support/jobs";

/** pg-boss looks for occurrences when it starts, and hands them on five seconds later. */
const SCHEDULE_TEST_MS = 30_000;

const madeOf = (app: TestApp, name: string) =>
  app.sql<{ made: number }[]>`select count(*)::int as made from pgboss.job where data ->> 'name' = ${name}`;

test(
  "an occurrence becomes one job, though every process looks for it, and one that all missed is made up for",
  async () => {
    let runs = 0;
    const at = await fiveMinutesAgo();
    const job = defineScheduledJob({ name: "trial.clean", cron: at, run: async () => void runs++ });
    const app = await testApp({ jobs: [job] });
    const [first, second, third] = [await app.another({ jobs: [job] }), await app.another({ jobs: [job] }), app];
    const lookedSince = async (time: string) =>
      (await app.sql`select cron_on > now() - ${time}::interval as looked from pgboss.version`)[0]?.looked;
    const nobodyLookedForTenMinutes = () => app.sql`update pgboss.version set cron_on = now() - interval '10 minutes'`;
    await (await app.another({ jobs: [job] })).worker.start();
    await app.sql`update pgboss.schedule set created_on = now() - interval '1 hour'`;
    await nobodyLookedForTenMinutes();
    await Promise.all([first.worker.start(), second.worker.start()]);
    await until(app, () => runs === 1);
    await nobodyLookedForTenMinutes();
    await third.worker.start();
    await until(app, async () => (await lookedSince("1 minute")) === true);
    await third.worker.stop(0);
    expect(await madeOf(app, job.name)).toMatchObject([{ made: 1 }]);
    expect(await storedJobs(app, job.name)).toMatchObject([{ state: "completed" }]);
  },
  SCHEDULE_TEST_MS,
);

test("a scheduled job that waits already is not added a second time", async () => {
  const job = defineScheduledJob({ name: "trial.clean", cron: "0 0 1 1 *", run: async () => {} });
  const app = await testApp({ jobs: [job] });
  await app.services.jobs.add(app.sql, job, {});
  await app.services.jobs.add(app.sql, job, {});
  expect(await app.drain()).toHaveLength(1);
});

test("the schedules are those of the process that started last", async () => {
  const job = defineScheduledJob({ name: "trial.clean", cron: "0 0 1 1 *", run: async () => {} });
  const app = await testApp({ jobs: [job] });
  const schedules = () => app.sql<{ name: string; cron: string }[]>`select name, cron from pgboss.schedule`;
  await app.worker.start();
  expect(await schedules()).toMatchObject([{ name: job.name, cron: "0 0 1 1 *" }]);
  const later = await app.another({ jobs: [{ ...job, schedule: { cron: "5 0 1 1 *", payload: {} } }] });
  await later.worker.start();
  expect(await schedules()).toMatchObject([{ name: job.name, cron: "5 0 1 1 *" }]);
  const without = await app.another({ jobs: [trialJob(async () => {})] });
  await without.worker.start();
  expect(await schedules()).toHaveLength(0);
});

/** As a cron expression of that minute, by the clock of the database. */
async function fiveMinutesAgo(): Promise<string> {
  const app = await testApp({ jobs: [] });
  const [row] = await app.sql<{ cron: string }[]>`
    select to_char(now() - interval '5 minutes', 'MI HH24 * * *') as cron`;
  return row!.cron;
}
