// With a patch of ours, postgres@3.4.9.patch: docs/database.md says what for.
import postgres from "postgres";
import { type SlowQuery, slowQueryOf } from "./slow-query";

/** A pool or a transaction: queries do not care which. */
export type Sql = postgres.Sql;

export interface ConnectOptions {
  /** postgres://user:password@host/database, PostgreSQL 15 or later. */
  readonly url: string;
  readonly poolMax: number;
  /**
   * False behind a pooler in transaction mode, such as PgBouncer: a prepared statement lives on one server connection,
   * and the pooler takes no time limits from us. The role must have them; `missingTimeLimits` tells.
   */
  readonly prepare: boolean;
  /** As which role queries run, whoever the address logs in as; as that one unless given. */
  readonly role?: string;
  /** What PostgreSQL remarks on: deprecations, truncated identifiers. */
  readonly onNotice?: (message: string) => void;
  /** What auto_explain tells of, where the server has it and is set to tell the client (docs/database.md). */
  readonly onSlowQuery?: (query: SlowQuery) => void;
}

/** What the server runs as: the migrations make it and say what it may do. */
export const APPLICATION_ROLE = "groundwork_app";

const CONNECT_TIMEOUT_SECONDS = 5;
const TIME_LIMITS_MS = {
  statement_timeout: 15_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 20_000,
};

/**
 * A connection plans a statement once, for all values. PostgreSQL would plan a list anew each time, because a limit that it
 * does not know counts as a tenth of all rows, and that takes longer than to read the page (docs/database.md). So the plan
 * for all values has to be a good one: tests/db/plans.test.ts. What is not prepared is planned each time.
 */
const PLANNED_ONCE = { plan_cache_mode: "force_generic_plan" };

/** Whatever the role or the database prefers. A pooler passes both on. */
const TEXT_OF_TIMES = { TimeZone: "UTC", DateStyle: "ISO" };

/**
 * A Date would lose the microseconds, and making dates of a page's rows and text of them again is a fifth of the work of
 * a list. Takes a Date, or such a text.
 */
const timestamptz = {
  to: 1184,
  from: [1184],
  serialize: (time: Date | string) => (time instanceof Date ? time.toISOString() : time),
  parse: rfc3339,
};

/** As PostgreSQL writes it where the time zone is UTC, with milliseconds: "2026-11-24 09:00:00.123+00". */
const WITH_MILLISECONDS = 26;

/** PostgreSQL leaves out zeros at the end. Up to the millisecond they stay, as in a Date's own text. */
export function rfc3339(text: string): string {
  const [day, time] = [text.slice(0, 10), text.slice(11, -3)];
  if (text.length >= WITH_MILLISECONDS) return `${day}T${time}Z`;
  return `${day}T${time.slice(0, 8)}.${time.slice(9).padEnd(3, "0")}Z`;
}

/**
 * A pool. Nothing is opened before the first query. Columns arrive in camelCase; `timestamptz` as text in
 * RFC 3339, as answers and cursors carry it; `bigint` and `numeric` as strings. Every connection has time limits, because
 * postgres.js has none.
 */
export function connect({ url, poolMax, prepare, role, ...told }: ConnectOptions): Sql {
  const { onNotice = () => {}, onSlowQuery = () => {} } = told;
  return postgres(url, {
    max: poolMax,
    prepare,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    transform: { column: { from: postgres.toCamel } },
    onnotice: (notice) => {
      const slow = slowQueryOf(notice);
      if (slow) onSlowQuery(slow);
      else onNotice(notice.message ?? "");
    },
    types: { timestamptz },
    connection: {
      application_name: "groundwork",
      ...TEXT_OF_TIMES,
      ...(prepare && { ...TIME_LIMITS_MS, ...PLANNED_ONCE }),
      ...(role && { role }),
    },
  });
}

/** The time limits that connections lack, because neither this pool nor the role sets them. */
export async function missingTimeLimits(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select name from pg_settings where name = any(${Object.keys(TIME_LIMITS_MS)}) and setting = '0' order by name`;
  return rows.map(({ name }) => name);
}

/**
 * Whether the connection's role may change what the audit log holds. The server's own may read it and add to it, so that
 * no hole in the server rewrites it.
 */
export async function mayChangeAuditLog(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ may: boolean }[]>`
    select has_table_privilege('audit_events', 'update, delete, truncate, trigger')
      or has_any_column_privilege('audit_events', 'update')
      or has_table_privilege('audit_chains', 'insert, update, delete, truncate, trigger') as may`;
  return row?.may === true;
}
