import { describe, expect, test } from "bun:test";
import { type Person, testApp } from "../support/app";
import { endOrganization, invite, openInvitations, previewStatus, roleOf } from "../support/invitations";

const app = await testApp();
const DAY = 24 * 60 * 60_000;

const owner = await app.person();
const organizationId = await app.organization(owner);

const decline = (by: Person, token: string) => by.call("declineInvitation", { body: { token } });
const notOpen = { status: 409, body: { code: "invitation_not_open" } };

async function invited() {
  const person = await app.person();
  const { token } = await invite(app, await app.logIn(owner), organizationId, { email: person.email });
  return { person, token };
}

describe("204", () => {
  test("the invitation has ended: its link is dead, it is not listed, and nobody became a member", async () => {
    const { person, token } = await invited();
    expect(await decline(person, token)).toMatchObject({ status: 204, text: "" });
    expect(await previewStatus(app, token)).toBe(409);
    expect(await openInvitations(owner, organizationId)).toEqual([]);
    expect(await roleOf(app, organizationId, person.userId)).toBeUndefined();
  });

  test("whoever declined can be invited again", async () => {
    const { person, token } = await invited();
    await decline(person, token);
    const again = await invite(app, owner, organizationId, { email: person.email });
    expect(await person.call("acceptInvitation", { body: { token: again.token } })).toMatchObject({ status: 200 });
  });

  test("the audit log of the organization names who declined, and no log has the token", async () => {
    const { person, token } = await invited();
    await decline(person, token);
    const rows = await app.auditedIn(organizationId, "invitation.declined");
    expect(rows.at(-1)).toEqual({ subject: person.userId, fields: {} });
    expect(await app.everythingStored()).not.toContain(token.slice(4));
    expect(app.logged()).not.toContain(token.slice(4));
  });

  test("who accepts and declines at once does exactly one of them", async () => {
    for (let round = 0; round < 5; round++) {
      const { person, token } = await invited();
      const [declined, accepted] = await Promise.all([
        decline(person, token),
        person.call("acceptInvitation", { body: { token } }),
      ]);
      const role = await roleOf(app, organizationId, person.userId);
      expect(["204 409 undefined", "409 200 member"]).toContain(`${declined.status} ${accepted.status} ${role}`);
    }
  });
});

describe("403 invited_somebody_else", () => {
  test("the account has another address: nothing changes", async () => {
    const { person, token } = await invited();
    for (const other of [await app.person(), owner])
      expect(await decline(other, token)).toMatchObject({ status: 403, body: { code: "invited_somebody_else" } });
    expect(await previewStatus(app, token)).toBe(200);
    expect(await decline(person, token)).toMatchObject({ status: 204 });
  });
});

describe("409 invitation_not_open", () => {
  test("an unknown link, and one that was declined or accepted already", async () => {
    const [declined, accepted] = [await invited(), await invited()];
    await decline(declined.person, declined.token);
    await accepted.person.call("acceptInvitation", { body: { token: accepted.token } });
    expect(await decline(declined.person, `gwi_${"x".repeat(43)}`)).toMatchObject(notOpen);
    for (const { person, token } of [declined, accepted]) expect(await decline(person, token)).toMatchObject(notOpen);
    expect(await roleOf(app, organizationId, accepted.person.userId)).toBe("member");
  });

  test("one whose organization's time is over", async () => {
    const ending = await app.organization(owner);
    const person = await app.person();
    const { token } = await invite(app, owner, ending, { email: person.email });
    await endOrganization(app, ending);
    expect(await decline(person, token)).toMatchObject(notOpen);
  });

  test("an expired one, which can still be sent again", async () => {
    const { person, token } = await invited();
    app.clock.advance(7 * DAY);
    expect(await decline(await app.logIn(person), token)).toMatchObject(notOpen);
    expect(await openInvitations(await app.logIn(owner), organizationId)).toHaveLength(1);
  });
});
