import { describe, expect, test } from "bun:test";
import { decodeJwt } from "jose";
import type { BearerAccess, BearerGrant, CookieAccess, PasskeyCeremony } from "#generated/types";
import { type Person, testApp } from "../support/app";
import type { Authenticator, Deviations } from "../support/authenticator";
import { BearerClient } from "../support/client";
import { meet } from "../support/locks";
import { WRONG_PASSWORD } from "../support/logins";
import { addPasskey, turnOnTotp } from "../support/second-factors";

const app = await testApp();
const MINUTE = 60_000;

/** Sixteen minutes after the login, with an access token that works and is not fresh. */
async function later(person: Person): Promise<BearerClient> {
  app.clock.advance(16 * MINUTE);
  const body = { transport: "bearer", refreshToken: person.refreshToken };
  const refreshed = await app.anonymous.call<BearerGrant>("refreshSession", { body });
  return new BearerClient(app.send, refreshed.body.accessToken);
}

/** Needs a login of the last fifteen minutes. */
const isFresh = async (client: BearerClient) => (await client.call("startTotp")).status !== 401;
const prove = (client: BearerClient, proof: Record<string, unknown>) =>
  client.call<BearerAccess>("reauthenticate", { body: proof });

async function byPasskey(client: BearerClient, authenticator: Authenticator, deviations: Deviations = {}) {
  const asked = await client.call<PasskeyCeremony>("startReauthenticationPasskey");
  const { ceremony, options } = asked.body;
  return prove(client, { method: "passkey", ceremony, response: authenticator.get(options, deviations) });
}

describe("200", () => {
  test("the same session goes on with an access token that is fresh, and so do those after it", async () => {
    const ada = await app.person();
    const client = await later(ada);
    expect(await isFresh(client)).toBe(false);
    const { status, body } = await prove(client, { method: "password", password: ada.password });
    expect(status).toBe(200);
    expect(body).toMatchObject({ transport: "bearer", sessionId: ada.sessionId, expiresIn: 900 });
    expect(decodeJwt(body.accessToken).auth_time).toBe(Math.floor(app.clock.now().getTime() / 1000));
    expect(await isFresh(new BearerClient(app.send, body.accessToken))).toBe(true);
    expect(await isFresh(client)).toBe(false);

    const refreshed = await app.anonymous.call<BearerGrant>("refreshSession", {
      body: { transport: "bearer", refreshToken: ada.refreshToken },
    });
    expect(decodeJwt(refreshed.body.accessToken).auth_time).toBe(decodeJwt(body.accessToken).auth_time!);
  });

  test("a browser gets the new access token in its cookie, and keeps the others", async () => {
    const ada = await app.person();
    const browser = app.browser();
    await browser.logIn(ada);
    app.clock.advance(MINUTE);
    const before = new Map(browser.cookies);
    const body = { method: "password", password: ada.password };
    const answer = await browser.call<CookieAccess>("reauthenticate", { body });
    expect(Object.keys(answer.body).sort()).toEqual(["expiresIn", "sessionId", "transport"]);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-session=[\w.-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=900$/),
    ]);
    expect(browser.cookies.get("__Host-session")).not.toBe(before.get("__Host-session")!);
    expect(await browser.call("getMe")).toMatchObject({ status: 200 });
  });

  test("with password and one-time code where one-time codes are on", async () => {
    const ada = await app.person();
    const { totp } = await turnOnTotp(app, ada);
    const client = await later(ada);
    const proof = { method: "password", password: ada.password, code: totp.code() };
    expect(await prove(client, proof)).toMatchObject({ status: 200 });
  });

  test("with a passkey alone", async () => {
    const ada = await app.person();
    const { authenticator } = await addPasskey(ada);
    const client = await later(ada);
    const { status, body } = await byPasskey(client, authenticator);
    expect(status).toBe(200);
    expect(await isFresh(new BearerClient(app.send, body.accessToken))).toBe(true);
  });

  test("the audit log says how, and holds no proof", async () => {
    const ada = await app.person();
    await prove(ada, { method: "password", password: ada.password });
    const [recorded] = await app.audited("session.reauthenticated", ada.userId);
    expect(recorded!.fields).toEqual({ "body.method": "password" });
  });
});

describe("401", () => {
  test("a session that ended while the password was checked", async () => {
    const ada = await app.person();
    const [answer] = await meet(
      app.database,
      (sql) => sql`
        update sessions set ended_at = ${app.clock.now()}, ended_reason = 'revoked' where id = ${ada.sessionId}`,
      () => [prove(ada, { method: "password", password: ada.password })],
    );
    expect(answer).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
  });
});

describe("403 proof_refused", () => {
  const refused = { status: 403, body: { code: "proof_refused" } };

  test("a wrong password, which is on record", async () => {
    const ada = await app.person();
    expect(await prove(ada, { method: "password", password: WRONG_PASSWORD })).toMatchObject(refused);
    expect(await app.audited("session.proof_refused", ada.userId)).toHaveLength(1);
    expect(app.logged()).not.toContain(WRONG_PASSWORD);
  });

  test("an account without a password, whatever is sent", async () => {
    const ada = await app.person();
    await app.sql`update users set password_hash = null where id = ${ada.userId}`;
    expect(await prove(ada, { method: "password", password: ada.password })).toMatchObject(refused);
  });

  test("a password without the second factor, with a wrong code, or with a code that was used", async () => {
    const ada = await app.person();
    const { totp } = await turnOnTotp(app, ada);
    const used = totp.code();
    const { password } = ada;
    expect(await prove(ada, { method: "password", password })).toMatchObject(refused);
    expect(await prove(ada, { method: "password", password, code: totp.wrongCode() })).toMatchObject(refused);
    expect(await prove(ada, { method: "password", password, code: used })).toMatchObject(refused);
  });

  test("a password where a passkey is the only second factor", async () => {
    const ada = await app.person();
    await addPasskey(ada);
    expect(await prove(ada, { method: "password", password: ada.password })).toMatchObject(refused);
    expect(await prove(ada, { method: "password", password: ada.password, code: "000000" })).toMatchObject(refused);
  });

  test("somebody else's passkey, and a question that was for a login", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    const { authenticator } = await addPasskey(ada);
    const hers = await addPasskey(grace);
    const login = (await app.anonymous.call<PasskeyCeremony>("startPasskeySession")).body;
    for (const device of [authenticator, hers.authenticator]) {
      const proof = { method: "passkey", ceremony: login.ceremony, response: device.get(login.options) };
      expect(await prove(ada, proof)).toMatchObject(refused);
    }
    const question = (await ada.call<PasskeyCeremony>("startReauthenticationPasskey")).body;
    const response = authenticator.get(question.options);
    expect(await prove(grace, { method: "passkey", ceremony: question.ceremony, response })).toMatchObject(refused);
  });

  test("a password that was changed while it was hashed", async () => {
    const ada = await app.person();
    const [answer] = await meet(
      app.database,
      (sql) => sql`update users set password_hash = null where id = ${ada.userId}`,
      () => [prove(ada, { method: "password", password: ada.password })],
    );
    expect(answer).toMatchObject(refused);
  });
});

describe("429 too_many_attempts", () => {
  test("after ten wrong proofs no password is checked any more, and the right one waits like the others", async () => {
    const ada = await app.person();
    for (let i = 0; i < 10; i++) await prove(ada, { method: "password", password: WRONG_PASSWORD });
    const proof = { method: "password", password: ada.password };
    const { answer, passwordsHashed } = await app.working(() => prove(ada, proof));
    expect(answer).toMatchObject({ status: 429, body: { code: "too_many_attempts" } });
    expect(answer.headers.get("retry-after")).toBe("900");
    expect(passwordsHashed).toBe(0);
    const client = await later(ada);
    expect(await prove(client, proof)).toMatchObject({ status: 200 });
  });

  test("right proofs use nothing up", async () => {
    const ada = await app.person();
    for (let i = 0; i < 12; i++)
      expect(await prove(ada, { method: "password", password: ada.password })).toMatchObject({ status: 200 });
  });
});
