import type { RequestRecord } from "#contract/record";
import type { Series } from "./series";
import { Tally, totalOf } from "./tally";

/** What a request that reached no operation counts as. */
const NO_OPERATION = "none";
/** By the first digit of the status; 0 stands for a caller that had gone, so that an impatient one looks like no fault of ours. */
const STATUS_CLASSES = ["abandoned", "1xx", "2xx", "3xx", "4xx", "5xx"];
/** Few, because each is a series for each operation and status class. */
const BUCKETS_SECONDS = [0.005, 0.025, 0.1, 0.5, 2.5, 10];

/**
 * Rate, errors and duration, by operation and status class. Counted here and made into metrics when somebody reads
 * them: prom-client's own counting takes a tenth of a small request.
 */
export function requestMetrics(series: Series, operations: readonly string[]): (record: RequestRecord) => void {
  const labelNames = ["operation", "status_class"];
  const tallies = new Map(
    [...operations, NO_OPERATION].map((operation) => [
      operation,
      STATUS_CLASSES.map((status_class) => new Tally({ operation, status_class }, BUCKETS_SECONDS)),
    ]),
  );
  const none = tallies.get(NO_OPERATION)!;
  const counted = () => [...tallies.values()].flat().filter(({ count }) => count > 0);
  series.counters("http_requests_total", "Requests answered.", labelNames, () => counted().map(totalOf));
  series.histogram("http_request_duration_seconds", "Time from a request to its answer.", BUCKETS_SECONDS, counted);
  return ({ operation, status, abandoned, durationMs }) => {
    const byClass = (operation === null ? undefined : tallies.get(operation)) ?? none;
    byClass[abandoned ? 0 : Math.floor(status / 100)]?.add(durationMs);
  };
}
