/**
 * Repeat-safe operations (draft-ietf-httpapi-idempotency-key-header-07). The key is held by an advisory lock of the
 * transaction that makes the change, and its answer is stored in the same transaction: a crash in the middle leaves
 * neither a change nor a key, and of any number of twins one does the work.
 */
import { createHash } from "node:crypto";
import { type Call, type Outcome, Reply, type Stage } from "#contract/call";
import { pipelineProblem } from "#contract/problem";
import { findIdempotentAnswer, insertIdempotentAnswer, tryLockIdempotencyKey } from "#contract/queries";
import type { UnitOfWork } from "#contract/transaction";
import type { Sql } from "#db/client";

/** Whose key it is, and what was asked with it. */
export interface Claim {
  /** Keys are the caller's own; where nobody is known they belong to the address. */
  readonly owner: string;
  readonly operation: string;
  readonly key: string;
  /** SHA-256 of the input. Streamed bodies count by their media type only: they are not read before the handler does. */
  readonly fingerprint: Buffer;
}

/** Thrown inside ctx.transaction when a twin was faster: the handler's own work is rolled back and this is the answer. */
export class AlreadyAnswered extends Error {
  constructor(readonly outcome: Outcome) {
    super("Another request with this Idempotency-Key came first.");
  }
}

export const IDEMPOTENCY_HOURS = 24;
/** As the key is sent, less its double quotes. */
export const MAX_KEY_LENGTH = 255;
/** A structured-field string (RFC 9651, section 3.3.3) of printable ASCII. */
const SF_STRING = /^"((?:[ !#-[\]-~]|\\["\\])+)"$/;

/** Reads the key and looks for an answer. In pipeline mode the key is held from here on. */
export const claimIdempotencyKey: Stage = async (call) => {
  const { policy, id } = call.route.operation;
  const sent = call.source.field("idempotency-key");
  if (sent === null) return policy.idempotency === "required" ? keyFault("required") : undefined;
  const key = SF_STRING.exec(sent.trim())?.[1];
  if (key === undefined || key.length > MAX_KEY_LENGTH) return keyFault("format");
  const owner = call.caller ? `caller ${call.caller.subject}` : `address ${call.client.address}`;
  call.claim = { owner, operation: id, key, fingerprint: await fingerprintOf(call) };
  if (policy.transaction === "pipeline") return hold(call, call.work.sql);
  return recall(call, call.work.sql);
};

/** Takes the key for the transaction of `sql`, or answers what the first request did or does with it. */
export async function hold(call: Call, sql: Sql): Promise<Outcome | undefined> {
  if (!call.claim) return;
  if (!(await tryLockIdempotencyKey(sql, call.claim))) return pipelineProblem("idempotency_in_progress");
  return recall(call, sql);
}

/** Keeps a success for repeats, in the transaction that made it. */
export async function keep(call: Call, unit: UnitOfWork, reply: Reply): Promise<void> {
  if (!call.claim) return;
  const { body } = reply;
  if (body instanceof ReadableStream || body instanceof Blob)
    throw new Error(`${call.route.operation.id} is repeat-safe and answers with a stream, which cannot be kept.`);
  const now = call.pipeline.clock.now();
  await insertIdempotentAnswer(unit.sql, call.claim, {
    status: reply.status,
    contentType: reply.contentType,
    headers: reply.headers,
    body: body === null ? null : Buffer.from(body as string),
    createdAt: now,
    expiresAt: new Date(now.getTime() + IDEMPOTENCY_HOURS * 3_600_000),
  });
}

async function recall(call: Call, sql: Sql): Promise<Outcome | undefined> {
  const claim = call.claim as Claim;
  const stored = await findIdempotentAnswer(sql, claim, call.pipeline.clock.now());
  if (!stored) return;
  if (!claim.fingerprint.equals(stored.fingerprint)) return pipelineProblem("idempotency_mismatch");
  return new Reply(stored.status, stored.contentType, stored.body, stored.headers);
}

function keyFault(code: "required" | "format") {
  const detail =
    code === "required"
      ? "Send an Idempotency-Key, such as a UUID in double quotes."
      : `Must be a string in double quotes of at most ${MAX_KEY_LENGTH} printable ASCII characters.`;
  return pipelineProblem("invalid_request", {
    faults: [{ in: "header", pointer: "/Idempotency-Key", code, detail }],
  });
}

async function fingerprintOf(call: Call): Promise<Buffer> {
  const { raw, input } = call;
  const hash = createHash("sha256");
  hash.update(JSON.stringify([raw?.parameters, raw?.contentType, input.ifMatch ?? null]));
  await hashValue(hash, input.body);
  return hash.digest();
}

async function hashValue(hash: ReturnType<typeof createHash>, value: unknown): Promise<void> {
  if (value instanceof ReadableStream || value === undefined) return;
  if (value instanceof Blob) {
    hash.update(`file ${value.size} ${value.type}\n`).update(Buffer.from(await value.arrayBuffer()));
    return;
  }
  if (Array.isArray(value) && value.some((item) => item instanceof Blob)) {
    for (const item of value) await hashValue(hash, item);
    return;
  }
  if (typeof value === "object" && value !== null && Object.values(value).some(holdsFile)) {
    for (const [name, part] of Object.entries(value)) await hashValue(hash.update(`part ${name}\n`), part);
    return;
  }
  hash.update(JSON.stringify(value));
}

const holdsFile = (value: unknown): boolean =>
  value instanceof Blob || (Array.isArray(value) && value.some((item) => item instanceof Blob));
