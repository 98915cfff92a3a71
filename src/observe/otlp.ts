/**
 * Spans by OTLP over HTTP, made from the finished records: one of the server for each sampled request, and one below it
 * for each phase. No instrumentation runs inside a request. reporting.ts loads this file where an endpoint is configured.
 */
import {
  type Attributes,
  DiagLogLevel,
  diag,
  type HrTime,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, RandomIdGenerator, type ReadableSpan } from "@opentelemetry/sdk-trace";
import {
  ATTR_CLIENT_ADDRESS,
  ATTR_ERROR_TYPE,
  ATTR_EXCEPTION_MESSAGE,
  ATTR_EXCEPTION_STACKTRACE,
  ATTR_EXCEPTION_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_SERVICE_NAME,
  ATTR_SERVICE_VERSION,
  ATTR_URL_PATH,
  ATTR_URL_SCHEME,
} from "@opentelemetry/semantic-conventions";
import { withoutRows } from "#contract/log";
import { KNOWN_METHODS } from "#contract/mount";
import { PHASES, type RequestRecord } from "#contract/record";
import { type Build, releaseOf } from "#lib/build";
import type { Log } from "#lib/log";
import type { Reporter } from "./reporting";

export interface TraceOptions {
  /** The collector's base address, "http://localhost:4318". */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly build: Build;
  readonly profile: string;
  /** Its scheme is the one that callers see: whoever ends TLS stands before this process. */
  readonly publicOrigin: string;
  readonly log: Log;
}

/** Spans that wait to be sent; those that come while it is full are dropped. */
const QUEUE_MAX = 8192;
const BATCH_MAX = 512;
const SEND_EVERY_MS = 2_000;
const SEND_TIMEOUT_MS = 5_000;
const CLOSE_TIMEOUT_MS = 3_000;
/** Longer addresses are cut off, as they are in the log. */
const PATH_LENGTH_MAX = 1024;

type SharedParts = Pick<ReadableSpan, "resource" | "instrumentationScope">;

export function openTraces({ endpoint, headers, build, profile, publicOrigin, log }: TraceOptions): Reporter {
  // Failures to send end up here, and nowhere else.
  const warn = (message: string) => log.warn({ message }, "spans were not exported");
  const quiet = () => {};
  diag.setLogger({ error: warn, warn, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.WARN);
  const url = `${endpoint.replace(/\/+$/, "")}/v1/traces`;
  const processor = new BatchSpanProcessor({
    exporter: new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: SEND_TIMEOUT_MS }),
    maxQueueSize: QUEUE_MAX,
    maxExportBatchSize: BATCH_MAX,
    scheduledDelayMillis: SEND_EVERY_MS,
    exportTimeoutMillis: SEND_TIMEOUT_MS,
  });
  const shared: SharedParts = {
    resource: resourceFromAttributes({
      [ATTR_SERVICE_NAME]: "groundwork",
      [ATTR_SERVICE_VERSION]: releaseOf(build),
      "deployment.environment.name": profile,
    }),
    instrumentationScope: { name: "groundwork", version: build.version },
  };
  const scheme = new URL(publicOrigin).protocol.slice(0, -1);
  const ids = new RandomIdGenerator();
  return {
    observe: (record) => {
      if (!record.trace.sampled) return;
      processor.onEnd(requestSpan(record, shared, scheme));
      for (const span of phaseSpans(record, shared, ids)) processor.onEnd(span);
    },
    close: async () => {
      const closed = processor.shutdown().catch((error) => warn(String(error)));
      await Promise.race([closed, Bun.sleep(CLOSE_TIMEOUT_MS)]);
    },
  };
}

function requestSpan(record: RequestRecord, shared: SharedParts, scheme: string): ReadableSpan {
  const { method, route, trace, startedAtMs, durationMs, status, cause } = record;
  // By the semantic conventions all other methods are one.
  const known = KNOWN_METHODS.has(method) ? method : "_OTHER";
  const parent = trace.parentSpanId;
  const failed = status >= 500;
  return {
    ...base(shared, startedAtMs, durationMs),
    name: route === null ? known : `${known} ${route}`,
    kind: SpanKind.SERVER,
    spanContext: () => contextOf(record, trace.spanId),
    ...(parent !== null && { parentSpanContext: { ...contextOf(record, parent), isRemote: true } }),
    status: { code: failed ? SpanStatusCode.ERROR : SpanStatusCode.UNSET },
    attributes: attributesOf(record, known, scheme),
    events: cause === undefined ? [] : [exceptionOf(cause, startedAtMs + durationMs)],
  };
}

function attributesOf(record: RequestRecord, method: string, scheme: string): Attributes {
  const { operation, route, path, status, code, requestId, subject, address } = record;
  return {
    [ATTR_HTTP_REQUEST_METHOD]: method,
    [ATTR_HTTP_RESPONSE_STATUS_CODE]: status,
    [ATTR_URL_PATH]: path.slice(0, PATH_LENGTH_MAX),
    [ATTR_URL_SCHEME]: scheme,
    [ATTR_CLIENT_ADDRESS]: address,
    "request.id": requestId,
    ...(operation !== null && { operation }),
    ...(route !== null && { [ATTR_HTTP_ROUTE]: route }),
    ...(subject !== null && { "user.id": subject }),
    ...(code !== null && { "problem.code": code }),
    ...(status >= 500 && { [ATTR_ERROR_TYPE]: code ?? String(status) }),
  };
}

function exceptionOf(cause: unknown, atMs: number): ReadableSpan["events"][number] {
  const { type, message, stack } = withoutRows(cause);
  const attributes: Attributes = {
    [ATTR_EXCEPTION_TYPE]: type,
    ...(message !== undefined && { [ATTR_EXCEPTION_MESSAGE]: message }),
    ...(stack !== undefined && { [ATTR_EXCEPTION_STACKTRACE]: stack }),
  };
  return { name: "exception", time: hrTime(atMs), attributes };
}

/** Phases follow each other without gaps, so that each begins where the one before it ended. */
function* phaseSpans(record: RequestRecord, shared: SharedParts, ids: RandomIdGenerator): Generator<ReadableSpan> {
  let atMs = record.startedAtMs;
  for (const phase of PHASES) {
    const tookMs = record.phases[phase];
    if (tookMs === 0) continue;
    const own = contextOf(record, ids.generateSpanId());
    yield {
      ...base(shared, atMs, tookMs),
      name: phase,
      kind: SpanKind.INTERNAL,
      spanContext: () => own,
      parentSpanContext: contextOf(record, record.trace.spanId),
      status: { code: SpanStatusCode.UNSET },
      attributes: {},
      events: [],
    };
    atMs += tookMs;
  }
}

const contextOf = ({ trace }: RequestRecord, spanId: string) => ({
  traceId: trace.traceId,
  spanId,
  traceFlags: TraceFlags.SAMPLED,
});

const base = (shared: SharedParts, startedAtMs: number, durationMs: number) => ({
  ...shared,
  startTime: hrTime(startedAtMs),
  endTime: hrTime(startedAtMs + durationMs),
  duration: hrTime(durationMs),
  ended: true,
  links: [],
  droppedAttributesCount: 0,
  droppedEventsCount: 0,
  droppedLinksCount: 0,
});

/** Seconds, and the nanoseconds beyond them. */
function hrTime(ms: number): HrTime {
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
}
