import { describe, expect, test } from "bun:test";
import type { TransactionSql } from "postgres";
import type { Invitation } from "#generated/types";
import { walk } from "#generated/walk";
import { type Person, testApp } from "../support/app";
import { ORIGIN } from "../support/client";
import {
  endOrganization,
  invite,
  mailsTo,
  newAddress,
  openInvitations,
  previewStatus,
  tokenSentTo,
} from "../support/invitations";
import { meet } from "../support/locks";

const app = await testApp();
const DAY = 24 * 60 * 60_000;
const OPEN_MAXIMUM = 1_000;

const owner = await app.person();
const organizationId = await app.organization(owner);

const create = (by: Person, email: string, role = "member", headers = {}) =>
  by.call<Invitation>("createInvitation", { path: { organizationId }, body: { email, role }, headers });
const refused = (status: number, code: string) => ({ status, body: { code } });

describe("201", () => {
  test("one mail goes to the address, with a link that works for seven days", async () => {
    const email = newAddress();
    const now = app.clock.now().getTime();
    const { status, body } = await create(owner, email);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      email,
      role: "member",
      invitedBy: owner.userId,
      createdAt: new Date(now).toISOString(),
      sentAt: new Date(now).toISOString(),
      expiresAt: new Date(now + 7 * DAY).toISOString(),
    });
    const mails = await mailsTo(app, email);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toBe("Invitation to Analytical Engines");
    expect(mails[0]!.text).toMatch(/\shttp:\/\/localhost\/invitation#token=gwi_[A-Za-z0-9_-]{43}$/);
    app.clock.advance(7 * DAY - 1);
    expect(await previewStatus(app, await tokenSentTo(app, email))).toBe(200);
    app.clock.advance(1);
    expect(await previewStatus(app, await tokenSentTo(app, email))).toBe(409);
  });

  test("the page behind the link is no operation's address", async () => {
    const { token } = await invite(app, await app.logIn(owner), organizationId);
    expect(token).toStartWith("gwi_");
    expect(walk.map(({ path }) => path)).not.toContain("/invitation");
    expect(await (await app.send(new Request(`${ORIGIN}/invitation`))).json()).toMatchObject({ status: 404 });
  });

  test("neither the answer nor the mail tells whether the address has an account", async () => {
    const by = await app.logIn(owner);
    const [known, unknown] = [(await app.person()).email, newAddress()];
    const told = [];
    for (const email of [known, unknown]) {
      const { body, headers, status } = await create(by, email);
      const token = await tokenSentTo(app, email);
      const mail = (await mailsTo(app, email)).map(({ subject, text, html }) =>
        [subject, text, html].map((words) => words.replaceAll(token, "").replaceAll(email, "")),
      );
      told.push({ status, names: [...headers.keys()].sort(), body: { ...body, id: "", email: "" }, mail });
    }
    expect(told[1]).toEqual(told[0]!);
  });

  test("a repeat with the same Idempotency-Key gets the same answer, and sends no second mail", async () => {
    const by = await app.logIn(owner);
    const email = newAddress();
    const headers = { "idempotency-key": '"invite once"' };
    const twins = await Promise.all(Array.from({ length: 20 }, () => create(by, email, "member", headers)));
    const first = twins.find(({ status }) => status === 201)!;
    for (const twin of twins)
      if (twin.status === 201) expect(twin.text).toBe(first.text);
      else expect(twin).toMatchObject(refused(409, "idempotency_in_progress"));
    const repeat = await create(by, email, "member", headers);
    expect([repeat.status, repeat.text]).toEqual([201, first.text]);
    expect(await mailsTo(app, email)).toHaveLength(1);
  });

  test("an expired invitation is replaced, and stays dead", async () => {
    const email = newAddress();
    const expired = await invite(app, await app.logIn(owner), organizationId, { email });
    app.clock.advance(7 * DAY);
    const by = await app.logIn(owner);
    const renewed = await invite(app, by, organizationId, { email: email.toUpperCase(), role: "viewer" });
    const open = (await openInvitations(by, organizationId)).filter(
      (invitation) => invitation.email.toLowerCase() === email,
    );
    expect(open.map(({ id, role }) => ({ id, role }))).toEqual([{ id: renewed.id, role: "viewer" }]);
    expect(await previewStatus(app, expired.token)).toBe(409);
    expect(await previewStatus(app, renewed.token)).toBe(200);
  });

  test("an organization that is marked to be deleted still invites", async () => {
    const by = await app.logIn(owner);
    const marked = await app.organization(by);
    const deletesAt = new Date(app.clock.now().getTime() + DAY);
    await app.sql`update organizations set deletes_at = ${deletesAt} where id = ${marked}`;
    const { token } = await invite(app, by, marked);
    expect(await previewStatus(app, token)).toBe(200);
  });

  test("the audit log of the organization names who invited whom, as what", async () => {
    const by = await app.logIn(owner);
    const { id, email } = await invite(app, by, organizationId, { role: "viewer" });
    const rows = await app.auditedIn(organizationId, "invitation.created");
    expect(rows.at(-1)).toEqual({
      subject: owner.userId,
      fields: { "answer.id": id, "body.email": email, "body.role": "viewer" },
    });
  });

  test("a key of the organization invites for nobody in particular", async () => {
    const by = await app.logIn(owner);
    const key = await app.apiKey(by, organizationId, ["invitation:write", "member:read", "role:read"]);
    const { id, email, invitedBy } = await invite(app, key, organizationId);
    expect(invitedBy).toBeNull();
    expect(await openInvitations(by, organizationId)).toContainEqual(expect.objectContaining({ id, email, invitedBy }));
    expect(await mailsTo(app, email)).toHaveLength(1);
  });

  test("the token is neither stored nor logged", async () => {
    const by = await app.logIn(owner);
    const { token } = await invite(app, by, organizationId);
    const elsewhere = await invite(app, by, await app.organization(by));
    expect(elsewhere.token).not.toBe(token);
    expect(await app.everythingStored()).not.toContain(token.slice(4));
    expect(app.logged()).not.toContain(token.slice(4));
  });
});

describe("403 scopes_not_held", () => {
  test("an admin makes nobody an owner: nobody is invited and no mail goes out", async () => {
    const admin = await app.member(organizationId, "admin");
    const email = newAddress();
    expect(await create(admin, email, "owner")).toMatchObject(refused(403, "scopes_not_held"));
    expect(await mailsTo(app, email)).toEqual([]);
    expect(await create(admin, email, "admin")).toMatchObject({ status: 201 });
  });

  test("who may only invite hands out no more than that", async () => {
    await app.role(organizationId, "inviter", ["invitation:write"]);
    const inviter = await app.member(organizationId, "inviter");
    expect(await create(inviter, newAddress(), "viewer")).toMatchObject(refused(403, "scopes_not_held"));
    expect(await create(inviter, newAddress(), "inviter")).toMatchObject({ status: 201 });
  });
});

describe("404", () => {
  test("in an organization whose time is over, though this server still remembers its member", async () => {
    const by = await app.logIn(owner);
    const gone = await app.organization(by);
    await invite(app, by, gone);
    await endOrganization(app, gone);
    const input = { path: { organizationId: gone }, body: { email: newAddress(), role: "member" } };
    expect(await by.call("createInvitation", input)).toMatchObject(refused(404, "not_found"));
    expect(await mailsTo(app, input.body.email)).toEqual([]);
  });
});

describe("409 already_a_member", () => {
  test("somebody with this address is a member, however it is typed", async () => {
    const by = await app.logIn(owner);
    const member = await app.member(organizationId, "viewer");
    for (const email of [member.email, member.email.toUpperCase(), owner.email])
      expect(await create(by, email)).toMatchObject(refused(409, "already_a_member"));
    expect(await mailsTo(app, member.email)).toEqual([]);
  });

  test("a member of another organization is invited like anybody", async () => {
    const by = await app.logIn(owner);
    const elsewhere = await app.member(await app.organization(by), "admin");
    expect(await create(by, elsewhere.email)).toMatchObject({ status: 201 });
  });
});

describe("409 already_invited", () => {
  test("the address has an open invitation, however it is typed; that one goes on", async () => {
    const by = await app.logIn(owner);
    const { email, token } = await invite(app, by, organizationId);
    expect(await create(by, email.toUpperCase(), "viewer")).toMatchObject(refused(409, "already_invited"));
    expect(await previewStatus(app, token)).toBe(200);
    expect(await mailsTo(app, email.toUpperCase())).toEqual([]);
  });

  test("of ten at once, on two servers, for one address, one invites and sends a mail", async () => {
    const [here, elsewhere] = [await app.logIn(owner), await app.another()];
    const email = newAddress();
    const there = elsewhere.as(here);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => create(i % 2 ? here : there, email)));
    const told = answers.map(({ status, body }) => (status === 201 ? "invited" : (body as { code?: string }).code));
    expect(told.sort()).toEqual([...Array(9).fill("already_invited"), "invited"]);
    expect([...(await mailsTo(app, email)), ...(await mailsTo(elsewhere, email))]).toHaveLength(1);
  });
});

describe("409 personal_organization", () => {
  test("nobody is invited into a person's own organization", async () => {
    const person = await app.person();
    const own = await app.organization(person);
    await app.sql`update organizations set personal_to = null where personal_to = ${person.userId}`;
    await app.sql`update organizations set personal_to = ${person.userId} where id = ${own}`;
    const input = { path: { organizationId: own }, body: { email: newAddress(), role: "viewer" } };
    expect(await person.call("createInvitation", input)).toMatchObject(refused(409, "personal_organization"));
    expect(await mailsTo(app, input.body.email)).toEqual([]);
  });
});

describe("409 too_many_invitations", () => {
  test("of four at once for the last place one gets it; the others are not invited and get no mail", async () => {
    const by = await app.logIn(owner);
    const full = await app.organization(by);
    const now = app.clock.now();
    await app.sql`
      insert into invitations (id, organization_id, email, role, token_hash, created_at, sent_at, expires_at)
      select gen_random_uuid(), ${full}, n || '@full.example', 'member', sha256(n::text::bytea),
        ${now}::timestamptz, ${now}::timestamptz, ${new Date(now.getTime() + DAY)}::timestamptz
      from generate_series(1, ${OPEN_MAXIMUM - 1}::int) n`;
    const addresses = Array.from({ length: 4 }, newAddress);
    const createAll = () =>
      addresses.map((email) =>
        by.call("createInvitation", { path: { organizationId: full }, body: { email, role: "member" } }),
      );
    const answers = await meet(app.database, (sql) => holdAuditLog(sql, full), createAll);
    const told = answers.map(({ status, body }) => (status === 201 ? "invited" : body.code));
    expect(told.sort()).toEqual(["invited", ...Array(3).fill("too_many_invitations")]);
    expect((await app.mails()).filter(({ to }) => addresses.includes(to))).toHaveLength(1);
    const [open] = await app.sql`select count(*)::int as count from invitations where organization_id = ${full}`;
    expect(open!.count).toBe(OPEN_MAXIMUM);
  });
});

describe("500", () => {
  test("what could not be committed leaves no invitation, and no mail goes out", async () => {
    const by = await app.logIn(owner);
    const email = newAddress();
    const database = app.database.connect({ asOwner: true });
    try {
      // The audit row is what the transaction writes last.
      await database`revoke insert on audit_events from groundwork_app`;
      expect(await create(by, email)).toMatchObject(refused(500, "internal"));
    } finally {
      await database`grant insert on audit_events to groundwork_app`;
      await database.end();
    }
    expect(await mailsTo(app, email)).toEqual([]);
    expect(await create(by, email)).toMatchObject({ status: 201 });
  });
});

describe("409 unknown_role", () => {
  test("neither a role that nobody has made nor one of another organization", async () => {
    const by = await app.logIn(owner);
    await app.role(await app.organization(by), "auditor", ["audit:read"]);
    for (const role of ["auditor", "everyone", "self"])
      expect(await create(by, newAddress(), role)).toMatchObject(refused(409, "unknown_role"));
  });
});

/** Whoever writes into this log waits until the transaction ends. */
const holdAuditLog = (sql: TransactionSql, organization: string) => sql`
  insert into audit_events (id, organization_id, occurred_at, event, operation, request_id, address, fields)
  values (gen_random_uuid(), ${organization}, now(), 'test.held', 'test', gen_random_uuid(), '127.0.0.1', '{}')`;
