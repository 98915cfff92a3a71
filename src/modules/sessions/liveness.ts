import { LRUCache } from "lru-cache";
import type { MaybePromise } from "#contract/pipeline";
import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import * as queries from "./queries";

/** How long a session that ended on another server may still work on this one. */
const RECHECK_AFTER_MS = 5_000;
const REMEMBERED_SESSIONS_MAXIMUM = 20_000;

interface Checked {
  /** When the query began, so that the bound counts from what the database said, not from when we heard it. */
  readonly at: number;
  /** Undefined where the session is unknown, has ended or has expired. */
  readonly session: queries.LiveSessionRow | undefined;
}

/**
 * Knows which sessions are alive without asking the database on every request. `forget` makes an end known at once on
 * this process; every other process asks again after five seconds.
 */
export class SessionLiveness {
  readonly #sql: Sql;
  readonly #clock: Clock;
  readonly #checked = new LRUCache<string, Checked>({ max: REMEMBERED_SESSIONS_MAXIMUM });
  /** One query at a time for one session; no more of them than requests. */
  readonly #checking = new Map<string, Promise<Checked>>();
  #hits = 0;
  #misses = 0;

  constructor(options: { sql: Sql; clock: Clock }) {
    this.#sql = options.sql;
    this.#clock = options.clock;
  }

  /** How often the answer was known, and how many are remembered now. */
  get counts() {
    return { hits: this.#hits, misses: this.#misses, entries: this.#checked.size };
  }

  /** The session, if it is alive. Rejects when the database does not answer. */
  find(id: string): MaybePromise<queries.LiveSessionRow | undefined> {
    const now = this.#clock.now().getTime();
    const known = this.#checked.get(id);
    if (known && now - known.at < RECHECK_AFTER_MS) {
      this.#hits++;
      return known.session;
    }
    this.#misses++;
    return this.#check(id, now).then(({ session }) => session);
  }

  /** Forgets the answer, and the one that is under way too: its query may have begun before the session ended. */
  forget(id: string): void {
    this.#checked.delete(id);
    this.#checking.delete(id);
  }

  #check(id: string, at: number): Promise<Checked> {
    const running = this.#checking.get(id);
    if (running) return running;
    const check: Promise<Checked> = queries
      .selectLiveSession(this.#sql, id, new Date(at))
      .then((session) => {
        const checked = { at, session };
        if (this.#checking.get(id) === check) this.#checked.set(id, checked);
        return checked;
      })
      .finally(() => {
        if (this.#checking.get(id) === check) this.#checking.delete(id);
      });
    this.#checking.set(id, check);
    return check;
  }
}
