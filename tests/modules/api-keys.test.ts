import { afterEach, describe, expect, jest, test } from "bun:test";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Sql } from "#db/client";
import { ApiKeys } from "../../src/modules/api-keys/authenticate";
import { LastUses } from "../../src/modules/api-keys/last-use";
import { isSecret, newSecret } from "../../src/modules/api-keys/secrets";
import { TestClock, testApp } from "../support/app";
import { openTestDatabase } from "../support/database";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** What docs/tenancy.md shows: the checksum of `gwk_` and 43 zeros. */
const SHOWN = `gwk_${"0".repeat(43)}0oVEGz`;

/** A server whose database is gone: any query fails. */
async function withoutDatabase(): Promise<Sql> {
  const database = await openTestDatabase();
  const sql = database.connect();
  await sql.end();
  await database.close();
  return sql;
}

const silent = { warn: () => {} };

describe("a key's form", () => {
  test("is gwk_, 43 random characters, and the CRC-32 of both in six digits of base62", () => {
    for (let i = 0; i < 100; i++) {
      const key = newSecret();
      expect(key).toMatch(/^gwk_[A-Za-z0-9]{49}$/);
      const value = [...key.slice(-6)].reduce((sum, digit) => sum * 62 + ALPHABET.indexOf(digit), 0);
      expect(value).toBe(crc32(key.slice(0, -6)));
      expect(isSecret(key)).toBeTrue();
    }
    expect(isSecret(SHOWN)).toBeTrue();
  });

  test("has each of the 62 characters as often as any other", () => {
    const counts = new Map<string, number>();
    const keys = 2_000;
    for (let i = 0; i < keys; i++)
      for (const character of newSecret().slice(4, -6)) counts.set(character, (counts.get(character) ?? 0) + 1);
    const mean = (keys * 43) / 62;
    const chiSquare = [...ALPHABET].reduce((sum, one) => sum + ((counts.get(one) ?? 0) - mean) ** 2 / mean, 0);
    // With 61 degrees of freedom a fair draw exceeds it once in 10^9 times; bytes modulo 62 give some 2,000.
    expect(chiSquare).toBeLessThan(150);
  });

  test("notices every change of one character, and two neighbours that changed places", () => {
    const key = newSecret();
    for (let place = 4; place < key.length; place++) {
      const other = key[place] === "x" ? "y" : "x";
      expect(isSecret(key.slice(0, place) + other + key.slice(place + 1))).toBeFalse();
      const swapped = key.slice(0, place - 1) + key[place] + key[place - 1] + key.slice(place + 1);
      expect(isSecret(swapped)).toBe(swapped === key);
    }
  });

  test.each([
    ["nothing", ""],
    ["another prefix", SHOWN.replace("gwk_", "gwr_")],
    ["a character less", SHOWN.slice(0, -1)],
    ["a character more", `${SHOWN}0`],
    ["a line's end after it", `${SHOWN}\n`],
    ["other characters", SHOWN.replace("000", "0-0")],
    ["another spelling of the prefix", SHOWN.replace("gwk", "GWK")],
    ["a header that was sent twice", `${SHOWN}, ${SHOWN}`],
    ["a very long text", "gwk_".repeat(100_000)],
  ])("is not: %s", (_, text) => {
    expect(isSecret(text)).toBeFalse();
  });
});

test("no key in the contract's examples passes for one, so that no scanner reports it", async () => {
  const contract = await Bun.file(join(import.meta.dir, "../../openapi.yaml")).text();
  const shown = contract.match(/\bgwk_[A-Za-z0-9]{49}\b/g) ?? [];
  expect(shown).not.toBeEmpty();
  expect(shown.filter(isSecret)).toEqual([]);
});

describe("authentication", () => {
  test("what has not the form or not the checksum is refused without a query", async () => {
    const keys = new ApiKeys({ sql: await withoutDatabase(), clock: new TestClock(), log: silent });
    const wrongChecksum = `${SHOWN.slice(0, -1)}y`;
    for (const text of ["", "gwk_", wrongChecksum, SHOWN.replace("gwk_", "gwr_")])
      expect(keys.authenticate(text)).toBeUndefined();
    expect(keys.counts).toEqual({ hits: 0, misses: 0, entries: 0 });
    expect(keys.authenticate(SHOWN)).rejects.toMatchObject({ code: "CONNECTION_ENDED" });
    await keys.close();
  });

  test("the database is asked once in five seconds for one key, known or unknown", async () => {
    const app = await testApp();
    const owner = await app.person();
    const organizationId = await app.organization(owner);
    const known = await app.apiKey(owner, organizationId, ["organization:read"]);
    const unknown = app.withKey(newSecret(), "");
    const statuses = async () => {
      const answers = [known, unknown, known, unknown].map((program) =>
        program.call("getOrganization", { path: { organizationId } }),
      );
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    expect(await statuses()).toEqual([200, 401, 200, 401]);
    const { misses } = app.services.apiKeys.counts;
    app.clock.advance(4_999);
    expect(await statuses()).toEqual([200, 401, 200, 401]);
    expect(app.services.apiKeys.counts.misses).toBe(misses);
    app.clock.advance(1);
    expect(await statuses()).toEqual([200, 401, 200, 401]);
    expect(app.services.apiKeys.counts.misses).toBeGreaterThan(misses);
    const metrics = (await app.operator.call<string>("getMetrics")).text;
    expect(metrics).toContain('cache_entries{cache="api_keys"} 2\n');
  });
});

/** An organization with a program, and what is stored of the last use of its key. */
async function used() {
  const app = await testApp();
  const owner = await app.person();
  const organizationId = await app.organization(owner);
  const program = await app.apiKey(owner, organizationId, ["organization:read"]);
  const use = () => program.call("getOrganization", { path: { organizationId } });
  const stored = async () => {
    const [row] = await app.sql<{ at: string | null }[]>`
      select last_used_at as at from api_keys where id = ${program.apiKeyId}`;
    return row?.at;
  };
  return { app, program, use, stored, now: () => app.clock.now().toISOString() };
}

describe("the last use of a key", () => {
  afterEach(() => void jest.useRealTimers());

  test("is noted in memory, and written when it is time, with no write for a request", async () => {
    const { app, use, stored, now } = await used();
    for (let i = 0; i < 3; i++) await use();
    expect(await stored()).toBeNull();
    app.clock.advance(1_000);
    await use();
    const at = now();
    app.clock.advance(1_000);
    await app.services.apiKeys.lastUses.write();
    expect(await stored()).toBe(at);
  });

  test("is not noted for a key that does not work", async () => {
    const { app, program, use, stored } = await used();
    await app.sql`update api_keys set revoked_at = now() where id = ${program.apiKeyId}`;
    expect(await use()).toMatchObject({ status: 401 });
    await app.services.apiKeys.lastUses.write();
    expect(await stored()).toBeNull();
  });

  test("never goes back, whichever server writes later", async () => {
    const { app, program, use, stored, now } = await used();
    const elsewhere = await app.another();
    elsewhere.services.apiKeys.lastUses.note(program.apiKeyId, app.clock.now().getTime());
    app.clock.advance(1_000);
    await use();
    await app.services.apiKeys.lastUses.write();
    await elsewhere.services.apiKeys.lastUses.write();
    expect(await stored()).toBe(now());
  });

  test("of many keys is written by many servers at once", async () => {
    const { app, program } = await used();
    const ids = Array.from({ length: 200 }, () => app.options.ids.next());
    await app.sql`
      insert into api_keys (id, organization_id, name, scopes, created_by, created_at)
      select added.id, key.organization_id, 'One of many', key.scopes, key.created_by, key.created_at
      from api_keys key, unnest(${ids}::uuid[]) added (id) where key.id = ${program.apiKeyId}`;
    const servers = [app, await app.another(), await app.another()];
    const orders = [ids, ids.toReversed(), ids.toSorted((a, b) => (a.slice(-4) < b.slice(-4) ? -1 : 1))];
    const atMs = app.clock.now().getTime();
    for (let round = 0; round < 5; round++) {
      for (const [place, { services }] of servers.entries())
        for (const id of orders[place]!) services.apiKeys.lastUses.note(id, atMs + round);
      await Promise.all(servers.map(({ services }) => services.apiKeys.lastUses.write()));
    }
    expect(app.logged() + servers[1]!.logged() + servers[2]!.logged()).not.toContain('"level":"warn"');
    const rows = await app.sql`select count(*)::int as count from api_keys where last_used_at = ${new Date(atMs + 4)}`;
    expect(rows).toMatchObject([{ count: 200 }]);
  });

  test("that could not be written is told in the log, fails no request, and is written the next time", async () => {
    const { app, use, stored, now } = await used();
    const owner = app.database.connect({ max: 1, asOwner: true });
    await use();
    const at = now();
    await owner`alter table api_keys rename column last_used_at to away`;
    await app.services.apiKeys.lastUses.write();
    expect(app.logged()).toContain('"keys":1,"msg":"the last use of API keys could not be written"');
    await owner`alter table api_keys rename column away to last_used_at`;
    await owner.end();
    await app.services.apiKeys.lastUses.write();
    expect(await stored()).toBe(at);
  });

  test("is written when the server stops", async () => {
    const { app, program, stored, now } = await used();
    const elsewhere = await app.another();
    elsewhere.services.apiKeys.lastUses.note(program.apiKeyId, app.clock.now().getTime());
    await elsewhere.services.apiKeys.close();
    expect(await stored()).toBe(now());
  });

  test("is written by itself once a minute, until the server stops", async () => {
    const { app, program, stored } = await used();
    jest.useFakeTimers();
    const uses = new LastUses({ sql: app.sql, log: silent });
    uses.note(program.apiKeyId, app.clock.now().getTime());
    jest.advanceTimersByTime(60_000);
    jest.useRealTimers();
    while ((await stored()) === null);
    jest.useFakeTimers();
    const stopped = new LastUses({ sql: app.sql, log: silent });
    expect(jest.getTimerCount()).toBe(1);
    await Promise.all([uses.close(), stopped.close()]);
    expect(jest.getTimerCount()).toBe(0);
  });

  test("of more keys than there is room for goes unnoticed, and memory stays bounded", async () => {
    const { app, program, stored } = await used();
    const uses = new LastUses({ sql: app.sql, log: silent });
    for (let i = 0; i < 20_000; i++) uses.note(app.options.ids.next(), 0);
    uses.note(program.apiKeyId, app.clock.now().getTime());
    await uses.write();
    expect(await stored()).toBeNull();
    uses.note(program.apiKeyId, app.clock.now().getTime());
    await uses.close();
    expect(await stored()).not.toBeNull();
  });
});
