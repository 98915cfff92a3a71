import type { Caller } from "#contract/context";
import type { MaybePromise } from "#contract/pipeline";
import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import type { Logger } from "#lib/log";
import { hashToken } from "#lib/opaque-tokens";
import { Remembered } from "#lib/remembered";
import { LastUses } from "./last-use";
import * as queries from "./queries";
import { isSecret } from "./secrets";

/** How long a key that was revoked or rotated on another server may still work on this one. */
const RECHECK_AFTER_MS = 5_000;
const REMEMBERED_SECRETS_MAXIMUM = 20_000;

/** A program with a key of an organization. */
export interface ApiKeyCaller extends Caller {
  readonly scheme: "apiKey";
  readonly apiKeyId: string;
  readonly organizationId: string;
}

/** Whom a secret stands for, until it ends by itself. */
interface Holder {
  readonly caller: ApiKeyCaller;
  readonly endsAtMs: number;
}

export interface ApiKeysOptions {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn">;
}

/** Knows whose key is sent, without asking the database on every request. Secrets are remembered by their hashes only. */
export class ApiKeys {
  readonly #clock: Clock;
  readonly #holders: Remembered<Holder | undefined>;
  readonly lastUses: LastUses;

  constructor(options: ApiKeysOptions) {
    this.#clock = options.clock;
    this.lastUses = new LastUses(options);
    this.#holders = new Remembered({
      find: (hash) => queries.selectKeyBySecret(options.sql, Buffer.from(hash, "hex")).then(holderOf),
      clock: options.clock,
      recheckAfterMs: RECHECK_AFTER_MS,
      maximum: REMEMBERED_SECRETS_MAXIMUM,
    });
  }

  get counts() {
    return this.#holders.counts;
  }

  /** Whose key this is: undefined where it does not work. What is no key of ours by its form is not looked for. */
  readonly authenticate = (key: string): MaybePromise<ApiKeyCaller | undefined> => {
    if (!isSecret(key)) return undefined;
    const holder = this.#holders.find(hashToken(key).toString("hex"));
    return holder instanceof Promise ? holder.then(this.#admit) : this.#admit(holder);
  };

  /** The key in its own organization, undefined in any other. */
  enter(caller: ApiKeyCaller, organizationId: string): ApiKeyCaller | undefined {
    return caller.organizationId === organizationId ? caller : undefined;
  }

  /** For secrets of a key that was revoked or rotated: what is remembered of them does not count any more. */
  forget(secrets: Iterable<queries.SecretRow>): void {
    for (const { secretHash } of secrets) this.#holders.forget(secretHash.toString("hex"));
  }

  close(): Promise<void> {
    return this.lastUses.close();
  }

  /** What is remembered may have ended since. */
  readonly #admit = (holder: Holder | undefined): ApiKeyCaller | undefined => {
    const nowMs = this.#clock.now().getTime();
    if (!holder || holder.endsAtMs <= nowMs) return undefined;
    this.lastUses.note(holder.caller.apiKeyId, nowMs);
    return holder.caller;
  };
}

function holderOf(row: queries.UsableKeyRow | undefined): Holder | undefined {
  if (!row) return undefined;
  const { id, organizationId, scopes, endsAt } = row;
  return {
    caller: { scheme: "apiKey", subject: id, scopes: new Set(scopes), apiKeyId: id, organizationId },
    endsAtMs: endsAt === null ? Number.POSITIVE_INFINITY : Date.parse(endsAt),
  };
}
