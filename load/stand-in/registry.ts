/** Every metric of a run: those of k6, those of the script, and the parts of them that thresholds ask for. */
import { type MetricType, type Sink, sinkOf } from "./sinks";

/** What the values are: times in milliseconds, bytes, or anything else. */
export type Contents = "default" | "time" | "data";
export type Tags = Readonly<Record<string, string>>;

export interface Metric {
  readonly name: string;
  readonly type: MetricType;
  readonly contains: Contents;
  readonly sink: Sink;
}

/** The values of a metric that carry these tags, and perhaps others. */
interface Part extends Metric {
  readonly tags: readonly (readonly [name: string, value: string])[];
}

/** Where samples go besides. */
export interface Output {
  metric(metric: Metric): void;
  points(points: readonly Point[], tags: Tags, atMs: number): void;
  close(): Promise<void>;
}

export type Point = readonly [metric: Metric, value: number];

/** k6's own metrics, as far as HTTP and its executors have them. */
const BUILT_IN = {
  checks: ["rate", "default"],
  data_received: ["counter", "data"],
  data_sent: ["counter", "data"],
  dropped_iterations: ["counter", "default"],
  group_duration: ["trend", "time"],
  http_req_blocked: ["trend", "time"],
  http_req_connecting: ["trend", "time"],
  http_req_duration: ["trend", "time"],
  http_req_failed: ["rate", "default"],
  http_req_receiving: ["trend", "time"],
  http_req_sending: ["trend", "time"],
  http_req_tls_handshaking: ["trend", "time"],
  http_req_waiting: ["trend", "time"],
  http_reqs: ["counter", "default"],
  iteration_duration: ["trend", "time"],
  iterations: ["counter", "default"],
  vus: ["gauge", "default"],
  vus_max: ["gauge", "default"],
} as const satisfies Record<string, readonly [MetricType, Contents]>;

export type BuiltIn = keyof typeof BUILT_IN;

export class Registry {
  readonly #metrics = new Map<string, Metric>();
  readonly #parts = new Map<Metric, Part[]>();
  readonly #outputs: readonly Output[];
  readonly builtIn: Readonly<Record<BuiltIn, Metric>>;

  constructor(outputs: readonly Output[] = []) {
    this.#outputs = outputs;
    const entries = Object.entries(BUILT_IN).map(([name, [type, contains]]) => [
      name,
      this.define(name, type, contains),
    ]);
    this.builtIn = Object.fromEntries(entries);
  }

  /** Each virtual user's copy of the script defines the same metrics again. */
  define(name: string, type: MetricType, contains: Contents): Metric {
    const known = this.#metrics.get(name);
    if (known && (known.type !== type || known.contains !== contains))
      throw new Error(`The metric ${name} is a ${known.type} of ${known.contains} already.`);
    if (known) return known;
    if (!/^[a-zA-Z_]\w{0,127}$/.test(name)) throw new Error(`${name} is not a metric's name: letters, digits and _.`);
    const metric = { name, type, contains, sink: sinkOf(type) };
    this.#metrics.set(name, metric);
    for (const output of this.#outputs) output.metric(metric);
    return metric;
  }

  /** The metric of a name, or the part of it that "http_req_duration{operation:getMe}" names. */
  find(name: string): Metric {
    const [, base = name, inner] = /^([^{]*)\{(.*)\}$/.exec(name) ?? [];
    const metric = this.#metrics.get(base);
    if (!metric) throw new Error(`There is no metric ${base}.`);
    if (inner === undefined) return metric;
    const parts = this.#parts.get(metric) ?? [];
    const known = parts.find((part) => part.name === name);
    if (known) return known;
    const part = { ...metric, name, sink: sinkOf(metric.type), tags: tagsOf(inner) };
    this.#parts.set(metric, [...parts, part]);
    return part;
  }

  /** All that something has happened to, parts after their wholes. */
  *used(): Generator<Metric> {
    for (const metric of this.#metrics.values()) {
      if (!metric.sink.isEmpty) yield metric;
      yield* this.#parts.get(metric) ?? [];
    }
  }

  add(points: readonly Point[], tags: Tags): void {
    for (const [metric, value] of points) {
      metric.sink.add(value);
      for (const part of this.#parts.get(metric) ?? [])
        if (part.tags.every(([name, wanted]) => tags[name] === wanted)) part.sink.add(value);
    }
    const atMs = performance.timeOrigin + performance.now();
    for (const output of this.#outputs) output.points(points, tags, atMs);
  }
}

/** `a:b, "c":"d"` */
const tagsOf = (text: string): [string, string][] =>
  text
    .split(",")
    .filter((pair) => pair.trim() !== "")
    .map((pair) => {
      const [name = "", ...value] = pair.split(":");
      return [unquoted(name), unquoted(value.join(":"))];
    });

const unquoted = (text: string) => text.trim().replace(/^(["'])(.*)\1$/, "$2");
