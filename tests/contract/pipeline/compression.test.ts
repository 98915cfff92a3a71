/** What goes out smaller than it is: which answers, in which coding, and the same when it is unpacked. */
import { describe, expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import { cacheStatus, cachingApp, KNOWN_CODINGS, type KnownCoding, kept, received } from "./caching";
import { answer, json, listening, operation, type TestHandler, talk, testApp } from "./support";

const WORTH_BYTES = 1_024;
const sent = (field: string) => ({ headers: { "Accept-Encoding": field } });
const compressing = (given: Parameters<typeof operation>[3] = {}) =>
  operation("things", "GET", "/things", { ...given, policy: { compress: true, ...given.policy } });
const saying =
  (body: unknown): TestHandler =>
  () => ({ status: 200, body });
const of = (body: unknown) => testApp([[compressing(), saying(body)]]);

/** JSON of exactly so many bytes. */
const jsonOf = (bytes: number) => "x".repeat(bytes - 2);
const BOOK = Array.from({ length: 400 }, (_, n) => ({
  line: n,
  text: `Ünïcödé ${n * 7919} 😀 \u0000 ${"ab".repeat(n % 9)}`,
}));
/** Bytes that do not get smaller. */
const noise = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

const all = <Answer>(count: number, ask: (n: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: count }, (_, n) => ask(n)));

describe("an answer", () => {
  test.each(KNOWN_CODINGS)(
    "in %s is the same bytes when it is unpacked, smaller on its way, and as long as it says",
    async (coding) => {
      const { app, fetch } = of(BOOK);
      const [plain, packed] = [
        await received(fetch("GET", "/things")),
        await received(fetch("GET", "/things", sent(coding))),
      ];
      expect([plain.coding, packed.coding, packed.text]).toEqual([null, coding, plain.text]);
      expect(packed.text).toBe(JSON.stringify(BOOK));
      expect(packed.bytes.byteLength).toBeLessThan(plain.bytes.byteLength / 2);
      expect(packed.headers.get("content-type")).toBe("application/json");
      const { headers } = await fetch("HEAD", "/things", sent(coding));
      expect(headers.get("content-length")).toBe(String(packed.bytes.byteLength));
      await listening(app, async (port) => {
        const answered = await talk(
          port,
          `GET /things HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: ${coding}\r\n\r\n`,
        );
        const [head = "", body = ""] = answered.text.split(/\r\n\r\n(.*)/s);
        expect(/content-length: (\d+)/i.exec(head)?.[1]).toBe(String(body.length));
        expect(body.length).toBe(packed.bytes.byteLength);
      });
    },
  );

  test("that is shorter than 1 KiB goes out as it is, and from there on smaller", async () => {
    const codings = [];
    for (const bytes of [WORTH_BYTES - 1, WORTH_BYTES])
      codings.push((await received(of(jsonOf(bytes)).fetch("GET", "/things", sent("gzip")))).coding);
    // Bytes count, and not characters: an é has two of them.
    for (const letters of [510, 511])
      codings.push((await received(of("é".repeat(letters)).fetch("GET", "/things", sent("gzip")))).coding);
    expect(codings).toEqual([null, "gzip", null, "gzip"]);
  });

  test.each([
    ["text/plain", true],
    ["text/html", true],
    ["text/css", true],
    ["text/javascript", true],
    ["application/yaml", true],
    ["application/javascript", true],
    ["application/xml", true],
    ["application/x-ndjson", true],
    ["application/geo+json", true],
    ["application/atom+xml", true],
    ["image/svg+xml", true],
    ["text/event-stream", false],
    ["application/octet-stream", false],
    ["application/zip", false],
    ["image/png", false],
    ["font/woff2", false],
    ["video/mp4", false],
    ["image/svg+xmlish", false],
  ])("of type %s is made smaller: %p", async (type, isSmaller) => {
    const answers = { 200: answer({ [type]: { kind: "binary", defaults: false } }) };
    const body = Buffer.alloc(5_000, "x");
    const { fetch } = testApp([[compressing({ answers }), saying(body)]]);
    const answered = await received(fetch("GET", "/things", sent("gzip")));
    expect([answered.coding, answered.text]).toEqual([isSmaller ? "gzip" : null, body.toString()]);
  });

  test("of any body that a handler may give is made smaller: bytes, a part of a larger buffer, a file", async () => {
    const text = "x".repeat(5_000);
    const bodies = [
      Buffer.from(text),
      new Uint8Array(Buffer.from(`yyy${text}yyy`).buffer).subarray(3, 5_003),
      new Blob([text]),
    ];
    const answers = { 200: answer({ "text/plain": { kind: "binary", defaults: false } as const }) };
    for (const body of bodies) {
      const { fetch } = testApp([[compressing({ answers }), saying(body)]]);
      for (const coding of KNOWN_CODINGS)
        expect(await received(fetch("GET", "/things", sent(coding)))).toMatchObject({ coding, text });
    }
  });

  test("is left as it is where the contract says so, and where nobody asked", async () => {
    const { fetch } = testApp([[compressing({ policy: { compress: false } }), saying(BOOK)]]);
    const answered = await received(fetch("GET", "/things", sent("gzip, br, zstd")));
    expect([answered.coding, answered.headers.get("vary")]).toEqual([null, null]);
    for (const field of [undefined, "", "identity", "gzip;q=0", "deflate"])
      expect(
        (await received(of(BOOK).fetch("GET", "/things", field === undefined ? {} : sent(field)))).coding,
      ).toBeNull();
  });

  test("says that it depends on Accept-Encoding, in whatever coding it comes, with whatever else it depends on", async () => {
    const cors = { settings: { corsOrigins: ["https://app.example.com"] } };
    const { fetch } = testApp([[compressing(), saying(BOOK)]], cors);
    for (const init of [{}, sent("identity"), sent("gzip")])
      expect((await fetch("GET", "/things", init)).headers.get("vary")).toBe("Origin, Accept-Encoding");
    expect((await of(1).fetch("GET", "/things", sent("gzip"))).headers.get("vary")).toBe("Accept-Encoding");
    expect((await of(BOOK).fetch("HEAD", "/things", sent("gzip"))).headers.get("vary")).toBe("Accept-Encoding");
  });

  test("to HEAD has the headers of GET, but for what belongs to one request", async () => {
    const own = new Set(["x-request-id", "traceresponse", "content-length", "ratelimit"]);
    const of = ({ headers }: Response) => [...headers].filter(([name]) => !own.has(name));
    const { fetch } = testApp([[compressing(), saying(BOOK)]]);
    for (const init of [{}, ...KNOWN_CODINGS.map(sent)]) {
      const [head, get] = [await fetch("HEAD", "/things", init), await fetch("GET", "/things", init)];
      expect([of(head), head.body]).toEqual([of(get), null]);
    }
  });

  test("that cannot be encoded is a problem, the next one is not, and nothing is left in flight", async () => {
    let body: unknown = Bun.file("/nowhere/at-all");
    const text = { answers: { 200: answer({ "text/plain": { kind: "text", defaults: false } as const }) } };
    const { app, lines, fetch } = testApp([
      [compressing({ ...text, policy: { response: "off" } }), () => ({ status: 200, body })],
    ]);
    const failed = await fetch("GET", "/things", sent("gzip, identity;q=0"));
    expect([
      failed.status,
      failed.headers.get("content-encoding"),
      ((await failed.json()) as { code: string }).code,
    ]).toEqual([500, null, "internal"]);
    expect(lines.at(-1)).toMatchObject({ message: "request", status: 500, cause: expect.anything() });
    body = "five";
    expect(await received(fetch("GET", "/things", sent("gzip, identity;q=0")))).toMatchObject({
      coding: "gzip",
      text: "five",
    });
    expect(app.inFlight()).toBe(0);
  });
});

describe("many at once", () => {
  const AT_ONCE = 64;
  const LARGE = Array.from({ length: 2_000 }, (_, n) => Bun.hash(String(n)).toString(36));

  test("beyond sixty-four go out as they are, unless their callers refuse that; then it is as before", async () => {
    const { app, fetch } = of(LARGE);
    const codings = (field: string, count: number) =>
      all(count, () => received(fetch("GET", "/things", sent(field)))).then((answers) => {
        expect(new Set(answers.map(({ status, text }) => `${status} ${text.length}`)).size).toBe(1);
        return answers.filter(({ coding }) => coding === "gzip").length;
      });
    expect(await codings("gzip", AT_ONCE + 30)).toBe(AT_ONCE);
    expect(await codings("gzip, identity;q=0", AT_ONCE + 10)).toBe(AT_ONCE + 10);
    expect(await codings("gzip", AT_ONCE)).toBe(AT_ONCE);
    expect(app.inFlight()).toBe(0);
  });

  test("count as in flight until they are encoded", async () => {
    const { app, fetch } = of(LARGE);
    const answered = fetch("GET", "/things", sent("br"));
    const seen = new Set<number>();
    let done = false;
    answered.then(() => {
      done = true;
    });
    while (!done) {
      if (!done) seen.add(app.inFlight());
      await new Promise(setImmediate);
    }
    expect([...seen].some((count) => count === 1)).toBe(true);
    expect(app.inFlight()).toBe(0);
  });
});

describe("a kept answer", () => {
  const long = (bytes: () => unknown = () => BOOK) => {
    let runs = 0;
    const handler: TestHandler = () => {
      runs++;
      return { status: 200, body: bytes() };
    };
    return cachingApp([[kept({ policy: { compress: true } }), handler]]).then((app) => ({ ...app, runs: () => runs }));
  };

  test.each(KNOWN_CODINGS)(
    "is encoded in %s once for a hundred who ask at once, and for all after them",
    async (coding) => {
      const { fetch, cache, runs } = await long();
      const plain = await received(fetch("GET", "/things"));
      const { bytes } = cache.answers.counts;
      const answers = await all(100, () => received(fetch("GET", "/things", sent(coding))));
      const [first] = answers;
      expect(new Set(answers.map((each) => `${each.coding} ${each.text} ${each.headers.get("etag")}`)).size).toBe(1);
      expect([first!.coding, first!.text, cacheStatus(first!)]).toEqual([coding, plain.text, "groundwork; hit"]);
      // Each time that something is encoded for it, an answer weighs more.
      expect(cache.answers.counts.bytes - bytes).toBe(first!.bytes.byteLength);
      expect((await received(fetch("GET", "/things", sent(coding)))).bytes).toEqual(first!.bytes);
      expect([cache.answers.counts.bytes - bytes, runs()]).toEqual([first!.bytes.byteLength, 1]);
    },
  );

  test("is encoded for the first who asks too, and in each coding apart", async () => {
    const { fetch, runs } = await long();
    for (const coding of ["br", "gzip", "zstd", "br"] as KnownCoding[])
      expect(await received(fetch("GET", "/things", sent(coding)))).toMatchObject({
        coding,
        text: JSON.stringify(BOOK),
      });
    expect((await received(fetch("GET", "/things"))).text).toBe(JSON.stringify(BOOK));
    expect(runs()).toBe(1);
  });

  test("is of the same length as what was made, to who joins a making, too", async () => {
    const { fetch } = await long();
    const answers = await all(20, (n) => received(fetch("GET", "/things", n % 2 ? sent("gzip") : {})));
    expect(new Set(answers.map(({ coding, text }) => `${coding} ${text}`))).toEqual(
      new Set([`gzip ${JSON.stringify(BOOK)}`, `null ${JSON.stringify(BOOK)}`]),
    );
  });
});

interface Source {
  pull(controller: ReadableStreamDefaultController): void;
  cancel?(): void;
}

describe("a stream", () => {
  const text = { answers: { 200: answer({ "text/plain": { kind: "binary", defaults: false } as const }) } };
  const streaming = (source: () => Source) =>
    testApp([[compressing(text), () => ({ status: 200, body: new ReadableStream(source(), { highWaterMark: 0 }) })]]);

  test.each(KNOWN_CODINGS)("comes in %s bit by bit, the first before the last is made", async (coding) => {
    const chunks = Array.from({ length: 30 }, () => Buffer.from(noise(100_000)).toString("hex"));
    let made = 0;
    const { app, fetch } = streaming(() => ({
      pull(controller) {
        const chunk = chunks[made++];
        if (chunk === undefined) controller.close();
        else controller.enqueue(Buffer.from(chunk));
      },
    }));
    const { body, headers } = await fetch("GET", "/things", sent(coding));
    expect([headers.get("content-encoding"), headers.get("content-length"), headers.get("vary")]).toEqual([
      coding,
      null,
      "Accept-Encoding",
    ]);
    const reader = body!.getReader();
    const first = await reader.read();
    expect([first.done, made < chunks.length]).toEqual([false, true]);
    const rest = new ReadableStream({
      start: (controller) => controller.enqueue(first.value!),
      pull: async (controller) => {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    });
    const whole = await received(new Response(rest, { headers: { "content-encoding": coding } }));
    expect(whole.text).toBe(chunks.join(""));
    expect(app.inFlight()).toBe(0);
  });

  test.each(KNOWN_CODINGS)(
    "in %s that breaks off at its source breaks off, so that nobody takes half of it for all",
    async (coding) => {
      let made = 0;
      const { app, lines } = streaming(() => ({
        pull(controller) {
          if (made++ < 5) controller.enqueue(noise(100_000));
          else controller.error(new Error("the source is gone"));
        },
      }));
      const heard = await listening(app, (port) =>
        talk(
          port,
          `GET /things HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: ${coding}\r\n\r\n`,
          () => false,
        ),
      );
      expect(heard.text).toMatch(new RegExp(`content-encoding: ${coding}`, "i"));
      expect(heard.text.endsWith("\r\n0\r\n\r\n")).toBe(false);
      expect(lines.at(-1)).toMatchObject({ message: "an answer broke off", cause: { message: "the source is gone" } });
      expect(app.inFlight()).toBe(0);
    },
  );

  test.each(KNOWN_CODINGS)("in %s ends at its source when the caller goes away", async (coding) => {
    const cancelled = Promise.withResolvers<void>();
    const { app, fetch } = streaming(() => ({
      pull: (controller) => controller.enqueue(noise(100_000)),
      cancel: () => cancelled.resolve(),
    }));
    const { body } = await fetch("GET", "/things", sent(coding));
    const reader = body!.getReader();
    await reader.read();
    await reader.cancel();
    await cancelled.promise;
    expect(app.inFlight()).toBe(0);
  });

  test("over a socket ends at its source when the caller goes away", async () => {
    const cancelled = Promise.withResolvers<void>();
    const { app } = streaming(() => ({
      pull: (controller) => controller.enqueue(noise(100_000)),
      cancel: () => cancelled.resolve(),
    }));
    await listening(app, async (port) => {
      await talk(
        port,
        `GET /things HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: gzip\r\n\r\n`,
        ({ length }) => length > 500_000,
      );
      await cancelled.promise;
    });
    expect(app.inFlight()).toBe(0);
  });

  test("is not begun for HEAD, and ends at its source", async () => {
    const taken = { chunks: 0, cancelled: false };
    const { app, fetch } = streaming(() => ({
      pull(controller) {
        taken.chunks++;
        controller.enqueue(noise(100_000));
      },
      cancel() {
        taken.cancelled = true;
      },
    }));
    const { status, headers } = await fetch("HEAD", "/things", sent("gzip"));
    await new Promise(setImmediate);
    expect([status, headers.get("content-encoding"), taken.chunks <= 1, taken.cancelled, app.inFlight()]).toEqual([
      200,
      "gzip",
      true,
      true,
      0,
    ]);
  });

  test("of events is never held back in an encoder", async () => {
    const events = { answers: { 200: answer({ "text/event-stream": { kind: "binary", defaults: false } as const }) } };
    const first = Promise.withResolvers<void>();
    const { fetch } = testApp([
      [
        compressing(events),
        () => ({
          status: 200,
          body: new ReadableStream({ start: (c) => c.enqueue(Buffer.from("data: 1\n\n")), pull: () => first.promise }),
        }),
      ],
    ]);
    const { body, headers } = await fetch("GET", "/things", sent("gzip, br"));
    const reader = body!.getReader();
    expect([headers.get("content-encoding"), Buffer.from((await reader.read()).value!).toString()]).toEqual([
      null,
      "data: 1\n\n",
    ]);
    await reader.cancel();
  });
});

test("what is unpacked is what the contract was held against: a schema judges the answer before it is encoded", async () => {
  const answers = { 200: answer({ "application/json": json(Type.Array(Type.String())) }) };
  const { fetch } = testApp([[compressing({ answers }), saying(BOOK)]]);
  expect((await fetch("GET", "/things", sent("gzip"))).status).toBe(500);
});
