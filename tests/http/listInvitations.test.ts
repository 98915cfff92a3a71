import { describe, expect, test } from "bun:test";
import type { InvitationPage } from "#generated/types";
import { type Person, testApp } from "../support/app";
import { invite, newAddress, openInvitations } from "../support/invitations";

const app = await testApp();
const DAY = 24 * 60 * 60_000;

/** An organization with as many open invitations of one instant. */
async function inviting(count: number) {
  const owner = await app.person();
  const organizationId = await app.organization(owner);
  for (let i = 0; i < count; i++) await invite(app, owner, organizationId);
  return { owner, organizationId };
}

const page = async (by: Person, organizationId: string, query: Record<string, string | number>) =>
  (await by.call<InvitationPage>("listInvitations", { path: { organizationId }, query })).body;

/** The ids on all pages; `meanwhile` happens after the first one. */
async function idsByPages(by: Person, organizationId: string, limit: number, meanwhile = async () => {}) {
  const ids: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { items, nextCursor }: InvitationPage = await page(by, organizationId, { limit, ...(cursor && { cursor }) });
    ids.push(...items.map(({ id }) => id));
    if (cursor === "") await meanwhile();
    cursor = nextCursor;
  }
  return ids;
}

describe("200", () => {
  test("the open invitations, the newest first, with the address as it was typed", async () => {
    const { owner, organizationId } = await inviting(0);
    const first = await invite(app, owner, organizationId, { email: `Charles.${newAddress()}`, role: "viewer" });
    app.clock.advance(1000);
    const second = await invite(app, owner, organizationId, { role: "admin" });
    const items = await openInvitations(owner, organizationId);
    const { token: _, ...listed } = first;
    expect(items.map(({ id, role }) => ({ id, role }))).toEqual([
      { id: second.id, role: "admin" },
      { id: first.id, role: "viewer" },
    ]);
    expect(items[1]).toEqual(listed);
  });

  test("expired ones are listed, those that were answered or revoked are not", async () => {
    const { owner, organizationId } = await inviting(0);
    const [charles, grace] = [await app.person(), await app.person()];
    const accepted = await invite(app, owner, organizationId, { email: charles.email });
    const declined = await invite(app, owner, organizationId, { email: grace.email });
    const revoked = await invite(app, owner, organizationId);
    const left = await invite(app, owner, organizationId);
    await charles.call("acceptInvitation", { body: { token: accepted.token } });
    await grace.call("declineInvitation", { body: { token: declined.token } });
    await owner.call("revokeInvitation", { path: { organizationId, invitationId: revoked.id } });
    app.clock.advance(8 * DAY);
    const later = await app.logIn(owner);
    expect((await openInvitations(later, organizationId)).map(({ id }) => id)).toEqual([left.id]);
  });

  test("nobody sees those of another organization", async () => {
    const [one, other] = [await inviting(1), await inviting(1)];
    for (const { owner, organizationId } of [one, other])
      expect(await openInvitations(owner, organizationId)).toHaveLength(1);
  });

  test("pages put together are the whole list, even for invitations of one instant", async () => {
    const { owner, organizationId } = await inviting(7);
    const whole = (await openInvitations(owner, organizationId)).map(({ id }) => id);
    expect(whole).toHaveLength(7);
    expect(await idsByPages(owner, organizationId, 2)).toEqual(whole);
  });

  test("pages neither repeat nor skip invitations a microsecond apart, while others arrive", async () => {
    const { owner, organizationId } = await inviting(5);
    await app.sql`
      update invitations set created_at = created_at + ordered.place * interval '1 microsecond'
      from (
        select id, row_number() over (order by id) as place from invitations where organization_id = ${organizationId}
      ) ordered
      where invitations.id = ordered.id`;
    const before = (await openInvitations(owner, organizationId)).map(({ id }) => id);
    const seen = await idsByPages(owner, organizationId, 1, async () => {
      app.clock.advance(1);
      for (let i = 0; i < 3; i++) await invite(app, owner, organizationId);
    });
    expect(seen).toEqual(before);
  });
});
