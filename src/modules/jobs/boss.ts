import { type CommandResponse, type Db, PgBoss } from "pg-boss";
import { withoutRows } from "#contract/log";
import type { Sql } from "#db/client";
import { DATABASE_LOST } from "#db/watch";
import type { Logger } from "#lib/log";

/** Made by a migration: the server may make nothing in it. */
const SCHEMA = "pgboss";

/** pg-boss wraps some of its scripts itself, which a pool would spread over several connections. */
const OWN_TRANSACTION = /^\s*BEGIN;(.*)COMMIT;\s*$/s;

export interface BossOptions {
  readonly sql: Sql;
  readonly log: Logger;
  /** Whether it gives back what expired, deletes what is old, and makes the scheduled jobs. */
  readonly keeps: boolean;
}

/** pg-boss on our own pool, in a schema that it may not change. */
export function openBoss({ sql, log, keeps }: BossOptions): PgBoss {
  const boss = new PgBoss({
    db: poolOf(sql),
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    supervise: keeps,
    schedule: keeps,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    openTelemetry: { enabled: false },
  });
  boss.on("error", (error) => {
    if (codeOf(error) !== DATABASE_LOST) log.error({ cause: withoutRows(asError(error)) }, "jobs: pg-boss");
  });
  boss.on("warning", ({ message }) => log.warn({ warning: message }, "jobs: pg-boss"));
  return boss;
}

/** pg-boss makes plain objects of some errors. */
const asError = (error: Error): Error => (error instanceof Error ? error : Object.assign(new Error(), error));
const codeOf = (error: Error): unknown => ("code" in error ? error.code : undefined);

/** Statements run where `sql` runs them: in the caller's transaction. */
export const within = (sql: Sql): Db => ({
  executeSql: async (text, values = []) => ({ rows: await sql.unsafe(text, values as never[]) }),
});

const poolOf = (pool: Sql): Db => ({
  async executeSql(text, values = []) {
    const script = OWN_TRANSACTION.exec(text)?.[1];
    if (script === undefined) return within(pool).executeSql(text, values);
    const results = await pool.begin((transaction) => transaction.unsafe(script));
    return { rows: results.flat() };
  },
});

/** pg-boss says of how many jobs a call took effect, and leaves it out of its types. */
export const tookEffect = (response: CommandResponse): boolean => (response as { affected: number }).affected === 1;
