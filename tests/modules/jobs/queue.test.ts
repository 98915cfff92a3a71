/** Jobs are added with the transaction of whoever adds them. */
import { describe, expect, test } from "bun:test";
import { UnitOfWork } from "#contract/transaction";
import { defineScheduledJob } from "../../../src/modules/jobs/job";
import { testApp } from "../../support/app";
import { addAll, storedJobs, timePasses, trialJob } from "../../support/jobs";

const words: string[] = [];
const say = trialJob(async (_ctx, { word }) => void words.push(word));
const no = () => Promise.reject(new Error("no"));
const fail = trialJob(no, { name: "trial.fail", retryLimit: 0 });
const app = await testApp({ jobs: [say, fail] });
const { jobs } = app.services;

describe("a job", () => {
  test("exists once the transaction of an operation is committed, and not before", async () => {
    const unit = new UnitOfWork(app.sql);
    await jobs.add(unit.sql, say, { word: "committed" });
    expect(await storedJobs(app)).toHaveLength(0);
    await unit.commit();
    await app.drain();
    expect(words).toEqual(["committed"]);
  });

  test("never exists where the transaction is rolled back", async () => {
    const before = (await storedJobs(app)).length;
    const unit = new UnitOfWork(app.sql);
    await jobs.add(unit.sql, say, { word: "rolled back" });
    await unit.rollback();
    expect(await storedJobs(app)).toHaveLength(before);
  });

  test("keeps its payload as it was given", async () => {
    const word = `"'\\u0000$1é😀`;
    await addAll(app, say, [word]);
    await app.drain();
    expect(words.at(-1)).toBe(word);
  });

  test("that is for later waits until then", async () => {
    await jobs.add(app.sql, say, { word: "later" }, { startAfterSeconds: 60 });
    expect(await app.drain()).toEqual([]);
    expect((await storedJobs(app)).at(-1)!.waitsSeconds).toBeWithin(50, 60);
    await timePasses(app);
    await app.drain();
    expect(words.at(-1)).toBe("later");
  });

  test("adds no query of its own to a full pool", async () => {
    const units = Array.from({ length: app.sql.options.max }, () => new UnitOfWork(app.sql));
    await Promise.all(units.map(({ sql }) => sql`select 1`));
    await Promise.all(units.map(({ sql }) => jobs.add(sql, say, { word: "full" })));
    await Promise.all(units.map((unit) => unit.commit()));
    expect(await app.drain()).toHaveLength(units.length);
  });
});

describe("retry", () => {
  test("runs a job once more that failed for good", async () => {
    await addAll(app, fail, ["no"]);
    await app.drain({ mayFail: true });
    const [{ id } = { id: "" }] = await storedJobs(app, fail.name);
    expect(await jobs.retry(app.sql, fail.name, id)).toBe(true);
    expect(await app.drain({ mayFail: true })).toMatchObject([{ jobId: id, attempt: 2, outcome: "failed" }]);
  });

  test("of a scheduled job is refused while another of its name waits", async () => {
    const scheduled = defineScheduledJob({ name: "trial.clean", cron: "0 0 1 1 *", run: no });
    const other = await app.another({ jobs: [scheduled] });
    const add = () => jobs.add(other.sql, scheduled, {});
    await add();
    await other.sql`update pgboss.job set retry_limit = 0 where name = ${scheduled.name}`;
    await other.drain({ mayFail: true });
    await add();
    const [{ id } = { id: "" }] = await storedJobs(other, scheduled.name);
    await expect(jobs.retry(other.sql, scheduled.name, id)).rejects.toMatchObject({ code: "23505" });
    await other.drain({ mayFail: true });
  });

  test("does nothing for a job that has not failed, or does not exist", async () => {
    await addAll(app, say, ["yes"]);
    const { id } = (await storedJobs(app)).at(-1)!;
    expect(await jobs.retry(app.sql, say.name, id)).toBe(false);
    expect(await jobs.retry(app.sql, say.name, crypto.randomUUID())).toBe(false);
    await app.drain();
  });
});

test("a process that starts brings the limits of its jobs with it, and writes nothing where they are the same", async () => {
  const written = () =>
    app.sql<{ name: string; updatedOn: string }[]>`select name, updated_on from pgboss.queue order by name`;
  const before = [...(await written())];
  await app.another({ jobs: [say, fail] });
  expect([...(await written())]).toEqual(before);
  const changed = { ...say, retryLimit: 7 };
  const other = await app.another({ jobs: [changed, fail] });
  await addAll(other, changed, ["changed"]);
  const [row] = await app.sql`select retry_limit from pgboss.job where name = ${say.name} and state = 'created'`;
  expect(row).toEqual({ retryLimit: 7 });
});
