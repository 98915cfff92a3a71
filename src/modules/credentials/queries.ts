import type { Sql } from "#db/client";
import { first } from "#db/rows";

export type Purpose = "verify_email" | "reset_password" | "change_email";

interface NewLink {
  id: string;
  userId: string;
  purpose: Purpose;
  tokenHash: Uint8Array;
  /** The address that it is sent to. */
  email: string;
  createdAt: Date;
  expiresAt: Date;
}

/**
 * Takes the place of the person's link for the same purpose. The id, or undefined where that one was made at or after
 * `unlessSince`. Served by account_links_user_id_purpose_key.
 */
export const upsertLink = (sql: Sql, link: NewLink, unlessSince: Date | null) =>
  sql<{ id: string }[]>`
    insert into account_links (id, user_id, purpose, token_hash, email, created_at, expires_at)
    values (${link.id}, ${link.userId}, ${link.purpose}, ${link.tokenHash}, ${link.email}, ${link.createdAt},
      ${link.expiresAt})
    on conflict (user_id, purpose) do update
    set id = excluded.id, token_hash = excluded.token_hash, email = excluded.email, created_at = excluded.created_at,
      expires_at = excluded.expires_at
    where ${unlessSince}::timestamptz is null or account_links.created_at < ${unlessSince}
    returning id`.then(first);

/** Served by account_links_token_hash_key. */
export const selectLinkByToken = (sql: Sql, tokenHash: Uint8Array, purpose: Purpose, now: Date) =>
  sql<{ userId: string }[]>`
    select user_id from account_links
    where token_hash = ${tokenHash} and purpose = ${purpose} and expires_at > ${now}`.then(first);

/**
 * The address that the link proves; undefined where this person has no such link, or their address is another one than
 * the link is about. Served by account_links_token_hash_key and users_pkey.
 */
export const deleteLinkByToken = (sql: Sql, userId: string, tokenHash: Uint8Array, purpose: Purpose, now: Date) =>
  sql<{ email: string }[]>`
    delete from account_links link using users person
    where link.token_hash = ${tokenHash} and link.user_id = ${userId} and link.purpose = ${purpose}
      and link.expires_at > ${now} and person.id = link.user_id
      and (link.purpose = 'change_email' or lower(link.email collate "C") = lower(person.email collate "C"))
    returning link.email`.then(first);

/** Served by account_links_user_id_purpose_key. */
export const deleteLinksByUser = (sql: Sql, userId: string) => sql`delete from account_links where user_id = ${userId}`;

/** Served by account_links_expires_at_idx. */
export const deleteExpiredLinks = (sql: Sql, before: Date, limit: number) =>
  sql`
    delete from account_links where id = any(array(
      select id from account_links where expires_at <= ${before} order by expires_at limit ${limit} for update skip locked
    ))`;
