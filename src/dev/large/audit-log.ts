/** The events of an organization's log and of its owner's own, chained as the database would (docs/audit.md, The chain). */
import { uuidv7At } from "#lib/ids";
import type { Sql } from "../../db/client";
import { type Cell, copyRows } from "./copy";
import { drawn, GROWTH_MS, type Grown, ROLES } from "./growth";
import { listAuditIndexes } from "./queries";

/** Of the owner's own log. */
const OWN_EVENTS = { each: 10, maximum: 1_000 };
/** So many people, and all keys, do four fifths of all that is done. */
const BUSY_PEOPLE = 40;

const HASH_BYTES = 32;

const EVENTS = {
  name: "audit_events",
  columns: [
    ...["chain_id", "sequence", "id", "organization_id", "occurred_at", "event", "operation", "scheme", "subject"],
    ...["request_id", "address", "fields", "hash"],
  ],
};
const CHAINS = { name: "audit_chains", columns: ["id", "length", "hash"] };

interface Event {
  readonly atMs: number;
  readonly organizationId: string | null;
  readonly event: string;
  readonly operation: string;
  readonly scheme: string;
  readonly subject: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Past the trigger, which works out one row at a time, and past the indexes, which are made anew afterwards. */
export async function insertAuditLogs(sql: Sql, organizations: readonly Grown[]): Promise<void> {
  await sql.unsafe("alter table audit_events disable trigger audit_events_chain");
  // To keep them up to date row by row takes three times as long as to make them.
  const indexes = await listAuditIndexes(sql);
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  for (const grown of organizations) {
    await insertChain(sql, grown.organizationId, grown.size.auditEvents, (n) => eventOf(grown, n));
    const own = Math.min(OWN_EVENTS.maximum, Math.ceil(grown.size.auditEvents / OWN_EVENTS.each));
    await insertChain(sql, grown.owner.id, own, (n) => ownEventOf(grown, n, own));
  }
  await sql.unsafe("set local maintenance_work_mem = '256MB'");
  for (const { definition } of indexes) await sql.unsafe(definition ?? "");
  await sql.unsafe("alter table audit_events enable trigger audit_events_chain");
}

async function insertChain(sql: Sql, chainId: string, length: number, event: (n: number) => Event): Promise<void> {
  const hashes = Buffer.alloc(length * HASH_BYTES);
  await copyRows(sql, EVENTS, chained(chainId, length, event, hashes));
  await copyRows(sql, CHAINS, ends(chainId, length, hashes));
}

function* chained(
  chainId: string,
  length: number,
  eventAt: (n: number) => Event,
  hashes: Buffer,
): Generator<readonly Cell[]> {
  const hasher = new Bun.CryptoHasher("sha256");
  let previous: Uint8Array = new Uint8Array();
  for (let sequence = 1; sequence <= length; sequence++) {
    const { atMs, organizationId, event, operation, scheme, subject, fields } = eventAt(sequence - 1);
    const [id, requestId, address] = [uuidv7At(atMs), uuidv7At(atMs), `198.51.100.${drawn(sequence, 250)}`];
    const json = jsonb(fields);
    // None of these has a character that JSON escapes.
    const organization = organizationId === null ? "null" : `"${organizationId}"`;
    const text = `["${chainId}", ${sequence}, "${id}", ${organization}, ${atMs}000, "${event}", "${operation}", "${scheme}", "${subject}", "${requestId}", "${address}", ${json}]`;
    previous = hasher.update(previous).update(text).digest();
    hashes.set(previous, (sequence - 1) * HASH_BYTES);
    const place = [chainId, sequence, id, organizationId, new Date(atMs).toISOString()];
    yield [...place, event, operation, scheme, subject, requestId, address, json, previous];
  }
}

function* ends(chainId: string, length: number, hashes: Buffer): Generator<readonly Cell[]> {
  for (let n = 0; n < length; n++) yield [chainId, n + 1, hashes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES)];
}

/** In PostgreSQL's own text: names in the order of their length, and then of their bytes. */
const jsonb = (fields: Event["fields"]) =>
  `{${Object.keys(fields)
    .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
    .map((name) => `"${name}": ${JSON.stringify(fields[name])}`)
    .join(", ")}}`;

/** Of a hundred events of an organization so many are of this kind. */
interface Kind extends Pick<Event, "event" | "operation"> {
  readonly count: number;
  readonly fields: (n: number, somebody: string) => Event["fields"];
}

const role = (n: number) => ROLES[n % ROLES.length]!;
const KINDS: readonly Kind[] = [
  {
    ...{ count: 40, event: "member.updated", operation: "updateMember" },
    fields: (n, somebody) => ({ "body.role": role(n), "path.userId": somebody }),
  },
  {
    ...{ count: 20, event: "invitation.created", operation: "createInvitation" },
    fields: (n) => ({ "body.role": role(n), "body.email": `guest${n}@example.net` }),
  },
  {
    ...{ count: 20, event: "invitation.accepted", operation: "acceptInvitation" },
    fields: () => ({ "answer.role": "member" }),
  },
  {
    ...{ count: 10, event: "member.removed", operation: "removeMember" },
    fields: (_, somebody) => ({ "path.userId": somebody }),
  },
  {
    ...{ count: 6, event: "role.updated", operation: "updateRole" },
    fields: (n) => ({ "path.roleName": role(n) }),
  },
  {
    ...{ count: 4, event: "audit.exported", operation: "exportAuditEvents" },
    fields: () => ({ "query.format": "csv" }),
  },
];
const KIND_OF_HUNDRED = KINDS.flatMap((kind) => Array<Kind>(kind.count).fill(kind));

function eventOf({ organizationId, name, owner, people, keyIds, atMs, size }: Grown, n: number): Event {
  const at = { atMs: instant(n, size.auditEvents, atMs), organizationId };
  if (n === 0) {
    const founding = { event: "organization.created", operation: "createOrganization", fields: { "body.name": name } };
    return { ...at, ...founding, scheme: "session", subject: owner.id };
  }
  const joined = Math.max(1, Math.floor((n / size.auditEvents) * people.length));
  const { event, operation, fields } = KIND_OF_HUNDRED[drawn(n, 100)]!;
  const kind = { event, operation, fields: fields(n, people[drawn(n + 1, joined)]!.id) };
  if (n % 10 === 0) return { ...at, ...kind, scheme: "apiKey", subject: keyIds[drawn(n, keyIds.length)]! };
  const subject = people[drawn(n + 2, n % 10 < 8 ? Math.min(BUSY_PEOPLE, joined) : joined)]!.id;
  return { ...at, ...kind, scheme: "session", subject };
}

/** The owner logs in now and then. */
const ownEventOf = ({ owner, atMs }: Grown, n: number, length: number): Event => ({
  atMs: instant(n, length, atMs),
  organizationId: null,
  event: "session.created",
  operation: "createSession",
  scheme: "session",
  subject: owner.id,
  fields: {},
});

const instant = (n: number, length: number, atMs: number) => atMs - GROWTH_MS + Math.floor((n * GROWTH_MS) / length);
