/** What is recorded of an operation, and when. */
import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import postgres from "postgres";
import { sharedFlush } from "#contract/flush";
import type { Operation, Policy } from "#contract/operation";
import type { AppOptions } from "#contract/pipeline";
import { insertAuditEvent } from "#contract/queries";
import type { Sql } from "#db/client";
import { openTestDatabase } from "../../support/database";
import { checked, noteBody, operation, pathParameter, problem, type TestHandler, testApp } from "./support";

const ORGANIZATION = "0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d";
const ANOTHER = "0199d1a0-4444-7a52-8f11-3f0f6a1b2c3d";

const database = await openTestDatabase();
const sql = database.connect({ max: 4, asOwner: true });
await sql`create table notes (id text primary key)`;
beforeEach(async () => {
  await sql`truncate notes, audit_events, audit_chains, idempotency_keys`;
});
afterAll(async () => {
  await sql.end();
  await database.close();
});

const count = async (table: string) => (await sql`select count(*)::int as n from ${sql(table)}`)[0]!.n;
const secured: Pick<Operation, "security"> = { security: [{ session: [] }, { key: [] }] };
const by = (subject: string, more: Record<string, string> = {}) => ({ Authorization: `Bearer ${subject}`, ...more });

describe("the audit log", () => {
  const recorded = () =>
    sql`
      select event, operation, organization_id, scheme, subject, request_id, address, fields, occurred_at
      from audit_events order by chain_id, sequence`;
  const fields = [
    { in: "path", at: ["id"] },
    { in: "body", at: ["text"] },
    { in: "body", at: ["nothing", "here"] },
    { in: "body", at: ["nested"] },
  ] as const;

  test("holds who did what, when, from where, and the declared fields alone", async () => {
    const { call, clock } = testApp(
      [
        [
          operation("change", "PUT", "/notes/{id}", {
            ...secured,
            parameters: [pathParameter("id")],
            body: {
              required: true,
              content: {
                "application/json": { ...noteBody.content["application/json"], body: checked(Type.Unknown()) },
              },
            },
            policy: { audit: { event: "note.changed", fields, answers: {}, problems: {} } },
          }),
          () => ({ status: 200, body: {} }),
        ],
      ],
      { sql },
    );
    const json = { text: "hello", password: "secret", nested: { secret: 1 } };
    const answered = await call("PUT", "/notes/7", { headers: by("u1"), json });
    expect([...(await recorded())]).toEqual([
      {
        event: "note.changed",
        operation: "change",
        organizationId: null,
        scheme: "session",
        subject: "u1",
        requestId: answered.headers.get("x-request-id"),
        address: "0.0.0.0",
        fields: { "path.id": "7", "body.text": "hello" },
        occurredAt: clock.now().toISOString(),
      },
    ]);
  });

  test("names the actor that the handler gives where nobody is known", async () => {
    const audit = { event: "note.read", fields: [], answers: {}, problems: {} };
    const { call } = testApp(
      [[operation("read", "GET", "/note", { policy: { audit } }), () => ({ status: 200, body: {}, actor: "u9" })]],
      { sql },
    );
    await call("GET", "/note");
    expect((await recorded()).map(({ subject }) => subject)).toEqual(["u9"]);
  });

  test("has another event for an answer whose status has one", async () => {
    const audit = { event: "note.put", fields: [], answers: { 202: "note.queued" }, problems: {} };
    const answers = { 200: { content: {}, headers: {} }, 202: { content: {}, headers: {} } };
    const put = (path: string, status: number): [Operation, TestHandler] => [
      operation(path, "POST", path, { policy: { audit }, answers }),
      () => ({ status }),
    ];
    const { call } = testApp([put("/put", 200), put("/queued", 202)], { sql });
    for (const path of ["/put", "/queued"]) await call("POST", path);
    const rows = (await recorded()).map(({ operation, event }) => `${operation} ${event}`);
    expect(rows.sort()).toEqual(["/put note.put", "/queued note.queued"]);
  });

  test("names who acts as the caller", async () => {
    const audit = { event: "note.read", fields: [], answers: {}, problems: {} };
    const { call } = testApp(
      [[operation("read", "GET", "/note", { ...secured, policy: { audit } }), () => ({ status: 200, body: {} })]],
      {
        sql,
        authenticators: { session: () => ({ scheme: "session", subject: "u1", scopes: new Set(), actor: "u2" }) },
      },
    );
    await call("GET", "/note", { headers: by("u1") });
    expect((await recorded()).map((row) => [row.subject, row.fields])).toEqual([["u1", { "caller.actor": "u2" }]]);
  });

  test("of what is done to another person is in their own log too, which names who did it", async () => {
    const audit = { event: "note.put", fields: [], answers: {}, problems: {} };
    const put = (path: string, result: object): [Operation, TestHandler] => [
      operation(path, "POST", path, { ...secured, policy: { audit, transaction: "handler" } }),
      (ctx) => ctx.transaction(async () => ({ status: 200, body: {}, ...result })),
    ];
    const { call } = testApp([put("/other", { about: ANOTHER }), put("/own", {})], { sql });
    for (const path of ["/other", "/own"]) await call("POST", path, { headers: by(ORGANIZATION) });
    const rows = await sql`select chain_id, sequence, operation, subject, fields from audit_events order by 1, 2`;
    expect([...rows]).toEqual([
      { chainId: ORGANIZATION, sequence: "1", operation: "/other", subject: ORGANIZATION, fields: {} },
      { chainId: ORGANIZATION, sequence: "2", operation: "/own", subject: ORGANIZATION, fields: {} },
      {
        chainId: ANOTHER,
        sequence: "1",
        operation: "/other",
        subject: ANOTHER,
        fields: { "caller.actor": ORGANIZATION },
      },
    ]);
  });

  test("names the scheme that the caller came by", async () => {
    const audit = { event: "note.read", fields: [], answers: {}, problems: {} };
    const { call } = testApp(
      [[operation("read", "GET", "/note", { ...secured, policy: { audit } }), () => ({ status: 200, body: {} })]],
      { sql },
    );
    await call("GET", "/note", { headers: by("u1") });
    await call("GET", "/note", { headers: { "X-Key": "k1" } });
    const rows = (await recorded()).map(({ scheme, subject }) => `${scheme} ${subject}`);
    expect(rows.sort()).toEqual(["key k1", "session u1"]);
  });

  test("is the organization's of the path, else of the handler's result or problem", async () => {
    const audit = { event: "note.put", fields: [], answers: {}, problems: { taken: "note.refused" } };
    const put = (path: string, given: object, result: () => unknown) =>
      [operation(path, "POST", path, { problems: ["taken"], policy: { audit }, ...given }), result] as const;
    const scoped = { ...secured, organizationScoped: true, parameters: [pathParameter("organizationId")] };
    const { call } = testApp(
      [
        put("/organizations/{organizationId}/notes", scoped, () => ({ status: 200, organization: ANOTHER, body: {} })),
        put("/founded", {}, () => ({ status: 200, organization: ANOTHER, body: {} })),
        put("/refused", {}, () => problem("taken", { organization: ANOTHER })),
        put("/alone", {}, () => ({ status: 200, body: {} })),
      ].map(([described, result]) => [described, result]),
      { sql, members: (caller) => caller },
    );
    for (const path of [`/organizations/${ORGANIZATION}/notes`, "/founded", "/refused", "/alone"])
      await call("POST", path, { headers: by("u1") });
    expect((await recorded()).map(({ event, organizationId }) => `${event} ${organizationId}`)).toEqual([
      "note.put null",
      `note.put ${ORGANIZATION}`,
      `note.put ${ANOTHER}`,
      `note.refused ${ANOTHER}`,
    ]);
  });

  test("holds nothing of a request that was refused", async () => {
    const audit = { event: "note.changed", fields: [], answers: {}, problems: {} };
    const { call } = testApp(
      [
        [
          operation("change", "POST", "/note", { ...secured, policy: { audit }, problems: ["taken"] }),
          () => problem("taken"),
        ],
      ],
      { sql },
    );
    await call("POST", "/note");
    await call("POST", "/note", { headers: by("u1") });
    await call("POST", "/note?x=1", { headers: by("u1") });
    expect(await count("audit_events")).toBe(0);
  });
});

describe("the row of an audited change", () => {
  const audit = { event: "note.put", fields: [], answers: {}, problems: { taken: "note.refused" } };
  const inserting: TestHandler = async (ctx, { path }) => {
    await ctx.sql`insert into notes (id) values (${path.id!})`;
    return { status: 200, body: {} };
  };
  const app = (given: Partial<AppOptions> = {}, handler = inserting, policy: Partial<Policy> = {}) =>
    testApp(
      [
        [
          operation("put", "POST", "/notes/{id}", {
            parameters: [pathParameter("id")],
            problems: ["taken"],
            policy: { audit, idempotency: "optional", ...policy },
          }),
          handler,
        ],
      ],
      { sql, ...given },
    );

  /** Every statement as it is sent, and when PostgreSQL has answered to the audit row. */
  function watchedPool() {
    const seen: string[] = [];
    const debug = (_: number, query: string) => void seen.push(query.trim().split(/\s+/, 3).join(" "));
    const pool = postgres(database.url, { max: 1, debug, onnotice: () => {} }) as unknown as Sql;
    const recordAudit: AppOptions["recordAudit"] = async (transaction, event) => {
      await insertAuditEvent(transaction, event);
      seen.push("the row is written");
    };
    return { seen, pool, recordAudit };
  }

  test("is the transaction's last statement, and goes out together with the commit", async () => {
    const { seen, pool, recordAudit } = watchedPool();
    const { call } = app({ sql: pool, recordAudit });
    // A statement that the connection does not know yet goes out alone.
    expect((await call("POST", "/notes/a", { headers: { "Idempotency-Key": '"1"' } })).status).toBe(200);
    seen.length = 0;
    expect((await call("POST", "/notes/b", { headers: { "Idempotency-Key": '"2"' } })).status).toBe(200);
    await pool.end();
    expect(seen.filter((line) => !line.startsWith("select pg_try") && !line.startsWith("select fingerprint"))).toEqual([
      "begin",
      "insert into notes",
      "insert into idempotency_keys",
      "insert into audit_events",
      "commit",
      "the row is written",
      "select pg_snapshot_xmin(pg_current_snapshot())::text as",
    ]);
  });

  test.each([
    ["in the pipeline's transaction", "pipeline", inserting],
    [
      "in the handler's own",
      "handler",
      (ctx, input) => ctx.transaction((tx) => Promise.resolve(inserting({ ...ctx, sql: tx } as never, input))),
    ],
  ] as [string, "pipeline" | "handler", TestHandler][])(
    "is on disk when it is answered, %s",
    async (_, transaction, handler) => {
      const name = new URL(database.url).pathname.slice(1);
      await sql`alter database ${sql(name)} set synchronous_commit = on`;
      const pool = database.connect({ max: 2 });
      await sql`grant insert on notes to groundwork_app`;
      const { call } = app({ sql: pool }, handler, { transaction });
      for (let id = 0; id < 10; id++) {
        const [before] = await sql`select pg_current_wal_insert_lsn() as at`;
        expect((await call("POST", `/notes/${id}`)).status).toBe(200);
        const [row] = await sql`select pg_current_wal_flush_lsn() > ${before!.at}::pg_lsn as flushed`;
        expect(row).toEqual({ flushed: true });
      }
      await pool.end();
      await sql`alter database ${sql(name)} reset synchronous_commit`;
    },
  );

  const impossible: Record<string, AppOptions["recordAudit"]> = {
    "PostgreSQL refuses": async (transaction) => void (await transaction`select 1 / 0`),
    "it fails before it is sent": async () => Promise.reject(new Error("no row")),
  };
  test.each(Object.entries(impossible))("that cannot be written undoes the change: %s", async (_, recordAudit) => {
    let followed = 0;
    const { call } = app({ recordAudit: recordAudit! }, async (ctx, input) => {
      ctx.afterCommit(() => followed++);
      return inserting(ctx, input);
    });
    for (const id of ["a", "b"]) expect((await call("POST", `/notes/${id}`)).status).toBe(500);
    expect([await count("notes"), await count("audit_events"), followed]).toEqual([0, 0, 0]);
    const [row] = await sql`
      select count(*)::int as open from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`;
    expect(row).toEqual({ open: 0 });
  });

  test("stands where nobody can tell whether it is on disk: no success is answered, and what follows a commit happens", async () => {
    const [flush] = await sql`
      select oid::regprocedure::text as name from pg_proc
      where proname = 'pg_logical_emit_message' and proargtypes[2] = 'text'::regtype`;
    await sql.unsafe(`revoke execute on function ${flush!.name} from public`);
    const pool = database.connect({ max: 1 });
    let followed = 0;
    const { call } = app({ sql: pool }, async (ctx, input) => {
      ctx.afterCommit(() => followed++);
      return inserting(ctx, input);
    });
    expect((await call("POST", "/notes/a")).status).toBe(500);
    await pool.end();
    await sql.unsafe(`grant execute on function ${flush!.name} to public`);
    expect([await count("notes"), await count("audit_events"), followed]).toEqual([1, 1, 1]);
  });
});

describe("waiting for the disk", () => {
  function flushes() {
    const started: PromiseWithResolvers<void>[] = [];
    const flush = sharedFlush(() => {
      started.push(Promise.withResolvers<void>());
      return started.at(-1)!.promise;
    });
    return { started, flush };
  }

  test("those who come while one waits share the next wait, and none joins one that has begun", async () => {
    const { started, flush } = flushes();
    const first = flush();
    const others = [flush(), flush(), flush()];
    expect(started).toHaveLength(1);
    started[0]!.resolve();
    await first;
    expect(started).toHaveLength(2);
    started[1]!.resolve();
    await Promise.all(others);
    expect(started).toHaveLength(2);
  });

  test("fails for those who waited, and not for the next", async () => {
    const { started, flush } = flushes();
    const [first, second] = [flush(), flush()];
    started[0]!.reject(new Error("no disk"));
    await expect(first).rejects.toThrow("no disk");
    started[1]!.resolve();
    await second;
    const third = flush();
    started[2]!.resolve();
    await third;
  });
});
