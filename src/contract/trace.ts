/**
 * W3C Trace Context (Level 2): where a request stands in the trace of whoever called, and what calls of ours carry on.
 * A header that breaks the rules counts as one that was not sent. A caller decides nothing but ids and sampling by it.
 */

/** A request's place in its trace. */
export interface Trace {
  /** 32 lower-case hex digits. */
  readonly traceId: string;
  /** Of this request's own span: 16 lower-case hex digits. */
  readonly spanId: string;
  /** The caller's span; null where the trace begins here. */
  readonly parentSpanId: string | null;
  /** Whether spans of it are exported. */
  readonly sampled: boolean;
  /** Whether the last 56 bits of the trace id are known to be random (Level 2, section 3.2.2.5.2). */
  readonly random: boolean;
  /** What other tracing systems have noted, to be passed on as it is. */
  readonly state: string | null;
}

/** For a call to another service that belongs to this request. */
export interface TraceHeaders {
  readonly traceparent: string;
  readonly tracestate?: string;
}

const SAMPLED = 1;
const RANDOM = 2;
const VERSION_00_LENGTH = 55;
const PARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})/;
const NO_TRACE = "0".repeat(32);
const NO_SPAN = "0".repeat(16);
const MEMBERS_MAX = 32;
/** Section 3.3.1.5: what everybody passes on at least; whole members go where there is more, the longest first. */
const STATE_LENGTH_MAX = 512;
const MEMBER_LENGTH_LARGE = 128;
const MEMBER = /^([a-z0-9][a-z0-9_\-*/@]{0,255})=[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/;

/**
 * The request's id is a UUIDv7, whose end is random: it gives the span its id, and the trace too where it begins here.
 * `sampleRatio` of those are sampled, the same ones in every process.
 */
export function traceOf(requestId: string, parent: string | null, state: string | null, sampleRatio: number): Trace {
  const own = requestId.replaceAll("-", "");
  const spanId = own.slice(16);
  const caller = parent === null ? null : readParent(parent);
  if (caller) return { ...caller, spanId, state: state === null ? null : readState(state) };
  const sampled = sampleRatio > 0 && Number.parseInt(own.slice(24), 16) < sampleRatio * 2 ** 32;
  return { traceId: own, spanId, parentSpanId: null, sampled, random: true, state: null };
}

/** Section 3.2. A later version may say more, after a dash; "ff" is none. */
function readParent(header: string): Pick<Trace, "traceId" | "parentSpanId" | "sampled" | "random"> | null {
  const [, version, traceId = NO_TRACE, parentSpanId = NO_SPAN, flags = "00"] = PARENT.exec(header) ?? [];
  if (version === undefined || version === "ff" || traceId === NO_TRACE || parentSpanId === NO_SPAN) return null;
  if (header.length > VERSION_00_LENGTH && (version === "00" || header[VERSION_00_LENGTH] !== "-")) return null;
  const bits = Number.parseInt(flags, 16);
  return { traceId, parentSpanId, sampled: (bits & SAMPLED) !== 0, random: (bits & RANDOM) !== 0 };
}

/** Section 3.3: null where one member breaks the rules, because nobody knows then what the others mean. */
function readState(header: string): string | null {
  const members = header
    .split(",")
    .map((member) => member.replace(/^[ \t]+|[ \t]+$/g, ""))
    .filter((member) => member !== "");
  const keys = new Set(members.map((member) => MEMBER.exec(member)?.[1]));
  if (members.length > MEMBERS_MAX || keys.size !== members.length || keys.has(undefined)) return null;
  const whole = members.join(",");
  return (whole.length <= STATE_LENGTH_MAX ? whole : shortened(members)) || null;
}

function shortened(members: readonly string[]): string {
  let text = "";
  for (const member of members) {
    if (member.length > MEMBER_LENGTH_LARGE) continue;
    const longer = text === "" ? member : `${text},${member}`;
    if (longer.length > STATE_LENGTH_MAX) break;
    text = longer;
  }
  return text;
}

/** As traceparent and traceresponse carry it; the caller's span is ours to whoever reads it. */
export const traceparent = ({ traceId, spanId, sampled, random }: Trace): string =>
  `00-${traceId}-${spanId}-0${(sampled ? SAMPLED : 0) + (random ? RANDOM : 0)}`;

export const traceHeaders = (trace: Trace): TraceHeaders =>
  trace.state === null
    ? { traceparent: traceparent(trace) }
    : { traceparent: traceparent(trace), tracestate: trace.state };
