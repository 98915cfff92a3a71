import type { AuditEvent } from "#generated/types";

/** How an export is written: what stands before its events, and an event with the end of its line. */
export interface Format {
  readonly head: string;
  readonly line: (event: AuditEvent) => string;
}

const COLUMNS = [
  "sequence",
  "id",
  "occurredAt",
  "event",
  "operation",
  "scheme",
  "subject",
  "requestId",
  "address",
  "fields",
  "hash",
] as const satisfies readonly (keyof AuditEvent)[];

export const ndjson: Format = { head: "", line: (event) => `${JSON.stringify(event)}\n` };

/** RFC 4180, with a header. What is null is empty. */
export const csv: Format = {
  head: record(COLUMNS),
  line: (event) => record(COLUMNS.map((column) => cellOf(event[column]))),
};

/**
 * What callers wrote is in `fields` alone, which is JSON in one cell: it begins with a brace and has no line's end, so that
 * no spreadsheet takes it for a formula.
 */
const cellOf = (value: AuditEvent[keyof AuditEvent]): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");

function record(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join()}\r\n`;
}
