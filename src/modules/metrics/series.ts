import type { Metric } from "prom-client";
import Counter from "prom-client/lib/counter";
import Gauge from "prom-client/lib/gauge";
import type Registry from "prom-client/lib/registry";

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What was observed under some labels. */
export interface HistogramSample {
  readonly labels: Sample["labels"];
  /** Of each bucket by itself, in the order of their bounds. */
  readonly buckets: readonly number[];
  readonly count: number;
  readonly sum: number;
}

/** Metrics whose numbers are kept elsewhere and asked for when somebody reads them: counting them costs nothing more. */
export class Series {
  constructor(readonly registry: InstanceType<typeof Registry>) {}

  gauge(name: string, help: string, value: () => number): void {
    this.gauges(name, help, [], () => [{ labels: {}, value: value() }]);
  }

  gauges(name: string, help: string, labelNames: string[], samples: () => readonly Sample[]): void {
    new Gauge({
      ...{ name, help, labelNames, registers: [this.registry] },
      collect() {
        for (const { labels, value } of samples()) this.set(labels, value);
      },
    });
  }

  /** The number only grows, from 0 at the start of the process. */
  counter(name: string, help: string, value: () => number): void {
    this.counters(name, help, [], () => [{ labels: {}, value: value() }]);
  }

  counters(name: string, help: string, labelNames: string[], samples: () => readonly Sample[]): void {
    new Counter({
      ...{ name, help, labelNames, registers: [this.registry] },
      collect() {
        this.reset();
        for (const { labels, value } of samples()) this.inc(labels, value);
      },
    });
  }

  /** A bound is the most that its bucket holds. prom-client's own Histogram cannot be filled from elsewhere. */
  histogram(name: string, help: string, bounds: readonly number[], samples: () => readonly HistogramSample[]): void {
    const metric = {
      ...{ name, help, type: "histogram", aggregator: "sum" },
      get: async () => ({
        name,
        help,
        type: "histogram",
        values: samples().flatMap((one) => lines(name, bounds, one)),
      }),
    };
    this.registry.registerMetric(metric as unknown as Metric);
  }
}

/** As Prometheus wants a histogram: each bucket holds those before it too. */
function lines(name: string, bounds: readonly number[], { labels, buckets, count, sum }: HistogramSample) {
  let upToHere = 0;
  const line = (suffix: string, value: number, le?: string) => ({
    metricName: `${name}_${suffix}`,
    labels: le === undefined ? labels : { le, ...labels },
    value,
  });
  const cumulative = bounds.map((bound, place) => {
    upToHere += buckets[place] ?? 0;
    return line("bucket", upToHere, String(bound));
  });
  return [...cumulative, line("bucket", count, "+Inf"), line("sum", sum), line("count", count)];
}
