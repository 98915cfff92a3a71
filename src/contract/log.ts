import type { Observer, PhaseTimes, RequestRecord } from "#contract/record";
import { toMicroseconds } from "#contract/record";
import type { Log } from "#lib/log";

/** The one line of a request. docs/operations.md explains each field; a test compares them. */
export function requestLine(log: Log): Observer {
  return (record) => {
    if (record.cause === undefined) log.line("info", lineOf(record), "request");
    else log.line("error", { ...lineOf(record), cause: withoutRows(record.cause) }, "request");
  };
}

/** Longer addresses are cut off: what they ask for is at their beginning. */
const PATH_LENGTH_MAX = 1024;

function lineOf(record: RequestRecord) {
  const { path, phases, trace } = record;
  return {
    operation: record.operation,
    method: record.method,
    path: path.length > PATH_LENGTH_MAX ? path.slice(0, PATH_LENGTH_MAX) : path,
    status: record.status,
    code: record.code,
    abandoned: record.abandoned,
    subject: record.subject,
    scheme: record.scheme,
    organization: record.organization,
    durationMs: record.durationMs,
    phasesMs: rounded(phases),
    bytesIn: record.bytesIn,
    bytesOut: record.bytesOut,
    cache: record.cache,
    requestId: record.requestId,
    traceId: trace.traceId,
    spanId: trace.spanId,
    parentSpanId: trace.parentSpanId,
    address: record.address,
  };
}

const rounded = (phases: Readonly<PhaseTimes>) => ({
  admit: toMicroseconds(phases.admit),
  authenticate: toMicroseconds(phases.authenticate),
  authorize: toMicroseconds(phases.authorize),
  validate: toMicroseconds(phases.validate),
  prepare: toMicroseconds(phases.prepare),
  handler: toMicroseconds(phases.handler),
});

/** A log that does not take a line must not take the answer with it. */
export function logFailure(log: Log, line: Record<string, unknown>, cause: unknown, message: string): void {
  try {
    log.line("error", { ...line, cause: withoutRows(cause) }, message);
  } catch {
    // Nowhere left to say so.
  }
}

/** What may be written down of an error. */
export interface Described {
  readonly type: string;
  readonly message?: string;
  readonly code?: string;
  readonly stack?: string;
}

/** PostgreSQL puts values into an error's detail and where, and for data exceptions (class 22) into its message: those stay out. */
export function withoutRows(cause: unknown): Described {
  if (!(cause instanceof Error)) return { type: typeof cause };
  const { name, message, stack } = cause;
  const code = "code" in cause ? String(cause.code) : undefined;
  if (code?.startsWith("22")) return { type: name, code };
  return { type: name, message, ...(code !== undefined && { code }), ...(stack !== undefined && { stack }) };
}
