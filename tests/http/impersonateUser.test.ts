import { describe, expect, test } from "bun:test";
import type { AuditEventPage, BearerAccess, SessionPage, User } from "#generated/types";
import { happenedTo, lettersTo } from "../support/accounts";
import { type Person, testApp } from "../support/app";
import { BearerClient } from "../support/client";

const app = await testApp();
const root = await app.administrator();

const impersonate = (userId: string, by: BearerClient = root) =>
  by.call<BearerAccess & { code?: string }>("impersonateUser", {
    path: { accountId: userId },
    body: { reason: "Ticket 4711" },
  });

/** The administrator's program, as this person. */
async function as({ userId }: Person, by: Person = root) {
  const { body, text } = await impersonate(userId, by);
  if (!body.accessToken) throw new Error(`nobody could be impersonated: ${text}`);
  return Object.assign(new BearerClient(app.send, body.accessToken), { sessionId: body.sessionId });
}

async function owning(role = "owner") {
  const ada = await app.person();
  const organizationId = await app.organization(role === "owner" ? ada : await app.person());
  if (role !== "owner") await app.join(ada, organizationId, role);
  return { ada, organizationId };
}

describe("201", () => {
  test("the token is the person's, and says so", async () => {
    const ada = await app.person();
    const { status, body } = await impersonate(ada.userId);
    expect({ status, body }).toMatchObject({ status: 201, body: { transport: "bearer", expiresIn: 900 } });
    const acting = await as(ada);
    expect((await acting.call<User>("getMe")).body).toMatchObject({
      id: ada.userId,
      impersonatedBy: root.userId,
      administrator: false,
    });
    expect((await ada.call<User>("getMe")).body.impersonatedBy).toBeNull();
  });

  test("the person sees the session, ends it, and is written to with the reason", async () => {
    const ada = await app.person();
    const acting = await as(ada);
    const { body } = await ada.call<SessionPage>("listSessions");
    const mine = body.items.find(({ id }) => id === acting.sessionId);
    expect(mine).toMatchObject({ impersonated: true, current: false });
    const [mail, ...more] = await lettersTo(app, ada, "account-impersonation");
    expect(more).toEqual([]);
    expect(mail!.text).toContain("Reason: Ticket 4711");
    expect(await ada.call("revokeSession", { path: { sessionId: acting.sessionId } })).toMatchObject({ status: 204 });
    expect(await acting.call("getMe")).toMatchObject({ status: 401 });
  });

  test("both logs have it, and the person's names the administrator", async () => {
    const ada = await app.person();
    const { sessionId } = await as(ada);
    const fields = { "path.accountId": ada.userId, "body.reason": "Ticket 4711", "answer.sessionId": sessionId };
    expect((await app.audited("user.impersonated", root.userId)).at(-1)).toMatchObject({ fields });
    expect([...(await happenedTo(app, ada, "user.impersonated"))]).toMatchObject([
      { operation: "impersonateUser", fields: { ...fields, "caller.actor": root.userId } },
    ]);
    const { body } = await ada.call<AuditEventPage>("listMyEvents");
    expect(body.items.map(({ event }) => event)).toContain("user.impersonated");
  });

  test("it ends after fifteen minutes, and cannot be refreshed", async () => {
    const ada = await app.person();
    const acting = await as(ada);
    app.clock.advance(15 * 60_000 - 1_000);
    expect(await acting.call("getMe")).toMatchObject({ status: 200 });
    app.clock.advance(1_000);
    expect(await acting.call("getMe")).toMatchObject({ status: 401 });
    const tokens = await app.sql`select session_id from refresh_tokens where session_id = ${acting.sessionId}`;
    expect(tokens).toHaveLength(0);
  });

  test("an id in capitals is the same account, and is in the person's own log", async () => {
    const { userId } = await app.person();
    const grace = await app.logIn(root);
    expect(await impersonate(userId.toUpperCase(), grace)).toMatchObject({ status: 201 });
    expect(await happenedTo(app, { userId } as Person, "user.impersonated")).toHaveLength(1);
  });
});

describe("what somebody may do who acts as the person", () => {
  const fresh = async () => app.logIn(root);

  test("reads what is the person's, and changes nothing of it", async () => {
    const { ada } = await owning();
    const acting = await as(ada, await fresh());
    for (const operation of ["getMe", "listSessions", "listOrganizations", "listMyEvents"])
      expect({ operation, ...(await acting.call(operation)) }).toMatchObject({ operation, status: 200 });
    const headers = { "if-match": '"1"' };
    expect(await acting.call("updateMe", { headers, body: { name: "Eve" } })).toMatchObject({ status: 403 });
    expect(await acting.call("createOrganization", { body: { name: "Eve's" } })).toMatchObject({ status: 403 });
    const path = { sessionId: ada.sessionId };
    expect(await acting.call("revokeSession", { path })).toMatchObject({ status: 403 });
    expect(await ada.call("getMe")).toMatchObject({ status: 200, body: { name: "Ada Lovelace" } });
  });

  test("nothing that takes a fresh login: neither deletes nor exports the account, nor proves to be its person", async () => {
    const acting = await as(await app.person(), await fresh());
    for (const operation of ["deleteMe", "restoreMe", "exportMe"])
      expect({ operation, ...(await acting.call(operation)) }).toMatchObject({ operation, status: 403 });
    const body = { transport: "bearer", proof: { method: "password", password: "whatever it is" } };
    expect([403, 422]).toContain((await acting.call("reauthenticate", { body })).status);
  });

  test("in an organization reads what the person's role reads, and writes nothing", async () => {
    const { ada, organizationId } = await owning();
    const acting = await as(ada, await fresh());
    const path = { organizationId };
    for (const operation of [
      "getOrganization",
      "listMembers",
      "listRoles",
      "listInvitations",
      "listApiKeys",
      "listAuditEvents",
    ])
      expect({ operation, ...(await acting.call(operation, { path })) }).toMatchObject({ operation, status: 200 });
    const headers = { "if-match": '"1"' };
    const role = { name: "auditor", description: "", scopes: ["audit:read"] };
    const key = { name: "A program", scopes: ["organization:read"] };
    const writes: [string, object][] = [
      ["updateOrganization", { headers, body: { name: "Eve's" } }],
      ["createRole", { body: role }],
      ["createInvitation", { body: { email: "eve@example.com", role: "owner" } }],
      ["createApiKey", { body: key }],
      ["deleteOrganization", {}],
      ["leaveOrganization", {}],
    ];
    for (const [operation, input] of writes)
      expect({ operation, ...(await acting.call(operation, { path, ...input })) }).toMatchObject({
        operation,
        status: 403,
      });
  });

  test("nothing that the person's own role does not have", async () => {
    const { ada, organizationId } = await owning("viewer");
    const acting = await as(ada, await fresh());
    const path = { organizationId };
    expect(await acting.call("listMembers", { path })).toMatchObject({ status: 200 });
    for (const operation of ["listInvitations", "listApiKeys", "listAuditEvents"])
      expect({ operation, ...(await acting.call(operation, { path })) }).toMatchObject({ operation, status: 403 });
    expect(await acting.call("getOrganization", { path: { organizationId: app.options.ids.next() } })).toMatchObject({
      status: 404,
    });
  });

  test("the person themselves may as much as before, on the same server", async () => {
    const { ada, organizationId } = await owning();
    const acting = await as(ada, await fresh());
    const path = { organizationId };
    await acting.call("getOrganization", { path });
    const answer = await ada.call("updateOrganization", {
      path,
      headers: { "if-match": '"1"' },
      body: { name: "Mine" },
    });
    expect(answer).toMatchObject({ status: 200 });
  });

  test("nothing of an administrator: no second account, from this one or from an administrator's", async () => {
    const acting = await as(await app.person(), await fresh());
    const { userId } = await app.person();
    expect(await impersonate(userId, acting)).toMatchObject({ status: 403 });
    for (const operation of ["listUsers", "listJobs"])
      expect({ operation, ...(await acting.call(operation)) }).toMatchObject({ operation, status: 403 });
  });

  test("what is recorded of it names the administrator", async () => {
    const { ada, organizationId } = await owning();
    const acting = await as(ada, await fresh());
    expect((await acting.call("exportAuditEvents", { path: { organizationId } })).status).toBe(200);
    expect([...(await app.auditedIn(organizationId, "audit.exported"))]).toEqual([
      { subject: ada.userId, fields: expect.objectContaining({ "caller.actor": root.userId }) },
    ]);
  });
});

describe("the session ends", () => {
  const fresh = async () => app.logIn(root);

  test("with the suspension of the person", async () => {
    const ada = await app.person();
    const grace = await fresh();
    const acting = await as(ada, grace);
    await grace.call("suspendUser", { path: { accountId: ada.userId }, body: { reason: "Sends spam" } });
    expect(await acting.call("getMe")).toMatchObject({ status: 401 });
  });

  test("within five seconds after the administrator is none any more", async () => {
    const grace = await app.administrator();
    const acting = await as(await app.person(), grace);
    expect(await acting.call("getMe")).toMatchObject({ status: 200 });
    await app.owner`update users set platform_role = null where id = ${grace.userId}`;
    app.clock.advance(5_000);
    expect(await acting.call("getMe")).toMatchObject({ status: 401 });
  });
});

describe("401 reauthentication_required", () => {
  test("sixteen minutes after the administrator's login", async () => {
    const grace = await app.administrator();
    app.clock.advance(16 * 60_000);
    const body = { transport: "bearer", refreshToken: grace.refreshToken };
    grace.accessToken = (await app.anonymous.call<BearerAccess>("refreshSession", { body })).body.accessToken;
    const { userId } = await app.person();
    expect(await impersonate(userId, grace)).toMatchObject({
      status: 401,
      body: { code: "reauthentication_required" },
    });
  });
});

describe("404, 403 account_suspended and 409 is_administrator", () => {
  test("nobody, somebody whose time is over, somebody suspended, and administrators, oneself included", async () => {
    const grace = await app.administrator();
    const [gone, suspended] = [await app.person(), await app.person()];
    await app.sql`update users set deletes_at = ${app.clock.now()} where id = ${gone.userId}`;
    await grace.call("suspendUser", { path: { accountId: suspended.userId }, body: { reason: "Sends spam" } });
    const count = async () => (await app.sql`select id from sessions where impersonated_by = ${grace.userId}`).length;
    for (const id of [app.options.ids.next(), gone.userId])
      expect(await impersonate(id, grace)).toMatchObject({ status: 404 });
    expect(await impersonate(suspended.userId, grace)).toMatchObject({
      status: 403,
      body: { code: "account_suspended" },
    });
    for (const { userId } of [root, grace])
      expect(await impersonate(userId, grace)).toMatchObject({ status: 409, body: { code: "is_administrator" } });
    expect(await count()).toBe(0);
    expect(await lettersTo(app, suspended, "account-impersonation")).toEqual([]);
  });
});
