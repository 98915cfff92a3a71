/** Answers that are made once and given again: which, to whom who waits, until when, and how many. */
import { describe, expect, test } from "bun:test";
import {
  cacheStatus,
  cachingApp,
  countingHandler,
  heldHandler,
  KEEP_MS,
  KNOWN_CODINGS,
  kept,
  received,
  until,
} from "./caching";
import { answer, anyJson, operation, pathParameter, problem, type TestHandler } from "./support";

const MEMBERS = { cache: { tags: [{ name: "members", of: "everybody" }] } } as const;

const all = <Answer>(count: number, ask: (n: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: count }, (_, n) => ask(n)));

describe("those who miss at once", () => {
  test("run the handler once: five hundred get its answer, and the next one gets it kept", async () => {
    const { handler, runs, answer } = heldHandler();
    const { app, call, cache } = await cachingApp([[kept(), handler]]);
    const waiting = all(500, () => call("GET", "/things"));
    await until(() => app.inFlight() === 500);
    answer(0, { made: "once" });
    const answers = await waiting;
    expect(runs).toHaveLength(1);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['200 {"made":"once"}']));
    expect(answers.map(cacheStatus).sort()).toEqual([
      ...Array(499).fill("groundwork; fwd=miss; collapsed"),
      "groundwork; fwd=miss; stored",
    ]);
    expect(cacheStatus(await call("GET", "/things"))).toBe("groundwork; hit");
    expect(cache.answers.counts).toMatchObject({ hits: 1, misses: 500, entries: 1 });
    expect(app.inFlight()).toBe(0);
  });

  test("are answered though the first of them goes away, and so is the next one", async () => {
    const { handler, runs, answer } = heldHandler();
    const { app, call, fetch } = await cachingApp([[kept(), handler]]);
    const leaving = new AbortController();
    const first = fetch("GET", "/things", { signal: leaving.signal });
    await until(() => runs.length === 1);
    const others = all(20, () => call("GET", "/things"));
    await until(() => app.inFlight() === 21);
    leaving.abort();
    expect((await first).status).toBe(503);
    expect(runs[0]!.context.signal.aborted).toBe(false);
    answer(0, { made: "for those who stay" });
    expect(new Set((await others).map(({ status }) => status))).toEqual(new Set([200]));
    expect(cacheStatus(await call("GET", "/things"))).toBe("groundwork; hit");
    expect(runs).toHaveLength(1);
  });

  test("all get the failure of the one making, which is not kept: the next one tries again", async () => {
    const { handler, runs, answer } = heldHandler();
    const { app, call, lines, cache } = await cachingApp([[kept(), handler]]);
    const waiting = all(20, () => call("GET", "/things"));
    await until(() => app.inFlight() === 20);
    runs[0]!.reject(new Error("the well is dry"));
    expect(new Set((await waiting).map(({ status }) => status))).toEqual(new Set([500]));
    expect(lines.at(-1)).toMatchObject({ message: "request", cause: { message: "the well is dry" } });
    expect(cache.answers.counts.entries).toBe(0);
    const next = call("GET", "/things");
    await until(() => runs.length === 2);
    answer(1, {});
    expect((await next).status).toBe(200);
  });

  test("do not wait for a handler that never ends beyond their own time, and the next one does not join it", async () => {
    const { handler, runs, answer } = heldHandler();
    const { app, call } = await cachingApp([[kept({ policy: { timeoutMs: 60 } }), handler]]);
    const late = await all(5, () => call("GET", "/things"));
    expect(late.map(({ status }) => status)).toEqual(Array(5).fill(503));
    await until(() => runs[0]!.context.signal.aborted);
    const next = call("GET", "/things");
    await until(() => runs.length === 2);
    answer(1, { made: "anew" });
    expect((await next).text).toBe('{"made":"anew"}');
    answer(0, { made: "far too late" });
    await until(() => app.inFlight() === 0);
    expect((await call("GET", "/things")).text).toBe('{"made":"anew"}');
  });

  test("share no stream: each has one of its own", async () => {
    const binary = { 200: answer({ "application/octet-stream": { kind: "binary", defaults: false } as const }) };
    const ready = Promise.withResolvers<void>();
    let runs = 0;
    const handler: TestHandler = async () => {
      runs++;
      await ready.promise;
      return { status: 200, body: new Blob(["every byte"]).stream() };
    };
    const { app, call, cache } = await cachingApp([[kept({ answers: binary }), handler]]);
    const waiting = all(3, () => call("GET", "/things"));
    await until(() => app.inFlight() === 3);
    ready.resolve();
    expect((await waiting).map(({ status, text }) => `${status} ${text}`)).toEqual(Array(3).fill("200 every byte"));
    expect([runs, cache.answers.counts.entries]).toEqual([3, 0]);
  });

  test("share no cookie, however its name is written", async () => {
    const cookies = (name: string) =>
      kept({ answers: { 200: answer(anyJson.content, {}) }, policy: { response: "off" }, id: name, path: `/${name}` });
    for (const name of ["Set-Cookie", "set-cookie"]) {
      const ready = Promise.withResolvers<void>();
      let runs = 0;
      const handler: TestHandler = async () => {
        const run = ++runs;
        await ready.promise;
        return { status: 200, body: {}, headers: { [name]: `session=${run}` } };
      };
      const { app, call, cache } = await cachingApp([[cookies(name), handler]]);
      const waiting = all(3, () => call("GET", `/${name}`));
      await until(() => app.inFlight() === 3);
      ready.resolve();
      const given = (await waiting).map(({ headers }) => headers.getSetCookie().join());
      expect(given.sort()).toEqual(["session=1", "session=2", "session=3"]);
      expect(cache.answers.counts.entries).toBe(0);
    }
  });
});

describe("a kept answer", () => {
  test("is given until keepMs after its making began, and not a millisecond longer", async () => {
    const { handler, runs, answer } = heldHandler();
    const { call, clock } = await cachingApp([[kept(), handler]]);
    const first = call("GET", "/things");
    await until(() => runs.length === 1);
    clock.ms += 5_000;
    answer(0, { run: 1 });
    await first;
    clock.ms += KEEP_MS - 5_001;
    expect(cacheStatus(await call("GET", "/things"))).toBe("groundwork; hit");
    clock.ms += 1;
    const second = call("GET", "/things");
    await until(() => runs.length === 2);
    answer(1, { run: 2 });
    expect((await second).text).toBe('{"run":2}');
  });

  test("is none where the clock was set back to before it was made", async () => {
    const counting = countingHandler();
    const { call, clock } = await cachingApp([[kept(), counting.handler]]);
    await call("GET", "/things");
    clock.ms -= 1;
    expect((await call("GET", "/things")).body).toEqual({ run: 2 });
  });

  test("is the same bytes, type and headers as the one that was made", async () => {
    const answers = {
      200: answer(anyJson.content, {
        "X-Total": { required: true, value: { check: () => true, schema: {} as never } },
      }),
    };
    const { call } = await cachingApp([
      [kept({ answers }), () => ({ status: 200, body: { name: "Ünïcödé" }, etag: 7, headers: { "X-Total": 3 } })],
    ]);
    const seen = ({ headers, text }: Awaited<ReturnType<typeof call>>) => [
      text,
      ...["content-type", "content-length", "etag", "x-total", "cache-control"].map((name) => headers.get(name)),
    ];
    expect(seen(await call("GET", "/things"))).toEqual(seen(await call("GET", "/things")));
  });

  test.each([
    ["a problem that the handler returns", () => problem("taken"), 409],
    ["a problem that the handler returns though it is not declared", () => problem("undeclared"), 500],
    ["an answer that breaks the contract", () => ({ status: 201 }), 500],
  ])("is never %s", async (_, result, status) => {
    let runs = 0;
    const given = kept({ problems: ["taken"] });
    const { call, cache } = await cachingApp([[given, () => [runs++, result()][1]]]);
    for (const run of [1, 2]) expect([(await call("GET", "/things")).status, runs]).toEqual([status, run]);
    expect(cache.answers.counts.entries).toBe(0);
  });

  test("says in the log why it could not be made", async () => {
    const { call, lines } = await cachingApp([[kept(), () => ({ status: 201 })]]);
    await call("GET", "/things");
    const message = "The answer of things breaks the contract at /status: undeclared.";
    expect(lines.at(-1)).toMatchObject({ message: "request", cause: { message } });
  });
});

describe("a change", () => {
  test("of its tag ends a kept answer, and of another tag or another owner's does not", async () => {
    const { handler } = countingHandler();
    const { call, changed } = await cachingApp([[kept(MEMBERS), handler]]);
    await call("GET", "/things");
    await changed("roles");
    await changed("members", "0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d");
    await changed("member");
    expect(cacheStatus(await call("GET", "/things"))).toBe("groundwork; hit");
    await changed("members");
    expect((await call("GET", "/things")).body).toEqual({ run: 2 });
  });

  test("while the answer is being made keeps it from being kept, and whoever asks after it does not join", async () => {
    const { handler, runs, answer } = heldHandler();
    const { app, call, changed, cache } = await cachingApp([[kept(MEMBERS), handler]]);
    const before = call("GET", "/things");
    await until(() => runs.length === 1);
    await changed("members");
    const after = all(3, () => call("GET", "/things"));
    await until(() => app.inFlight() === 4);
    expect(runs).toHaveLength(2);
    answer(0, { as: "before" });
    expect(await before).toMatchObject({ text: '{"as":"before"}', status: 200 });
    expect(cache.answers.counts.entries).toBe(0);
    answer(1, { as: "after" });
    expect((await after).map(({ text }) => text)).toEqual(Array(3).fill('{"as":"after"}'));
    expect((await call("GET", "/things")).text).toBe('{"as":"after"}');
  });

  test("that an older making outlives does not lose the newer answer", async () => {
    const { handler, runs, answer } = heldHandler();
    const { call, changed } = await cachingApp([[kept(MEMBERS), handler]]);
    const before = call("GET", "/things");
    await until(() => runs.length === 1);
    await changed("members");
    const after = call("GET", "/things");
    await until(() => runs.length === 2);
    answer(1, { as: "after" });
    await after;
    answer(0, { as: "before" });
    await before;
    expect((await call("GET", "/things")).text).toBe('{"as":"after"}');
  });

  test("of everything ends every kept answer and every making", async () => {
    const { handler, runs, answer } = heldHandler();
    const { call, cache } = await cachingApp([[kept(), handler]]);
    const before = call("GET", "/things");
    await until(() => runs.length === 1);
    cache.answers.forgetAll();
    answer(0, {});
    await before;
    const next = call("GET", "/things");
    await until(() => runs.length === 2);
    answer(1, {});
    await next;
    cache.answers.forgetAll();
    expect(cache.answers.counts).toMatchObject({ entries: 0, bytes: 0 });
  });
});

describe("what is kept in all", () => {
  const MAX_BYTES = 64 * 1024;
  const sized = (compress = false) =>
    kept({
      path: "/things/{id}",
      parameters: [pathParameter("id")],
      policy: { compress },
      cache: { tags: [{ name: "members", of: "everybody" }] },
    });
  const handler: TestHandler = (_, { path }) => ({
    status: 200,
    body: { id: path.id, text: filling(Number(path.id)) },
  });
  /** Some KiB that are different for each, and get smaller by half at most. */
  const filling = (id: number) =>
    Array.from({ length: 60 }, (_, n) => Bun.hash(`${id} ${n}`).toString(36))
      .join(" ")
      .repeat(2);

  test("weighs no more than it may: the ones that nobody asked for go first", async () => {
    const { call, cache } = await cachingApp([[sized(), handler]], { maxBytes: MAX_BYTES });
    for (let id = 0; id < 200; id++) {
      await call("GET", `/things/${id}`);
      await call("GET", "/things/0");
      expect(cache.answers.counts.bytes).toBeLessThanOrEqual(MAX_BYTES);
    }
    const { entries, bytes } = cache.answers.counts;
    expect(entries).toBeGreaterThan(10);
    expect(bytes).toBeGreaterThan(MAX_BYTES / 2);
    expect(cacheStatus(await call("GET", "/things/0"))).toBe("groundwork; hit");
    expect(cacheStatus(await call("GET", "/things/199"))).toBe("groundwork; hit");
    expect(cacheStatus(await call("GET", "/things/1"))).toBe("groundwork; fwd=miss; stored");
  });

  test("holds no answer that is larger than an eighth of it, which says that it is not stored", async () => {
    const long = (length: number) => kept({ id: `of${length}`, path: `/of/${length}` });
    const texts = [MAX_BYTES / 8 - 2_000, MAX_BYTES / 8 + 1] as const;
    const app = await cachingApp(
      texts.map((length) => [long(length), () => ({ status: 200, body: "x".repeat(length) })]),
      { maxBytes: MAX_BYTES },
    );
    const statuses = [];
    for (const length of texts)
      for (const _ of [1, 2]) statuses.push(cacheStatus(await app.call("GET", `/of/${length}`)));
    expect(statuses).toEqual([
      "groundwork; fwd=miss; stored",
      "groundwork; hit",
      "groundwork; fwd=miss",
      "groundwork; fwd=miss",
    ]);
    expect(app.cache.answers.counts.entries).toBe(1);
  });

  test("counts what answers were compressed to", async () => {
    const { call, fetch, cache } = await cachingApp([[sized(true), handler]], { maxBytes: MAX_BYTES });
    const encoded = (id: number, coding: string) =>
      received(fetch("GET", `/things/${id}`, { headers: { "Accept-Encoding": coding } }));
    await call("GET", "/things/0");
    let before = cache.answers.counts.bytes;
    for (const coding of KNOWN_CODINGS) {
      const { bytes } = await encoded(0, coding);
      expect(cache.answers.counts.bytes).toBe(before + bytes.byteLength);
      before += bytes.byteLength;
      await encoded(0, coding);
      expect(cache.answers.counts.bytes).toBe(before);
    }
    for (let id = 0; id < 100; id++) {
      await encoded(id, "gzip");
      expect(cache.answers.counts.bytes).toBeLessThanOrEqual(MAX_BYTES);
    }
  });

  test("leaves nothing behind of an answer that has grown too large, or went for another reason", async () => {
    const { fetch, cache, changed } = await cachingApp([[sized(true), handler]], { maxBytes: 8 * 4_500 });
    // Each second one is compressed to all of them, which is too much.
    for (let id = 0; id < 50; id++)
      for (const coding of id % 2 === 0 ? KNOWN_CODINGS : ["gzip"])
        await received(fetch("GET", `/things/${id}`, { headers: { "Accept-Encoding": coding } }));
    const counted = cache.answers.counts;
    await changed("members");
    expect(counted.entries).toBeGreaterThan(0);
    expect(cache.answers.counts).toMatchObject({ entries: 0, bytes: 0, tags: 0 });
  });

  test("is nothing where an operation does not say how long", async () => {
    const counting = countingHandler();
    const { call } = await cachingApp([[operation("things", "GET", "/things"), counting.handler]]);
    await call("GET", "/things");
    expect((await call("GET", "/things")).body).toEqual({ run: 2 });
    expect(cacheStatus(await call("GET", "/things"))).toBeNull();
  });
});
