import { Type } from "@sinclair/typebox";
import { defineJob, type Job } from "../../src/modules/jobs/job";
import type { TestApp } from "./app";

/** On a busy machine; what never comes fails the test. */
const WAIT_MS = 20_000;

const Payload = Type.Object({ word: Type.String({ maxLength: 20 }) }, { additionalProperties: false });

export type TrialJob = Job<typeof Payload>;

/** A job that says a word, with limits that a test can see. */
export const trialJob = (run: TrialJob["run"], limits: Partial<TrialJob> = {}): TrialJob =>
  defineJob({
    name: "trial.say",
    payload: Payload,
    retryLimit: 2,
    retryDelaySeconds: 10,
    retryDelayMaximumSeconds: 30,
    timeoutSeconds: 60,
    concurrency: 5,
    run,
    ...limits,
  });

/** Adds jobs, each in a transaction of its own. */
export async function addAll(app: TestApp, job: TrialJob, words: readonly string[]): Promise<void> {
  for (const word of words) await app.services.jobs.add(app.sql, job, { word });
}

export const storedJobs = (app: TestApp, name = "trial.say") =>
  app.sql<
    { id: string; state: string; retryCount: number; waitsSeconds: number; output: Record<string, unknown> | null }[]
  >`
    select id, state::text as state, retry_count, extract(epoch from start_after - now())::float8 as waits_seconds, output
    from pgboss.job where name = ${name} order by id`;

/** Makes whatever waits for its time due now. */
export const timePasses = (app: TestApp) =>
  app.sql`update pgboss.job set start_after = now() where state in ('created', 'retry')`;

/** Asks the database again and again until it is so. */
export async function until(app: TestApp, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + WAIT_MS;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`It did not come true: ${condition}`);
    await app.sql`select pg_sleep(0.01)`;
  }
}
