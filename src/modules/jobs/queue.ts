import type { Static, TSchema } from "@sinclair/typebox";
import type { PgBoss, Queue, UpdateQueueOptions } from "pg-boss";
import type { Sql } from "#db/client";
import type { Ids } from "#lib/ids";
import type { Logger } from "#lib/log";
import { openBoss, tookEffect, within } from "./boss";
import type { Job } from "./job";

const DAY_SECONDS = 24 * 3600;
/** A worker that was killed says nothing: its job is given to another this long after its time was over. */
const EXPIRY_MARGIN_SECONDS = 15;
/** Jobs that nobody runs are lost after this time, so that a queue that was forgotten does not grow for ever. */
const WAITING_KEPT_SECONDS = 365 * DAY_SECONDS;
/** Finished and failed jobs; those that were done go earlier, see jobs.ts. */
const ENDED_KEPT_SECONDS = 28 * DAY_SECONDS;

export interface JobQueueOptions {
  readonly sql: Sql;
  readonly ids: Ids;
  readonly log: Logger;
  readonly jobs: readonly Job[];
}

export interface AddOptions {
  /** By the database's clock. At once unless given. */
  readonly startAfterSeconds?: number;
}

/** Where jobs are added. Workers of this and of other processes run them. */
export class JobQueue {
  readonly #boss: PgBoss;
  readonly #ids: Ids;

  private constructor(boss: PgBoss, ids: Ids) {
    this.#boss = boss;
    this.#ids = ids;
  }

  /** Makes the jobs known to the database. Rejects where its schema is not the one of this version. */
  static async open({ sql, ids, log, jobs }: JobQueueOptions): Promise<JobQueue> {
    const boss = openBoss({ sql, log, keeps: false });
    await boss.start();
    const known = new Map((await boss.getQueues(jobs.map(({ name }) => name))).map((queue) => [queue.name, queue]));
    for (const job of jobs) {
      const { policy, ...limits } = queueOf(job);
      const queue = known.get(job.name);
      if (!queue) await boss.createQueue(job.name, { policy, ...limits });
      else if (!isAs(queue, limits)) await boss.updateQueue(job.name, limits);
    }
    return new JobQueue(boss, ids);
  }

  /** Adds a job in the transaction of `sql`: it exists once that is committed, or never. */
  async add<S extends TSchema>(sql: Sql, job: Job<S>, payload: Static<S>, options: AddOptions = {}): Promise<void> {
    await this.#boss.send(job.name, payload as object, {
      id: this.#ids.next(),
      startAfter: options.startAfterSeconds ?? 0,
      db: within(sql),
    });
  }

  /**
   * Lets a failed job run once more, in the transaction of `sql`. False where there is no such job, or it has not failed.
   * Rejects with a unique violation where it is a scheduled one, and another of its name waits or runs already.
   */
  async retry(sql: Sql, name: string, jobId: string): Promise<boolean> {
    return tookEffect(await this.#boss.retry(name, jobId, { db: within(sql) }));
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false });
  }
}

/** A job's limits, as the queue of its name has them. */
const queueOf = (job: Job) =>
  ({
    policy: job.schedule ? "exclusive" : "standard",
    retryLimit: job.retryLimit,
    retryDelay: job.retryDelaySeconds,
    retryDelayMax: job.retryDelayMaximumSeconds,
    retryBackoff: true,
    expireInSeconds: job.timeoutSeconds + EXPIRY_MARGIN_SECONDS,
    retentionSeconds: WAITING_KEPT_SECONDS,
    deleteAfterSeconds: ENDED_KEPT_SECONDS,
  }) satisfies Omit<Queue, "name">;

const isAs = (queue: UpdateQueueOptions, limits: UpdateQueueOptions): boolean =>
  Object.entries(limits).every(([name, value]) => queue[name as keyof UpdateQueueOptions] === value);
