import { describe, expect, test } from "bun:test";
import type { Invitation } from "#generated/types";
import { type Person, testApp } from "../support/app";
import { invite, mailsTo, newAddress, previewStatus, tokenIn, tokenSentTo } from "../support/invitations";
import { meet } from "../support/locks";

const app = await testApp();
const DAY = 24 * 60 * 60_000;

const owner = await app.person();
const organizationId = await app.organization(owner);

const resend = (by: Person, invitationId: string) =>
  by.call<Invitation>("resendInvitation", { path: { organizationId, invitationId } });

describe("200", () => {
  test("a new link goes out and works for seven days; the one before stops working", async () => {
    const { token, ...invited } = await invite(app, await app.logIn(owner), organizationId);
    app.clock.advance(6 * DAY);
    const now = app.clock.now().getTime();
    const { status, body } = await resend(await app.logIn(owner), invited.id);
    expect([status, body]).toEqual([
      200,
      { ...invited, sentAt: new Date(now).toISOString(), expiresAt: new Date(now + 7 * DAY).toISOString() },
    ]);
    expect(await mailsTo(app, invited.email)).toHaveLength(2);
    const renewed = await tokenSentTo(app, invited.email);
    expect(await previewStatus(app, token)).toBe(409);
    app.clock.advance(7 * DAY - 1);
    expect(await previewStatus(app, renewed)).toBe(200);
    app.clock.advance(1);
    expect(await previewStatus(app, renewed)).toBe(409);
  });

  test("an expired invitation works again", async () => {
    const { id, email } = await invite(app, await app.logIn(owner), organizationId);
    app.clock.advance(8 * DAY);
    expect(await resend(await app.logIn(owner), id)).toMatchObject({ status: 200 });
    expect(await previewStatus(app, await tokenSentTo(app, email))).toBe(200);
  });

  test("of ten links that are sent at once exactly one works", async () => {
    const by = await app.logIn(owner);
    const { id, email } = await invite(app, by, organizationId);
    const answers = await Promise.all(Array.from({ length: 10 }, () => resend(by, id)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const tokens = (await mailsTo(app, email)).map(({ text }) => tokenIn(text)!);
    expect(new Set(tokens).size).toBe(11);
    const statuses = await Promise.all(tokens.map((token) => previewStatus(app, token)));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  test("the audit log of the organization names who sent which one again", async () => {
    const by = await app.logIn(owner);
    const { id } = await invite(app, by, organizationId);
    await resend(by, id);
    const rows = await app.auditedIn(organizationId, "invitation.resent");
    expect(rows.at(-1)).toEqual({ subject: owner.userId, fields: { "path.invitationId": id } });
  });

  test("the new token is neither stored nor logged", async () => {
    const by = await app.logIn(owner);
    const { id, email } = await invite(app, by, organizationId);
    await resend(by, id);
    const secret = (await tokenSentTo(app, email)).slice(4);
    expect(await app.everythingStored()).not.toContain(secret);
    expect(app.logged()).not.toContain(secret);
  });
});

describe("403 scopes_not_held", () => {
  const refused = { status: 403, body: { code: "scopes_not_held" } };

  test("an admin sends no link to an owner's role: the one that was sent goes on, and no mail goes out", async () => {
    const by = await app.logIn(owner);
    const admin = await app.member(organizationId, "admin");
    const { id, email, token } = await invite(app, by, organizationId, { role: "owner" });
    expect(await resend(admin, id)).toMatchObject(refused);
    expect(await mailsTo(app, email)).toHaveLength(1);
    expect(await previewStatus(app, token)).toBe(200);
    expect(await resend(by, id)).toMatchObject({ status: 200 });
  });

  test("a role of the organization's own counts as it is now", async () => {
    const by = await app.logIn(owner);
    await app.role(organizationId, "inviter", ["invitation:write"]);
    const inviter = await app.member(organizationId, "inviter");
    const { id } = await invite(app, by, organizationId, { role: "inviter" });
    expect(await resend(inviter, id)).toMatchObject({ status: 200 });
    await app.sql`
      update custom_roles set scopes = array['invitation:write', 'audit:read']
      where organization_id = ${organizationId} and name = 'inviter'`;
    expect(await resend(inviter, id)).toMatchObject(refused);
  });
});

describe("404", () => {
  test("one that was accepted, declined or revoked: no mail goes out", async () => {
    const by = await app.logIn(owner);
    const [charles, grace] = [await app.person(), await app.person()];
    const revoked = await invite(app, by, organizationId, { email: newAddress() });
    const accepted = await invite(app, by, organizationId, { email: charles.email });
    const declined = await invite(app, by, organizationId, { email: grace.email });
    await by.call("revokeInvitation", { path: { organizationId, invitationId: revoked.id } });
    await charles.call("acceptInvitation", { body: { token: accepted.token } });
    await grace.call("declineInvitation", { body: { token: declined.token } });
    for (const { id, email } of [revoked, accepted, declined]) {
      expect(await resend(by, id)).toMatchObject({ status: 404, body: { code: "not_found" } });
      expect(await mailsTo(app, email)).toHaveLength(1);
    }
  });

  test("one that is revoked at the same moment: no mail goes out", async () => {
    const by = await app.logIn(owner);
    const { id, email } = await invite(app, by, organizationId);
    const now = app.clock.now();
    const [answer] = await meet(
      app.database,
      (sql) => sql`update invitations set settled_at = ${now}, settled_as = 'revoked' where id = ${id}`,
      () => [resend(by, id)],
    );
    expect(answer).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await mailsTo(app, email)).toHaveLength(1);
  });

  test("one of another organization: its link goes on, and no mail goes out", async () => {
    const by = await app.logIn(owner);
    const foreign = await invite(app, by, await app.organization(by));
    expect(await resend(by, foreign.id)).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await previewStatus(app, foreign.token)).toBe(200);
    expect(await mailsTo(app, foreign.email)).toHaveLength(1);
  });
});
