import { describe, expect, test } from "bun:test";
import type { ApiKeyPage } from "#generated/types";
import { testApp } from "../support/app";
import type { AnonymousClient } from "../support/client";

const app = await testApp();

const list = async (client: AnonymousClient, organizationId: string, query: Record<string, string | number> = {}) =>
  (await client.call<ApiKeyPage>("listApiKeys", { path: { organizationId }, query })).body;

async function withKeys(count: number) {
  const owner = await app.person();
  const organizationId = await app.organization(owner);
  const programs = [];
  for (let i = 0; i < count; i++) programs.push(await app.apiKey(owner, organizationId, ["key:read"]));
  return { owner, organizationId, programs };
}

describe("200", () => {
  test("the keys of the organization and of no other, the newest first, and none can be read again", async () => {
    const owner = await app.person();
    const organizationId = await app.organization(owner);
    const older = await app.apiKey(owner, organizationId, ["key:read", "audit:read"]);
    app.clock.advance(1000);
    const newer = await app.apiKey(owner, organizationId, ["audit:read"]);
    await app.apiKey(owner, await app.organization(owner), ["audit:read"]);
    const { items, nextCursor } = await list(owner, organizationId);
    expect(nextCursor).toBeNull();
    expect(items.map(({ id, ending, scopes }) => ({ id, ending, scopes }))).toEqual([
      { id: newer.apiKeyId, ending: newer.key.slice(-4), scopes: ["audit:read"] },
      { id: older.apiKeyId, ending: older.key.slice(-4), scopes: ["key:read", "audit:read"] },
    ]);
    expect(await list(older, organizationId)).toEqual({ items, nextCursor });
    expect(JSON.stringify(items)).not.toContain(older.key.slice(0, 20));
  });

  test("a revoked key is not listed, and an expired one is until it is revoked", async () => {
    const { owner, organizationId, programs } = await withKeys(1);
    const body = { name: "A day", scopes: ["audit:read"], expiresInDays: 1 };
    await owner.call("createApiKey", { path: { organizationId }, body });
    const revoked = { organizationId, keyId: programs[0]!.apiKeyId };
    await owner.call("revokeApiKey", { path: revoked });
    app.clock.advance(2 * 24 * 60 * 60_000);
    const back = await app.logIn(owner);
    const { items } = await list(back, organizationId);
    expect(items.map(({ name }) => name)).toEqual(["A day"]);
    const expired = { organizationId, keyId: items[0]!.id };
    expect(await back.call("revokeApiKey", { path: expired })).toMatchObject({ status: 204 });
    expect((await list(back, organizationId)).items).toEqual([]);
  });

  test("a key that was rotated stands there once, with the ending of its new secret", async () => {
    const { owner, organizationId, programs } = await withKeys(1);
    const path = { organizationId, keyId: programs[0]!.apiKeyId };
    const { body } = await owner.call<{ key: string }>("rotateApiKey", { path, body: {} });
    const { items } = await list(owner, organizationId);
    expect(items).toMatchObject([{ id: path.keyId, ending: body.key.slice(-4) }]);
  });

  test("it says when a key was last used, once that was written", async () => {
    const { owner, organizationId, programs } = await withKeys(1);
    app.clock.advance(60_000);
    await list(programs[0]!, organizationId);
    expect((await list(owner, organizationId)).items).toMatchObject([{ lastUsedAt: null }]);
    await app.services.apiKeys.lastUses.write();
    const lastUsedAt = app.clock.now().toISOString();
    expect((await list(owner, organizationId)).items).toMatchObject([{ lastUsedAt }]);
  });

  test("pages put together are the whole list, for keys of one instant and a microsecond apart", async () => {
    const { owner, organizationId } = await withKeys(6);
    const paged = async () => {
      const seen: ApiKeyPage["items"] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const page: ApiKeyPage = await list(owner, organizationId, { limit: 2, ...(cursor && { cursor }) });
        seen.push(...page.items);
        cursor = page.nextCursor;
      }
      return seen;
    };
    const whole = (await list(owner, organizationId)).items;
    expect(whole).toHaveLength(6);
    expect(await paged()).toEqual(whole);
    await app.sql`
      update api_keys set created_at = created_at + ordered.place * interval '1 microsecond'
      from (select id, row_number() over (order by id desc) as place from api_keys
            where organization_id = ${organizationId}) ordered
      where api_keys.id = ordered.id`;
    expect((await paged()).map(({ id }) => id)).toEqual(whole.map(({ id }) => id).reverse());
  });
});

describe("400", () => {
  test("a cursor that was made for another list", async () => {
    const { owner, organizationId } = await withKeys(0);
    await app.logIn(owner);
    const sessions = await owner.call<{ nextCursor: string }>("listSessions", { query: { limit: 1 } });
    const query = { cursor: sessions.body.nextCursor };
    expect(await owner.call("listApiKeys", { path: { organizationId }, query })).toMatchObject({
      status: 400,
      body: { code: "bad_request" },
    });
  });
});
