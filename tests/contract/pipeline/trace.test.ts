import { describe, expect, test } from "bun:test";
import type { RequestRecord } from "#contract/record";
import { traceOf } from "#contract/trace";
import { listening, operation, type TestHandler, talk, testApp } from "./support";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const SPAN = "00f067aa0ba902b7";
const PARENT = `00-${TRACE}-${SPAN}-01`;

/** An app whose one handler says what a call of its own would carry, and the records of its requests. */
function app(settings = {}) {
  const records: RequestRecord[] = [];
  const handler: TestHandler = (ctx) => ({ status: 200, body: ctx.trace.headers });
  const observers = [(record: RequestRecord) => void records.push(record)];
  const { call, app: server } = testApp([[operation("thing", "GET", "/thing"), handler]], { settings, observers });
  const send = async (headers: Record<string, string>) => {
    const { body, headers: answered } = await call("GET", "/thing", { headers });
    return { outgoing: body, response: answered.get("traceresponse"), record: records.at(-1)! };
  };
  return { send, server, records };
}

describe("a request that belongs to a trace", () => {
  test("goes on with it: its own span below the caller's, in the answer, in calls of its own and on record", async () => {
    const { outgoing, response, record } = await app().send({ traceparent: PARENT, tracestate: "vendor=a, other@x=b" });
    const { trace } = record;
    expect(trace).toMatchObject({ traceId: TRACE, parentSpanId: SPAN, sampled: true });
    expect(trace.spanId).toMatch(/^[0-9a-f]{16}$/);
    expect(trace.spanId).not.toBe(SPAN);
    expect(response).toBe(`00-${TRACE}-${trace.spanId}-01`);
    expect(outgoing).toEqual({ traceparent: `00-${TRACE}-${trace.spanId}-01`, tracestate: "vendor=a,other@x=b" });
  });

  test.each([
    ["00", false, "00"],
    ["01", true, "01"],
    ["02", false, "02"],
    ["03", true, "03"],
    ["ff", true, "03"],
  ])("flags %s: what is known of them is passed on, and the rest is not", async (flags, sampled, passedOn) => {
    const { record, response } = await app({ traceSampleRatio: 1 }).send({
      traceparent: `00-${TRACE}-${SPAN}-${flags}`,
    });
    expect(record.trace.sampled).toBe(sampled);
    expect(response?.slice(-2)).toBe(passedOn);
  });

  test.each([
    ["a later version", `01-${TRACE}-${SPAN}-01`],
    ["a later version that says more", `cc-${TRACE}-${SPAN}-01-what-else`],
  ])("%s is read as far as it is known", async (_, traceparent) => {
    expect((await app().send({ traceparent })).record.trace).toMatchObject({ traceId: TRACE, parentSpanId: SPAN });
  });
});

describe("a traceparent that breaks the rules counts as none", () => {
  test.each([
    ["no version", `${TRACE}-${SPAN}-01`],
    ["version ff", `ff-${TRACE}-${SPAN}-01`],
    ["version 00 that says more", `${PARENT}-more`],
    ["a later version that runs on", `01-${TRACE}-${SPAN}-01more`],
    ["a trace id of zeros", `00-${"0".repeat(32)}-${SPAN}-01`],
    ["a span id of zeros", `00-${TRACE}-${"0".repeat(16)}-01`],
    ["upper case", PARENT.toUpperCase()],
    ["a short trace id", `00-${TRACE.slice(1)}-${SPAN}-01`],
    ["no flags", `00-${TRACE}-${SPAN}`],
    ["flags that are none", `00-${TRACE}-${SPAN}-0x`],
    ["a space within", `00-${TRACE} -${SPAN}-01`],
    ["two in one", `${PARENT}, ${PARENT}`],
    ["nothing", ""],
  ])("%s", async (_, traceparent) => {
    const { record, outgoing } = await app().send({ traceparent, tracestate: "vendor=a" });
    expect(record.trace).toMatchObject({
      parentSpanId: null,
      state: null,
      traceId: record.requestId.replaceAll("-", ""),
    });
    expect(outgoing.tracestate).toBeUndefined();
  });

  test("two header lines, even of the same value", async () => {
    const { server, records } = app();
    const head = (port: number) =>
      `GET /thing HTTP/1.1\r\nHost: localhost:${port}\r\ntraceparent: ${PARENT}\r\ntraceparent: ${PARENT}\r\n\r\n`;
    await listening(server as never, (port) => talk(port, head(port)));
    expect(records[0]?.trace.parentSpanId).toBeNull();
  });
});

describe("tracestate", () => {
  const member = (name: string, length: number) => `${name}=${"v".repeat(length - name.length - 1)}`;
  const many = (count: number) => Array.from({ length: count }, (_, i) => `k${i}=v`).join(",");

  test.each<[string, string, string | undefined]>([
    ["empty members are left out", "a=1,, ,b=2", "a=1,b=2"],
    ["32 members are passed on", many(32), many(32)],
    ["33 members are not", many(33), undefined],
    ["a key twice: none is", "a=1,a=2", undefined],
    ["a key in upper case: none is", "a=1,B=2", undefined],
    ["a value with an equals sign: none is", "a=1=2", undefined],
    ["a member without a value: none is", "a=1,b", undefined],
    ["a character that is no ASCII: none is", "a=\u00e9", undefined],
    [
      "what is too long loses its long members first",
      `a=1,${member("b", 250)},${member("d", 250)},${member("c", 120)}`,
      `a=1,${member("c", 120)}`,
    ],
    [
      "and then those at its end",
      [1, 2, 3, 4, 5].map((i) => member(`k${i}`, 120)).join(),
      [1, 2, 3, 4].map((i) => member(`k${i}`, 120)).join(),
    ],
  ])("%s", async (_, tracestate, passedOn) => {
    const { outgoing } = await app().send({ traceparent: PARENT, tracestate });
    expect(outgoing.tracestate).toBe(passedOn);
  });
});

describe("a trace that begins here", () => {
  test("has the request's id for its own", async () => {
    const { record, response } = await app().send({});
    const own = record.requestId.replaceAll("-", "");
    expect(record.trace).toMatchObject({ traceId: own, spanId: own.slice(16), parentSpanId: null });
    expect(response).toBe(`00-${own}-${own.slice(16)}-02`);
  });

  test("is sampled in the share that the settings say, the same ones everywhere", () => {
    const ids = Array.from({ length: 4000 }, () => Bun.randomUUIDv7());
    const sampled = (ratio: number) => ids.filter((id) => traceOf(id, null, null, ratio).sampled);
    expect(sampled(0)).toEqual([]);
    expect(sampled(1)).toEqual(ids);
    expect(sampled(0.25).length).toBeWithin(800, 1200);
    expect(sampled(0.25)).toEqual(sampled(0.25));
  });
});
