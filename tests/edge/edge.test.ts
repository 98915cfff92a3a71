/** deploy/edge in front of the product: who gets what out of the cache of nginx, and who does not. */
import { afterAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import type { Problem, User } from "#generated/types";
import { talk as talkTo } from "../contract/pipeline/support";
import { Browser, type Person, registration, settings, testApp } from "../support/app";
import { AnonymousClient, BearerClient } from "../support/client";
import { Edge, TIME_HEADER, wordOf } from "./edge";

const PAGE = "https://app.example.com";
/** On a busy machine; what never comes fails the test. */
const WAIT_MS = 20_000;
const STRANGER = "https://stranger.example.net";
const app = await testApp({
  instead: () => ({ settings: { ...settings, trustedProxies: ["127.0.0.1"], corsOrigins: [PAGE] } }),
});
const direct = app.listen();
const edge = await Edge.start(direct, { corsOrigins: [PAGE] });
afterAll(() => edge.close());

/** The same person, who calls through nginx. */
const through = ({ accessToken }: Person) => new BearerClient(edge.send, accessToken);

/** What comes back for exactly these bytes. */
const talk = async (text: string) => (await talkTo(edge.port, text)).text;

const linesOf = (operation: string | null) =>
  app
    .logged()
    .split("\n")
    .filter((line) => line.includes(`"operation":${JSON.stringify(operation)},`))
    .map((line) => JSON.parse(line) as { address: string; requestId: string });

/** How many requests reached the product for what happened in between. */
async function asked(operation: string, act: () => Promise<unknown>): Promise<number> {
  const before = linesOf(operation).length;
  await act();
  return linesOf(operation).length - before;
}

let hours = 0;
/** The cache has nothing yet of an hour in which nobody has asked. */
const anotherHour = () => ({ [TIME_HEADER]: `2027-01-01T${String(hours++).padStart(2, "0")}:00:00+00:00` });

describe("what everybody may keep", () => {
  test("is asked for once, and given again with the same bytes, tag and Date", async () => {
    const at = anotherHour();
    const first = await edge.get("/openapi.yaml", at);
    const text = await first.text();
    expect([first.status, wordOf(first)]).toEqual([200, "fwd=miss"]);
    const times = await asked("getOpenApiYaml", async () => {
      const second = await edge.get("/openapi.yaml", at);
      expect([wordOf(second), await second.text()]).toEqual(["hit", text]);
      for (const name of ["cache-control", "content-security-policy", "content-type", "date", "etag", "vary"])
        expect([name, second.headers.get(name)]).toEqual([name, first.headers.get(name)!]);
    });
    expect(times).toBe(0);
  });

  test("has nothing of the request that it was first made for, and nothing that is for caches only", async () => {
    const at = anotherHour();
    const first = await edge.get("/openapi.yaml", at);
    expect(first.headers.get("x-request-id")).toBe(linesOf("getOpenApiYaml").at(-1)!.requestId);
    expect(first.headers.get("ratelimit")).toContain("r=");
    const second = await edge.get("/openapi.yaml", at);
    expect(second.headers.get("x-request-id")).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(second.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id")!);
    for (const name of ["ratelimit", "ratelimit-policy", "traceresponse", "age"])
      expect([name, second.headers.get(name)]).toEqual([name, null]);
    for (const { headers } of [first, second])
      expect([headers.get("surrogate-key"), headers.get("server")]).toEqual([null, "nginx"]);
  });

  test("has its line in the log, under the id that its caller got", async () => {
    const at = anotherHour();
    await edge.get("/openapi.yaml", at);
    const id = (await edge.get("/openapi.yaml", at)).headers.get("x-request-id")!;
    const log = join(edge.prefix, "access.log");
    const deadline = performance.now() + WAIT_MS;
    // It is written once the answer has gone out.
    while (!readFileSync(log, "utf8").includes(id) && performance.now() < deadline) await edge.get("/openapi.yaml", at);
    const line = readFileSync(log, "utf8")
      .split("\n")
      .find((text) => text.includes(id))!;
    expect(JSON.parse(line)).toMatchObject({ method: "GET", path: "/openapi.yaml", status: 200, cache: "HIT" });
  });

  test("says what each cache did, the nearest to the origin first", async () => {
    const at = anotherHour();
    await edge.get("/openapi.json");
    const [first, second] = [await edge.get("/openapi.json", at), await edge.get("/openapi.json", at)];
    expect(first.headers.get("cache-status")).toBe("groundwork; hit, edge; fwd=miss");
    expect(second.headers.get("cache-status")).toBe("groundwork; hit, edge; hit");
  });

  test("is 304 for whoever has it, without a question to the product", async () => {
    const at = anotherHour();
    const tag = (await edge.get("/openapi.yaml", at)).headers.get("etag")!;
    const times = await asked("getOpenApiYaml", async () => {
      const answer = await edge.get("/openapi.yaml", { ...at, "if-none-match": `"another", ${tag}` });
      expect([answer.status, answer.headers.get("etag"), await answer.text()]).toEqual([304, tag, ""]);
      expect((await edge.get("/openapi.yaml", { ...at, "if-none-match": '"another"' })).status).toBe(200);
    });
    expect(times).toBe(0);
  });

  test("is kept apart by its coding, and whoever weighs codings gets what they weighed", async () => {
    const at = anotherHour();
    const plain = await (await edge.get("/openapi.yaml", at)).text();
    const codings: Record<string, (bytes: Uint8Array) => Uint8Array> = {
      zstd: zstdDecompressSync,
      br: brotliDecompressSync,
      gzip: gunzipSync,
    };
    const tags = new Set<string>();
    for (const [coding, unpack] of Object.entries(codings))
      for (const word of ["fwd=miss", "hit"]) {
        const answer = await edge.get("/openapi.yaml", { ...at, "accept-encoding": coding });
        tags.add(answer.headers.get("etag")!);
        expect([coding, wordOf(answer), answer.headers.get("content-encoding")]).toEqual([coding, word, coding]);
        expect(Buffer.from(unpack(await answer.bytes())).toString()).toBe(plain);
      }
    expect(tags.size).toBe(3);
    const browser = await edge.get("/openapi.yaml", { ...at, "accept-encoding": "gzip, deflate, br, zstd" });
    expect([wordOf(browser), browser.headers.get("content-encoding")]).toEqual(["hit", "zstd"]);
    const anything = await edge.get("/openapi.json", { ...at, "accept-encoding": "gzip, *" });
    const gzip = await edge.get("/openapi.json", { ...at, "accept-encoding": "gzip" });
    expect([anything, gzip].map(({ headers }) => headers.get("content-encoding"))).toEqual(["gzip", "gzip"]);
    const weighed = await edge.get("/openapi.yaml", { ...at, "accept-encoding": "gzip;q=1, zstd;q=0.5" });
    expect([wordOf(weighed), weighed.headers.get("content-encoding")]).toEqual(["fwd=bypass", "gzip"]);
  });

  test("is asked for once by five hundred at the same time", async () => {
    const at = Object.entries(anotherHour())[0]!.join(": ");
    const request = `GET /problems/not_found HTTP/1.1\r\nHost: localhost:${edge.port}\r\n${at}\r\nConnection: close\r\n\r\n`;
    const answers: string[] = [];
    const times = await asked("getProblem", async () => {
      answers.push(...(await Promise.all(Array.from({ length: 500 }, () => talk(request)))));
    });
    expect(new Set(answers.map((text) => text.slice(0, 12)))).toEqual(new Set(["HTTP/1.1 200"]));
    expect(times).toBe(1);
  });

  test("is anew at each hour", async () => {
    const at = (time: string) => edge.get("/docs", { [TIME_HEADER]: `2027-02-01T${time}+00:00` }).then(wordOf);
    expect([await at("10:00:00"), await at("10:59:59"), await at("11:00:00")]).toEqual(["fwd=miss", "hit", "fwd=miss"]);
  });

  test("HEAD is kept apart from GET, has its length and no body", async () => {
    const at = anotherHour();
    for (const word of ["fwd=miss", "hit"]) {
      const head = await edge.get("/openapi.yaml", at, "HEAD");
      const get = await edge.get("/openapi.yaml", at);
      const { byteLength } = await get.bytes();
      expect([wordOf(head), wordOf(get), await head.text()]).toEqual([word, word, ""]);
      expect(head.headers.get("content-length")).toBe(String(byteLength));
      expect(head.headers.get("etag")).toBe(get.headers.get("etag")!);
    }
  });

  test("is given to a listed origin as its own, and to another one without the cache", async () => {
    const at = anotherHour();
    const allowed = (origin?: string) =>
      edge
        .get("/openapi.yaml", { ...at, ...(origin && { origin }) })
        .then((answer) => [wordOf(answer), answer.headers.get("access-control-allow-origin")]);
    expect([await allowed(), await allowed()]).toEqual([
      ["fwd=miss", null],
      ["hit", null],
    ]);
    expect([await allowed(PAGE), await allowed(PAGE)]).toEqual([
      ["fwd=miss", PAGE],
      ["hit", PAGE],
    ]);
    expect(await allowed(STRANGER)).toEqual(["fwd=bypass", null]);
  });
});

describe("what is somebody's own", () => {
  test("is never kept: two people at the same address see what is theirs, and nobody what is another's", async () => {
    const [ada, bob] = [await app.person({ name: "Ada" }), await app.person({ name: "Bob" })];
    for (const { name, who } of [
      { name: "Ada", who: through(ada) },
      { name: "Bob", who: through(bob) },
      { name: "Ada", who: through(ada) },
    ]) {
      const { headers, body } = await who.call<User>("getMe");
      expect([body.name, headers.get("cache-status")]).toEqual([name, expect.stringMatching(/edge; fwd=bypass$/)]);
      expect(headers.get("cache-control")).toContain("private");
    }
    expect(await new AnonymousClient(edge.send).call("getMe")).toMatchObject({ status: 401 });
  });

  test("a credential keeps even what is public out of the cache, in both directions", async () => {
    const at = anotherHour();
    await edge.get("/openapi.yaml", at);
    const credentials: Record<string, string>[] = [
      { authorization: "Bearer x" },
      { cookie: "a=b" },
      { "x-api-key": "x" },
    ];
    for (const credential of credentials) {
      const times = await asked("getOpenApiYaml", async () => {
        const answer = await edge.get("/openapi.yaml", { ...at, ...credential });
        expect([answer.status, wordOf(answer)]).toEqual([200, "fwd=bypass"]);
      });
      expect(times).toBe(1);
    }
  });

  test("cookies pass, and the next who logs in gets others", async () => {
    const [ada, bob] = [new Browser(edge.send), new Browser(edge.send)];
    for (const browser of [ada, bob]) {
      const person = registration();
      await app.register(person);
      await browser.logIn(person);
      expect((await browser.call<User>("getMe")).body.email).toBe(person.email);
    }
    expect(ada.cookies.get("__Host-session")).toBeString();
    expect(ada.cookies.get("__Host-session")).not.toBe(bob.cookies.get("__Host-session")!);
  });
});

describe("a problem", () => {
  test.each(["/problems/no_such_problem", "/openapi.json?unknown=1", "/docs/no-such-file.js", "/nowhere"])(
    "%s is asked for each time",
    async (path) => {
      const at = anotherHour();
      for (let time = 0; time < 2; time++) {
        const answer = await edge.get(path, at);
        expect(answer.status).toBeOneOf([404, 422]);
        expect(answer.headers.get("content-type")).toBe("application/problem+json");
        expect([wordOf(answer), answer.headers.get("cache-control")]).toEqual([
          expect.not.stringContaining("hit"),
          "no-store",
        ]);
        expect(((await answer.json()) as Problem).requestId).toBe(answer.headers.get("x-request-id")!);
      }
    },
  );
});

describe("what a request says of itself", () => {
  test("a forged X-Forwarded-For is not believed, and the caller's own address is", async () => {
    const forged = { "x-forwarded-for": "203.0.113.9", forwarded: "for=203.0.113.9" };
    await fetch(`${direct}/openapi.yaml`, { headers: forged });
    expect(linesOf("getOpenApiYaml").at(-1)!.address).toBe("203.0.113.9");
    await edge.get("/openapi.yaml", { ...anotherHour(), ...forged });
    expect(linesOf("getOpenApiYaml").at(-1)!.address).toBe("127.0.0.1");
    const ada = through(await app.person());
    await ada.call("listSessions", { headers: forged });
    expect(linesOf("listSessions").at(-1)!.address).toBe("127.0.0.1");
  });

  test.each(["evil.example", "localhost.evil.example:80", "127.0.0.1"])(
    "the Host %s is refused, and spoils nothing",
    async (host) => {
      const at = Object.entries(anotherHour())[0]!.join(": ");
      const get = (name: string, target = "/openapi.yaml") =>
        talk(`GET ${target} HTTP/1.1\r\nHost: ${name}\r\n${at}\r\nConnection: close\r\n\r\n`);
      for (const text of [await get(host), await get("localhost", `http://${host}/openapi.yaml`)]) {
        expect(text).toStartWith("HTTP/1.1 400");
        expect(text).toContain('"code":"bad_request"');
      }
      expect(await get("localhost")).toMatch(/^HTTP\/1\.1 200[\s\S]*edge; fwd=miss\r\n/);
      expect(await get("LOCALHOST")).toMatch(/^HTTP\/1\.1 200[\s\S]*edge; hit\r\n/);
      expect(await get(host)).toStartWith("HTTP/1.1 400");
    },
  );
});

describe("large and long", () => {
  const MIB = 1024 * 1024;

  test("a body that is too large is refused by the product, by its length and while it comes", async () => {
    const body = JSON.stringify({ ...registration(), name: "x".repeat(8 * MIB) });
    const anonymous = new AnonymousClient(edge.send);
    expect(await anonymous.call<Problem>("createUser", { body })).toMatchObject({
      status: 413,
      body: { code: "body_too_large" },
    });
    const chunks = `10000\r\n${"x".repeat(65_536)}\r\n`;
    const text = await talk(
      `POST /users HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 413[\s\S]*"code":"body_too_large"/);
  });

  test("a head that is too large is refused by the product, and an absurd one by nginx in the same form", async () => {
    const get = (path: string, fields = {}) =>
      edge.get(path, fields).then(async (answer) => {
        const { status, code, requestId } = (await answer.json()) as Problem;
        expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
        expect(answer.headers.get("x-request-id")).toBe(requestId);
        return [code, linesOf(null).some((line) => line.requestId === requestId) ? "product" : "nginx"];
      });
    expect(await get("/me", { "x-long": "x".repeat(20_000) })).toEqual(["headers_too_large", "product"]);
    expect(await get(`/openapi.yaml?${"x".repeat(9_000)}`)).toEqual(["uri_too_long", "product"]);
    expect(await get("/me", { "x-long": "x".repeat(40_000) })).toEqual(["headers_too_large", "nginx"]);
    expect(await get(`/openapi.yaml?${"x".repeat(40_000)}`)).toEqual(["uri_too_long", "nginx"]);
  });

  test("an export comes through whole, line by line", async () => {
    const ada = await app.person();
    const path = { organizationId: await app.organization(ada) };
    await app.sql`
      insert into audit_events (id, organization_id, occurred_at, event, operation, request_id, address, fields)
      select gen_random_uuid(), ${path.organizationId}, timestamptz '2026-11-23Z' + n * interval '1 second', 'note.put',
        'putNote', gen_random_uuid(), '::1', jsonb_build_object('n', n)
      from generate_series(1, 1_500) n`;
    const { status, text, headers } = await through(ada).call<string>("exportAuditEvents", { path });
    expect([status, headers.get("content-type")]).toEqual([200, "application/x-ndjson"]);
    const sequences = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).sequence);
    expect(sequences).toEqual(Array.from({ length: 1_501 }, (_, index) => index + 1));
  });
});
