/** The plots of the report: latency over time, percentiles, and shares. */
import type { Moment, OperationRow } from "./measurements";
import { drawing, element, hint, label, line, round } from "./svg";

const WIDTH = 720;

const TIMELINE = { height: 210, left: 46, right: 44, top: 14, bottom: 30 };
const TICKS = 4;

/** p50 and p95 of each second, on one scale. */
export function latencyOverTime(moments: readonly Moment[]): string {
  const { height, left, right, top, bottom } = TIMELINE;
  const last = Math.max(1, ...moments.map(({ second }) => second));
  const step = niceStep(Math.max(1, ...moments.map(({ p95Ms }) => p95Ms)) / TICKS);
  const most = step * TICKS;
  const x = (second: number) => left + (second / last) * (WIDTH - left - right);
  const y = (ms: number) => height - bottom - (ms / most) * (height - top - bottom);
  const grid = Array.from({ length: TICKS + 1 }, (_, n) => [
    line(left, y(n * step), WIDTH - right, y(n * step), n === 0 ? "axis" : "grid"),
    label(left - 8, y(n * step) + 4, String(n * step), "tick", "end"),
  ]).flat();
  const second = niceStep(last / 6);
  const times = Array.from({ length: Math.floor(last / second) + 1 }, (_, n) =>
    label(x(n * second), height - bottom + 18, `${n * second} s`, "tick", "middle"),
  );
  const curve = (name: "p50" | "p95") => {
    const points = moments.map((moment) => [x(moment.second), y(moment[`${name}Ms`])] as const);
    const path = points.map(([px, py], n) => `${n === 0 ? "M" : "L"}${round(px)} ${round(py)}`).join("");
    const [endX = left, endY = 0] = points.at(-1) ?? [];
    return element("path", { d: path, class: `curve ${name}` }) + label(endX + 8, endY + 4, name, `name ${name}`);
  };
  const places = moments.map((moment) => {
    const { second: at, requests, p50Ms, p95Ms } = moment;
    const half = (WIDTH - left - right) / last / 2;
    const words = `${at} s: ${requests} requests, p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms`;
    const place = {
      x: round(x(at) - half),
      y: top,
      width: round(half * 2),
      height: height - top - bottom,
      class: "place",
    };
    return element("rect", place, hint(words));
  });
  return drawing(WIDTH, height, "Latency over time", ...grid, ...times, curve("p95"), curve("p50"), ...places);
}

/** 1, 2 or 5 times a power of ten, and at least so much. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1e-3)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least * 0.999)!;
}

const RANGES = { row: 26, left: 170, right: 84, top: 24, bottom: 8 };
const FASTEST_MS = 0.1;

export interface Objectives {
  readonly p95Ms: (operation: string) => number | null;
  readonly isMissed: (operation: string) => boolean;
}

/** For each operation a bar from p50 to p99 with a mark at p95, on a logarithmic scale, and its objective. */
export function percentiles(rows: readonly OperationRow[], objectives: Objectives): string {
  const { row: rowHeight, left, right, top, bottom } = RANGES;
  const height = top + rows.length * rowHeight + bottom;
  const values = rows.flatMap((row) => [row.p50Ms, row.p99Ms, objectives.p95Ms(row.operation) ?? row.p99Ms]);
  const lowest = Math.floor(Math.log10(Math.max(FASTEST_MS, Math.min(...values))));
  const highest = Math.max(lowest + 1, Math.ceil(Math.log10(Math.max(...values))));
  const x = (ms: number) => {
    const place = (Math.log10(Math.max(ms, 10 ** lowest)) - lowest) / (highest - lowest);
    return left + place * (WIDTH - left - right);
  };
  const grid = Array.from({ length: highest - lowest + 1 }, (_, n) => {
    const ms = 10 ** (lowest + n);
    return line(x(ms), top - 6, x(ms), height - bottom, "grid") + label(x(ms), top - 11, `${ms} ms`, "tick", "middle");
  });
  const bars = rows.map((row, n) => {
    const middle = top + n * rowHeight + rowHeight / 2;
    const [from, to] = [x(row.p50Ms), x(row.p99Ms)];
    const objective = objectives.p95Ms(row.operation);
    const times = `p50 ${row.p50Ms.toFixed(1)} ms, p95 ${row.p95Ms.toFixed(1)} ms, p99 ${row.p99Ms.toFixed(1)} ms`;
    const words = `${row.operation}: ${times}${objective === null ? "" : `, objective ${objective} ms`}`;
    const bar = { x: round(from), y: middle - 5, width: Math.max(4, round(to - from)), height: 10, rx: 4 };
    const isMissed = objectives.isMissed(row.operation);
    return element(
      "g",
      { class: "row" },
      element(
        "rect",
        { x: 0, y: middle - rowHeight / 2, width: WIDTH, height: rowHeight, class: "place" },
        hint(words),
      ),
      label(left - 12, middle + 4, row.operation, "category", "end"),
      element("rect", { ...bar, class: isMissed ? "range missed" : "range" }),
      element("circle", { cx: round(x(row.p95Ms)), cy: middle, r: 5, class: isMissed ? "mark missed" : "mark" }),
      objective === null ? "" : line(x(objective), middle - 10, x(objective), middle + 10, "objective"),
      label(WIDTH, middle + 4, row.p95Ms.toFixed(1), "value", "end"),
    );
  });
  const head = label(WIDTH, top - 11, "p95 ms", "tick", "end");
  return drawing(WIDTH, height, "Percentiles by operation", ...grid, head, ...bars);
}

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** What is written at its end. */
  readonly words: string;
}

const BARS = { width: 340, row: 26, left: 150, right: 74 };

/** Bars from zero up to `most`. */
export function bars(list: readonly Bar[], most: number, title: string): string {
  const { width, row, left, right } = BARS;
  const rows = list.map(({ name, value, words }, n) => {
    const middle = n * row + row / 2;
    const length = Math.max(1, (value / Math.max(most, Number.MIN_VALUE)) * (width - left - right));
    return element(
      "g",
      { class: "row" },
      element("rect", { x: 0, y: n * row, width, height: row, class: "place" }, hint(`${name}: ${words}`)),
      label(left - 10, middle + 4, name, "category", "end"),
      element("rect", { x: left, y: middle - 6, width: width - left - right, height: 12, rx: 3, class: "track" }),
      element("rect", { x: left, y: middle - 6, width: round(length), height: 12, rx: 3, class: "bar" }),
      label(width - right + 8, middle + 4, words, "value"),
    );
  });
  return drawing(width, list.length * row, title, ...rows);
}
