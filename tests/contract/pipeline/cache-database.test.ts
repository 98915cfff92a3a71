/** What a change in the database does to kept answers, here and in another process. */
import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { Cache } from "#contract/cache/cache";
import { TRUST_MS } from "#contract/cache/changes";
import type { Operation } from "#contract/operation";
import { connect, type Sql } from "#db/client";
import { listenAt } from "#db/listen";
import { type Dispatch, type RunningQuery, redirected } from "#db/redirect";
import { uuidv7 } from "#lib/ids";
import { cuttableWay } from "../../support/cutting";
import { openTestDatabase } from "../../support/database";
import { cacheStatus, kept, until } from "./caching";
import { noteBody, operation, pathParameter, problem, TestClock, type TestHandler, testApp } from "./support";

const database = await openTestDatabase();
const owner = database.connect({ max: 4, asOwner: true });
await owner`create table notes (organization_id uuid not null, text text not null)`;
await owner`grant select, insert, update, delete on notes to groundwork_app`;
await owner`
  create trigger notes_added after insert on notes referencing new table as changed
  for each statement execute function note_changed_rows('notes', 'organization_id')`;
const OURS = uuidv7.next();
const THEIRS = uuidv7.next();
for (const id of [OURS, THEIRS])
  await owner`insert into organizations (id, name, created_at, updated_at) values (${id}, 'One', now(), now())`;
afterAll(async () => {
  await owner.end();
  await database.close();
});
beforeEach(async () => {
  await owner`truncate notes`;
});

const ofOrganization = {
  security: [{ session: [] }],
  organizationScoped: true,
  parameters: [{ ...pathParameter("organizationId"), type: "uuid" as const }],
};
const path = "/organizations/{organizationId}/notes";
const reading = kept({ ...ofOrganization, path, cache: { tags: [{ name: "notes", of: "organization" }] } });
const countNotes: TestHandler = async (ctx, input) => {
  const [row] = await ctx.sql<{ count: number }[]>`
    select count(*)::int as count from notes where organization_id = ${input.path.organizationId!}`;
  return { status: 200, body: row!.count };
};

const insert = (sql: Sql, organizationId: string) =>
  sql`insert into notes (organization_id, text) values (${organizationId}, 'new')`;
const add: TestHandler = async (ctx, input) => {
  await insert(ctx.sql, input.path.organizationId!);
  return { status: 200, body: {} };
};
const addInside: TestHandler = (ctx, input) =>
  ctx.transaction((sql) => Promise.resolve(add({ ...ctx, sql } as never, input)));
const addInsideWithoutResult: TestHandler = async (ctx, input) => {
  await ctx.transaction((sql) => insert(sql, input.path.organizationId!));
  return { status: 200, body: {} };
};

const writing = (id: string, policy: Partial<Operation["policy"]> = {}) =>
  operation(id, "POST", `${path}/${id}`, {
    ...ofOrganization,
    body: noteBody,
    problems: ["taken", "wrong_password"],
    policy,
  });
const audit = { event: "note.added", fields: [], answers: {}, problems: { wrong_password: "note.refused" } };

const KEPT: [Operation, TestHandler][] = [
  [writing("unaudited"), add],
  [writing("audited", { audit }), add],
  [writing("inside", { transaction: "handler" }), addInside],
  [writing("audited-inside", { transaction: "handler", audit }), addInside],
  [writing("inside-without-result", { transaction: "handler" }), addInsideWithoutResult],
  [writing("audited-inside-without-result", { transaction: "handler", audit }), addInsideWithoutResult],
  [
    writing("refused-on-record", { audit }),
    async (ctx, input) => [await add(ctx, input), problem("wrong_password")][1],
  ],
  [
    writing("broken-after-its-transaction", { transaction: "handler" }),
    async (ctx, input) => [await addInsideWithoutResult(ctx, input), { status: 299 }][1],
  ],
  [
    writing("thrown-after-its-transaction", { transaction: "handler" }),
    async (ctx, input) => {
      await addInsideWithoutResult(ctx, input);
      throw new Error("later");
    },
  ],
];
const LOST: [Operation, TestHandler][] = [
  [writing("refused"), async (ctx, input) => [await add(ctx, input), problem("taken")][1]],
  [writing("broken"), async (ctx, input) => [await add(ctx, input), { status: 299 }][1]],
  [
    writing("thrown", { audit }),
    async (ctx, input) => {
      await add(ctx, input);
      throw new Error("no");
    },
  ],
  [
    writing("thrown-inside", { transaction: "handler" }),
    (ctx, input) =>
      ctx.transaction(async (sql) => {
        await insert(sql, input.path.organizationId!);
        throw new Error("no");
      }),
  ],
];

interface ServerGiven {
  readonly sql?: Sql;
  readonly url?: string;
  readonly handler?: TestHandler;
}

/** A process of its own, as far as the database can tell. */
async function server({
  url = database.url,
  sql = connect({ url, poolMax: 4, prepare: true, role: "groundwork_app" }),
  handler = countNotes,
}: ServerGiven = {}) {
  const clock = new TestClock();
  const log = { line() {} } as never;
  const cache = new Cache({ sql, log, clock, maxBytes: 1024 * 1024, listen: listenAt(url) });
  const { call, lines, app } = testApp([[reading, handler], ...KEPT, ...LOST], {
    sql,
    cache,
    testClock: clock,
    members: (caller) => caller,
  });
  // The second time all that is not older than somebody's open transaction, maybe a neighbour's, is known.
  for (const _ of [1, 2]) await cache.changes.read();
  const headers = { Authorization: "Bearer ada" };
  const read = async (organizationId = OURS) => {
    const answered = await call("GET", `/organizations/${organizationId}/notes`, { headers });
    return [answered.body, cacheStatus(answered)?.replace("groundwork; ", "")];
  };
  const write = (id: string, organizationId = OURS) =>
    call("POST", `/organizations/${organizationId}/notes/${id}`, { headers, json: { text: "x" } });
  const end = async () => {
    await cache.changes.close();
    // postgres.js waits without end for a connection that was cut off while it was opened.
    await sql.end({ timeout: 1 });
  };
  return { cache, sql, read, write, end, lines, app, [Symbol.asyncDispose]: end };
}

/** Somebody else's transaction, which has its id already and goes on for as long as `work` takes. */
async function besideAnother<R>(work: (another: Sql) => Promise<R>): Promise<R> {
  return owner.begin(async (another) => {
    await another`select pg_current_xact_id()`;
    return work(another as unknown as Sql);
  }) as Promise<R>;
}

describe("an operation's own change", () => {
  test.each(KEPT.map(([{ id }]) => id))("is seen by the next request: %s", async (id) => {
    await using ours = await server();
    expect([await ours.read(), await ours.read()]).toEqual([
      [0, "fwd=miss; stored"],
      [0, "hit"],
    ]);
    await ours.write(id);
    expect([await ours.read(), await ours.read()]).toEqual([
      [1, "fwd=miss; stored"],
      [1, "hit"],
    ]);
  });

  test.each(KEPT.map(([{ id }]) => id))(
    "is seen at once and told once while somebody's long transaction is open: %s",
    async (id) => {
      await using ours = await server();
      await besideAnother(async () => {
        await ours.read();
        for (const count of [1, 2]) {
          await ours.write(id);
          expect([await ours.read(), await ours.read()]).toEqual([
            [count, "fwd=miss; stored"],
            [count, "hit"],
          ]);
          for (const look of [ours.cache.changes.read, ours.cache.changes.flush]) {
            await look();
            expect(await ours.read()).toEqual([count, "hit"]);
          }
        }
      });
      await ours.cache.changes.read();
      expect(await ours.read()).toEqual([2, "hit"]);
    },
  );

  test("leaves answers of other organizations", async () => {
    await using ours = await server();
    for (const id of [OURS, THEIRS]) await ours.read(id);
    await ours.write("audited");
    expect([await ours.read(THEIRS), await ours.read()]).toEqual([
      [0, "hit"],
      [1, "fwd=miss; stored"],
    ]);
  });

  test.each(LOST.map(([{ id }]) => id))("that is undone ends nothing: %s", async (id) => {
    await using ours = await server();
    await ours.read();
    expect((await ours.write(id)).status).toBeGreaterThanOrEqual(400);
    await ours.cache.changes.read();
    expect(await ours.read()).toEqual([0, "hit"]);
  });

  test("is seen by who asks in the moment in which its writer has the answer, however many write", async () => {
    await using ours = await server();
    let written = 0;
    await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        await ours.write(KEPT[n % 6]![0].id);
        const atLeast = ++written;
        const [count] = await ours.read();
        expect(count).toBeGreaterThanOrEqual(atLeast);
      }),
    );
    expect((await ours.read())[0]).toBe(40);
  });
});

describe("a failure to learn of one's own change", () => {
  /** A pool some of whose statements fail. */
  function failing(pattern: RegExp) {
    const pool = database.connect();
    const state = { failing: false, failed: 0, pool };
    const dispatch: Dispatch = (query, handler) => {
      const text = (query as RunningQuery & { strings: readonly string[] }).strings.join("$");
      if (!state.failing || !pattern.test(text)) return handler(query);
      state.failed++;
      return query.reject(Object.assign(new Error("lost"), { code: "CONNECTION_CLOSED" }));
    };
    return { state, sql: redirected(pool, dispatch, {}) };
  }

  test.each([
    ["audited", /pg_logical_emit_message/, 503],
    ["unaudited", /from \(select true as asked\)/, 200],
    ["inside-without-result", /from \(select true as asked\)/, 200],
  ])("after its commit lets nobody have the old answer: %s", async (id, pattern, status) => {
    const { state, sql } = failing(pattern);
    await using ours = await server({ sql });
    await ours.read();
    state.failing = true;
    expect((await ours.write(id)).status).toBe(status);
    expect(state.failed).toBeGreaterThan(0);
    expect([await ours.read(), await ours.read()]).toEqual([
      [1, "fwd=bypass"],
      [1, "fwd=bypass"],
    ]);
    state.failing = false;
    await ours.cache.changes.read();
    expect([await ours.read(), await ours.read()]).toEqual([
      [1, "fwd=miss; stored"],
      [1, "hit"],
    ]);
  });
});

describe("another process's change", () => {
  test("is seen when PostgreSQL notifies, without a look", async () => {
    await using ours = await server();
    await using theirs = await server();
    const listening = await listenAt(database.url)("cache_changes", () => void ours.cache.changes.read());
    await ours.read();
    await theirs.write("audited");
    await until(() => ours.cache.answers.counts.entries === 0);
    expect(await ours.read()).toEqual([1, "fwd=miss; stored"]);
    await insert(owner, OURS);
    await until(() => ours.cache.answers.counts.entries === 0);
    expect(await ours.read()).toEqual([2, "fwd=miss; stored"]);
    await listening.close();
  });

  test("is seen by a process that looks by itself", async () => {
    await using ours = await server();
    await ours.cache.changes.start();
    await ours.read();
    await insert(owner, OURS);
    await until(() => ours.cache.answers.counts.entries === 0);
    expect(await ours.read()).toEqual([1, "fwd=miss; stored"]);
  });

  test("is seen by the looks alone where nobody is notified", async () => {
    await using ours = await server();
    const cache = new Cache({ sql: ours.sql, log: {} as never, clock: new TestClock(), maxBytes: 1024 * 1024 });
    await cache.changes.start();
    const body = () =>
      Promise.resolve({ status: 200, contentType: null, body: "x", headers: [], nextCursor: null, kept: null });
    await cache.answers.make({ key: "a", tags: [`notes ${OURS}`], keepMs: 60_000 }, body as never).outcome;
    expect(cache.answers.counts.entries).toBe(1);
    await insert(owner, OURS);
    await until(() => cache.answers.counts.entries === 0);
    await cache.changes.close();
  });

  test("by a transaction that began before others and was committed after them is not missed", async () => {
    await using ours = await server();
    await besideAnother(async (early) => {
      for (const id of [OURS, THEIRS]) await ours.read(id);
      // Those who come later are read first.
      await insert(owner, OURS);
      await ours.cache.changes.read();
      expect([await ours.read(), await ours.read(THEIRS)]).toEqual([
        [1, "fwd=miss; stored"],
        [0, "hit"],
      ]);
      await ours.cache.changes.read();
      await insert(early, THEIRS);
      await ours.cache.changes.read();
      expect(await ours.read(THEIRS)).toEqual([0, "hit"]);
    });
    await ours.cache.changes.read();
    expect([await ours.read(), await ours.read(THEIRS)]).toEqual([
      [1, "hit"],
      [1, "fwd=miss; stored"],
    ]);
  });

  test("is not lost among transactions that overlap in every way", async () => {
    await using ours = await server();
    const ids = Array.from({ length: 12 }, () => uuidv7.next());
    const open = ids.map(() => Promise.withResolvers<void>());
    for (const id of ids) await ours.read(id);
    const pool = database.connect({ max: ids.length, asOwner: true });
    const written = ids.map(() => Promise.withResolvers<void>());
    const transactions = ids.map((id, n) =>
      pool.begin(async (sql) => {
        await insert(sql as unknown as Sql, id);
        written[n]!.resolve();
        await open[n]!.promise;
      }),
    );
    await Promise.all(written.map(({ promise }) => promise));
    // Committed in an order that is neither that of their ids nor its reverse, with a look after each.
    for (let n = 0; n < ids.length; n++) {
      const next = (n * 5) % ids.length;
      open[next]!.resolve();
      await transactions[next];
      await ours.cache.changes.read();
      expect([next, await ours.read(ids[next])]).toEqual([next, [1, "fwd=miss; stored"]]);
      expect(await ours.read(ids[next])).toEqual([1, "hit"]);
    }
    await pool.end();
  });

  test("of more than can be told one by one ends everything", async () => {
    await using ours = await server();
    for (const id of [OURS, THEIRS]) await ours.read(id);
    await owner`
      insert into notes (organization_id, text) select gen_random_uuid(), 'many' from generate_series(1, 10000)`;
    await insert(owner, OURS);
    await ours.cache.changes.read();
    expect([await ours.read(), await ours.read(THEIRS)]).toEqual([
      [1, "fwd=miss; stored"],
      [0, "fwd=miss; stored"],
    ]);
  });

  test("keeps an answer from being kept whose query ran before it", async () => {
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    const slow: TestHandler = async (ctx, input) => {
      const made = await countNotes(ctx, input);
      asked.resolve();
      await answer.promise;
      return made;
    };
    await using ours = await server({ handler: slow });
    const early = ours.read();
    await asked.promise;
    await insert(owner, OURS);
    await ours.cache.changes.read();
    answer.resolve();
    expect(await early).toEqual([0, "fwd=miss"]);
    expect(await ours.read()).toEqual([1, "fwd=miss; stored"]);
  });
});

describe("while the database is lost", () => {
  const counted = () => {
    let runs = 0;
    return () => ({ status: 200, body: ++runs });
  };

  test("nothing kept is given, and nothing old after it is back", async () => {
    const way = await cuttableWay(database.url);
    const ours = await server({ url: way.url, handler: counted() });
    await ours.cache.changes.start();
    expect([await ours.read(), await ours.read()]).toEqual([
      [1, "fwd=miss; stored"],
      [1, "hit"],
    ]);
    way.cut();
    await until(() => !ours.cache.changes.areKnown());
    expect([await ours.read(), await ours.read()]).toEqual([
      [2, "fwd=bypass"],
      [3, "fwd=bypass"],
    ]);
    await insert(owner, OURS);
    way.mend();
    await until(() => ours.cache.changes.areKnown());
    expect([await ours.read(), await ours.read()]).toEqual([
      [4, "fwd=miss; stored"],
      [4, "hit"],
    ]);
    // It hears of changes again, and not by luck: the connection that it listens on is another one.
    await insert(owner, OURS);
    await until(() => ours.cache.answers.counts.entries === 0);
    await ours.end();
    await way.close();
  }, 20_000);

  test(
    "without a word, nothing kept is given beyond the bound, and nothing old after it is back",
    async () => {
      const way = await cuttableWay(database.url);
      const ours = await server({ url: way.url, handler: counted() });
      await ours.cache.changes.start();
      await ours.read();
      way.silence();
      await insert(owner, OURS);
      await until(() => !ours.cache.changes.areKnown(), 2 * TRUST_MS);
      expect([await ours.read(), await ours.read()]).toEqual([
        [2, "fwd=bypass"],
        [3, "fwd=bypass"],
      ]);
      way.mend();
      await until(() => ours.cache.changes.areKnown(), 2 * TRUST_MS);
      expect([await ours.read(), await ours.read()]).toEqual([
        [4, "fwd=miss; stored"],
        [4, "hit"],
      ]);
      await ours.end();
      await way.close();
    },
    6 * TRUST_MS,
  );

  test("answers that were being made when it went are not kept", async () => {
    const way = await cuttableWay(database.url);
    const answer = Promise.withResolvers<void>();
    let runs = 0;
    const held: TestHandler = async () => {
      const run = ++runs;
      await answer.promise;
      return { status: 200, body: run };
    };
    const ours = await server({ url: way.url, handler: held });
    await ours.cache.changes.start();
    const early = ours.read();
    await until(() => runs === 1);
    way.cut();
    await until(() => !ours.cache.changes.areKnown());
    way.mend();
    await until(() => ours.cache.changes.areKnown());
    answer.resolve();
    expect(await early).toEqual([1, "fwd=miss"]);
    expect(await ours.read()).toEqual([2, "fwd=miss; stored"]);
    await ours.end();
    await way.close();
  }, 20_000);
});
