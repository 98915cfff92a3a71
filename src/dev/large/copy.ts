import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "../../db/client";

/** Null, or what COPY reads as a column's text. */
export type Cell = string | number | null | Uint8Array;

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

const ROWS_PER_CHUNK = 500;

/** Adds rows, of which there may be more than fit into memory. A row has its cells in the order of the columns. */
export async function copyRows(sql: Sql, table: Table, rows: Iterable<readonly Cell[]>): Promise<void> {
  const sink = await sql.unsafe(`copy ${table.name} (${table.columns.join(", ")}) from stdin`).writable();
  await pipeline(Readable.from(chunksOf(rows), { objectMode: true }), sink);
}

function* chunksOf(rows: Iterable<readonly Cell[]>): Generator<string> {
  let chunk = "";
  let count = 0;
  for (const row of rows) {
    chunk += lineOf(row);
    if (++count % ROWS_PER_CHUNK > 0) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

function lineOf(row: readonly Cell[]): string {
  let line = "";
  for (const cell of row) line += `${textOf(cell)}\t`;
  return `${line.slice(0, -1)}\n`;
}

const SPECIAL = /[\\\t\n\r]/;
const SPELT: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function textOf(cell: Cell): string | number {
  if (cell === null) return "\\N";
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string") return `\\\\x${cell.toHex()}`;
  return SPECIAL.test(cell) ? cell.replace(/[\\\t\n\r]/g, (character) => SPELT[character]!) : cell;
}
