import { type Static, type TSchema, Type } from "@sinclair/typebox";
import type { Services } from "#context";
import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import type { Ids } from "#lib/ids";
import type { Logger } from "#lib/log";

/** What every run of a job gets. Once its time is over, or the process stops, its queries are refused. */
export interface JobContext extends Services {
  /** The pool: each query is a transaction of its own. */
  readonly sql: Sql;
  /** Runs the work in one transaction. Never query `ctx.sql` in it: it would wait for a connection while holding one. */
  readonly transaction: <R>(work: (sql: Sql) => Promise<R>) => Promise<R>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Its lines carry the job's name and id, and the attempt. */
  readonly log: Logger;
  /** Aborted when the run's time is over, and when the process stops and waits no longer. */
  readonly signal: AbortSignal;
  readonly jobId: string;
  /** 1 for the first run. */
  readonly attempt: number;
}

/**
 * Work that is done later, once for each time that it was added, or again where a run failed or its process died: at
 * least once. docs/jobs.md has the rules.
 */
export interface Job<S extends TSchema = TSchema> {
  /** The module and what is done: "mail.send". Never changes while jobs of this name wait. */
  readonly name: string;
  /** What is stored in clear, and shown to administrators: ids, never a secret. Checked before each run. */
  readonly payload: S;
  /** Runs after the first one that failed. Then the job is `failed`, and waits for somebody to look at it. */
  readonly retryLimit: number;
  /** Before the first retry; each later one waits twice as long as the one before, more or less, up to the maximum. */
  readonly retryDelaySeconds: number;
  readonly retryDelayMaximumSeconds: number;
  /** A run that takes longer has failed. */
  readonly timeoutSeconds: number;
  /** Runs at once in one process. */
  readonly concurrency: number;
  /** In UTC, and by one process. Nothing is added while a job of this name waits or runs. */
  readonly schedule?: { readonly cron: string; readonly payload: Static<S> };
  /** What it throws makes the run fail: see PermanentJobError. */
  run(ctx: JobContext, payload: Static<S>): Promise<void>;
}

/** Ties what `run` takes to the schema. */
export const defineJob = <S extends TSchema>(job: Job<S>): Job<S> => job;

/** Thrown by a run that no retry can help, such as a letter to an address that does not exist: the job is `failed` at once. */
export class PermanentJobError extends Error {
  override readonly name = "PermanentJobError";
}

const NOTHING = Type.Object({}, { additionalProperties: false });

/** A job that nobody adds: it keeps house, by what the database says at that moment. Its next run makes up for a failed one. */
export const defineScheduledJob = (job: Pick<Job<typeof NOTHING>, "name" | "run"> & { readonly cron: string }) =>
  defineJob({
    name: job.name,
    payload: NOTHING,
    retryLimit: 3,
    retryDelaySeconds: 30,
    retryDelayMaximumSeconds: 600,
    timeoutSeconds: 600,
    concurrency: 1,
    schedule: { cron: job.cron, payload: {} },
    run: job.run,
  });

/** Rows that one statement of a purge deletes, so that none holds many locks, or runs into its time limit. */
const PURGE_BATCH = 1_000;

/** Deletes until a statement finds fewer rows than it may delete. */
export async function purge(
  ctx: Pick<JobContext, "log">,
  remove: (limit: number) => Promise<{ readonly count: number }>,
  batch = PURGE_BATCH,
): Promise<void> {
  let rows = 0;
  for (let count = batch; count >= batch; rows += count) count = (await remove(batch)).count;
  if (rows > 0) ctx.log.info({ rows }, "purged");
}

/** How a run ended. */
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOMES = [
  "completed",
  /** Failed, and runs again. */
  "retried",
  /** Failed for good. */
  "failed",
  /** Given back by a process that stops: it runs again, and the run does not count. */
  "returned",
  /** Nobody knows: the database did not take the outcome, or had given the job to another worker. */
  "lost",
] as const;

export interface RunRecord {
  readonly job: string;
  readonly jobId: string;
  readonly attempt: number;
  readonly outcome: Outcome;
  readonly durationMs: number;
  /** What the run failed with. */
  readonly cause?: unknown;
}

/** The jobs of one name that have not ended well. */
export interface JobCounts {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  /** How long the one that is due for longest has waited; 0 where none is. */
  readonly lateSeconds: number;
}
