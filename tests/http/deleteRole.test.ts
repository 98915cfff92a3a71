import { describe, expect, test } from "bun:test";
import { type Person, testApp } from "../support/app";
import { meet } from "../support/locks";

const app = await testApp();

const remove = (by: Person, organizationId: string, roleName = "auditor") =>
  by.call<{ code: string }>("deleteRole", { path: { organizationId, roleName } });

const give = (by: Person, organizationId: string, to: Person, role: string) =>
  by.call<{ code: string }>("updateMember", {
    path: { organizationId, userId: to.userId },
    headers: { "if-match": '"1"' },
    body: { role },
  });

/** An organization of somebody's with a role `auditor` of its own. */
async function withAuditor() {
  const ada = await app.person();
  const organizationId = await app.organization(ada);
  await app.role(organizationId, "auditor", ["audit:read"]);
  return { ada, organizationId };
}

/** An invitation into the role, which expired long ago. */
async function invite(organizationId: string, settledAs: string | null): Promise<void> {
  const id = app.options.ids.next();
  const at = app.clock.now();
  await app.sql`
    insert into invitations (
      id, organization_id, email, role, token_hash, created_at, sent_at, expires_at, settled_at, settled_as
    ) values (
      ${id}, ${organizationId}, ${`${id}@example.com`}, 'auditor', sha256(${id}::text::bytea), ${at}, ${at}, ${at},
      ${settledAs && at}, ${settledAs}
    )`;
}

describe("204", () => {
  test("it is gone, its name is free again, and another organization's of the same name stays", async () => {
    const [here, there] = [await withAuditor(), await withAuditor()];
    const path = { organizationId: here.organizationId, roleName: "auditor" };
    expect(await remove(here.ada, here.organizationId)).toMatchObject({ status: 204, text: "" });
    expect(await here.ada.call("getRole", { path })).toMatchObject({ status: 404 });
    expect(await there.ada.call("getRole", { path: { ...path, organizationId: there.organizationId } })).toMatchObject({
      status: 200,
    });
    const body = { name: "auditor", scopes: ["member:read"] };
    expect(await here.ada.call("createRole", { path, body })).toMatchObject({ status: 201 });
  });

  test("whoever had it once, or was invited into it and answered, keeps nobody from it", async () => {
    const { ada, organizationId } = await withAuditor();
    const [moved, gone] = [await app.member(organizationId, "auditor"), await app.member(organizationId, "auditor")];
    for (const settledAs of ["accepted", "declined", "revoked"]) await invite(organizationId, settledAs);
    await give(ada, organizationId, moved, "viewer");
    await ada.call("removeMember", { path: { organizationId, userId: gone.userId } });
    expect(await remove(ada, organizationId)).toMatchObject({ status: 204 });
    const invitations = await app.sql<{ role: string }[]>`
      select role from invitations where organization_id = ${organizationId}`;
    expect(invitations.map(({ role }) => role)).toEqual(["auditor", "auditor", "auditor"]);
  });

  test("the audit log names who and the role, once", async () => {
    const { ada, organizationId } = await withAuditor();
    const answers = await Promise.all([1, 2, 3].map(() => remove(ada, organizationId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    expect(await app.audited("role.deleted", ada.userId)).toMatchObject([
      { operation: "deleteRole", fields: { "path.roleName": "auditor" } },
    ]);
    expect(await app.audited("role.deleted", ada.userId)).toHaveLength(1);
  });
});

describe("403 scopes_not_held", () => {
  test("nobody deletes a role that may do more than they", async () => {
    const { ada, organizationId } = await withAuditor();
    await app.role(organizationId, "deleter", ["organization:delete"]);
    const admin = await app.member(organizationId, "admin");
    expect(await remove(admin, organizationId, "deleter")).toMatchObject({
      status: 403,
      body: { code: "scopes_not_held" },
    });
    expect(await remove(admin, organizationId, "auditor")).toMatchObject({ status: 204 });
    expect(await remove(ada, organizationId, "deleter")).toMatchObject({ status: 204 });
  });
});

describe("404", () => {
  test("a built-in role, and one of another organization", async () => {
    const [here, there] = [await withAuditor(), await withAuditor()];
    await app.role(there.organizationId, "elsewhere", ["audit:read"]);
    for (const name of ["owner", "viewer", "elsewhere"])
      expect(await remove(here.ada, here.organizationId, name)).toMatchObject({ status: 404 });
    expect(await remove(there.ada, there.organizationId, "elsewhere")).toMatchObject({ status: 204 });
  });
});

describe("409 role_in_use", () => {
  test("while a member has it", async () => {
    const { ada, organizationId } = await withAuditor();
    const grace = await app.member(organizationId, "auditor");
    expect(await remove(ada, organizationId)).toMatchObject({ status: 409, body: { code: "role_in_use" } });
    expect(await grace.call("getOrganization", { path: { organizationId } })).toMatchObject({ status: 200 });
    expect(await app.audited("role.deleted", ada.userId)).toHaveLength(0);
  });

  test("while an invitation into it is neither answered nor revoked, also when it has expired", async () => {
    const { ada, organizationId } = await withAuditor();
    await invite(organizationId, null);
    expect(await remove(ada, organizationId)).toMatchObject({ status: 409, body: { code: "role_in_use" } });
  });

  test("while somebody is just getting it", async () => {
    const { ada, organizationId } = await withAuditor();
    const grace = await app.member(organizationId, "viewer");
    const [answer] = await meet(
      app.database,
      (sql) => sql`update members set role = 'auditor' where user_id = ${grace.userId} and role = 'viewer'`,
      () => [remove(ada, organizationId)],
    );
    expect(answer).toMatchObject({ status: 409, body: { code: "role_in_use" } });
  });
});

describe("a role that is just being deleted", () => {
  test("is given to nobody", async () => {
    const { ada, organizationId } = await withAuditor();
    const grace = await app.member(organizationId, "viewer");
    const [answer] = await meet(
      app.database,
      (sql) => sql`delete from custom_roles where organization_id = ${organizationId}`,
      () => [give(ada, organizationId, grace, "auditor")],
    );
    expect(answer).toMatchObject({ status: 409, body: { code: "unknown_role" } });
  });
});
