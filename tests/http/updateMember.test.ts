import { describe, expect, test } from "bun:test";
import type { Member } from "#generated/types";
import { type Person, testApp } from "../support/app";
import type { AnonymousClient } from "../support/client";
import { versionIn } from "../support/client";
import { meet } from "../support/locks";

const app = await testApp();

async function etagOf(by: AnonymousClient, organizationId: string, of: Person): Promise<string> {
  const { headers } = await by.call("getMember", { path: { organizationId, userId: of.userId } });
  return headers.get("etag") ?? "";
}

/** Gives a role to the member as the caller read them just now, or as the tag says. */
async function give(by: AnonymousClient, organizationId: string, to: Person, role: string, etag?: string) {
  const headers = { "if-match": etag ?? (await etagOf(by, organizationId, to)) };
  return by.call<Member & { code: string }>("updateMember", {
    path: { organizationId, userId: to.userId },
    headers,
    body: { role },
  });
}

const makeRole = (person: Person, organizationId: string, name = "auditor") =>
  person.call("createRole", { path: { organizationId }, body: { name, scopes: ["audit:read"] } });

async function rolesIn(organizationId: string): Promise<Record<string, string>> {
  const rows = await app.sql<{ userId: string; role: string }[]>`
    select user_id, role from members where organization_id = ${organizationId}`;
  return Object.fromEntries(rows.map(({ userId, role }) => [userId, role]));
}

describe("200", () => {
  test("the new role works on the member's next request", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const grace = await app.member(organizationId, "viewer");
    expect(await makeRole(grace, organizationId)).toMatchObject({ status: 403 });
    expect(await give(ada, organizationId, grace, "admin")).toMatchObject({ status: 200, body: { role: "admin" } });
    expect(await makeRole(grace, organizationId)).toMatchObject({ status: 201 });
  });

  test("what only the old role allowed is refused on the member's next request", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const grace = await app.member(organizationId, "admin");
    expect(await makeRole(grace, organizationId, "first")).toMatchObject({ status: 201 });
    await give(ada, organizationId, grace, "viewer");
    expect(await makeRole(grace, organizationId, "second")).toMatchObject({ status: 403 });
  });

  test("on another server it works within five seconds", async () => {
    const elsewhere = await app.another();
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const grace = await app.member(organizationId, "admin");
    const there = elsewhere.as(grace);
    expect(await makeRole(there, organizationId, "first")).toMatchObject({ status: 201 });
    await give(ada, organizationId, grace, "viewer");
    app.clock.advance(5000);
    expect(await makeRole(there, organizationId, "second")).toMatchObject({ status: 403 });
  });

  test("a role of the organization's own lets its holder do what it says, and what everyone may", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await app.role(organizationId, "roles-only", ["role:write"]);
    const grace = await app.member(organizationId, "admin");
    await give(ada, organizationId, grace, "roles-only");
    const path = { organizationId };
    const newRole = { name: "empty", scopes: ["organization:read"] };
    expect(await grace.call("createRole", { path, body: newRole })).toMatchObject({ status: 201 });
    expect(await grace.call("getOrganization", { path })).toMatchObject({ status: 200 });
    expect(await grace.call("listMembers", { path })).toMatchObject({ status: 403 });
  });

  test("the answer is the member as everybody reads them now, and its ETag is good for the next change", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const grace = await app.member(organizationId, "viewer");
    const { body, headers } = await give(ada, organizationId, grace, "member");
    const read = await ada.call("getMember", { path: { organizationId, userId: grace.userId } });
    expect([body, versionIn(headers)]).toEqual([read.body as never, versionIn(read.headers)]);
    expect(await give(ada, organizationId, grace, "admin", headers.get("etag")!)).toMatchObject({ status: 200 });
  });

  test("nobody else's role changes, nor the member's own in another organization", async () => {
    const ada = await app.person();
    const [here, there] = [await app.organization(ada), await app.organization(ada)];
    const [grace, other] = [await app.member(here, "viewer"), await app.member(here, "viewer")];
    await app.sql`
      insert into members (organization_id, user_id, role, joined_at)
      values (${there}, ${grace.userId}, 'viewer', ${app.clock.now()})`;
    await give(ada, here, grace, "admin");
    expect(await rolesIn(here)).toEqual({ [ada.userId]: "owner", [grace.userId]: "admin", [other.userId]: "viewer" });
    expect((await rolesIn(there))[grace.userId]).toBe("viewer");
  });

  test("the audit log names who, whom and the new role", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const grace = await app.member(organizationId, "viewer");
    await give(ada, organizationId, grace, "admin");
    expect(await app.audited("member.updated", ada.userId)).toMatchObject([
      { operation: "updateMember", fields: { "path.userId": grace.userId, "body.role": "admin" } },
    ]);
  });

  test("an owner who is not the last may step back", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await app.member(organizationId, "owner");
    expect(await give(ada, organizationId, ada, "viewer")).toMatchObject({ status: 200, body: { role: "viewer" } });
  });
});

describe("403 scopes_not_held", () => {
  test("nobody gives a role that may do more than they, to themselves or to anybody", async () => {
    const organizationId = await app.organization(await app.person());
    const [admin, viewer] = [await app.member(organizationId, "admin"), await app.member(organizationId, "viewer")];
    await app.role(organizationId, "deleter", ["organization:delete"]);
    for (const [to, role] of [
      [admin, "owner"],
      [viewer, "owner"],
      [viewer, "deleter"],
    ] as const)
      expect(await give(admin, organizationId, to, role)).toMatchObject({
        status: 403,
        body: { code: "scopes_not_held" },
      });
    expect(await app.audited("member.updated", admin.userId)).toHaveLength(0);
    expect(await give(admin, organizationId, viewer, "admin")).toMatchObject({ status: 200 });
  });

  test("nobody changes the role of somebody who may do more than they", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await app.role(organizationId, "deleter", ["organization:delete"]);
    const admin = await app.member(organizationId, "admin");
    const deleter = await app.member(organizationId, "deleter");
    for (const to of [ada, deleter])
      expect(await give(admin, organizationId, to, "viewer")).toMatchObject({
        status: 403,
        body: { code: "scopes_not_held" },
      });
    expect(await rolesIn(organizationId)).toMatchObject({ [ada.userId]: "owner", [deleter.userId]: "deleter" });
  });

  test("a key counts with its own scopes, whatever its maker may do", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const key = await app.apiKey(ada, organizationId, ["member:read", "member:write", "role:read"]);
    const [admin, viewer] = [await app.member(organizationId, "admin"), await app.member(organizationId, "viewer")];
    for (const [to, role] of [
      [viewer, "admin"],
      [admin, "viewer"],
    ] as const)
      expect(await give(key, organizationId, to, role)).toMatchObject({
        status: 403,
        body: { code: "scopes_not_held" },
      });
    expect(await give(key, organizationId, viewer, "member")).toMatchObject({ status: 200 });
    expect(await app.audited("member.updated", key.apiKeyId)).toHaveLength(1);
  });

  test("a role that they got while the request waited counts", async () => {
    const organizationId = await app.organization(await app.person());
    await app.role(organizationId, "deleter", ["organization:delete"]);
    const [admin, viewer] = [await app.member(organizationId, "admin"), await app.member(organizationId, "viewer")];
    const etag = await etagOf(admin, organizationId, viewer);
    const [answer] = await meet(
      app.database,
      (sql) => sql`update members set role = 'deleter' where user_id = ${viewer.userId} and role = 'viewer'`,
      () => [give(admin, organizationId, viewer, "member", etag)],
    );
    expect(answer).toMatchObject({ status: 403, body: { code: "scopes_not_held" } });
    expect((await rolesIn(organizationId))[viewer.userId]).toBe("deleter");
  });
});

describe("404", () => {
  test("whoever is no member here, whatever the tag: 404 comes before 412", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const elsewhere = await app.member(await app.organization(ada), "viewer");
    for (const etag of ['"1"', '"7"'])
      expect(await give(ada, organizationId, elsewhere, "admin", etag)).toMatchObject({ status: 404 });
  });
});

describe("409 last_owner", () => {
  test("the only owner stays one, and nothing is recorded", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await app.member(organizationId, "admin");
    expect(await give(ada, organizationId, ada, "admin")).toMatchObject({ status: 409, body: { code: "last_owner" } });
    expect(await give(ada, organizationId, ada, "owner")).toMatchObject({ status: 200 });
    expect(await app.audited("member.updated", ada.userId)).toMatchObject([{ fields: { "body.role": "owner" } }]);
  });

  test("two owners who demote each other at once: one stays", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const grace = await app.member(organizationId, "owner");
    const answers = await meet(
      app.database,
      (sql) => sql`select from members where organization_id = ${organizationId} for update`,
      () => [give(ada, organizationId, grace, "viewer", '"1"'), give(grace, organizationId, ada, "viewer", '"1"')],
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(Object.values(await rolesIn(organizationId)).sort()).toEqual(["owner", "viewer"]);
  });

  test("many owners who promote and demote each other at once: each is answered, and one stays", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const people = [ada];
    for (let i = 0; i < 5; i++) people.push(await app.member(organizationId, i % 2 ? "owner" : "viewer"));
    const requests = people.flatMap((by) =>
      people.map((to, i) => give(by, organizationId, to, i % 2 ? "viewer" : "owner", '"1"')),
    );
    const answers = await Promise.all(requests);
    for (const { status } of answers) expect([200, 403, 409, 412]).toContain(status);
    expect(Object.values(await rolesIn(organizationId))).toContain("owner");
  });
});

describe("409 unknown_role", () => {
  test("a role that there is not, and one of another organization", async () => {
    const ada = await app.person();
    const [here, there] = [await app.organization(ada), await app.organization(ada)];
    await app.role(there, "auditor", ["audit:read"]);
    const grace = await app.member(here, "viewer");
    for (const role of ["nobody", "auditor", "everyone", "self"])
      expect(await give(ada, here, grace, role)).toMatchObject({ status: 409, body: { code: "unknown_role" } });
    expect((await rolesIn(here))[grace.userId]).toBe("viewer");
  });
});

describe("412", () => {
  test("a change on a stale version is refused, and changes and records nothing", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const grace = await app.member(organizationId, "viewer");
    await give(ada, organizationId, grace, "member", '"1"');
    expect(await give(ada, organizationId, grace, "admin", '"1"')).toMatchObject({
      status: 412,
      body: { code: "precondition_failed" },
    });
    expect((await rolesIn(organizationId))[grace.userId]).toBe("member");
    expect(await app.audited("member.updated", ada.userId)).toHaveLength(1);
  });

  test("of ten racing writers exactly one wins", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const grace = await app.member(organizationId, "viewer");
    const roles = Array.from({ length: 10 }, (_, i) => (i % 2 ? "admin" : "member"));
    const answers = await Promise.all(roles.map((role) => give(ada, organizationId, grace, role, '"1"')));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(9);
    expect((await rolesIn(organizationId))[grace.userId]).toBe(won[0]!.body.role);
    expect(await app.audited("member.updated", ada.userId)).toHaveLength(1);
  });
});
