/** The results for a terminal. */
import { type ScriptResult, type ThresholdResult, thresholdsBy } from "./results";

const HEAD = ["script", "operation", "requests", "p50 ms", "p95 ms", "p99 ms", "errors", "hits", "saved", "thresholds"];

export function tableOf(results: readonly ScriptResult[]): string {
  const lines = results.flatMap(linesOf);
  const widths = HEAD.map((_, column) => Math.max(...[HEAD, ...lines].map((line) => line[column]!.length)));
  const isText = (column: number) => column < 2 || column === HEAD.length - 1;
  const pad = (cell: string, column: number) =>
    isText(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
  return [HEAD, ...lines].map((line) => line.map(pad).join("  ").trimEnd()).join("\n");
}

function linesOf(result: ScriptResult): string[][] {
  const { script, operations, failure } = result;
  const thresholds = thresholdsBy(result);
  const requests = operations.reduce((sum, row) => sum + row.requests, 0);
  const named = new Set(operations.map(({ operation }) => operation));
  const others = [...thresholds].flatMap(([operation, own]) => (operation !== null && named.has(operation) ? [] : own));
  return [
    ...operations.map((row) => [
      script,
      row.operation,
      String(row.requests),
      ...[row.p50Ms, row.p95Ms, row.p99Ms].map((ms) => ms.toFixed(1)),
      String(row.errors),
      row.hitRatio === null ? "" : percentOf(row.hitRatio),
      row.bytesSaved === 0 ? "" : bytesOf(row.bytesSaved),
      verdictOf(thresholds.get(row.operation) ?? []),
    ]),
    [script, "all of it", String(requests), "", "", "", "", "", "", failure ?? verdictOf(others)],
  ];
}

function verdictOf(thresholds: readonly ThresholdResult[]): string {
  const crossed = thresholds.filter(({ ok }) => !ok).length;
  if (thresholds.length === 0) return "";
  return crossed === 0 ? `${thresholds.length} ok` : `${crossed} of ${thresholds.length} FAILED`;
}

/** A line for each that was crossed. */
export const crossedOf = (results: readonly ScriptResult[]): string[] =>
  results.flatMap(({ script, thresholds }) =>
    thresholds.filter(({ ok }) => !ok).map((threshold) => `${script}: ${sentenceOf(threshold)}`),
  );

export const sentenceOf = ({ metric, expression, value }: ThresholdResult): string =>
  `${metric} ${expression}${value === null ? "" : `, came ${rounded(value)}`}`;

const rounded = (value: number): string => String(Number(value.toPrecision(4)));

export const percentOf = (share: number): string => `${(share * 100).toFixed(1)} %`;

export function bytesOf(bytes: number): string {
  if (bytes < 1024) return `${Math.round(bytes)} B`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}
