import { PHASES, type Phase } from "#contract/record";

/** What a phase does not count: reading the head, writing the answer, the log's line, the metrics. */
export type Part = Phase | "respond";
export const PARTS: readonly Part[] = [...PHASES, "respond"];

export interface Spent {
  readonly work: string;
  /** Medians in microseconds. */
  readonly parts: Readonly<Record<Part, number>>;
  readonly total: number;
}
