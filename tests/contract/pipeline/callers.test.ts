import { describe, expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import type { SecurityAlternative } from "#contract/operation";
import { addressKey, memoryRateLimits, type Verdict } from "#contract/policy/limit";
import { noteBody, operation, testApp } from "./support";

const either: SecurityAlternative[] = [{ session: ["note:read"] }, { sessionCookie: ["note:read"] }];
const whoAmI = { status: 200, body: {} };
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const cookie = (token: string, more = {}) => ({ Cookie: `__Host-session="${token}"`, ...more });

const notes = () =>
  testApp([
    [
      operation("read", "GET", "/notes", { security: either }),
      (ctx) => ({ status: 200, body: { by: ctx.caller?.subject } }),
    ],
    [
      operation("write", "PUT", "/notes", { security: either, body: noteBody }),
      (ctx) => ({ status: 200, body: { by: ctx.caller?.subject } }),
    ],
    [operation("open", "POST", "/open"), (ctx) => ({ status: 200, body: { by: ctx.caller?.subject ?? null } })],
    [operation("keyed", "GET", "/keyed", { security: [{ key: [] }] }), () => whoAmI],
    [
      operation("both", "GET", "/both", { security: [{ session: ["a"], key: ["b"] }] }),
      (ctx) => ({ status: 200, body: { by: ctx.caller?.subject } }),
    ],
    [
      operation("refresh", "POST", "/refresh", {
        parameters: [{ name: "__Host-refresh", in: "cookie", required: false, type: "string", schema: Type.String() }],
      }),
      (_, { cookies }) => ({ status: 200, body: cookies }),
    ],
  ]);

describe("401", () => {
  test("without a credential, with the scheme and no error code (RFC 6750)", async () => {
    const answer = await notes().call("GET", "/notes");
    expect([answer.status, answer.body.code]).toEqual([401, "unauthenticated"]);
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="api"');
  });

  test.each([bearer("bad"), cookie("bad")])("with a credential that does not work: %p", async (headers) => {
    const answer = await notes().call("GET", "/notes", { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="api", error="invalid_token"');
  });

  test.each<Record<string, string>>([
    { Authorization: "Basic abc" },
    { Authorization: "Bearer" },
    { Authorization: "Bearer  " },
    { "X-Key": "u1 note:read" },
    { Cookie: "session=u1" },
  ])("with a credential of another scheme: %p", async (headers) => {
    expect((await notes().call("GET", "/notes", { headers })).status).toBe(401);
  });

  test("a bearer token that does not work is not followed by a guess at the cookie", async () => {
    const answer = await notes().call("GET", "/notes", { headers: { ...bearer("bad"), ...cookie("u1 note:read") } });
    expect(answer.status).toBe(401);
  });

  test("where two schemes are asked for together and one is missing", async () => {
    const { call } = notes();
    expect((await call("GET", "/both", { headers: bearer("u1 a b") })).status).toBe(401);
    expect((await call("GET", "/both", { headers: { ...bearer("u1 a b"), "X-Key": "u2" } })).body).toEqual({
      by: "u1",
    });
  });

  test("names a challenge where only keys are taken", async () => {
    const answer = await notes().call("GET", "/keyed");
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, 'ApiKey realm="api"']);
  });
});

describe("200", () => {
  test("by bearer token, whatever the case of the scheme, and by cookie", async () => {
    const { call } = notes();
    expect((await call("GET", "/notes", { headers: { Authorization: "bEARER u1 note:read" } })).body).toEqual({
      by: "u1",
    });
    expect((await call("GET", "/notes", { headers: cookie("u2 note:read") })).body).toEqual({ by: "u2" });
  });

  test("a credential sent to a public operation is ignored, whatever it is", async () => {
    const { call } = notes();
    for (const headers of [bearer("bad"), bearer("u1"), cookie("bad"), cookie("u1")])
      expect((await call("POST", "/open", { headers })).body).toEqual({ by: null });
  });
});

describe("403", () => {
  test("for a missing scope, naming it", async () => {
    const answer = await notes().call("GET", "/notes", { headers: bearer("u1 note:write") });
    expect([answer.status, answer.body.code]).toEqual([403, "forbidden"]);
    expect(answer.headers.get("www-authenticate")).toBe(
      'Bearer realm="api", error="insufficient_scope", scope="note:read"',
    );
  });

  test("for a scope that only another scheme's alternative asks for", async () => {
    const security: SecurityAlternative[] = [{ session: ["note:read"] }, { key: ["note:admin"] }];
    const { call } = testApp([[operation("read", "GET", "/notes", { security }), () => whoAmI]]);
    expect((await call("GET", "/notes", { headers: { "X-Key": "u1 note:read" } })).status).toBe(403);
    expect((await call("GET", "/notes", { headers: { "X-Key": "u1 note:admin" } })).status).toBe(200);
    expect((await call("GET", "/notes", { headers: bearer("u1 note:admin") })).status).toBe(403);
  });

  test("for a missing scope before anything is said about the input", async () => {
    const answer = await notes().call("PUT", "/notes?x=1", { headers: bearer("u1"), body: "{" });
    expect(answer.status).toBe(403);
  });

  const own = "https://api.example.com";
  test.each([
    [{ "Sec-Fetch-Site": "same-origin" }, 200],
    [{ "Sec-Fetch-Site": "none" }, 200],
    [{ "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" }, 403],
    [{ "Sec-Fetch-Site": "same-site", Origin: "https://other.example.com" }, 403],
    [{ "Sec-Fetch-Site": "cross-site" }, 403],
    [{ "Sec-Fetch-Site": "cross-site", Origin: own }, 200],
    [{ Origin: own }, 200],
    [{ Origin: "https://evil.example" }, 403],
    [{ Origin: "https://api.example.com.evil.example" }, 403],
    [{ Origin: "null" }, 403],
    [{ Referer: `${own}/` }, 403],
    [{}, 403],
  ])("a cookie on an unsafe method with %p: %i", async (more, status) => {
    const { call } = notes();
    const write = await call("PUT", "/notes", { headers: cookie("u1 note:read", more), json: { text: "x" } });
    expect(write.status).toBe(status);
    const refresh = await call("POST", "/refresh", { headers: { Cookie: "__Host-refresh=x", ...more } });
    expect(refresh.status).toBe(status);
  });

  test("is nothing that bearer callers, safe methods and unused cookies meet", async () => {
    const { call } = notes();
    const evil = { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example", Cookie: "other=1" };
    const headers = { ...evil, ...bearer("u1 note:read") };
    expect((await call("PUT", "/notes", { headers, json: { text: "x" } })).status).toBe(200);
    expect(
      (await call("GET", "/notes", { headers: cookie("u1 note:read", { "Sec-Fetch-Site": "cross-site" }) })).status,
    ).toBe(200);
    expect((await call("POST", "/refresh", { headers: evil })).status).toBe(200);
  });

  test("an origin that CORS allows may use cookies", async () => {
    const app = testApp([[operation("write", "POST", "/notes", { security: either }), () => whoAmI]], {
      settings: { corsOrigins: ["https://app.example.com"] },
    });
    const headers = cookie("u1 note:read", { "Sec-Fetch-Site": "same-site", Origin: "https://app.example.com" });
    expect((await app.call("POST", "/notes", { headers })).status).toBe(200);
  });
});

describe("rate limits", () => {
  const limited = (scale = 1) =>
    testApp(
      [
        [
          operation("read", "GET", "/notes", {
            security: either,
            policy: {
              rateLimit: {
                name: "standard",
                address: { count: 5, perSeconds: 60 },
                caller: { count: 2, perSeconds: 60 },
              },
            },
          }),
          () => whoAmI,
        ],
        [
          operation("same", "GET", "/same", {
            policy: { rateLimit: { name: "standard", address: { count: 5, perSeconds: 60 } } },
          }),
          () => whoAmI,
        ],
      ],
      { settings: { rateLimitScale: scale } },
    );

  test("count callers apart, and say what is left and when (draft-ietf-httpapi-ratelimit-headers-10)", async () => {
    const { call, clock } = limited();
    const headers = bearer("u1 note:read");
    const first = await call("GET", "/notes", { headers });
    expect(first.headers.get("ratelimit-policy")).toBe('"standard-address";q=5;w=60, "standard-caller";q=2;w=60');
    expect(first.headers.get("ratelimit")).toBe('"standard-address";r=4;t=12, "standard-caller";r=1;t=30');
    await call("GET", "/notes", { headers });
    const third = await call("GET", "/notes", { headers });
    expect([third.status, third.body.code, third.headers.get("retry-after")]).toEqual([429, "rate_limited", "30"]);
    expect(third.headers.get("ratelimit")).toBe('"standard-address";r=2;t=36, "standard-caller";r=0;t=60');
    expect((await call("GET", "/notes", { headers: bearer("u2 note:read") })).status).toBe(200);
    clock.ms += 30_000;
    expect((await call("GET", "/notes", { headers })).status).toBe(200);
  });

  test("count an address over all operations of one limit, before anybody authenticates", async () => {
    const { call, clock } = limited();
    for (let i = 0; i < 5; i++) expect((await call("GET", i % 2 ? "/notes" : "/same")).status).toBe(i % 2 ? 401 : 200);
    expect((await call("GET", "/same")).status).toBe(429);
    expect((await call("GET", "/notes", { headers: bearer("bad") })).status).toBe(429);
    clock.ms += 12_000;
    expect((await call("GET", "/same")).status).toBe(200);
    expect((await call("GET", "/same")).status).toBe(429);
  });

  test("are multiplied by the scale", async () => {
    const { call } = limited(3);
    expect((await call("GET", "/same")).headers.get("ratelimit-policy")).toBe('"standard-address";q=15;w=60');
  });

  test("keep nobody waiting for a clock that was set back, and allow nobody more in its window", () => {
    const limits = memoryRateLimits();
    const [hourMs, limit] = [3_600_000, { count: 2, perSeconds: 60 }];
    const take = (nowMs: number) => (limits.take("somebody", limit, nowMs) as Verdict).allowed;
    expect([hourMs, hourMs, hourMs].map(take)).toEqual([true, true, false]);
    expect(take(hourMs - 29_000)).toBe(false);
    expect([0, 0, 0].map(take)).toEqual([true, true, false]);
  });

  test("remember 100,000 at once, and of more the last ones", () => {
    const limits = memoryRateLimits();
    const once = { count: 1, perSeconds: 60 };
    const isAllowed = (who: number) => (limits.take(String(who), once, 0) as Verdict).allowed;
    expect(Array.from({ length: 100_001 }, (_, who) => who).every(isAllowed)).toBeTrue();
    expect([isAllowed(100_000), isAllowed(1), isAllowed(0)]).toEqual([false, false, true]);
  });

  test.each([
    ["192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:2::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1:2:3", "fe80:0:0:0::/64"],
  ])("count %s under %s", (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
