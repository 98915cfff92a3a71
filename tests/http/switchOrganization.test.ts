import { describe, expect, test } from "bun:test";
import type { MembershipPage } from "#generated/types";
import { type Person, testApp } from "../support/app";

const app = await testApp();

const switchTo = (person: Person, organizationId: string) =>
  person.call("switchOrganization", { path: { organizationId } });

const current = async (person: Person) =>
  (await person.call<MembershipPage>("listOrganizations")).body.items.find((item) => item.current)?.organizationId;

describe("204", () => {
  test("the session is in that organization from now on, on every server", async () => {
    const there = await app.another();
    const id = await app.organization(await app.person());
    const viewer = await app.member(id, "viewer");
    expect(await switchTo(viewer, id)).toMatchObject({ status: 204, text: "" });
    expect([await current(viewer), await current(there.as(viewer))]).toEqual([id, id]);
  });

  test("it changes no other session of the person, nor of anybody else", async () => {
    const ada = await app.person();
    const elsewhere = await app.logIn(ada);
    const id = await app.organization(ada);
    const member = await app.member(id, "member");
    await switchTo(ada, id);
    expect([await current(elsewhere), await current(member)]).toEqual([undefined, undefined]);
  });

  test("it outlives a refresh, and the same choice again changes nothing", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    await switchTo(ada, id);
    expect(await switchTo(ada, id)).toMatchObject({ status: 204 });
    const body = { transport: "bearer", refreshToken: ada.refreshToken };
    const { body: grant } = await app.anonymous.call<{ accessToken: string }>("refreshSession", { body });
    ada.accessToken = grant.accessToken;
    expect(await current(ada)).toBe(id);
  });

  test("the organization's audit log says who switched to it", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    await switchTo(ada, id);
    expect(await app.auditedIn(id, "session.switched")).toMatchObject([{ subject: ada.userId, fields: {} }]);
  });
});

describe("401", () => {
  test("a session that ended on another server is switched to nothing, though this one still takes it for alive", async () => {
    const there = await app.another();
    const ada = await app.person();
    const id = await app.organization(ada);
    await there.as(ada).call("deleteSession");
    expect(await switchTo(ada, id)).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
    const [row] = await app.sql`select organization_id from sessions where id = ${ada.sessionId}`;
    expect(row).toEqual({ organizationId: null });
  });
});

describe("404", () => {
  test("missing, somebody else's, left: one answer, and the session stays where it is", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    const [ours, theirs, left] = [
      await app.organization(ada),
      await app.organization(grace),
      await app.organization(grace),
    ];
    await app.join(ada, left, "member");
    await ada.call("leaveOrganization", { path: { organizationId: left } });
    await switchTo(ada, ours);
    for (const id of [app.options.ids.next(), theirs, left])
      expect(await switchTo(ada, id)).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await current(ada)).toBe(ours);
  });

  test("who was a member of what the session is switched to is switched to nothing that they see", async () => {
    const id = await app.organization(await app.person());
    const member = await app.member(id, "member");
    await switchTo(member, id);
    await member.call("leaveOrganization", { path: { organizationId: id } });
    expect(await current(member)).toBeUndefined();
  });
});
