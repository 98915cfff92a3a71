/**
 * Watches over a database that may be gone without a word: stopped, cut off, or drowned. postgres.js would let every
 * query wait for it. Here one connection asks each second, and while there is no answer no query waits.
 */
import postgres from "postgres";
import type { Logger } from "#lib/log";
import type { ConnectOptions, Sql } from "./client";
import { type RunningQuery, redirected } from "./redirect";

const INTERVAL_MS = 1_000;
/** While it is lost, so that it is noticed soon when it is back. */
const LOST_INTERVAL_MS = 250;
/** A database that takes longer than this for `select 1` does not answer. */
const ANSWER_LIMIT_MS = 2_000;
/** A connection that is silent for longer is given up for a new one: the other end may have forgotten it. */
const CONNECTION_LIMIT_MS = 5_000;

/** The code of what queries reject with while the database is lost. */
export const DATABASE_LOST = "DATABASE_LOST";

class DatabaseLostError extends Error {
  override readonly name = "DatabaseLostError";
  readonly code = DATABASE_LOST;
}

export interface DatabaseWatchOptions extends Pick<ConnectOptions, "url"> {
  readonly log: Pick<Logger, "error" | "info">;
}

export class DatabaseWatch {
  readonly #options: DatabaseWatchOptions;
  readonly #waiting = new Set<RunningQuery>();
  readonly #reactions: (() => void)[] = [];
  #answers = true;
  #connection: Sql;
  #closed = false;
  #timer: Timer | undefined;

  constructor(options: DatabaseWatchOptions) {
    this.#options = options;
    this.#connection = this.#connect();
    this.#timer = setTimeout(() => this.#look(), INTERVAL_MS);
  }

  get answers(): boolean {
    return this.#answers;
  }

  /** For whoever waits for the database in another way than by a query of the guarded pool: a transaction's, for one. */
  onLost(react: () => void): void {
    this.#reactions.push(react);
  }

  /** The pool, whose queries fail at once while the database is lost: those that come, and those that wait already. */
  guard(pool: Sql): Sql {
    const dispatch = (query: RunningQuery, poolHandler: RunningQuery["handler"]) => {
      if (!this.#answers) return query.reject(lost());
      const settled = () => this.#waiting.delete(query);
      this.#waiting.add(query);
      query.then(settled, settled);
      poolHandler(query);
    };
    const begin = (...args: unknown[]) =>
      this.#answers ? (pool.begin as (...args: unknown[]) => unknown)(...args) : Promise.reject(lost());
    return redirected(pool, dispatch, { begin });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#connection.end({ timeout: 0 });
  }

  async #look(): Promise<void> {
    const asked = this.#connection`select 1`.then(
      () => true,
      () => false,
    );
    this.#set(await withinTime(asked, ANSWER_LIMIT_MS));
    // A slow answer is one all the same, and the sign that the database is back.
    if (!this.#answers && (await withinTime(asked, CONNECTION_LIMIT_MS))) this.#set(true);
    if (this.#closed) return;
    if (!this.#answers) {
      void this.#connection.end({ timeout: 0 });
      this.#connection = this.#connect();
    }
    this.#timer = setTimeout(() => this.#look(), this.#answers ? INTERVAL_MS : LOST_INTERVAL_MS);
  }

  #set(answers: boolean): void {
    if (answers === this.#answers || this.#closed) return;
    this.#answers = answers;
    if (answers) {
      this.#options.log.info("the database answers again");
      return;
    }
    this.#options.log.error("the database does not answer");
    for (const query of this.#waiting) query.reject(lost());
    for (const react of this.#reactions) react();
  }

  #connect(): Sql {
    const connectSeconds = ANSWER_LIMIT_MS / 1000;
    return postgres(this.#options.url, { max: 1, prepare: false, connect_timeout: connectSeconds, onnotice: () => {} });
  }
}

const lost = () => new DatabaseLostError("The database does not answer.");

/** False when the time is over. What arrived while this process itself was busy still counts. */
async function withinTime(answer: Promise<boolean>, limitMs: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => setImmediate(() => setImmediate(resolve, false)), limitMs);
  const result = await Promise.race([answer, late]);
  clearTimeout(timer);
  return result;
}
