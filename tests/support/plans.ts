/** The plans of the statements that really run, as the server has made them: by auto_explain, on the connection itself. */
import { APPLICATION_ROLE, connect, type Sql } from "#db/client";
import type { SlowQuery } from "#db/slow-query";
import type { TestDatabase } from "./database";

/** Planned anew for the values of each time, or once for all values. */
export type PlanMode = "force_custom_plan" | "force_generic_plan";

/** A database whose pools hand over what they run, with its plan and the rows that each part of it gave. */
export function planned(database: TestDatabase, mode: PlanMode, hear: (query: SlowQuery) => void): TestDatabase {
  const url = new URL(database.url);
  const settings = {
    plan_cache_mode: mode,
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_level": "notice",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_timing": "off",
    "auto_explain.log_buffers": "on",
    // What functions and triggers run, too.
    "auto_explain.log_nested_statements": "on",
  };
  for (const [name, value] of Object.entries(settings)) url.searchParams.set(name, value);
  const options = { url: url.href, prepare: true, role: APPLICATION_ROLE, onSlowQuery: hear };
  return { ...database, connect: ({ max = 1 } = {}): Sql => connect({ ...options, poolMax: max }) };
}

export interface PlanNode {
  /** What it does and with what, as EXPLAIN says: "Index Scan using users_pkey on users person". */
  readonly what: string;
  readonly depth: number;
  /** That it gave, in all its loops. */
  readonly rows: number;
  /** That it read and threw away. */
  readonly removed: number;
  /** Of 8 KiB that it touched, and those below it. What an index skips on its way to the first row shows here alone. */
  readonly blocks: number;
  /** What stands below it. */
  readonly below: readonly PlanNode[];
}

const NODE = /^( *)(?:-> {2})?(.+?) +\(cost=.*\(actual rows=([\d.]+) loops=(\d+)\)$/;
const REMOVED = /^ *Rows Removed by .*: (\d+)$/;
const BLOCKS = /^ *Buffers: shared((?: \w+=\d+)+)/;

interface ReadNode extends PlanNode {
  removed: number;
  blocks: number;
  readonly loops: number;
  readonly below: ReadNode[];
}

/** Every node, those above first. */
export function nodesOf(plan: readonly string[]): PlanNode[] {
  const nodes: ReadNode[] = [];
  for (const line of plan) {
    const [, indent, what, rows, loops] = NODE.exec(line) ?? [];
    if (indent !== undefined && what !== undefined) {
      const counted = { rows: Number(rows) * Number(loops), removed: 0, blocks: 0, loops: Number(loops) };
      const node = { what, depth: indent.length, ...counted, below: [] };
      nodes.findLast(({ depth }) => depth < node.depth)?.below.push(node);
      nodes.push(node);
    }
    const latest = nodes.at(-1);
    if (!latest) continue;
    latest.removed += Number(REMOVED.exec(line)?.[1] ?? 0) * latest.loops;
    for (const [, count] of (BLOCKS.exec(line)?.[1] ?? "").matchAll(/(?:hit|read)=(\d+)/g))
      latest.blocks += Number(count);
  }
  return nodes;
}

/** The table that a node reads, by what it does. */
export const tableOf = (what: string): string | undefined => TABLE.exec(what)?.[1];

const TABLE =
  /^(?:Parallel )?(?:Seq Scan|Index (?:Only )?Scan(?: Backward)? using \S+|Bitmap Heap Scan|Tid (?:Range )?Scan) on (\S+)/;
