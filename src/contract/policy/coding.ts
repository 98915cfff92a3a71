/** Which content coding an answer goes out in (RFC 9110, section 12.5.3). */
import { parseQuality } from "#contract/policy/quality";

/** Of those that a caller likes equally, the first: zstd costs a fifth of brotli, and gzip is larger than both. */
export const CODINGS = ["zstd", "br", "gzip"] as const;
export type Coding = (typeof CODINGS)[number];

/** What a caller takes: ours, the best first, and whether the answer may come as it is. */
export interface Accepted {
  readonly codings: readonly Coding[];
  readonly identity: boolean;
}

/** More than any client sends; what comes after them is not looked at. */
const MAX_CODINGS = 50;
const NOTHING_SAID: Accepted = { codings: [], identity: true };

/** The few fields that clients send are read once; none of them is long. */
const known = new Map<string, Accepted>();
const MAX_KNOWN = 1_000;
const MAX_KNOWN_LENGTH = 100;

/**
 * Without the field, or with an empty one, an answer comes as it is. `identity` is refused only where it or, without it,
 * `*` has the quality 0.
 */
export function acceptedCodings(field: string | null): Accepted {
  if (field === null || field === "") return NOTHING_SAID;
  const before = known.get(field);
  if (before) return before;
  const accepted = read(field);
  if (field.length > MAX_KNOWN_LENGTH) return accepted;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(field, accepted);
  return accepted;
}

function read(field: string): Accepted {
  const qualities = new Map<string, number>();
  for (const part of field.split(",", MAX_CODINGS)) {
    const { name, quality } = parseQuality(part);
    if (name !== "" && !qualities.has(alias(name))) qualities.set(alias(name), quality);
  }
  const others = qualities.get("*");
  const quality = (coding: string) => qualities.get(coding) ?? others ?? 0;
  const identity = qualities.get("identity") ?? others ?? 1;
  // What is liked less than the answer as it is, is not what the caller asked for.
  const floor = qualities.get("identity") ?? 0;
  const codings = CODINGS.filter((coding) => quality(coding) > 0 && quality(coding) >= floor);
  return { codings: codings.sort((a, b) => quality(b) - quality(a)), identity: identity > 0 };
}

/** RFC 9110, section 8.4.1.3: another name of gzip. */
const alias = (name: string): string => (name === "x-gzip" ? "gzip" : name);
