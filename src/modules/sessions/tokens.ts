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
  /** When the person last proved who they are; null where somebody else acts as them. */
  readonly authenticatedAt: Date | null;
  /** Who acts as the person, where that is somebody else. */
  readonly actorId?: string;
  readonly expiresIn: number;
}

/** What a verified access token says. */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
  /** The end of the second in which they last proved who they are; null in a token of a version that did not say it. */
  readonly authenticatedAtMs: number | null;
  readonly issuedAtMs: number;
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

  /**
   * `expiresIn` in seconds, at most ACCESS_TOKEN_SECONDS: nothing older verifies. A proof that lies ahead is left out: the
   * clock was set back, and nobody can say how long ago it was.
   */
  issue(token: NewAccessToken, { id, key }: SigningKey): Promise<string> {
    const { userId, sessionId, authenticatedAt, actorId, expiresIn } = token;
    const issuedAt = seconds(this.#options.clock.now());
    const authTime = authenticatedAt && seconds(authenticatedAt);
    return new SignJWT({
      sid: sessionId,
      ...(authTime !== null && authTime <= issuedAt + CLOCK_TOLERANCE_SECONDS && { auth_time: authTime }),
      // RFC 8693, section 4.1.
      ...(actorId !== undefined && { act: { sub: actorId } }),
    })
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

  /** Nor does one work that was issued in the future: the clock was set back since it was verified. */
  #unlessExpired(token: string, claims: AccessClaims): AccessClaims | undefined {
    const nowMs = this.#options.clock.now().getTime();
    if (nowMs < claims.expiresAtMs && nowMs >= claims.issuedAtMs - CLOCK_TOLERANCE_SECONDS * 1000) {
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

/** RFC 9068, section 2.2.1: auth_time. */
function claimsOf({ sub, sid, iat, exp, auth_time: authTime }: JWTPayload): AccessClaims | undefined {
  if (!isId(sub) || !isId(sid) || typeof iat !== "number" || typeof exp !== "number") return undefined;
  const authenticatedAtMs = typeof authTime === "number" ? (authTime + 1) * 1000 : null;
  return { userId: sub, sessionId: sid, authenticatedAtMs, issuedAtMs: iat * 1000, expiresAtMs: exp * 1000 };
}

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);

const isId = (value: unknown): value is string => typeof value === "string" && UUID.test(value);
