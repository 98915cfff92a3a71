import type { TransactionSql } from "postgres";
import type { Sql } from "#db/client";
import type { TestDatabase } from "./database";

/** On a busy machine; requests that never wait fail the test. */
const WAIT_MS = 4_000;

/**
 * Requests that meet for certain: each waits for what `hold` locks, or writes, in a transaction that is committed once
 * all of them wait.
 */
export async function meet<Answer>(
  database: TestDatabase,
  hold: (sql: TransactionSql) => Promise<unknown>,
  request: () => Promise<Answer>[],
): Promise<Answer[]> {
  const sql = database.connect({ max: 2 });
  try {
    const { requests } = await sql.begin(async (transaction) => {
      await hold(transaction);
      const requests = request();
      await untilWaiting(sql, requests.length);
      return { requests };
    });
    return await Promise.all(requests);
  } finally {
    await sql.end();
  }
}

async function untilWaiting(sql: Sql, count: number): Promise<void> {
  const deadline = performance.now() + WAIT_MS;
  for (;;) {
    const [row] = await sql<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_locks lock join pg_stat_activity activity on activity.pid = lock.pid
      where activity.datname = current_database() and not lock.granted`;
    if (row?.waiting === count) return;
    if (performance.now() > deadline) throw new Error(`${row?.waiting} of ${count} requests wait for a lock.`);
  }
}
