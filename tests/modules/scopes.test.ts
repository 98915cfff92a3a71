import { describe, expect, test } from "bun:test";
import { contract } from "#generated/operations";
import { Scope } from "#generated/schemas";
import { BUILT_IN_ROLES, EVERYONE, listed, mayGive, scopesOf } from "../../src/modules/members/scopes";
import { testApp } from "../support/app";

const app = await testApp();

const DOCUMENTATION = new URL("../../docs/tenancy.md", import.meta.url);

/** What they may do with what is theirs, or with everybody's. */
const OF_PERSONS = new Set(["unverified", "self", "administrator", "impersonated"]);
const inContract = Scope.anyOf.map((literal) => literal.const);

describe("the contract, the code and the database agree", () => {
  test("the scopes that roles and keys are made of are exactly those of an owner", () => {
    expect([...inContract].sort()).toEqual([...(contract.roles.owner ?? [])].sort() as typeof inContract);
  });

  test("every role of x-roles but everyone and those of persons is a built-in one, and no other", () => {
    const roles = Object.keys(contract.roles).filter((role) => role !== "everyone" && !OF_PERSONS.has(role));
    expect(roles.sort()).toEqual([...BUILT_IN_ROLES].sort());
  });

  test("each built-in role may do what everyone may", () => {
    for (const role of BUILT_IN_ROLES) expect([...scopesOf(role, null)]).toEqual(expect.arrayContaining([...EVERYONE]));
  });

  test("the documentation shows which role has which scope", async () => {
    const lines = (await Bun.file(DOCUMENTATION).text()).split("\n").filter((line) => /^\| (?:scope|`\w+:)/.test(line));
    const [[, ...roles] = [], ...rows] = lines.map((line) =>
      line
        .slice(2, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
    const shown = roles.map((role, column) => {
      const scopes = rows.filter((cells) => cells[column + 1] === "yes").map(([scope = ""]) => scope.slice(1, -1));
      return [role, scopes];
    });
    const said = Object.entries(contract.roles).filter(([role]) => !OF_PERSONS.has(role));
    const inOrder = said.map(([role, scopes]) => [role, listed(new Set(scopes))]);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(inOrder));
  });

  test("the database takes each built-in role without a row for it, and no row of such a name", async () => {
    const organizationId = await app.organization(await app.person());
    for (const role of BUILT_IN_ROLES) {
      await app.member(organizationId, role);
      await expect(app.role(organizationId, role, ["audit:read"])).rejects.toThrow("custom_roles_name_check");
    }
    await expect(app.member(organizationId, "everyone")).rejects.toThrow("members_custom_role_fkey");
  });
});

describe("a role of an organization's own", () => {
  test("has what everyone may, and what it was given, in the contract's order and once each", () => {
    expect(listed(scopesOf("auditor", ["audit:read", "organization:leave", "member:read"]))).toEqual([
      "organization:read",
      "organization:leave",
      "member:read",
      "audit:read",
    ]);
  });

  test("is listed without a scope that the contract has no more", () => {
    expect(listed(scopesOf("auditor", ["fax:send"]))).toEqual(["organization:read", "organization:leave"]);
  });
});

describe("mayGive", () => {
  const key = new Set(["audit:read", "member:write"]);

  test("what somebody holds, in full or in part, and what everyone may though they do not hold it", () => {
    expect(mayGive(key, ["audit:read"])).toBeTrue();
    expect(mayGive(key, scopesOf("auditor", ["audit:read", "member:write"]))).toBeTrue();
    expect(mayGive(new Set(), EVERYONE)).toBeTrue();
  });

  test("nothing else", () => {
    expect(mayGive(key, ["audit:read", "member:read"])).toBeFalse();
    expect(mayGive(key, scopesOf("viewer", null))).toBeFalse();
  });
});
