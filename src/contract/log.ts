import type { Logger } from "#lib/log";

/** The one line of a request. No query, no header and no body: none of them can carry a secret into the log. */
export interface RequestLine {
  readonly operation: string | null;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The problem's code, or null. */
  readonly code: string | null;
  readonly subject: string | null;
  /** To the microsecond. */
  readonly durationMs: number;
  /** What Content-Length announced. */
  readonly bytesIn: number;
  readonly bytesOut: number | null;
  readonly requestId: string;
  readonly address: string;
  /** What made it our fault, for us alone; undefined where it is not. */
  readonly cause: unknown;
}

/** A log that does not take a line must not take the answer with it. */
export function logRequest(log: Logger, line: RequestLine): void {
  try {
    if (line.cause === undefined) log.info(line, "request");
    else log.error({ ...line, cause: withoutRows(line.cause) }, "request");
  } catch {
    // Nowhere left to say so.
  }
}

/** A stream that broke off after its request had its line. */
export function logFailure(log: Logger, line: Record<string, unknown>, cause: unknown): void {
  try {
    log.error({ ...line, cause: withoutRows(cause) }, "an answer broke off");
  } catch {
    // As above.
  }
}

/** PostgreSQL puts values into an error's detail and where, and for data exceptions (class 22) into its message: those stay out. */
function withoutRows(cause: unknown): Record<string, unknown> {
  if (!(cause instanceof Error)) return { type: typeof cause };
  const { name, message, stack } = cause;
  const code = "code" in cause ? String(cause.code) : undefined;
  if (code?.startsWith("22")) return { type: name, code };
  return { type: name, message, code, stack };
}
