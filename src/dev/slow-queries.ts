/**
 * `bun src/dev/slow-queries.ts`, with DATABASE_URL: which statements of a database took the most time, together and each
 * time, as pg_stat_statements has counted them. docs/database.md says how to read it.
 */
import { oneLine, shortened } from "../db/slow-query";
import { readTopStatements, type StatementRow } from "../db/statement-statistics";

const SHOWN = 15;
const QUERY_LENGTH_MAXIMUM = 160;

/** Two tables for a person to read. */
export async function slowQueries(url: string): Promise<string> {
  const { byTotal, byMean } = await readTopStatements(url, SHOWN);
  return [
    ...[`The ${SHOWN} statements that took the most time together:`, ...table(byTotal), ""],
    ...[`The ${SHOWN} that took the most time each:`, ...table(byMean)],
  ].join("\n");
}

const HEAD = ["total ms", "calls", "mean ms", "rows", "cached"];

function table(statements: readonly StatementRow[]): string[] {
  const rows = statements.map(({ totalMs, calls, meanMs, rows, hitShare }) => [
    ...[totalMs.toFixed(0), calls, meanMs.toFixed(2), rows],
    hitShare === null ? "" : `${(hitShare * 100).toFixed(1)} %`,
  ]);
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[], text: string) =>
    `  ${cells.map((cell, column) => cell.padStart(widths[column]!)).join("  ")}  ${text}`;
  return [
    line(HEAD, "statement"),
    ...rows.map((row, index) => line(row, shortened(oneLine(statements[index]!.query), QUERY_LENGTH_MAXIMUM))),
  ];
}

if (import.meta.main) {
  const url = process.env.DATABASE_URL;
  if (!url) {
    console.error("usage: make slow-queries, or DATABASE_URL=postgres://... bun src/dev/slow-queries.ts");
    process.exit(2);
  }
  try {
    console.log(await slowQueries(url));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
