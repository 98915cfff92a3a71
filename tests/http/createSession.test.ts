import { describe, expect, test } from "bun:test";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import type { BearerGrant, CookieGrant } from "#generated/types";
import { registration, testApp } from "../support/app";
import { ORIGIN } from "../support/client";
import { meet } from "../support/locks";
import { attempt, challengeOf, liveSessions, mailsOf, newDevice, suspend, WRONG_PASSWORD } from "../support/logins";
import { addPasskey, turnOnTotp } from "../support/second-factors";
import { overheard } from "../support/statements";

const DAY = 24 * 3_600_000;

const app = await testApp();
const known = registration();
await app.anonymous.call("createUser", { body: known });

const logIn = (body: Record<string, unknown>) => app.anonymous.call("createSession", { body });

describe("201", () => {
  test("a program gets its tokens in the body, and no cookie", async () => {
    const { email, password } = known;
    const answer = await app.anonymous.call<BearerGrant>("createSession", { body: { email, password } });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ transport: "bearer", expiresIn: 900 });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test("a browser gets its tokens in HttpOnly cookies, and none in the body", async () => {
    const browser = app.browser();
    const { email, password } = known;
    const answer = await browser.call<CookieGrant>("createSession", { body: { email, password, transport: "cookie" } });
    expect(Object.keys(answer.body).sort()).toEqual(["expiresIn", "sessionId", "transport"]);
    const [access, refresh, device] = answer.headers.getSetCookie();
    expect(access).toMatch(/^__Host-session=[\w.-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=900$/);
    expect(refresh).toMatch(
      /^__Host-refresh=gwr_[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=2592000$/,
    );
    expect(device).toMatch(
      /^__Host-device=gwd_[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=31536000$/,
    );
    expect(await browser.call("getMe")).toMatchObject({ status: 200 });
  });

  test("whoever has the JWKS can verify the access token, and it names person, session and server (RFC 9068)", async () => {
    const ada = await app.person();
    const { body } = await app.anonymous.call<JSONWebKeySet>("getJwks");
    const { payload, protectedHeader } = await jwtVerify(ada.accessToken, createLocalJWKSet(body), {
      currentDate: app.clock.now(),
    });
    const issuedAt = Math.floor(app.clock.now().getTime() / 1000);
    expect(protectedHeader).toEqual({ alg: "ES256", typ: "at+jwt", kid: expect.any(String) });
    expect(payload).toEqual({
      iss: ORIGIN,
      aud: ORIGIN,
      sub: ada.userId,
      sid: ada.sessionId,
      auth_time: issuedAt,
      iat: issuedAt,
      exp: issuedAt + 900,
      jti: expect.any(String),
    });
  });

  test("no token is stored or logged", async () => {
    const ada = await app.person();
    const stored = await app.everythingStored();
    expect(stored).not.toContain(ada.refreshToken.slice(4));
    expect(stored).not.toContain(ada.grant.deviceToken!.slice(4));
    expect(app.logged()).not.toContain(ada.grant.deviceToken!);
    expect(stored).not.toContain(ada.accessToken);
    expect(app.logged()).not.toContain(ada.refreshToken);
    expect(app.logged()).not.toContain(ada.accessToken);
    expect(app.logged()).not.toContain(ada.password);
  });

  test("a user agent that is too long for the list is kept as far as it fits", async () => {
    const { email, password } = known;
    const headers = { "user-agent": "x".repeat(1000) };
    const { body } = await app.anonymous.call<BearerGrant>("createSession", { body: { email, password }, headers });
    const stored = await app.sql`select char_length(user_agent) as length from sessions where id = ${body.sessionId}`;
    expect(stored).toMatchObject([{ length: 512 }]);
  });

  test("the audit log names who, and which transport", async () => {
    const ada = await app.person();
    expect(await app.audited("session.created", ada.userId)).toMatchObject([
      { operation: "createSession", fields: { "body.transport": "bearer" } },
    ]);
  });
});

describe("201 from a device", () => {
  test("a login from a device that the account does not know is told by mail, when, what and from where", async () => {
    const ada = await app.person({ name: "Ada <b>" });
    app.clock.advance(DAY);
    await attempt(app, ada, undefined, { "user-agent": "Teletype/33" });
    const [mail, ...others] = await mailsOf(app, "new-device", ada.email);
    expect(others).toEqual([]);
    expect(mail!.text).toContain(`When: ${app.clock.now().toISOString().slice(0, 16).replace("T", " ")} UTC`);
    expect(mail!.text).toContain("Device: Teletype/33");
    expect(mail!.text).toMatch(/^Address: \S+$/m);
    expect(mail!.text).not.toContain("http");
    expect(mail!.html).toContain("Ada &lt;b&gt;");
  });

  test("the account's first device is nothing to tell of", async () => {
    const ada = await app.person();
    expect(await mailsOf(app, "new-device", ada.email)).toEqual([]);
  });

  test("a device that sends its token is known: no mail, and the same token again", async () => {
    const ada = await app.person();
    const { deviceToken } = ada.grant;
    app.clock.advance(300 * DAY);
    expect((await attempt(app, ada, deviceToken)).body.deviceToken).toBe(deviceToken);
    app.clock.advance(300 * DAY);
    expect((await attempt(app, ada, deviceToken)).body.deviceToken).toBe(deviceToken);
    expect(await mailsOf(app, "new-device", ada.email)).toEqual([]);
  });

  test("the token of a device that was not used for a year, or of somebody else's, is that of a new one", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    const foreign = await attempt(app, ada, grace.grant.deviceToken);
    app.clock.advance(365 * DAY);
    const old = await attempt(app, ada, ada.grant.deviceToken);
    const tokens = [ada, grace].map(({ grant }) => grant.deviceToken);
    for (const { body } of [foreign, old]) expect(tokens).not.toContain(body.deviceToken);
    expect(await mailsOf(app, "new-device", ada.email)).toHaveLength(2);
  });

  test("a browser stays known when it logs out, and says so by its cookie", async () => {
    const ada = await app.person();
    const browser = app.browser();
    await browser.logIn(ada);
    const device = browser.cookies.get("__Host-device");
    await browser.call("deleteSession");
    await browser.logIn(ada);
    expect(browser.cookies.get("__Host-device")).toBe(device);
    expect(await mailsOf(app, "new-device", ada.email)).toHaveLength(1);
  });

  test("nobody's mailbox is flooded by whoever registers with the address and logs in again and again", async () => {
    const stranger = registration();
    await app.anonymous.call("createUser", { body: stranger });
    for (let i = 0; i < 3; i++) await newDevice(app, stranger);
    expect(await mailsOf(app, "new-device", stranger.email)).toEqual([]);
  });

  test("of parallel logins on an account without devices one is the first", async () => {
    const grace = registration();
    await app.anonymous.call("createUser", { body: grace });
    const users = await app.sql<{ id: string }[]>`
      update users set email_verified_at = created_at where email = ${grace.email} returning id`;
    await meet(
      app.database,
      (sql) => sql`select id from users where id = ${users[0]!.id} for update`,
      () => Array.from({ length: 3 }, () => attempt(app, grace)),
    );
    expect(await mailsOf(app, "new-device", grace.email)).toHaveLength(2);
  });
});

describe("201 for an account that is to be deleted", () => {
  test("until its time is over, so that the person can take it back; then it is as unknown as any", async () => {
    const ada = await app.person();
    await app.sql`update users set deletes_at = ${new Date(app.clock.now().getTime() + DAY)} where id = ${ada.userId}`;
    expect(await attempt(app, ada)).toMatchObject({ status: 201 });
    app.clock.advance(DAY);
    expect(await attempt(app, ada)).toMatchObject({ status: 401, body: { code: "invalid_credentials" } });
    expect(await ada.call("getMe")).toMatchObject({ status: 401 });
  });
});

describe("202", () => {
  test("who has second factors gets a challenge that names them, and neither a session nor a cookie", async () => {
    const ada = await app.person();
    await turnOnTotp(app, ada);
    await addPasskey(ada);
    const before = await liveSessions(app, ada.userId);
    const { email, password } = ada;
    const answer = await app.browser().call("createSession", { body: { email, password, transport: "cookie" } });
    expect(answer).toMatchObject({
      status: 202,
      body: {
        challenge: expect.stringMatching(/^gwc_/),
        methods: ["totp", "passkey", "recovery_code"],
        expiresIn: 600,
      },
    });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await liveSessions(app, ada.userId)).toBe(before);
  });

  test("only the methods that there are", async () => {
    const ada = await app.person();
    await addPasskey(ada);
    await app.sql`delete from recovery_codes where user_id = ${ada.userId}`;
    expect((await challengeOf(app, ada)).methods).toEqual(["passkey"]);
  });

  test("the challenge is neither stored nor logged, and the audit log says that the password was right", async () => {
    const ada = await app.person();
    await turnOnTotp(app, ada);
    const { challenge } = await challengeOf(app, ada);
    expect(await app.everythingStored()).not.toContain(challenge.slice(4));
    expect(app.logged()).not.toContain(challenge);
    expect(await app.audited("session.challenged", ada.userId)).toMatchObject([{ operation: "createSession" }]);
    expect(await app.audited("session.created", ada.userId)).toHaveLength(1);
  });
});

describe("401 invalid_credentials", () => {
  test("an unknown account and a wrong password: one answer, the same statements, one hash each", async () => {
    const { sql, statements } = overheard(app.sql);
    const listened = await app.another({ instead: () => ({ sql }) });
    const deviceToken = (await app.person()).grant.deviceToken;
    const work = async (email: string) => {
      statements.length = 0;
      const body = { email, password: WRONG_PASSWORD, deviceToken };
      const { answer, passwordsHashed } = await listened.working(() =>
        listened.anonymous.call("createSession", { body }),
      );
      return { answer, passwordsHashed, statements: [...statements] };
    };
    const wrong = await work(known.email);
    const unknown = await work("nobody@example.com");
    expect(wrong.answer).toMatchObject({ status: 401, body: { code: "invalid_credentials" } });
    expect(withoutRequestId(unknown.answer.body)).toEqual(withoutRequestId(wrong.answer.body));
    expect([...unknown.answer.headers.keys()].sort()).toEqual([...wrong.answer.headers.keys()].sort());
    expect(unknown.statements).toEqual(wrong.statements);
    expect(wrong.statements.length).toBeGreaterThanOrEqual(4);
    expect([wrong.passwordsHashed, unknown.passwordsHashed]).toEqual([1, 1]);
  });

  test("an account that has no password costs a hash, too, and none fits", async () => {
    const ada = await app.person();
    await app.sql`update users set password_hash = null where id = ${ada.userId}`;
    const { answer, passwordsHashed } = await app.working(() => attempt(app, ada));
    expect(answer).toMatchObject({ status: 401, body: { code: "invalid_credentials" } });
    expect(passwordsHashed).toBe(1);
  });

  test("no session is made, and the refusal is on record with whose account it was, without what was typed", async () => {
    const ada = await app.person();
    await logIn({ email: ada.email, password: WRONG_PASSWORD });
    await logIn({ email: "somebody.else@example.com", password: WRONG_PASSWORD });
    expect(await liveSessions(app, ada.userId)).toBe(1);
    const refused = await app.audited("session.refused", ada.userId);
    expect(refused).toMatchObject([{ operation: "createSession", fields: { "body.transport": "bearer" } }]);
    const recorded = [...refused, ...(await app.audited("session.refused", null))];
    expect(recorded.length).toBeGreaterThan(1);
    for (const secret of [ada.email, "somebody.else@example.com", WRONG_PASSWORD])
      expect(JSON.stringify(recorded)).not.toContain(secret);
    expect(app.logged()).not.toContain(WRONG_PASSWORD);
  });

  test("a password that was changed while it was hashed starts nothing", async () => {
    const ada = await app.person();
    const hash = await app.services.passwords.hash("another password", new AbortController().signal);
    const [answer] = await meet(
      app.database,
      (sql) => sql`update users set password_hash = ${hash} where id = ${ada.userId}`,
      () => [attempt(app, ada)],
    );
    expect(answer).toMatchObject({ status: 401, body: { code: "invalid_credentials" } });
    expect(await liveSessions(app, ada.userId)).toBe(1);
  });
});

describe("403 account_suspended", () => {
  test("only who knows the password learns it, and it is on record", async () => {
    const ada = await app.person();
    await suspend(app, ada.userId);
    const wrong = await logIn({ email: ada.email, password: WRONG_PASSWORD });
    expect(wrong).toMatchObject({ status: 401, body: { code: "invalid_credentials" } });
    expect(await attempt(app, ada)).toMatchObject({ status: 403, body: { code: "account_suspended" } });
    expect(await app.audited("session.refused", ada.userId)).toHaveLength(2);
    expect(await ada.call("getMe")).toMatchObject({ status: 401 });
  });

  test("a login at the same moment as the suspension starts nothing", async () => {
    const ada = await app.person();
    const [answer] = await meet(
      app.database,
      (sql) => sql`update users set suspended_at = now(), suspension_reason = 'Sends spam' where id = ${ada.userId}`,
      () => [attempt(app, ada)],
    );
    expect(answer).toMatchObject({ status: 403, body: { code: "account_suspended" } });
    expect(await liveSessions(app, ada.userId)).toBe(1);
  });
});

const withoutRequestId = ({ requestId: _, ...rest }: Record<string, unknown>) => rest;
