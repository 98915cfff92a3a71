/** One script's run: what was measured, and which of its thresholds held. */

import { type CodingRow, Measurements, type Moment, type OperationRow } from "./measurements";
import { CROSSED, HELD } from "./program";
import { readSamples } from "./samples";
import { RATIO_LIMITS, type ScriptName } from "./scripts";

export interface ScriptResult {
  readonly script: ScriptName;
  readonly seconds: number;
  /** Null where it ran as it should, whatever its thresholds say. */
  readonly failure: string | null;
  readonly thresholds: readonly ThresholdResult[];
  readonly operations: readonly OperationRow[];
  readonly codings: readonly CodingRow[];
  readonly timeline: readonly Moment[];
}

export interface ThresholdResult {
  /** With its tags in braces. */
  readonly metric: string;
  readonly expression: string;
  /** Null where the summary does not say it. */
  readonly value: number | null;
  readonly ok: boolean;
}

export interface Ended {
  readonly script: ScriptName;
  readonly seconds: number;
  readonly exitCode: number;
  readonly samples: string;
  readonly summary: string;
}

export async function resultOf({ script, seconds, exitCode, samples, summary }: Ended): Promise<ScriptResult> {
  const ran = exitCode === HELD || exitCode === CROSSED;
  const measurements = new Measurements();
  if (ran) for await (const sample of readSamples(samples)) measurements.add(sample);
  const thresholds = ran ? [...thresholdsIn(await Bun.file(summary).json()), ...ratiosOf(script, measurements)] : [];
  const { operations, codings, timeline } = measurements;
  const failure = ran ? null : `ended with the exit code ${exitCode}`;
  return { script, seconds, failure, thresholds, operations, codings, timeline };
}

export const isHeld = ({ failure, thresholds }: ScriptResult): boolean =>
  failure === null && thresholds.every(({ ok }) => ok);

/** As handleSummary gets it, in the shape that all versions of k6 have. */
interface Summary {
  readonly metrics: Readonly<
    Record<string, { values: Record<string, number>; thresholds?: Record<string, { ok: boolean }> }>
  >;
}

const thresholdsIn = ({ metrics }: Summary): ThresholdResult[] =>
  Object.entries(metrics).flatMap(([metric, { values, thresholds = {} }]) =>
    Object.entries(thresholds).map(([expression, { ok }]) => {
      const value = values[expression.replace(/\s*[<>=!].*/, "")] ?? null;
      return { metric, expression, value, ok };
    }),
  );

function ratiosOf(script: ScriptName, measurements: Measurements): ThresholdResult[] {
  return RATIO_LIMITS.filter((limit) => limit.script === script).map(({ operation, over, under, maximum }) => {
    const [above, below] = [measurements.p95Of(operation, over), measurements.p95Of(operation, under)];
    const value = above === undefined || !below ? null : above / below;
    return {
      metric: `p95_ratio{operation:${operation},size:${over}/${under}}`,
      expression: `ratio<=${maximum}`,
      value,
      ok: value !== null && value <= maximum,
    };
  });
}

/** Thresholds by the operation that their tags name; the others under null. */
export function thresholdsBy({ thresholds }: ScriptResult): Map<string | null, ThresholdResult[]> {
  const grouped = new Map<string | null, ThresholdResult[]>();
  for (const threshold of thresholds) {
    const operation = /[{,]operation:(\w+)/.exec(threshold.metric)?.[1] ?? null;
    grouped.set(operation, [...(grouped.get(operation) ?? []), threshold]);
  }
  return grouped;
}
