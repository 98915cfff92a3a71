/** The report: one page that needs nothing else, for whoever wants to see where the time went. */
import { objectives } from "../../generated/load.js";
import type { CodingRow, OperationRow } from "./measurements";
import { bars, latencyOverTime, type Objectives, percentiles } from "./plots";
import { STYLE } from "./report-style";
import { isHeld, type ScriptResult, type ThresholdResult, thresholdsBy } from "./results";
import { PROVES } from "./scripts";
import { type Attributes, element, text } from "./svg";
import { bytesOf, percentOf, sentenceOf } from "./table";

export interface RunNote {
  readonly date: string;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly system: string; readonly bun: string };
  /** Who sent the load. */
  readonly words: string;
}

export function reportOf({ date, machine, words }: RunNote, results: readonly ScriptResult[]): string {
  const when = date.slice(0, 16).replace("T", " ");
  const where = `${machine.cores} cores of ${machine.cpu}, ${machine.system}, Bun ${machine.bun}`;
  const body = element(
    "main",
    {},
    element(
      "header",
      {},
      element("div", { class: "title" }, element("h1", {}, "Load tests of Groundwork"), verdictOf(results)),
      element("p", {}, text(`${when} UTC. ${where}. Load was sent by ${words}.`)),
    ),
    tilesOf(results),
    ...results.map(cardOf),
  );
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`;
  return `<!doctype html>\n<html lang="en"><head>${head}<title>Load tests of Groundwork</title><style>${STYLE}</style></head><body>${body}</body></html>\n`;
}

function verdictOf(results: readonly ScriptResult[]): string {
  const thresholds = results.flatMap((result) => result.thresholds);
  const crossed = thresholds.filter(({ ok }) => !ok).length;
  if (results.every(isHeld)) return badge("held", `All ${thresholds.length} thresholds held`);
  const broken = results.filter(({ failure }) => failure !== null).length;
  const sentences = [
    ...(crossed > 0 ? [`${crossed} of ${thresholds.length} thresholds crossed`] : []),
    ...(broken > 0 ? [`${broken} ${broken === 1 ? "script" : "scripts"} did not end as it should`] : []),
  ];
  return badge("crossed", sentences.join(", "));
}

const badge = (style: "held" | "crossed", words: string) => element("span", { class: `badge ${style}` }, text(words));

function tilesOf(results: readonly ScriptResult[]): string {
  const rows = results.flatMap(({ operations }) => operations);
  const sum = (of: (row: OperationRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const requests = sum((row) => row.requests);
  const kept = rows.filter(({ hitRatio }) => hitRatio !== null);
  const asked = kept.reduce((total, row) => total + row.requests, 0);
  const hits = kept.reduce((total, row) => total + row.requests * row.hitRatio!, 0);
  const errors = sum((row) => row.errors);
  const tile = (value: string, name: string) =>
    element("div", { class: "tile" }, element("b", {}, text(value)), element("span", {}, text(name)));
  return element(
    "div",
    { class: "tiles" },
    tile(requests.toLocaleString("en"), "requests"),
    tile(errors.toLocaleString("en"), errors === 1 ? "unexpected answer" : "unexpected answers"),
    tile(asked === 0 ? "none" : percentOf(hits / asked), "of kept answers found again"),
    tile(bytesOf(sum((row) => row.bytesSaved)), "did not have to travel"),
  );
}

function cardOf(result: ScriptResult): string {
  const { script, seconds, failure, thresholds, operations, timeline } = result;
  const held = thresholds.filter(({ ok }) => ok).length;
  const words =
    failure ?? (isHeld(result) ? `${held} held` : `${thresholds.length - held} of ${thresholds.length} crossed`);
  return element(
    "section",
    { class: "card" },
    element(
      "div",
      { class: "head" },
      element("div", { class: "title" }, element("h2", {}, script), badge(isHeld(result) ? "held" : "crossed", words)),
      element("p", {}, text(`${PROVES[script]} It took ${seconds.toFixed(1)} s.`)),
    ),
    timeline.length > 2 ? plot("Latency of each second in ms, without logins", latencyOverTime(timeline)) : "",
    operations.length > 0 ? plot("Percentiles by operation", KEY + percentiles(operations, objectivesOf(result))) : "",
    pairOf(result),
    operations.length > 0 ? numbersOf(operations) : "",
    thresholdsOf(thresholds),
  );
}

const plot = (title: string, drawn: string) => element("div", { class: "plot" }, element("h3", {}, text(title)), drawn);

function objectivesOf(result: ScriptResult): Objectives {
  const thresholds = thresholdsBy(result);
  return {
    p95Ms: (operation) => objectives.find((objective) => objective.operation === operation)?.p95Ms ?? null,
    isMissed: (operation) =>
      (thresholds.get(operation) ?? []).some(({ metric, ok }) => !ok && metric.startsWith("http_req_duration")),
  };
}

const KEY = `<div class="key"><span><i class="k-range"></i>p50 to p99</span><span><i class="k-mark"></i>p95</span><span><i class="k-objective"></i>objective of p95</span></div>`;

/** Hit ratios beside what was saved. */
function pairOf({ operations, codings }: ScriptResult): string {
  const kept = operations.filter(({ hitRatio }) => hitRatio !== null);
  const saving = operations
    .filter(({ bytesSaved }) => bytesSaved > 0)
    .sort((one, other) => other.bytesSaved - one.bytesSaved);
  const most = Math.max(0, ...saving.map(({ bytesSaved }) => bytesSaved));
  const hits = kept.map(({ operation, hitRatio }) => ({
    name: operation,
    value: hitRatio!,
    words: percentOf(hitRatio!),
  }));
  const saved = saving.map(({ operation, bytesSaved }) => ({
    name: operation,
    value: bytesSaved,
    words: bytesOf(bytesSaved),
  }));
  const plots = [
    ...(hits.length > 0 ? [plot("Hit ratio", bars(hits, 1, "Hit ratio"))] : []),
    ...(saved.length > 0 ? [plot("Bytes that did not have to travel", bars(saved, most, "Bytes saved"))] : []),
    ...(codings.length > 0 ? codingPlots(codings) : []),
  ];
  return plots.length > 0 ? element("div", { class: "pair" }, ...plots) : "";
}

function codingPlots(codings: readonly CodingRow[]): string[] {
  const slowest = Math.max(...codings.map(({ p95Ms }) => p95Ms));
  const sizes = codings.map(({ coding, sizeRatio }) => ({
    name: coding,
    value: sizeRatio,
    words: percentOf(sizeRatio),
  }));
  const times = codings.map(({ coding, p95Ms }) => ({ name: coding, value: p95Ms, words: `${p95Ms.toFixed(1)} ms` }));
  return [
    plot("Size on the wire, by coding", bars(sizes, 1, "Size on the wire")),
    plot("p95 by coding", bars(times, slowest, "p95 by coding")),
  ];
}

function numbersOf(rows: readonly OperationRow[]): string {
  const head = ["operation", "requests", "p50 ms", "p95 ms", "p99 ms", "errors", "hits", "saved"];
  const cells = (row: OperationRow) => [
    row.operation,
    row.requests.toLocaleString("en"),
    ...[row.p50Ms, row.p95Ms, row.p99Ms].map((ms) => ms.toFixed(1)),
    String(row.errors),
    row.hitRatio === null ? "" : percentOf(row.hitRatio),
    row.bytesSaved === 0 ? "" : bytesOf(row.bytesSaved),
  ];
  const lineOf = (name: "td" | "th", list: readonly string[]) =>
    element("tr", {}, ...list.map((cell, n) => element(name, n === 0 ? {} : { class: "number" }, text(cell))));
  const table = element("table", {}, lineOf("th", head), ...rows.map((row) => lineOf("td", cells(row))));
  return element("details", {}, element("summary", {}, "Numbers"), element("div", { class: "wide" }, table));
}

/** Open where one was crossed. */
function thresholdsOf(thresholds: readonly ThresholdResult[]): string {
  const crossed = thresholds.filter(({ ok }) => !ok);
  const lines = [...crossed, ...thresholds.filter(({ ok }) => ok)].map((threshold) => {
    const mark = element("td", { class: threshold.ok ? "ok" : "not" }, threshold.ok ? "held" : "crossed");
    return element("tr", {}, mark, element("td", {}, element("code", {}, text(sentenceOf(threshold)))));
  });
  const open: Attributes = crossed.length > 0 ? { open: "" } : {};
  const words = `${thresholds.length} thresholds`;
  return element(
    "details",
    open,
    element("summary", {}, words),
    element("div", { class: "wide" }, element("table", {}, ...lines)),
  );
}
