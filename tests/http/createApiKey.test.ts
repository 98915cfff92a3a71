import { beforeAll, describe, expect, test } from "bun:test";
import { KeyScope } from "#generated/schemas";
import type { ApiKeyGrant, NewApiKey } from "#generated/types";
import { walk } from "#generated/walk";
import { type Person, testApp } from "../support/app";

const app = await testApp();
const DAY_MS = 24 * 60 * 60_000;
const ALL_SCOPES = KeyScope.anyOf.map((scope) => scope.const);

let owner: Person;
let organizationId: string;
beforeAll(async () => {
  owner = await app.person();
  organizationId = await app.organization(owner);
});

const create = (maker: Person, body: NewApiKey | Record<string, unknown>, id = organizationId) =>
  maker.call<ApiKeyGrant>("createApiKey", { path: { organizationId: id }, body });

const read = (program: { call: Person["call"] }, id = organizationId) =>
  program.call("getOrganization", { path: { organizationId: id } });

describe("201", () => {
  test("the key works in its organization, with its scopes and no others", async () => {
    const program = await app.apiKey(owner, organizationId, ["organization:read"]);
    expect(await read(program)).toMatchObject({ status: 200, body: { id: organizationId } });
    expect(await read(program, organizationId.toUpperCase())).toMatchObject({ status: 200 });
    expect(await program.call("listApiKeys", { path: { organizationId } })).toMatchObject({ status: 403 });
  });

  test("for any other organization it does not exist, not for its maker's either", async () => {
    const other = await app.organization(owner);
    const program = await app.apiKey(owner, organizationId, ["organization:read"]);
    expect(await read(owner, other)).toMatchObject({ status: 200 });
    expect(await read(program, other)).toMatchObject({ status: 404, body: { code: "not_found" } });
  });

  test("the answer says what was made, with the scopes in the contract's order", async () => {
    const body = { name: "Nightly export", scopes: ["audit:read", "organization:read"], expiresInDays: 90 };
    const { apiKey, key } = (await create(owner, body)).body;
    expect(apiKey).toEqual({
      id: apiKey.id,
      name: "Nightly export",
      scopes: ["organization:read", "audit:read"],
      ending: key.slice(-4),
      createdBy: owner.userId,
      createdAt: app.clock.now().toISOString(),
      expiresAt: new Date(app.clock.now().getTime() + 90 * DAY_MS).toISOString(),
      lastUsedAt: null,
    });
  });

  test("it stops at the instant at which it expires, though it was good a moment before", async () => {
    const { key, apiKey } = (await create(owner, { name: "Day", scopes: ["organization:read"], expiresInDays: 1 }))
      .body;
    const day = app.withKey(key, apiKey.id);
    const endless = await app.apiKey(owner, organizationId, ["organization:read"]);
    app.clock.advance(DAY_MS - 1);
    expect(await read(day)).toMatchObject({ status: 200 });
    app.clock.advance(1);
    expect(await read(day)).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
    expect(await read(endless)).toMatchObject({ status: 200 });
    owner = await app.logIn(owner);
  });

  test("it stops with its organization", async () => {
    const id = await app.organization(owner);
    const program = await app.apiKey(owner, id, ["organization:read"]);
    const deletesAt = new Date(app.clock.now().getTime() + 60_000);
    await app.sql`update organizations set deletes_at = ${deletesAt} where id = ${id}`;
    app.clock.advance(59_999);
    expect(await read(program, id)).toMatchObject({ status: 200 });
    app.clock.advance(1);
    expect(await read(program, id)).toMatchObject({ status: 401 });
  });

  test("it keeps its scopes when its maker loses theirs, and when they leave", async () => {
    const maker = await app.member(organizationId, "admin");
    const program = await app.apiKey(maker, organizationId, ["key:read"]);
    const list = (caller: { call: Person["call"] }) => caller.call("listApiKeys", { path: { organizationId } });
    const member = { organizationId, userId: maker.userId };
    await app.sql`
      update members set role = 'viewer' where organization_id = ${organizationId} and user_id = ${maker.userId}`;
    app.services.memberships.forget(member);
    expect([(await list(maker)).status, (await list(program)).status]).toEqual([403, 200]);
    await app.sql`delete from members where organization_id = ${organizationId} and user_id = ${maker.userId}`;
    app.services.memberships.forget(member);
    app.clock.advance(5_000);
    expect([(await list(maker)).status, (await list(program)).status]).toEqual([404, 200]);
  });

  test("the key is shown once: no row, no line of the log and no audit row has it", async () => {
    const program = await app.apiKey(owner, organizationId, ["organization:read"]);
    await read(program);
    await app.services.apiKeys.lastUses.write();
    const random = program.key.slice(4, -6);
    expect(await app.everythingStored()).not.toContain(random);
    expect(app.logged()).not.toContain(random);
  });

  test("the audit log says who made a key, and how it is called", async () => {
    const maker = await app.member(organizationId, "admin");
    await create(maker, { name: "For the audit", scopes: ["audit:read"], expiresInDays: 7 });
    expect(await app.audited("key.created", maker.userId)).toMatchObject([
      { operation: "createApiKey", fields: { "body.name": "For the audit", "body.expiresInDays": 7 } },
    ]);
  });

  test("the log knows its calls by the key's id, and the caller's limit counts them together, apart from its maker's", async () => {
    const program = await app.apiKey(owner, organizationId, ["organization:read"]);
    const left = async (caller: { call: Person["call"] }) =>
      Number(/"standard-caller";r=(\d+)/.exec((await read(caller)).headers.get("ratelimit") ?? "")?.[1]);
    const before = await left(program);
    await left(owner);
    expect(await left(program)).toBe(before - 1);
    const { subject, scheme } = JSON.parse(app.logged().trim().split("\n").at(-1) ?? "");
    expect({ subject, scheme }).toEqual({ subject: program.apiKeyId, scheme: "apiKey" });
  });
});

describe("401", () => {
  test("a key works in its own header only", async () => {
    const { key } = await app.apiKey(owner, organizationId, ["organization:read"]);
    const path = { organizationId };
    const elsewhere: [string, string][] = [
      ["authorization", `Bearer ${key}`],
      ["authorization", `ApiKey ${key}`],
      ["cookie", `X-API-Key=${key}; __Host-session=${key}`],
    ];
    for (const [name, value] of elsewhere)
      expect(await app.anonymous.call("getOrganization", { path, headers: { [name]: value } })).toMatchObject({
        status: 401,
      });
    for (const name of ["key", "apiKey", "X-API-Key"])
      expect(await app.anonymous.call("getOrganization", { path, query: { [name]: key } })).toMatchObject({
        status: 401,
      });
  });

  test("no key makes, rotates or revokes one", async () => {
    const program = await app.apiKey(owner, organizationId, ALL_SCOPES);
    const path = { organizationId, keyId: program.apiKeyId };
    const body = { name: "Another", scopes: ["audit:read"] };
    expect(await program.call("createApiKey", { path: { organizationId }, body })).toMatchObject({ status: 401 });
    expect(await program.call("rotateApiKey", { path, body: {} })).toMatchObject({ status: 401 });
    expect(await program.call("revokeApiKey", { path })).toMatchObject({ status: 401 });
  });

  test("keys are taken for what is in an organization only", () => {
    const elsewhere = walk.filter(({ organizationScoped }) => !organizationScoped);
    expect(elsewhere.filter(({ security }) => security.some(({ apiKey }) => apiKey))).toEqual([]);
  });
});

describe("403 scopes_not_held", () => {
  test("nobody makes a key with a scope that they do not hold", async () => {
    await app.sql`
      insert into custom_roles (organization_id, name, description, scopes, created_at, updated_at)
      values (${organizationId}, 'key-maker', '', ${["key:read", "key:write"]}, now(), now())`;
    const maker = await app.member(organizationId, "key-maker");
    const refused = await create(maker, { name: "More", scopes: ["key:read", "audit:read"] });
    expect(refused).toMatchObject({ status: 403, body: { code: "scopes_not_held" } });
    expect(await create(maker, { name: "As much", scopes: ["key:read", "organization:read"] })).toMatchObject({
      status: 201,
    });
    const stored = await app.sql`select name from api_keys where created_by = ${maker.userId}`;
    expect(stored).toMatchObject([{ name: "As much" }]);
  });
});

describe("409 too_many_keys", () => {
  test("of requests at once as many succeed as there is room for, and a revoked key makes room", async () => {
    const id = await app.organization(owner);
    await app.sql`
      insert into api_keys (id, organization_id, name, scopes, created_by, created_at)
      select gen_random_uuid(), ${id}, 'Old', '{audit:read}', ${owner.userId}, now() from generate_series(1, 98)`;
    const body = { name: "New", scopes: ["audit:read"] };
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(owner, body, id)));
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(2);
    for (const answer of answers)
      if (answer.status !== 201) expect(answer).toMatchObject({ status: 409, body: { code: "too_many_keys" } });
    await owner.call("revokeApiKey", { path: { organizationId: id, keyId: made[0]!.body.apiKey.id } });
    expect([(await create(owner, body, id)).status, (await create(owner, body, id)).status]).toEqual([201, 409]);
  });
});

describe("422", () => {
  test.each([
    ["a scope that only people have", ["organization:delete"]],
    ["a scope of a person's own", ["profile:read"]],
    ["a scope twice", ["audit:read", "audit:read"]],
    ["no scope", []],
  ])("%s", async (_, scopes) => {
    expect(await create(owner, { name: "Wrong", scopes })).toMatchObject({ status: 422 });
  });

  test("the scopes of keys are those that an operation takes from a key", () => {
    const taken = walk.flatMap(({ security }) => security.flatMap(({ apiKey = [] }) => apiKey));
    expect<string[]>(ALL_SCOPES.toSorted()).toEqual([...new Set(taken)].toSorted());
  });
});
