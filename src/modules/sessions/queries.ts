import type { PageInput } from "#contract/context";
import type { Sql } from "#db/client";
import { first } from "#db/rows";
import type { Transport } from "#generated/types";

export type EndedReason =
  | "logged_out"
  | "revoked"
  | "refresh_token_reused"
  | "credentials_changed"
  | "suspended"
  | "account_deleted";

interface NewSession {
  id: string;
  userId: string;
  userAgent: string | null;
  address: string;
  deviceId: string | null;
  impersonatedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/** It begins with the person's proof of who they are. */
export const insertSession = (sql: Sql, session: NewSession) =>
  sql`
    insert into sessions (
      id, user_id, user_agent, address, device_id, impersonated_by, created_at, last_used_at, authenticated_at, expires_at
    )
    values (
      ${session.id}, ${session.userId}, ${session.userAgent}, ${session.address}, ${session.deviceId},
      ${session.impersonatedBy}, ${session.createdAt}, ${session.createdAt}, ${session.createdAt}, ${session.expiresAt}
    )`;

/** Fails on refresh_tokens_current_key where the session has a token that is not spent. */
export const insertRefreshToken = (sql: Sql, tokenHash: Uint8Array, sessionId: string, issuedAt: Date) =>
  sql`
    insert into refresh_tokens (token_hash, session_id, issued_at) values (${tokenHash}, ${sessionId}, ${issuedAt})`;

export interface LiveSessionRow {
  id: string;
  userId: string;
  impersonatedBy: string | null;
  isVerified: boolean;
  isAdministrator: boolean;
}

/**
 * The session and what the person may be; undefined where they may be nothing: suspended, or past the time of their
 * deletion, or acted for by somebody who is no administrator any more. Served by sessions_pkey and users_pkey.
 */
export const selectLiveSession = (sql: Sql, id: string, now: Date) =>
  sql<LiveSessionRow[]>`
    select session.id, session.user_id, session.impersonated_by, person.email_verified_at is not null as is_verified,
      coalesce(person.platform_role = 'administrator', false) as is_administrator
    from sessions session join users person on person.id = session.user_id
    where session.id = ${id} and session.ended_at is null and session.expires_at > ${now}
      and person.suspended_at is null and coalesce(person.deletes_at, 'infinity') > ${now}
      and (session.impersonated_by is null or exists (
        select from users where users.id = session.impersonated_by and users.platform_role = 'administrator'
      ))`.then(first);

export interface LockedSessionRow {
  id: string;
  userId: string;
  createdAt: string;
  authenticatedAt: string;
  expiresAt: string;
  endedAt: string | null;
}

/**
 * Refreshes of one session wait here for each other. Read the token after this, in a statement of its own: this one's
 * view of it is from before the wait. Served by refresh_tokens_pkey and sessions_pkey.
 */
export const lockSessionByRefreshToken = (sql: Sql, tokenHash: Uint8Array) =>
  sql<LockedSessionRow[]>`
    select session.id, session.user_id, session.created_at, session.authenticated_at, session.expires_at, session.ended_at
    from refresh_tokens token join sessions session on session.id = token.session_id
    where token.token_hash = ${tokenHash}
    for update of session`.then(first);

/** Served by refresh_tokens_pkey. */
export const selectRefreshTokenSpentAt = (sql: Sql, tokenHash: Uint8Array) =>
  sql<{ spentAt: string | null }[]>`
    select spent_at from refresh_tokens where token_hash = ${tokenHash}`.then(first);

/** The one that is not spent. Served by refresh_tokens_current_key. */
export const selectCurrentRefreshToken = (sql: Sql, sessionId: string) =>
  sql<{ tokenHash: Buffer }[]>`
    select token_hash from refresh_tokens where session_id = ${sessionId} and spent_at is null`.then(first);

/** Served by refresh_tokens_pkey. */
export const updateRefreshTokenSpent = (sql: Sql, tokenHash: Uint8Array, spentAt: Date) =>
  sql`update refresh_tokens set spent_at = ${spentAt} where token_hash = ${tokenHash}`;

/** Served by sessions_pkey. */
export const updateSessionUsed = (sql: Sql, id: string, lastUsedAt: Date, expiresAt: Date) =>
  sql`update sessions set last_used_at = ${lastUsedAt}, expires_at = ${expiresAt} where id = ${id}`;

/** The id, or undefined where this person has no such session that is alive. Served by sessions_pkey. */
export const updateSessionEnded = (sql: Sql, key: { id: string; userId: string }, reason: EndedReason, at: Date) =>
  sql<{ id: string }[]>`
    update sessions set ended_at = ${at}, ended_reason = ${reason}
    where id = ${key.id} and user_id = ${key.userId} and ended_at is null and expires_at > ${at}
    returning id`.then(first);

/**
 * Every session that is alive and that the person is in, as themselves or as somebody else. Served by
 * sessions_user_id_created_at_id_idx and sessions_impersonated_by_idx.
 */
export const updateSessionsEnded = (
  sql: Sql,
  { userId, exceptId }: { userId: string; exceptId: string | null },
  reason: EndedReason,
  at: Date,
) =>
  sql<{ id: string }[]>`
    update sessions set ended_at = ${at}, ended_reason = ${reason}
    where (user_id = ${userId} or impersonated_by = ${userId}) and ended_at is null and expires_at > ${at}
      and id is distinct from ${exceptId}
    returning id`;

/** Undefined where this person has no such session that is alive. Served by sessions_pkey. */
export const updateSessionAuthenticated = (sql: Sql, key: { id: string; userId: string }, at: Date) =>
  sql<{ createdAt: string; expiresAt: string }[]>`
    update sessions set authenticated_at = ${at}
    where id = ${key.id} and user_id = ${key.userId} and ended_at is null and expires_at > ${at}
    returning created_at, expires_at`.then(first);

/** Served by sessions_pkey. */
export const selectSessionDevice = (sql: Sql, id: string) =>
  sql<{ deviceId: string | null }[]>`select device_id from sessions where id = ${id}`.then(first);

/** The id, or undefined where this person has no such session that is alive. Served by sessions_pkey. */
export const updateSessionOrganization = (
  sql: Sql,
  key: { id: string; userId: string },
  organizationId: string,
  now: Date,
) =>
  sql<{ id: string }[]>`
    update sessions set organization_id = ${organizationId}
    where id = ${key.id} and user_id = ${key.userId} and ended_at is null and expires_at > ${now}
    returning id`.then(first);

export interface SessionRow {
  id: string;
  userAgent: string | null;
  address: string | null;
  impersonatedBy: string | null;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
}

/**
 * Newest first; one row more than the limit where there is another page. Served by sessions_user_id_created_at_id_idx.
 */
export const listSessionsByUser = (sql: Sql, userId: string, now: Date, { after, limit }: PageInput) =>
  sql<SessionRow[]>`
    select id, user_agent, address, impersonated_by, created_at, last_used_at, expires_at
    from sessions
    where user_id = ${userId} and ended_at is null and expires_at > ${now}
      and (created_at, id) < (
        coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
        coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by created_at desc, id desc
    limit ${limit + 1}`;

/** Of sessions that ended, or could be used last, before this time. Reads all sessions; served by refresh_tokens_of_session. */
export const deleteTokensOfEndedSessions = (sql: Sql, before: Date, limit: number) =>
  sql`
    delete from refresh_tokens where token_hash = any(array(
      select token.token_hash
      from sessions session join refresh_tokens token on token.session_id = session.id
      where least(session.ended_at, session.expires_at) < ${before}
      limit ${limit}))`;

/** Those that ended, or could be used last, before this time, and have no token any more. Reads all sessions. */
export const deleteEndedSessions = (sql: Sql, before: Date, limit: number) =>
  sql`
    delete from sessions where id = any(array(
      select id from sessions
      where least(ended_at, expires_at) < ${before}
        and not exists (select from refresh_tokens where session_id = sessions.id)
      limit ${limit}))`;

interface NewChallenge {
  tokenHash: Uint8Array;
  userId: string;
  deviceId: string | null;
  transport: Transport;
  createdAt: Date;
  expiresAt: Date;
}

export const insertChallenge = (sql: Sql, challenge: NewChallenge) =>
  sql`
    insert into login_challenges (token_hash, user_id, device_id, transport, created_at, expires_at)
    values (
      ${challenge.tokenHash}, ${challenge.userId}, ${challenge.deviceId}, ${challenge.transport}, ${challenge.createdAt},
      ${challenge.expiresAt}
    )`;

export interface ChallengeRow {
  userId: string;
  deviceId: string | null;
  isForCookies: boolean;
}

/** Undefined where it has expired, or was tried too often. Served by login_challenges_pkey. */
export const selectChallenge = (sql: Sql, tokenHash: Uint8Array, now: Date, triesMaximum: number) =>
  sql<ChallengeRow[]>`
    select user_id, device_id, transport = 'cookie' as is_for_cookies
    from login_challenges where token_hash = ${tokenHash} and expires_at > ${now} and attempts < ${triesMaximum}`.then(
    first,
  );

/** Counts one more try, unless the challenge does not work any more. Served by login_challenges_pkey. */
export const updateChallengeTried = (sql: Sql, tokenHash: Uint8Array, now: Date, triesMaximum: number) =>
  sql<{ userId: string }[]>`
    update login_challenges set attempts = attempts + 1
    where token_hash = ${tokenHash} and expires_at > ${now} and attempts < ${triesMaximum}
    returning user_id`.then(first);

/** Served by login_challenges_pkey. */
export const deleteChallenge = (sql: Sql, tokenHash: Uint8Array) =>
  sql`delete from login_challenges where token_hash = ${tokenHash}`;

/** Served by login_challenges_user_id_idx. */
export const deleteChallenges = (sql: Sql, userId: string) =>
  sql`delete from login_challenges where user_id = ${userId}`;

/** Served by login_challenges_expires_at_idx. */
export const deleteExpiredChallenges = (sql: Sql, now: Date, limit: number) =>
  sql`
    delete from login_challenges where token_hash = any(array(
      select token_hash from login_challenges where expires_at <= ${now}
      order by expires_at limit ${limit} for update skip locked
    ))`;
