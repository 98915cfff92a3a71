import { createHmac, hkdfSync } from "node:crypto";
import { Sealing } from "#lib/sealing";

/** What keeps second factors in the database from whoever has a copy of it and not the secret of the server. */
export class FactorSecrets {
  readonly #sealing: Sealing;
  readonly #recoveryKey: Uint8Array;

  /** With another secret than before, no stored second factor works any more. */
  constructor(secret: string) {
    this.#sealing = new Sealing(secret, "groundwork/totp");
    this.#recoveryKey = new Uint8Array(hkdfSync("sha256", secret, "", "groundwork/recovery-codes", 32));
  }

  /** For the secret of one-time codes, which has to be read again: it opens for the same user only. */
  seal(userId: string, totpSecret: string): Buffer {
    return this.#sealing.seal(userId, totpSecret);
  }

  open(userId: string, sealed: Uint8Array): string {
    return this.#sealing.open(userId, sealed);
  }

  /** HMAC-SHA-256 of a recovery code as `normalized` gives it: under a key, because all codes there are could be tried. */
  hash(userId: string, recoveryCode: string): Buffer {
    return createHmac("sha256", this.#recoveryKey).update(`${userId}\n${recoveryCode}`).digest();
  }
}
