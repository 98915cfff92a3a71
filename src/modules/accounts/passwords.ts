import { availableParallelism } from "node:os";
import { Admission, type AdmissionLimits } from "./admission";

/** OWASP's minimum for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. 25 to 40 ms of a core. */
const ARGON2ID = { algorithm: "argon2id", memoryCost: 19_456, timeCost: 2 } as const;

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
  readonly #decoyHash: string;

  private constructor(admission: Admission, decoyHash: string) {
    this.#admission = admission;
    this.#decoyHash = decoyHash;
  }

  static async create(limits: AdmissionLimits = LIMITS): Promise<Passwords> {
    const nobodysPassword = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64");
    return new Passwords(new Admission(limits), await Bun.password.hash(nobodysPassword, ARGON2ID));
  }

  /** What runs, waits, was let in and was turned away; every hash and every check is let in once. */
  get counts() {
    return this.#admission.counts;
  }

  /** Answers with a PHC string, `$argon2id$...`. */
  hash(password: string, signal: AbortSignal): Promise<string> {
    return this.#admission.run(() => Bun.password.hash(prepare(password), ARGON2ID), signal);
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

/**
 * One password, however the keyboard sent it: RFC 8265, section 4.2.2 (OpaqueString) without its refusals. Spaces of
 * other scripts become U+0020, then NFC. Not NFKC, which would make different passwords equal (section 4.1).
 */
const prepare = (password: string) => password.replace(/\p{Zs}/gu, " ").normalize("NFC");
