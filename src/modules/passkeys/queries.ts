import type { Sql } from "#db/client";
import { first, only } from "#db/rows";

export type Purpose = "registration" | "login" | "second_factor" | "reauthentication";

interface NewCeremony {
  tokenHash: Uint8Array;
  purpose: Purpose;
  challenge: Uint8Array;
  userId: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export const insertCeremony = (sql: Sql, ceremony: NewCeremony) =>
  sql`
    insert into passkey_ceremonies (token_hash, purpose, challenge, user_id, created_at, expires_at)
    values (
      ${ceremony.tokenHash}, ${ceremony.purpose}, ${ceremony.challenge}, ${ceremony.userId}, ${ceremony.createdAt},
      ${ceremony.expiresAt}
    )`;

export interface CeremonyRow {
  purpose: string;
  challenge: Buffer;
  userId: string | null;
  expiresAt: string;
}

/** Whoever comes second finds nothing. Served by passkey_ceremonies_pkey. */
export const deleteCeremony = (sql: Sql, tokenHash: Uint8Array) =>
  sql<CeremonyRow[]>`
    delete from passkey_ceremonies where token_hash = ${tokenHash}
    returning purpose, challenge, user_id, expires_at`.then(first);

/** Served by passkey_ceremonies_expires_at_idx. */
export const deleteExpiredCeremonies = (sql: Sql, now: Date, limit: number) =>
  sql`
    delete from passkey_ceremonies where token_hash = any(array(
      select token_hash from passkey_ceremonies where expires_at <= ${now}
      order by expires_at limit ${limit} for update skip locked
    ))`;

export interface PasskeyRow {
  id: string;
  name: string;
  backedUp: boolean;
  createdAt: string;
  lastUsedAt: string | null;
}

/** The newest first. Served by passkeys_user_id_created_at_id_idx. */
export const listPasskeysByUser = (sql: Sql, userId: string, limit: number) =>
  sql<PasskeyRow[]>`
    select id, name, backed_up, created_at, last_used_at
    from passkeys where user_id = ${userId}
    order by created_at desc, id desc
    limit ${limit}`;

export interface CredentialRow {
  credentialId: Buffer;
  transports: string[];
}

/** Served by passkeys_user_id_created_at_id_idx. */
export const listCredentialsByUser = (sql: Sql, userId: string, limit: number) =>
  sql<CredentialRow[]>`
    select credential_id, transports
    from passkeys where user_id = ${userId}
    order by created_at desc, id desc
    limit ${limit}`;

/** Served by passkeys_user_id_created_at_id_idx. */
export const countPasskeys = (sql: Sql, userId: string) =>
  sql<{ count: number }[]>`select count(*)::int as count from passkeys where user_id = ${userId}`.then(only);

export interface LockedPasskeyRow {
  id: string;
  userId: string;
  publicKey: Buffer;
  /** A bigint, so text. */
  counter: string;
}

/** Uses of one passkey wait here for each other. Served by passkeys_credential_id_key. */
export const lockPasskeyByCredentialId = (sql: Sql, credentialId: Uint8Array) =>
  sql<LockedPasskeyRow[]>`
    select id, user_id, public_key, counter from passkeys where credential_id = ${credentialId} for update`.then(first);

interface NewPasskey {
  id: string;
  userId: string;
  credentialId: Uint8Array;
  publicKey: Uint8Array;
  counter: number;
  transports: readonly string[];
  backedUp: boolean;
  name: string;
  createdAt: Date;
}

/** Undefined where passkeys_credential_id_key says that it belongs to an account. */
export const insertPasskey = (sql: Sql, { id, userId, credentialId, publicKey, counter, ...passkey }: NewPasskey) =>
  sql<PasskeyRow[]>`
    insert into passkeys (id, user_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
    values (
      ${id}, ${userId}, ${credentialId}, ${publicKey}, ${counter}, ${passkey.transports}, ${passkey.backedUp},
      ${passkey.name}, ${passkey.createdAt}
    )
    on conflict (credential_id) do nothing
    returning id, name, backed_up, created_at, last_used_at`.then(first);

/** Served by passkeys_pkey. */
export const updatePasskeyUsed = (sql: Sql, id: string, used: { counter: number; backedUp: boolean; at: Date }) =>
  sql`
    update passkeys set counter = ${used.counter}, backed_up = ${used.backedUp}, last_used_at = ${used.at}
    where id = ${id}`;

export interface PasskeyKey {
  readonly id: string;
  readonly userId: string;
}

/** Undefined where the person has no such passkey. Served by passkeys_pkey. */
export const updatePasskeyName = (sql: Sql, { id, userId }: PasskeyKey, name: string) =>
  sql<PasskeyRow[]>`
    update passkeys set name = ${name} where id = ${id} and user_id = ${userId}
    returning id, name, backed_up, created_at, last_used_at`.then(first);

/** The one that was there. Undefined where the person has no such passkey. Served by passkeys_pkey. */
export const deletePasskey = (sql: Sql, { id, userId }: PasskeyKey) =>
  sql<{ name: string }[]>`
    delete from passkeys where id = ${id} and user_id = ${userId} returning name`.then(first);

/** Whether the account has a password, an identity or a passkey. Served by users_pkey and by the keys of the others. */
export const hasCredential = (sql: Sql, userId: string) =>
  sql<{ has: boolean }[]>`
    select password_hash is not null
      or exists (select from identities where user_id = ${userId})
      or exists (select from passkeys where user_id = ${userId}) as has
    from users where id = ${userId}`.then(only);

/** Served by passkeys_user_id_created_at_id_idx. */
export const deletePasskeys = (sql: Sql, userId: string) => sql`delete from passkeys where user_id = ${userId}`;
