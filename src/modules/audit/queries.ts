import type { PageInput } from "#contract/context";
import type { AuditedFields } from "#contract/policy/audit";
import type { Sql } from "#db/client";
import { first, only } from "#db/rows";

export interface AuditEventRow {
  id: string;
  sequence: string;
  occurredAt: string;
  event: string;
  operation: string;
  scheme: string | null;
  subject: string | null;
  requestId: string;
  address: string;
  fields: AuditedFields;
  hash: Buffer;
}

/** From the first instant until before the second; null where a side is open. */
export interface Span {
  readonly from: string | null;
  readonly until: string | null;
}

/*
 * One page, the newest first; one row more than the limit where there is another page. Each filter has a statement of its
 * own, because an index serves a condition only where the statement always has it. A chain's id is its organization's, or
 * its person's.
 *
 * The end of the span and the place where the page begins are one condition, whichever comes first. With one for each,
 * PostgreSQL looks for the first row by the end of the span, and walks from there to the page through all in between.
 */

/** Served by audit_events_by_time. */
export const listAuditEvents = (sql: Sql, chainId: string, { from, until }: Span, { after, limit }: PageInput) =>
  sql<AuditEventRow[]>`
    select id, sequence, occurred_at, event, operation, scheme, subject, request_id, address, fields, hash
    from audit_events
    where chain_id = ${chainId}
      and occurred_at >= coalesce(${from}::timestamptz, '-infinity')
      and (occurred_at, id) < (
        least(${until}::timestamptz, ${after?.at ?? null}::timestamptz, 'infinity'),
        case when ${until}::timestamptz <= coalesce(${after?.at ?? null}::timestamptz, 'infinity')
          then '00000000-0000-0000-0000-000000000000'
          else coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') end
      )
    order by occurred_at desc, id desc
    limit ${limit + 1}`;

/** Served by audit_events_by_event. */
export const listAuditEventsByEvent = (
  sql: Sql,
  key: { organizationId: string; event: string },
  { from, until }: Span,
  { after, limit }: PageInput,
) =>
  sql<AuditEventRow[]>`
    select id, sequence, occurred_at, event, operation, scheme, subject, request_id, address, fields, hash
    from audit_events
    where chain_id = ${key.organizationId} and event = ${key.event}
      and occurred_at >= coalesce(${from}::timestamptz, '-infinity')
      and (occurred_at, id) < (
        least(${until}::timestamptz, ${after?.at ?? null}::timestamptz, 'infinity'),
        case when ${until}::timestamptz <= coalesce(${after?.at ?? null}::timestamptz, 'infinity')
          then '00000000-0000-0000-0000-000000000000'
          else coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') end
      )
    order by occurred_at desc, id desc
    limit ${limit + 1}`;

/** Served by audit_events_by_subject. */
export const listAuditEventsBySubject = (
  sql: Sql,
  key: { organizationId: string; subject: string },
  { from, until }: Span,
  { after, limit }: PageInput,
) =>
  sql<(AuditEventRow & { subject: string })[]>`
    select id, sequence, occurred_at, event, operation, scheme, subject, request_id, address, fields, hash
    from audit_events
    where chain_id = ${key.organizationId} and subject = ${key.subject}
      and occurred_at >= coalesce(${from}::timestamptz, '-infinity')
      and (occurred_at, id) < (
        least(${until}::timestamptz, ${after?.at ?? null}::timestamptz, 'infinity'),
        case when ${until}::timestamptz <= coalesce(${after?.at ?? null}::timestamptz, 'infinity')
          then '00000000-0000-0000-0000-000000000000'
          else coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') end
      )
    order by occurred_at desc, id desc
    limit ${limit + 1}`;

/** Served by audit_events_by_event_and_subject. */
export const listAuditEventsByEventAndSubject = (
  sql: Sql,
  key: { organizationId: string; event: string; subject: string },
  { from, until }: Span,
  { after, limit }: PageInput,
) =>
  sql<(AuditEventRow & { subject: string })[]>`
    select id, sequence, occurred_at, event, operation, scheme, subject, request_id, address, fields, hash
    from audit_events
    where chain_id = ${key.organizationId} and event = ${key.event} and subject = ${key.subject}
      and occurred_at >= coalesce(${from}::timestamptz, '-infinity')
      and (occurred_at, id) < (
        least(${until}::timestamptz, ${after?.at ?? null}::timestamptz, 'infinity'),
        case when ${until}::timestamptz <= coalesce(${after?.at ?? null}::timestamptz, 'infinity')
          then '00000000-0000-0000-0000-000000000000'
          else coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') end
      )
    order by occurred_at desc, id desc
    limit ${limit + 1}`;

/** Undefined where nothing was recorded yet. Served by audit_chains_pkey. */
export const selectChainLength = (sql: Sql, organizationId: string) =>
  sql<{ length: string }[]>`
    select length from audit_chains where id = ${organizationId} order by length desc limit 1`.then(first);

export interface ChainFilter extends Span {
  readonly event: string | null;
  readonly subject: string | null;
}

/**
 * What the filter lets through of a stretch of a chain: after the first sequence, up to the second. Served by
 * audit_events_pkey, whatever the filter.
 */
export const listAuditEventsInChain = (
  sql: Sql,
  stretch: { organizationId: string; after: number; upTo: number },
  { event, subject, from, until }: ChainFilter,
) =>
  sql<AuditEventRow[]>`
    select id, sequence, occurred_at, event, operation, scheme, subject, request_id, address, fields, hash
    from audit_events
    where chain_id = ${stretch.organizationId} and sequence > ${stretch.after} and sequence <= ${stretch.upTo}
      and (${event}::text is null or event = ${event})
      and (${subject}::text is null or subject = ${subject})
      and occurred_at >= coalesce(${from}::timestamptz, '-infinity')
      and occurred_at < coalesce(${until}::timestamptz, 'infinity')
    order by sequence`;

/** What was found whole up to there: how many events, and the hash of the last, which the next one's is made of. */
export interface ChainPlace {
  readonly sequence: number;
  readonly hash: Uint8Array;
}

export interface CheckRow {
  /** How many events were looked at. */
  checked: string | null;
  /** The hash of the last of them. */
  lastHash: Buffer | null;
  /** The first place where no event stands that was written there; the hash before it; and which event does stand there. */
  faultSequence: string | null;
  faultPrevious: Buffer | null;
  standingId: string | null;
  standingHash: Buffer | null;
  /** How long the chain was in the same instant by what its ends say; null where it has none. */
  chainLength: string | null;
}

/**
 * Looks at the next events of a chain: whether each stands in its place, has the hash that is due to it, and is the one that
 * the chain ended with when it was added. Between which lengths its ends lie is said twice, or PostgreSQL may read those of
 * all chains. Served by audit_events_pkey and audit_chains_pkey.
 */
export const checkAuditEvents = (sql: Sql, organizationId: string, { sequence, hash }: ChainPlace, limit: number) =>
  sql<CheckRow[]>`
    with looked_at as (
      select stored.id, stored.sequence, stored.hash, row_number() over places + ${sequence}::bigint as place,
        coalesce(lag(stored.hash) over places, ${hash}) as previous,
        audit_event_hash(
          coalesce(lag(stored.hash) over places, ${hash}), row_number() over places + ${sequence}::bigint, stored
        ) as right_hash
      from audit_events stored
      where stored.chain_id = ${organizationId} and stored.sequence > ${sequence}::bigint
      window places as (order by stored.sequence)
      order by stored.sequence
      limit ${limit}
    ), fault as (
      select place, previous, case when sequence = place then looked_at.id end as standing_id,
        case when sequence = place then looked_at.hash end as standing_hash
      from looked_at left join audit_chains chain on chain.id = ${organizationId} and chain.length = place
        and chain.length > ${sequence}::bigint and chain.length <= ${sequence}::bigint + ${limit}
      where sequence <> place or looked_at.hash <> right_hash or looked_at.hash is distinct from chain.hash
      order by place limit 1
    )
    select (select count(*) from looked_at) as checked,
      (select hash from looked_at order by place desc limit 1) as last_hash,
      (select place from fault) as fault_sequence,
      (select previous::bytea from fault) as fault_previous,
      (select standing_id from fault) as standing_id,
      (select standing_hash from fault) as standing_hash,
      (select max(length) from audit_chains where id = ${organizationId}) as chain_length`.then(only);

/** The place, the hash before it, and the hash of what stands there, if anything does. */
export interface ChainFault {
  readonly sequence: number;
  readonly previous: Uint8Array;
  readonly standingHash: Uint8Array | null;
}

/**
 * Among the next events of a chain, the one that was written for the place of a fault and stands elsewhere: its own hash
 * or that of the place fits there. Served by audit_events_pkey.
 */
export const findMisplacedEvent = (
  sql: Sql,
  organizationId: string,
  fault: ChainFault,
  stretch: { after: string; limit: number },
) =>
  sql<{ lastSequence: string | null; found: string }[]>`
    select max(sequence) as last_sequence, count(*) filter (where fits) as found
    from (
      select stored.sequence, audit_event_hash(${fault.previous}, ${fault.sequence}::bigint, stored)
        in (stored.hash, ${fault.standingHash}::bytea) as fits
      from audit_events stored
      where chain_id = ${organizationId} and sequence > ${stretch.after}::bigint order by sequence limit ${stretch.limit}
    ) as stretch`.then(only);
