import { describe, expect, test } from "bun:test";
import type { MembershipPage } from "#generated/types";
import { type Person, testApp } from "../support/app";

const app = await testApp();

const leave = (person: Person, organizationId: string) =>
  person.call("leaveOrganization", { path: { organizationId } });

const reads = async (person: Person, organizationId: string) =>
  (await person.call("getOrganization", { path: { organizationId } })).status;

const members = async (organizationId: string) =>
  (
    await app.sql<{ userId: string }[]>`
      select user_id from members where organization_id = ${organizationId} order by joined_at, user_id`
  ).map(({ userId }) => userId);

describe("204", () => {
  test("whoever left is a stranger at once on this server", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const member = await app.member(id, "member");
    expect(await reads(member, id)).toBe(200);
    expect(await leave(member, id)).toMatchObject({ status: 204, text: "" });
    expect(await reads(member, id)).toBe(404);
    const { body } = await member.call<MembershipPage>("listOrganizations");
    expect(body.items.map(({ personal }) => personal)).toEqual([true]);
  });

  test("and within five seconds on another", async () => {
    const there = await app.another();
    const id = await app.organization(await app.person());
    const member = await app.member(id, "member");
    expect(await reads(there.as(member), id)).toBe(200);
    await leave(member, id);
    app.clock.advance(5000);
    expect(await reads(there.as(member), id)).toBe(404);
  });

  test("nobody else's membership ends, and none of theirs elsewhere", async () => {
    const ada = await app.person();
    const [id, other] = [await app.organization(ada), await app.organization(ada)];
    const [leaver, stayer] = [await app.member(id, "viewer"), await app.member(id, "viewer")];
    await app.join(leaver, other, "viewer");
    await leave(leaver, id);
    expect([await reads(stayer, id), await reads(ada, id), await reads(leaver, other)]).toEqual([200, 200, 200]);
  });

  test("an owner leaves where another one stays", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const owner = await app.member(id, "owner");
    expect(await leave(ada, id)).toMatchObject({ status: 204 });
    expect(await members(id)).toEqual([owner.userId]);
  });

  test("of ten requests of one person one leaves and is recorded", async () => {
    const id = await app.organization(await app.person());
    const member = await app.member(id, "member");
    const answers = await Promise.all(Array.from({ length: 10 }, () => leave(member, id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 9 }, () => 404)]);
    expect(await app.audited("member.left", member.userId)).toHaveLength(1);
  });

  test("the audit log of the organization names who", async () => {
    const id = await app.organization(await app.person());
    const member = await app.member(id, "member");
    await leave(member, id);
    expect([...(await app.auditedIn(id, "member.left"))]).toEqual([{ subject: member.userId, fields: {} }]);
  });
});

describe("409 last_owner", () => {
  test("the only owner stays, whoever else is there, and nothing is recorded", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    await app.member(id, "admin");
    const before = await members(id);
    expect(await leave(ada, id)).toMatchObject({ status: 409, body: { code: "last_owner" } });
    expect(await members(id)).toEqual(before);
    expect(await reads(ada, id)).toBe(200);
    expect(await app.audited("member.left", ada.userId)).toHaveLength(0);
  });

  test("so nobody leaves the organization that they got when they registered", async () => {
    const ada = await app.person();
    const { body } = await ada.call<MembershipPage>("listOrganizations");
    expect(await leave(ada, body.items[0]!.organizationId)).toMatchObject({
      status: 409,
      body: { code: "last_owner" },
    });
  });

  test("of two owners who leave at once, on two servers, one stays", async () => {
    const there = await app.another();
    const [ada, grace] = [await app.person(), await app.person()];
    for (let round = 0; round < 10; round++) {
      const id = await app.organization(ada);
      await app.join(grace, id, "owner");
      const answers = await Promise.all([leave(ada, id), leave(there.as(grace), id)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
      expect(await members(id)).toHaveLength(1);
    }
  });
});
