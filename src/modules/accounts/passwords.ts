import { availableParallelism } from "node:os";
import { Admission, type AdmissionLimits } from "./admission";

/** What a hash costs: KiB of memory, and passes over it. */
export interface PasswordCost {
  readonly memoryCost: number;
  readonly timeCost: number;
}

/** OWASP's minimum for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. 25 to 40 ms of a core. */
export const PASSWORD_COST: PasswordCost = { memoryCost: 19_456, timeCost: 2 };

/** One core always stays free for everything else. At 40 ms each, a full queue is worked off within the wait limit. */
const LIMITS: AdmissionLimits = {
  concurrency: Math.max(1, availableParallelism() - 1),
  queueLength: 64,
  waitMs: 3_000,
};

/**
 * Hashes and checks passwords with argon2id, few at a time. Both methods throw the problem `unavailable` when too many
 * wait, and the signal's reason when the caller has gone.
 */
export class Passwords {
  readonly #admission: Admission;
  readonly #cost: PasswordCost;
  readonly #decoyHash: string;

  private constructor(admission: Admission, cost: PasswordCost, decoyHash: string) {
    this.#admission = admission;
    this.#cost = cost;
    this.#decoyHash = decoyHash;
  }

  static async create(limits: AdmissionLimits = LIMITS, cost: PasswordCost = PASSWORD_COST): Promise<Passwords> {
    const nobodysPassword = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64");
    return new Passwords(new Admission(limits), cost, await hashed(nobodysPassword, cost));
  }

  /** What runs, waits, was let in and was turned away; every hash and every check is let in once. */
  get counts() {
    return this.#admission.counts;
  }

  /** Answers with a PHC string, `$argon2id$...`. */
  hash(password: string, signal: AbortSignal): Promise<string> {
    return this.#admission.run(() => hashed(prepare(password), this.#cost), signal);
  }

  /**
   * Without a hash, because there is no such account, it checks against a decoy of the same cost, so that neither the
   * answer nor its time tells who has one.
   */
  async verify(password: string, hash: string | undefined, signal: AbortSignal): Promise<boolean> {
    const matches = await this.#admission.run(
      () => Bun.password.verify(prepare(password), hash ?? this.#decoyHash),
      signal,
    );
    return matches && hash !== undefined;
  }
}

const hashed = (password: string, cost: PasswordCost): Promise<string> =>
  Bun.password.hash(password, { algorithm: "argon2id", ...cost });

/**
 * One password, however the keyboard sent it: RFC 8265, section 4.2.2 (OpaqueString) without its refusals. Spaces of
 * other scripts become U+0020, then NFC. Not NFKC, which would make different passwords equal (section 4.1).
 */
export const prepare = (password: string) => password.replace(/\p{Zs}/gu, " ").normalize("NFC");
