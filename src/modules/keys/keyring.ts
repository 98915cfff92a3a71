import { exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import type { Sql } from "#db/client";
import type { JsonWebKey } from "#generated/types";
import type { Clock } from "#lib/clock";
import type { Ids } from "#lib/ids";
import { Sealing } from "#lib/sealing";
import * as queries from "./queries";

/** RFC 7518, section 3.4. */
export const SIGNING_ALGORITHM = "ES256";

const MINUTE_MS = 60_000;
/** A key signs for thirty days; then it is replaced. */
const KEY_AGE_MS = 30 * 24 * 60 * MINUTE_MS;
/** A new key is published this long before it signs: twice what the JWKS may be cached for. */
const PUBLISHED_BEFORE_MS = 10 * MINUTE_MS;
/** A replaced key verifies this long: what its last token lives, and what the clocks of two processes may differ by. */
const VERIFIES_AFTER_MS = 16 * MINUTE_MS;
/** An older ring is read again. Well under PUBLISHED_BEFORE_MS, so that every process knows a key before it signs. */
const FRESH_MS = MINUTE_MS;
/** Made-up key ids cause one read in this time and no more. */
const UNKNOWN_KEY_RELOAD_MS = 5_000;
/** RFC 7517 names no limit. We publish three at most: the last, the present and the next; the rest is reserve. */
const KEYS_MAXIMUM = 16;

export interface KeyRingOptions {
  /** The pool: keys are read and made outside of any request's transaction. */
  readonly sql: Sql;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Encrypts the private halves at rest. Whoever changes it can no longer open the stored keys. */
  readonly secret: string;
}

export interface SigningKey {
  readonly id: string;
  readonly key: CryptoKey;
}

interface RingKey {
  readonly id: string;
  readonly published: JsonWebKey;
  readonly verifies: CryptoKey;
  readonly signs: CryptoKey;
  readonly activatesAt: number;
}

/**
 * The keys that sign and verify access tokens, from the table signing_keys. Every process holds them in memory, and reads
 * them again each minute of use. A job replaces the newest when it is thirty days old, and so does a process that starts;
 * the table makes sure that they all agree on one successor. Without jobs the newest goes on signing.
 */
export class KeyRing {
  readonly #options: KeyRingOptions;
  readonly #sealing: Sealing;
  #keys: readonly RingKey[] = [];
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | undefined;

  private constructor(options: KeyRingOptions) {
    this.#options = options;
    this.#sealing = new Sealing(options.secret, "groundwork/signing-keys");
  }

  /** Reads the keys and makes the first, or the next one, where it is time. */
  static async open(options: KeyRingOptions): Promise<KeyRing> {
    const ring = new KeyRing(options);
    await ring.rotateIfDue();
    return ring;
  }

  /** The key that signs now. May query: call it before a transaction begins, never inside. */
  async signer(): Promise<SigningKey> {
    await this.#fresh();
    const now = this.#now();
    // Where the clock was set back the oldest may be from the future: everybody who verifies knows it all the same.
    const key = this.#keys.findLast((key) => key.activatesAt <= now) ?? this.#keys[0];
    if (!key) throw new Error("signing keys: there is none");
    return { id: key.id, key: key.signs };
  }

  /** The public key with this id, if it still verifies. An unknown id makes the ring read, at most every five seconds. */
  async verifier(id: string): Promise<CryptoKey | undefined> {
    await this.#fresh();
    if (!this.#find(id) && this.#isOlder(UNKNOWN_KEY_RELOAD_MS)) await this.#read();
    return this.#find(id)?.verifies;
  }

  /** What a verifier elsewhere needs (RFC 7517), the key that signs next included. */
  async published(): Promise<JsonWebKey[]> {
    await this.#fresh();
    return this.#keys.map((key) => key.published);
  }

  async rotateIfDue(): Promise<void> {
    await this.#read();
    const newest = this.#keys.at(-1);
    if (!newest || this.#now() - newest.activatesAt >= KEY_AGE_MS) await this.#replace(newest);
  }

  /** Publishes the next key, which signs ten minutes from now. One that waits is enough. */
  async rotate(): Promise<void> {
    await this.#read();
    const newest = this.#keys.at(-1);
    if (!newest || newest.activatesAt <= this.#now()) await this.#replace(newest);
  }

  /**
   * The first key of all signs at once. `newest` is what the decision was made on: where another process has replaced it
   * since, the row does not go in, and the read finds theirs.
   */
  async #replace(newest: RingKey | undefined): Promise<void> {
    const { sql, clock, ids } = this.#options;
    const id = ids.next();
    const pair = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
    const createdAt = clock.now();
    await queries.insertSigningKey(sql, {
      id,
      replaces: newest?.id ?? null,
      publicJwk: await publicJwk(id, pair.publicKey),
      privateJwkSealed: this.#sealing.seal(id, JSON.stringify(await exportJWK(pair.privateKey))),
      createdAt,
      activatesAt: newest ? new Date(createdAt.getTime() + PUBLISHED_BEFORE_MS) : createdAt,
    });
    await this.#read();
  }

  async #fresh(): Promise<void> {
    if (this.#isOlder(FRESH_MS)) await this.#read();
  }

  /** Whether the last reading is older, or from the future: then the clock was set back. */
  #isOlder(ageMs: number): boolean {
    return Math.abs(this.#now() - this.#readAt) >= ageMs;
  }

  /** Callers who come while a read runs share it. */
  #read(): Promise<void> {
    this.#reading ??= this.#readKeys().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readKeys(): Promise<void> {
    const readAt = this.#now();
    const rows = await queries.listSigningKeys(this.#options.sql, new Date(readAt - VERIFIES_AFTER_MS), KEYS_MAXIMUM);
    this.#keys = await Promise.all(rows.map((row) => this.#ringKey(row)));
    this.#readAt = readAt;
  }

  /** A key never changes, so its halves are opened and imported once. */
  async #ringKey(row: queries.SigningKeyRow): Promise<RingKey> {
    const known = this.#find(row.id);
    if (known) return known;
    return {
      id: row.id,
      published: row.publicJwk,
      verifies: await importKey(row.publicJwk),
      signs: await importKey(this.#unseal(row)),
      activatesAt: Date.parse(row.activatesAt),
    };
  }

  #unseal(row: queries.SigningKeyRow): JWK {
    try {
      return JSON.parse(this.#sealing.open(row.id, row.privateJwkSealed));
    } catch (cause) {
      throw new Error(`signing key ${row.id} does not open: was the secret changed?`, { cause });
    }
  }

  #find(id: string) {
    return this.#keys.find((key) => key.id === id);
  }

  #now() {
    return this.#options.clock.now().getTime();
  }
}

const importKey = async (jwk: JWK) => (await importJWK(jwk, SIGNING_ALGORITHM)) as CryptoKey;

async function publicJwk(kid: string, key: CryptoKey): Promise<JsonWebKey> {
  const { x, y } = await exportJWK(key);
  if (!x || !y) throw new Error("signing keys: an ES256 key without coordinates");
  return { kty: "EC", crv: "P-256", alg: SIGNING_ALGORITHM, use: "sig", kid, x, y };
}
