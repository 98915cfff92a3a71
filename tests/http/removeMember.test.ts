import { describe, expect, test } from "bun:test";
import type { MembershipPage } from "#generated/types";
import { type Person, testApp } from "../support/app";
import { meet } from "../support/locks";

const app = await testApp();

type Answer = ReturnType<typeof remove>;

const remove = (by: Person, organizationId: string, whom: Person) =>
  by.call("removeMember", { path: { organizationId, userId: whom.userId } });

const read = (person: Person, organizationId: string) => person.call("getOrganization", { path: { organizationId } });

async function roles(organizationId: string): Promise<string[]> {
  const rows = await app.sql<{ role: string }[]>`
    select role from members where organization_id = ${organizationId} order by role`;
  return rows.map(({ role }) => role);
}

describe("204", () => {
  test("from the next request on there is no such organization for them, and nothing else changes for them", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const grace = await app.member(organizationId, "admin");
    const own = await app.organization(grace);
    expect(await read(grace, organizationId)).toMatchObject({ status: 200 });
    expect(await remove(ada, organizationId, grace)).toMatchObject({ status: 204, text: "" });
    expect(await read(grace, organizationId)).toMatchObject({ status: 404 });
    expect(await grace.call("getMe")).toMatchObject({ status: 200 });
    expect(await read(grace, own)).toMatchObject({ status: 200 });
    expect(await roles(organizationId)).toEqual(["owner"]);
  });

  test("a session that was switched to it goes on, switched to nothing that the person belongs to", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const grace = await app.member(organizationId, "viewer");
    await grace.call("switchOrganization", { path: { organizationId } });
    const current = async () => {
      const { body } = await grace.call<MembershipPage>("listOrganizations");
      return body.items.filter((each) => each.current).map((each) => each.organizationId);
    };
    expect(await current()).toEqual([organizationId]);
    await remove(ada, organizationId, grace);
    expect(await current()).toEqual([]);
    expect(await grace.call("switchOrganization", { path: { organizationId } })).toMatchObject({ status: 404 });
  });

  test("on another server within five seconds", async () => {
    const elsewhere = await app.another();
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const grace = await app.member(organizationId, "admin");
    const there = elsewhere.as(grace);
    expect(await read(there, organizationId)).toMatchObject({ status: 200 });
    await remove(ada, organizationId, grace);
    app.clock.advance(5000);
    expect(await read(there, organizationId)).toMatchObject({ status: 404 });
  });

  test("an admin removes themselves, and an owner another owner", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const [admin, owner] = [await app.member(organizationId, "admin"), await app.member(organizationId, "owner")];
    expect(await remove(admin, organizationId, admin)).toMatchObject({ status: 204 });
    expect(await remove(owner, organizationId, ada)).toMatchObject({ status: 204 });
    expect(await roles(organizationId)).toEqual(["owner"]);
  });

  test("the audit log names who and whom, once", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const grace = await app.member(organizationId, "viewer");
    const answers = await Promise.all([1, 2, 3].map(() => remove(ada, organizationId, grace)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    expect(await app.audited("member.removed", ada.userId)).toMatchObject([
      { operation: "removeMember", fields: { "path.userId": grace.userId } },
    ]);
    expect(await app.audited("member.removed", ada.userId)).toHaveLength(1);
  });
});

describe("403 scopes_not_held", () => {
  test("nobody removes somebody who may do more than they", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await app.role(organizationId, "deleter", ["organization:delete"]);
    await app.role(organizationId, "gatekeeper", ["member:write", "member:read"]);
    const [admin, deleter] = [await app.member(organizationId, "admin"), await app.member(organizationId, "deleter")];
    const gatekeeper = await app.member(organizationId, "gatekeeper");
    for (const [by, whom] of [
      [admin, ada],
      [admin, deleter],
      [gatekeeper, admin],
    ] as const)
      expect(await remove(by, organizationId, whom)).toMatchObject({ status: 403, body: { code: "scopes_not_held" } });
    expect(await roles(organizationId)).toEqual(["admin", "deleter", "gatekeeper", "owner"]);
    expect(await remove(admin, organizationId, gatekeeper)).toMatchObject({ status: 204 });
  });

  test("a role that they got while the request waited counts", async () => {
    const organizationId = await app.organization(await app.person());
    await app.role(organizationId, "deleter", ["organization:delete"]);
    const [admin, viewer] = [await app.member(organizationId, "admin"), await app.member(organizationId, "viewer")];
    const [answer] = await meet(
      app.database,
      (sql) => sql`update members set role = 'deleter' where user_id = ${viewer.userId} and role = 'viewer'`,
      () => [remove(admin, organizationId, viewer)],
    );
    expect(answer).toMatchObject({ status: 403, body: { code: "scopes_not_held" } });
    expect(await roles(organizationId)).toEqual(["admin", "deleter", "owner"]);
  });
});

describe("404", () => {
  test("whoever was removed already, or belongs to another organization", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const elsewhere = await app.member(await app.organization(ada), "viewer");
    const gone = await app.member(organizationId, "viewer");
    await remove(ada, organizationId, gone);
    for (const whom of [gone, elsewhere])
      expect(await remove(ada, organizationId, whom)).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await app.sql`select from members where user_id = ${elsewhere.userId} and role = 'viewer'`).toHaveLength(1);
  });
});

describe("409 last_owner", () => {
  test("the only owner stays, and nothing is recorded", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await app.member(organizationId, "admin");
    expect(await remove(ada, organizationId, ada)).toMatchObject({ status: 409, body: { code: "last_owner" } });
    expect(await read(ada, organizationId)).toMatchObject({ status: 200 });
    expect(await app.audited("member.removed", ada.userId)).toHaveLength(0);
  });

  /** What two owners of an organization ask for at once, and the owners that it has afterwards. */
  async function twoOwners(request: (ada: Person, grace: Person, organizationId: string) => Answer[]) {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const grace = await app.member(organizationId, "owner");
    const answers = await meet(
      app.database,
      (sql) => sql`select from members where organization_id = ${organizationId} for update`,
      () => request(ada, grace, organizationId),
    );
    return { answers, owners: (await roles(organizationId)).filter((role) => role === "owner") };
  }

  test("two owners who remove each other at once: one stays", async () => {
    const { answers, owners } = await twoOwners((ada, grace, organizationId) => [
      remove(ada, organizationId, grace),
      remove(grace, organizationId, ada),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(owners).toHaveLength(1);
  });

  test("two owners of whom one removes and the other demotes at once: one stays", async () => {
    const { answers, owners } = await twoOwners((ada, grace, organizationId) => [
      remove(ada, organizationId, grace),
      grace.call("updateMember", {
        path: { organizationId, userId: ada.userId },
        headers: { "if-match": '"1"' },
        body: { role: "viewer" },
      }),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toMatchObject([{ body: { code: "last_owner" } }]);
    expect(owners).toHaveLength(1);
  });
});
