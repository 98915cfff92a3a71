import Counter from "prom-client/lib/counter";
import Histogram from "prom-client/lib/histogram";
import type { RequestRecord } from "#contract/record";
import type { Series } from "./series";

/** What a request that reached no operation counts as. */
const NO_OPERATION = "none";
/** By the first digit of the status; 0 stands for a caller that had gone, so that an impatient one looks like no fault of ours. */
const STATUS_CLASSES = ["abandoned", "1xx", "2xx", "3xx", "4xx", "5xx"];
/** Few, because each is a series for each operation and status class. */
const BUCKETS_SECONDS = [0.005, 0.025, 0.1, 0.5, 2.5, 10];

/** Rate, errors and duration, by operation and status class. */
export function requestMetrics({ registry }: Series, operations: readonly string[]): (record: RequestRecord) => void {
  const labelNames = ["operation", "status_class"] as const;
  const registers = [registry];
  const total = new Counter({ name: "http_requests_total", help: "Requests answered.", labelNames, registers });
  const duration = new Histogram({
    ...{ name: "http_request_duration_seconds", help: "Time from a request to its answer.", labelNames, registers },
    buckets: BUCKETS_SECONDS,
  });
  // Looked up once: prom-client makes a text of the labels on each call.
  const bound = (operation: string) =>
    STATUS_CLASSES.map((name) => ({
      total: total.labels(operation, name),
      duration: duration.labels(operation, name),
    }));
  const series = new Map([...operations, NO_OPERATION].map((operation) => [operation, bound(operation)]));
  const none = series.get(NO_OPERATION)!;
  return ({ operation, status, abandoned, durationMs }) => {
    const byClass = (operation === null ? undefined : series.get(operation)) ?? none;
    const one = byClass[abandoned ? 0 : Math.floor(status / 100)];
    one?.total.inc();
    one?.duration.observe(durationMs / 1000);
  };
}
