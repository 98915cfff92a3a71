import type { Sql } from "#db/client";
import { type Dispatch, type RunningQuery, redirected } from "#db/redirect";

type Begin = (work: (transaction: Sql) => unknown) => Promise<unknown>;

/** A pool, and the statements that run on it, those of transactions too, without their values. */
export function overheard(pool: Sql): { sql: Sql; statements: string[] } {
  const statements: string[] = [];
  const dispatch: Dispatch = (query, handler) => {
    statements.push((query as RunningQuery & { strings: readonly string[] }).strings.join("$").replace(/\s+/g, " "));
    handler(query);
  };
  const begin: Begin = (work) =>
    (pool.begin as unknown as Begin)((transaction) => work(redirected(transaction, dispatch, {})));
  return { sql: redirected(pool, dispatch, { begin }), statements };
}
