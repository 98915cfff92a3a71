/** The chain of the audit log, and what the server's role may do with it. */
import { afterAll, describe, expect, test } from "bun:test";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { uuidv7 } from "#lib/ids";
import { migrate, rollback } from "../../src/db/migrate";
import { chainOf, placesOf, record } from "../support/audit";
import { openTestDatabase } from "../support/database";

const NOBODY = "00000000-0000-0000-0000-000000000000";
const MIGRATIONS = fileURLToPath(new URL("../../db/migrations", import.meta.url));
const CHAINING = "20261125000200_chain_audit_events.sql";

const database = await openTestDatabase();
const sql = database.connect({ max: 20 });
const owner = database.connect({ max: 1, asOwner: true });

afterAll(async () => {
  await Promise.all([sql.end(), owner.end()]);
  await database.close();
});

describe("a chain", () => {
  test("is the organization's, else the person's or the key's, else nobody's", async () => {
    const [organizationId, subject] = [uuidv7.next(), uuidv7.next()];
    for (const given of [{ organizationId, subject }, { subject }, {}, { subject: "not an id" }])
      await record(sql, given);
    const rows = await Promise.all([organizationId, subject, NOBODY].map((id) => chainOf(sql, id)));
    expect(rows.map(placesOf)).toEqual([
      { sequences: [1], wrong: [] },
      { sequences: [1], wrong: [] },
      { sequences: [1, 2], wrong: [] },
    ]);
  });

  test("holds what each column says, to the microsecond and whatever the alphabet", async () => {
    const organizationId = uuidv7.next();
    const fields = {
      "path.userId": uuidv7.next(),
      "body.b": 'é "\\\n\u0001 €',
      "body.aa": 1.5,
      "body.a": null,
      z: true,
    };
    await record(sql, { organizationId, scheme: "session", subject: uuidv7.next(), fields });
    await sql`
      insert into audit_events (id, organization_id, occurred_at, event, operation, request_id, address, fields)
      values (${uuidv7.next()}, ${organizationId}, '1969-07-20 20:17:40.123456Z', 'note.put', 'putNote',
        ${uuidv7.next()}, '::1', '{}')`;
    const rows = await chainOf(sql, organizationId);
    expect(placesOf(rows)).toEqual({ sequences: [1, 2], wrong: [] });
    expect(rows.map((row) => placesOf([{ ...row, event: "note.cut" }]).wrong)).toEqual([["1"], ["2"]]);
  });

  test("is the same in whatever zone and style a session writes", async () => {
    const organizationId = uuidv7.next();
    await owner.begin(async (elsewhere) => {
      await elsewhere`set local timezone = 'Asia/Kolkata'`;
      await elsewhere`set local datestyle = 'German'`;
      await record(elsewhere as unknown as typeof sql, { organizationId });
    });
    expect(placesOf(await chainOf(sql, organizationId))).toEqual({ sequences: [1], wrong: [] });
  });

  test("of a hundred who write at once has no gap, and none of them fails", async () => {
    const [one, other] = [uuidv7.next(), uuidv7.next()];
    await Promise.all(Array.from({ length: 200 }, (_, i) => record(sql, { organizationId: i % 2 ? one : other })));
    const hundred = { sequences: Array.from({ length: 100 }, (_, i) => i + 1), wrong: [] };
    expect(placesOf(await chainOf(sql, one))).toEqual(hundred);
    expect(placesOf(await chainOf(sql, other))).toEqual(hundred);
  });

  test("has no gap where a transaction was rolled back, also where others waited for it", async () => {
    const organizationId = uuidv7.next();
    const rolledBack = sql.begin(async (transaction) => {
      await record(transaction as unknown as typeof sql, { organizationId });
      const waiting = record(sql, { organizationId });
      await someoneWaits();
      // In an object, so that nobody waits for it in here.
      throw { waiting };
    });
    const { waiting } = await rolledBack.catch((thrown) => thrown);
    await waiting;
    await record(sql, { organizationId });
    expect(placesOf(await chainOf(sql, organizationId))).toEqual({ sequences: [1, 2], wrong: [] });
  });

  test("keeps nobody of another organization waiting", async () => {
    await sql.begin(async (transaction) => {
      await record(transaction as unknown as typeof sql, { organizationId: uuidv7.next() });
      await record(sql, { organizationId: uuidv7.next() });
    });
  });

  test("gives the place and the hash, whatever the insert says of them", async () => {
    const organizationId = uuidv7.next();
    await record(sql, { organizationId });
    const chosen = { chain_id: uuidv7.next(), sequence: 7, hash: Buffer.alloc(32) };
    await sql`
      insert into audit_events (chain_id, sequence, hash, id, organization_id, occurred_at, event, operation, request_id,
        address, fields)
      values (${chosen.chain_id}, ${chosen.sequence}, ${chosen.hash}, ${uuidv7.next()}, ${organizationId}, now(),
        'note.put', 'putNote', ${uuidv7.next()}, '::1', '{}')`;
    expect(placesOf(await chainOf(sql, organizationId))).toEqual({ sequences: [1, 2], wrong: [] });
    expect(await chainOf(sql, chosen.chain_id)).toBeEmpty();
  });

  test("has no gap after an insert that lets conflicts pass", async () => {
    const [organizationId, id] = [uuidv7.next(), uuidv7.next()];
    for (let time = 0; time < 2; time++)
      await sql`
        insert into audit_events (id, organization_id, occurred_at, event, operation, request_id, address, fields)
        values (${id}, ${organizationId}, now(), 'note.put', 'putNote', ${id}, '::1', '{}') on conflict do nothing`;
    expect(placesOf(await chainOf(sql, organizationId))).toEqual({ sequences: [1, 2], wrong: [] });
  });
});

describe("the role of the server", () => {
  test.each([
    "update audit_events set event = 'note.cut'",
    "delete from audit_events",
    "truncate audit_events",
    "select id from audit_events for update",
    "do $$ begin lock table audit_events in exclusive mode; end $$",
    `insert into audit_events (id, occurred_at, event, operation, request_id, address, fields)
      values (gen_random_uuid(), now(), 'note.put', 'putNote', gen_random_uuid(), '::1', '{}')
      on conflict (chain_id, sequence) do update set event = 'note.cut'`,
    "insert into audit_chains (id, length, hash) values (gen_random_uuid(), 1, sha256(''))",
    "update audit_chains set length = 0",
    "delete from audit_chains",
    "truncate audit_chains",
    "select chain_audit_event()",
    "alter table audit_events disable trigger all",
    "drop trigger audit_events_chain on audit_events",
    "alter table audit_events add column note text",
    "create trigger mine before insert on audit_events for each row execute function chain_audit_event()",
    "create or replace function audit_event_hash(bytea, bigint, audit_events) returns bytea language sql return ''::bytea",
    "create table mine (id int)",
    "set session_replication_role = replica",
  ])("may not: %s", async (statement) => {
    await record(sql);
    expect(await refusal(statement)).toBe("42501");
  });

  test("may not put the chain's function to work on a table of its own", async () => {
    const work = sql.begin(async (transaction) => {
      await transaction`create temporary table mine (id uuid) on commit drop`;
      await transaction`create trigger mine before insert on mine for each row execute function chain_audit_event()`;
    });
    await expect(work).rejects.toMatchObject({ code: "42501" });
  });

  test("writes to the log, whatever stands under its name before it", async () => {
    const organizationId = uuidv7.next();
    await sql.begin(async (transaction) => {
      await transaction`
        create temporary table audit_chains (id uuid, length bigint, hash bytea) on commit drop`;
      await transaction`
        insert into public.audit_events (id, organization_id, occurred_at, event, operation, request_id, address, fields)
        values (${uuidv7.next()}, ${organizationId}, now(), 'note.put', 'putNote', ${uuidv7.next()}, '::1', '{}')`;
    });
    const [chain] = await sql`select length from public.audit_chains where id = ${organizationId}`;
    expect(chain).toEqual({ length: "1" });
  });
});

describe("the migration", () => {
  test("chains what was recorded before it, and its rollback loses no event", async () => {
    const { url, close, connect } = await openTestDatabase({ empty: true });
    const before = await earlierMigrations();
    await migrate(url, { migrationsDir: before });
    const admin = connect({ max: 1 });
    const [person, other] = [uuidv7.next(), uuidv7.next()];
    for (const [place, subject] of [person, other, null, person].entries())
      await admin`
        insert into audit_events (id, occurred_at, event, operation, subject, request_id, address, fields)
        values (${uuidv7.next()}, now() - ${place} * interval '1 hour', 'note.put', 'putNote', ${subject},
          ${uuidv7.next()}, '::1', ${admin.json({ place })})`;
    const stored = () => admin`
      select id, occurred_at, event, operation, subject, request_id, address, fields from audit_events order by id`;
    const rows = await stored();
    for (let time = 0; time < 2; time++) {
      await migrate(url);
      expect(await stored()).toEqual(rows);
      const chains = await Promise.all([person, other, NOBODY].map((id) => chainOf(admin, id)));
      expect(chains.map(placesOf)).toEqual([
        { sequences: [1, 2], wrong: [] },
        { sequences: [1], wrong: [] },
        { sequences: [1], wrong: [] },
      ]);
      expect(chains[0]!.map(({ fields }) => fields)).toEqual([{ place: 3 }, { place: 0 }]);
      do await rollback(url);
      while ((await admin`select from information_schema.tables where table_name = 'audit_chains'`).length > 0);
      expect(await stored()).toEqual(rows);
    }
    await admin.end();
    await Promise.all([close(), rm(before, { recursive: true })]);
  });
});

async function refusal(statement: string): Promise<string | undefined> {
  return sql.unsafe(statement).then(
    () => undefined,
    ({ code }) => code,
  );
}

/** Resolves once some writer waits for a lock. */
async function someoneWaits(): Promise<void> {
  for (let tries = 0; tries < 2_000; tries++) {
    const [row] = await owner`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (row) return;
  }
  throw new Error("Nobody waits for a lock.");
}

/** A folder with the migrations before the one that chains. */
async function earlierMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "groundwork-migrations-"));
  for (const file of await readdir(MIGRATIONS))
    if (file < CHAINING) await cp(join(MIGRATIONS, file), join(folder, file));
  return folder;
}
