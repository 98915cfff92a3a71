/**
 * What changed in the database, as far as kept answers are concerned. Triggers write each change down in the transaction
 * that makes it (table cache_changes): that is the truth, and this process reads it
 * - after each change of its own, before whoever asked for it has an answer;
 * - when PostgreSQL notifies, so that changes of other processes are known within milliseconds: a hint, which may be lost;
 * - each second, whatever was lost.
 * Where none of that worked for TRUST_MS no kept answer is given, which bounds how old one can be.
 */
import { sharedFlush } from "#contract/flush";
import { logFailure } from "#contract/log";
import { type Changed, flushCommits, MAX_CHANGES, selectChanges } from "#contract/queries";
import { AbortedError } from "#contract/transaction";
import type { Sql } from "#db/client";
import type { Listen, Listening } from "#db/listen";
import type { Log } from "#lib/log";

/** On which the triggers notify. */
export const CHANNEL = "cache_changes";
const EVERY_MS = 1_000;
/** Within it this process has mostly read its own change, which needs no second look then. */
const HEARSAY_MS = 5;
/** How old at most what another process changed can be here. */
export const TRUST_MS = 5_000;
/** A connection that has not answered by then may never do: the next one who asks takes another. */
const ANSWER_LIMIT_MS = TRUST_MS;
/** Above every transaction there can be: who has kept nothing yet has missed nothing. */
export const NO_CHANGES = "18446744073709551615";

export interface ChangesOptions {
  readonly sql: Sql;
  readonly log: Log;
  /** Absent behind a pooler, which passes no notifications on. */
  readonly listen?: Listen;
  /** Milliseconds that only ever grow; performance.now unless given. */
  readonly monotonicMs?: () => number;
  /** Told of tags with their owners, "members 0199…", whose answers are worth nothing any more; null for all of them. */
  readonly onChanged: (tags: readonly string[] | null) => void;
}

export class Changes {
  readonly #options: ChangesOptions;
  readonly #nowMs: () => number;
  /** Waits until what was committed is on disk, and reads what it changed. */
  readonly flush: () => Promise<unknown>;
  readonly read: () => Promise<unknown>;
  /** Changes of this transaction and of later ones may be new. */
  #horizon = NO_CHANGES;
  /** Those from the horizon on that are known: an older transaction was still open when they were read. */
  #known = new Set<string>();
  /** The transactions of those. */
  #knownTransactions = new Set<string>();
  /** Transactions that PostgreSQL told of a moment ago. */
  readonly #heardOf = new Set<string>();
  #hearsay: Timer | undefined;
  #readAtMs = Number.NEGATIVE_INFINITY;
  /** How often nobody answered. */
  #failures = 0;
  #timer: Timer | undefined;
  /** What it listens by, or the attempt to. */
  #listening: Promise<Listening> | null = null;
  #closed = false;

  constructor(options: ChangesOptions) {
    this.#options = options;
    const { sql, monotonicMs = () => performance.now() } = options;
    this.#nowMs = monotonicMs;
    this.flush = sharedFlush(() => this.#take((horizon) => flushCommits(sql, horizon)));
    this.read = sharedFlush(() => this.#take((horizon) => selectChanges(sql, horizon)));
  }

  /** Reads by itself from now on. Rejects where the database does not answer. */
  async start(): Promise<void> {
    await this.read();
    await this.#listen();
    this.#timer = setTimeout(() => this.#look(), EVERY_MS);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#hearsay);
    await this.#deafen();
  }

  /** Whether changes are known as of TRUST_MS ago. */
  areKnown(): boolean {
    return this.#nowMs() - this.#readAtMs < TRUST_MS;
  }

  /**
   * Since when a kept answer may not be current any more: as of then it was known to be (RFC 9111, section 4.2.3). None
   * that was given is older than TRUST_MS, though changes are not known any more when it goes out.
   */
  ageSeconds(): number {
    return Math.floor(Math.min(this.#nowMs() - this.#readAtMs, TRUST_MS) / 1000);
  }

  async #take(ask: (horizon: string) => Promise<Changed>): Promise<void> {
    const [askedAtMs, asked, failures] = [this.#nowMs(), this.#horizon, this.#failures];
    const hasMissed = !this.areKnown();
    try {
      const changed = await withinLimit(ask(asked));
      if (hasMissed) this.#options.onChanged(null);
      this.#tell(asked, changed);
      // What another has failed to read since, this one may have asked for too early.
      if (failures === this.#failures) this.#readAtMs = Math.max(this.#readAtMs, askedAtMs);
    } catch (error) {
      // What this process has changed itself is not known either.
      this.#failures++;
      this.#readAtMs = Number.NEGATIVE_INFINITY;
      throw error;
    }
  }

  #tell(asked: string, { horizon, changes }: Changed): void {
    const isAnotherDatabase = asked !== NO_CHANGES && BigInt(horizon) < BigInt(asked);
    if (isAnotherDatabase || changes.length > MAX_CHANGES) this.#options.onChanged(null);
    else {
      const fresh = changes.filter((change) => !this.#known.has(change));
      if (fresh.length > 0) this.#options.onChanged([...new Set(fresh.map(tagOf))]);
    }
    if (this.#horizon !== NO_CHANGES && !isAnotherDatabase && BigInt(horizon) < BigInt(this.#horizon)) return;
    this.#horizon = horizon;
    const known = isAnotherDatabase ? changes : [...this.#known, ...changes];
    this.#known = new Set(known.filter((change) => BigInt(transactionOf(change)) >= BigInt(horizon)));
    this.#knownTransactions = new Set([...this.#known].map(transactionOf));
  }

  async #look(): Promise<void> {
    try {
      await this.read();
      // Not waited for: without a connection to listen on, looking is all there is.
      if (!this.#listening && !this.#closed) this.#listen().catch((error) => this.#complain(error));
    } catch (error) {
      void this.#deafen();
      this.#complain(error);
    }
    if (!this.#closed) this.#timer = setTimeout(() => this.#look(), EVERY_MS);
  }

  async #listen(): Promise<void> {
    const listening = this.#options.listen?.(CHANNEL, (transaction) => this.#hear(transaction)) ?? null;
    this.#listening = listening;
    await listening?.catch((error) => {
      if (this.#listening === listening) this.#listening = null;
      throw error;
    });
  }

  /** Without a transaction it may have missed some. Whoever may connect may notify, and say what they like. */
  #hear(transaction: string | undefined): void {
    if (transaction === undefined || !TRANSACTION.test(transaction)) return void this.read().catch(() => {});
    this.#heardOf.add(transaction);
    this.#hearsay ??= setTimeout(() => {
      this.#hearsay = undefined;
      const isNews = [...this.#heardOf].some((heard) => !this.#isKnown(heard));
      this.#heardOf.clear();
      if (isNews) this.read().catch(() => {});
    }, HEARSAY_MS);
  }

  #isKnown(transaction: string): boolean {
    return BigInt(transaction) < BigInt(this.#horizon) || this.#knownTransactions.has(transaction);
  }

  /** An attempt that still runs is given up too. */
  async #deafen(): Promise<void> {
    const listening = this.#listening;
    this.#listening = null;
    await listening?.then((made) => made.close()).catch(() => {});
  }

  #complain(error: unknown): void {
    if (!this.#closed) logFailure(this.#options.log, {}, error, "changes of kept answers cannot be read");
  }
}

async function withinLimit(answer: Promise<Changed>): Promise<Changed> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new AbortedError("What changed was not answered in time.")), ANSWER_LIMIT_MS);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** An xid8. */
const TRANSACTION = /^\d{1,20}$/;

/** "<transaction> <tag> <owner>" */
const transactionOf = (change: string): string => change.slice(0, change.indexOf(" "));
const tagOf = (change: string): string => change.slice(change.indexOf(" ") + 1);
