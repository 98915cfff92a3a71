import type { Sql } from "#db/client";
import { first, only } from "#db/rows";

interface NewDevice {
  id: string;
  userId: string;
  tokenHash: Uint8Array;
  userAgent: string | null;
  at: Date;
}

export const insertDevice = (sql: Sql, { id, userId, tokenHash, userAgent, at }: NewDevice) =>
  sql`
    insert into devices (id, user_id, token_hash, user_agent, created_at, last_used_at)
    values (${id}, ${userId}, ${tokenHash}, ${userAgent}, ${at}, ${at})`;

/** Whosever it is. Served by devices_token_hash_key. */
export const selectDeviceByToken = (sql: Sql, tokenHash: Uint8Array) =>
  sql<{ id: string; userId: string; lastUsedAt: string }[]>`
    select id, user_id, last_used_at from devices where token_hash = ${tokenHash}`.then(first);

/** Whether the person has any. Served by devices_user_id_last_used_at_idx. */
export const hasDevice = (sql: Sql, userId: string) =>
  sql<{ found: boolean }[]>`
    select exists (select from devices where user_id = ${userId}) as found`.then((rows) => only(rows).found);

/** The id, or undefined where it is gone. Served by devices_pkey. */
export const updateDeviceUsed = (sql: Sql, { id, userId }: { id: string; userId: string }, at: Date) =>
  sql<{ id: string }[]>`
    update devices set last_used_at = ${at} where id = ${id} and user_id = ${userId} returning id`.then(first);

/** Leaves a person as many as are kept. Served by devices_user_id_last_used_at_idx. */
export const deleteOldestDevices = (sql: Sql, userId: string, kept: number) =>
  sql`
    delete from devices where id in (
      select id from devices where user_id = ${userId} order by last_used_at desc, id desc offset ${kept}
    )`;

/** Served by devices_user_id_last_used_at_idx. */
export const deleteDevicesByUser = (sql: Sql, userId: string) => sql`delete from devices where user_id = ${userId}`;

/** Served by sessions_pkey and devices_pkey. */
export const deleteDevicesOfSessions = (sql: Sql, sessionIds: readonly string[], keptSessionId: string) =>
  sql`
    delete from devices
    where id in (select device_id from sessions where id = any(${sessionIds}::uuid[]))
      and id is distinct from (select device_id from sessions where id = ${keptSessionId})`;

/**
 * The last device of a person stays: the next new one is then not taken for their first. Served by
 * devices_user_id_last_used_at_idx.
 */
export const deleteUnusedDevices = (sql: Sql, before: Date, limit: number) =>
  sql`
    delete from devices where id = any(array(
      select id from devices unused
      where last_used_at < ${before} and exists (
        select from devices other
        where other.user_id = unused.user_id and (other.last_used_at, other.id) > (unused.last_used_at, unused.id)
      )
      limit ${limit} for update skip locked
    ))`;

interface Taking {
  keyHash: Uint8Array;
  now: Date;
  /** Where the allowance is used up beyond this, nothing is taken. */
  latest: Date;
  /** What lies beyond this counts for nothing. */
  impossible: Date;
  intervalMs: number;
}

/** The new instant, or undefined where it is too early. Served by login_throttles_pkey. */
export const upsertThrottle = (sql: Sql, { keyHash, now, latest, impossible, intervalMs }: Taking) =>
  sql<{ arrivesAt: string }[]>`
    insert into login_throttles as throttle (key_hash, arrives_at)
    values (${keyHash}, ${now}::timestamptz + ${intervalMs}::int * interval '1 millisecond')
    on conflict (key_hash) do update
    set arrives_at = ${intervalMs}::int * interval '1 millisecond' + case
      when throttle.arrives_at between ${now} and ${impossible} then throttle.arrives_at
      else ${now}::timestamptz end
    where throttle.arrives_at <= ${latest} or throttle.arrives_at > ${impossible}
    returning arrives_at`.then(first);

/** Served by login_throttles_pkey. */
export const selectThrottle = (sql: Sql, keyHash: Uint8Array) =>
  sql<{ arrivesAt: string }[]>`
    select arrives_at from login_throttles where key_hash = ${keyHash}`.then(first);

/** Served by login_throttles_pkey. */
export const updateThrottleGivenBack = (sql: Sql, keyHash: Uint8Array, intervalMs: number) =>
  sql`
    update login_throttles set arrives_at = arrives_at - ${intervalMs}::int * interval '1 millisecond'
    where key_hash = ${keyHash}`;

/** Those whose allowance is whole again. Served by login_throttles_arrives_at_idx. */
export const deleteIdleThrottles = (sql: Sql, now: Date, limit: number) =>
  sql`
    delete from login_throttles where key_hash = any(array(
      select key_hash from login_throttles where arrives_at < ${now}
      order by arrives_at limit ${limit} for update skip locked
    ))`;
