import { describe, expect, test } from "bun:test";
import type { RoleList } from "#generated/types";
import { type Person, testApp } from "../support/app";

const app = await testApp();

const list = async (person: Person, organizationId: string) =>
  (await person.call<RoleList>("listRoles", { path: { organizationId } })).body.items;

describe("200", () => {
  test("the built-in roles first, each with words for a person and with the scopes of the contract", async () => {
    const ada = await app.person();
    const roles = await list(ada, await app.organization(ada));
    expect(roles.map(({ name, builtIn }) => [name, builtIn])).toEqual([
      ["owner", true],
      ["admin", true],
      ["member", true],
      ["viewer", true],
    ]);
    for (const { description } of roles) expect(description).toMatch(/^[A-Z].{10,}[^.]$/);
    const scopes = Object.fromEntries(roles.map((role) => [role.name, role.scopes]));
    expect(scopes.viewer).toEqual(["organization:read", "organization:leave", "member:read", "role:read"]);
    expect(scopes.owner).toEqual(expect.arrayContaining([...scopes.admin!, "organization:delete"]));
    expect(scopes.admin).not.toContain("organization:delete");
  });

  test("then the organization's own by their names, in an order that no language changes", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    for (const name of ["b", "ab", "a-c", "a1"]) await app.role(organizationId, `x${name}`, ["audit:read"]);
    const own = (await list(ada, organizationId)).slice(4);
    expect(own.map(({ name }) => name)).toEqual(["xa-c", "xa1", "xab", "xb"]);
    expect(own[0]).toEqual({
      name: "xa-c",
      description: "",
      builtIn: false,
      scopes: ["organization:read", "organization:leave", "audit:read"],
    });
  });

  test("none of another organization", async () => {
    const ada = await app.person();
    const [here, there] = [await app.organization(ada), await app.organization(ada)];
    await app.role(there, "auditor", ["audit:read"]);
    expect(await list(ada, here)).toHaveLength(4);
  });

  test("as many as an organization can have", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    for (let i = 0; i < 50; i++) await app.role(organizationId, `role-${i}`, ["audit:read"]);
    expect(await list(ada, organizationId)).toHaveLength(54);
  });
});
