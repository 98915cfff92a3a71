import { afterAll, describe, expect, test } from "bun:test";
import { connect } from "node:net";
import postgres from "postgres";
import type { Sql } from "#db/client";
import { openTestDatabase } from "../../support/database";
import { listening, noteBody, operation, type TestHandler, testApp } from "./support";

const database = await openTestDatabase();
const sql = database.connect({ max: 1, asOwner: true });
const other = database.connect({ max: 2, asOwner: true });
await other`create table notes (id text primary key)`;
afterAll(async () => {
  await Promise.all([sql.end(), other.end()]);
  await database.close();
});

const notes = async () => (await other`select id from notes`).length;
const TIMEOUT_MS = 60;
const timed = (
  handler: TestHandler,
  method: "GET" | "POST" = "POST",
  timeoutMs = TIMEOUT_MS,
  transaction?: "handler",
) =>
  testApp(
    [[operation("slow", method, "/slow", { policy: { timeoutMs, ...(transaction && { transaction }) } }), handler]],
    { sql },
  );

/** Resolves once nothing of the app is left running. */
async function quiet(app: ReturnType<typeof testApp>["app"]): Promise<void> {
  while (app.inFlight() > 0) await other`select 1`;
}

describe("503 past the deadline", () => {
  test.each([
    ["a transaction", "POST", undefined],
    ["a read", "GET", undefined],
  ] as const)("the query of %s is cancelled, and its connection serves again", async (_, method) => {
    const { app, call, lines } = timed(async (ctx) => {
      if (method === "POST") await ctx.sql`insert into notes (id) values ('lost')`;
      await ctx.sql`select pg_sleep(60)`;
      return { status: 200, body: {} };
    }, method);
    const answered = await call(method, "/slow");
    expect([answered.status, answered.body.code, answered.headers.get("retry-after")]).toEqual([
      503,
      "unavailable",
      "5",
    ]);
    await quiet(app);
    await sql`select 1`;
    const [row] = await other`
      select count(*)::int as running from pg_stat_activity
      where datname = current_database() and query like 'select pg_sleep%' and state <> 'idle'`;
    expect([await notes(), row!.running]).toEqual([0, 0]);
    expect(lines.map(({ status }) => status)).toEqual([503]);
  });

  test("a handler's own transaction is rolled back", async () => {
    const { app, call } = timed(
      (ctx) =>
        ctx.transaction(async (tx) => {
          await tx`insert into notes (id) values ('lost')`;
          await tx`select pg_sleep(60)`;
          return { status: 200, body: {} };
        }),
      "POST",
      TIMEOUT_MS,
      "handler",
    );
    expect((await call("POST", "/slow")).status).toBe(503);
    await quiet(app);
    await sql`select 1`;
    expect(await notes()).toBe(0);
  });

  test.each([
    ["in the pipeline's transaction", "POST", undefined],
    ["in its own transaction", "POST", "handler"],
    ["without a transaction", "GET", undefined],
  ] as const)("a handler that does not listen to its signal writes nothing any more, %s", async (_, method, own) => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const insert = (tx: Sql) => tx`insert into notes (id) values ('late')`;
    const late: TestHandler = async (ctx) => {
      expect(ctx.signal.aborted).toBe(false);
      await answered;
      expect(ctx.signal.aborted).toBe(true);
      await (own ? ctx.transaction(insert) : insert(ctx.sql));
      return { status: 200, body: {} };
    };
    const { app, call } = timed(late, method, TIMEOUT_MS, own);
    expect((await call(method, "/slow")).status).toBe(503);
    expect(app.inFlight()).toBe(1);
    answer();
    await quiet(app);
    expect(await notes()).toBe(0);
  });

  test("a body that never ends ends the request, with a 408 that is no fault of ours", async () => {
    const { app, lines } = testApp([
      [
        operation("slow", "PUT", "/slow", { body: noteBody, policy: { timeoutMs: TIMEOUT_MS } }),
        () => ({ status: 200, body: {} }),
      ],
    ]);
    const text = await listening(app, (port) => {
      const { promise, resolve } = Promise.withResolvers<string>();
      const socket = connect(port, "127.0.0.1");
      socket.on("data", (chunk) => {
        resolve(chunk.toString());
        socket.destroy();
      });
      socket.write(
        `PUT /slow HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"te`,
      );
      return promise;
    });
    expect(text).toStartWith("HTTP/1.1 408");
    expect(text).toContain('"request_timeout"');
    expect(lines).toEqual([expect.objectContaining({ level: "info", status: 408 })]);
  });
});

describe("a caller who goes away", () => {
  test("takes the work along: nothing is committed, and the connection serves again", async () => {
    const { promise: running, resolve: started } = Promise.withResolvers<void>();
    const { promise: aborted, resolve: abort } = Promise.withResolvers<void>();
    const { app } = timed(
      async (ctx) => {
        ctx.signal.addEventListener("abort", () => abort());
        await ctx.sql`insert into notes (id) values ('gone')`;
        started();
        await ctx.sql`select pg_sleep(60)`;
        return { status: 200, body: {} };
      },
      "POST",
      60_000,
    );
    await listening(app, async (port) => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write(`POST /slow HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: 0\r\n\r\n`);
      await running;
      socket.destroy();
      await aborted;
      await quiet(app);
    });
    await sql`select 1`;
    expect(await notes()).toBe(0);
  });
});

describe("the database gone", () => {
  test("503 with Retry-After, and the process lives", async () => {
    const nowhere = postgres("postgres://nobody@127.0.0.1:1/none", { max: 1, connect_timeout: 1 });
    for (const method of ["GET", "POST"] as const) {
      const { call, lines } = testApp(
        [[operation("read", method, "/read"), (ctx) => ctx.sql`select 1`.then(() => ({ status: 200 }))]],
        {
          sql: nowhere,
        },
      );
      const answered = await call(method, "/read");
      expect([answered.status, answered.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(lines[0]).toMatchObject({ level: "error", cause: { code: "ECONNREFUSED" } });
    }
    await nowhere.end();
  });
});

describe("requests in flight", () => {
  test("are counted until they end", async () => {
    const { promise: go, resolve: finish } = Promise.withResolvers<void>();
    const { app, call } = timed(async () => {
      await go;
      return { status: 200, body: {} };
    });
    const answers = [call("POST", "/slow"), call("POST", "/slow")];
    expect(app.inFlight()).toBe(2);
    finish();
    await Promise.all(answers);
    expect(app.inFlight()).toBe(0);
  });
});
