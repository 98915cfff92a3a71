/** deploy/edge in front of servers that do what Groundwork does not: say the wrong thing, stay silent, go away. */
import { afterAll, describe, expect, test } from "bun:test";
import { type AddressInfo, connect, createServer } from "node:net";
import type { Problem } from "#generated/types";
import { talk } from "../contract/pipeline/support";
import { AnonymousClient } from "../support/client";
import { Edge, TIME_HEADER, wordOf } from "./edge";

type Answer = (request: Request) => Response | Promise<Response>;

/** On a busy machine; what never comes fails the test. */
const WAIT_MS = 20_000;
const PUBLIC = { "cache-control": "public, max-age=300, s-maxage=1" };

let asked = 0;
let answer: Answer = () => new Response();
const serve = (port: number) =>
  Bun.serve({
    hostname: "127.0.0.1",
    port,
    fetch: (request) => {
      asked++;
      return answer(request);
    },
  });

let origin = serve(0);
const edge = await Edge.start(`http://127.0.0.1:${origin.port}`);
afterAll(async () => {
  await origin.stop(true);
  await edge.close();
});

/** Asks until nginx says this of the answer. */
async function until(word: string, path: string): Promise<Response> {
  const deadline = performance.now() + WAIT_MS;
  for (;;) {
    const response = await edge.get(path);
    if (wordOf(response) === word) return response;
    if (performance.now() > deadline) throw new Error(`nginx never said "${word}", but "${wordOf(response)}"`);
  }
}

describe("is stored", () => {
  test.each([
    ["public", "public, max-age=60", "Accept-Encoding"],
    ["for shared caches only", "public, s-maxage=60", "Origin, Accept-Encoding"],
    ["in capitals", "Public,Max-Age=60", ""],
  ])("%s", async (name, control, vary) => {
    const path = `/problems/kept-${name.replaceAll(" ", "-")}`;
    answer = () => new Response("x", { headers: { "cache-control": control, ...(vary && { vary }) } });
    await edge.get(path);
    expect(wordOf(await edge.get(path))).toBe("hit");
  });
});

test("callers know how old it is by the Date of whoever made it, and by no Age of another cache", async () => {
  const made = { date: "Tue, 24 Nov 2026 09:00:00 GMT", age: "7" };
  answer = () => new Response("x", { headers: { "cache-control": "public, max-age=60", ...made } });
  for (const word of ["fwd=miss", "hit"]) {
    const response = await edge.get("/problems/dated");
    expect([wordOf(response), response.headers.get("date"), response.headers.get("age")]).toEqual([
      word,
      made.date,
      null,
    ]);
  }
});

describe("is never stored", () => {
  const MINUTE = "public, max-age=60";
  test.each<[string, Record<string, string>]>([
    ["nothing said", {}],
    ["an age without public", { "cache-control": "max-age=60" }],
    ["private", { "cache-control": "private, max-age=60" }],
    ["public and private", { "cache-control": `${MINUTE}, private` }],
    ["no-store", { "cache-control": `${MINUTE}, no-store` }],
    ["no-cache", { "cache-control": "public, no-cache" }],
    ["no age for shared caches", { "cache-control": `${MINUTE}, s-maxage=0` }],
    ["an extension that ends like public", { "cache-control": "max-age=60, not-public" }],
    ["a cookie", { "cache-control": MINUTE, "set-cookie": "session=secret" }],
    ["another by credential", { "cache-control": MINUTE, vary: "Accept-Encoding, Authorization" }],
    ["another by everything", { "cache-control": MINUTE, vary: "*" }],
    ["nginx's own words", { "x-accel-expires": "60", expires: "Thu, 01 Jan 2099 00:00:00 GMT" }],
  ])("%s", async (name, headers) => {
    const path = `/problems/${name.replaceAll(/[^a-z]+/g, "-")}`;
    answer = () => new Response("x", { headers });
    const before = asked;
    for (let time = 0; time < 2; time++) {
      const response = await edge.get(path);
      expect([response.status, wordOf(response)]).toEqual([200, "fwd=miss"]);
      for (const header of ["cache-control", "set-cookie", "vary"])
        expect(response.headers.get(header)).toBe(headers[header] ?? null);
    }
    expect(asked - before).toBe(2);
  });

  test("what is public at an address that no public operation has", async () => {
    answer = () => new Response("x", { headers: PUBLIC });
    for (let time = 0; time < 2; time++) expect(wordOf(await edge.get("/elsewhere"))).toBe("fwd=bypass");
  });
});

test.each(["/problems/head", "/me"])("HEAD of %s is asked for as HEAD", async (path) => {
  answer = ({ method }) => new Response(null, { headers: { ...PUBLIC, "x-method": method } });
  expect((await edge.get(path, {}, "HEAD")).headers.get("x-method")).toBe("HEAD");
});

describe("an answer that takes its time", () => {
  test("reaches the caller while the rest of it is still being made", async () => {
    const { promise: seen, resolve: see } = Promise.withResolvers<void>();
    answer = () =>
      new Response(
        new ReadableStream({
          async start(controller) {
            controller.enqueue("first\n");
            await seen;
            controller.enqueue("second\n");
            controller.close();
          },
        }),
      );
    const reader = (await edge.open("/organizations/1/audit-events/export")).body!.getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe("first\n");
    see();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe("second\n");
    expect((await reader.read()).done).toBeTrue();
  });

  test("is read no further than its caller takes it", async () => {
    const chunk = new Uint8Array(65_536);
    const chunks = 4_096;
    let made = 0;
    const pull = (controller: ReadableStreamDefaultController) =>
      made++ < chunks ? controller.enqueue(chunk) : controller.close();
    answer = ({ url }) => new Response(url.endsWith("/me") ? "x" : new ReadableStream({ pull }));
    const socket = connect(edge.port, "127.0.0.1");
    socket.write("GET /organizations/1/audit-events/export HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await new Promise<void>((begun) => socket.once("data", () => begun(void socket.pause())));
    // Time enough for nginx to take all of it.
    for (let time = 0; time < 200; time++) await edge.get("/me");
    expect(made).toBeLessThan(chunks / 2);
    socket.destroy();
  });

  test.each(["/organizations/1/audit-events/export", "/problems/half"])(
    "one that breaks off at %s is broken off for the caller too, and never given as a whole",
    async (path) => {
      const head = `HTTP/1.1 200 OK\r\nCache-Control: ${PUBLIC["cache-control"]}\r\nTransfer-Encoding: chunked\r\n\r\n`;
      const half = createServer((socket) => {
        socket.on("error", () => {});
        socket.once("data", () => socket.end(`${head}5\r\nfirst\r\n`));
      });
      await new Promise<void>((ready) => half.listen(0, "127.0.0.1", ready));
      const other = await Edge.start(`http://127.0.0.1:${(half.address() as AddressInfo).port}`);
      const request = `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
      try {
        for (let time = 0; time < 2; time++) {
          const { text } = await talk(other.port, request, () => false);
          expect(text).toStartWith("HTTP/1.1 200");
          expect(text).toEndWith("\r\n\r\n5\r\nfirst\r\n");
        }
      } finally {
        await other.close();
        half.close();
      }
    },
  );
});

describe("while nobody answers", () => {
  const PATH = "/problems/kept";

  test("what is public is given as it was, until it is asked for anew; one asks, and the others do not wait", async () => {
    answer = () => new Response("old", { headers: PUBLIC });
    await edge.get(PATH);
    const { port } = origin;
    await origin.stop(true);
    const stale = await until("hit; detail=stale", PATH);
    expect([stale.status, await stale.text()]).toEqual([200, "old"]);
    const { promise: released, resolve: go } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    answer = async () => {
      arrive();
      await released;
      return new Response("new", { headers: PUBLIC });
    };
    origin = serve(port!);
    const fresh = edge.get(PATH);
    await arrived;
    const meanwhile = await edge.get(PATH);
    expect([wordOf(meanwhile), await meanwhile.text()]).toEqual(["hit; detail=updating", "old"]);
    go();
    expect([wordOf(await fresh), await (await fresh).text()]).toEqual(["fwd=stale", "new"]);
  });

  test("everything else is a problem of the contract, and so is what is public an hour later", async () => {
    const { port } = origin;
    await origin.stop(true);
    const client = new AnonymousClient(edge.send);
    const { status, headers, body } = await client.call<Problem>("getMe");
    expect([status, body.code, body.instance]).toEqual([503, "unavailable", "/me"]);
    expect([headers.get("retry-after"), headers.get("cache-control")]).toEqual(["5", "no-store"]);
    const later = await edge.get(PATH, { [TIME_HEADER]: "2026-11-24T10:00:00+00:00" });
    expect([later.status, later.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
    answer = () => new Response("x");
    origin = serve(port!);
    expect((await edge.get("/me")).status).toBe(200);
  });
});
