/** What a script's samples come to: by operation, by second, by coding and by size. */
import { Trend } from "../stand-in/sinks";
import type { Sample } from "./samples";

export interface OperationRow {
  readonly operation: string;
  readonly requests: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** Requests whose status was not expected. */
  readonly errors: number;
  /** Null where the server keeps none of its answers. */
  readonly hitRatio: number | null;
  readonly bytesSaved: number;
}

export interface CodingRow {
  readonly coding: string;
  /** Bytes on the wire over those of the body. */
  readonly sizeRatio: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly bytesSaved: number;
}

/** One second of the run. */
export interface Moment {
  readonly second: number;
  readonly requests: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

class Share {
  all = 0;
  some = 0;

  add(value: number): void {
    this.all++;
    if (value !== 0) this.some++;
  }
}

class Gathered {
  readonly durations = new Trend();
  readonly sizes = new Trend();
  readonly failed = new Share();
  readonly hits = new Share();
  bytesSaved = 0;
}

/** A login takes as long as hashing its password, by intent, and would hide everything else. */
const NOT_IN_TIMELINE = "createSession";

export class Measurements {
  readonly #operations = new Map<string, Gathered>();
  readonly #codings = new Map<string, Gathered>();
  readonly #seconds = new Map<number, Trend>();
  /** By operation and size. */
  readonly #sizes = new Map<string, Trend>();

  add({ metric, atMs, value, tags }: Sample): void {
    const { operation = "others", coding, size } = tags;
    const gathered = [made(this.#operations, operation, Gathered)];
    if (coding !== undefined) gathered.push(made(this.#codings, coding, Gathered));
    for (const one of gathered) {
      if (metric === "http_req_duration") one.durations.add(value);
      if (metric === "http_req_failed") one.failed.add(value);
      if (metric === "cache_hits") one.hits.add(value);
      if (metric === "size_ratio") one.sizes.add(value);
      if (metric === "bytes_saved") one.bytesSaved += value;
    }
    if (metric !== "http_req_duration") return;
    if (operation !== NOT_IN_TIMELINE) made(this.#seconds, Math.floor(atMs / 1000), Trend).add(value);
    if (size !== undefined) made(this.#sizes, `${operation} ${size}`, Trend).add(value);
  }

  get operations(): OperationRow[] {
    return [...this.#operations]
      .filter(([, { durations }]) => !durations.isEmpty)
      .map(([operation, { durations, failed, hits, bytesSaved }]) => ({
        operation,
        requests: durations.count,
        p50Ms: durations.percentile(50),
        p95Ms: durations.percentile(95),
        p99Ms: durations.percentile(99),
        errors: failed.some,
        hitRatio: hits.all === 0 ? null : hits.some / hits.all,
        bytesSaved,
      }))
      .sort((one, other) => other.requests - one.requests);
  }

  get codings(): CodingRow[] {
    return [...this.#codings].map(([coding, { durations, sizes, bytesSaved }]) => ({
      coding,
      sizeRatio: sizes.read("avg")!,
      p50Ms: durations.percentile(50),
      p95Ms: durations.percentile(95),
      bytesSaved,
    }));
  }

  get timeline(): Moment[] {
    const seconds = [...this.#seconds].sort(([one], [other]) => one - other);
    const [first = 0] = seconds[0] ?? [];
    return seconds.map(([second, trend]) => ({
      second: second - first,
      requests: trend.count,
      p50Ms: trend.percentile(50),
      p95Ms: trend.percentile(95),
    }));
  }

  /** p95 of the requests of an operation that had this `size`; undefined where there were none. */
  p95Of(operation: string, size: string): number | undefined {
    return this.#sizes.get(`${operation} ${size}`)?.percentile(95);
  }
}

function made<K, V>(map: Map<K, V>, key: K, New: new () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const one = new New();
  map.set(key, one);
  return one;
}
