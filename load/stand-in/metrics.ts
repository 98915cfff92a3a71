/** k6/metrics. */
import type { Contents, Metric, Tags } from "./registry";
import type { MetricType } from "./sinks";
import type { VirtualUser } from "./virtual-user";

type K6Metrics = Omit<typeof import("k6/metrics"), "default">;

export function metricsModule(user: VirtualUser) {
  const classOf = <T extends "Counter" | "Gauge" | "Rate" | "Trend">(type: MetricType) =>
    class {
      readonly name: string;
      readonly #metric: Metric;

      constructor(name: string, isTime = false) {
        if (!user.isInitializing) throw new Error(`The metric ${name} has to be made where the script begins.`);
        const contains: Contents = isTime ? "time" : "default";
        this.#metric = user.test.registry.define(name, type, contains);
        this.name = name;
      }

      add(value: number | boolean, tags: Tags = {}): void {
        const number = Number(value);
        if (!Number.isFinite(number)) throw new Error(`${value} is no value for the metric ${this.name}.`);
        user.test.registry.add([[this.#metric, number]], { ...user.sampleTags(), ...tags });
      }
      // k6's classes are branded, so that no other class is assignable to them.
    } as unknown as K6Metrics[T];

  return {
    Counter: classOf<"Counter">("counter"),
    Gauge: classOf<"Gauge">("gauge"),
    Rate: classOf<"Rate">("rate"),
    Trend: classOf<"Trend">("trend"),
  } satisfies Omit<K6Metrics, "Metric">;
}
