import { describe, expect, test } from "bun:test";
import type { Job, JobPage } from "#generated/types";
import { failingJob, scheduledJob, succeedingJob, trialApp } from "../support/failing-jobs";

const { app, ada } = await trialApp();

const retry = (jobId: string) => ada.call<Job & { code?: string }>("retryJob", { path: { jobId } });
const newest = async (name: string) =>
  (await ada.call<JobPage>("listJobs", { query: { name, limit: 1 } })).body.items[0] as Job;

async function failed(): Promise<Job> {
  await app.services.jobs.add(app.sql, failingJob, { words: "x" });
  await app.drain({ mayFail: true });
  return newest("trial.fail");
}

describe("200", () => {
  test("it waits again, runs once more, and the log names who wanted it", async () => {
    const { id } = await failed();
    expect(await retry(id)).toMatchObject({ status: 200, body: { id, state: "waiting", endedAt: null, attempts: 1 } });
    const [record] = await app.drain({ mayFail: true });
    expect(record).toMatchObject({ job: "trial.fail", jobId: id, outcome: "failed" });
    expect(await newest("trial.fail")).toMatchObject({ id, state: "failed", attempts: 2 });
    expect([...(await app.audited("job.retried", ada.userId))]).toEqual([
      { operation: "retryJob", subject: ada.userId, fields: { "path.jobId": id } },
    ]);
  });

  test("of ten at once one takes effect: it runs once more, not ten times", async () => {
    const { id } = await failed();
    const statuses = (await Promise.all(Array.from({ length: 10 }, () => retry(id)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, ...Array(9).fill(409)]);
    expect(await app.drain({ mayFail: true })).toHaveLength(1);
  });
});

describe("404", () => {
  test("an id that no job has", async () => {
    expect(await retry(app.options.ids.next())).toMatchObject({ status: 404 });
  });
});

describe("409 job_not_failed", () => {
  test("one that waits, and one that is done", async () => {
    await app.services.jobs.add(app.sql, succeedingJob, { words: "x" });
    const { id } = await newest("trial.succeed");
    expect(await retry(id)).toMatchObject({ status: 409, body: { code: "job_not_failed" } });
    await app.drain();
    expect(await retry(id)).toMatchObject({ status: 409, body: { code: "job_not_failed" } });
    expect(await newest("trial.succeed")).toMatchObject({ state: "done", attempts: 1 });
  });
});

describe("409 job_waits", () => {
  test("scheduled work of which the next waits already", async () => {
    await app.services.jobs.add(app.sql, scheduledJob, {});
    await app.drain({ mayFail: true });
    const { id } = await newest("trial.schedule");
    await app.services.jobs.add(app.sql, scheduledJob, {}, { startAfterSeconds: 3600 });
    expect(await retry(id)).toMatchObject({ status: 409, body: { code: "job_waits" } });
    expect((await ada.call<Job>("getJob", { path: { jobId: id } })).body.state).toBe("failed");
  });
});
