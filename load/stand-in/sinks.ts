/** What becomes of a metric's values, by its type. */

export type MetricType = "counter" | "gauge" | "rate" | "trend";

export interface Sink {
  readonly type: MetricType;
  readonly isEmpty: boolean;
  add(value: number): void;
  /** What a threshold or a summary asks for, "p(95)" for one; undefined where this type has no such thing. */
  read(what: string, seconds: number): number | undefined;
}

export const sinkOf = (type: MetricType): Sink => new SINKS[type]();

class Counter implements Sink {
  readonly type = "counter";
  isEmpty = true;
  #sum = 0;

  add(value: number): void {
    this.isEmpty = false;
    this.#sum += value;
  }

  read(what: string, seconds: number): number | undefined {
    if (what === "count") return this.#sum;
    return what === "rate" ? this.#sum / Math.max(seconds, Number.MIN_VALUE) : undefined;
  }
}

class Gauge implements Sink {
  readonly type = "gauge";
  isEmpty = true;
  #value = 0;
  #min = 0;
  #max = 0;

  add(value: number): void {
    this.#min = this.isEmpty ? value : Math.min(this.#min, value);
    this.#max = this.isEmpty ? value : Math.max(this.#max, value);
    this.#value = value;
    this.isEmpty = false;
  }

  read(what: string): number | undefined {
    if (what === "value") return this.#value;
    if (what === "min") return this.#min;
    return what === "max" ? this.#max : undefined;
  }
}

class Rate implements Sink {
  readonly type = "rate";
  #passes = 0;
  #fails = 0;

  get isEmpty(): boolean {
    return this.#passes + this.#fails === 0;
  }

  add(value: number): void {
    if (value === 0) this.#fails++;
    else this.#passes++;
  }

  read(what: string): number | undefined {
    if (what === "rate") return this.isEmpty ? 0 : this.#passes / (this.#passes + this.#fails);
    if (what === "passes") return this.#passes;
    return what === "fails" ? this.#fails : undefined;
  }
}

/** Eight megabytes for each trend at most. */
export const TREND_VALUES_MAXIMUM = 1_000_000;

/**
 * Keeps every value up to the maximum, as k6 does without one, so that percentiles are exact. Of more than that it keeps
 * a random sample, each value with the same chance (Vitter's algorithm R); count, sum, least and greatest stay exact.
 */
export class Trend implements Sink {
  readonly type = "trend";
  #kept = new Float64Array(256);
  #count = 0;
  #sum = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;
  #isSorted = true;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  get count(): number {
    return this.#count;
  }

  add(value: number): void {
    const place = this.#count < TREND_VALUES_MAXIMUM ? this.#count : Math.floor(Math.random() * (this.#count + 1));
    if (place < TREND_VALUES_MAXIMUM) {
      if (place >= this.#kept.length) this.#grow();
      this.#kept[place] = value;
      this.#isSorted = false;
    }
    this.#count++;
    this.#sum += value;
    this.#min = Math.min(this.#min, value);
    this.#max = Math.max(this.#max, value);
  }

  read(what: string): number | undefined {
    if (what === "count") return this.#count;
    const percent = /^p\((\d+(?:\.\d+)?)\)$/.exec(what)?.[1];
    if (percent !== undefined) return this.percentile(Number(percent));
    if (what === "med") return this.percentile(50);
    if (what !== "avg" && what !== "min" && what !== "max") return undefined;
    if (this.isEmpty) return 0;
    return { avg: this.#sum / this.#count, min: this.#min, max: this.#max }[what];
  }

  /** Between the two closest ranks it is on the straight line from one to the other, as in k6. */
  percentile(percent: number): number {
    if (this.isEmpty) return 0;
    const values = this.#sorted();
    const rank = (percent / 100) * (values.length - 1);
    const [below, above] = [values[Math.floor(rank)]!, values[Math.ceil(rank)]!];
    return below + (above - below) * (rank - Math.floor(rank));
  }

  #sorted(): Float64Array {
    const values = this.#kept.subarray(0, Math.min(this.#count, TREND_VALUES_MAXIMUM));
    if (!this.#isSorted) values.sort();
    this.#isSorted = true;
    return values;
  }

  #grow(): void {
    const larger = new Float64Array(Math.min(this.#kept.length * 2, TREND_VALUES_MAXIMUM));
    larger.set(this.#kept);
    this.#kept = larger;
  }
}

const SINKS = { counter: Counter, gauge: Gauge, rate: Rate, trend: Trend };
