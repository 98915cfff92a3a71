import { describe, expect, test } from "bun:test";
import type { Role } from "#generated/types";
import { testApp } from "../support/app";
import { versionIn } from "../support/client";

const app = await testApp();

describe("200", () => {
  test("the role as the list has it, with the tag that a change needs", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await app.role(organizationId, "auditor", ["audit:read"]);
    const viewer = await app.member(organizationId, "viewer");
    const answer = await viewer.call<Role>("getRole", { path: { organizationId, roleName: "auditor" } });
    expect([answer.status, versionIn(answer.headers)]).toEqual([200, 1]);
    const { body } = await viewer.call<{ items: Role[] }>("listRoles", { path: { organizationId } });
    expect(body.items).toContainEqual(answer.body);
  });
});

describe("404", () => {
  test("for a built-in role and for one of another organization exactly as for none", async () => {
    const ada = await app.person();
    const [here, there] = [await app.organization(ada), await app.organization(ada)];
    await app.role(there, "auditor", ["audit:read"]);
    const told = await Promise.all(
      ["auditor", "owner", "nothing"].map(async (roleName) => {
        const { status, body } = await ada.call("getRole", { path: { organizationId: here, roleName } });
        return { ...body, status, instance: "", requestId: "" };
      }),
    );
    expect(told[0]).toMatchObject({ status: 404, code: "not_found" });
    expect(told[1]).toEqual(told[0]!);
    expect(told[2]).toEqual(told[0]!);
  });
});
