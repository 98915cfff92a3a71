import type { Sql } from "#db/client";
import type { Logger } from "#lib/log";
import * as queries from "./queries";

/** As the contract says: a last use is known to the minute or so. */
const WRITE_EVERY_MS = 60_000;
/** Keys whose last use waits to be written; of those beyond, a use goes unnoticed. */
const NOTED_MAXIMUM = 20_000;

/** When keys were last used: noted in memory and written together once a minute, so that no request waits for a write. */
export class LastUses {
  readonly #sql: Sql;
  readonly #log: Pick<Logger, "warn">;
  readonly #timer: Timer;
  #usedAtMs = new Map<string, number>();

  constructor({ sql, log }: { sql: Sql; log: Pick<Logger, "warn"> }) {
    this.#sql = sql;
    this.#log = log;
    this.#timer = setInterval(() => void this.write(), WRITE_EVERY_MS);
    this.#timer.unref();
  }

  note(keyId: string, atMs: number): void {
    if (this.#usedAtMs.size < NOTED_MAXIMUM || this.#usedAtMs.has(keyId)) this.#usedAtMs.set(keyId, atMs);
  }

  /** Never throws. What could not be written waits for the next time. */
  async write(): Promise<void> {
    const uses = this.#usedAtMs;
    if (uses.size === 0) return;
    this.#usedAtMs = new Map();
    const usedAt = [...uses.values()].map((atMs) => new Date(atMs).toISOString());
    try {
      await queries.updateKeysUsed(this.#sql, [...uses.keys()], usedAt);
    } catch (error) {
      this.#log.warn({ err: error, keys: uses.size }, "the last use of API keys could not be written");
      for (const [keyId, atMs] of uses) if (!this.#usedAtMs.has(keyId)) this.note(keyId, atMs);
    }
  }

  close(): Promise<void> {
    clearInterval(this.#timer);
    return this.write();
  }
}
