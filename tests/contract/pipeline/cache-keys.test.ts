/** Who may share an answer, and what tells two apart. */
import { describe, expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import type { Caller } from "#contract/context";
import type { Operation } from "#contract/operation";
import type { ParameterGiven } from "./caching";
import { cacheStatus, cachingApp, kept } from "./caching";
import { answer, json, pathParameter, problem, type TestHandler } from "./support";

const OURS = "0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d";
const THEIRS = "0199d1a0-4444-7a52-8f11-3f0f6a1b2c3d";
const ADA = { scheme: "session", subject: "ada", scopes: ["note:read"] };

type Sent = Readonly<Record<string, unknown>>;

const NOBODY = { address: "", userAgent: null, requestId: expect.any(String), trace: expect.anything() };

/** Tokens say all that there is to know of a caller. */
const tokenOf = (caller: Sent) => Buffer.from(JSON.stringify(caller)).toString("base64url");
const as = (caller: Sent, headers = {}) => ({ headers: { Authorization: `Bearer ${tokenOf(caller)}`, ...headers } });
function callerOf(token: string): Caller {
  const { scopes, ...seen } = JSON.parse(Buffer.from(token, "base64url").toString());
  return { ...seen, scopes: new Set(scopes) };
}

/** Says all that it was given, so that two who get the same answer are known to be the same to it. */
const everything: TestHandler = ({ caller, client }, input) => ({
  status: 200,
  body: { caller: caller && { ...caller, scopes: [...caller.scopes] }, client: { ...client }, input },
});

const query = (name: string, schema = Type.String()): ParameterGiven => ({
  name,
  in: "query",
  required: false,
  type: "string",
  schema,
});
const secured = { security: [{ session: ["note:read"] }] };

/** Each is asked for twice: the first time it is made, and the second time it is the same. */
async function tellsApart(
  app: Awaited<ReturnType<typeof cachingApp>>,
  asked: readonly [string, Sent?][],
): Promise<void> {
  const { call, cache } = app;
  const seen: string[] = [];
  for (const [path, init = {}] of asked) {
    const [first, second] = [await call("GET", path, init), await call("GET", path, init)];
    expect([path, first.status, cacheStatus(first), cacheStatus(second)]).toEqual([
      path,
      200,
      "groundwork; fwd=miss; stored",
      "groundwork; hit",
    ]);
    expect(second.text).toBe(first.text);
    seen.push(first.text);
  }
  expect(cache.answers.counts.entries).toBe(asked.length);
  for (const [n, [path, init = {}]] of asked.entries()) expect((await call("GET", path, init)).text).toBe(seen[n]!);
}

describe("answers to everybody", () => {
  const open = (parameters: ParameterGiven[] = [], path = "/things") =>
    cachingApp([[kept({ path, parameters }), everything]]);

  test("are shared whoever asks, from wherever, and hold nothing of who asked first", async () => {
    const { call } = await open();
    const first = await call("GET", "/things", as(ADA, { "User-Agent": "a browser", "X-Forwarded-For": "10.0.0.1" }));
    const second = await call("GET", "/things");
    expect([cacheStatus(second), second.text]).toEqual(["groundwork; hit", first.text]);
    expect(first.body.caller).toBeNull();
    expect(first.body.client).toEqual(NOBODY);
  });

  test("differ by path, however it is written", async () => {
    const app = await open([pathParameter("id")], "/things/{id}");
    const ids = ["a", "A", "a%22%2C%22b", "__proto__", "null", "%E2%80%A8", "a%20", "%F0%9F%98%80"];
    await tellsApart(
      app,
      ids.map((id) => [`/things/${id}`]),
    );
  });

  test("differ by query: values that imitate a key's own punctuation, and what stands in another parameter", async () => {
    const list: ParameterGiven = {
      name: "l",
      in: "query",
      required: false,
      type: "list",
      items: "string",
      schema: Type.Array(Type.String()),
    };
    const app = await open([query("a"), query("b"), list]);
    const said = [
      "",
      "a=",
      "b=",
      "a=null",
      "a=x&b=y",
      "a=y&b=x",
      "a=x%22%2C%22b%22%3A%22y",
      "a=x%22%7D%2C%22b%22%3A%22y",
      "a=%5C",
      "a=%5C%5C",
      "l=a&l=b",
      "l=a%2Cb",
      "l=a%22%2C%22b",
      "l=",
      "l=&l=",
      "a=1",
      "a=01",
      "a=%EF%BF%BD",
      "a=%C3%A9",
      "a=e%CC%81",
    ];
    await tellsApart(
      app,
      said.map((each) => [`/things?${each}`]),
    );
  });

  test("differ by numbers and booleans", async () => {
    const of = (name: string, type: "number" | "boolean", schema: ParameterGiven["schema"]): ParameterGiven => ({
      name,
      in: "query",
      required: false,
      type,
      schema,
    });
    const app = await open([of("n", "number", Type.Number()), of("yes", "boolean", Type.Boolean())]);
    const said = ["n=0", "n=1", "n=-1", "n=0.1", "n=0.30000000000000004", "yes=true", "yes=false", "n=1&yes=true"];
    await tellsApart(
      app,
      said.map((each) => [`/things?${each}`]),
    );
    for (const infinite of [`n=${"9".repeat(400)}`, `n=-${"9".repeat(400)}`])
      expect((await app.call("GET", `/things?${infinite}`)).status).toBe(422);
  });

  test("differ by page: its limit, its cursor, and what else is asked for", async () => {
    const limit: ParameterGiven = {
      name: "limit",
      in: "query",
      required: false,
      type: "integer",
      default: 3,
      schema: Type.Integer({ minimum: 1, maximum: 5 }),
    };
    const operation = kept({
      parameters: [limit, query("cursor"), query("q")],
      policy: { page: { maximum: 5, default: 3 } },
    });
    const rows = Array.from({ length: 9 }, (_, n) => ({ at: "2026-11-24T09:00:00.000000Z", id: `${n}` }));
    const listing: TestHandler = (ctx, { page, query: { q } }) => {
      const from = page.after === null ? 0 : Number(page.after.id) + 1;
      const { items, nextCursor } = ctx.page(
        rows.slice(from, from + page.limit + 1),
        ({ id }) => `${q} ${id}`,
        (row) => row,
      );
      return { status: 200, body: { items, nextCursor } };
    };
    const app = await cachingApp([[operation, listing]]);
    const { nextCursor } = (await cachingApp([[operation, listing]]).then(({ call }) => call("GET", "/things"))).body;
    await tellsApart(app, [
      ["/things"],
      ["/things?limit=2"],
      [`/things?cursor=${nextCursor}`],
      [`/things?cursor=${nextCursor}&limit=2`],
      ["/things?q=x"],
    ]);
    // What is said and what is meant without saying it are the same page.
    expect(cacheStatus(await app.call("GET", "/things?limit=3"))).toBe("groundwork; hit");
    const link = (await app.call("GET", "/things")).headers.get("link");
    expect(link).toBe(`</things?cursor=${nextCursor}>; rel="next"`);
  });

  test("differ by header and cookie parameters, and by no other field", async () => {
    const declared = (name: string, where: "header" | "cookie"): ParameterGiven => ({ ...query(name), in: where });
    const app = await open([declared("X-Language", "header"), declared("theme", "cookie")]);
    const sent = (headers: Record<string, string>): [string, Sent] => ["/things", { headers }];
    await tellsApart(app, [
      sent({}),
      sent({ "X-Language": "en" }),
      sent({ "X-Language": "en, theme" }),
      sent({ Cookie: "theme=en" }),
      sent({ Cookie: "theme=dark", "X-Language": "en" }),
    ]);
    const others = { "X-Other": "1", "Accept-Language": "fr", Cookie: "other=1", Accept: "application/json" };
    expect(cacheStatus(await app.call("GET", "/things", { headers: others }))).toBe("groundwork; hit");
  });

  test("differ by operation", async () => {
    const app = await cachingApp([
      [kept({ id: "a", path: "/a" }), () => ({ status: 200, body: "a" })],
      [kept({ id: "b", path: "/b" }), () => ({ status: 200, body: "b" })],
    ]);
    await tellsApart(app, [["/a"], ["/b"]]);
  });
});

describe("answers to one caller", () => {
  const mine = (more: Parameters<typeof kept>[0] = {}) =>
    cachingApp([[kept({ ...secured, ...more }), everything]], { authenticators: { session: callerOf } });

  test("differ by all that a handler could see of them", async () => {
    const differing = [
      {},
      { subject: "bob" },
      { subject: 'ada","session:1' },
      { sessionId: "1" },
      { sessionId: "2" },
      { sessionId: 1 },
      { impersonatedBy: null },
      { impersonatedBy: "root" },
      { actor: "root" },
      { transport: "cookie" },
      { authenticatedAtMs: 1 },
      { authenticatedAtMs: 2 },
      { isVerified: true },
      { isVerified: false },
      { scopes: ["note:read", "note:write"] },
      { scopes: ["note:read", "profile:read"] },
      { sessionId: "1", deviceId: "2" },
      { sessionId: "2", deviceId: "1" },
    ];
    await tellsApart(
      await mine(),
      differing.map((more) => ["/things", as({ ...ADA, ...more })]),
    );
  });

  test("differ by the scheme of the credential", async () => {
    const either: { security: Operation["security"] } = {
      security: [{ session: ["note:read"] }, { key: ["note:read"] }],
    };
    const app = await cachingApp([[kept(either), everything]]);
    await tellsApart(app, [
      ["/things", { headers: { Authorization: "Bearer ada note:read" } }],
      ["/things", { headers: { "X-Key": "ada note:read" } }],
    ]);
  });

  test("are the same in whatever order the scopes were granted", async () => {
    const { call } = await mine();
    const granted = (...scopes: string[]) => call("GET", "/things", as({ ...ADA, scopes }));
    await granted("note:read", "a");
    expect(cacheStatus(await granted("a", "note:read"))).toBe("groundwork; hit");
  });

  test.each([
    ["an object", { roles: ["owner"] }],
    ["a list", [1]],
    ["a date", new Date(0)],
    ["a function", () => "owner"],
    ["a symbol", Symbol("owner")],
    ["a bigint", 1n],
    ["no number", Number.NaN],
    ["an endless number", Number.POSITIVE_INFINITY],
  ])("are not kept where the caller has %s, which no key holds", async (_, value) => {
    let runs = 0;
    const { call, cache } = await cachingApp([[kept(secured), () => ({ status: 200, body: ++runs })]], {
      authenticators: { session: (token) => ({ ...callerOf(token), more: value }) },
    });
    for (const run of [1, 2]) {
      const answered = await call("GET", "/things", as(ADA));
      expect([answered.body, cacheStatus(answered)]).toEqual([run, "groundwork; fwd=bypass"]);
    }
    expect(cache.answers.counts.entries).toBe(0);
  });

  test("run on for nobody: who goes away takes a bypassed making along", async () => {
    const leaving = new AbortController();
    const aborted = Promise.withResolvers<void>();
    const began = Promise.withResolvers<void>();
    const waiting: TestHandler = ({ signal }) => {
      signal.addEventListener("abort", () => aborted.resolve());
      began.resolve();
      return aborted.promise.then(() => ({ status: 200, body: {} }));
    };
    const { fetch } = await cachingApp([[kept(secured), waiting]], {
      authenticators: { session: (token) => ({ ...callerOf(token), more: {} }) },
    });
    const answered = fetch("GET", "/things", { ...as(ADA), signal: leaving.signal });
    await began.promise;
    leaving.abort();
    await aborted.promise;
    expect((await answered).status).toBe(503);
  });
});

describe("answers of an organization", () => {
  const path = "/organizations/{organizationId}/notes";
  const organizationId: ParameterGiven = { ...pathParameter("organizationId"), type: "uuid" };
  const notes = kept({ ...secured, path, organizationScoped: true, parameters: [organizationId] });
  /** Who belongs where, with which scopes: changed by tests. */
  function organizations(handler: TestHandler = everything) {
    const members = new Map<string, readonly string[]>();
    const enter = (caller: Caller, organizationId: string) => {
      const scopes = members.get(`${caller.subject} ${organizationId}`);
      return scopes && { ...caller, scopes: new Set(scopes) };
    };
    const app = cachingApp([[notes, handler]], { authenticators: { session: callerOf }, members: enter });
    return app.then((made) => ({ ...made, members }));
  }
  const at = (organizationId: string) => `/organizations/${organizationId}/notes`;
  const bob = { ...ADA, subject: "bob", sessionId: "2", impersonatedBy: "root" };

  test("are shared by all members with the same scopes, and hold nothing of who asked first but those", async () => {
    const { call, members } = await organizations();
    for (const name of ["ada", "bob"]) members.set(`${name} ${OURS}`, ["note:read"]);
    const first = await call("GET", at(OURS), as({ ...ADA, sessionId: "1", email: "ada@example.com" }));
    expect(first.body).toMatchObject({
      caller: { scheme: "", subject: "", scopes: ["note:read"] },
      client: NOBODY,
    });
    expect(Object.keys(first.body.caller).sort()).toEqual(["scheme", "scopes", "subject"]);
    const second = await call("GET", at(OURS.toUpperCase()), as(bob));
    expect([cacheStatus(second), second.text]).toEqual(["groundwork; hit", first.text]);
  });

  test("differ by organization and by scopes", async () => {
    const app = await organizations();
    app.members.set(`ada ${OURS}`, ["note:read"]);
    app.members.set(`ada ${THEIRS}`, ["note:read"]);
    app.members.set(`bob ${OURS}`, ["note:read", "note:all"]);
    await tellsApart(app, [
      [at(OURS), as(ADA)],
      [at(THEIRS), as(ADA)],
      [at(OURS), as(bob)],
    ]);
  });

  test("are not the wider ones any more once somebody's scopes shrink, with the same token", async () => {
    const { call, members } = await organizations((ctx) => ({
      status: 200,
      body: { secrets: ctx.caller!.scopes.has("note:all") },
    }));
    members.set(`ada ${OURS}`, ["note:read", "note:all"]);
    expect((await call("GET", at(OURS), as(ADA))).body).toEqual({ secrets: true });
    members.set(`ada ${OURS}`, ["note:read"]);
    expect((await call("GET", at(OURS), as(ADA))).body).toEqual({ secrets: false });
  });

  test("are none for who is refused before: no member, no scope, no credential, too many calls", async () => {
    const { call, members, cache } = await organizations();
    members.set(`ada ${OURS}`, ["note:read"]);
    const made = await call("GET", at(OURS), as(ADA));
    const refusals = [
      [at(OURS), {}, 401],
      [at(OURS), as(bob), 404],
      [at(THEIRS), as(ADA), 404],
    ] as const;
    for (const [where, init, status] of refusals) {
      const refused = await call("GET", where, init);
      expect([refused.status, cacheStatus(refused), refused.headers.get("age"), refused.headers.get("etag")]).toEqual([
        status,
        null,
        null,
        null,
      ]);
      expect(refused.text).not.toContain("note:read");
    }
    members.set(`ada ${OURS}`, []);
    expect((await call("GET", at(OURS), as(ADA))).status).toBe(403);
    members.delete(`ada ${OURS}`);
    const tag = made.headers.get("etag")!;
    expect((await call("GET", at(OURS), as(ADA, { "If-None-Match": tag }))).status).toBe(404);
    expect(cache.answers.counts).toMatchObject({ hits: 0, entries: 1 });
  });

  test("are none for who calls too often, by the address or by the caller", async () => {
    const refused = new Set<string>();
    const rateLimits = {
      take: (key: string) => ({ allowed: !refused.has(key.split(" ")[0]!), remaining: 1, resetMs: 1, retryAfterMs: 1 }),
    };
    const limit = { count: 1, perSeconds: 1 };
    const policy = { rateLimit: { name: "notes", address: limit, caller: limit } };
    const { call } = await cachingApp([[kept({ ...secured, policy }), everything]], { rateLimits });
    const asked = { headers: { Authorization: "Bearer ada note:read" } };
    await call("GET", "/things", asked);
    for (const key of ["notes-address", "notes-caller"]) {
      refused.add(key);
      const answered = await call("GET", "/things", asked);
      expect([answered.status, cacheStatus(answered)]).toEqual([429, null]);
      refused.clear();
    }
    expect(cacheStatus(await call("GET", "/things", asked))).toBe("groundwork; hit");
  });

  test("are none for an input that the contract forbids, or an Accept that nothing fits", async () => {
    const { call } = await cachingApp([
      [
        kept({ parameters: [query("q")], answers: { 200: answer({ "application/json": json(Type.Unknown()) }) } }),
        everything,
      ],
    ]);
    await call("GET", "/things");
    expect((await call("GET", "/things?x=1")).status).toBe(422);
    expect((await call("GET", "/things", { headers: { Accept: "text/html" } })).status).toBe(406);
  });

  test("that are refused by the handler tell nobody else anything", async () => {
    const { call, members, cache } = await organizations(() => problem("undeclared"));
    members.set(`ada ${OURS}`, ["note:read"]);
    await call("GET", at(OURS), as(ADA));
    expect(cache.answers.counts.entries).toBe(0);
  });
});
