import Counter from "prom-client/lib/counter";
import Gauge from "prom-client/lib/gauge";
import type Registry from "prom-client/lib/registry";

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
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
}
