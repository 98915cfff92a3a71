import postgres from "postgres";

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
  /** What PostgreSQL remarks on: deprecations, truncated identifiers. */
  readonly onNotice?: (message: string) => void;
}

const CONNECT_TIMEOUT_SECONDS = 5;
const TIME_LIMITS_MS = {
  statement_timeout: 15_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 20_000,
};

/**
 * A pool. Nothing is opened before the first query. Columns arrive in camelCase; `timestamptz` as a Date, which keeps
 * milliseconds, so a cursor selects the column's text beside it; `bigint` and `numeric` as strings. Every connection
 * has time limits, because postgres.js has none.
 */
export function connect({ url, poolMax, prepare, onNotice = () => {} }: ConnectOptions): Sql {
  return postgres(url, {
    max: poolMax,
    prepare,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    transform: { column: { from: postgres.toCamel } },
    onnotice: (notice) => onNotice(notice.message ?? ""),
    connection: { application_name: "groundwork", ...(prepare && TIME_LIMITS_MS) },
  });
}

/** The time limits that connections lack, because neither this pool nor the role sets them. */
export async function missingTimeLimits(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select name from pg_settings where name = any(${Object.keys(TIME_LIMITS_MS)}) and setting = '0' order by name`;
  return rows.map(({ name }) => name);
}
