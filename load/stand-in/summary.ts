/** What handleSummary gets, in k6's shape, and what is printed where a script has none. */

import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Metric } from "./registry";
import type { Test } from "./test";
import type { Verdict } from "./thresholds";

export interface SummaryData {
  readonly metrics: Readonly<Record<string, SummaryMetric>>;
  readonly root_group: {
    readonly name: string;
    readonly path: string;
    readonly groups: unknown[];
    readonly checks: unknown[];
  };
  readonly options: { readonly summaryTrendStats: readonly string[] };
  readonly state: { readonly testRunDurationMs: number; readonly isStdOutTTY: boolean; readonly isStdErrTTY: boolean };
}

interface SummaryMetric {
  readonly type: string;
  readonly contains: string;
  readonly values: Readonly<Record<string, number>>;
  readonly thresholds?: Readonly<Record<string, { readonly ok: boolean }>>;
}

const TREND_STATS = ["avg", "min", "med", "max", "p(90)", "p(95)"];
const STATS = { counter: ["count", "rate"], gauge: ["value", "min", "max"], rate: ["rate", "passes", "fails"] };

export function summaryOf(test: Test, verdicts: readonly Verdict[]): SummaryData {
  const { summaryTrendStats = TREND_STATS } = test.options;
  const { elapsedMs, seconds } = test;
  const metricOf = ({ name, type, contains, sink }: Metric): SummaryMetric => {
    const stats = type === "trend" ? summaryTrendStats : STATS[type];
    const own = verdicts.filter(({ threshold }) => threshold.metric.name === name);
    return {
      type,
      contains,
      values: Object.fromEntries(stats.map((what) => [what, sink.read(what, seconds) ?? 0])),
      ...(own.length > 0 && {
        thresholds: Object.fromEntries(own.map(({ threshold, ok }) => [threshold.expression, { ok }])),
      }),
    };
  };
  const judged = verdicts.map(({ threshold }) => threshold.metric);
  const metrics = new Map([...test.registry.used(), ...judged].map((metric) => [metric.name, metricOf(metric)]));
  return {
    metrics: Object.fromEntries(metrics),
    root_group: { name: "", path: "", groups: [], checks: [...test.checks.values()] },
    options: { summaryTrendStats },
    state: {
      testRunDurationMs: elapsedMs,
      isStdOutTTY: process.stdout.isTTY === true,
      isStdErrTTY: process.stderr.isTTY === true,
    },
  };
}

/** One line for each metric, with a mark before each threshold. */
export function textOf({ metrics }: SummaryData): string {
  const width = Math.max(0, ...Object.keys(metrics).map((name) => name.length));
  const lines = Object.entries(metrics).flatMap(([name, { values, thresholds = {} }]) => {
    const numbers = Object.entries(values).map(([what, value]) => `${what}=${Number(value.toFixed(3))}`);
    const marks = Object.entries(thresholds).map(([expression, { ok }]) => `  ${ok ? "✓" : "✗"} ${expression}`);
    return [`${name.padEnd(width, ".")}: ${numbers.join(" ")}`, ...marks];
  });
  return `${lines.join("\n")}\n`;
}

/** `{ stdout: text, "path/to/file": text }`, as handleSummary returns it. */
export async function writeSummary(texts: Readonly<Record<string, string | ArrayBuffer>>): Promise<void> {
  for (const [place, text] of Object.entries(texts)) {
    if (place === "stdout") await Bun.write(Bun.stdout, text);
    else if (place === "stderr") await Bun.write(Bun.stderr, text);
    else {
      await mkdir(dirname(place), { recursive: true });
      await Bun.write(place, text);
    }
  }
}
