import { describe, expect, test } from "bun:test";
import type { Sql } from "#db/client";
import type { AuditFault, AuditVerification } from "#generated/types";
import { testApp } from "../support/app";
import { chainOf, record } from "../support/audit";

const app = await testApp();
/** Who may do everything, as an administrator of the database may. */
const owner = app.owner;

/** An organization in whose log there are this many events. */
async function logged(events: number) {
  const person = await app.person();
  const organizationId = await app.organization(person);
  for (let place = 2; place <= events; place++) await record(app.sql, { organizationId, fields: { place } });
  const rows = await chainOf(app.sql, organizationId);
  const verify = async () =>
    (await person.call<AuditVerification>("verifyAuditChain", { path: { organizationId } })).body;
  const hashAt = (place: number) => rows[place - 1]?.hash.toString("hex") ?? null;
  return { organizationId, ids: rows.map(({ id }) => id as string), hashAt, verify };
}

type Log = Awaited<ReturnType<typeof logged>>;

const found = (log: Log, sequence: number, kind: AuditFault["kind"], eventId: string | null): AuditVerification => ({
  valid: false,
  events: sequence - 1,
  hash: log.hashAt(sequence - 1),
  fault: { sequence, kind, eventId },
});

describe("200", () => {
  test("a log that nobody touched is valid, and says how long it is and how it ends", async () => {
    const log = await logged(12);
    expect(await log.verify()).toEqual({ valid: true, events: 12, hash: log.hashAt(12), fault: null });
  });

  test("a log of more events than one statement looks at is, too, and so is one that ends with a statement", async () => {
    const log = await logged(1);
    for (const [first, last] of [
      [2, 5_000],
      [5_001, 12_345],
    ]) {
      await app.sql`
        insert into audit_events (id, organization_id, occurred_at, event, operation, request_id, address, fields)
        select gen_random_uuid(), ${log.organizationId}, now(), 'note.put', 'putNote', gen_random_uuid(), '::1', '{}'
        from generate_series(${first!}::int, ${last!}::int)`;
      expect(await log.verify()).toMatchObject({ valid: true, events: last });
    }
    await owner`delete from audit_events where chain_id = ${log.organizationId} and sequence = 10001`;
    expect(await log.verify()).toMatchObject({ valid: false, events: 10_000, fault: { sequence: 10_001 } });
  });

  test("is valid while events are added", async () => {
    const log = await logged(2);
    const { organizationId } = log;
    const added = Promise.all(Array.from({ length: 50 }, () => record(app.sql, { organizationId })));
    for (let time = 0; time < 5; time++) expect(await log.verify()).toMatchObject({ valid: true });
    await added;
    expect(await log.verify()).toMatchObject({ valid: true, events: 52 });
  });

  test("sees nothing of what happens to another log", async () => {
    const [log, other] = [await logged(3), await logged(3)];
    await owner`update audit_events set event = 'note.cut' where chain_id = ${other.organizationId}`;
    expect(await log.verify()).toMatchObject({ valid: true, events: 3 });
  });
});

describe("200, changed", () => {
  test.each([
    "event = 'note.cut'",
    "operation = 'cutNote'",
    "scheme = 'apiKey'",
    "subject = 'somebody else'",
    "organization_id = gen_random_uuid()",
    "occurred_at = occurred_at + interval '1 microsecond'",
    "request_id = gen_random_uuid()",
    "address = '::1'",
    `fields = '{"place": 4.0}'`,
    "fields = '{}'",
    "hash = sha256('')",
    "id = gen_random_uuid()",
  ])("an event of which this was changed: %s", async (change) => {
    const log = await logged(6);
    await tamper(log, `update audit_events set ${change} where sequence = 4`);
    const [, , , standing] = await chainOf(app.sql, log.organizationId);
    expect(await log.verify()).toEqual(found(log, 4, "changed", standing!.id as string));
  });

  test("an event whose hash was made anew, while the chain still knows the other", async () => {
    const log = await logged(6);
    await rewrite(log, 4);
    expect(await log.verify()).toEqual(found(log, 4, "changed", log.ids[3]!));
  });

  test("the event after one whose hash was made anew everywhere", async () => {
    const log = await logged(6);
    await rewrite(log, 4);
    await owner`
      update audit_chains chain set hash = event.hash from audit_events event
      where chain.id = ${log.organizationId} and chain.length = 4 and chain_id = chain.id and sequence = chain.length`;
    expect(await log.verify()).toMatchObject({
      events: 4,
      fault: { sequence: 5, kind: "changed", eventId: log.ids[4] },
    });
  });

  test("an event that was put behind the end", async () => {
    const log = await logged(3);
    const id = await forge(log, 4);
    expect(await log.verify()).toEqual(found(log, 4, "changed", id));
  });

  test("every event, where the chain's end is gone", async () => {
    const log = await logged(3);
    await owner`delete from audit_chains where id = ${log.organizationId}`;
    expect(await log.verify()).toEqual(found(log, 1, "changed", log.ids[0]!));
  });

  test("what stands where an event was taken out and the rest moved up", async () => {
    const log = await logged(6);
    await tamper(log, "delete from audit_events where sequence = 3");
    for (const sequence of [4, 5, 6]) await move(log, sequence, sequence - 1);
    expect(await log.verify()).toEqual(found(log, 3, "changed", log.ids[3]!));
  });
});

describe("200, removed", () => {
  test.each([1, 3, 6])("event %i of six", async (sequence) => {
    const log = await logged(6);
    await tamper(log, `delete from audit_events where sequence = ${sequence}`);
    expect(await log.verify()).toEqual(found(log, sequence, "removed", null));
  });

  test("everything", async () => {
    const log = await logged(3);
    await owner`truncate audit_events`;
    expect(await log.verify()).toEqual(found(log, 1, "removed", null));
  });

  test("the place stays empty when events are added after that", async () => {
    const log = await logged(3);
    await tamper(log, "delete from audit_events where sequence = 3");
    await record(app.sql, { organizationId: log.organizationId });
    expect(await log.verify()).toEqual(found(log, 3, "removed", null));
  });
});

describe("200, reordered", () => {
  test("two events that changed places", async () => {
    const log = await logged(8);
    await move(log, 3, 100);
    await move(log, 6, 3);
    await move(log, 100, 6);
    expect(await log.verify()).toEqual(found(log, 3, "reordered", log.ids[5]!));
  });

  test("two events that changed all but their places and hashes", async () => {
    const log = await logged(8);
    const places = (one: number, other: number) => owner`
      update audit_events event
      set id = twin.id, occurred_at = twin.occurred_at, event = twin.event, operation = twin.operation,
        scheme = twin.scheme, subject = twin.subject, request_id = twin.request_id, address = twin.address,
        fields = twin.fields
      from audit_events twin
      where event.chain_id = ${log.organizationId} and twin.chain_id = event.chain_id
        and (event.sequence, twin.sequence) in ((${one}, ${other}), (${other}, ${one}))`;
    await places(3, 6);
    expect(await log.verify()).toEqual(found(log, 3, "reordered", log.ids[5]!));
  });

  test("an event that was put far behind the end", async () => {
    const log = await logged(4);
    await move(log, 2, 9_007_199_254_740_991);
    expect(await log.verify()).toEqual(found(log, 2, "reordered", null));
  });

  test("events that were moved up to make room for another", async () => {
    const log = await logged(5);
    for (const sequence of [5, 4, 3]) await move(log, sequence, sequence + 1);
    const id = await forge(log, 3);
    expect(await log.verify()).toEqual(found(log, 3, "reordered", id));
  });
});

/** Runs a statement on this log only. */
async function tamper({ organizationId }: Log, statement: string): Promise<void> {
  await owner.unsafe(`${statement} and chain_id = '${organizationId}'`);
}

const move = ({ organizationId }: Log, from: number, to: number) => owner`
  update audit_events set sequence = ${to} where chain_id = ${organizationId} and sequence = ${from}`;

/** Changes an event together with its own hash. */
const rewrite = ({ organizationId }: Log, sequence: number) => owner`
  update audit_events event
  set address = '::1', hash = (
    select audit_event_hash(previous.hash, ${sequence}, (
      event.chain_id, event.sequence, event.id, event.organization_id, event.occurred_at, event.event, event.operation,
      event.scheme, event.subject, event.request_id, '::1', event.fields, event.hash)::audit_events)
    from audit_events previous
    where previous.chain_id = event.chain_id and previous.sequence = ${sequence - 1}
  )
  where event.chain_id = ${organizationId} and event.sequence = ${sequence}`;

/** An event of the forger's own making, with a hash that fits; answers with its id. */
async function forge({ organizationId }: Log, sequence: number): Promise<string> {
  return owner.begin(async (transaction) => {
    const sql = transaction as unknown as Sql;
    await sql`alter table audit_events disable trigger audit_events_chain`;
    const [row] = await sql<{ id: string }[]>`
      insert into audit_events (chain_id, sequence, id, organization_id, occurred_at, event, operation, request_id,
        address, fields, hash)
      values (${organizationId}, ${sequence}, gen_random_uuid(), ${organizationId}, now(), 'note.put', 'putNote',
        gen_random_uuid(), '::1', '{}', sha256('forged'))
      returning id`;
    await sql`
      update audit_events forged set hash = audit_event_hash(previous.hash, ${sequence}, forged)
      from audit_events previous
      where forged.chain_id = ${organizationId} and forged.sequence = ${sequence}
        and previous.chain_id = forged.chain_id and previous.sequence = ${sequence - 1}`;
    await sql`alter table audit_events enable trigger audit_events_chain`;
    return row!.id;
  });
}
