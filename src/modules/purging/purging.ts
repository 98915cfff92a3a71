/**
 * Tells a content delivery network what to forget: the surrogate keys of answers that everybody may keep, once what they
 * are made of has changed. docs/cdn.md has the protocol.
 */
import type { CompiledContract } from "#contract/operation";
import { cacheHeaders } from "#contract/policy/cache";
import type { Sql } from "#db/client";
import * as queries from "./queries";

/**
 * How long after a change it is told again and again: until then another process may go on giving the old answer, which
 * would be kept anew. Signing keys are the slowest: a process reads them once a minute.
 */
const SETTLE_SECONDS = 90;
/** Well before changes are deleted (deleteOldChanges). Who was not told for longer may have missed some. */
const CHANGES_KEPT_SECONDS = 45 * 60;
/** Of one call, so that it stays small for whatever takes it. */
const KEYS_MAXIMUM = 30;
const CALL_TIMEOUT_MS = 5_000;

export interface PurgeTarget {
  readonly url: string;
  /** Sent as `Authorization: Bearer`. */
  readonly token: string;
  /** How long one call may take; five seconds unless given. */
  readonly timeoutMs?: number;
}

export interface PurgingOptions {
  readonly sql: Sql;
  readonly target: PurgeTarget;
  /** Whose public answers a network keeps. */
  readonly contract: CompiledContract;
}

export class Purging {
  readonly #target: PurgeTarget;
  readonly #keys: readonly string[];

  private constructor({ target, contract }: PurgingOptions) {
    this.#target = target;
    this.#keys = surrogateKeys(contract);
  }

  /**
   * Everything is due whenever a server starts: it may answer otherwise than the one before it. A revision would not tell
   * when: it may be unknown, and while servers are replaced one by one, the old ones go on answering.
   */
  static async open(options: PurgingOptions): Promise<Purging> {
    await queries.upsertEverythingDue(options.sql);
    return new Purging(options);
  }

  /** At least once for each change, and never before it. Rejects where the network did not take all of it. */
  async tell({ sql, signal }: { readonly sql: Sql; readonly signal: AbortSignal }): Promise<void> {
    const progress = await queries.selectProgress(sql, CHANGES_KEPT_SECONDS);
    if (!progress) return;
    const { isEverything, toldBefore, endedBefore } = progress;
    const due = await queries.listDueTags(sql, toldBefore, this.#keys, SETTLE_SECONDS);
    const keys = isEverything ? this.#keys : due.map(({ tag }) => tag);
    for (let at = 0; at < keys.length; at += KEYS_MAXIMUM) await this.#call(keys.slice(at, at + KEYS_MAXIMUM), signal);
    const unsettled = due.flatMap(({ unsettledXid }) => unsettledXid ?? []);
    await queries.updateTold(sql, earliest(endedBefore, unsettled), SETTLE_SECONDS);
  }

  async #call(keys: readonly string[], signal: AbortSignal): Promise<void> {
    const { url, token, timeoutMs = CALL_TIMEOUT_MS } = this.#target;
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
      body: JSON.stringify({ surrogateKeys: keys }),
      // The token is for this address and no other.
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The purge hook answered ${answer.status}.`);
  }
}

/** All names under which answers to the public may be kept elsewhere. */
export function surrogateKeys({ operations, securitySchemes }: CompiledContract): string[] {
  const open = operations.filter(({ policy }) => policy.listener === "public" || policy.listener === "both");
  return [
    ...new Set(open.flatMap((operation) => cacheHeaders(operation, securitySchemes)?.surrogateKey?.split(" ") ?? [])),
  ].sort();
}

/** Of transactions. */
const earliest = (one: string, others: readonly string[]): string =>
  others.reduce((first, other) => (BigInt(other) < BigInt(first) ? other : first), one);
