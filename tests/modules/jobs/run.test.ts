/** One run of a job, and what becomes of the job when it ends. */
import { describe, expect, test } from "bun:test";
import { type JobContext, PermanentJobError } from "../../../src/modules/jobs/job";
import { testApp } from "../../support/app";
import { addAll, storedJobs, timePasses, trialJob, until } from "../../support/jobs";

const no = () => Promise.reject(Object.assign(new Error("no"), { code: "E_NO" }));

describe("a run that fails", () => {
  test("is made again later, each time after about twice as long up to a maximum, and at last never again", async () => {
    const job = trialJob(no, { retryLimit: 3, retryDelayMaximumSeconds: 35 });
    const app = await testApp({ jobs: [job] });
    await addAll(app, job, ["x"]);
    const waits: number[] = [];
    const outcomes: string[] = [];
    for (let attempt = 1; attempt <= 4; attempt++) {
      const [record] = await app.drain({ mayFail: true });
      outcomes.push(`${record?.attempt} ${record?.outcome}`);
      waits.push((await storedJobs(app))[0]!.waitsSeconds);
      expect(await app.drain()).toEqual([]);
      await timePasses(app);
    }
    expect(outcomes).toEqual(["1 retried", "2 retried", "3 retried", "4 failed"]);
    expect(waits[0]).toBeWithin(9, 20);
    expect(waits[1]).toBeWithin(19, 36);
    expect(waits[2]).toBeWithin(34, 36);
    expect(await storedJobs(app)).toMatchObject([
      { state: "failed", output: { type: "Error", message: "no", code: "E_NO" } },
    ]);
    expect(await app.drain()).toEqual([]);
  });

  test("for good is never made again", async () => {
    const job = trialJob(() => Promise.reject(new PermanentJobError("no such mailbox")));
    const app = await testApp({ jobs: [job] });
    await addAll(app, job, ["x"]);
    expect(await app.drain({ mayFail: true })).toMatchObject([{ attempt: 1, outcome: "failed" }]);
    expect(await storedJobs(app)).toMatchObject([{ state: "failed", output: { message: "no such mailbox" } }]);
  });

  test("leaves nothing of its transaction, and no row of the database in what is stored or logged", async () => {
    const job = trialJob((ctx) =>
      ctx.transaction(async (sql) => {
        await sql`insert into idempotency_keys values ('o', 'p', 'k', '', 200, null, '[]', null, now(), now())`;
        await sql`select ${"a word of a row"}::int`;
      }),
    );
    const app = await testApp({ jobs: [job] });
    await addAll(app, job, ["x"]);
    await app.drain({ mayFail: true });
    expect(await app.sql`select key from idempotency_keys`).toHaveLength(0);
    expect(await storedJobs(app)).toMatchObject([{ state: "retry", output: { type: "PostgresError", code: "22P02" } }]);
    expect(app.logged()).not.toContain("a word of a row");
  });
});

test("a payload that does not fit fails the run, says where, and tells nobody what it was", async () => {
  let runs = 0;
  const job = trialJob(async () => void runs++);
  const app = await testApp({ jobs: [job] });
  await app.services.jobs.add(app.sql, job, { word: "a newer version's word", secret: 1 } as never);
  await app.drain({ mayFail: true });
  const [stored] = await storedJobs(app);
  expect(runs).toBe(0);
  expect(stored?.state).toBe("retry");
  expect(String(stored?.output?.message)).toMatch(/does not fit at \/(?:word|secret)/);
  expect(app.logged()).not.toContain("a newer version's word");
});

test("a run that takes too long is told so, cut off from the database, and made again", async () => {
  const seen: unknown[] = [];
  const held: Promise<unknown>[] = [];
  let late: JobContext | undefined;
  const job = trialJob(
    async (ctx) => {
      if (ctx.attempt > 1) return;
      late = ctx;
      ctx.signal.addEventListener("abort", () => seen.push(ctx.signal.reason));
      held.push(ctx.transaction((sql) => sql`select pg_sleep(60)`));
      await Promise.all([ctx.sql`select pg_sleep(60)`, ...held]);
    },
    { timeoutSeconds: 1 },
  );
  const app = await testApp({ jobs: [job] });
  await addAll(app, job, ["x"]);
  expect(await app.drain({ mayFail: true })).toMatchObject([
    { outcome: "retried", cause: { name: "JobTimeoutError" } },
  ]);
  expect(seen).toMatchObject([{ name: "JobTimeoutError" }]);
  await expect(held[0]).rejects.toThrow();
  await expect(late!.sql`select 1`).rejects.toThrow("has ended");
  await expect(late!.transaction((sql) => sql`select 1`)).rejects.toThrow("longer than 1 s");
  await timePasses(app);
  expect(await app.drain()).toMatchObject([{ attempt: 2, outcome: "completed" }]);
});

test("a run whose job was given to somebody else meanwhile changes nothing of it", async () => {
  const job = trialJob(async (ctx) => {
    await ctx.sql`update pgboss.job set retry_count = retry_count + 1 where id = ${ctx.jobId}`;
  });
  const app = await testApp({ jobs: [job] });
  await addAll(app, job, ["x"]);
  expect(await app.drain({ mayFail: true })).toMatchObject([{ outcome: "lost" }]);
  expect(await storedJobs(app)).toMatchObject([{ state: "active", retryCount: 1 }]);
});

test("each run has one line in the log, with its job, attempt, outcome and time, and not its payload", async () => {
  const job = trialJob(async (ctx) => {
    ctx.log.info("in the run");
    if (ctx.attempt === 1) await no();
  });
  const app = await testApp({ jobs: [job] });
  await addAll(app, job, ["a secret word"]);
  await app.drain({ mayFail: true });
  await timePasses(app);
  await app.drain();
  const [{ id: jobId } = { id: "" }] = await storedJobs(app);
  const lines = app
    .logged()
    .split("\n")
    .filter((line) => line.includes(jobId))
    .map((line) => JSON.parse(line));
  const common = { job: "trial.say", jobId };
  const time = { durationMs: expect.any(Number) };
  expect(lines).toMatchObject([
    { ...common, attempt: 1, level: "info", msg: "in the run" },
    { ...common, ...time, attempt: 1, level: "warn", outcome: "retried", cause: { message: "no" }, msg: "job" },
    { ...common, attempt: 2, level: "info", msg: "in the run" },
    { ...common, ...time, attempt: 2, level: "info", outcome: "completed", msg: "job" },
  ]);
  expect(app.logged()).not.toContain("a secret word");
});

test("metrics count runs by outcome and time them, and a worker says what waits, runs and failed", async () => {
  const job = trialJob((_ctx, { word }) => (word === "fail" ? no() : Promise.resolve()), { retryLimit: 0 });
  const app = await testApp({ jobs: [job, trialJob(no, { name: "trial.idle" })] });
  await addAll(app, job, ["a", "b", "fail"]);
  await app.drain({ mayFail: true });
  await app.services.jobs.add(app.sql, job, { word: "later" }, { startAfterSeconds: 3600 });
  await app.worker.start();
  await until(app, () => app.worker.counts.length > 0);
  const { text } = await app.operator.call("getMetrics");
  for (const line of [
    'job_runs_total{job="trial.say",outcome="completed"} 2',
    'job_runs_total{job="trial.say",outcome="failed"} 1',
    'job_run_duration_seconds_bucket{le="+Inf",job="trial.say",outcome="completed"} 2',
    'jobs_waiting{job="trial.say"} 1',
    'jobs_active{job="trial.say"} 0',
    'jobs_failed{job="trial.say"} 1',
    'jobs_late_seconds{job="trial.say"} 0',
    'jobs_waiting{job="trial.idle"} 0',
  ])
    expect(text.split("\n")).toContain(line);
});
