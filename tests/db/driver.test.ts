/** What src/db/postgres@3.4.9.patch is for: postgres.js at its worst moments. */
import { afterAll, afterEach, describe, expect, test } from "bun:test";
import { createServer, type Socket, connect as tcp } from "node:net";
import { UnitOfWork } from "#contract/transaction";
import { connect, type Sql } from "#db/client";
import { openTestDatabase } from "../support/database";

const database = await openTestDatabase();
const { hostname, port } = new URL(database.url);
afterAll(() => database.close());

const opened: { sql: Sql; close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const { sql, close } of opened.splice(0)) {
    await sql.end({ timeout: 1 });
    await close();
  }
});

type Serve = (client: Socket) => void;
type Bytes = Buffer | string;

/** A pool of one connection, which goes to this server. */
async function pool(serve: Serve): Promise<Sql> {
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client.on("error", () => {}));
    serve(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(database.url);
  url.port = String((server.address() as { port: number }).port);
  const sql = connect({ url: url.href, poolMax: 1, prepare: true });
  const close = () => {
    for (const client of clients) client.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  opened.push({ sql, close });
  return sql;
}

/** PostgreSQL, as far as `answer` lets its bytes through. */
function postgres(answer: (bytes: Bytes, client: Socket) => void): Serve {
  return (client) => {
    const server = tcp(Number(port), hostname).on("error", () => {});
    client.on("data", (bytes) => server.write(bytes)).on("close", () => server.destroy());
    server.on("data", (bytes) => answer(bytes, client)).on("close", () => client.destroy());
  };
}

/** Lets everything through, and does this instead or too where `bytes` hold the text. */
const where = (text: string, then: (bytes: Bytes, client: Socket) => void) =>
  postgres((bytes, client) => (bytes.includes(text) ? then(bytes, client) : void client.write(bytes)));

const one = (sql: Sql) => sql<{ one: number }[]>`select 1 as one`.then(([row]) => row?.one);

describe("a connection that ends", () => {
  test.each([
    ["closed", (client: Socket) => client.end()],
    ["reset", (client: Socket) => client.resetAndDestroy()],
  ])("in a transaction, %s, fails it, and its rollback comes back", async (_, end) => {
    const sql = await pool(where("the last", (_, client) => void end(client)));
    for (let time = 0; time < 3; time++) {
      const unit = new UnitOfWork(sql);
      await unit.sql`select 1`;
      await unit.sql`select 'the last' as answer`.catch(() => unit.rollback());
      await expect(unit.commit()).rejects.toThrow();
      expect(await one(sql)).toBe(1);
    }
  });

  test("before it is ready fails its query at once", async () => {
    let connections = 0;
    const sql = await pool((client) => {
      connections++;
      client.end();
    });
    await expect(one(sql)).rejects.toThrow("CONNECTION_CLOSED");
    expect(connections).toBe(1);
  });

  test("with an error leaves it to its own query", async () => {
    const sql = await pool(postgres((bytes, client) => client.write(bytes)));
    const owner = database.connect({ max: 1, asOwner: true });
    const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const sleeping = sql`select pg_sleep(60)`.then(null, (error) => error.code);
    await owner`select pg_terminate_backend(${row!.pid}, 5000)`;
    expect(await sleeping).toBe("57P01");
    expect(await one(sql)).toBe(1);
    await owner.end();
  });
});

describe("a transaction that begins", () => {
  /** postgres.js sends as many queries to a connection before the first is answered, and one that it answers now. */
  const PIPELINE = 100;

  test("as the last query that its connection takes has it for itself", async () => {
    const sql = database.connect({ max: 2 });
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
    await sql.end();
  });
});
