/** What is counted, for Prometheus. docs/operations.md explains each metric; a test compares them. */
import Registry from "prom-client/lib/registry";
import type { Observer, RequestRecord } from "#contract/record";
import type { Build } from "#lib/build";
import type { RunRecord } from "../jobs/job";
import { type JobSources, jobMetrics } from "./jobs";
import { loopLag } from "./loop-lag";
import { requestMetrics } from "./requests";
import { Series } from "./series";

export interface CacheCounts {
  readonly hits: number;
  readonly misses: number;
  readonly entries: number;
  readonly bytes?: number;
}

/** Where the numbers come from: each is asked when somebody reads the metrics. */
export interface Sources {
  /** The contract's operation ids: no other label value is ever made of a request. */
  readonly operations: readonly string[];
  readonly build: Build;
  readonly pool: () => { connectionsMax: number; reads: number; transactions: number; waiting: number };
  readonly passwords: () => { running: number; waiting: number; admitted: number; refused: number };
  readonly caches: Readonly<Record<string, () => CacheCounts>>;
  readonly jobs: JobSources;
}

export class Metrics {
  readonly #registry = new Registry();
  readonly #observe: (record: RequestRecord) => void;
  /** Counts a run of a job. */
  readonly observeRun: (record: RunRecord) => void;
  readonly #inFlight: (() => number)[] = [];
  readonly #stop: () => void;

  constructor(sources: Sources) {
    const series = new Series(this.#registry);
    this.#observe = requestMetrics(series, sources.operations);
    series.gauge("http_requests_in_flight", "Requests that have not ended.", () =>
      this.#inFlight.reduce((sum, count) => sum + count(), 0),
    );
    poolMetrics(series, sources.pool);
    passwordMetrics(series, sources.passwords);
    cacheMetrics(series, sources.caches);
    this.observeRun = jobMetrics(series, sources.jobs);
    processMetrics(series, sources.build);
    this.#stop = loopLag(series);
  }

  /** Counts a request. */
  readonly observe: Observer = (record) => this.#observe(record);

  /** Adds a server to those whose running requests are counted. */
  countInFlight(count: () => number): void {
    this.#inFlight.push(count);
  }

  /** In Prometheus's text format, version 0.0.4. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  close(): void {
    this.#stop();
  }
}

function poolMetrics(series: Series, pool: Sources["pool"]): void {
  series.gauge("database_pool_connections_max", "Connections that this process may open.", () => pool().connectionsMax);
  series.gauge(
    "database_reads_in_flight",
    "Queries outside of a transaction that were not answered yet, those that wait for a connection included.",
    () => pool().reads,
  );
  series.gauge("database_transactions_open", "Transactions that hold a connection.", () => pool().transactions);
  series.gauge("database_transactions_waiting", "Transactions that wait for a connection.", () => pool().waiting);
}

function passwordMetrics(series: Series, passwords: Sources["passwords"]): void {
  series.gauge("password_work_running", "Passwords that are hashed or checked now.", () => passwords().running);
  series.gauge("password_work_waiting", "Passwords that wait to be hashed or checked.", () => passwords().waiting);
  series.counter("password_work_admitted_total", "Passwords whose turn came.", () => passwords().admitted);
  series.counter("password_work_refused_total", "Passwords that were turned away.", () => passwords().refused);
}

function cacheMetrics(series: Series, caches: Sources["caches"]): void {
  const all = (name: "hits" | "misses" | "entries") => () =>
    Object.entries(caches).map(([cache, counts]) => ({ labels: { cache }, value: counts()[name] }));
  series.counters("cache_hits_total", "Times that an answer was remembered.", ["cache"], all("hits"));
  series.counters("cache_misses_total", "Times that it was not, or no longer.", ["cache"], all("misses"));
  series.gauges("cache_entries", "Answers that are remembered now.", ["cache"], all("entries"));
  series.gauges("cache_bytes", "What they weigh, where that is counted.", ["cache"], () =>
    Object.entries(caches).flatMap(([cache, counts]) => {
      const { bytes } = counts();
      return bytes === undefined ? [] : [{ labels: { cache }, value: bytes }];
    }),
  );
}

function processMetrics(series: Series, { version, revision, runtime }: Build): void {
  const labels = { version, revision, bun: runtime };
  series.gauges("build_info", "Always 1; its labels say what runs.", Object.keys(labels), () => [{ labels, value: 1 }]);
  const startedAtSeconds = performance.timeOrigin / 1000;
  series.gauge("process_start_time_seconds", "When the process started, in Unix time.", () => startedAtSeconds);
  series.counter("process_cpu_seconds_total", "Processor time, of the user and of the system.", () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  series.gauge("process_resident_memory_bytes", "Memory that the process holds.", () => process.memoryUsage.rss());
  series.gauge("process_heap_bytes", "Memory that JavaScript values take.", () => process.memoryUsage().heapUsed);
}
