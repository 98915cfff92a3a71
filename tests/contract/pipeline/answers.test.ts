import { describe, expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import { MAX_TAGS_LENGTH } from "#contract/policy/precondition";
import type { Log } from "#lib/log";
import {
  answer,
  anyJson,
  cachePolicy,
  checked,
  json,
  listening,
  operation,
  pathParameter,
  problem,
  type TestHandler,
  talk,
  testApp,
} from "./support";

const Thing = Type.Object(
  { id: Type.Integer(), tag: Type.Optional(Type.String({ maxLength: 3 })) },
  { additionalProperties: false },
);
const things = (result: unknown, given = {}) =>
  testApp([
    [
      operation("thing", "GET", "/thing", {
        answers: {
          200: answer({ "application/json": json(Thing) }),
          201: answer(
            {},
            {
              Location: { required: true, value: checked(Type.String()) },
              "X-Count": { required: false, value: checked(Type.Integer()) },
            },
          ),
          202: answer({
            "text/plain": { kind: "text", body: checked(Type.String()), defaults: false },
            "application/octet-stream": { kind: "binary", defaults: false },
          }),
          203: answer(
            { "application/json": json(Thing) },
            {
              ETag: { required: true, value: checked(Type.String({ pattern: '^"[!#-~]+"$' })) },
              "Set-Cookie": { required: false, value: checked(Type.Array(Type.String())) },
            },
          ),
          204: answer({}),
        },
        problems: ["taken", "wrong_password"],
        ...given,
      }),
      () => (typeof result === "function" ? result() : result),
    ],
  ]);

describe("answers that the contract declares", () => {
  test("go out as they are", async () => {
    const ok = await things({ status: 200, body: { id: 1 } }).call("GET", "/thing");
    expect([ok.status, ok.text, ok.headers.get("content-type")]).toEqual([200, '{"id":1}', "application/json"]);
    const made = await things({ status: 201, headers: { Location: "/x", "X-Count": 3 } }).call("GET", "/thing");
    expect([made.status, made.text, made.headers.get("location"), made.headers.get("x-count")]).toEqual([
      201,
      "",
      "/x",
      "3",
    ]);
    const empty = await things({ status: 204 }).call("GET", "/thing");
    expect([empty.status, empty.text, empty.headers.get("content-type")]).toEqual([204, "", null]);
    const cookies = { "Set-Cookie": ["a=1; Secure", "b=2"] };
    const tagged = await things({ status: 203, body: { id: 1 }, etag: 7, headers: cookies }).call("GET", "/thing");
    expect([tagged.headers.get("etag"), tagged.headers.getSetCookie()]).toEqual(['"7"', ["a=1; Secure", "b=2"]]);
  });

  test("may be text, bytes or a stream", async () => {
    const text = await things({ status: 202, body: "hällo", contentType: "text/plain" }).call("GET", "/thing");
    expect([text.text, text.headers.get("content-type")]).toEqual(["hällo", "text/plain; charset=utf-8"]);
    const contentType = "application/octet-stream";
    for (const body of [new Uint8Array([104, 105]), new Blob(["hi"]), () => new Blob(["hi"]).stream()]) {
      const result = () => ({ status: 202, contentType, body: typeof body === "function" ? body() : body });
      const bytes = await things(result).call("GET", "/thing");
      expect([bytes.text, bytes.headers.get("content-type")]).toEqual(["hi", contentType]);
    }
  });

  test("a stream that fails halfway resets the connection", async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    let sent = 0;
    const body = new ReadableStream({
      async pull(controller: ReadableStreamDefaultController) {
        if (sent++ === 0) controller.enqueue(Buffer.from("half"));
        else {
          await arrived;
          controller.error(new Error("secret"));
        }
      },
    });
    const { app, lines } = things({ status: 202, contentType: "application/octet-stream", body });
    const heard = await listening(app, (port) =>
      talk(port, `GET /thing HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`, (text) => {
        if (text.includes("half")) arrive();
        return false;
      }),
    );
    expect(heard.text).toContain("half");
    expect(heard.text).not.toContain("\r\n0\r\n\r\n");
    expect(heard.text).not.toContain("secret");
    expect(lines.at(-1)).toMatchObject({
      message: "an answer broke off",
      operation: "thing",
      cause: { message: "secret" },
    });
  });
});

describe("answers that break the contract are our own 500", () => {
  const secret = "a-secret-value";
  test.each([
    ["an undeclared status", { status: 299, body: secret }, "/status"],
    ["no result at all", undefined, "/status"],
    ["a missing field", { status: 200, body: { tag: "x" } }, "/body/id"],
    ["a wrong type", { status: 200, body: { id: secret } }, "/body/id"],
    ["an unknown field", { status: 200, body: { id: 1, more: secret } }, "/body/more"],
    ["a value past its bound", { status: 200, body: { id: 1, tag: secret } }, "/body/tag"],
    ["a missing header", { status: 201 }, "/headers/Location"],
    ["a header of the wrong type", { status: 201, headers: { Location: "/", "X-Count": secret } }, "/headers/X-Count"],
    ["an undeclared header", { status: 201, headers: { Location: "/", "X-More": secret } }, "/headers/X-More"],
    ["a missing ETag", { status: 203, body: { id: 1 } }, "/headers/ETag"],
    ["a body where there is none", { status: 204, body: secret }, "/contentType"],
    ["an undeclared media type", { status: 200, body: secret, contentType: "text/html" }, "/contentType"],
    ["bytes that are none", { status: 202, body: { secret }, contentType: "application/octet-stream" }, "/body"],
  ])("%s: logged with its place and without the data", async (_, result, pointer) => {
    const { call, lines } = things(result);
    const answered = await call("GET", "/thing");
    expect([answered.status, answered.body.code]).toEqual([500, "internal"]);
    expect(answered.text).not.toContain(secret);
    expect(lines[0]).toMatchObject({
      level: "error",
      message: "an answer breaks the contract",
      operation: "thing",
      pointer,
    });
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  test("unless the policy only logs them, or does not look", async () => {
    const wrong = { status: 200, body: { id: "x" } };
    const logged = things(wrong, { policy: { response: "log" } });
    expect((await logged.call("GET", "/thing")).body).toEqual({ id: "x" });
    expect(logged.lines[0]).toMatchObject({ pointer: "/body/id", code: "type" });
    const off = things(wrong, { policy: { response: "off" } });
    expect((await off.call("GET", "/thing")).body).toEqual({ id: "x" });
    expect(off.lines.map(({ message }) => message)).toEqual(["request"]);
  });

  test("a header that HTTP does not allow, too", async () => {
    const answered = await things({ status: 201, headers: { Location: "/\r\nX-Evil: 1" } }).call("GET", "/thing");
    expect([answered.status, answered.headers.get("x-evil")]).toEqual([500, null]);
  });
});

describe("problems", () => {
  test("are RFC 9457 documents with code, instance and request id", async () => {
    const answered = await things(problem("taken", { detail: "Another one has it." })).call("GET", "/thing?", {
      headers: { "X-Request-Id": "mine" },
    });
    expect(answered.headers.get("content-type")).toBe("application/problem+json");
    expect(answered.body).toEqual({
      type: "https://api.example.com/problems/taken",
      title: "Taken",
      status: 409,
      detail: "Another one has it.",
      instance: "/thing",
      code: "taken",
      requestId: answered.headers.get("x-request-id"),
    });
    expect(answered.body.requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
  });

  test("a 401 of a handler's own carries a challenge", async () => {
    const answered = await things(problem("wrong_password")).call("GET", "/thing");
    expect([answered.status, answered.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="api"']);
  });

  test("that the operation does not declare are our 500", async () => {
    const { call, lines } = things(problem("undeclared"));
    expect((await call("GET", "/thing")).status).toBe(500);
    expect(lines[0]).toMatchObject({
      level: "error",
      code: "internal",
      cause: { message: expect.stringContaining("undeclared") },
    });
  });

  test.each([
    [
      "a throw",
      () => {
        throw new Error("secret words");
      },
    ],
    ["a rejection", () => Promise.reject(new TypeError("secret words"))],
    [
      "a thrown string",
      () => {
        throw "secret words";
      },
    ],
    ["a rejection with nothing", () => Promise.reject()],
  ])("%s is a 500 without a word, and one log line with the cause", async (_, fail) => {
    const { call, lines } = things(fail);
    const answered = await call("GET", "/thing");
    expect([answered.status, answered.body.code]).toEqual([500, "internal"]);
    expect(answered.text).not.toContain("secret");
    expect(lines.length).toBe(1);
    expect(lines[0]).toMatchObject({ level: "error", message: "request", status: 500 });
    expect((await call("GET", "/thing")).status).toBe(500);
  });
});

describe("headers of every answer", () => {
  test("keep browsers from doing anything with it", async () => {
    const { call } = things({ status: 200, body: { id: 1 } });
    for (const [method, path] of [
      ["GET", "/thing"],
      ["GET", "/nothing"],
      ["POST", "/thing"],
      ["OPTIONS", "/thing"],
    ] as const) {
      const { headers } = await call(method, path);
      expect(Object.fromEntries(headers)).toMatchObject({
        "cache-control": "no-store",
        "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
        "strict-transport-security": "max-age=63072000; includeSubDomains",
        "x-content-type-options": "nosniff",
        "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
  });

  test("no HSTS where the origin is not https", async () => {
    const { call } = testApp([], { settings: { publicOrigin: "http://localhost:3000" } });
    expect((await call("GET", "/")).headers.get("strict-transport-security")).toBeNull();
  });
});

describe("caching", () => {
  const cached = (scope: "public" | "private", validator: "etag" | "none", result: unknown, security = {}) =>
    things(result, { policy: { cache: cachePolicy({ scope, maxAgeSeconds: 300, validator }) }, ...security });

  test("says the policy, with a strong tag over the bytes, and 304 to who has it", async () => {
    const { call } = cached("public", "etag", { status: 200, body: Object.freeze({ id: 1 }) });
    const first = await call("GET", "/thing");
    const tag = first.headers.get("etag") ?? "";
    expect([first.headers.get("cache-control"), first.headers.get("vary")]).toEqual(["public, max-age=300", null]);
    expect(tag).toMatch(/^"[A-Za-z0-9_-]{22}"$/);
    for (const sent of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const again = await call("GET", "/thing", { headers: { "If-None-Match": sent } });
      expect([again.status, again.text, again.headers.get("etag"), again.headers.get("content-type")]).toEqual([
        304,
        "",
        tag,
        null,
      ]);
    }
    expect((await call("GET", "/thing", { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
    expect((await call("HEAD", "/thing", { headers: { "If-None-Match": tag } })).status).toBe(304);
  });

  test("400 for an If-None-Match that is longer than the published contract says", async () => {
    const { call } = cached("public", "etag", { status: 200, body: { id: 1 } });
    const send = (length: number) => call("GET", "/thing", { headers: { "If-None-Match": "x".repeat(length) } });
    expect((await send(MAX_TAGS_LENGTH)).status).toBe(200);
    expect((await send(MAX_TAGS_LENGTH + 1)).body.code).toBe("bad_request");
  });

  test("private answers vary by credential, and problems are never kept", async () => {
    const security = { security: [{ session: [] }] };
    const { call } = cached("private", "none", { status: 200, body: { id: 1 } }, security);
    const mine = await call("GET", "/thing", { headers: { Authorization: "Bearer u1" } });
    expect([mine.headers.get("cache-control"), mine.headers.get("vary"), mine.headers.get("etag")]).toEqual([
      "private, max-age=300",
      "Authorization, Cookie",
      null,
    ]);
    expect((await call("GET", "/thing")).headers.get("cache-control")).toBe("no-store");
    expect((await cached("public", "etag", problem("taken")).call("GET", "/thing")).headers.get("cache-control")).toBe(
      "no-store",
    );
  });
});

describe("CORS", () => {
  const crossOrigin = () =>
    testApp(
      [
        [
          operation("thing", "GET", "/things/{id}", { parameters: [pathParameter("id")] }),
          () => ({ status: 200, body: {} }),
        ],
        [
          operation("change", "PATCH", "/things/{id}", { parameters: [pathParameter("id")] }),
          () => ({ status: 200, body: {} }),
        ],
      ],
      { settings: { corsOrigins: ["https://app.example.com"] } },
    );

  test("lets the configured origin read, with every list written out", async () => {
    const { call } = crossOrigin();
    const headers = { Origin: "https://app.example.com", "X-Probe": "1" };
    for (const path of ["/things/1", "/nothing"]) {
      const answered = await call("GET", path, { headers });
      expect(Object.fromEntries(answered.headers)).toMatchObject({
        vary: "Origin",
        "access-control-allow-origin": "https://app.example.com",
        "access-control-allow-credentials": "true",
        "access-control-expose-headers":
          "Content-Disposition, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id",
      });
      expect(answered.headers.get("access-control-allow-headers")).not.toContain("probe");
    }
    const preflight = await call("OPTIONS", "/things/1", {
      headers: { ...headers, "Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": "x-evil" },
    });
    expect([preflight.status, preflight.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS, PATCH"]);
    expect(preflight.headers.get("access-control-allow-methods")).toBe("GET, PATCH");
    expect(preflight.headers.get("access-control-allow-headers")).toBe(
      "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match",
    );
    expect(preflight.headers.get("access-control-max-age")).toBe("600");
  });

  test.each([
    "https://evil.example",
    "https://app.example.com.evil.example",
    "http://app.example.com",
    "null",
    "constructor",
    "__proto__",
    "toString",
    "app.example.com",
    "",
  ])("reflects nothing to %p", async (origin) => {
    const { headers } = await crossOrigin().call("GET", "/things/1", { headers: { Origin: origin } });
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(headers.get("vary")).toBe("Origin");
  });
});

describe("the log line", () => {
  const secret = "sekret";
  test("says what happened, and carries no secret", async () => {
    const { call, lines } = testApp([
      [
        operation("note", "POST", "/notes/{id}", {
          parameters: [pathParameter("id")],
          security: [{ session: [] }],
          answers: { 200: anyJson },
        }),
        () => ({ status: 200, body: { a: 1 } }),
      ],
    ]);
    const headers = {
      Authorization: `Bearer u1 ${secret}`,
      Cookie: `a=${secret}`,
      "User-Agent": `${secret}\r\n`.trim(),
    };
    await call("POST", `/notes/1?token=${secret}`, { headers });
    await call("POST", "/notes/1", { headers });
    expect(
      lines.map(({ requestId: _, durationMs: _a, phasesMs: _b, traceId: _c, spanId: _d, ...line }) => line),
    ).toEqual([
      {
        level: "info",
        message: "request",
        operation: "note",
        method: "POST",
        path: "/notes/1",
        status: 422,
        code: "invalid_request",
        abandoned: false,
        subject: "u1",
        scheme: "session",
        organization: null,
        bytesIn: 0,
        bytesOut: expect.any(Number),
        cache: null,
        parentSpanId: null,
        address: "0.0.0.0",
      },
      {
        level: "info",
        message: "request",
        operation: "note",
        method: "POST",
        path: "/notes/1",
        status: 200,
        code: null,
        abandoned: false,
        subject: "u1",
        scheme: "session",
        organization: null,
        bytesIn: 0,
        bytesOut: 7,
        cache: null,
        parentSpanId: null,
        address: "0.0.0.0",
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  test("is one line, whatever the address holds", async () => {
    const { call, lines } = testApp([]);
    await call("GET", "/a%0d%0aINFO%20forged");
    expect(lines.map(({ path }) => path)).toEqual(["/a%0d%0aINFO%20forged"]);
  });

  test("shares its request id with what a handler logs", async () => {
    const handler: TestHandler = (ctx) => {
      ctx.log.info({ step: 1 }, "half way");
      return { status: 200, body: {} };
    };
    const { call, lines } = testApp([[operation("thing", "GET", "/thing"), handler]]);
    const { headers } = await call("GET", "/thing");
    const requestId = headers.get("x-request-id");
    expect(lines).toMatchObject([
      { message: "half way", step: 1, operation: "thing", requestId },
      { message: "request", requestId },
    ]);
  });

  test("that fails takes no answer with it", async () => {
    const broken = () => {
      throw new Error("disk full");
    };
    const log = { info: broken, error: broken, warn: broken, debug: broken, line: broken } as unknown as Log;
    const { call } = testApp([[operation("thing", "GET", "/thing"), () => ({ status: 200, body: {} })]], { log });
    expect((await call("GET", "/thing")).status).toBe(200);
    expect((await call("GET", "/nothing")).status).toBe(404);
  });

  test("names the socket's other end", async () => {
    const { app, lines } = testApp([]);
    const head = (port: number) => `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n`;
    await listening(app, (port) => talk(port, head(port)));
    expect(lines[0]).toMatchObject({ address: "127.0.0.1", status: 404 });
  });
});
