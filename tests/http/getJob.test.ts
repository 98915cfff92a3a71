import { describe, expect, test } from "bun:test";
import type { Job, JobPage } from "#generated/types";
import { failingJob, retriedJob, trialApp } from "../support/failing-jobs";

const { app, ada } = await trialApp();

const read = (jobId: string) => ada.call<Job>("getJob", { path: { jobId } });

describe("200", () => {
  test("one job as the list has it, without what it was given", async () => {
    await app.services.jobs.add(app.sql, failingJob, { words: "a secret of the payload" });
    await app.drain({ mayFail: true });
    const [listed] = (await ada.call<JobPage>("listJobs")).body.items;
    const { status, body, text } = await read(listed!.id);
    expect({ status, body }).toEqual({ status: 200, body: listed! });
    expect(body).toMatchObject({ name: "trial.fail", state: "failed", error: "The other side said no." });
    expect(text).not.toContain("a secret of the payload");
  });

  test("what went wrong has a thousand characters at most, and is there while it is tried again", async () => {
    await app.services.jobs.add(app.sql, retriedJob, { words: "x" });
    await app.drain({ mayFail: true });
    const [listed] = (await ada.call<JobPage>("listJobs", { query: { name: "trial.retry" } })).body.items;
    await app.sql`
      update pgboss.job set output = jsonb_build_object('message', repeat('é', 5000)) where id = ${listed!.id}`;
    const { body } = await read(listed!.id);
    expect(body).toMatchObject({ state: "waiting", attempts: 1, error: "é".repeat(1_000) });
  });

  test("a job whose worker was killed says that its time was over", async () => {
    await app.services.jobs.add(app.sql, failingJob, { words: "x" }, { startAfterSeconds: 3600 });
    const [listed] = (await ada.call<JobPage>("listJobs", { query: { state: "waiting", name: "trial.fail" } })).body
      .items;
    await app.sql`
      update pgboss.job set output = '{ "value": { "message": "job timed out" } }'::jsonb where id = ${listed!.id}`;
    expect((await read(listed!.id)).body.error).toBe("job timed out");
  });
});

describe("404", () => {
  test("an id that no job has", async () => {
    expect(await read(app.options.ids.next())).toMatchObject({ status: 404 });
  });
});
