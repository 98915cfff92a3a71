import type { PgBoss } from "pg-boss";
import { withoutRows } from "#contract/log";
import { openBoss } from "./boss";
import type { Job, JobCounts, RunRecord } from "./job";
import * as queries from "./queries";
import { Run, type RunOptions } from "./run";
import { isWithin } from "./within";

/** How long a job may wait for a worker that has nothing to do. */
const POLL_MS = 1_000;
const COUNT_EVERY_MS = 5_000;
/** What a database that does not answer may add to a stop: what was not given back then expires. */
const GIVE_BACK_MS = 2_000;
/** Jobs take at most this part of the pool's connections, so that requests have the rest. */
const POOL_SHARE = 0.5;
/** Runs of one drain. Who reaches it adds jobs that add themselves. */
const DRAIN_MAXIMUM = 1_000;

export interface WorkerOptions extends Omit<RunOptions, "boss"> {
  readonly jobs: readonly Job[];
  /** Told of each run. */
  readonly observe: (record: RunRecord) => void;
}

/** Runs jobs in this process. Several processes may: each job is taken by one. */
export class Worker {
  readonly #options: WorkerOptions;
  readonly #jobs: ReadonlyMap<string, Job>;
  readonly #boss: PgBoss;
  readonly #most: number;
  readonly #running = new Set<Run>();
  #counts: readonly JobCounts[] = [];
  #countedAtMs = Number.NEGATIVE_INFINITY;
  #fails = false;
  #stopping = false;
  #wake: () => void = () => {};
  #starting: Promise<void> = Promise.resolve();
  #loop: Promise<void> = Promise.resolve();

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#jobs = new Map(options.jobs.map((job) => [job.name, job]));
    this.#boss = openBoss({ ...options, keeps: true });
    this.#most = Math.max(1, Math.floor(options.sql.options.max * POOL_SHARE));
  }

  /** All processes' jobs, as they were a few seconds ago; none before the worker was started. */
  get counts(): readonly JobCounts[] {
    return this.#counts;
  }

  /** Takes jobs from now on, and sees to schedules, expired runs and old rows, which one process does for all. */
  start(): Promise<void> {
    this.#starting = this.#start();
    return this.#starting;
  }

  async #start(): Promise<void> {
    await this.#setSchedules();
    await this.#boss.start();
    this.#loop = this.#work();
  }

  /**
   * Takes no more jobs. Those that run have this long to end; then they are cut off and given back, to be run again by
   * another process. A second call changes nothing.
   */
  async stop(timeoutMs: number): Promise<void> {
    this.#stopping = true;
    this.#wake();
    await this.#starting.catch(() => {});
    await this.#loop;
    const running = [...this.#running];
    const ended = Promise.all(running.map((run) => run.ended));
    if (!(await isWithin(timeoutMs, ended))) {
      for (const run of running) run.giveBack();
      await isWithin(GIVE_BACK_MS, ended);
    }
    await this.#boss.stop({ graceful: false });
  }

  /** For tests: runs what is due, one after the other and those that wait longest first, until nothing is. */
  async drain(): Promise<RunRecord[]> {
    const records: RunRecord[] = [];
    for (;;) {
      const [due] = await queries.listDueQueues(this.#options.sql, [...this.#jobs.keys()]);
      if (!due) return records;
      for (const run of await this.#take(due.name, 1)) records.push(await run.ended);
      if (records.length >= DRAIN_MAXIMUM) throw new Error(`After ${DRAIN_MAXIMUM} jobs there are still more.`);
    }
  }

  async #work(): Promise<void> {
    while (!this.#stopping) {
      const { promise: woken, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      await this.#look();
      if (this.#stopping) return;
      const timer = setTimeout(resolve, POLL_MS);
      await woken;
      clearTimeout(timer);
    }
  }

  /** A queue that cannot be read is read again. Said once, because it may be long until it can. */
  async #look(): Promise<void> {
    try {
      await this.#takeDue();
      await this.#count();
      this.#fails = false;
    } catch (error) {
      if (!this.#fails) this.#options.log.error({ cause: withoutRows(error) }, "jobs: the queue cannot be read");
      this.#fails = true;
    }
  }

  async #takeDue(): Promise<void> {
    const names = [...this.#jobs.keys()].filter((name) => this.#room(name) > 0);
    if (names.length === 0) return;
    for (const { name } of await queries.listDueQueues(this.#options.sql, names))
      if (this.#room(name) > 0) await this.#take(name, this.#room(name));
  }

  /** How many more runs of this job may begin. */
  #room(name: string): number {
    if (this.#stopping) return 0;
    const same = [...this.#running].filter(({ job }) => job.name === name).length;
    return Math.min(this.#jobs.get(name)!.concurrency - same, this.#most - this.#running.size);
  }

  async #take(name: string, batchSize: number): Promise<Run[]> {
    const job = this.#jobs.get(name)!;
    const rows = await this.#boss.fetch<unknown>(name, { batchSize, includeMetadata: true });
    return rows.map((row) => {
      const run = new Run({ ...this.#options, boss: this.#boss }, job, row);
      this.#running.add(run);
      void run.ended.then((record) => {
        this.#running.delete(run);
        this.#options.observe(record);
        this.#wake();
      });
      return run;
    });
  }

  async #count(): Promise<void> {
    const nowMs = performance.now();
    if (nowMs - this.#countedAtMs < COUNT_EVERY_MS) return;
    const names = [...this.#jobs.keys()];
    const counted = new Map((await queries.countJobs(this.#options.sql, names)).map((row) => [row.name, row]));
    this.#counts = names.map((name) => counted.get(name) ?? { name, waiting: 0, active: 0, failed: 0, lateSeconds: 0 });
    this.#countedAtMs = nowMs;
  }

  /** As the list has them: a schedule that it has no more is taken away. */
  async #setSchedules(): Promise<void> {
    const scheduled = this.#options.jobs.filter(({ schedule }) => schedule);
    const names = new Set(scheduled.map(({ name }) => name));
    for (const { name } of await this.#boss.getSchedules()) if (!names.has(name)) await this.#boss.unschedule(name);
    for (const { name, schedule } of scheduled)
      await this.#boss.schedule(name, schedule!.cron, schedule!.payload as object, { missed: "once" });
  }
}
