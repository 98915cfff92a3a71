/** The pipeline's own tables. */
import type { AuditEvent } from "#contract/policy/audit";
import type { Claim } from "#contract/policy/idempotency";
import type { Sql } from "#db/client";

/** The shape of idempotency_keys.headers. */
type StoredHeaders = readonly (readonly [name: string, value: string])[];

export interface StoredAnswer {
  status: number;
  contentType: string | null;
  headers: StoredHeaders;
  body: Buffer | null;
}

/**
 * The trigger audit_events_chain gives the row its place in the chain, and holds the chain until the transaction ends. So
 * the commit does not wait for the disk: it is safe once a later `flushCommits` has come back.
 */
export async function insertAuditEvent(sql: Sql, event: AuditEvent): Promise<void> {
  await sql`
    insert into audit_events
      (id, organization_id, occurred_at, event, operation, scheme, subject, request_id, address, fields)
    select ${event.id}, ${event.organizationId}, ${event.occurredAt}, ${event.event}, ${event.operation},
      ${event.scheme}, ${event.subject}, ${event.requestId}, ${event.address}, ${sql.json(event.fields)}
    from set_config('synchronous_commit', 'off', true)`;
}

/** What changed since a transaction, as "<transaction> <tag> <owner>", and from which one on there may be more. */
export interface Changed {
  readonly horizon: string;
  readonly changes: readonly string[];
}

interface ChangeRow {
  horizon: string | null;
  xid: string | null;
  tag: string | null;
  owner: string | null;
}

/** Changes that are told one by one; one more says that there are too many. */
export const MAX_CHANGES = 10_000;

/**
 * Comes back once every commit before it is on disk, and on the standbys that a commit waits for: one of its own is. What
 * those commits changed is in the answer. Served by cache_changes_by_transaction.
 */
export const flushCommits = (sql: Sql, since: string) =>
  sql<ChangeRow[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, change.xid::text, change.tag, change.owner
    from pg_logical_emit_message(true, 'groundwork', '') flushed
    left join cache_changes change on change.xid >= ${since}::xid8
    limit ${MAX_CHANGES + 1}`.then(changedOf);

/** What was committed before it. Served by cache_changes_by_transaction. */
export const selectChanges = (sql: Sql, since: string) =>
  sql<ChangeRow[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, change.xid::text, change.tag, change.owner
    from (select true as asked) asked
    left join cache_changes change on change.xid >= ${since}::xid8
    limit ${MAX_CHANGES + 1}`.then(changedOf);

/** There is always a row, without a change where there is none. */
function changedOf(rows: readonly ChangeRow[]): Changed {
  const changes = rows.flatMap(({ xid, tag, owner }) => (xid === null ? [] : [`${xid} ${tag} ${owner ?? ""}`]));
  return { horizon: rows[0]?.horizon ?? "0", changes };
}

/** The server may not lock these rows, and one process at a time deletes them. Served by cache_changes_by_time. */
export const deleteOldChanges = (sql: Sql, limit: number) =>
  sql`
    delete from cache_changes where id in (
      select id from cache_changes
      where changed_at < now() - interval '1 hour' order by changed_at limit ${limit})`;

/** Held until the transaction ends. False where another transaction holds it. */
export async function tryLockIdempotencyKey(sql: Sql, { owner, operation, key }: Claim): Promise<boolean> {
  const name = JSON.stringify(["idempotency", owner, operation, key]);
  const [row] = await sql<{ locked: boolean | null }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as locked`;
  return row?.locked === true;
}

/** Served by idempotency_keys_pkey. */
export async function findIdempotentAnswer(
  sql: Sql,
  { owner, operation, key }: Claim,
  now: Date,
): Promise<(StoredAnswer & { fingerprint: Buffer }) | undefined> {
  const [row] = await sql<(StoredAnswer & { fingerprint: Buffer })[]>`
    select fingerprint, status, content_type as "contentType", headers, body
    from idempotency_keys
    where owner = ${owner} and operation = ${operation} and key = ${key} and expires_at > ${now}`;
  return row;
}

/** Takes the place of an expired row with the same key. */
export async function insertIdempotentAnswer(
  sql: Sql,
  { owner, operation, key, fingerprint }: Claim,
  answer: StoredAnswer & { createdAt: Date; expiresAt: Date },
): Promise<void> {
  const { status, contentType, headers, body, createdAt, expiresAt } = answer;
  await sql`
    insert into idempotency_keys
      (owner, operation, key, fingerprint, status, content_type, headers, body, created_at, expires_at)
    values (${owner}, ${operation}, ${key}, ${fingerprint}, ${status}, ${contentType},
      ${sql.json(headers as unknown as string[][])}, ${body}, ${createdAt}, ${expiresAt})
    on conflict (owner, operation, key) do update set
      fingerprint = excluded.fingerprint, status = excluded.status, content_type = excluded.content_type,
      headers = excluded.headers, body = excluded.body, created_at = excluded.created_at,
      expires_at = excluded.expires_at`;
}

/** Served by idempotency_keys_by_expiry. */
export const deleteExpiredIdempotentAnswers = (sql: Sql, now: Date, limit: number) =>
  sql`
    delete from idempotency_keys where ctid = any(array(
      select ctid from idempotency_keys
      where expires_at <= ${now} order by expires_at limit ${limit} for update skip locked))`;
