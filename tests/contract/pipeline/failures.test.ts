import { afterAll, describe, expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import { openTestDatabase } from "../../support/database";
import {
  type AppGiven,
  answer,
  anyJson,
  checked,
  json,
  noteBody,
  operation,
  type TestHandler,
  testApp,
} from "./support";

const database = await openTestDatabase();
const sql = database.connect({ max: 2, asOwner: true });
await sql`create table notes (id text primary key)`;
afterAll(async () => {
  await sql.end();
  await database.close();
});

const WORDS = "words that nobody outside may read";
const fail = (): never => {
  throw new Error(WORDS);
};
const reject = () => Promise.reject(new Error(WORDS));
const failing = { schema: Type.Unknown(), check: fail };

const everything = {
  security: [{ session: [] }],
  body: noteBody,
  policy: {
    rateLimit: { name: "notes", address: { count: 9, perSeconds: 1 }, caller: { count: 9, perSeconds: 1 } },
    idempotency: "required",
    audit: { event: "note.changed", fields: [], answers: {}, problems: {} },
  },
} as const;

const save: TestHandler = async (ctx) => {
  await ctx.sql`insert into notes (id) values (${ctx.requestId})`;
  return { status: 200, body: {} };
};

interface Broken {
  handler?: TestHandler;
  given?: AppGiven;
  described?: Parameters<typeof operation>[3];
}

const limited = (key: string, take: () => never | Promise<never>) => ({
  rateLimits: {
    take: (name: string) =>
      name.startsWith(key) ? take() : { allowed: true, remaining: 1, resetMs: 0, retryAfterMs: 0 },
  },
});

/** By the stage that fails. */
const STAGES: Record<string, Broken> = {
  "the address limit": { given: limited("notes-address", fail) },
  "the address limit, later": { given: limited("notes-address", reject) },
  authentication: { given: { authenticators: { session: fail } } },
  "authentication, later": { given: { authenticators: { session: reject } } },
  "the caller limit": { given: limited("notes-caller", fail) },
  "the caller limit, later": { given: limited("notes-caller", reject) },
  validation: {
    described: {
      body: { required: true, content: { "application/json": { kind: "json", body: failing, defaults: false } } },
    },
  },
  "the handler": { handler: fail },
  "the handler, later": { handler: reject },
  "a query": { handler: (ctx) => ctx.sql`select ${WORDS} from nowhere` },
  "a service": {
    given: {
      services: {
        get mailer() {
          return fail();
        },
      },
    },
    handler: (ctx) => (ctx as unknown as { mailer: unknown }).mailer,
  },
  "the response check": {
    described: { answers: { 200: answer({ "application/json": { kind: "json", body: failing, defaults: false } }) } },
  },
  serialization: {
    handler: async (ctx) => ({ ...((await save(ctx, {} as never)) as object), body: { big: 1n } }),
    described: { answers: { 200: anyJson } },
  },
  "serialization, by the value's own word": {
    handler: () => ({ status: 200, body: { toJSON: fail } }),
    described: { answers: { 200: answer({ "application/json": json(Type.Any()) }) } },
  },
  "the audit row": { given: { recordAudit: reject } },
  "a header that HTTP does not allow": {
    handler: async (ctx) => ({ ...((await save(ctx, {} as never)) as object), headers: { "X-Note": `a\r\n${WORDS}` } }),
    described: {
      answers: {
        200: answer(
          { "application/json": json(Type.Any()) },
          { "X-Note": { required: false, value: checked(Type.String()) } },
        ),
      },
    },
  },
};

describe.each(Object.entries(STAGES))("a failure in %s", (_, { handler = save, given = {}, described = {} }) => {
  const app = () =>
    testApp([[operation("note", "POST", "/notes", { ...everything, ...described }), handler]], { sql, ...given });
  const headers = { Authorization: "Bearer u1", "Idempotency-Key": '"k"' };

  test("is a 500 without a word of it, one log line with the cause, nothing written, and the next request is served", async () => {
    const { call, lines } = app();
    for (const _ of [1, 2]) {
      const answered = await call("POST", "/notes", { headers, json: { text: "x" } });
      expect([answered.status, answered.body.code]).toEqual([500, "internal"]);
      expect(answered.text + JSON.stringify([...answered.headers])).not.toContain("nobody outside");
    }
    expect(lines.filter(({ message }) => message === "request")).toEqual([
      expect.objectContaining({
        level: "error",
        status: 500,
        cause: expect.objectContaining({ type: expect.any(String) }),
      }),
      expect.objectContaining({ level: "error", status: 500 }),
    ]);
    const [kept] = await sql<{ notes: number; events: number; keys: number; open: number }[]>`
      select (select count(*)::int from notes) as notes, (select count(*)::int from audit_events) as events,
        (select count(*)::int from idempotency_keys) as keys,
        (select count(*)::int from pg_stat_activity
          where datname = current_database() and state like 'idle in transaction%') as open`;
    expect(kept).toEqual({ notes: 0, events: 0, keys: 0, open: 0 });
  });
});
