/** What src/db/postgres@3.4.9.patch is for: postgres.js at its worst moments. */
import { afterAll, afterEach, describe, expect, test } from "bun:test";
import type { Socket } from "node:net";
import { UnitOfWork } from "#contract/transaction";
import { connect, type Sql } from "#db/client";
import { type CuttableWay, cuttableWay } from "../support/cutting";
import { openTestDatabase } from "../support/database";

const database = await openTestDatabase();
afterAll(() => database.close());

let stack = new AsyncDisposableStack();
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

/** Ended after the test, whatever is left to answer. */
function ending(sql: Sql): Sql {
  stack.defer(() => sql.end({ timeout: 1 }));
  return sql;
}

/** A pool of one connection, and its way to the database. */
async function cuttable(): Promise<{ sql: Sql; way: CuttableWay }> {
  const way = await cuttableWay(database.url);
  stack.defer(() => way.close());
  return { sql: ending(connect({ url: way.url, poolMax: 1, prepare: true })), way };
}

const one = (sql: Sql) => sql<{ one: number }[]>`select 1 as one`.then(([row]) => row?.one);

describe("a connection that ends", () => {
  test.each([
    ["closed", (client: Socket) => client.end()],
    ["reset", (client: Socket) => client.resetAndDestroy()],
  ])("in a transaction, %s, fails it, and its rollback comes back", async (_, end) => {
    const { sql, way } = await cuttable();
    way.cutAt("the last", end);
    for (let time = 0; time < 3; time++) {
      const unit = new UnitOfWork(sql);
      await unit.sql`select 1`;
      await unit.sql`select 'the last' as answer`.catch(() => unit.rollback());
      await expect(unit.commit()).rejects.toThrow();
      expect(await one(sql)).toBe(1);
    }
  });

  test("before it is ready fails its query at once", async () => {
    const { sql, way } = await cuttable();
    way.cutAt("", (client) => client.end());
    await expect(one(sql)).rejects.toThrow("CONNECTION_CLOSED");
    expect(way.asked).toBe(1);
    way.mend();
    expect(await one(sql)).toBe(1);
  });

  test("with an error leaves it to its own query", async () => {
    const sql = ending(database.connect({ max: 1 }));
    const owner = ending(database.connect({ max: 1, asOwner: true }));
    const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const sleeping = sql`select pg_sleep(60)`.then(null, (error) => error.code);
    await owner`select pg_terminate_backend(${row!.pid}, 5000)`;
    expect(await sleeping).toBe("57P01");
    expect(await one(sql)).toBe(1);
  });
});

describe("a transaction that begins", () => {
  /** postgres.js sends as many queries to a connection before the first is answered, and one that it answers now. */
  const PIPELINE = 100;

  test("as the last query that its connection takes has it for itself", async () => {
    const sql = ending(database.connect({ max: 2 }));
    // Both connections are open, so the queries are dealt to them in turn.
    await Promise.all([sql`select pg_sleep(0.01)`, sql`select pg_sleep(0.01)`]);
    const reads = Array.from({ length: 2 * PIPELINE }, () => one(sql));
    const unit = new UnitOfWork(sql);
    const id = unit.sql<{ id: string }[]>`select pg_current_xact_id()::text as id`.then(([row]) => row?.id);
    expect(await Promise.all(reads)).toEqual(reads.map(() => 1));
    const began = await id;
    const others = await Promise.all(
      Array.from(
        { length: 2 },
        () => sql<{ id: string | null }[]>`select pg_current_xact_id_if_assigned()::text as id`,
      ),
    );
    expect(others.map(([row]) => row?.id)).toEqual([null, null]);
    expect([...(await unit.sql`select pg_current_xact_id()::text as id`)]).toEqual([{ id: began }]);
    await unit.commit();
  });
});
