/** Expressions such as "p(95)<50" on a metric or a part of it, which a run has to hold. */
import type { Options } from "k6/options";
import { milliseconds } from "./durations";
import type { Metric, Registry } from "./registry";

export interface Threshold {
  readonly metric: Metric;
  readonly expression: string;
  readonly what: string;
  readonly isHeld: (value: number) => boolean;
  readonly abortOnFail: boolean;
  /** Before that nothing is aborted. */
  readonly delayMs: number;
}

export interface Verdict {
  readonly threshold: Threshold;
  readonly value: number;
  readonly ok: boolean;
}

/** What a threshold may ask of each type. */
const ASKED = {
  counter: /^(?:count|rate)$/,
  gauge: /^value$/,
  rate: /^rate$/,
  trend: /^(?:avg|min|max|med|p\(\d+(?:\.\d+)?\))$/,
};

const COMPARED: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  "<": (value, bound) => value < bound,
  "<=": (value, bound) => value <= bound,
  ">": (value, bound) => value > bound,
  ">=": (value, bound) => value >= bound,
  "==": (value, bound) => value === bound,
  "===": (value, bound) => value === bound,
  "!=": (value, bound) => value !== bound,
};

/** Throws for a metric that nobody defined, and for an expression that its type has no answer to. */
export const readThresholds = (options: Options, registry: Registry): Threshold[] =>
  Object.entries(options.thresholds ?? {}).flatMap(([name, listed]) => {
    const metric = registry.find(name);
    return listed.map((given) => {
      const {
        threshold,
        abortOnFail = false,
        delayAbortEval = 0,
      } = typeof given === "string" ? { threshold: given } : given;
      return { ...parse(threshold, metric), abortOnFail, delayMs: milliseconds(delayAbortEval) };
    });
  });

/** What nothing has happened to counts as 0, so that "count>0" fails where nothing came. */
export function judge(thresholds: readonly Threshold[], seconds: number): Verdict[] {
  return thresholds.map((threshold) => {
    const value = threshold.metric.sink.read(threshold.what, seconds)!;
    return { threshold, value, ok: threshold.isHeld(value) };
  });
}

function parse(expression: string, metric: Metric) {
  const parts = /^\s*([a-z]+(?:\([\d.]+\))?)\s*(<=?|>=?|={2,3}|!=)\s*(-?\d+(?:\.\d+)?)\s*$/.exec(expression);
  const [, what = "", operator = "", bound] = parts ?? [];
  if (!parts || !ASKED[metric.type].test(what))
    throw new Error(`"${expression}" is not a threshold for ${metric.name}, which is a ${metric.type}.`);
  return { metric, expression, what, isHeld: (value: number) => COMPARED[operator]!(value, Number(bound)) };
}
