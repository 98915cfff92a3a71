/** What PostgreSQL has counted of the statements of a database (pg_stat_statements). */
import { connect, type Sql } from "./client";
import { isUniqueViolation } from "./errors";

export interface StatementRow {
  calls: string;
  totalMs: number;
  meanMs: number;
  rows: string;
  /** Of the blocks that it read, those that PostgreSQL had in its memory; null where it read none. */
  hitShare: number | null;
  query: string;
}

export interface TopStatements {
  /** Those that took the most time together. */
  readonly byTotal: readonly StatementRow[];
  /** Those that took the most each time. */
  readonly byMean: readonly StatementRow[];
}

/** It is there and was not loaded when the server started. */
const NOT_LOADED = "55000";

/**
 * From now on readTopStatements can say something. In no migration: a superuser has to do it, which whoever migrates need
 * not be, and the server needs none of it.
 */
export async function countStatements(url: string): Promise<void> {
  const sql = connect({ url, poolMax: 1, prepare: false });
  try {
    await sql`create extension if not exists pg_stat_statements`;
  } catch (error) {
    // A neighbour made it at the same moment.
    if (!isUniqueViolation(error)) throw error;
  } finally {
    await sql.end();
  }
}

/** Rejects with a sentence that says what to do where nothing was counted, or where it is not for this login to see. */
export async function readTopStatements(url: string, limit: number): Promise<TopStatements> {
  const sql = connect({ url, poolMax: 1, prepare: false });
  try {
    const schema = await requireReadable(sql);
    const byTotal = await topStatements(sql, schema, "total_exec_time", limit);
    return { byTotal, byMean: await topStatements(sql, schema, "mean_exec_time", limit) };
  } catch (error) {
    if ((error as { code?: string }).code !== NOT_LOADED) throw error;
    throw new Error(
      "PostgreSQL has pg_stat_statements and did not load it: add it to shared_preload_libraries, and start PostgreSQL again.",
    );
  } finally {
    await sql.end();
  }
}

/** Answers with the schema that it is in. */
async function requireReadable(sql: Sql): Promise<string> {
  const [found] = await sql<{ schema: string | null; role: string; reads: boolean }[]>`
    select current_user as role, pg_has_role('pg_read_all_stats', 'usage') as reads,
      (select nspname from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
        where extname = 'pg_stat_statements') as schema`;
  if (!found?.schema)
    throw new Error(
      "Nobody counts statements in this database. As a superuser of it: create extension pg_stat_statements; (docs/database.md)",
    );
  if (!found.reads)
    throw new Error(
      `${found.role} may not see what others run. As a superuser: grant pg_read_all_stats to ${found.role};`,
    );
  return found.schema;
}

const topStatements = (sql: Sql, schema: string, order: "total_exec_time" | "mean_exec_time", limit: number) =>
  sql<StatementRow[]>`
  select calls, total_exec_time as total_ms, mean_exec_time as mean_ms, rows, query,
    shared_blks_hit::float8 / nullif(shared_blks_hit + shared_blks_read, 0) as hit_share
  from ${sql(`${schema}.pg_stat_statements`)}
  where dbid = (select oid from pg_database where datname = current_database())
  order by ${sql(order)} desc
  limit ${limit}`;
