import type { Call } from "#contract/call";
import type { AuditField } from "#contract/operation";
import type { Sql } from "#db/client";

/** One row of the audit log. It holds what the contract names and nothing else, so that no secret gets in by accident. */
export interface AuditEvent {
  readonly id: string;
  readonly occurredAt: Date;
  readonly event: string;
  readonly operation: string;
  /** Who did it: the caller, or whom the handler names where there is none. */
  readonly subject: string | null;
  readonly requestId: string;
  readonly address: string;
  /** By the contract's own words: { "path.userId": …, "body.role": … }. */
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes the row on `sql`, once for each call: a repeat of the same transaction writes it again, after its rollback. */
export async function audit(call: Call, sql: Sql, event: string, actor: string | undefined): Promise<void> {
  const { pipeline, route, client, caller } = call;
  await pipeline.recordAudit(sql, {
    id: pipeline.ids.next(),
    occurredAt: pipeline.clock.now(),
    event,
    operation: route.operation.id,
    subject: actor ?? caller?.subject ?? null,
    requestId: client.requestId,
    address: client.address,
    fields: fieldsOf(call, route.operation.policy.audit?.fields ?? []),
  });
}

function fieldsOf(call: Call, declared: readonly AuditField[]): AuditEvent["fields"] {
  const fields: Record<string, string | number | boolean | null> = {};
  for (const field of declared) {
    const value = field.at.reduce<unknown>(within, call.input[field.in]);
    if (isScalar(value)) fields[[field.in, ...field.at].join(".")] = value;
  }
  return fields;
}

const within = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
