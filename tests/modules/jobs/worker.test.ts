/** Processes that run the same jobs: what they share, and what becomes of the work of one that ends. */
import { describe, expect, test } from "bun:test";
import { fileURLToPath } from "node:url";
import { openBoss } from "../../../src/modules/jobs/boss";
import { testApp } from "../../support/app";
import { addAll, storedJobs, trialJob, until } from "../../support/jobs";

const KILLED = fileURLToPath(new URL("killed-worker.ts", import.meta.url));

/** Runs that wait until they are let go, and who runs how many. */
function gate() {
  const { promise: open, resolve: letGo } = Promise.withResolvers<void>();
  const words: string[] = [];
  const most: Record<string, number> = {};
  const running: Record<string, number> = {};
  const enter = async (where: string, word: string) => {
    words.push(word);
    running[where] = (running[where] ?? 0) + 1;
    most[where] = Math.max(most[where] ?? 0, running[where]);
    await open;
    running[where]--;
  };
  return { enter, letGo, words, most, running };
}

describe("two workers", () => {
  test("run each job once, and never more than their limit at once", async () => {
    const { enter, letGo, words, most } = gate();
    const as = (where: string) => trialJob((_ctx, { word }) => enter(where, word), { concurrency: 2 });
    const app = await testApp({ jobs: [as("one")] });
    const other = await app.another({ jobs: [as("other")] });
    const all = Array.from({ length: 40 }, (_, number) => `word ${number}`);
    await addAll(app, as("one"), all);
    await Promise.all([app.worker.start(), other.worker.start()]);
    await until(app, () => words.length === 4);
    letGo();
    await until(app, async () => (await storedJobs(app)).every(({ state }) => state === "completed"));
    expect(words.toSorted()).toEqual(all.toSorted());
    expect(most).toEqual({ one: 2, other: 2 });
  });
});

describe("one worker", () => {
  test("runs no more of a job than its limit, and all in all no more than half of the pool's connections", async () => {
    const { enter, letGo, most, running } = gate();
    const alone = trialJob(() => enter("alone", ""), { name: "trial.alone", concurrency: 1 });
    const many = trialJob(() => enter("many", ""), { name: "trial.many", concurrency: 20 });
    const app = await testApp({ jobs: [alone, many] });
    await addAll(app, alone, ["1", "2", "3"]);
    await addAll(app, many, ["1", "2", "3"]);
    expect(app.sql.options.max).toBe(4);
    await app.worker.start();
    await until(app, () => running.alone === 1 && running.many === 1);
    await until(app, () => app.worker.counts.length === 2);
    expect(running).toEqual({ alone: 1, many: 1 });
    letGo();
    await until(app, async () => (await storedJobs(app, alone.name)).every(({ state }) => state === "completed"));
    expect(most.alone).toBe(1);
  });
});

describe("a worker that stops", () => {
  test("takes no more jobs, and waits for those that run", async () => {
    const { enter, letGo, words } = gate();
    const job = trialJob((_ctx, { word }) => enter("here", word), { concurrency: 1 });
    const app = await testApp({ jobs: [job] });
    await addAll(app, job, ["first", "second"]);
    await app.worker.start();
    await until(app, () => words.length === 1);
    const stopped = app.worker.stop(60_000);
    letGo();
    await stopped;
    expect(words).toEqual(["first"]);
    expect((await storedJobs(app)).map(({ state }) => state)).toEqual(["completed", "created"]);
  });

  test("takes nothing that it was looking for when it was told", async () => {
    const job = trialJob(async () => {});
    const app = await testApp({ jobs: [job] });
    await app.services.jobs.add(app.sql, job, { word: "x" }, { startAfterSeconds: 3600 });
    await app.worker.start();
    const stopped = await app.owner.begin(async (sql) => {
      await sql`lock table pgboss.queue in access exclusive mode`;
      await sql`update pgboss.job set start_after = now()`;
      const looks = () =>
        app.sql`select from pg_locks where relation = 'pgboss.queue'::regclass and mode = 'AccessShareLock' and not granted`;
      await until(app, async () => (await looks()).length === 1);
      return { stopped: app.worker.stop(60_000) };
    });
    await stopped.stopped;
    expect(await storedJobs(app)).toMatchObject([{ state: "created" }]);
  });

  test("gives back what does not end in time, and another makes the run as if it had not begun", async () => {
    const signals: AbortSignal[] = [];
    const hanging = trialJob((ctx) => {
      signals.push(ctx.signal);
      return new Promise(() => {});
    });
    const app = await testApp({ jobs: [hanging] });
    const other = await app.another({ jobs: [trialJob(async () => {})] });
    await addAll(app, hanging, ["x"]);
    await app.worker.start();
    await until(app, () => signals.length === 1);
    await app.worker.stop(0);
    expect(signals[0]?.aborted).toBe(true);
    expect(await storedJobs(app)).toMatchObject([{ state: "created" }]);
    expect(await other.drain()).toMatchObject([{ attempt: 1, outcome: "completed" }]);
  });
});

test("a job whose worker was killed is run again once its time is over", async () => {
  const app = await testApp({ jobs: [trialJob(async () => {})] });
  await addAll(
    app,
    trialJob(async () => {}),
    ["x"],
  );
  const child = Bun.spawn([process.execPath, KILLED, app.database.url], { stdout: "pipe" });
  const { value } = await child.stdout.getReader().read();
  expect(new TextDecoder().decode(value)).toBe("running");
  child.kill("SIGKILL");
  await child.exited;
  const keeper = openBoss({ sql: app.sql, log: app.options.log, keeps: false });
  await keeper.supervise("trial.say");
  expect(await storedJobs(app)).toMatchObject([{ state: "active" }]);
  await app.sql`update pgboss.job set started_on = started_on - interval '76 seconds'`;
  await app.sql`update pgboss.queue set monitor_claim_on = null, monitor_on = null`;
  await keeper.supervise("trial.say");
  expect(await storedJobs(app)).toMatchObject([{ state: "retry", retryCount: 0 }]);
  await app.sql`update pgboss.job set start_after = now()`;
  expect(await app.drain()).toMatchObject([{ attempt: 2, outcome: "completed" }]);
});
