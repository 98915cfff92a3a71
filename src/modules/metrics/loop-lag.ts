import Histogram from "prom-client/lib/histogram";
import type { Series } from "./series";

const SAMPLE_EVERY_MS = 250;
const BUCKETS_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** Measures how late a timer comes, which is how long everything else waited too. Answers with what ends it. */
export function loopLag({ registry }: Series): () => void {
  const lag = new Histogram({
    ...{ name: "event_loop_lag_seconds", help: "How late a timer came, four times a second.", registers: [registry] },
    buckets: BUCKETS_SECONDS,
  });
  let dueMs = performance.now() + SAMPLE_EVERY_MS;
  const timer = setInterval(() => {
    const nowMs = performance.now();
    lag.observe(Math.max(0, nowMs - dueMs) / 1000);
    dueMs = nowMs + SAMPLE_EVERY_MS;
  }, SAMPLE_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
