import type { Audit, CachePolicy, CacheTag, Method, Policy, RateLimit } from "#contract/operation";
import { pipelineProblems } from "#contract/problem";
import { didYouMean, listed } from "./faults.ts";
import { checkAgainst } from "./policy-schema.ts";
import type { Reading } from "./reading.ts";
import { child, encodePointer, isRecord, items, members, type Place } from "./source.ts";
import { bytesOf, limitOf, millisecondsOf } from "./units.ts";

/** The block as policy.schema.json lets it through. */
interface WrittenPolicy {
  rateLimit: string;
  bodyLimit?: string;
  timeout?: string;
  fresh?: string;
  cache?: WrittenCache;
  compress?: "always" | "never";
  objective?: { rate: string; p95: string };
  idempotency?: Policy["idempotency"];
  precondition?: Policy["precondition"];
  audit:
    | { event: string; fields: string[]; answers?: Record<number, string>; problems?: Record<string, string> }
    | { none: string };
  problems?: string[];
  page?: { maximum: number; default: number };
  transaction?: Policy["transaction"];
  response?: Policy["response"];
  listener?: Policy["listener"];
}

interface WrittenCache {
  scope: CachePolicy["scope"];
  maxAge: string;
  sharedMaxAge?: string;
  validator?: CachePolicy["validator"];
  keep?: string;
  tags?: string[];
}

export interface ReadPolicy {
  readonly policy: Policy;
  /** Codes in the contract's order. */
  readonly problems: string[];
  readonly place: Place;
}

/** What a request gets when its policy does not say. */
const DEFAULT_TIMEOUT_MS = 10_000;

/** What an operation whose policy is refused counts as, so that one fault does not cause others. */
const REFUSED: Policy = {
  rateLimit: { name: "" },
  bodyLimitBytes: 0,
  timeoutMs: DEFAULT_TIMEOUT_MS,
  freshMs: null,
  transaction: "none",
  precondition: "none",
  idempotency: "none",
  cache: null,
  compress: false,
  objective: null,
  page: null,
  audit: null,
  response: "enforce",
  listener: "public",
};

/** Reads x-policy. Undefined problems or names are refused here; what must agree with the rest of the operation, elsewhere. */
export function readPolicy(
  reading: Reading,
  limits: Readonly<Record<string, RateLimit>>,
  operation: Place,
  method: Method,
): ReadPolicy {
  const place = child(operation, "x-policy") ?? { value: {}, pointer: `${operation.pointer}/x-policy` };
  const isWellFormed = checkAgainst(reading, "policy", place, operation);
  const rateLimit = limitNamed(reading, limits, place);
  const problems = checkProblems(reading, place);
  if (!isWellFormed) return { policy: { ...REFUSED, rateLimit }, problems, place };
  const written = place.value as unknown as WrittenPolicy;
  const policy: Policy = {
    rateLimit,
    bodyLimitBytes: written.bodyLimit ? bytesOf(written.bodyLimit) : 0,
    timeoutMs: written.timeout ? millisecondsOf(written.timeout) : DEFAULT_TIMEOUT_MS,
    freshMs: written.fresh ? millisecondsOf(written.fresh) : null,
    transaction: written.transaction ?? (method === "GET" ? "none" : "pipeline"),
    precondition: written.precondition ?? "none",
    idempotency: written.idempotency ?? "none",
    cache: written.cache ? readCache(reading, place, written.cache) : null,
    compress: written.compress ? written.compress === "always" : method === "GET",
    objective: written.objective ? readObjective(written.objective) : null,
    page: written.page ?? null,
    audit: readAudit(reading, place, written, problems),
    response: written.response ?? "enforce",
    listener: written.listener ?? "public",
  };
  return { policy, problems, place };
}

function limitNamed(reading: Reading, limits: Readonly<Record<string, RateLimit>>, policy: Place): RateLimit {
  const name = child(policy, "rateLimit")?.value;
  if (typeof name !== "string") return { name: "" };
  const limit = Object.hasOwn(limits, name) ? limits[name] : undefined;
  if (limit) return limit;
  const near = didYouMean(name, Object.keys(limits)) || ` There are ${listed(Object.keys(limits), "and") || "none"}.`;
  reading.faults.at(child(policy, "rateLimit")!, `x-rate-limits has no \`${name}\`.${near}`);
  return { name };
}

function readCache(reading: Reading, policy: Place, written: WrittenCache): CachePolicy {
  const { scope, maxAge, sharedMaxAge, validator = "none", keep } = written;
  return {
    scope,
    maxAgeSeconds: millisecondsOf(maxAge) / 1000,
    sharedMaxAgeSeconds: sharedMaxAge ? millisecondsOf(sharedMaxAge) / 1000 : null,
    validator,
    keepMs: keep ? millisecondsOf(keep) : null,
    tags: items(child(child(policy, "cache")!, "tags")).flatMap((at) => readTag(reading, at)),
  };
}

function readTag(reading: Reading, at: Place): CacheTag[] {
  const { cacheTags } = reading.tables;
  const name = String(at.value);
  if (Object.hasOwn(cacheTags, name)) return [{ name, of: cacheTags[name]! }];
  const known = Object.keys(cacheTags);
  const near = didYouMean(name, known) || ` There are ${listed(known, "and") || "none"}.`;
  reading.faults.at(at, `x-cache-tags has no \`${name}\`.${near}`);
  return [];
}

function readObjective({ rate, p95 }: { rate: string; p95: string }): Policy["objective"] {
  const { count, perSeconds } = limitOf(rate);
  return { perSecond: count / perSeconds, p95Ms: millisecondsOf(p95) };
}

function checkProblems(reading: Reading, policy: Place): string[] {
  const catalogue = reading.tables.problems;
  return items(child(policy, "problems")).flatMap((at) => {
    const code = at.value;
    if (typeof code !== "string") return [];
    if (Object.hasOwn(catalogue, code) || code === "conflict") return [code];
    if (Object.hasOwn(pipelineProblems, code)) {
      reading.faults.at(at, `The compiler adds \`${code}\` where other words imply it: leave it out.`);
    } else {
      const near = didYouMean(code, Object.keys(catalogue)) || " Add it there, or name one that is.";
      reading.faults.at(at, `x-problems has no \`${code}\`.${near}`);
    }
    return [];
  });
}

function readAudit(
  reading: Reading,
  policy: Place,
  { audit }: WrittenPolicy,
  problems: readonly string[],
): Audit | null {
  if ("none" in audit) return null;
  for (const [code, at] of members(child(child(policy, "audit")!, "problems"))) {
    if (problems.includes(code)) continue;
    reading.faults.atKey(
      at,
      `\`${code}\` is not among the operation's \`problems\`.${didYouMean(code, problems) || " Name it there too."}`,
    );
  }
  const fields = audit.fields.map((field) => {
    const [part, ...at] = field.split(".");
    return { in: part as Audit["fields"][number]["in"], at };
  });
  return { event: audit.event, fields, answers: audit.answers ?? {}, problems: audit.problems ?? {} };
}

/** The place of one word of a policy, for a fault about it. */
export const policyWord = ({ place }: ReadPolicy, word: string): Place =>
  (isRecord(place.value) ? child(place, word) : undefined) ?? {
    value: undefined,
    pointer: `${place.pointer}/${encodePointer(word)}`,
  };
