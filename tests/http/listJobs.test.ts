import { describe, expect, test } from "bun:test";
import type { Sql } from "#db/client";
import type { ListJobsInput } from "#generated/handlers";
import type { Job, JobPage } from "#generated/types";
import { listJobs } from "../../src/modules/jobs/operations";
import { failingJob, retriedJob, succeedingJob, trialApp } from "../support/failing-jobs";

const { app, ada } = await trialApp();

const JOB_STATES = ["waiting", "running", "failed", "done"] as const;

type Query = Record<string, string | number>;

const list = async (query: Query = {}) => (await ada.call<JobPage>("listJobs", { query })).body;

async function all(query: Query = {}): Promise<Job[]> {
  const items: Job[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: JobPage = await list({ ...query, ...(cursor !== undefined && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

const add = (job: typeof failingJob, words = "x", startAfterSeconds = 0) =>
  app.services.jobs.add(app.sql, job, { words }, { startAfterSeconds });

await add(failingJob);
await add(succeedingJob);
await add(retriedJob);
await app.drain({ mayFail: true });
await add(succeedingJob, "x", 3600);
await add(failingJob);
await app.sql`update pgboss.job set state = 'active', started_on = now() where name = 'trial.fail' and state = 'created'`;

describe("200", () => {
  test("those of each state, by the contract's words, with how often they were tried and when", async () => {
    const told = (await all()).map(({ name, state, attempts, error }) => ({ name, state, attempts, error }));
    expect(told).toEqual([
      { name: "trial.fail", state: "running", attempts: 1, error: null },
      { name: "trial.succeed", state: "waiting", attempts: 0, error: null },
      { name: "trial.retry", state: "waiting", attempts: 1, error: expect.stringMatching(/^(no )+/) },
      { name: "trial.succeed", state: "done", attempts: 1, error: null },
      { name: "trial.fail", state: "failed", attempts: 1, error: "The other side said no." },
    ]);
    const [, waiting, , done, failed] = await all();
    expect([waiting!.startedAt, waiting!.endedAt]).toEqual([null, null]);
    expect(Date.parse(waiting!.startsAt) - Date.parse(waiting!.createdAt)).toBe(3_600_000);
    for (const { startedAt, endedAt } of [done!, failed!])
      expect(Date.parse(endedAt!)).toBeGreaterThanOrEqual(Date.parse(startedAt!));
  });

  test.each(JOB_STATES)("only those that are %s, and only those of a name", async (state) => {
    const everything = await all();
    expect(await all({ state })).toEqual(everything.filter((job) => job.state === state));
    for (const name of ["trial.fail", "trial.succeed", "trial.unknown"]) {
      expect(await all({ name })).toEqual(everything.filter((job) => job.name === name));
      expect(await all({ name, state })).toEqual(everything.filter((job) => job.name === name && job.state === state));
    }
  });

  test("pages put together are the whole list, even for jobs of one instant in several queues", async () => {
    const names = ["trial.succeed", "trial.fail"];
    for (let n = 0; n < 30; n++)
      await app.sql`
        insert into pgboss.job (name, created_on, start_after)
        values (${names[n % 2]!}, timestamptz '2026-11-24T08:00Z' + (${n}::int / 10) * interval '1 microsecond', now())`;
    const everything = await all({ limit: 100 });
    expect(everything).toHaveLength(35);
    expect(await all({ limit: 3 })).toEqual(everything);
    expect(await all({ limit: 4, state: "waiting" })).toEqual(everything.filter(({ state }) => state === "waiting"));
    await app.sql`delete from pgboss.job where created_on < '2026-11-24T08:01Z'`;
  });

  test("no answer has what a job was given", async () => {
    await add(failingJob, "a secret of the payload");
    const { text } = await ada.call("listJobs", { query: { limit: 100 } });
    expect(text).not.toContain("a secret of the payload");
    await app.sql`delete from pgboss.job where name = 'trial.fail' and state = 'created'`;
  });

  test("what pg-boss does for itself is not among them", async () => {
    const before = await all();
    const own = "__pgboss__send-it";
    await app.sql`select pgboss.create_queue(${own}, (select to_jsonb(queue) from pgboss.queue where name = 'trial.fail'))`;
    const [job] = await app.sql`insert into pgboss.job (name) values (${own}) returning id`;
    expect(await all()).toEqual(before);
    expect(await ada.call("getJob", { path: { jobId: job!.id } })).toMatchObject({ status: 404 });
  });
});

describe("the statements", () => {
  const queries: [string, ListJobsInput["query"]][] = [
    ["of all", {}],
    ...JOB_STATES.map((state): [string, ListJobsInput["query"]] => [`of those ${state}`, { state }]),
  ];
  test.each(queries)("an index serves each page %s", async (_, query) => {
    await app.owner`
      insert into pgboss.job (name, state, created_on, started_on, completed_on)
      select 'trial.succeed', case when n % 100 = 0 then 'failed' else 'completed' end::pgboss.job_state,
        now() - n * interval '1 second', now(), now()
      from generate_series(1, 20000) n`;
    await app.owner`analyze pgboss.job_common`;
    const plans: string[] = [];
    const explained = (async (strings: TemplateStringsArray, ...values: never[]) => {
      const text = strings.reduce((query, part, n) => `${query}$${n}${part}`);
      const rows = await app.owner.unsafe(`explain (analyze, costs off, timing off) ${text}`, values);
      plans.push(rows.map((row) => Object.values(row)[0]).join("\n"));
      return [];
    }) as unknown as Sql;
    await listJobs({ sql: explained } as never, query, { limit: 20, after: null });
    await app.owner`delete from pgboss.job where name = 'trial.succeed' and started_on = completed_on`;
    expect(plans).toHaveLength(1);
    expect(plans[0]).not.toContain("Seq Scan on job");
    expect(plans[0]).toMatch(/job_common_i1[45]/);
  });
});

describe("422", () => {
  test("a state that there is not", async () => {
    expect(await ada.call("listJobs", { query: { state: "lost" } })).toMatchObject({ status: 422 });
  });
});
