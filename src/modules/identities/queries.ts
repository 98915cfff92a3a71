import type { Sql } from "#db/client";
import { first } from "#db/rows";

export interface IdentityRow {
  id: string;
  provider: string;
  email: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** The newest first. Served by identities_user_id_provider_key. */
export const listIdentitiesByUser = (sql: Sql, userId: string) =>
  sql<IdentityRow[]>`
    select id, provider, email, created_at, last_used_at from identities
    where user_id = ${userId} order by created_at desc, id desc`;

interface IdentityKey {
  issuer: string;
  subject: string;
}

/** Whose it is. Undefined where it is linked to no account. Served by identities_issuer_subject_key. */
export const selectUserByIdentity = (sql: Sql, { issuer, subject }: IdentityKey) =>
  sql<{ userId: string }[]>`
    select user_id from identities where issuer = ${issuer} and subject = ${subject}`.then(first);

/** Undefined where it is not theirs any more. Served by identities_issuer_subject_key. */
export const updateIdentityUsed = (sql: Sql, userId: string, { issuer, subject }: IdentityKey, usedAt: Date) =>
  sql<{ id: string }[]>`
    update identities set last_used_at = ${usedAt}
    where issuer = ${issuer} and subject = ${subject} and user_id = ${userId}
    returning id`.then(first);

/** Until the end of the transaction everybody else who asks for this identity waits. */
export const lockIdentityKey = (sql: Sql, { issuer, subject }: IdentityKey) =>
  sql<{ locked: boolean }[]>`
    select true as locked from pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 0))`;

interface NewIdentity extends IdentityKey {
  id: string;
  userId: string;
  provider: string;
  email: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** Undefined where the identity is linked, or the account has another one of this provider. */
export const insertIdentity = (sql: Sql, identity: NewIdentity) =>
  sql<IdentityRow[]>`
    insert into identities (id, user_id, provider, issuer, subject, email, created_at, last_used_at)
    values (${identity.id}, ${identity.userId}, ${identity.provider}, ${identity.issuer}, ${identity.subject},
      ${identity.email}, ${identity.createdAt}, ${identity.lastUsedAt})
    on conflict do nothing
    returning id, provider, email, created_at, last_used_at`.then(first);

/** Undefined where the person has no such identity. Served by identities_pkey. */
export const deleteIdentity = (sql: Sql, userId: string, id: string) =>
  sql<{ provider: string; email: string }[]>`
    delete from identities where id = ${id} and user_id = ${userId} returning provider, email`.then(first);

/** Served by identities_user_id_provider_key. */
export const deleteIdentitiesByUser = (sql: Sql, userId: string) =>
  sql`delete from identities where user_id = ${userId}`;

interface NewAuthorizationRequest {
  tokenHash: Uint8Array;
  provider: string;
  userId: string | null;
  sealed: Uint8Array;
  createdAt: Date;
  expiresAt: Date;
}

export const insertAuthorizationRequest = (sql: Sql, request: NewAuthorizationRequest) =>
  sql`
    insert into authorization_requests (token_hash, provider, user_id, sealed, created_at, expires_at)
    values (${request.tokenHash}, ${request.provider}, ${request.userId}, ${request.sealed}, ${request.createdAt},
      ${request.expiresAt})`;

export interface AuthorizationRequestRow {
  provider: string;
  userId: string | null;
  sealed: Buffer;
  expiresAt: string;
}

/** Whoever looks takes it: of two who send the same token one gets it. Served by authorization_requests_pkey. */
export const deleteAuthorizationRequest = (sql: Sql, tokenHash: Uint8Array) =>
  sql<AuthorizationRequestRow[]>`
    delete from authorization_requests where token_hash = ${tokenHash}
    returning provider, user_id, sealed, expires_at`.then(first);

/** Served by authorization_requests_user_id_idx. */
export const deleteAuthorizationRequestsByUser = (sql: Sql, userId: string) =>
  sql`delete from authorization_requests where user_id = ${userId}`;

/** Served by authorization_requests_expires_at_idx. */
export const deleteExpiredAuthorizationRequests = (sql: Sql, now: Date, limit: number) =>
  sql`
    delete from authorization_requests where token_hash = any(array(
      select token_hash from authorization_requests where expires_at <= ${now}
      order by expires_at limit ${limit} for update skip locked))`;
