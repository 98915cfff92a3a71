import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";
import { endOrganization, invite, previewStatus } from "../support/invitations";

const app = await testApp();
const DAY = 24 * 60 * 60_000;

const preview = (token: string) => app.anonymous.call("previewInvitation", { body: { token } });

describe("200", () => {
  test("whoever has the link sees what it is for, before they are anybody", async () => {
    const owner = await app.person();
    const organizationId = await app.organization(owner, "Difference Engines");
    const { email, expiresAt, token } = await invite(app, owner, organizationId, { role: "viewer" });
    const { status, body } = await preview(token);
    expect([status, body]).toEqual([200, { organizationName: "Difference Engines", email, role: "viewer", expiresAt }]);
  });

  test("looking changes nothing, however often", async () => {
    const owner = await app.person();
    const { token } = await invite(app, owner, await app.organization(owner));
    const before = await app.everythingStored();
    for (let i = 0; i < 3; i++) expect(await previewStatus(app, token)).toBe(200);
    expect(await app.everythingStored()).toBe(before);
    expect(app.logged()).not.toContain(token.slice(4));
  });

  test("an organization that is marked to be deleted still shows it", async () => {
    const owner = await app.person();
    const organizationId = await app.organization(owner);
    const { token } = await invite(app, owner, organizationId);
    const deletesAt = new Date(app.clock.now().getTime() + DAY);
    await app.sql`update organizations set deletes_at = ${deletesAt} where id = ${organizationId}`;
    expect(await previewStatus(app, token)).toBe(200);
    app.clock.advance(DAY);
    expect(await previewStatus(app, token)).toBe(409);
  });
});

describe("409 invitation_not_open", () => {
  test("exactly alike for a link that is unknown, expired, answered, revoked, replaced, or to what is gone", async () => {
    const owner = await app.person();
    const organizationId = await app.organization(owner);
    const ending = await app.organization(owner);
    const [charles, grace] = [await app.person(), await app.person()];
    const expired = await invite(app, owner, organizationId);
    app.clock.advance(7 * DAY);
    const by = await app.logIn(owner);
    const accepted = await invite(app, by, organizationId, { email: charles.email });
    const declined = await invite(app, by, organizationId, { email: grace.email });
    const revoked = await invite(app, by, organizationId);
    const replaced = await invite(app, by, organizationId);
    const gone = await invite(app, by, ending);
    await (await app.logIn(charles)).call("acceptInvitation", { body: { token: accepted.token } });
    await (await app.logIn(grace)).call("declineInvitation", { body: { token: declined.token } });
    await by.call("revokeInvitation", { path: { organizationId, invitationId: revoked.id } });
    await by.call("resendInvitation", { path: { organizationId, invitationId: replaced.id } });
    await endOrganization(app, ending);

    const unknown = { token: `gwi_${"x".repeat(43)}` };
    const told = await Promise.all(
      [unknown, expired, accepted, declined, revoked, replaced, gone].map(async ({ token }) => {
        const { status, headers, body } = await preview(token);
        return { status, headers: [...headers.keys()].sort(), body: { ...body, instance: "", requestId: "" } };
      }),
    );
    expect(told[0]).toMatchObject({ status: 409, body: { code: "invitation_not_open" } });
    expect(told).toEqual(told.map(() => told[0]!));
  });
});
