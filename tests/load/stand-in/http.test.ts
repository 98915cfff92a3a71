/** Requests: what goes out, what a script sees of the answer, and what is measured of it. */
import { afterAll, describe, expect, test } from "bun:test";
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { IMPORTS, type Ran, run } from "./runs";

const BODY = JSON.stringify({ items: Array.from({ length: 200 }, (_, n) => ({ n, name: "Ada Lovelace" })) });
const ENCODED: Record<string, Uint8Array<ArrayBuffer>> = {
  br: brotliCompressSync(BODY),
  zstd: zstdCompressSync(BODY),
  gzip: gzipSync(BODY),
  deflate: deflateSync(BODY),
  "gzip, br": brotliCompressSync(gzipSync(BODY)),
  identity: new TextEncoder().encode(BODY),
};

const server = Bun.serve({
  port: 0,
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    const coding = searchParams.get("coding");
    if (coding) return new Response(ENCODED[coding], { headers: { "content-encoding": coding, etag: '"a"' } });
    if (pathname === "/echo") {
      const { method } = request;
      return Response.json({ method, headers: request.headers, body: await request.text() });
    }
    if (pathname === "/never") await new Promise((end) => request.signal.addEventListener("abort", end));
    if (pathname === "/moved") return new Response(null, { status: 302, headers: { location: "/echo" } });
    return new Response("no", {
      status: Number(pathname.slice(1)),
      headers: { "x-request-id": "7", "set-cookie": "a=b" },
    });
  },
});
const ORIGIN = `http://localhost:${server.port}`;
/** Nobody listens on port 1. */
const NOBODY = "http://localhost:1/";

afterAll(() => server.stop(true));

/** Runs a body of one iteration; `see(value)` hands a value to the test. */
async function once(body: string, begin = ""): Promise<Ran & { seen: unknown[] }> {
  const ran = await run(`${IMPORTS}
    const sightings = new Counter("sightings");
    const see = (value) => sightings.add(1, { value: JSON.stringify(value) });
    const [ORIGIN, NOBODY] = ["${ORIGIN}", "${NOBODY}"];
    ${begin}
    export default async function () { ${body} }`);
  const seen = ran.samples.filter(({ metric }) => metric === "sightings").map(({ tags }) => JSON.parse(tags.value!));
  return { ...ran, seen };
}

describe("an answer", () => {
  test.each(Object.keys(ENCODED))("in %s is decoded, and counts with the bytes that came", async (coding) => {
    const ran = await once(`
      const answer = await http.asyncRequest("GET", ORIGIN + "/?coding=" + encodeURIComponent("${coding}"));
      see([answer.status, answer.body, answer.json().items.length, answer.headers["Content-Encoding"], answer.headers.Etag]);`);
    expect(ran.seen).toEqual([[200, BODY, 200, coding, '"a"']]);
    const bytes = ENCODED[coding]!.byteLength;
    const [received] = ran.values("data_received");
    expect(received).toBeGreaterThan(bytes);
    expect(received).toBeLessThan(bytes + 400);
  });

  test("has k6's names of headers, and its words for what happened", async () => {
    const ran = await once(`
      const answer = await http.asyncRequest("GET", ORIGIN + "/404");
      const { status, status_text, headers, error, error_code, proto, url, request, timings } = answer;
      see([status, status_text, headers["X-Request-Id"], headers["x-request-id"] ?? null, error, error_code, proto]);
      see([url === request.url, request.method, Object.keys(timings).sort()]);
      see(timings.duration === timings.sending + timings.waiting + timings.receiving && timings.waiting > 0);`);
    expect(ran.seen).toEqual([
      [404, "404 Not Found", "7", null, "", 1404, "HTTP/1.1"],
      [true, "GET", ["blocked", "connecting", "duration", "receiving", "sending", "tls_handshaking", "waiting"]],
      true,
    ]);
  });

  test("comes as bytes, or not at all, where the script asks for that", async () => {
    const ran = await once(`
      const get = (responseType) => http.asyncRequest("GET", ORIGIN + "/?coding=br", null, { responseType });
      see(new Uint8Array((await get("binary")).body).length);
      see((await get("none")).body);`);
    expect(ran.seen).toEqual([BODY.length, null]);
  });

  test("that never comes is an answer without a status, not an exception", async () => {
    const ran = await once(`
      for (const [url, timeout] of [[ORIGIN + "/never", 50], [NOBODY, "5s"]]) {
        const { status, body, error, error_code, headers } = await http.asyncRequest("GET", url, null, { timeout });
        see([status, body, error.length > 0, error_code, Object.keys(headers)]);
      }`);
    expect(ran.seen).toEqual([
      [0, null, true, 1050, []],
      [0, null, true, 1212, []],
    ]);
    expect(ran.values("http_req_failed")).toEqual([1, 1]);
    expect(ran.lines).toHaveLength(2);
  });

  test("that leads elsewhere is refused unless the script wants no redirects: k6 would follow it", async () => {
    const ran = await once(`
      for (const redirects of [undefined, 0]) {
        const { status, headers } = await http.asyncRequest("GET", ORIGIN + "/moved", null, { redirects });
        see([status, headers.Location ?? null]);
      }`);
    expect(ran.seen).toEqual([
      [0, null],
      [302, "/echo"],
    ]);
    expect(ran.lines).toEqual([expect.stringContaining("set redirects to 0")]);
  });
});

describe("a request", () => {
  test("sends what it is given, and asks for no coding by itself", async () => {
    const ran = await once(`
      const headers = { "Content-Type": "application/json", "X-Ours": "1" };
      const { method, headers: sent, body } = (await http.asyncRequest("patch", ORIGIN + "/echo", '{"a":1}', { headers })).json();
      see([method, sent["content-type"], sent["x-ours"], sent["accept-encoding"] ?? null, body]);`);
    expect(ran.seen).toEqual([["PATCH", "application/json", "1", null, '{"a":1}']]);
    expect(ran.values("data_sent")[0]).toBeGreaterThan(7);
  });

  test.each([
    ["cookies", `http.asyncRequest("GET", ORIGIN, null, { cookies: { a: "b" } })`],
    ["compression", `http.asyncRequest("POST", ORIGIN, "x", { compression: "gzip" })`],
    ["a form", `http.asyncRequest("POST", ORIGIN, { a: "b" })`],
  ])("with %s is refused: only k6 does that", async (_, call) => {
    const ran = await once(`await ${call};`);
    expect(ran.lines).toEqual([expect.stringContaining("stand-in for k6")]);
    expect(ran.values("http_reqs")).toEqual([]);
  });

  test("by http.get is none: it could not be sent without stopping everybody", async () => {
    const ran = await once(`http.get(ORIGIN);`);
    expect(ran.lines[0]).toContain("get is not a function");
  });
});

describe("what is measured", () => {
  test("each request gives k6's metrics, with the tags that it and its scenario have", async () => {
    const ran = await once(`
      exec.vu.metrics.tags.person = "ada";
      await http.asyncRequest("GET", ORIGIN + "/200", null, { tags: { operation: "getMe" } });`);
    const own = ran.samples.filter(({ metric }) => metric.startsWith("http_"));
    expect(own.map(({ metric }) => metric).toSorted()).toEqual([
      "http_req_blocked",
      "http_req_connecting",
      "http_req_duration",
      "http_req_failed",
      "http_req_receiving",
      "http_req_sending",
      "http_req_tls_handshaking",
      "http_req_waiting",
      "http_reqs",
    ]);
    for (const { tags } of own)
      expect(tags).toEqual({
        group: "",
        scenario: "default",
        person: "ada",
        operation: "getMe",
        method: "GET",
        name: `${ORIGIN}/200`,
        url: `${ORIGIN}/200`,
        status: "200",
        proto: "HTTP/1.1",
        expected_response: "true",
      });
  });

  test("a name of the script's own stands for the address, too", async () => {
    const ran = await once(`await http.asyncRequest("GET", ORIGIN + "/200", null, { tags: { name: "getMe" } });`);
    const [sample] = ran.samples.filter(({ metric }) => metric === "http_reqs");
    expect(sample?.tags).toMatchObject({ name: "getMe", url: "getMe" });
  });

  test("200 to 399 is expected unless the script says what is", async () => {
    const ran = await once(`
      const get = (status, responseCallback) =>
        http.asyncRequest("GET", ORIGIN + "/" + status, null, { responseCallback, redirects: 0 });
      await get(200);
      await get(304);
      await get(429);
      await get(429, http.expectedStatuses(401, { min: 420, max: 429 }));
      await get(200, http.expectedStatuses(401));
      http.setResponseCallback(http.expectedStatuses(404));
      await get(404);
      await get(200);
      await get(500, null);`);
    expect(ran.values("http_req_failed")).toEqual([0, 0, 1, 0, 1, 0, 1]);
    expect(ran.values("http_reqs")).toHaveLength(8);
  });
});
