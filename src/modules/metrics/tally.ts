import type { HistogramSample, Sample } from "./series";

/** Counts durations. Made into metrics when somebody reads them: prom-client's own counting takes longer. */
export class Tally implements HistogramSample {
  count = 0;
  /** Of each bucket by itself; what is slower than the last one is in none. */
  readonly buckets: number[];
  readonly #boundsMs: readonly number[];
  #sumMs = 0;

  constructor(
    readonly labels: Sample["labels"],
    boundsSeconds: readonly number[],
  ) {
    this.#boundsMs = boundsSeconds.map((seconds) => seconds * 1000);
    this.buckets = boundsSeconds.map(() => 0);
  }

  get sum(): number {
    return this.#sumMs / 1000;
  }

  add(durationMs: number): void {
    this.count++;
    this.#sumMs += durationMs;
    const place = this.#boundsMs.findIndex((boundMs) => durationMs <= boundMs);
    if (place !== -1) this.buckets[place]!++;
  }
}

export const totalOf = ({ labels, count }: Tally): Sample => ({ labels, value: count });
