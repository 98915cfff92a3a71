/** Samples become rows, rows a table and a file. */
import { cpus, platform, totalmem } from "node:os";
import type { Contender } from "./contenders";
import type { Sample } from "./measure";
import type { Work } from "./works";

/** By work and contender. The first contender of a work is measured in every round. */
export type Samples = Map<Work, Map<Contender, InRound[]>>;

export interface InRound extends Sample {
  readonly round: number;
}

export interface Row {
  readonly work: string;
  readonly contender: Contender;
  readonly requestsPerSecond: number;
  /** Requests for one second of a core, over those of the work's first contender: the median of the rounds. */
  readonly ratio: number;
  readonly ratioLow: number;
  readonly ratioHigh: number;
  readonly cpuMicroseconds: number;
  readonly busy: number;
  readonly goal?: {
    readonly ratio: number;
    readonly against: string;
    readonly measured: number;
    readonly met: boolean;
  };
}

export function rowsOf(samples: Samples): Row[] {
  const ours = (name: string) => [...samples].find(([work]) => work.name === name)?.[1].get("groundwork");
  return [...samples].flatMap(([work, byContender]) => {
    const first = work.contenders[0]!;
    const reference = byContender.get(first)!;
    return work.contenders.map((contender): Row => {
      const own = byContender.get(contender)!;
      const ratios = ratiosOf(own, reference);
      const { against } = work.goal;
      const other = against ? ours(against) : reference;
      const measured = other ? round(median(ratiosOf(own, other)), 3) : Number.NaN;
      const goal = { ratio: work.goal.ratio, against: against ? `groundwork ${against}` : first, measured };
      return {
        work: work.name,
        contender,
        requestsPerSecond: Math.round(median(own.map((sample) => sample.requestsPerSecond))),
        ratio: round(median(ratios), 3),
        ratioLow: round(Math.min(...ratios), 3),
        ratioHigh: round(Math.max(...ratios), 3),
        cpuMicroseconds: round(median(own.map((sample) => sample.cpuMicroseconds)), 2),
        busy: round(median(own.map((sample) => sample.busy)), 2),
        ...(contender === "groundwork" && other && { goal: { ...goal, met: measured >= goal.ratio } }),
      };
    });
  });
}

export function tableOf(rows: readonly Row[]): string {
  const head = ["work", "contender", "req/s", "CPU us", "busy", "ratio", "low", "high", "goal", ""];
  const lines = rows.map((row) => [
    row.work,
    row.contender,
    String(row.requestsPerSecond),
    row.cpuMicroseconds.toFixed(1),
    `${Math.round(row.busy * 100)} %`,
    ...[row.ratio, row.ratioLow, row.ratioHigh].map((ratio) => ratio.toFixed(2)),
    row.goal ? `${row.goal.ratio.toFixed(2)} of ${row.goal.against}` : "",
    row.goal ? (row.goal.met ? "met" : `missed: ${row.goal.measured.toFixed(2)}`) : "",
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]!.length)));
  const isText = (column: number) => column < 2 || column > 7;
  const pad = (cell: string, column: number) =>
    isText(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
  return [head, ...lines].map((line) => line.map(pad).join("  ").trimEnd()).join("\n");
}

export const machine = () => ({
  system: platform(),
  cpu: cpus()[0]?.model ?? "unknown",
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  bun: Bun.version,
});

/** Round by round, so that what slowed one round down slowed both. */
const ratiosOf = (own: readonly InRound[], reference: readonly InRound[]) =>
  own.map((sample) => reference[sample.round]!.cpuMicroseconds / sample.cpuMicroseconds);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));
