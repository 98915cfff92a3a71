import { describe, expect, test } from "bun:test";
import type { Sql } from "#db/client";
import type { ListUsersInput } from "#generated/handlers";
import type { Account, AccountPage } from "#generated/types";
import { listUsers } from "../../src/modules/administration/administration";
import { testApp } from "../support/app";

const app = await testApp();
const root = await app.administrator({ email: "root@example.com", name: "Root" });

type Query = Record<string, string | number>;

const list = async (query: Query = {}) => (await root.call<AccountPage>("listUsers", { query })).body;

async function all(query: Query = {}): Promise<Account[]> {
  const items: Account[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: AccountPage = await list({ ...query, ...(cursor !== undefined && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

const emails = async (query: Query) => (await all(query)).map(({ email }) => email);

/** Accounts that nobody logs in to. */
const add = (email: string, name: string, at = app.clock.now()) => app.sql`
  insert into users (id, email, name, created_at, updated_at)
  values (${app.options.ids.next()}, ${email}, ${name}, ${at}, ${at})`;

describe("200", () => {
  test("the accounts, the newest first, as those who run the product see them, and the search is on record", async () => {
    app.clock.advance(1000);
    const ada = await app.person({ email: "ada.first@example.com" });
    const { items } = await list();
    expect(items.map(({ id }) => id)).toEqual([ada.userId, root.userId]);
    expect(items[0]).toEqual({
      id: ada.userId,
      email: "ada.first@example.com",
      emailVerifiedAt: app.clock.now().toISOString(),
      name: "Ada Lovelace",
      administrator: false,
      suspendedAt: null,
      suspensionReason: null,
      createdAt: app.clock.now().toISOString(),
      updatedAt: app.clock.now().toISOString(),
      deletesAt: null,
    });
    expect(items[1]).toMatchObject({ administrator: true });
    expect((await app.audited("user.searched", root.userId)).length).toBeGreaterThan(0);
  });

  test("those whose address or name begins so, whatever the case; nothing in it is a pattern", async () => {
    await add("Grace@example.com", "Hopper");
    await add("x1@example.com", "gracious Fellow");
    await add("x2@example.com", "Disgrace");
    await add("percent@example.com", "100% Ada");
    await add("number@example.com", "1000 Adas");
    await add("100_@example.com", "Underscore");
    await add("backslash@example.com", "a\\b");
    await add("umlaut@example.com", "ÉMILIE du Châtelet");
    expect((await emails({ query: "gRac" })).sort()).toEqual(["Grace@example.com", "x1@example.com"]);
    expect(await emails({ query: "100%" })).toEqual(["percent@example.com"]);
    expect(await emails({ query: "100_" })).toEqual(["100_@example.com"]);
    expect(await emails({ query: "a\\b" })).toEqual(["backslash@example.com"]);
    expect(await emails({ query: "émilie" })).toEqual(["umlaut@example.com"]);
    for (const query of ["%", "_", "\\", "' or true --"]) expect(await emails({ query })).toEqual([]);
  });

  test.each(["active", "suspended", "deleting"] as const)(
    "those that are %s, of all and of those that begin so",
    async (state) => {
      const at = app.clock.now();
      for (let n = 0; n < 6; n++) await add(`${state}${n}@states.example`, "States");
      if (state === "suspended")
        await app.sql`update users set suspended_at = ${at}, suspension_reason = 'spam' where email like 'suspended%'`;
      if (state === "deleting") await app.sql`update users set deletes_at = ${at} where email like 'deleting%'`;
      const everything = await all();
      const wanted = everything.filter(({ suspendedAt, deletesAt }) =>
        state === "active" ? !suspendedAt && !deletesAt : state === "suspended" ? suspendedAt : deletesAt,
      );
      expect(await all({ state, limit: 4 })).toEqual(wanted);
      const begins = wanted.filter(({ name }) => name.startsWith("States"));
      expect(begins.length).toBeGreaterThanOrEqual(6);
      expect(await all({ state, query: "states", limit: 4 })).toEqual(begins);
    },
  );

  test("pages put together are the whole list, even for accounts of one instant and a microsecond apart", async () => {
    for (let n = 0; n < 30; n++)
      await app.sql`
        insert into users (id, email, name, created_at, updated_at)
        values (${app.options.ids.next()}, ${`page${n}@example.com`}, 'Page',
          timestamptz '2026-11-24T08:00Z' + (${n}::int / 10) * interval '1 microsecond', now())`;
    const everything = await all({ limit: 100 });
    expect(new Set(everything.map(({ id }) => id)).size).toBe(everything.length);
    expect(await all({ limit: 7 })).toEqual(everything);
    expect(await all({ limit: 7, query: "page" })).toEqual(everything.filter(({ name }) => name === "Page"));
  });
});

describe("the statements", () => {
  async function planOf(query: ListUsersInput["query"]): Promise<string> {
    let plan = "";
    const explaining = (async (strings: TemplateStringsArray, ...values: never[]) => {
      const text = strings.reduce((whole, part, n) => `${whole}$${n}${part}`);
      const rows = await app.owner.unsafe(`explain (costs off) ${text}`, values);
      plan = rows.map((row) => Object.values(row)[0]).join("\n");
      return [];
    }) as unknown as Sql;
    await listUsers({ sql: explaining }, query, { limit: 20, after: null });
    return plan;
  }

  test("an index serves each of them among fifty thousand accounts", async () => {
    await app.owner`
      insert into users (id, email, name, created_at, updated_at, suspended_at, suspension_reason, deletes_at)
      select gen_random_uuid(), md5(n::text) || '@many.example', md5('name' || n), now() - n * interval '1 minute', now(),
        case when n % 500 = 0 then now() end, case when n % 500 = 0 then 'spam' end, case when n % 300 = 0 then now() end
      from generate_series(1, 50000) n`;
    await app.owner`analyze users`;
    const expected: [ListUsersInput["query"], RegExp][] = [
      [{}, /users_created_at_id_idx/],
      [{ state: "active" }, /users_created_at_id_idx/],
      [{ state: "suspended" }, /users_suspended_idx/],
      [{ state: "deleting" }, /users_deleting_idx/],
    ];
    for (const [query, index] of expected) {
      const plan = await planOf(query);
      expect({ query, plan }).toEqual({ query, plan: expect.stringMatching(index) });
      expect({ query, plan }).toEqual({ query, plan: expect.not.stringContaining("Seq Scan") });
    }
  });
});

describe("422", () => {
  test("a state that there is not, and nothing to search for", async () => {
    for (const query of [{ state: "lost" }, { query: "" }] as Query[])
      expect(await root.call("listUsers", { query })).toMatchObject({ status: 422 });
  });
});
