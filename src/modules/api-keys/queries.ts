import type { PageInput } from "#contract/context";
import type { Sql } from "#db/client";
import { first, only } from "#db/rows";

/** A key and the organization that it must belong to. */
export interface KeyPlace {
  readonly organizationId: string;
  readonly keyId: string;
}

/** A key without its secret. */
export interface KeyRow {
  id: string;
  name: string;
  scopes: string[];
  /** Null where their account is gone. */
  createdBy: string | null;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

export interface ListedKeyRow extends KeyRow {
  ending: string;
}

export interface UsableKeyRow {
  id: string;
  organizationId: string;
  scopes: string[];
  /** When the key, this secret of it or the organization ends, whichever is first; it may be over. */
  endsAt: string | null;
}

/** Undefined for one that was revoked, too. Served by api_key_secrets_pkey, api_keys_pkey and organizations_pkey. */
export const selectKeyBySecret = (sql: Sql, secretHash: Uint8Array) =>
  sql<UsableKeyRow[]>`
    select key.id, key.organization_id, key.scopes,
      least(key.expires_at, secret.replaced_at, organization.deletes_at) as ends_at
    from api_key_secrets secret
    join api_keys key on key.id = secret.api_key_id
    join organizations organization on organization.id = key.organization_id
    where secret.secret_hash = ${secretHash} and key.revoked_at is null`.then(first);

/** Served by api_keys_by_organization. */
export const countKeys = (sql: Sql, organizationId: string) =>
  sql<{ count: number }[]>`
    select count(*)::int as count from api_keys
    where organization_id = ${organizationId} and revoked_at is null`.then(only);

interface NewKey {
  id: string;
  organizationId: string;
  name: string;
  scopes: string[];
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
}

export const insertKey = (sql: Sql, key: NewKey) =>
  sql<KeyRow[]>`
    insert into api_keys (id, organization_id, name, scopes, created_by, created_at, expires_at)
    values (${key.id}, ${key.organizationId}, ${key.name}, ${key.scopes}, ${key.createdBy}, ${key.createdAt},
      ${key.expiresAt})
    returning id, name, scopes, created_by, created_at, expires_at, last_used_at`.then(only);

interface NewSecret {
  secretHash: Uint8Array;
  keyId: string;
  ending: string;
  createdAt: Date;
}

/** Fails on api_key_secrets_current_key where the key has a secret that was not replaced. */
export const insertSecret = (sql: Sql, { secretHash, keyId, ending, createdAt }: NewSecret) =>
  sql`
    insert into api_key_secrets (secret_hash, api_key_id, ending, created_at)
    values (${secretHash}, ${keyId}, ${ending}, ${createdAt})`;

/**
 * One that works. Rotations and the revocation of a key wait here for each other; read its secrets after this, in a
 * statement of its own: this one's view is from before the wait. Served by api_keys_pkey.
 */
export const lockUsableKey = (sql: Sql, { organizationId, keyId }: KeyPlace, now: Date) =>
  sql<KeyRow[]>`
    select id, name, scopes, created_by, created_at, expires_at, last_used_at
    from api_keys
    where id = ${keyId} and organization_id = ${organizationId} and revoked_at is null
      and (expires_at is null or expires_at > ${now})
    for no key update`.then(first);

export interface SecretRow {
  secretHash: Buffer;
}

/** Those of earlier rotations, in their overlap or not: they stop working. Served by api_key_secrets_by_key. */
export const deleteReplacedSecrets = (sql: Sql, keyId: string) =>
  sql<SecretRow[]>`
    delete from api_key_secrets where api_key_id = ${keyId} and replaced_at is not null returning secret_hash`;

/** The current one works on until then. Served by api_key_secrets_current_key. */
export const updateSecretReplaced = (sql: Sql, keyId: string, replacedAt: Date) =>
  sql<SecretRow[]>`
    update api_key_secrets set replaced_at = ${replacedAt}
    where api_key_id = ${keyId} and replaced_at is null returning secret_hash`;

/** The id, or undefined where the organization has no such key, or it was revoked before. Served by api_keys_pkey. */
export const updateKeyRevoked = (sql: Sql, { organizationId, keyId }: KeyPlace, revokedAt: Date) =>
  sql<{ id: string }[]>`
    update api_keys set revoked_at = ${revokedAt}
    where id = ${keyId} and organization_id = ${organizationId} and revoked_at is null
    returning id`.then(first);

/** In every organization. Served by api_keys_created_by_idx. */
export const updateKeysRevokedByMaker = (sql: Sql, userId: string, revokedAt: Date) =>
  sql<{ id: string }[]>`
    update api_keys set revoked_at = ${revokedAt} where created_by = ${userId} and revoked_at is null returning id`;

/** Served by api_key_secrets_by_key. */
export const selectSecretsOfKeys = (sql: Sql, keyIds: readonly string[]) =>
  sql<SecretRow[]>`select secret_hash from api_key_secrets where api_key_id = any(${keyIds})`;

/** Served by api_key_secrets_by_key. */
export const selectSecrets = (sql: Sql, keyId: string) =>
  sql<SecretRow[]>`select secret_hash from api_key_secrets where api_key_id = ${keyId}`;

/**
 * Newest first; one row more than the limit where there is another page. Secrets are looked up for that page alone: of a key
 * that was not revoked one is current. Served by api_keys_by_organization and api_key_secrets_current_key.
 */
export const listKeys = (sql: Sql, organizationId: string, { after, limit }: PageInput) =>
  sql<ListedKeyRow[]>`
    select key.id, key.name, key.scopes, secret.ending, key.created_by, key.created_at, key.expires_at, key.last_used_at
    from (
      select id, name, scopes, created_by, created_at, expires_at, last_used_at
      from api_keys
      where organization_id = ${organizationId} and revoked_at is null
        and (created_at, id) < (
          coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
          coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
        )
      order by created_at desc, id desc
      limit ${limit + 1}
    ) as key
    join api_key_secrets secret on secret.api_key_id = key.id and secret.replaced_at is null
    order by key.created_at desc, key.id desc`;

/**
 * Key by key in the order of their ids, so that two servers do not wait for each other in a circle. Never takes a use
 * back that another server saw later. Served by api_keys_pkey.
 */
export const updateKeysUsed = (sql: Sql, ids: string[], usedAt: string[]) =>
  sql`
    with used as (
      select key.id, noted.used_at
      from unnest(${ids}::uuid[], ${usedAt}::timestamptz[]) as noted (id, used_at)
      join api_keys key on key.id = noted.id
      order by key.id
      for no key update of key
    )
    update api_keys key set last_used_at = greatest(key.last_used_at, used.used_at)
    from used where key.id = used.id`;

/** Those that were revoked, or expired, before this time; their secrets go with them. Served by api_keys_by_end. */
export const deleteEndedKeys = (sql: Sql, before: Date, limit: number) =>
  sql`
    delete from api_keys where id = any(array(
      select id from api_keys where least(revoked_at, expires_at) < ${before}
      order by least(revoked_at, expires_at) limit ${limit} for update skip locked))`;
