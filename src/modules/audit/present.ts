import type { PageKey } from "#contract/context";
import type { AuditEvent } from "#generated/types";
import type { AuditEventRow } from "./queries";

export const presentAuditEvent = (row: AuditEventRow): AuditEvent => ({
  id: row.id,
  sequence: Number(row.sequence),
  occurredAt: row.occurredAt,
  event: row.event,
  operation: row.operation,
  scheme: row.scheme,
  subject: row.subject,
  requestId: row.requestId,
  address: row.address,
  fields: row.fields,
  hash: row.hash.toString("hex"),
});

/** Where an event stands in the list, which is in the order of (occurred_at, id). */
export const placeOf = ({ occurredAt, id }: AuditEventRow): PageKey => ({ at: occurredAt, id });
