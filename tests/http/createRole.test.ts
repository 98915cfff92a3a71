import { describe, expect, test } from "bun:test";
import type { Role } from "#generated/types";
import { testApp } from "../support/app";
import type { AnonymousClient } from "../support/client";
import { meet } from "../support/locks";

const app = await testApp();

const AUDITOR = { name: "auditor", description: "Reads the audit log", scopes: ["audit:read"] };

const create = (by: AnonymousClient, organizationId: string, role: Partial<typeof AUDITOR> = {}) =>
  by.call<Role & { code: string }>("createRole", { path: { organizationId }, body: { ...AUDITOR, ...role } });

const count = async (organizationId: string) =>
  (await app.sql`select from custom_roles where organization_id = ${organizationId}`).length;

describe("201", () => {
  test("the role is what was sent and what everyone may, once each and in the contract's order", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const scopes = ["audit:read", "organization:leave", "member:read"];
    const answer = await create(ada, organizationId, { scopes });
    expect([answer.status, answer.headers.get("etag")]).toEqual([201, '"1"']);
    expect(answer.body as Role).toEqual({
      name: "auditor",
      description: "Reads the audit log",
      builtIn: false,
      scopes: ["organization:read", "organization:leave", "member:read", "audit:read"],
    });
    const read = await ada.call("getRole", { path: { organizationId, roleName: "auditor" } });
    expect(read.body).toEqual(answer.body as never);
  });

  test("who gets the role may do what it says, and no more", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await create(ada, organizationId, { scopes: ["member:read"] });
    const grace = await app.member(organizationId, "auditor");
    const path = { organizationId };
    expect(await grace.call("listMembers", { path })).toMatchObject({ status: 200 });
    expect(await grace.call("getOrganization", { path })).toMatchObject({ status: 200 });
    expect(await grace.call("listRoles", { path })).toMatchObject({ status: 403 });
  });

  test("an organization names its roles as it likes, whatever another one does", async () => {
    const ada = await app.person();
    for (const organizationId of [await app.organization(ada), await app.organization(ada)])
      expect(await create(ada, organizationId)).toMatchObject({ status: 201 });
  });

  test("the description may be left out, and the role may be what everyone is", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const body = { name: "guest", scopes: ["organization:read"] };
    expect(await ada.call<Role>("createRole", { path: { organizationId }, body })).toMatchObject({
      status: 201,
      body: { description: "", scopes: ["organization:read", "organization:leave"] },
    });
  });

  test("the audit log names who and the role", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await create(ada, organizationId);
    expect(await app.audited("role.created", ada.userId)).toMatchObject([
      { operation: "createRole", fields: { "body.name": "auditor" } },
    ]);
  });
});

describe("403 scopes_not_held", () => {
  test("nobody makes a role that may do more than they", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await app.role(organizationId, "role-maker", ["role:write", "member:read"]);
    const [admin, maker] = [await app.member(organizationId, "admin"), await app.member(organizationId, "role-maker")];
    for (const [by, scopes] of [
      [admin, ["audit:read", "organization:delete"]],
      [maker, ["role:read"]],
    ] as const)
      expect(await create(by, organizationId, { scopes: [...scopes] })).toMatchObject({
        status: 403,
        body: { code: "scopes_not_held" },
      });
    expect(await count(organizationId)).toBe(1);
    expect(await create(maker, organizationId, { scopes: ["member:read", "role:write"] })).toMatchObject({
      status: 201,
    });
  });

  test("a key makes roles of what it holds itself, whatever its maker may, and of what everyone may", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const key = await app.apiKey(ada, organizationId, ["role:write", "audit:read"]);
    expect(await create(key, organizationId, { scopes: ["audit:read", "member:read"] })).toMatchObject({
      status: 403,
      body: { code: "scopes_not_held" },
    });
    const scopes = ["organization:read", "organization:leave", "audit:read"];
    expect(await create(key, organizationId, { scopes })).toMatchObject({ status: 201, body: { scopes } });
    expect(await app.audited("role.created", key.apiKeyId)).toHaveLength(1);
  });
});

describe("409 role_exists", () => {
  test("the name of a built-in role, or of one that the organization has; that one stays as it was", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await create(ada, organizationId);
    for (const name of ["owner", "admin", "member", "viewer", "auditor"])
      expect(await create(ada, organizationId, { name, description: "Another" })).toMatchObject({
        status: 409,
        body: { code: "role_exists" },
      });
    const read = await ada.call("getRole", { path: { organizationId, roleName: "auditor" } });
    expect(read).toMatchObject({ status: 200, body: { description: "Reads the audit log" } });
    expect(await app.audited("role.created", ada.userId)).toHaveLength(1);
  });

  test("of ten at once one is made", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(ada, organizationId)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === "role_exists")).toHaveLength(9);
  });
});

describe("409 too_many_roles", () => {
  const fill = async (organizationId: string, roles: number) => {
    for (let i = 0; i < roles; i++) await app.role(organizationId, `role-${i}`, ["audit:read"]);
  };

  test("an organization has 50 of its own, and another one's do not count", async () => {
    const ada = await app.person();
    const [here, there] = [await app.organization(ada), await app.organization(ada)];
    await fill(here, 49);
    expect(await create(ada, here)).toMatchObject({ status: 201 });
    expect(await create(ada, here, { name: "another" })).toMatchObject({
      status: 409,
      body: { code: "too_many_roles" },
    });
    expect(await create(ada, there, { name: "another" })).toMatchObject({ status: 201 });
  });

  test("of several who make the last one at once, one does", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await fill(organizationId, 49);
    await ada.call("listRoles", { path: { organizationId } });
    const answers = await meet(
      app.database,
      (sql) => sql`select from organizations where id = ${organizationId} for update`,
      () => ["a1", "a2", "a3"].map((name) => create(ada, organizationId, { name })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await count(organizationId)).toBe(50);
  });
});
