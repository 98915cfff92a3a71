import { describe, expect, test } from "bun:test";
import { openReporting } from "../../src/observe/reporting";
import { operation, pathParameter, type TestHandler, testApp } from "../contract/pipeline/support";
import { BUILD, linesOf, ORIGIN } from "./given";
import { Receiver } from "./receiver";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const SPAN = "00f067aa0ba902b7";

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: Record<string, unknown> }[];
  events: { name: string }[];
  status: { code: number };
}

interface Export {
  resourceSpans: { resource: { attributes: Span["attributes"] }; scopeSpans: { spans: Span[] }[] }[];
}

const values = (attributes: Span["attributes"]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

async function traced(
  receiver: Receiver,
  headers: Record<string, string>,
  handler: TestHandler,
  endpoint = receiver.origin,
) {
  const log = await linesOf();
  const traces = { endpoint: `${endpoint}/`, headers: { "x-key": "k 1" } };
  const reporting = await openReporting({
    build: BUILD,
    publicOrigin: ORIGIN,
    profile: "staging",
    log: log.log,
    sentryDsn: null,
    traces,
  });
  const { call } = testApp(
    [[operation("thing", "GET", "/things/{id}", { parameters: [pathParameter("id")] }), handler]],
    {
      observers: reporting.observers,
      settings: { traceSampleRatio: 1 },
    },
  );
  const answered = await call("GET", "/things/7", { headers: { ...headers, Cookie: "a=secret" } });
  const since = performance.now();
  await reporting.close();
  const exports = receiver.received.map(({ body }) => JSON.parse(body) as Export);
  const spans = exports.flatMap((each) =>
    each.resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)),
  );
  return { answered, spans, exports, closeMs: performance.now() - since, lines: log.lines };
}

describe("spans", () => {
  test("a request is a span of the server below its caller's, with a span below it for each phase", async () => {
    using receiver = new Receiver();
    const traceparent = `00-${TRACE}-${SPAN}-01`;
    const { spans, exports, answered } = await traced(receiver, { traceparent }, () => ({ status: 200, body: {} }));
    const [server, ...phases] = spans;
    expect(server).toMatchObject({ traceId: TRACE, parentSpanId: SPAN, name: "GET /things/{id}", kind: 2 });
    expect(answered.headers.get("traceresponse")).toBe(`00-${TRACE}-${server!.spanId}-01`);
    expect(values(server!.attributes)).toMatchObject({
      "http.request.method": "GET",
      "http.route": "/things/{id}",
      "http.response.status_code": 200,
      "url.path": "/things/7",
      "url.scheme": "https",
      operation: "thing",
      "request.id": answered.headers.get("x-request-id"),
    });
    expect(JSON.stringify(exports)).not.toContain("secret");
    expect(phases.map(({ name }) => name)).toEqual(["admit", "validate", "handler"]);
    for (const phase of phases) expect(phase).toMatchObject({ traceId: TRACE, parentSpanId: server!.spanId });
    const ends = [...phases.slice(0, -1).map(({ endTimeUnixNano }) => Number(endTimeUnixNano) / 1e6)];
    for (const [i, end] of ends.entries()) expect(Number(phases[i + 1]!.startTimeUnixNano) / 1e6).toBeCloseTo(end, 1);
    expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(4);
    expect(values(exports[0]!.resourceSpans[0]!.resource.attributes)).toMatchObject({
      "service.name": "groundwork",
      "service.version": "1.2.3+4f2a91c",
      "deployment.environment.name": "staging",
    });
    expect(receiver.received[0]!.path).toBe("/v1/traces");
    expect(receiver.received[0]!.headers.get("x-key")).toBe("k 1");
  });

  test("a failure of ours is an error with its exception", async () => {
    using receiver = new Receiver();
    const { spans } = await traced(receiver, {}, () => {
      throw new TypeError("the inner workings");
    });
    expect(spans[0]).toMatchObject({ status: { code: 2 }, events: [{ name: "exception" }] });
    expect(values(spans[0]!.attributes)["error.type"]).toBe("internal");
  });

  test("nothing is exported of a trace whose caller does not sample it", async () => {
    using receiver = new Receiver();
    await traced(receiver, { traceparent: `00-${TRACE}-${SPAN}-00` }, () => ({ status: 200, body: {} }));
    expect(receiver.received).toEqual([]);
  });

  test("a collector that is away, or never answers, holds nobody up for long, and one that is away is told of in the log", async () => {
    using silent = new Receiver(() => new Promise(() => {}));
    const refusing = new Receiver();
    refusing[Symbol.dispose]();
    const ok: TestHandler = () => ({ status: 200, body: {} });
    const [hung, away] = await Promise.all([traced(silent, {}, ok), traced(refusing, {}, ok)]);
    expect(hung.answered.status).toBe(200);
    expect(hung.closeMs).toBeLessThan(4_000);
    expect(away.closeMs).toBeLessThan(4_000);
    expect(away.lines).toContainEqual(expect.objectContaining({ level: "warn", msg: "spans were not exported" }));
  });
});
