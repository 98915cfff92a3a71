/** Entity tags, and what an answer says of being kept. */
import { describe, expect, test } from "bun:test";
import type { CachePolicy } from "#contract/operation";
import { cacheStatus, cachingApp, countingHandler, heldHandler, KNOWN_CODINGS, kept, received } from "./caching";
import { cachePolicy, operation, problem, type TestHandler, testApp } from "./support";

const BOOK = { lines: Array.from({ length: 200 }, (_, n) => `line ${n}`) };
const DIGEST = "[A-Za-z0-9_-]{22}";
const secured = { security: [{ session: [] }] };
const bearer = { Authorization: "Bearer ada" };
const CODINGS = ["identity", ...KNOWN_CODINGS];

/** Answers with whatever `body` is now, and counts. */
function changing(given: Parameters<typeof kept>[0] = {}, etag?: number) {
  const state = { body: BOOK as unknown, runs: 0, etag };
  const handler: TestHandler = () => {
    state.runs++;
    return { status: 200, body: state.body, ...(state.etag !== undefined && { etag: state.etag }) };
  };
  const policy = { compress: true, ...given.policy };
  return cachingApp([[kept({ ...given, policy }), handler]]).then((app) => {
    const get = (headers: Record<string, string> = {}, method = "GET") =>
      received(app.fetch(method, "/things", { headers }));
    const tagIn = async (coding: string) => (await get({ "Accept-Encoding": coding })).headers.get("etag")!;
    return { ...app, state, get, tagIn };
  });
}

describe("an entity tag", () => {
  test.each([
    ["of the bytes", undefined, `"${DIGEST}`],
    ["of the version and the bytes", 7, `"7\\.${DIGEST}`],
  ])("is strong, %s, and another one in each coding", async (_, version, pattern) => {
    for (const keepMs of [null, 60_000]) {
      const { tagIn } = await changing({ cache: { keepMs } }, version);
      const tags = [];
      for (const coding of CODINGS) tags.push(await tagIn(coding));
      for (const [n, coding] of CODINGS.entries())
        expect(tags[n]).toMatch(new RegExp(`^${pattern}${n === 0 ? "" : `-${coding}`}"$`));
      expect(new Set(tags).size).toBe(CODINGS.length);
    }
  });

  test("is the same of the same bytes, kept or made anew, by whichever process", async () => {
    const [one, other, unkept] = [await changing(), await changing(), await changing({ cache: { keepMs: null } })];
    const tags = [await one.tagIn("br"), await one.tagIn("br"), await other.tagIn("br"), await unkept.tagIn("br")];
    expect(new Set(tags).size).toBe(1);
  });

  test("is another one of other bytes, though the version says that nothing changed", async () => {
    const { tagIn, state, cache } = await changing({}, 7);
    const before = await tagIn("identity");
    state.body = { ...BOOK, more: true };
    cache.answers.forgetAll();
    expect(await tagIn("identity")).not.toBe(before);
  });

  test("is on every answer of such an operation, however it is made, and on none where the contract has no validator", async () => {
    const { get } = await changing({ cache: { validator: "none", keepMs: null } });
    expect((await get()).headers.get("etag")).toBeNull();
    for (const body of ["x", "x".repeat(100_000), null, 0, []]) {
      const app = await changing();
      app.state.body = body;
      expect((await app.get()).headers.get("etag")).toMatch(new RegExp(`^"${DIGEST}"$`));
    }
  });
});

describe("If-None-Match", () => {
  test("that names what would be sent gives 304 without the handler", async () => {
    const { get, tagIn, state } = await changing();
    for (const coding of CODINGS) {
      const tag = await tagIn(coding);
      for (const sent of [
        tag,
        `W/${tag}`,
        `"other", ${tag}`,
        `${tag},"other"`,
        ` ${tag} `,
        `"a" , W/${tag} , "b"`,
        "*",
        " * ",
      ]) {
        const answered = await get({ "Accept-Encoding": coding, "If-None-Match": sent });
        expect([sent, answered.status, answered.text, answered.headers.get("etag")]).toEqual([sent, 304, "", tag]);
      }
    }
    expect(state.runs).toBe(1);
  });

  test("that names another coding, another version or nothing of ours gives 200", async () => {
    const { get, tagIn } = await changing();
    const tags = new Map<string, string>();
    for (const coding of CODINGS) tags.set(coding, await tagIn(coding));
    for (const coding of CODINGS) {
      const others = [...tags].filter(([each]) => each !== coding).map(([, tag]) => tag);
      const own = tags.get(coding)!;
      for (const sent of [
        others.join(", "),
        own.slice(1),
        own.slice(0, -1),
        own.replaceAll('"', ""),
        own.toUpperCase(),
        `w/${own}`,
        '""',
        "",
        `"${own}"`,
        '"*"',
      ]) {
        const answered = await get({ "Accept-Encoding": coding, "If-None-Match": sent });
        expect([coding, sent, answered.status]).toEqual([coding, sent, 200]);
      }
    }
  });

  test("is 304 after a change that changed nothing, and 200 after one that did", async () => {
    const { get, tagIn, state, changed } = await changing({ cache: { tags: [{ name: "members", of: "everybody" }] } });
    const tag = await tagIn("gzip");
    const again = () => get({ "Accept-Encoding": "gzip", "If-None-Match": tag });
    await changed("members");
    expect([(await again()).status, state.runs]).toEqual([304, 2]);
    state.body = [];
    await changed("members");
    expect([(await again()).status, state.runs]).toEqual([200, 3]);
  });

  test("gives an answer with the headers that tell what is kept how long, and none of what is not sent", async () => {
    const { get } = await changing({ ...secured, cache: { maxAgeSeconds: 60 } });
    const headers = { ...bearer, "Accept-Encoding": "gzip" };
    const tag = (await get(headers)).headers.get("etag")!;
    const answered = await get({ ...headers, "If-None-Match": tag });
    expect(answered.status).toBe(304);
    expect(Object.fromEntries(answered.headers)).toMatchObject({
      etag: tag,
      "cache-control": "private, max-age=60",
      vary: "Accept-Encoding, Authorization, Cookie",
      "cache-status": "groundwork; hit",
      age: "0",
    });
    for (const absent of ["content-encoding", "content-type", "content-length"])
      expect([absent, answered.headers.get(absent)]).toEqual([absent, null]);
    expect(answered.bytes.byteLength).toBe(0);
  });

  test("is no way past a refusal", async () => {
    const { get } = await changing(secured);
    await get(bearer);
    const answered = await get({ "If-None-Match": "*" });
    expect([answered.status, answered.headers.get("etag"), answered.headers.get("cache-control")]).toEqual([
      401,
      null,
      "no-store",
    ]);
  });
});

describe("If-Match", () => {
  const digest = "A".repeat(22);
  const noted = (handler: TestHandler) =>
    testApp([
      [operation("put", "PUT", "/things", { policy: { precondition: "required", transaction: "handler" } }), handler],
    ]);
  const versions = () => {
    const seen: unknown[] = [];
    const { call } = noted((_, { ifMatch }) => {
      seen.push(ifMatch);
      return problem("taken");
    });
    const put = (tag: string) => call("PUT", "/things", { headers: { "If-Match": tag } });
    return { seen, put };
  };

  test.each([
    '"7"',
    ` "7" `,
    `"7.${digest}"`,
    `"7.${digest}-br"`,
    `"7.${digest}-gzip"`,
    `"7.${digest}-zstd"`,
    '"7-gzip"',
  ])("takes the version out of %p", async (tag) => {
    const { seen, put } = versions();
    await put(tag);
    expect(seen).toEqual([7]);
  });

  test("takes the version out of what GET gave, in every coding", async () => {
    const { tagIn } = await changing({}, 123456789012345);
    for (const coding of CODINGS) {
      const { seen, put } = versions();
      await put(await tagIn(coding));
      expect(seen).toEqual([123456789012345]);
    }
  });

  test.each([
    "*",
    "7",
    '"',
    '""',
    'W/"7"',
    `W/"7.${digest}"`,
    '"7", "8"',
    '"7","7"',
    '"07"',
    '"-7"',
    '"+7"',
    '"7.0"',
    '"7e1"',
    '"0x7"',
    '"1234567890123456"',
    '" 7"',
    `"${digest}"`,
    `"${digest}-br"`,
    `".${digest}"`,
    '"7."',
    `"7.${digest.slice(1)}"`,
    `"7.${digest}A"`,
    `"7.${digest.slice(1)}!"`,
    `"7.${digest}-"`,
    `"7.${digest}-deflate"`,
    `"7.${digest}-identity"`,
    `"7.${digest}-BR"`,
    `"7.${digest}-br-br"`,
    `"7-br.${digest}"`,
    `"7.${digest}.${digest}"`,
    '"٧"',
    "'7'",
  ])("refuses %p with 412, before the handler runs", async (tag) => {
    const { seen, put } = versions();
    const answered = await put(Buffer.from(tag).toString("latin1"));
    expect([answered.status, answered.body.code, seen.length]).toEqual([412, "precondition_failed", 0]);
  });
});

describe("Cache-Control", () => {
  const headersOf = async (cache: Partial<CachePolicy>, given: Parameters<typeof operation>[3] = {}, sent = {}) => {
    const policy = { cache: cachePolicy(cache), ...given.policy };
    const { call } = testApp([
      [operation("things", "GET", "/things", { ...given, policy }), () => ({ status: 200, body: {} })],
    ]);
    return (await call("GET", "/things", { headers: sent })).headers;
  };

  test.each<[Partial<CachePolicy>, string]>([
    [{}, "private, no-cache"],
    [{ maxAgeSeconds: 60 }, "private, max-age=60"],
    [{ scope: "public" }, "public, no-cache"],
    [{ scope: "public", maxAgeSeconds: 300 }, "public, max-age=300"],
    [{ scope: "public", maxAgeSeconds: 300, sharedMaxAgeSeconds: 3_600 }, "public, max-age=300, s-maxage=3600"],
    [{ scope: "public", sharedMaxAgeSeconds: 3_600 }, "public, max-age=0, s-maxage=3600"],
    [{ scope: "public", maxAgeSeconds: 300, sharedMaxAgeSeconds: 0 }, "public, max-age=300, s-maxage=0"],
  ])("of %p is %p", async (cache, control) => {
    expect((await headersOf(cache)).get("cache-control")).toBe(control);
  });

  test("is no-store where the contract says nothing", async () => {
    const { call } = testApp([[operation("things", "GET", "/things"), () => ({ status: 200, body: {} })]]);
    expect((await call("GET", "/things")).headers.get("cache-control")).toBe("no-store");
  });

  test("goes with every field that a private answer depends on", async () => {
    const scheme = (names: string[]) => ({ security: names.map((name) => ({ [name]: [] })) });
    const compressed = { policy: { compress: true } };
    const varying: [Partial<CachePolicy>, Parameters<typeof operation>[3], object, string | null][] = [
      [{}, scheme(["session"]), bearer, "Authorization, Cookie"],
      [{}, scheme(["session", "sessionCookie", "key"]), bearer, "Authorization, Cookie, X-Key"],
      [{}, scheme(["key"]), { "X-Key": "a program" }, "Authorization, Cookie, X-Key"],
      [{}, { ...scheme(["session"]), ...compressed }, bearer, "Accept-Encoding, Authorization, Cookie"],
      [{}, {}, {}, null],
      [{ scope: "public" }, {}, {}, null],
      [{ scope: "public" }, compressed, {}, "Accept-Encoding"],
    ];
    for (const [cache, given, sent, vary] of varying)
      expect((await headersOf(cache, given, sent)).get("vary")).toBe(vary);
  });

  test("has names beside it under which a network forgets the answer, on public ones only", async () => {
    const tags = [
      { name: "members", of: "everybody" },
      { name: "roles", of: "everybody" },
    ] as const;
    expect((await headersOf({ scope: "public", tags })).get("surrogate-key")).toBe("things members roles");
    expect((await headersOf({ scope: "public" })).get("surrogate-key")).toBe("things");
    expect((await headersOf({ tags })).get("surrogate-key")).toBeNull();
  });

  test("of a problem is no-store, without a word of what is kept", async () => {
    const refused = kept({
      problems: ["taken"],
      policy: { compress: true },
      cache: { scope: "public", maxAgeSeconds: 60 },
    });
    const { call } = await cachingApp([[refused, () => problem("taken")]]);
    for (const [path, status] of [
      ["/things", 409],
      ["/things?x=1", 422],
      ["/nothing", 404],
    ] as const) {
      const answered = await call("GET", path, { headers: { "Accept-Encoding": "gzip", "If-None-Match": "*" } });
      expect([answered.status, answered.headers.get("cache-control")]).toEqual([status, "no-store"]);
      for (const absent of ["age", "cache-status", "content-encoding", "etag", "surrogate-key"])
        expect([absent, answered.headers.get(absent)]).toEqual([absent, null]);
    }
  });
});

describe("Age and Cache-Status", () => {
  test("say of a kept answer that it is one, and how long ago it was known to be current, however old it is", async () => {
    let passedMs = 0;
    const monotonicMs = () => passedMs;
    const { call, clock, cache } = await cachingApp([[kept(), countingHandler().handler]], { monotonicMs });
    const asked = () => call("GET", "/things").then((answered) => [cacheStatus(answered), answered.headers.get("age")]);
    expect(await asked()).toEqual(["groundwork; fwd=miss; stored", null]);
    expect(await asked()).toEqual(["groundwork; hit", "0"]);
    clock.ms += 30_000;
    passedMs += 999;
    expect(await asked()).toEqual(["groundwork; hit", "0"]);
    passedMs += 1;
    expect(await asked()).toEqual(["groundwork; hit", "1"]);
    passedMs += 3_999;
    expect(await asked()).toEqual(["groundwork; hit", "4"]);
    await cache.changes.read();
    expect(await asked()).toEqual(["groundwork; hit", "0"]);
    passedMs += 5_000;
    expect(await asked()).toEqual(["groundwork; fwd=bypass", null]);
  });

  test("say an age in numbers though the database went while the answer was encoded", async () => {
    const { get, told, cache } = await changing();
    await get();
    const waiting = get({ "Accept-Encoding": "br" });
    told.failure = new Error("the database is gone");
    await cache.changes.read().catch(() => {});
    expect(cache.changes.areKnown()).toBe(false);
    const { headers } = await waiting;
    expect([headers.get("cache-status"), headers.get("age")]).toEqual(["groundwork; hit", "5"]);
  });

  test("say who waited for another, who was not stored, and who could not be trusted", async () => {
    const { handler, runs, answer } = heldHandler();
    const { call, cache, told, changed } = await cachingApp([
      [kept({ cache: { tags: [{ name: "members", of: "everybody" }] } }), handler],
    ]);
    const asked = () => call("GET", "/things").then((answered) => [cacheStatus(answered), answered.headers.get("age")]);
    const both = [asked(), asked()];
    while (runs.length === 0) await new Promise(setImmediate);
    await changed("members");
    answer(0, {});
    expect(await Promise.all(both)).toEqual([
      ["groundwork; fwd=miss", null],
      ["groundwork; fwd=miss; collapsed", null],
    ]);
    told.failure = new Error("the database is gone");
    await cache.changes.read().catch(() => {});
    const untrusted = asked();
    while (runs.length === 1) await new Promise(setImmediate);
    answer(1, {});
    expect(await untrusted).toEqual(["groundwork; fwd=bypass", null]);
  });

  test("are what HEAD has of GET, but for what belongs to one request", async () => {
    const own = new Set(["x-request-id", "traceresponse", "content-length", "ratelimit"]);
    const { get, clock } = await changing({ cache: { scope: "public", maxAgeSeconds: 5 } }, 3);
    for (const coding of CODINGS) await get({ "Accept-Encoding": coding });
    clock.ms += 4_000;
    for (const coding of CODINGS) {
      const both = [];
      for (const method of ["HEAD", "GET"]) {
        const { headers, bytes } = await get({ "Accept-Encoding": coding }, method);
        const length = method === "HEAD" ? headers.get("content-length") : String(bytes.byteLength);
        both.push([length, ...[...headers].filter(([name]) => !own.has(name))]);
      }
      expect(both[0]).toEqual(both[1]!);
      expect(both[0]!.flat()).toContain("groundwork; hit");
    }
  });

  test("come with HEAD from the same kept answer as with GET, whichever comes first", async () => {
    const { get, state } = await changing();
    const { headers } = await get({ "Accept-Encoding": "br" }, "HEAD");
    const { headers: got } = await get({ "Accept-Encoding": "br" });
    expect([headers.get("etag"), state.runs]).toEqual([got.get("etag"), 1]);
  });
});
