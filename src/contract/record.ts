/** What is known of a request at its end. Log line, metrics, spans and reports are made from it, and from nothing else. */
import type { CacheUse } from "#contract/policy/keep";
import type { Trace } from "#contract/trace";

/** What a request's time is spent on, in this order and without gaps. */
export const PHASES = ["admit", "authenticate", "authorize", "validate", "prepare", "handler"] as const;
export type Phase = (typeof PHASES)[number];

/** Milliseconds by phase; 0 where the operation does without it. */
export class PhaseTimes {
  admit = 0;
  authenticate = 0;
  authorize = 0;
  validate = 0;
  prepare = 0;
  handler = 0;
}

/** No query, no header and no body: none of them can carry a secret into a log, a metric or a report. */
export interface RequestRecord {
  /** Null where the request reached none. */
  readonly operation: string | null;
  readonly method: string;
  /** Percent-encoded, as it was sent. */
  readonly path: string;
  /** As the contract has it, with the names of its parameters; null where there is no operation. */
  readonly route: string | null;
  readonly status: number;
  /** The problem's code, or null. */
  readonly code: string | null;
  /** Whether the caller had gone before its answer. */
  readonly abandoned: boolean;
  readonly subject: string | null;
  readonly scheme: string | null;
  readonly organization: string | null;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  /** To the microsecond. */
  readonly durationMs: number;
  readonly phases: Readonly<PhaseTimes>;
  /** What Content-Length announced. */
  readonly bytesIn: number;
  /** Null for a stream, whose length is not known yet. */
  readonly bytesOut: number | null;
  /** What the server's own cache had; `fresh` where it has none and the caller's copy was still good. */
  readonly cache: CacheUse | "fresh" | null;
  readonly requestId: string;
  readonly trace: Trace;
  readonly address: string;
  /** What made it our fault, for us alone; undefined where it is not. */
  readonly cause: unknown;
}

/** Told of every request, once, when its answer is ready. What it throws is logged, and nobody else is the worse for it. */
export type Observer = (record: RequestRecord) => void;

/** To the microsecond: what is finer is noise. */
export const toMicroseconds = (ms: number): number => Math.round(ms * 1000) / 1000;
