import type { Sql } from "#db/client";
import { first } from "#db/rows";

/** From now on everything is due, and all that changes later. */
export const upsertEverythingDue = (sql: Sql) =>
  sql`
    insert into purge_progress (told_before, told_at, everything_since)
    values (pg_snapshot_xmin(pg_current_snapshot()), now(), now())
    on conflict (id) do update set everything_since = excluded.everything_since`;

export interface ProgressRow {
  isEverything: boolean;
  toldBefore: string;
  /** Every transaction before it has ended: whoever reads changes after this statement sees all of theirs. */
  endedBefore: string;
}

/**
 * Everything is due where it was asked for, where some changes may be deleted by now, and where the transactions are those of
 * another database. Undefined where nobody is to be told. There is one row.
 */
export const selectProgress = (sql: Sql, keptSeconds: number) =>
  sql<ProgressRow[]>`
    select (everything_since is not null or told_at < now() - make_interval(secs => ${keptSeconds})
        or told_before > pg_snapshot_xmin(pg_current_snapshot())) as is_everything,
      told_before::text, coalesce(pg_snapshot_xmin(pg_current_snapshot()), told_before)::text as ended_before
    from purge_progress`.then(first);

export interface DueRow {
  tag: string;
  /** Of its first change that is not settled yet. */
  unsettledXid: string | null;
}

/** Each of these tags that a transaction since then has changed. Served by cache_changes_by_transaction. */
export const listDueTags = (sql: Sql, since: string, tags: readonly string[], settleSeconds: number) =>
  sql<DueRow[]>`
    select distinct on (tag) tag,
      case when changed_at > now() - make_interval(secs => ${settleSeconds}) then xid::text end as unsettled_xid
    from cache_changes
    where xid >= ${since}::xid8 and tag = any(${tags})
    order by tag, (changed_at > now() - make_interval(secs => ${settleSeconds})) desc, xid`;

/** Everything stays due for as long as a change does. */
export const updateTold = (sql: Sql, toldBefore: string, settleSeconds: number) =>
  sql`
    update purge_progress
    set told_before = ${toldBefore}::xid8, told_at = now(),
      everything_since = case
        when everything_since > now() - make_interval(secs => ${settleSeconds}) then everything_since
      end`;
