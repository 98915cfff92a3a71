import { type JWTPayload, errors as joseErrors, jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import type { MaybePromise } from "#contract/pipeline";
import type { Clock } from "#lib/clock";
import type { Ids } from "#lib/ids";
import { type KeyRing, SIGNING_ALGORITHM, type SigningKey } from "../keys/keyring";

export const ACCESS_TOKEN_SECONDS = 900;

/** RFC 9068, section 2.1: so that no other JWT of ours, an identity token for one, passes for an access token. */
const TYPE = "at+jwt";
const REQUIRED_CLAIMS = ["iss", "aud", "sub", "sid", "iat", "exp", "jti"];
/** What a token's iat may be ahead of this process's clock. Expiry has no tolerance. */
const CLOCK_TOLERANCE_SECONDS = 5;
/** Longer than any token of ours, as the contract says. */
const TOKEN_LENGTH_MAXIMUM = 4096;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const REMEMBERED_TOKENS_MAXIMUM = 20_000;

export interface AccessTokensOptions {
  readonly keys: Pick<KeyRing, "verifier">;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The public origin of this server: "https://api.example.com". */
  readonly issuer: string;
  /** For whom the tokens are: this API. */
  readonly audience: string;
}

interface NewAccessToken {
  readonly userId: string;
  readonly sessionId: string;
  readonly expiresIn: number;
}

/** What a verified access token says. */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
  readonly expiresAtMs: number;
}

/**
 * Access tokens as RFC 9068 has them: JWTs signed with ES256 that work for fifteen minutes. What a verification found
 * is remembered until the token expires, because a signature costs more than the rest of a small request.
 */
export class AccessTokens {
  readonly #options: AccessTokensOptions;
  readonly #verified = new LRUCache<string, AccessClaims>({ max: REMEMBERED_TOKENS_MAXIMUM });
  #hits = 0;
  #misses = 0;

  constructor(options: AccessTokensOptions) {
    this.#options = options;
  }

  /** How often a verification was remembered, and how many are now. */
  get counts() {
    return { hits: this.#hits, misses: this.#misses, entries: this.#verified.size };
  }

  /** `expiresIn` in seconds, at most ACCESS_TOKEN_SECONDS: nothing older verifies. */
  issue({ userId, sessionId, expiresIn }: NewAccessToken, { id, key }: SigningKey): Promise<string> {
    const issuedAt = Math.floor(this.#options.clock.now().getTime() / 1000);
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: id, typ: TYPE })
      .setIssuer(this.#options.issuer)
      .setAudience(this.#options.audience)
      .setSubject(userId)
      .setJti(this.#options.ids.next())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + expiresIn)
      .sign(key);
  }

  /** Undefined for what is not an access token of ours, or has expired. Rejects only when the keys cannot be read. */
  verify(token: string): MaybePromise<AccessClaims | undefined> {
    const known = this.#verified.get(token);
    if (known) {
      this.#hits++;
      return this.#unlessExpired(token, known);
    }
    this.#misses++;
    return this.#check(token).then((claims) => claims && this.#unlessExpired(token, claims));
  }

  #unlessExpired(token: string, claims: AccessClaims): AccessClaims | undefined {
    if (this.#options.clock.now().getTime() < claims.expiresAtMs) {
      this.#verified.set(token, claims);
      return claims;
    }
    this.#verified.delete(token);
    return undefined;
  }

  async #check(token: string): Promise<AccessClaims | undefined> {
    if (token.length > TOKEN_LENGTH_MAXIMUM) return undefined;
    const { keys, clock, issuer, audience } = this.#options;
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => keyFor(keys, kid), {
        algorithms: [SIGNING_ALGORITHM],
        typ: TYPE,
        issuer,
        audience,
        requiredClaims: REQUIRED_CLAIMS,
        maxTokenAge: ACCESS_TOKEN_SECONDS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: clock.now(),
      });
      return claimsOf(payload);
    } catch (error) {
      if (error instanceof joseErrors.JOSEError) return undefined;
      throw error;
    }
  }
}

async function keyFor(keys: AccessTokensOptions["keys"], kid: string | undefined): Promise<CryptoKey> {
  const key = kid === undefined ? undefined : await keys.verifier(kid);
  if (!key) throw new joseErrors.JWKSNoMatchingKey();
  return key;
}

function claimsOf({ sub, sid, exp }: JWTPayload): AccessClaims | undefined {
  if (!isId(sub) || !isId(sid) || typeof exp !== "number") return undefined;
  return { userId: sub, sessionId: sid, expiresAtMs: exp * 1000 };
}

const isId = (value: unknown): value is string => typeof value === "string" && UUID.test(value);
