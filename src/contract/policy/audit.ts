import type { Call } from "#contract/call";
import type { AuditField } from "#contract/operation";
import { insertAuditEvent } from "#contract/queries";
import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import type { Ids } from "#lib/ids";

/** One row of the audit log. It holds what the contract names and nothing else, so that no secret gets in by accident. */
export interface AuditEvent {
  readonly id: string;
  readonly occurredAt: Date;
  readonly event: string;
  readonly operation: string;
  /** Whose log it is in; null for what concerns a person alone. */
  readonly organizationId: string | null;
  /** By which security scheme the caller came; null where there is none. */
  readonly scheme: string | null;
  /** Who did it: the caller, or whom the handler names where there is none. */
  readonly subject: string | null;
  readonly requestId: string;
  readonly address: string;
  /** By the contract's own words, { "path.userId": …, "body.role": … }; and "caller.actor", where somebody acts as the subject. */
  readonly fields: AuditedFields;
}

/** The shape of audit_events.fields. */
export interface AuditedFields {
  readonly [place: string]: Scalar | readonly Scalar[];
}

type Scalar = string | number | boolean | null;

/** What a handler says of the row, where neither the credential nor the path does. */
export interface Recorded {
  readonly body?: unknown;
  readonly actor?: string;
  readonly organization?: string;
  /** Whom it was done to, where that is another person than who called. */
  readonly about?: string;
}

/** Writes the row on `sql`, once for each call: a repeat of the same transaction writes it again, after its rollback. */
export const audit = (call: Call, sql: Sql, event: string, recorded: Recorded): Promise<void> =>
  call.pipeline.recordAudit(sql, rowOf(call, event, recorded));

/** The same row in the log of the person whom it was done to: their own, which names the caller as who acted. */
export function auditAbout(call: Call, sql: Sql, event: string, recorded: Recorded, about: string): Promise<void> {
  const row = rowOf(call, event, recorded);
  const fields = { ...row.fields, "caller.actor": row.subject };
  return call.pipeline.recordAudit(sql, { ...row, organizationId: null, subject: about, fields });
}

/** What no request asked for: a job or a command did it, by nobody's credential. `requestId` names its run. */
export const auditWork = (
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
  sql: Sql,
  done: Pick<AuditEvent, "event" | "operation" | "organizationId" | "subject" | "requestId">,
): Promise<void> =>
  insertAuditEvent(sql, { ...done, id: ids.next(), occurredAt: clock.now(), scheme: null, address: "", fields: {} });

function rowOf(call: Call, event: string, { actor, organization, body }: Recorded): AuditEvent {
  const { pipeline, route, client, caller } = call;
  return {
    id: pipeline.ids.next(),
    occurredAt: pipeline.clock.now(),
    event,
    operation: route.operation.id,
    organizationId: call.organizationId ?? organization ?? null,
    scheme: caller?.scheme ?? null,
    subject: actor ?? caller?.subject ?? null,
    requestId: client.requestId,
    address: client.address,
    fields: {
      ...fieldsOf(route.operation.policy.audit?.fields ?? [], { ...call.input, answer: body }),
      ...(caller?.actor === undefined ? {} : { "caller.actor": caller.actor }),
    },
  };
}

function fieldsOf(declared: readonly AuditField[], parts: Partial<Record<AuditField["in"], unknown>>): AuditedFields {
  const fields: Record<string, Scalar | readonly Scalar[]> = {};
  for (const field of declared) {
    const value = field.at.reduce<unknown>(within, parts[field.in]);
    if (isScalar(value) || (Array.isArray(value) && value.every(isScalar)))
      fields[[field.in, ...field.at].join(".")] = value;
  }
  return fields;
}

const within = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const isScalar = (value: unknown): value is Scalar =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
