import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { poolWork, UnitOfWork } from "#contract/transaction";
import type { Sql } from "#db/client";
import { openTestDatabase } from "../../support/database";
import { operation, pathParameter, problem, type TestHandler, testApp } from "./support";

const database = await openTestDatabase();
const sql = database.connect({ max: 1, asOwner: true });
const other = database.connect({ max: 4, asOwner: true });
await other`create table notes (id text primary key, text text not null, position int unique deferrable initially deferred)`;
// Awaited here, because a query runs only once somebody waits for it.
beforeEach(async () => {
  await other`truncate notes, audit_events`;
});
afterAll(async () => {
  await Promise.all([sql.end(), other.end()]);
  await database.close();
});

const stored = async () => (await other`select id, text from notes order by id`).map((row) => `${row.id}=${row.text}`);
/** Answers only when the pool's one connection serves again; true when no transaction was left open on it. */
const connectionIsFree = async () => {
  await sql`select 1`;
  const [row] = await other`
    select count(*)::int as open from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`;
  return row!.open === 0;
};

describe("a unit of work", () => {
  test("takes no connection until a query runs", async () => {
    const unit = new UnitOfWork(sql);
    unit.sql`select 1`;
    expect(unit.used).toBe(false);
    expect(await connectionIsFree()).toBe(true);
    await unit.commit();
  });

  test("commits all of its queries together", async () => {
    const unit = new UnitOfWork(sql);
    await unit.sql`insert into notes (id, text) values ('a', '1')`;
    expect(await stored()).toEqual([]);
    await unit.sql`insert into notes (id, text) values ('b', '2')`;
    await unit.commit();
    expect(await stored()).toEqual(["a=1", "b=2"]);
    expect(await connectionIsFree()).toBe(true);
  });

  test("rolls all of them back", async () => {
    const unit = new UnitOfWork(sql);
    await unit.sql`insert into notes (id, text) values ('a', '1')`;
    await unit.rollback();
    expect(await stored()).toEqual([]);
    expect(await connectionIsFree()).toBe(true);
  });

  test("is a whole postgres.Sql: fragments, helpers, json, unsafe, identifiers, values, cursors, parallel queries", async () => {
    const unit = new UnitOfWork(sql);
    const tx = unit.sql;
    const row = { id: "a", text: "x" };
    await tx`insert into notes ${tx(row)}`;
    await tx`insert into notes ${tx(
      [
        { id: "b", text: "y" },
        { id: "c", text: "z" },
      ],
      "id",
      "text",
    )}`;
    const filter = tx`where id = any(${["a", "b"]})`;
    expect([...(await tx`select ${tx("id")} from ${tx("notes")} ${filter} order by id`.values())]).toEqual([
      ["a"],
      ["b"],
    ]);
    const [parsed] = await tx`select ${tx.json({ k: [1] })}::jsonb as value, ${tx.array([1, 2])}::int[] as list`;
    expect(parsed).toEqual({ value: { k: [1] }, list: [1, 2] });
    const [unsafe] = await tx.unsafe("select count(*)::int as n from notes where id <> $1", ["a"]);
    expect(unsafe!.n).toBe(2);
    const seen: string[] = [];
    for await (const rows of tx<{ id: string }[]>`select id from notes order by id`.cursor(1)) seen.push(rows[0]!.id);
    expect(seen).toEqual(["a", "b", "c"]);
    const parallel = await Promise.all(["a", "b", "c"].map((id) => tx`select text from notes where id = ${id}`));
    expect(parallel.map(([found]) => found!.text)).toEqual(["x", "y", "z"]);
    await unit.rollback();
    expect(await stored()).toEqual([]);
  });

  test("keeps nothing when a query failed, even where the failure was caught", async () => {
    const unit = new UnitOfWork(sql);
    await unit.sql`insert into notes (id, text) values ('a', '1')`;
    await unit.sql`select 1 / 0`.catch(() => {});
    expect(unit.failed).toBe(true);
    await expect(unit.commit()).rejects.toThrow("division by zero");
    await unit.rollback();
    expect(await stored()).toEqual([]);
    expect(await connectionIsFree()).toBe(true);
  });

  test("tells when the commit itself fails", async () => {
    const unit = new UnitOfWork(sql);
    await unit.sql`insert into notes (id, text, position) values ('a', '1', 1), ('b', '2', 1)`;
    await expect(unit.commit()).rejects.toMatchObject({ code: "23505" });
    await unit.rollback();
    expect(await stored()).toEqual([]);
    expect(await connectionIsFree()).toBe(true);
  });

  test("lets no query run after its end", async () => {
    const unit = new UnitOfWork(sql);
    await unit.sql`select 1`;
    await unit.commit();
    await expect(unit.sql`insert into notes (id, text) values ('late', '1')`).rejects.toThrow("ended");
    expect(await stored()).toEqual([]);
  });

  test("waits for a connection when there is none, and does not take one after its rollback", async () => {
    const first = new UnitOfWork(sql);
    await first.sql`insert into notes (id, text) values ('first', '1')`;
    const second = new UnitOfWork(sql);
    const waiting = second.sql`insert into notes (id, text) values ('second', '1')`.then(
      () => "ran",
      () => "refused",
    );
    const third = new UnitOfWork(sql);
    const next = third.sql`insert into notes (id, text) values ('third', '1')`.then(() => third.commit());
    // By now both wait for the connection that the first one has.
    await stored();
    void second.abort();
    await first.commit();
    await next;
    expect(await waiting).toBe("refused");
    expect(await stored()).toEqual(["first=1", "third=1"]);
    expect(await connectionIsFree()).toBe(true);
  });

  test("a hundred at once on four connections mix nothing up", async () => {
    const work = Array.from({ length: 100 }, async (_, i) => {
      const unit = new UnitOfWork(other);
      await unit.sql`insert into notes (id, text) values (${String(i)}, 'x')`;
      const [row] = await unit.sql`select count(*)::int as n from notes where xmin::text = pg_current_xact_id()::text`;
      await (i % 2 === 0 ? unit.commit() : unit.rollback());
      return row!.n;
    });
    expect(new Set(await Promise.all(work))).toEqual(new Set([1]));
    expect((await stored()).length).toBe(50);
  });

  test("an abort cancels the query that runs, and gives the connection back", async () => {
    const unit = new UnitOfWork(sql);
    await unit.sql`insert into notes (id, text) values ('a', '1')`;
    const sleeping = unit.sql`select pg_sleep(60)`.then(
      () => "slept",
      (error) => error.code,
    );
    await runningIs("select pg_sleep(60)");
    await unit.abort();
    expect(await sleeping).toBe("57014");
    expect(await stored()).toEqual([]);
    expect(await connectionIsFree()).toBe(true);
  });

  test("a lost connection fails the unit and leaves the pool working", async () => {
    const unit = new UnitOfWork(sql);
    const [row] = await unit.sql`select pg_backend_pid() as pid`;
    await other`select pg_terminate_backend(${row!.pid}, 5000)`;
    await expect(unit.sql`select 1`).rejects.toThrow();
    await unit.sql`select 1`.catch(() => {});
    await unit.rollback();
    await expect(unit.commit()).rejects.toThrow();
    expect(await connectionIsFree()).toBe(true);
  });

  test("a commit after a lost connection ends nobody else's transaction", async () => {
    const unit = new UnitOfWork(sql);
    const [row] = await unit.sql`select pg_backend_pid() as pid`;
    await other`select pg_terminate_backend(${row!.pid}, 5000)`;
    await unit.sql`select 1`.catch(() => {});
    const next = new UnitOfWork(sql);
    await next.sql`insert into notes (id, text) values ('a', '1')`;
    await expect(unit.commit()).rejects.toThrow();
    await next.sql`select 1`;
    expect(await stored()).toEqual([]);
    await next.rollback();
    expect(await connectionIsFree()).toBe(true);
  });

  test("a query that was cancelled while it waited for the connection holds nothing up", async () => {
    const first = new UnitOfWork(sql);
    await first.sql`select 1`;
    const second = new UnitOfWork(sql);
    const waiting = second.sql`select 1`;
    const refused = waiting.catch((error) => error.code);
    await stored();
    waiting.cancel();
    expect(await refused).toBe("57014");
    await first.commit();
    expect([...(await second.sql`select 2 as two`)]).toEqual([{ two: 2 }]);
    await second.rollback();
  });

  test("refuses what would leave the transaction", () => {
    const unit = new UnitOfWork(sql);
    for (const way of ["begin", "reserve", "listen", "end", "file", "subscribe"] as const)
      expect(() => (unit.sql[way] as () => void)()).toThrow("belong to the pipeline");
  });
});

describe("queries without a transaction", () => {
  test("an abort cancels what runs and refuses what comes", async () => {
    const work = poolWork(sql);
    const sleeping = work.sql`select pg_sleep(61)`.then(
      () => "slept",
      (error) => error.code,
    );
    await runningIs("select pg_sleep(61)");
    await work.abort();
    expect(await sleeping).toBe("57014");
    await expect(work.sql`select 1`).rejects.toThrow("ended");
    expect(await connectionIsFree()).toBe(true);
  });
});

describe("an operation that changes something", () => {
  const insert = async (tx: Sql, id: string) => {
    await tx`insert into notes (id, text) values (${id}, 'x')`;
  };
  const writes =
    (result: () => unknown): TestHandler =>
    async (ctx, { path }) => {
      await insert(ctx.sql, path.id!);
      return result();
    };
  const app = (handler: TestHandler, policy = {}) =>
    testApp(
      [
        [
          operation("putNote", "POST", "/notes/{id}", {
            parameters: [pathParameter("id")],
            problems: ["taken", "wrong_password"],
            policy,
          }),
          handler,
        ],
      ],
      { sql },
    );
  const audit = { event: "note.put", fields: [], answers: {}, problems: { wrong_password: "note.refused" } };
  const events = async () => (await other`select event from audit_events`).map(({ event }) => event);

  test("commits with its audit row", async () => {
    const { call } = app(
      async (ctx, { path }) => {
        await insert(ctx.sql, path.id!);
        expect(await stored()).toEqual([]);
        return { status: 200, body: {} };
      },
      { audit },
    );
    expect((await call("POST", "/notes/a")).status).toBe(200);
    expect(await stored()).toEqual(["a=x"]);
    expect(await events()).toEqual(["note.put"]);
  });

  test("reserves nothing when it ran no query and records nothing", async () => {
    const { call } = app(async () => {
      expect(await connectionIsFree()).toBe(true);
      return { status: 200, body: {} };
    });
    expect((await call("POST", "/notes/a")).status).toBe(200);
  });

  test("keeps nothing of a problem, a throw, or an answer that breaks the contract", async () => {
    const failures: [TestHandler, number][] = [
      [writes(() => problem("taken")), 409],
      [writes(() => problem("undeclared")), 500],
      [writes(() => ({ status: 201, body: {} })), 500],
      [writes(() => ({ status: 200, body: { big: 1n } })), 500],
      [writes(() => Promise.reject(new Error("secret"))), 500],
      [writes(() => Promise.reject(problem("taken"))), 409],
    ];
    for (const [handler, status] of failures) {
      const { call } = app(handler, { audit });
      expect((await call("POST", "/notes/a")).status).toBe(status);
    }
    expect(await stored()).toEqual([]);
    expect(await events()).toEqual([]);
    expect(await connectionIsFree()).toBe(true);
  });

  test("keeps what was written before a problem that the contract wants on record", async () => {
    const { call } = app(
      writes(() => problem("wrong_password")),
      { audit },
    );
    expect((await call("POST", "/notes/a")).status).toBe(401);
    expect(await stored()).toEqual(["a=x"]);
    expect(await events()).toEqual(["note.refused"]);
  });

  test("records such a problem even after a failed query, alone", async () => {
    const { call } = app(
      async (ctx, { path }) => {
        await insert(ctx.sql, path.id!);
        await insert(ctx.sql, path.id!).catch(() => {});
        return problem("wrong_password");
      },
      { audit },
    );
    expect((await call("POST", "/notes/a")).status).toBe(401);
    expect(await stored()).toEqual([]);
    expect(await events()).toEqual(["note.refused"]);
  });

  test("runs again when it met another transaction, and gives up after three times", async () => {
    let runs = 0;
    const conflict = (times: number) =>
      app(async (ctx, { path }) => {
        ctx.afterCommit(() => runs++);
        await insert(ctx.sql, path.id!);
        attempts++;
        if (attempts <= times) await ctx.sql`do $$ begin raise exception 'met' using errcode = '40001'; end $$`;
        return { status: 200, body: {} };
      });
    let attempts = 0;
    expect((await conflict(2).call("POST", "/notes/a")).status).toBe(200);
    expect([attempts, runs, await stored()]).toEqual([3, 1, ["a=x"]]);
    attempts = 0;
    const answer = await conflict(9).call("POST", "/notes/b");
    expect([answer.status, answer.headers.get("retry-after"), attempts, runs]).toEqual([503, "5", 3, 1]);
  });

  test("does after the commit what was asked for, and only then", async () => {
    const seen: Promise<string[]>[] = [];
    const { call } = app(async (ctx, { path }) => {
      ctx.afterCommit(() => seen.push(stored()));
      ctx.afterCommit(() => {
        throw new Error("too late to matter");
      });
      await insert(ctx.sql, path.id!);
      return path.id === "bad" ? problem("taken") : { status: 200, body: {} };
    });
    expect((await call("POST", "/notes/bad")).status).toBe(409);
    expect((await call("POST", "/notes/a")).status).toBe(200);
    expect(await Promise.all(seen)).toEqual([["a=x"]]);
  });

  test.each([
    ["22021", 400],
    ["22P05", 400],
    ["22P02", 422],
    ["22003", 422],
    ["23514", 422],
    ["23505", 500],
    ["23503", 500],
    ["42P01", 500],
    ["57014", 503],
    ["53300", 503],
    ["55P03", 503],
    ["57P01", 503],
    ["08006", 503],
  ])("SQLSTATE %s is a %i, without a word of the database's", async (code, status) => {
    const { call, lines } = app((ctx) =>
      ctx.sql.unsafe(`do $$ begin raise exception 'secret' using errcode = '${code}'; end $$`),
    );
    const answer = await call("POST", "/notes/a");
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain("secret");
    expect(lines.find((line) => line.message === "request")).toMatchObject({ cause: { code } });
  });
});

describe("an operation that opens its own transaction", () => {
  const audit = { event: "note.put", fields: [], answers: {}, problems: { wrong_password: "note.refused" } };
  const app = (handler: TestHandler) =>
    testApp(
      [
        [
          operation("putNote", "POST", "/notes", {
            problems: ["wrong_password", "taken"],
            policy: { transaction: "handler", audit },
          }),
          handler,
        ],
      ],
      { sql },
    );
  const events = async () =>
    (await other`select event, subject from audit_events`).map((row) => `${row.event} ${row.subject}`);
  const insert = (tx: Sql) => tx`insert into notes (id, text) values ('a', 'x')`;

  test("commits its result with the audit row, once", async () => {
    const { call } = app(async (ctx) => {
      expect(await connectionIsFree()).toBe(true);
      const result = await ctx.transaction(async (tx) => {
        await insert(tx);
        return { status: 200, body: {}, actor: "u1" };
      });
      expect(await events()).toEqual(["note.put u1"]);
      return result;
    });
    expect((await call("POST", "/notes")).status).toBe(200);
    expect([await stored(), await events()]).toEqual([["a=x"], ["note.put u1"]]);
  });

  test("keeps nothing of a problem or of a throw, and the handler sees the throw", async () => {
    expect(
      (
        await app((ctx) =>
          ctx.transaction(async (tx) => {
            await insert(tx);
            return problem("taken");
          }),
        ).call("POST", "/notes")
      ).status,
    ).toBe(409);
    const caught = app(async (ctx) => {
      await ctx
        .transaction(async (tx) => {
          await insert(tx);
          throw new Error("boom");
        })
        .catch(() => {});
      return problem("taken");
    });
    expect((await caught.call("POST", "/notes")).status).toBe(409);
    expect([await stored(), await events()]).toEqual([[], []]);
  });

  test("records a refusal in the transaction once, and keeps what was written before it", async () => {
    const { call } = app((ctx) =>
      ctx.transaction(async (tx) => {
        await insert(tx);
        return problem("wrong_password");
      }),
    );
    expect((await call("POST", "/notes")).status).toBe(401);
    expect([await stored(), await events()]).toEqual([["a=x"], ["note.refused null"]]);
  });

  test("records a refusal that needed no transaction", async () => {
    expect((await app(() => problem("wrong_password")).call("POST", "/notes")).status).toBe(401);
    expect(await events()).toEqual(["note.refused null"]);
  });

  test("records a success that came without its result in the transaction", async () => {
    const { call } = app(async (ctx) => {
      await ctx.transaction(insert);
      return { status: 200, body: {}, actor: "u2" };
    });
    expect((await call("POST", "/notes")).status).toBe(200);
    expect([await stored(), await events()]).toEqual([["a=x"], ["note.put u2"]]);
  });

  test("keeps nothing of an answer that breaks the contract, whatever the handler does next", async () => {
    const { call } = app(async (ctx) => {
      await ctx.transaction(async (tx) => {
        await insert(tx);
        return { status: 299, body: {} };
      });
      return { status: 200, body: {} };
    });
    expect((await call("POST", "/notes")).status).toBe(500);
    expect([await stored(), await events()]).toEqual([[], []]);
  });

  test("is refused where the policy does not say so", async () => {
    const { call, lines } = testApp([[operation("putNote", "POST", "/notes"), (ctx) => ctx.transaction(insert)]], {
      sql,
    });
    expect((await call("POST", "/notes")).status).toBe(500);
    expect(lines[0]).toMatchObject({ cause: { message: expect.stringContaining("transaction: handler") } });
  });
});

/** Resolves once PostgreSQL works on this text. */
async function runningIs(text: string): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    const [row] = await other`select 1 from pg_stat_activity where state = 'active' and query = ${text}`;
    if (row) return;
  }
  throw new Error(`PostgreSQL never ran ${text}`);
}
