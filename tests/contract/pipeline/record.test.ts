import { describe, expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import type { Observer, RequestRecord } from "#contract/record";
import { answer, cachePolicy, json, listening, noteBody, operation, type TestHandler, testApp } from "./support";

const secured = { security: [{ session: [] }] };
const ok: TestHandler = () => ({ status: 200, body: {} });

function observed(handler: TestHandler, given: Parameters<typeof operation>[3] = secured, more: Observer[] = []) {
  const records: RequestRecord[] = [];
  const observers: Observer[] = [...more, (record) => void records.push(record)];
  return {
    records,
    ...testApp([[operation("note", "POST", "/notes", { body: noteBody, ...given }), handler]], { observers }),
  };
}

const request = { headers: { Authorization: "Bearer u1 " }, json: { text: "x" } };

describe("the record of a request", () => {
  test("says who asked what, what came of it, and what the time was spent on", async () => {
    const { call, records } = observed(
      async () => {
        await new Promise((next) => setImmediate(next));
        return { status: 200, body: { a: 1 } };
      },
      { ...secured, policy: { transaction: "none" } },
    );
    const { headers } = await call("POST", "/notes?x=1".slice(0, 6), request);
    const [record] = records;
    expect(record).toMatchObject({
      operation: "note",
      method: "POST",
      path: "/notes",
      route: "/notes",
      status: 200,
      code: null,
      abandoned: false,
      subject: "u1",
      scheme: "session",
      organization: null,
      bytesOut: 7,
      cache: null,
      requestId: headers.get("x-request-id"),
      cause: undefined,
    });
    const { phases, durationMs } = record!;
    const spent = Object.values(phases).reduce((sum, ms) => sum + ms, 0);
    for (const phase of ["admit", "authenticate", "authorize", "validate", "handler"] as const)
      expect(phases[phase]).toBeGreaterThan(0);
    expect(spent).toBeLessThanOrEqual(durationMs + 0.001);
  });

  test("of a request that reached no operation has no name and no time for any phase", async () => {
    const { call, records } = observed(ok);
    await call("GET", "/nothing");
    expect(records[0]).toMatchObject({ operation: null, route: null, status: 404, code: "not_found", subject: null });
    expect(Object.values(records[0]!.phases)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test("of an answer that the caller has already says so", async () => {
    const records: RequestRecord[] = [];
    const policy = { cache: cachePolicy({ scope: "public", validator: "etag" }) };
    const cached = operation("thing", "GET", "/thing", {
      answers: { 200: answer({ "application/json": json(Type.Any()) }) },
      policy,
    });
    const { call } = testApp([[cached, ok]], { observers: [(record) => void records.push(record)] });
    const { headers } = await call("GET", "/thing");
    await call("GET", "/thing", { headers: { "If-None-Match": headers.get("etag") ?? "" } });
    expect(records.map(({ status, cache }) => [status, cache])).toEqual([
      [200, null],
      [304, "fresh"],
    ]);
  });

  test("counts the time that a handler took until the deadline", async () => {
    const { call, records } = observed(() => new Promise(() => {}), {
      ...secured,
      policy: { timeoutMs: 20, transaction: "none" },
    });
    expect((await call("POST", "/notes", request)).status).toBe(503);
    expect(records[0]).toMatchObject({ status: 503, code: "unavailable", abandoned: false });
    expect(records[0]!.phases.handler).toBeGreaterThan(15);
  });

  test("tells a caller that went away from a failure of ours", async () => {
    const { promise: told, resolve: tell } = Promise.withResolvers<RequestRecord>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const handler: TestHandler = () => {
      begin();
      return new Promise(() => {});
    };
    const { app } = testApp([[operation("slow", "GET", "/slow"), handler]], { observers: [tell] });
    await listening(app, async (port) => {
      const leaving = new AbortController();
      const answer = fetch(`http://localhost:${port}/slow`, { signal: leaving.signal }).catch(() => "gone");
      await begun;
      leaving.abort();
      expect(await answer).toBe("gone");
      expect(await told).toMatchObject({ operation: "slow", abandoned: true, cause: undefined });
    });
  });
});

describe("observers", () => {
  test("one that throws keeps neither the answer from the caller nor the record from the others", async () => {
    const broken: Observer = () => {
      throw new Error("the disk of metrics is full");
    };
    const { call, records, lines } = observed(ok, { ...secured, policy: { transaction: "none" } }, [broken]);
    expect((await call("POST", "/notes", request)).status).toBe(200);
    expect(records.length).toBe(1);
    expect(lines.map(({ message }) => message)).toEqual(["request", "an observer of requests failed"]);
    expect(lines[1]).toMatchObject({
      level: "error",
      operation: "note",
      requestId: records[0]!.requestId,
      cause: { message: "the disk of metrics is full" },
    });
  });

  test("a handler that throws is one line with its cause, and a 500 without a word of it", async () => {
    const { call, lines } = observed(
      () => {
        throw new Error("the inner workings");
      },
      { ...secured, policy: { transaction: "none" } },
    );
    const answered = await call("POST", "/notes", request);
    expect(answered.status).toBe(500);
    expect(answered.text).not.toContain("workings");
    expect(lines).toMatchObject([{ level: "error", status: 500, cause: { message: "the inner workings" } }]);
  });
});

describe("Server-Timing", () => {
  const timed = (settings: object) => testApp([[operation("thing", "GET", "/thing", secured), ok]], { settings });
  const ask = async (settings: object, authorization = "Bearer u1 ") =>
    (await timed(settings).call("GET", "/thing", { headers: { authorization } })).headers.get("server-timing");

  test("is on every answer where the settings say so, refusals included", async () => {
    expect(await ask({ serverTiming: true })).toMatch(
      /^admit;dur=[\d.]+, authenticate;dur=[\d.]+, authorize;dur=[\d.]+, validate;dur=[\d.]+, handler;dur=[\d.]+, total;dur=[\d.]+$/,
    );
    expect(await ask({ serverTiming: true }, "Bearer bad")).toMatch(
      /^admit;dur=[\d.]+, authenticate;dur=[\d.]+, total/,
    );
    const { headers } = await timed({ serverTiming: true }).call("GET", "/nothing");
    expect(headers.get("server-timing")).toMatch(/^total;dur=[\d.]+$/);
  });

  test("is otherwise for callers of one scope only", async () => {
    const settings = { serverTimingScope: "diagnostics:read" };
    expect(await ask(settings)).toBeNull();
    expect(await ask(settings, "Bearer u1 diagnostics:write")).toBeNull();
    expect(await ask(settings, "Bearer u1 diagnostics:read")).toContain("handler;dur=");
    expect(await ask({}, "Bearer u1 diagnostics:read")).toBeNull();
  });
});
