import { Value } from "@sinclair/typebox/value";
import type { JobWithMetadata, PgBoss } from "pg-boss";
import type { Services } from "#context";
import { withoutRows } from "#contract/log";
import { poolWork, UnitOfWork } from "#contract/transaction";
import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import type { Ids } from "#lib/ids";
import type { Logger } from "#lib/log";
import { tookEffect } from "./boss";
import { type Job, type JobContext, type Outcome, PermanentJobError, type RunRecord } from "./job";
import * as queries from "./queries";
import { isWithin } from "./within";

/** What is stored of a failure's words, for administrators. */
const MESSAGE_LENGTH_MAX = 500;
/** A rollback that takes longer waits for a connection that is gone: PostgreSQL has rolled back, or will. */
const CUT_OFF_MS = 5_000;

export interface RunOptions {
  readonly boss: PgBoss;
  readonly sql: Sql;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly services: Services;
}

class JobTimeoutError extends Error {
  override readonly name = "JobTimeoutError";
}

class PayloadError extends Error {
  override readonly name = "PayloadError";
}

class StoppedError extends Error {
  override readonly name = "StoppedError";
}

/** One run of a job that a worker took: from the check of its payload to the row that says how it ended. */
export class Run {
  readonly job: Job;
  /** Never rejects. */
  readonly ended: Promise<RunRecord>;
  readonly #options: RunOptions;
  readonly #row: JobWithMetadata<unknown>;
  readonly #reads: ReturnType<typeof poolWork>;
  readonly #units = new Set<UnitOfWork>();
  readonly #abort = new AbortController();

  constructor(options: RunOptions, job: Job, row: JobWithMetadata<unknown>) {
    this.job = job;
    this.#options = options;
    this.#row = row;
    this.#reads = poolWork(options.sql);
    this.ended = this.#run();
  }

  /** Ends the run as if it had never begun, so that another process makes it. */
  giveBack(): void {
    this.#abort.abort(new StoppedError("The process stops."));
  }

  async #run(): Promise<RunRecord> {
    const startedMs = performance.now();
    const { name, timeoutSeconds } = this.job;
    const timer = setTimeout(
      () => this.#abort.abort(new JobTimeoutError(`${name} took longer than ${timeoutSeconds} s.`)),
      timeoutSeconds * 1000,
    );
    const failure = await this.#work();
    clearTimeout(timer);
    // What the run left behind reaches the database no more: somebody else may be making the next run.
    await isWithin(CUT_OFF_MS, this.#cutOff());
    const { outcome, cause } = await this.#settle(failure).catch((error) => ({
      outcome: "lost" as const,
      cause: error,
    }));
    const record = {
      ...{ job: name, jobId: this.#row.id, attempt: this.#row.retryCount + 1, outcome },
      durationMs: performance.now() - startedMs,
      ...(cause !== undefined && { cause }),
    };
    this.#say(record);
    return record;
  }

  /** Answers with what went wrong, or that the job was given back; undefined where all went well. */
  async #work(): Promise<{ readonly reason: unknown } | undefined> {
    const { signal } = this.#abort;
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort);
    try {
      await Promise.race([this.#called(), aborted]);
      return undefined;
    } catch (reason) {
      return { reason };
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }

  async #called(): Promise<void> {
    const { payload } = this.job;
    const { data } = this.#row;
    if (!Value.Check(payload, data)) {
      const [first] = Value.Errors(payload, data);
      throw new PayloadError(`The payload does not fit at ${first?.path || "/"}: ${first?.message}.`);
    }
    await this.job.run(this.#context(), data);
  }

  #context(): JobContext {
    const { services, clock, ids, log } = this.#options;
    const { id, retryCount } = this.#row;
    const attempt = retryCount + 1;
    return {
      ...services,
      ...{ clock, ids, attempt, jobId: id },
      sql: this.#reads.sql,
      transaction: (work) => this.#transaction(work),
      log: log.child({ job: this.job.name, jobId: id, attempt }),
      signal: this.#abort.signal,
    };
  }

  async #transaction<R>(work: (sql: Sql) => Promise<R>): Promise<R> {
    this.#abort.signal.throwIfAborted();
    const unit = new UnitOfWork(this.#options.sql);
    this.#units.add(unit);
    try {
      const result = await work(unit.sql);
      await unit.commit();
      return result;
    } catch (error) {
      await unit.rollback();
      throw error;
    } finally {
      this.#units.delete(unit);
    }
  }

  async #cutOff(): Promise<void> {
    this.#abort.abort();
    await Promise.all([this.#reads.abort(), ...[...this.#units].map((unit) => unit.abort())]);
  }

  async #settle(failure: { readonly reason: unknown } | undefined): Promise<{ outcome: Outcome; cause?: unknown }> {
    const { boss, sql } = this.#options;
    const { name } = this.job;
    const row = { name, id: this.#row.id, retryCount: this.#row.retryCount };
    if (!failure) return { outcome: tookEffect(await boss.complete(name, row)) ? "completed" : "lost" };
    const { reason: cause } = failure;
    if (cause instanceof StoppedError) {
      const { count } = await queries.updateJobReturned(sql, row);
      return { outcome: count === 1 ? "returned" : "lost" };
    }
    const isLast = cause instanceof PermanentJobError || row.retryCount >= this.#row.retryLimit;
    if (cause instanceof PermanentJobError) await queries.updateJobRetriesEnded(sql, row);
    if (!tookEffect(await boss.fail(name, row, stored(cause)))) return { outcome: "lost", cause };
    return { outcome: isLast ? "failed" : "retried", cause };
  }

  #say({ cause, durationMs, ...line }: RunRecord): void {
    const { log } = this.#options;
    const fields = {
      ...line,
      durationMs: Math.round(durationMs * 1000) / 1000,
      ...(cause !== undefined && { cause: withoutRows(cause) }),
    };
    if (line.outcome === "completed" || line.outcome === "returned") log.info(fields, "job");
    else if (line.outcome === "retried") log.warn(fields, "job");
    else log.error(fields, "job");
  }
}

/** Neither rows of the database nor places in the code. */
function stored(cause: unknown): object {
  const { stack: _stack, message, ...rest } = withoutRows(cause);
  return { ...rest, ...(message !== undefined && { message: message.slice(0, MESSAGE_LENGTH_MAX) }) };
}
