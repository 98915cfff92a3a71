import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import type { Policy } from "#contract/operation";
import { MAX_TAGS_LENGTH } from "#contract/policy/precondition";
import type { Sql } from "#db/client";
import { openTestDatabase } from "../../support/database";
import { answer, anyJson, checked, noteBody, operation, problem, type TestHandler, testApp } from "./support";

const database = await openTestDatabase();
const sql = database.connect({ max: 8, asOwner: true });
await sql`create table notes (id serial primary key, text text not null)`;
beforeEach(async () => {
  await sql`truncate notes, audit_events, idempotency_keys`;
});
afterAll(async () => {
  await sql.end();
  await database.close();
});

const count = async (table: string) => (await sql`select count(*)::int as n from ${sql(table)}`)[0]!.n;
const secured = { security: [{ session: [] }] };
const by = (subject: string, more: Record<string, string> = {}) => ({ Authorization: `Bearer ${subject}`, ...more });

describe("idempotency", () => {
  const insert = async (tx: Sql, text: string) => {
    const [row] = await tx`insert into notes (text) values (${text}) returning id`;
    return row!.id as number;
  };
  const inserting: TestHandler = async (ctx, { body }) => {
    const id = await insert(ctx.sql, body.text);
    return { status: 201, body: { id }, headers: { Location: `/notes/${id}` } };
  };
  const insertingItself: TestHandler = (ctx, { body }) =>
    ctx.transaction(async (tx) => {
      const id = await insert(tx, body.text);
      return { status: 201, body: { id }, headers: { Location: `/notes/${id}` } };
    });
  const app = (handler: TestHandler = inserting, policy: Partial<Policy> = {}) =>
    testApp(
      [
        [
          operation("createNote", "POST", "/notes", {
            ...secured,
            body: noteBody,
            answers: { 201: { ...anyJson, headers: { Location: { required: true, value: checked(Type.String()) } } } },
            problems: ["taken"],
            policy: { idempotency: "optional", ...policy },
          }),
          handler,
        ],
      ],
      { sql },
    );
  const post = (call: ReturnType<typeof app>["call"], key: string | null, text = "a", subject = "u1") =>
    call("POST", "/notes", { headers: by(subject, key === null ? {} : { "Idempotency-Key": key }), json: { text } });

  describe.each([
    ["in the pipeline's transaction", inserting, "pipeline"],
    ["in the handler's own transaction", insertingItself, "handler"],
  ] as const)("%s", (_, handler, transaction) => {
    test("a repeat gets the first answer again, and changes nothing", async () => {
      const { call } = app(handler, { transaction });
      const first = await post(call, '"k1"');
      const again = await post(call, '"k1"');
      expect([first.status, first.headers.get("content-type")]).toEqual([201, "application/json"]);
      expect([again.status, again.text, again.headers.get("location"), again.headers.get("content-type")]).toEqual([
        first.status,
        first.text,
        first.headers.get("location"),
        "application/json",
      ]);
      expect(await count("notes")).toBe(1);
    });

    test("a hundred twins at once have one effect", async () => {
      const { call } = app(handler, { transaction });
      const answers = await Promise.all(Array.from({ length: 100 }, () => post(call, '"twin"')));
      const kinds = Map.groupBy(answers, ({ status, body }) => `${status} ${body.code ?? ""}`);
      expect([...kinds.keys()].every((kind) => ["201 ", "409 idempotency_in_progress"].includes(kind))).toBe(true);
      expect(new Set(kinds.get("201 ")!.map(({ text }) => text)).size).toBe(1);
      expect(await count("notes")).toBe(1);
    });

    test("409 while the first runs", async () => {
      const { promise: running, resolve: started } = Promise.withResolvers<void>();
      const { promise: go, resolve: finish } = Promise.withResolvers<void>();
      const slow: TestHandler = async (ctx, input) => {
        if (transaction === "handler")
          return ctx.transaction(async (tx) => {
            await tx`select 1`;
            started();
            await go;
            const id = await insert(tx, "slow");
            return { status: 201, body: { id }, headers: { Location: "/" } };
          });
        started();
        await go;
        return inserting(ctx, input);
      };
      const { call } = app(slow, { transaction });
      const first = post(call, '"k1"');
      await running;
      const twin = await post(call, '"k1"');
      expect([twin.status, twin.body.code]).toEqual([409, "idempotency_in_progress"]);
      finish();
      expect((await first).status).toBe(201);
      expect((await post(call, '"k1"')).status).toBe(201);
      expect(await count("notes")).toBe(1);
    });

    test("a failure in the middle leaves the key free, and nothing else", async () => {
      let fails = true;
      const failing: TestHandler = async (ctx, input) => {
        if (!fails) return handler(ctx, input);
        if (transaction === "pipeline") await insert(ctx.sql, "lost");
        else await ctx.transaction((tx) => insert(tx, "lost").then(() => Promise.reject(new Error("crash"))));
        throw new Error("crash");
      };
      const { call } = app(failing, { transaction });
      expect((await post(call, '"k1"')).status).toBe(500);
      expect([await count("notes"), await count("idempotency_keys")]).toEqual([0, 0]);
      fails = false;
      expect((await post(call, '"k1"')).status).toBe(201);
    });
  });

  test("422 for another payload under the same key", async () => {
    const { call } = app();
    await post(call, '"k1"', "a");
    const other = await post(call, '"k1"', "b");
    expect([other.status, other.body.code]).toEqual([422, "idempotency_mismatch"]);
  });

  test("a key is its caller's own", async () => {
    const { call } = app();
    const first = await post(call, '"k1"', "a", "u1");
    const other = await post(call, '"k1"', "a", "u2");
    expect([other.status, other.text === first.text, await count("notes")]).toEqual([201, false, 2]);
  });

  test("is forgotten after a day", async () => {
    const { call, clock } = app();
    await post(call, '"k1"');
    clock.ms += 24 * 3_600_000;
    expect((await post(call, '"k1"')).status).toBe(201);
    expect([await count("notes"), await count("idempotency_keys")]).toEqual([2, 1]);
  });

  test("a problem is not kept: the request may be tried again", async () => {
    let isTaken = true;
    const { call } = app((ctx, input) => (isTaken ? problem("taken") : inserting(ctx, input)));
    expect((await post(call, '"k1"')).status).toBe(409);
    isTaken = false;
    expect((await post(call, '"k1"')).status).toBe(201);
  });

  test.each(["k1", '"', '""', '"a', '"a\nb"'.replace("\n", "\\n"), `"${"x".repeat(256)}"`, '"ä"', '"a"b"'])(
    "%p is no key: 422",
    async (key) => {
      const { call } = app();
      const refused = await post(call, key);
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, "/Idempotency-Key"]);
    },
  );

  test("without a key each request counts, and where one is required it is 422", async () => {
    const { call } = app();
    await post(call, null);
    await post(call, null);
    expect(await count("notes")).toBe(2);
    const refused = await post(app(inserting, { idempotency: "required" }).call, null);
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, "required"]);
  });
});

describe("preconditions", () => {
  const app = (precondition: Policy["precondition"]) =>
    testApp([
      [
        operation("change", "PATCH", "/note", {
          policy: { precondition, transaction: "handler" },
          answers: { 200: answer(anyJson.content, { ETag: { required: true, value: checked(Type.String()) } }) },
        }),
        (_, { ifMatch }) => ({ status: 200, body: { ifMatch }, etag: (ifMatch ?? 0) + 1 }),
      ],
    ]);
  const change = (precondition: Policy["precondition"], tag: string | null) =>
    app(precondition).call("PATCH", "/note", { headers: tag === null ? {} : { "If-Match": tag } });

  test("give the handler the version, and the answer its tag", async () => {
    const answered = await change("required", '"41"');
    expect([answered.status, answered.body, answered.headers.get("etag")]).toEqual([200, { ifMatch: 41 }, '"42"']);
  });

  test("428 where one is required and none was sent; null where it is optional", async () => {
    expect((await change("required", null)).body.code).toBe("precondition_required");
    expect((await change("optional", null)).body).toEqual({ ifMatch: null });
  });

  test.each(["*", 'W/"1"', "1", '"a"', '"1", "2"', '"01"', '"-1"', '"1.0"', '"9999999999999999"', ""])(
    "412 for %p, which is no version of ours",
    async (tag) => {
      expect((await change("required", tag)).status).toBe(412);
      expect((await change("optional", tag)).status).toBe(412);
    },
  );

  test("400 for an If-Match that is longer than the published contract says", async () => {
    const tag = (length: number) => `"${"1".repeat(length - 2)}"`;
    expect((await change("required", tag(MAX_TAGS_LENGTH))).status).toBe(412);
    expect((await change("required", tag(MAX_TAGS_LENGTH + 1))).body.code).toBe("bad_request");
  });
});

describe("pages", () => {
  const rows = Array.from({ length: 7 }, (_, i) => ({ id: `id-${i}`, at: `2026-11-24 09:00:00.00000${i}+00` }));
  const listing: TestHandler = (ctx, { page, query }) => {
    const from =
      page.after === null ? 0 : rows.findIndex(({ id, at }) => id === page.after!.id && at === page.after!.at) + 1;
    const found = rows.slice(from, from + page.limit + 1);
    const { items, nextCursor } = ctx.page(
      found,
      ({ id }) => id,
      (row) => row,
    );
    return { status: 200, body: { items, nextCursor, query } };
  };
  const pageOf = (id: string, path: string) =>
    operation(id, "GET", path, {
      parameters: [
        {
          name: "limit",
          in: "query",
          required: false,
          type: "integer",
          default: 3,
          schema: Type.Integer({ minimum: 1, maximum: 5 }),
        },
        { name: "cursor", in: "query", required: false, type: "string", schema: Type.String({ maxLength: 512 }) },
        { name: "q", in: "query", required: false, type: "string", schema: Type.String() },
      ],
      policy: { page: { maximum: 5, default: 3 } },
    });
  const lists = (cursorSecret = "a secret that only this test knows") =>
    testApp(
      [
        [pageOf("list", "/list"), listing],
        [pageOf("other", "/other"), listing],
      ],
      { settings: { cursorSecret } },
    );

  test("lead through the whole list, keeping every microsecond", async () => {
    const { call } = lists();
    const seen: string[] = [];
    let cursor: string | null = "";
    for (let pages = 0; cursor !== null && pages < 9; pages++) {
      const next: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const { body } = await call("GET", `/list?q=x${next}`);
      expect(body.query).toEqual({ q: "x" });
      seen.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  test("end without a cursor where the last page is full", async () => {
    const { call } = lists();
    const first = await call("GET", "/list?limit=5");
    const last = await call("GET", `/list?limit=2&cursor=${first.body.nextCursor}`);
    expect([last.body.items.length, last.body.nextCursor]).toEqual([2, null]);
  });

  test("400 for a cursor that was changed, cut, made up, or comes from another list or another secret", async () => {
    const { call } = lists();
    const cursor: string = (await call("GET", "/list")).body.nextCursor;
    const flipped = `${cursor.slice(0, -1)}${cursor.endsWith("A") ? "B" : "A"}`;
    for (const bad of [
      "x",
      "",
      cursor.slice(0, 20),
      flipped,
      `${cursor}A`,
      `A${cursor}`,
      `${cursor}==`,
      "a".repeat(500),
    ]) {
      const answered = await call("GET", `/list?cursor=${bad}`);
      expect([bad, answered.status, answered.body.code]).toEqual([bad, 400, "bad_request"]);
    }
    expect((await call("GET", `/other?cursor=${cursor}`)).status).toBe(400);
    expect((await lists("another secret, long enough too").call("GET", `/list?cursor=${cursor}`)).status).toBe(400);
    expect((await call("GET", `/list?cursor=${cursor}`)).status).toBe(200);
  });

  test("422 past the bounds of the limit", async () => {
    for (const limit of ["0", "6"]) expect((await lists().call("GET", `/list?limit=${limit}`)).status).toBe(422);
  });
});
