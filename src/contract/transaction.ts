/**
 * A unit of work over postgres.js: `sql` is a full postgres.Sql, and the first query that runs on it opens the
 * transaction. Nothing is taken from the pool before that. The owner ends it with `commit` or `rollback`.
 */
import type { Sql } from "#db/client";
import { type Dispatch, type RunningQuery, redirected } from "#db/redirect";

export interface Work {
  readonly sql: Sql;
  /** Stops what runs now, and lets nothing more run. */
  abort(): Promise<void>;
}

/** What calls do with a pool now. Queries of the product's services, outside of a call, are not in it. */
export interface PoolLoad {
  /** Queries outside of a transaction that were not answered yet, those that wait for a connection included. */
  reads: number;
  /** Transactions that hold a connection. */
  transactions: number;
  /** Transactions that wait for one. */
  waiting: number;
}

const loads = new WeakMap<Sql, PoolLoad>();

export function loadOf(pool: Sql): PoolLoad {
  const known = loads.get(pool);
  if (known) return known;
  const load = { reads: 0, transactions: 0, waiting: 0 };
  loads.set(pool, load);
  return load;
}

export class AbortedError extends Error {
  override readonly name = "AbortedError";
}

/** Queries straight on the pool, as reads run them; known here only so that `abort` can stop them. */
export function poolWork(pool: Sql): Work {
  const queries = new Set<RunningQuery>();
  const load = loadOf(pool);
  let aborted = false;
  const sql = restricted(pool, (query, poolHandler) => {
    if (aborted) query.reject(new AbortedError("The request has ended."));
    else {
      queries.add(query);
      load.reads++;
      // A query holds its rows, and a stream runs many.
      const answered = () => {
        queries.delete(query);
        load.reads--;
      };
      query.then(answered, answered);
      poolHandler(query);
    }
  });
  return {
    sql,
    abort() {
      aborted = true;
      return cancelAll([...queries]);
    },
  };
}

const rolledBack = Symbol("rolled back");

export class UnitOfWork implements Work {
  readonly sql: Sql;
  readonly #pool: Sql;
  readonly #queries: RunningQuery[] = [];
  #opened: Promise<RunningQuery["handler"]> | null = null;
  #transaction: RunningQuery["handler"] | null = null;
  /** postgres.js's own transaction, from begin to commit or rollback. */
  #ended: Promise<unknown> = Promise.resolve();
  #commit: () => void = () => {};
  #rollback: (reason: unknown) => void = () => {};
  #closed: Error | null = null;
  #cancelled: Promise<void> = Promise.resolve();
  #failed = false;
  #abandoned = false;
  #committing = false;
  /** Told when a query was handed to the connection, or stands before the transaction in the queue for one. */
  #onSent: () => void = () => {};

  constructor(pool: Sql) {
    this.#pool = pool;
    this.sql = restricted(pool, (query) => this.#run(query));
  }

  /** Whether a query ran, so that there is something to commit. */
  get used(): boolean {
    return this.#opened !== null;
  }

  /** Whether a query failed: PostgreSQL then takes nothing but a rollback. */
  get failed(): boolean {
    return this.#failed;
  }

  /**
   * Throws what made it impossible: a failed query, a lost connection, a deferred constraint. Nothing is kept then. `last`
   * runs one query more, which is sent together with the commit, so that what it locks is not held while this process is
   * busy with something else.
   */
  async commit(last?: (sql: Sql) => Promise<void>): Promise<void> {
    if (this.#closed) throw this.#closed;
    const written = last && (await this.#sent(last));
    this.#closed = new AbortedError("The transaction has ended.");
    if (!this.used) return;
    await this.#opened;
    this.#committing = true;
    this.#commit();
    // Where the last query fails PostgreSQL makes a rollback of the commit, and calls that a success.
    await Promise.all([written?.done, this.#ended]);
  }

  /** Never throws, and does nothing once the unit has ended. */
  async rollback(): Promise<void> {
    this.#closed ??= new AbortedError("The transaction has ended.");
    this.#abandoned = true;
    if (!this.used) return;
    // A cancellation in flight names only the backend: were the connection given back now, it could hit somebody else's query.
    await this.#cancelled;
    this.#rollback(rolledBack);
    await this.#ended.catch(() => {});
  }

  /** A commit that was sent cannot be called back. */
  async abort(): Promise<void> {
    if (this.#committing) return;
    this.#closed ??= new AbortedError("The request has ended.");
    this.#cancelled = cancelAll(this.#queries);
    await this.rollback();
  }

  /** Resolves once the query is on its way, or `work` ended without one; rejects where it failed before that. */
  async #sent(work: (sql: Sql) => Promise<void>): Promise<{ readonly done: Promise<void> }> {
    const { promise: sent, resolve } = Promise.withResolvers<void>();
    this.#onSent = resolve;
    const done = work(this.sql);
    await Promise.race([sent, done]);
    done.catch(() => {});
    return { done };
  }

  #run(query: RunningQuery): void {
    if (this.#closed) {
      query.reject(this.#closed);
      return;
    }
    this.#queries.push(query);
    query.then(undefined, () => {
      this.#failed = true;
    });
    if (this.#transaction) this.#send(query, this.#transaction);
    else {
      this.#opened ??= this.#open();
      this.#opened.then(
        (handler) => this.#send(query, handler),
        (error) => query.reject(error),
      );
    }
    this.#onSent();
  }

  #send(query: RunningQuery, handler: RunningQuery["handler"]): void {
    if (!query.cancelled) handler(query);
  }

  #open(): Promise<RunningQuery["handler"]> {
    const load = loadOf(this.#pool);
    let begun = false;
    load.waiting++;
    const ended = () => void (begun ? load.transactions-- : load.waiting--);
    return new Promise((resolve, reject) => {
      this.#ended = this.#pool.begin((transaction) => {
        begun = true;
        load.waiting--;
        load.transactions++;
        this.#transaction = handlerOf(transaction);
        resolve(this.#transaction);
        return new Promise<void>((commit, rollback) => {
          this.#commit = commit;
          this.#rollback = rollback;
          if (this.#abandoned) rollback(rolledBack);
        });
      });
      this.#ended.then(ended, ended);
      this.#ended.catch(reject);
    });
  }
}

/** What would leave the transaction is refused. */
function restricted(pool: Sql, dispatch: Dispatch): Sql {
  return redirected(pool, dispatch, restrictions);
}

const refuse = () => {
  throw new Error("Handlers run queries; connections, transactions and listeners belong to the pipeline.");
};
const restrictions = {
  notify(this: Sql, channel: string, payload: string) {
    return this`select pg_notify(${channel}, ${payload})`;
  },
  begin: refuse,
  reserve: refuse,
  listen: refuse,
  subscribe: refuse,
  largeObject: refuse,
  file: refuse,
  end: refuse,
  close: refuse,
};

/** A query that is made and never awaited runs nothing; it only shows where queries of this transaction go. */
const handlerOf = (transaction: (strings: TemplateStringsArray) => unknown): RunningQuery["handler"] =>
  (transaction`` as RunningQuery).handler;

/**
 * Cancels what is at work, and what no connection took yet. A query that waits its turn on a connection is left alone:
 * in a transaction it fails by itself once the one before it has failed.
 */
async function cancelAll(queries: readonly RunningQuery[]): Promise<void> {
  const running = queries.filter((query) => query.active || (query.executed && !query.state && !query.cancelled));
  await Promise.allSettled(running.map((query) => query.cancel()));
}
