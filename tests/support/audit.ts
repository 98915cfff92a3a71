/** Rows of the audit log, and what their hashes have to be: worked out here, by what docs/audit.md says of them. */
import { createHash } from "node:crypto";
import { insertAuditEvent } from "#contract/queries";
import type { Sql } from "#db/client";
import { uuidv7 } from "#lib/ids";

type AuditEvent = Parameters<typeof insertAuditEvent>[1];

/** Writes one row, as the pipeline does. */
export const record = (sql: Sql, given: Partial<AuditEvent> = {}): Promise<void> =>
  insertAuditEvent(sql, {
    id: uuidv7.next(),
    occurredAt: new Date("2026-11-24T09:00:00.000Z"),
    event: "note.put",
    operation: "putNote",
    organizationId: null,
    scheme: null,
    subject: null,
    requestId: uuidv7.next(),
    address: "192.0.2.7",
    fields: {},
    ...given,
  });

export interface StoredEvent {
  readonly chainId: string;
  readonly sequence: string;
  readonly hash: Buffer;
  readonly [column: string]: unknown;
}

/** A chain, in its order. */
export const chainOf = (sql: Sql, id: string) =>
  sql<StoredEvent[]>`
    select chain_id, sequence, id, organization_id, extract(epoch from occurred_at) * 1000000 as microseconds, event,
      operation, scheme, subject, request_id, address, fields, hash
    from audit_events where chain_id = ${id} order by sequence`;

/** The places of a chain, and those of them whose hash is not that of the row and the hash before it. */
export function placesOf(rows: readonly StoredEvent[]) {
  const wrong = rows.filter((row, place) => !row.hash.equals(hashOf(row, rows[place - 1]?.hash ?? Buffer.alloc(0))));
  return { sequences: rows.map(({ sequence }) => Number(sequence)), wrong: wrong.map(({ sequence }) => sequence) };
}

function hashOf(row: StoredEvent, previous: Buffer): Buffer {
  const { chainId, sequence, id, organizationId, event, operation, scheme, subject, requestId, address } = row;
  const columns = [
    ...[chainId, Number(sequence), id, organizationId, Number(row.microseconds), event, operation, scheme, subject],
    ...[requestId, address, row.fields],
  ];
  return createHash("sha256").update(previous).update(textOf(columns)).digest();
}

/** As PostgreSQL writes jsonb: a space after each comma and colon, shorter names first. */
function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join(", ")}]`;
  const names = Object.keys(value).sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
  const members = names.map((name) => `${JSON.stringify(name)}: ${textOf((value as Record<string, unknown>)[name])}`);
  return `{${members.join(", ")}}`;
}
