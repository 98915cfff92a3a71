import type { Sql } from "#db/client";
import type { JsonWebKey } from "#generated/types";

/** The shape of signing_keys.public_jwk. */
interface StoredJwk extends JsonWebKey {}

export interface SigningKeyRow {
  id: string;
  publicJwk: StoredJwk;
  privateJwkSealed: Buffer;
  activatesAt: string;
}

/** Keys without a successor, or whose successor signs only since `replacedAfter`; the newest last. One is added a month. */
export const listSigningKeys = (sql: Sql, replacedAfter: Date, limit: number) =>
  sql<SigningKeyRow[]>`
    select key.id, key.public_jwk, key.private_jwk_sealed, key.activates_at
    from signing_keys key left join signing_keys successor on successor.replaces = key.id
    where successor.id is null or successor.activates_at > ${replacedAfter}
    order by key.activates_at, key.id
    limit ${limit}`;

interface NewSigningKey {
  id: string;
  replaces: string | null;
  publicJwk: JsonWebKey;
  privateJwkSealed: Uint8Array;
  createdAt: Date;
  activatesAt: Date;
}

/** Does nothing where the key that it replaces has a successor already (signing_keys_replaces_key). */
export const insertSigningKey = (sql: Sql, key: NewSigningKey) =>
  sql`
    insert into signing_keys (id, replaces, public_jwk, private_jwk_sealed, created_at, activates_at)
    values (${key.id}, ${key.replaces}, ${sql.json({ ...key.publicJwk })}, ${key.privateJwkSealed},
      ${key.createdAt}, ${key.activatesAt})
    on conflict (replaces) do nothing`;
