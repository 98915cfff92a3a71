import type { PageInput } from "#contract/context";
import type { Sql } from "#db/client";
import { first } from "#db/rows";

export type EndedReason = "logged_out" | "revoked" | "refresh_token_reused";

interface NewSession {
  id: string;
  userId: string;
  userAgent: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export const insertSession = (sql: Sql, { id, userId, userAgent, createdAt, expiresAt }: NewSession) =>
  sql`
    insert into sessions (id, user_id, user_agent, created_at, last_used_at, expires_at)
    values (${id}, ${userId}, ${userAgent}, ${createdAt}, ${createdAt}, ${expiresAt})`;

/** Fails on refresh_tokens_current_key where the session has a token that is not spent. */
export const insertRefreshToken = (sql: Sql, tokenHash: Uint8Array, sessionId: string, issuedAt: Date) =>
  sql`
    insert into refresh_tokens (token_hash, session_id, issued_at) values (${tokenHash}, ${sessionId}, ${issuedAt})`;

export interface LiveSessionRow {
  id: string;
  userId: string;
  createdAt: string;
}

/** Served by sessions_pkey. */
export const selectLiveSession = (sql: Sql, id: string, now: Date) =>
  sql<LiveSessionRow[]>`
    select id, user_id, created_at from sessions where id = ${id} and ended_at is null and expires_at > ${now}`.then(
    first,
  );

export interface LockedSessionRow {
  id: string;
  userId: string;
  createdAt: string;
  expiresAt: string;
  endedAt: string | null;
}

/**
 * Refreshes of one session wait here for each other. Read the token after this, in a statement of its own: this one's
 * view of it is from before the wait. Served by refresh_tokens_pkey and sessions_pkey.
 */
export const lockSessionByRefreshToken = (sql: Sql, tokenHash: Uint8Array) =>
  sql<LockedSessionRow[]>`
    select session.id, session.user_id, session.created_at, session.expires_at, session.ended_at
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
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
}

/**
 * Newest first; one row more than the limit where there is another page. Served by sessions_user_id_created_at_id_idx.
 */
export const listSessionsByUser = (sql: Sql, userId: string, now: Date, { after, limit }: PageInput) =>
  sql<SessionRow[]>`
    select id, user_agent, created_at, last_used_at, expires_at
    from sessions
    where user_id = ${userId} and ended_at is null and expires_at > ${now}
      and (created_at, id) < (
        coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
        coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by created_at desc, id desc
    limit ${limit + 1}`;
