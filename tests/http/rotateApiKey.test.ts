import { describe, expect, test } from "bun:test";
import type { ApiKeyGrant, KeyScope } from "#generated/types";
import { type Person, type TestApp, testApp } from "../support/app";

const app = await testApp();
const HOUR_MS = 60 * 60_000;

async function withKey(scopes: KeyScope[] = ["organization:read"]) {
  const owner = await app.person();
  const organizationId = await app.organization(owner);
  const program = await app.apiKey(owner, organizationId, scopes);
  return { owner, organizationId, keyId: program.apiKeyId, key: program.key };
}

type Made = Awaited<ReturnType<typeof withKey>>;

const rotate = (person: Person, { organizationId, keyId }: Pick<Made, "organizationId" | "keyId">, body = {}) =>
  person.call<ApiKeyGrant>("rotateApiKey", { path: { organizationId, keyId }, body });

/** What a server answers to who sends each of these. */
const statuses = (keys: readonly string[], { organizationId, keyId }: Made, server: TestApp = app) =>
  Promise.all(
    keys.map(async (key) => {
      const program = server.withKey(key, keyId);
      return (await program.call("getOrganization", { path: { organizationId } })).status;
    }),
  );

const secretsOf = ({ keyId }: Made) =>
  app.sql<{ ending: string; replacedAt: string | null }[]>`
    select ending, replaced_at from api_key_secrets where api_key_id = ${keyId} order by replaced_at nulls first`;

describe("200", () => {
  test("the new key works, and the one before it for a day more, to the instant", async () => {
    const made = await withKey();
    const { key } = (await rotate(made.owner, made)).body;
    expect(key).not.toBe(made.key);
    app.clock.advance(24 * HOUR_MS - 1);
    expect(await statuses([made.key, key], made)).toEqual([200, 200]);
    app.clock.advance(1);
    expect(await statuses([made.key, key], made)).toEqual([401, 200]);
  });

  test("the overlap is as long as asked", async () => {
    const made = await withKey();
    const { key } = (await rotate(made.owner, made, { overlapHours: 1 })).body;
    app.clock.advance(HOUR_MS - 1);
    expect(await statuses([made.key, key], made)).toEqual([200, 200]);
    app.clock.advance(1);
    expect(await statuses([made.key, key], made)).toEqual([401, 200]);
  });

  test("without an overlap the key before it stops at once here, and within five seconds on another server", async () => {
    const elsewhere = await app.another();
    const made = await withKey();
    expect(await statuses([made.key], made)).toEqual([200]);
    expect(await statuses([made.key], made, elsewhere)).toEqual([200]);
    const { key } = (await rotate(made.owner, made, { overlapHours: 0 })).body;
    expect(await statuses([made.key, key], made)).toEqual([401, 200]);
    app.clock.advance(5_000);
    expect(await statuses([made.key, key], made, elsewhere)).toEqual([401, 200]);
  });

  test("a key that was still in its overlap stops now", async () => {
    const made = await withKey();
    const second = (await rotate(made.owner, made)).body.key;
    expect(await statuses([made.key, second], made)).toEqual([200, 200]);
    const third = (await rotate(made.owner, made)).body.key;
    expect(await statuses([made.key, second, third], made)).toEqual([401, 200, 200]);
  });

  test("it stays the same key, with its name, its scopes, its end and its last use", async () => {
    const { owner, organizationId } = await withKey();
    const body = { name: "Nightly export", scopes: ["audit:read"], expiresInDays: 1 };
    const before = (await owner.call<ApiKeyGrant>("createApiKey", { path: { organizationId }, body })).body;
    app.clock.advance(1_000);
    const { apiKey, key } = (await rotate(owner, { organizationId, keyId: before.apiKey.id })).body;
    expect(apiKey).toEqual({ ...before.apiKey, ending: key.slice(-4) });
  });

  test("no overlap is longer than the key lives", async () => {
    const { owner, organizationId } = await withKey();
    const body = { name: "A day", scopes: ["organization:read"], expiresInDays: 1 };
    const before = (await owner.call<ApiKeyGrant>("createApiKey", { path: { organizationId }, body })).body;
    const made = { owner, organizationId, keyId: before.apiKey.id, key: before.key };
    const { key } = (await rotate(owner, made, { overlapHours: 168 })).body;
    app.clock.advance(24 * HOUR_MS - 1);
    expect(await statuses([made.key, key], made)).toEqual([200, 200]);
    app.clock.advance(1);
    expect(await statuses([made.key, key], made)).toEqual([401, 401]);
  });

  test("of rotations at once each replaces the one before it: one key is current, one in its overlap, the rest ended", async () => {
    const made = await withKey();
    const answers = await Promise.all(Array.from({ length: 6 }, () => rotate(made.owner, made)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    const keys = [made.key, ...answers.map(({ body }) => body.key)];
    const working = await statuses(keys, made);
    expect(working.toSorted()).toEqual([200, 200, 401, 401, 401, 401, 401]);
    const [current, before, ...more] = await secretsOf(made);
    expect(more).toEqual([]);
    expect([current?.replacedAt, before?.replacedAt]).toEqual([
      null,
      new Date(app.clock.now().getTime() + 24 * HOUR_MS).toISOString(),
    ]);
    const stored = [current?.ending, before?.ending].toSorted();
    expect(keys.filter((_, place) => working[place] === 200).map((key) => key.slice(-4))).toEqual(
      expect.arrayContaining(stored),
    );
  });

  test("a key never has two current secrets, whoever writes them", async () => {
    const made = await withKey();
    const insert = app.sql`
      insert into api_key_secrets (secret_hash, api_key_id, ending, created_at)
      values (sha256('another'), ${made.keyId}, 'abcd', now())`;
    expect(insert).rejects.toMatchObject({ code: "23505", constraint_name: "api_key_secrets_current_key" });
  });

  test("the new key is shown once: no row and no line of the log has it", async () => {
    const made = await withKey();
    const { key } = (await rotate(made.owner, made)).body;
    await statuses([key], made);
    expect(await app.everythingStored()).not.toContain(key.slice(4, -6));
    expect(app.logged()).not.toContain(key.slice(4, -6));
  });

  test("the audit log says who, which and for how long", async () => {
    const made = await withKey();
    await rotate(made.owner, made);
    expect(await app.audited("key.rotated", made.owner.userId)).toMatchObject([
      { operation: "rotateApiKey", fields: { "path.keyId": made.keyId, "body.overlapHours": 24 } },
    ]);
  });
});

describe("403 scopes_not_held", () => {
  test("nobody gets the secret of a key that may more than they, and the one that there is works on", async () => {
    const made = await withKey(["organization:read", "audit:read"]);
    const { organizationId } = made;
    await app.sql`
      insert into custom_roles (organization_id, name, description, scopes, created_at, updated_at)
      values (${organizationId}, 'key-maker', '', ${["key:write"]}, now(), now())`;
    const maker = await app.member(organizationId, "key-maker");
    const refused = await rotate(maker, made, { overlapHours: 0 });
    expect(refused).toMatchObject({ status: 403, body: { code: "scopes_not_held" } });
    expect(await statuses([made.key], made)).toEqual([200]);
    expect(await secretsOf(made)).toMatchObject([{ ending: made.key.slice(-4), replacedAt: null }]);
  });
});

describe("404", () => {
  test("unknown, foreign, revoked and expired keys: one answer, and nothing changes", async () => {
    const made = await withKey();
    const { owner, organizationId } = made;
    const foreign = await withKey();
    const revoked = await app.apiKey(owner, organizationId, ["audit:read"]);
    await owner.call("revokeApiKey", { path: { organizationId, keyId: revoked.apiKeyId } });
    const body = { name: "A day", scopes: ["audit:read"], expiresInDays: 1 };
    const expired = (await owner.call<ApiKeyGrant>("createApiKey", { path: { organizationId }, body })).body.apiKey;
    app.clock.advance(24 * HOUR_MS);
    const back = await app.logIn(owner);
    for (const keyId of [app.options.ids.next(), foreign.keyId, revoked.apiKeyId, expired.id]) {
      const answer = await back.call("rotateApiKey", { path: { organizationId, keyId }, body: { overlapHours: 0 } });
      expect({ status: answer.status, code: answer.body.code, detail: answer.body.detail }).toEqual({
        status: 404,
        code: "not_found",
        detail: "There is nothing here, or nothing that the caller may know of.",
      });
    }
    expect(await statuses([foreign.key], foreign)).toEqual([200]);
    expect(await app.audited("key.rotated", owner.userId)).toHaveLength(0);
  });
});
