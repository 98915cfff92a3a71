import { describe, expect, test } from "bun:test";
import type { Membership } from "#generated/types";
import { type Person, registration, testApp } from "../support/app";
import { endOrganization, invite, openInvitations, previewStatus, roleOf } from "../support/invitations";
import { newcomer } from "../support/links";

const app = await testApp();
const DAY = 24 * 60 * 60_000;

const owner = await app.person();
const organizationId = await app.organization(owner, "Difference Engines");

const accept = (by: Person, token: string) => by.call<Membership>("acceptInvitation", { body: { token } });
const reads = async (by: Person) => (await by.call("getOrganization", { path: { organizationId } })).status;
const notOpen = { status: 409, body: { code: "invitation_not_open" } };
const somebodyElse = { status: 403, body: { code: "invited_somebody_else" } };

/** Somebody with an account, and a link for them. */
async function invited(role = "member") {
  const person = await app.person();
  const { token } = await invite(app, await app.logIn(owner), organizationId, { email: person.email, role });
  return { person, token };
}

describe("200", () => {
  test("the caller is a member from now on, with the role that they were invited to", async () => {
    const { person, token } = await invited("viewer");
    expect(await reads(person)).toBe(404);
    const { status, body } = await accept(person, token);
    expect(status).toBe(200);
    expect(body).toEqual({
      organizationId,
      name: "Difference Engines",
      personal: false,
      role: "viewer",
      current: false,
      joinedAt: app.clock.now().toISOString(),
    });
    expect(await reads(person)).toBe(200);
    expect(await roleOf(app, organizationId, person.userId)).toBe("viewer");
    expect(await previewStatus(app, token)).toBe(409);
    expect(await openInvitations(owner, organizationId)).toEqual([]);
  });

  test("whoever has the link has read the mail: their address is verified, and they may do more at once", async () => {
    const person = await newcomer(app);
    const { token } = await invite(app, await app.logIn(owner), organizationId, { email: person.email });
    expect(await person.call("createOrganization", { body: { name: "Engines" } })).toMatchObject({ status: 403 });
    expect(await accept(person, token)).toMatchObject({ status: 200 });
    expect(await person.call("getMe")).toMatchObject({ body: { emailVerifiedAt: app.clock.now().toISOString() } });
    expect(await person.call("createOrganization", { body: { name: "Engines" } })).toMatchObject({ status: 201 });
  });

  test("an address that was verified before stays so, and the profile as it was", async () => {
    const { person, token } = await invited();
    const before = (await person.call("getMe")).body;
    app.clock.advance(1_000);
    await accept(person, token);
    expect((await person.call("getMe")).body).toEqual(before);
  });

  test("a server that remembers them as a stranger lets them in within five seconds", async () => {
    const { person, token } = await invited();
    const elsewhere = (await app.another()).as(person);
    expect(await reads(elsewhere)).toBe(404);
    await accept(person, token);
    expect(await reads(person)).toBe(200);
    app.clock.advance(5_000);
    expect(await reads(elsewhere)).toBe(200);
  });

  test("who has no account registers with the address first, however they type it", async () => {
    const somebody = registration();
    const { token } = await invite(app, await app.logIn(owner), organizationId, { email: somebody.email });
    const person = await app.person({ ...somebody, email: somebody.email.toUpperCase() });
    expect(await accept(person, token)).toMatchObject({ status: 200, body: { organizationId, role: "member" } });
  });

  test("twenty times at once, on two servers, is once: one membership, and all get the same answer", async () => {
    const { person, token } = await invited();
    const there = (await app.another()).as(person);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => accept(i % 2 ? person : there, token)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const rows = await app.sql`
      select role, version from members where organization_id = ${organizationId} and user_id = ${person.userId}`;
    expect([...rows]).toEqual([{ role: "member", version: 1 }]);
  });

  test("again, long after the link would have expired, while they are a member", async () => {
    const { person, token } = await invited();
    const first = await accept(person, token);
    app.clock.advance(8 * DAY);
    expect(await accept(await app.logIn(person), token)).toMatchObject({ status: 200, body: first.body });
  });

  test("the answer says whether the session is switched to the organization", async () => {
    const { person, token } = await invited();
    expect(await accept(person, token)).toMatchObject({ body: { current: false } });
    await app.sql`update sessions set organization_id = ${organizationId} where id = ${person.sessionId}`;
    expect(await accept(person, token)).toMatchObject({ body: { current: true } });
    expect(await accept(await app.logIn(person), token)).toMatchObject({ body: { current: false } });
  });

  test("who became a member in another way keeps their role, and the invitation is settled", async () => {
    const { person, token } = await invited("admin");
    await app.join(person, organizationId, "viewer");
    expect(await accept(person, token)).toMatchObject({ status: 200, body: { role: "viewer" } });
    expect(await roleOf(app, organizationId, person.userId)).toBe("viewer");
    expect(await previewStatus(app, token)).toBe(409);
  });

  test("a role of the organization's own that changed meanwhile counts as it is now", async () => {
    await app.role(organizationId, "auditor", ["member:read"]);
    const { person, token } = await invited("auditor");
    await app.sql`
      update custom_roles set scopes = array['invitation:read']
      where organization_id = ${organizationId} and name = 'auditor'`;
    expect(await accept(person, token)).toMatchObject({ status: 200, body: { role: "auditor" } });
    expect(await person.call("listInvitations", { path: { organizationId } })).toMatchObject({ status: 200 });
  });

  test("an organization that is marked to be deleted still takes members", async () => {
    const by = await app.logIn(owner);
    const marked = await app.organization(by);
    const person = await app.person();
    const { token } = await invite(app, by, marked, { email: person.email });
    const deletesAt = new Date(app.clock.now().getTime() + DAY);
    await app.sql`update organizations set deletes_at = ${deletesAt} where id = ${marked}`;
    expect(await accept(person, token)).toMatchObject({ status: 200, body: { organizationId: marked } });
  });

  test("the audit log of the organization names who accepted and as what, and no log has the token", async () => {
    const { person, token } = await invited();
    await accept(person, token);
    const rows = await app.auditedIn(organizationId, "invitation.accepted");
    expect(rows.at(-1)).toEqual({ subject: person.userId, fields: { "answer.role": "member" } });
    expect(await app.everythingStored()).not.toContain(token.slice(4));
    expect(app.logged()).not.toContain(token.slice(4));
  });
});

describe("403 invited_somebody_else", () => {
  test("the account has another address: nothing changes, and whom it is for can still accept", async () => {
    const { person, token } = await invited();
    const [stranger, member] = [await app.person(), await app.member(organizationId, "viewer")];
    for (const other of [stranger, member, await app.logIn(owner)])
      expect(await accept(other, token)).toMatchObject(somebodyElse);
    expect(await roleOf(app, organizationId, stranger.userId)).toBeUndefined();
    expect(await roleOf(app, organizationId, member.userId)).toBe("viewer");
    expect(await app.audited("invitation.accepted", stranger.userId)).toHaveLength(0);
    expect(await accept(person, token)).toMatchObject({ status: 200 });
  });

  test("of two who accept at once, only whom it is for becomes a member", async () => {
    const { person, token } = await invited();
    const stranger = await app.person();
    const [theirs, strangers] = await Promise.all([accept(person, token), accept(stranger, token)]);
    expect(theirs.status).toBe(200);
    expect([403, 409]).toContain(strangers.status);
    expect(await roleOf(app, organizationId, stranger.userId)).toBeUndefined();
  });
});

describe("409 invitation_not_open", () => {
  test("an unknown link", async () => {
    expect(await accept(await app.person(), `gwi_${"x".repeat(43)}`)).toMatchObject(notOpen);
  });

  test("an expired one, from the very moment on", async () => {
    const { person, token } = await invited();
    app.clock.advance(7 * DAY);
    const later = await app.logIn(person);
    expect(await accept(later, token)).toMatchObject(notOpen);
    expect(await roleOf(app, organizationId, person.userId)).toBeUndefined();
  });

  test("one that was declined", async () => {
    const { person, token } = await invited();
    await person.call("declineInvitation", { body: { token } });
    expect(await accept(person, token)).toMatchObject(notOpen);
    expect(await roleOf(app, organizationId, person.userId)).toBeUndefined();
  });

  test("one that somebody else accepted, for strangers and for members", async () => {
    const { person, token } = await invited();
    await accept(person, token);
    for (const other of [await app.person(), await app.member(organizationId, "viewer")])
      expect(await accept(other, token)).toMatchObject(notOpen);
  });

  test("one that was declined, also for who became a member in another way", async () => {
    const { person, token } = await invited();
    await person.call("declineInvitation", { body: { token } });
    await app.join(person, organizationId, "viewer");
    expect(await accept(person, token)).toMatchObject(notOpen);
  });

  test("one that was accepted brings nobody back who is no member any more", async () => {
    const { person, token } = await invited();
    await accept(person, token);
    await app.sql`delete from members where organization_id = ${organizationId} and user_id = ${person.userId}`;
    expect(await accept(person, token)).toMatchObject(notOpen);
    expect(await roleOf(app, organizationId, person.userId)).toBeUndefined();
  });

  test("in an organization whose time is over, also for who had accepted", async () => {
    const by = await app.logIn(owner);
    const ending = await app.organization(by);
    const [early, late] = [await app.person(), await app.person()];
    const accepted = await invite(app, by, ending, { email: early.email });
    const open = await invite(app, by, ending, { email: late.email });
    await accept(early, accepted.token);
    await endOrganization(app, ending);
    expect(await accept(early, accepted.token)).toMatchObject(notOpen);
    expect(await accept(late, open.token)).toMatchObject(notOpen);
    expect(await roleOf(app, ending, late.userId)).toBeUndefined();
  });
});
