import { createHmac, hkdfSync } from "node:crypto";
import { randomToken } from "#lib/opaque-tokens";

const PREFIX = "gwr_";

/**
 * Refresh tokens: opaque, `gwr_` and 256 bits in base64url. A session's first one is random; each later one is derived
 * from the one before it and a secret of the server. So the answer to a lost refresh can be given again although no
 * token is stored, and neither a stolen database nor a stolen old token is enough to compute the current one.
 */
export class RefreshTokens {
  readonly #key: Uint8Array;

  /** A changed secret logs nobody out; it only ends the repeats that are under way. */
  constructor(secret: string) {
    this.#key = new Uint8Array(hkdfSync("sha256", secret, "", "groundwork/refresh-tokens", 32));
  }

  first(): string {
    return randomToken(PREFIX);
  }

  /** HMAC-SHA-256 of the whole token before it. */
  successor(token: string): string {
    return PREFIX + createHmac("sha256", this.#key).update(token).digest("base64url");
  }
}
