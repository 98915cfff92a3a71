import { describe, expect, test } from "bun:test";
import type { TransactionSql } from "postgres";
import type { Member, User } from "#generated/types";
import { eraseAccounts } from "../../../src/modules/closures/jobs";
import { lettersTo } from "../../support/accounts";
import { type Person, registration, testApp } from "../../support/app";
import { chainOf, placesOf } from "../../support/audit";
import { meet } from "../../support/locks";

const app = await testApp();
const DAY_MS = 24 * 60 * 60_000;

/** The job as its schedule adds it, and what it causes. */
async function erase({ mayFail = false } = {}) {
  await app.services.jobs.add(app.sql, eraseAccounts, {});
  return (await app.drain({ mayFail })).find(({ job }) => job === eraseAccounts.name);
}

const accountOf = async ({ userId }: Person) => (await app.sql`select id from users where id = ${userId}`)[0];

async function leaving(): Promise<Person> {
  const person = await app.person();
  await person.call("deleteMe");
  return person;
}

/** The tables with a row that says something of the person, once what is purged each hour is gone. */
async function remains({ userId, email }: Person): Promise<string[]> {
  await app.sql`delete from pgboss.job where state = 'completed'`;
  await app.sql`delete from cache_changes`;
  const tables = await app.owner<{ schema: string; name: string }[]>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`;
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const [row] = await app.owner`
      select count(*)::int as rows from ${app.owner(schema)}.${app.owner(name)} stored
      where lower(stored::text) like any (${[`%${userId}%`, `%${email}%`]})`;
    if (row!.rows > 0) found.push(name);
  }
  return found.sort();
}

describe("an account whose thirty days are over", () => {
  test("is gone to the last row, with the organization that was the person's own; the log stays", async () => {
    const ada = await app.person();
    const { body } = await ada.call<{ items: { organizationId: string }[] }>("listOrganizations");
    const own = body.items[0]!.organizationId;
    await app.apiKey(ada, own, ["organization:read"]);
    await ada.call("deleteMe");
    await app.mails();
    // By the database's own clock: jobs.purge-completed does it three days after they were done.
    await app.owner`delete from pgboss.job where state = 'completed'`;
    app.clock.advance(30 * DAY_MS);
    await erase();
    expect(await remains(ada)).toEqual(["audit_chains", "audit_events"]);
    expect(await app.sql`select id from organizations where id = ${own}`).toHaveLength(0);
    expect(await app.sql`select id from api_keys where organization_id = ${own}`).toHaveLength(0);
  });

  test("not a millisecond before, and never once it was restored", async () => {
    const [ada, charles] = [await leaving(), await leaving()];
    await charles.call("restoreMe");
    app.clock.advance(30 * DAY_MS - 1);
    await erase();
    expect(await accountOf(ada)).toBeDefined();
    app.clock.advance(1);
    await erase();
    expect([await accountOf(ada), await accountOf(charles)]).toEqual([undefined, { id: charles.userId }]);
  });

  test("stays where it is restored in the moment in which it would be erased", async () => {
    const ada = await leaving();
    app.clock.advance(30 * DAY_MS);
    const restoring = (sql: TransactionSql) => sql`update users set deletes_at = null where id = ${ada.userId}`;
    const [record] = await meet(app.database, restoring, () => [erase()]);
    expect(record).toMatchObject({ outcome: "completed" });
    expect(await accountOf(ada)).toBeDefined();
  });

  test("leaves what they made for others, without their name, and both logs say what happened", async () => {
    const [ada, charles] = [await app.person(), await app.person()];
    const organizationId = await app.organization(charles);
    await app.join(ada, organizationId, "admin");
    const key = await app.apiKey(ada, organizationId, ["organization:read"]);
    await ada.call("createInvitation", {
      path: { organizationId },
      body: { email: "mary@example.com", role: "viewer" },
    });
    await ada.call("deleteMe");
    app.clock.advance(30 * DAY_MS);
    await erase();
    expect(await key.call("getOrganization", { path: { organizationId } })).toMatchObject({ status: 200 });
    const { body } = await (await app.logIn(charles)).call<{ items: Member[] }>("listMembers", {
      path: { organizationId },
    });
    expect(body.items.map(({ userId }) => userId)).toEqual([charles.userId]);
    const [invitation] = await app.sql`select invited_by from invitations where organization_id = ${organizationId}`;
    expect(invitation).toEqual({ invitedBy: null });
    expect([...(await app.auditedIn(organizationId, "member.erased"))]).toEqual([{ subject: ada.userId, fields: {} }]);
    expect([...(await app.audited("user.erased", ada.userId))]).toEqual([
      { operation: "closures.erase", subject: ada.userId, fields: {} },
    ]);
  });

  test("leaves a log that can be deleted whole, and all others can still be proved", async () => {
    const [ada, charles] = [await leaving(), await app.person()];
    app.clock.advance(30 * DAY_MS);
    await erase();
    await app.owner.begin(async (sql) => {
      await sql`delete from audit_events where chain_id = ${ada.userId}`;
      await sql`delete from audit_chains where id = ${ada.userId}`;
    });
    expect(await remains(ada)).toEqual([]);
    expect(placesOf(await chainOf(app.sql, charles.userId)).wrong).toEqual([]);
  });

  test("makes the address free", async () => {
    const ada = await leaving();
    app.clock.advance(30 * DAY_MS);
    await erase();
    const again = await app.person({ email: ada.email });
    expect((await again.call<User>("getMe")).body.email).toBe(ada.email);
    expect(again.userId).not.toBe(ada.userId);
  });

  test("that cannot be erased keeps none of the others, and the job says so", async () => {
    const people = [await leaving(), await leaving(), await leaving()];
    app.clock.advance(30 * DAY_MS);
    await app.owner`
      create function refuse() returns trigger language plpgsql as 'begin raise exception ''no''; end'`;
    await app.owner.unsafe(`
      create trigger refusing before delete on users for each row
      when (old.id = '${people[1]!.userId}') execute function refuse()`);
    expect(await erase({ mayFail: true })).toMatchObject({ outcome: "retried" });
    expect(await Promise.all(people.map(accountOf))).toEqual([undefined, { id: people[1]!.userId }, undefined]);
    await app.owner`drop function refuse cascade`;
    await app.sql`update pgboss.job set start_after = now() where name = 'closures.erase'`;
    await app.drain();
    expect(await accountOf(people[1]!)).toBeUndefined();
  });

  test("more than one statement lists are all erased", async () => {
    const at = app.clock.now();
    await app.sql`
      insert into users (id, email, name, created_at, updated_at)
      select gen_random_uuid(), 'many' || n || '@example.com', 'Many', ${at}, ${at} from generate_series(1, 250) n`;
    await app.sql`update users set deletes_at = ${at} where email like 'many%'`;
    await erase();
    expect(await app.sql`select id from users where email like 'many%'`).toHaveLength(0);
  });
});

describe("an account that has become the only owner of an organization since", () => {
  test("waits thirty days more, the person is told which, and goes once there is nothing in the way", async () => {
    const ada = await leaving();
    const organizationId = await app.organization(ada, "Second Thoughts");
    app.clock.advance(30 * DAY_MS);
    await erase();
    const [mail, ...more] = await lettersTo(app, ada, "account-deletion-postponed");
    expect(more).toEqual([]);
    const again = new Date(app.clock.now().getTime() + 30 * DAY_MS).toISOString();
    expect(mail!.text).toContain("the only owner of Second Thoughts");
    expect(mail!.text).toContain(again.slice(0, 10));
    const back = await app.logIn(ada);
    expect((await back.call<User>("getMe")).body.deletesAt).toBe(again);
    await back.call("deleteOrganization", { path: { organizationId } });
    app.clock.advance(30 * DAY_MS);
    await erase();
    expect(await accountOf(ada)).toBeUndefined();
  });

  test("nobody is written to at an address that was not proved", async () => {
    const body = registration();
    await app.anonymous.call("createUser", { body });
    const mallory = await app.logIn(body);
    await mallory.call("deleteMe");
    await app.join(mallory, await app.organization(await app.person()), "owner");
    await app.sql`delete from members where role = 'owner' and user_id <> ${mallory.userId}`;
    app.clock.advance(30 * DAY_MS);
    await erase();
    expect(await accountOf(mallory)).toBeDefined();
    expect(await lettersTo(app, mallory, "account-deletion-postponed")).toEqual([]);
  });
});
