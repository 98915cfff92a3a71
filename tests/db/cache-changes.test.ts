/** What triggers write down of changes, who hears of it, and what reading it costs. */
import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { CHANNEL } from "#contract/cache/changes";
import { MAX_CHANGES, selectChanges } from "#contract/queries";
import type { Sql } from "#db/client";
import { uuidv7 } from "#lib/ids";
import { purgeCacheChanges } from "../../src/modules/jobs/jobs";
import { until } from "../contract/pipeline/caching";
import { testApp } from "../support/app";
import { openTestDatabase } from "../support/database";
import { meet } from "../support/locks";

const database = await openTestDatabase();
const owner = database.connect({ max: 3, asOwner: true });
const server = database.connect({ max: 1 });
afterAll(async () => {
  await Promise.all([owner.end(), server.end()]);
  await database.close();
});

/** Two people, of whom one belongs to two organizations. */
const [ADA, BOB, ONE, TWO] = [uuidv7.next(), uuidv7.next(), uuidv7.next(), uuidv7.next()] as [
  string,
  string,
  string,
  string,
];
beforeEach(async () => {
  await owner`delete from organizations`;
  await owner`delete from users`;
  for (const id of [ADA, BOB])
    await owner`
      insert into users (id, email, name, created_at, updated_at)
      values (${id}, ${`${id}@example.com`}, 'Somebody', now(), now())`;
  for (const id of [ONE, TWO])
    await owner`insert into organizations (id, name, created_at, updated_at) values (${id}, 'One', now(), now())`;
  for (const id of [ONE, TWO]) await join(owner, id, ADA);
  await role(owner, ONE, "guest");
  await owner`truncate cache_changes`;
});

const join = (sql: Sql, organizationId: string, userId: string) =>
  sql`insert into members (organization_id, user_id, role, joined_at) values (${organizationId}, ${userId}, 'owner', now())`;
const role = (sql: Sql, organizationId: string, name: string) =>
  sql`
    insert into custom_roles (organization_id, name, description, scopes, created_at, updated_at)
    values (${organizationId}, ${name}, '', '{role:read}', now(), now())`;

const names = new Map([
  [ADA, "ada"],
  [BOB, "bob"],
  [ONE, "one"],
  [TWO, "two"],
]);
/** What is written down, sorted. */
async function noted(): Promise<string[]> {
  const rows = await owner<{ tag: string; owner: string }[]>`select tag, owner from cache_changes order by tag, id`;
  return rows.map(({ tag, owner: id }) => `${tag} of ${names.get(id)}`).sort();
}

type Change = (sql: Sql) => PromiseLike<unknown>;

const CHANGES: [string, Change, string[]][] = [
  ["somebody joins", (sql) => join(sql, ONE, BOB), ["members of one"]],
  [
    "many join by one statement",
    (sql) => sql`
      insert into members (organization_id, user_id, role, joined_at)
      select organization.id, ${BOB}, 'viewer', now() from organizations organization`,
    ["members of one", "members of two"],
  ],
  [
    "a member's role changes",
    (sql) => sql`update members set role = 'viewer' where organization_id = ${TWO}`,
    ["members of two"],
  ],
  ["somebody leaves", (sql) => sql`delete from members where organization_id = ${ONE}`, ["members of one"]],
  ["a role is made", (sql) => role(sql, TWO, "guest"), ["roles of two"]],
  [
    "a role changes",
    (sql) => sql`update custom_roles set scopes = '{key:read}' where organization_id = ${ONE}`,
    ["roles of one"],
  ],
  ["a role goes", (sql) => sql`delete from custom_roles where organization_id = ${ONE}`, ["roles of one"]],
  [
    "a person gets another name",
    (sql) => sql`update users set name = 'Another' where id = ${ADA}`,
    ["members of one", "members of two", "profile of ada"],
  ],
  [
    "a person gets another address",
    (sql) => sql`update users set email = 'another@example.com' where id = ${ADA}`,
    ["members of one", "members of two", "profile of ada"],
  ],
  [
    "a person's address is verified",
    (sql) => sql`update users set email_verified_at = now() where id = ${ADA}`,
    ["profile of ada"],
  ],
  [
    "a person who belongs nowhere gets another name",
    (sql) => sql`update users set name = 'B' where id = ${BOB}`,
    ["profile of bob"],
  ],
  ["everybody changes", (sql) => sql`update users set updated_at = now()`, ["profile of ada", "profile of bob"]],
  [
    "a person goes",
    (sql) => sql`delete from users where id = ${ADA}`,
    ["members of one", "members of two", "profile of ada"],
  ],
  [
    "an organization goes",
    (sql) => sql`delete from organizations where id = ${ONE}`,
    ["members of one", "roles of one"],
  ],
  ["nothing changes", (sql) => sql`update members set role = 'viewer' where organization_id = ${uuidv7.next()}`, []],
];

describe("a change is written down", () => {
  test.each(CHANGES)("%s", async (_, change, expected) => {
    await change(server);
    expect(await noted()).toEqual(expected);
  });

  test.each(CHANGES)("and not when it is undone: %s", async (_, change) => {
    const undone = new Error("undone");
    const work = owner.begin(async (sql) => {
      await change(sql as unknown as Sql);
      throw undone;
    });
    await expect(work).rejects.toBe(undone);
    expect(await noted()).toEqual([]);
  });

  test("whoever makes it: the server may neither forge its transaction's past nor take it back by an update", async () => {
    await expect(server`update cache_changes set tag = 'other'`.execute()).rejects.toThrow("permission denied");
    await expect(server`truncate cache_changes`.execute()).rejects.toThrow("permission denied");
  });
});

describe("others hear", () => {
  /** How often they hear of what `work` does. Notifications come in the order of commits. */
  async function heardOf(work: () => PromiseLike<unknown>): Promise<number> {
    const heard: string[] = [];
    const { unlisten } = await owner.listen(CHANNEL, (payload) => heard.push(payload));
    await work();
    await owner`select pg_notify(${CHANNEL}, 'the last')`;
    await until(() => heard.at(-1) === "the last");
    await unlisten();
    return heard.length - 1;
  }

  test.each(CHANGES)("%s", async (_, change, expected) => {
    expect(await heardOf(() => change(server))).toBe(expected.length > 0 ? 1 : 0);
  });

  test("once of all that a transaction changes, and of nothing that is undone", async () => {
    const all = () =>
      owner.begin(async (sql) => {
        await join(sql as unknown as Sql, ONE, BOB);
        await sql`update users set name = 'Another'`;
        await sql`delete from custom_roles`;
      });
    expect(await heardOf(all)).toBe(1);
    const undone = () =>
      owner
        .begin(async (sql) => {
          await sql`update users set name = 'Yet another'`;
          throw new Error("undone");
        })
        .catch(() => {});
    expect(await heardOf(undone)).toBe(0);
  });
});

describe("a person's other name", () => {
  beforeEach(async () => {
    await owner`delete from members where organization_id = ${ONE}`;
    await owner`truncate cache_changes`;
  });
  const rename = (sql: Sql) => sql`update users set name = 'Another' where id = ${ADA}`.execute();
  const joinOne = (sql: Sql) => join(sql, ONE, ADA).execute();

  test("is there when somebody is told that they have joined: who joins meanwhile waits for it", async () => {
    await meet(
      database,
      (sql) => rename(sql as unknown as Sql),
      () => [joinOne(server)],
    );
    expect(await noted()).toEqual(["members of one", "members of two", "profile of ada"]);
  });

  test("is told where they have joined meanwhile", async () => {
    await meet(
      database,
      (sql) => joinOne(sql as unknown as Sql),
      () => [rename(server)],
    );
    expect(await noted()).toEqual(["members of one", "members of one", "members of two", "profile of ada"]);
  });
});

describe("what is new", () => {
  test("is told with its transaction, and nothing of before the oldest that was open", async () => {
    const horizon = (await selectChanges(owner, "18446744073709551615")).horizon;
    await join(owner, ONE, BOB);
    const { changes } = await selectChanges(owner, horizon);
    expect(changes.map((change) => change.replace(/^\d+ /, ""))).toEqual([`members ${ONE}`]);
    expect((await selectChanges(owner, "18446744073709551615")).changes).toEqual([]);
  });

  test("is found by an index among many, and no more of it is read than can be told", async () => {
    await owner`insert into cache_changes (tag, owner) select 'members', gen_random_uuid() from generate_series(1, 50000)`;
    await owner`analyze cache_changes`;
    const { changes } = await selectChanges(owner, "0");
    expect(changes).toHaveLength(MAX_CHANGES + 1);
    await join(owner, ONE, BOB);
    const [{ xid } = { xid: "" }] = await owner<{ xid: string }[]>`select max(xid)::text as xid from cache_changes`;
    const plan = await owner`
      explain select pg_snapshot_xmin(pg_current_snapshot())::text, change.xid::text, change.tag, change.owner
      from (select true as asked) asked left join cache_changes change on change.xid >= ${xid}::xid8 limit 10001`;
    expect(JSON.stringify(plan)).toContain("cache_changes_by_transaction");
  });
});

test("what every process has read goes after an hour, by the server's own hand, and nothing that is younger", async () => {
  const app = await testApp();
  const tags = async () =>
    (await app.owner<{ tag: string }[]>`select tag from cache_changes order by tag`).map(({ tag }) => tag);
  await app.owner`truncate cache_changes`;
  await app.owner`
    insert into cache_changes (tag, changed_at)
    select age || ' minutes', now() - make_interval(mins => age) from unnest(array[0, 59, 61, 6000]) as age`;
  await app.owner`
    insert into cache_changes (tag, changed_at) select 'many', now() - interval '2 hours' from generate_series(1, 2500)`;
  await app.services.jobs.add(app.sql, purgeCacheChanges, {});
  await app.drain();
  expect(await tags()).toEqual(["0 minutes", "59 minutes"]);
});
