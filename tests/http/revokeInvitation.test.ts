import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";
import { invite, newAddress, openInvitations, previewStatus, roleOf } from "../support/invitations";

const app = await testApp();

const owner = await app.person();
const organizationId = await app.organization(owner);

const revoke = (invitationId: string) => owner.call("revokeInvitation", { path: { organizationId, invitationId } });
const gone = { status: 404, body: { code: "not_found" } };

describe("204", () => {
  test("the link stops working at once, on every server, and the invitation is not listed any more", async () => {
    const elsewhere = await app.another();
    const charles = await app.person();
    const { id, token } = await invite(app, owner, organizationId, { email: charles.email });
    expect(await revoke(id)).toMatchObject({ status: 204, text: "" });
    for (const server of [app, elsewhere]) {
      expect(await previewStatus(server, token)).toBe(409);
      expect(await server.as(charles).call("acceptInvitation", { body: { token } })).toMatchObject({
        status: 409,
        body: { code: "invitation_not_open" },
      });
    }
    expect(await roleOf(app, organizationId, charles.userId)).toBeUndefined();
    expect(await openInvitations(owner, organizationId)).toEqual([]);
  });

  test("the address can be invited again", async () => {
    const email = newAddress();
    const { id } = await invite(app, owner, organizationId, { email });
    await revoke(id);
    const again = await invite(app, owner, organizationId, { email });
    expect(await previewStatus(app, again.token)).toBe(200);
  });

  test("the role that it was for can be deleted again, and not before", async () => {
    await app.role(organizationId, "auditor", ["audit:read"]);
    const { id } = await invite(app, owner, organizationId, { role: "auditor" });
    const remove = () => app.sql`
      delete from custom_roles where organization_id = ${organizationId} and name = 'auditor' returning name`;
    expect(await remove().catch(({ constraint_name }) => constraint_name)).toBe("invitations_custom_role_fkey");
    await revoke(id);
    expect(await remove()).toHaveLength(1);
  });

  test("the audit log of the organization names who took which one back", async () => {
    const { id } = await invite(app, owner, organizationId);
    await revoke(id);
    const rows = await app.auditedIn(organizationId, "invitation.revoked");
    expect(rows.at(-1)).toEqual({ subject: owner.userId, fields: { "path.invitationId": id } });
  });

  test("of a revocation and an acceptance at once exactly one counts", async () => {
    for (let round = 0; round < 5; round++) {
      const charles = await app.person();
      const { id, token } = await invite(app, owner, organizationId, { email: charles.email });
      const [revoked, accepted] = await Promise.all([
        revoke(id),
        charles.call("acceptInvitation", { body: { token } }),
      ]);
      const role = await roleOf(app, organizationId, charles.userId);
      expect(["204 409 undefined", "404 200 member"]).toContain(`${revoked.status} ${accepted.status} ${role}`);
    }
  });
});

describe("404", () => {
  test("one that was revoked, accepted or declined already", async () => {
    const [charles, grace] = [await app.person(), await app.person()];
    const revoked = await invite(app, owner, organizationId);
    const accepted = await invite(app, owner, organizationId, { email: charles.email });
    const declined = await invite(app, owner, organizationId, { email: grace.email });
    await revoke(revoked.id);
    await charles.call("acceptInvitation", { body: { token: accepted.token } });
    await grace.call("declineInvitation", { body: { token: declined.token } });
    for (const { id } of [revoked, accepted, declined]) expect(await revoke(id)).toMatchObject(gone);
    expect(await roleOf(app, organizationId, charles.userId)).toBe("member");
  });

  test("one of another organization goes on", async () => {
    const foreign = await invite(app, owner, await app.organization(owner));
    expect(await revoke(foreign.id)).toMatchObject(gone);
    expect(await previewStatus(app, foreign.token)).toBe(200);
  });
});
