import postgres from "postgres";

/** A pool or a transaction: queries do not care which. */
export type Sql = postgres.Sql;

export interface ConnectOptions {
  /** postgres://user:password@host/database, PostgreSQL 15 or later. */
  readonly url: string;
  readonly poolMax: number;
  /** False behind a pooler in transaction mode: a prepared statement lives on one server connection. */
  readonly prepare: boolean;
  /** What PostgreSQL remarks on: deprecations, truncated identifiers. */
  readonly onNotice?: (message: string) => void;
}

const CONNECT_TIMEOUT_SECONDS = 5;
const STATEMENT_TIMEOUT_MS = 15_000;
const LOCK_TIMEOUT_MS = 5_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 20_000;

/**
 * A pool. Nothing is opened before the first query. Columns arrive in camelCase; `timestamptz` as a Date, which keeps
 * milliseconds, so a cursor selects the column's text beside it; `bigint` and `numeric` as strings. Every connection
 * has time limits of its own, because postgres.js has none.
 */
export function connect({ url, poolMax, prepare, onNotice = () => {} }: ConnectOptions): Sql {
  return postgres(url, {
    max: poolMax,
    prepare,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    transform: { column: { from: postgres.toCamel } },
    onnotice: (notice) => onNotice(notice.message ?? ""),
    connection: {
      application_name: "groundwork",
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    },
  });
}
