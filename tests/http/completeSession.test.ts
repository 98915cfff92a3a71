import { describe, expect, test } from "bun:test";
import type { PasskeyCeremony } from "#generated/types";
import { testApp } from "../support/app";
import type { Authenticator } from "../support/authenticator";
import { meet } from "../support/locks";
import { challengeOf, complete, liveSessions, mailsOf, personWith, suspend } from "../support/logins";
import { addPasskey, type TotpApp, turnOnTotp } from "../support/second-factors";

const app = await testApp();
const MINUTE = 60_000;

/** Somebody whose logins ask for a one-time code, which has not been used yet. */
async function personWithTotp() {
  const ada = await app.person();
  const { totp, recoveryCodes } = await turnOnTotp(app, ada);
  totp.nextCode();
  return { ada, totp, recoveryCodes };
}

const byCode = (challenge: string, totp: TotpApp) => complete(app, challenge, { method: "totp", code: totp.code() });
const byWrongCode = (challenge: string, totp: TotpApp) =>
  complete(app, challenge, { method: "totp", code: totp.wrongCode() });

async function byPasskey(challenge: string, authenticator: Authenticator) {
  const asked = await app.anonymous.call<PasskeyCeremony>("startSecondFactorPasskey", { body: { challenge } });
  const { ceremony, options } = asked.body;
  return complete(app, challenge, { method: "passkey", ceremony, response: authenticator.get(options) });
}

describe("201", () => {
  test("with a one-time code the session begins that the first step was for", async () => {
    const { ada, totp } = await personWithTotp();
    const { challenge } = await challengeOf(app, ada);
    const { status, body } = await byCode(challenge, totp);
    expect([status, body.transport]).toEqual([201, "bearer"]);
    expect(await personWith(app, ada, body).call("getMe")).toMatchObject({ status: 200, body: { email: ada.email } });
    expect(await app.audited("session.created", ada.userId)).toMatchObject([
      { operation: "createSession" },
      { operation: "completeSession", fields: { "body.method": "totp" } },
    ]);
  });

  test("with a recovery code, once", async () => {
    const { ada, recoveryCodes } = await personWithTotp();
    const factor = { method: "recovery_code", code: recoveryCodes[0]!.toUpperCase() };
    expect(await complete(app, (await challengeOf(app, ada)).challenge, factor)).toMatchObject({ status: 201 });
    expect(await complete(app, (await challengeOf(app, ada)).challenge, factor)).toMatchObject({
      status: 403,
      body: { code: "wrong_code" },
    });
  });

  test("with a passkey", async () => {
    const ada = await app.person();
    const { authenticator } = await addPasskey(ada);
    const { challenge } = await challengeOf(app, ada);
    const { status, body } = await byPasskey(challenge, authenticator);
    expect(status).toBe(201);
    expect(await personWith(app, ada, body).call("getMe")).toMatchObject({ status: 200 });
  });

  test("a browser that began with cookies goes on with cookies, and stays the device that it was", async () => {
    const { ada, totp } = await personWithTotp();
    const browser = app.browser();
    const begin = async () => {
      const { email, password } = ada;
      const { body } = await browser.call("createSession", { body: { email, password, transport: "cookie" } });
      return browser.call("completeSession", {
        body: { challenge: body.challenge, method: "totp", code: totp.code() },
      });
    };
    const first = await begin();
    expect(Object.keys(first.body).sort()).toEqual(["expiresIn", "sessionId", "transport"]);
    expect(first.headers.getSetCookie()).toHaveLength(3);
    const device = browser.cookies.get("__Host-device");
    totp.nextCode();
    expect(await begin()).toMatchObject({ status: 201 });
    expect(browser.cookies.get("__Host-device")).toBe(device!);
    expect(await mailsOf(app, "new-device", ada.email)).toHaveLength(1);
  });

  test("a program's device is known by the token that it sent with the first step", async () => {
    const { ada, totp } = await personWithTotp();
    const { challenge } = await challengeOf(app, ada, { deviceToken: ada.grant.deviceToken! });
    expect(await byCode(challenge, totp)).toMatchObject({ status: 201 });
    expect(await mailsOf(app, "new-device", ada.email)).toEqual([]);
  });

  test("four wrong codes, then the right one", async () => {
    const { ada, totp } = await personWithTotp();
    const { challenge } = await challengeOf(app, ada);
    for (let i = 0; i < 4; i++) expect(await byWrongCode(challenge, totp)).toMatchObject({ status: 403 });
    expect(await byCode(challenge, totp)).toMatchObject({ status: 201 });
  });
});

describe("401 challenge_not_valid", () => {
  const invalid = { status: 401, body: { code: "challenge_not_valid" } };

  test("unknown, expired, used, or tried five times: one answer", async () => {
    const { ada, totp } = await personWithTotp();
    expect(await byCode(`gwc_${"x".repeat(43)}`, totp)).toMatchObject(invalid);

    const tried = await challengeOf(app, ada);
    for (let i = 0; i < 5; i++) await byWrongCode(tried.challenge, totp);
    expect(await byCode(tried.challenge, totp)).toMatchObject(invalid);

    const used = await challengeOf(app, ada);
    expect(await byCode(used.challenge, totp)).toMatchObject({ status: 201 });
    totp.nextCode();
    expect(await byCode(used.challenge, totp)).toMatchObject(invalid);

    const expired = await challengeOf(app, ada);
    app.clock.advance(10 * MINUTE);
    expect(await byCode(expired.challenge, totp)).toMatchObject(invalid);
  });

  test("of two who complete one login at once, one gets the session", async () => {
    const { ada, totp, recoveryCodes } = await personWithTotp();
    const { challenge } = await challengeOf(app, ada);
    const before = await liveSessions(app, ada.userId);
    const answers = await meet(
      app.database,
      (sql) => sql`select id from users where id = ${ada.userId} for update`,
      () => [byCode(challenge, totp), complete(app, challenge, { method: "recovery_code", code: recoveryCodes[0] })],
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect(await liveSessions(app, ada.userId)).toBe(before + 1);
  });

  test("after the sessions of the person were ended: what the first step proved may be no more", async () => {
    const { ada, totp } = await personWithTotp();
    const { challenge } = await challengeOf(app, ada);
    await ada.call("revokeSessions", { query: { which: "others" } });
    expect(await byCode(challenge, totp)).toMatchObject(invalid);
  });
});

describe("403 wrong_code", () => {
  test("a code that was used, in its step", async () => {
    const { ada, totp } = await personWithTotp();
    expect(await byCode((await challengeOf(app, ada)).challenge, totp)).toMatchObject({ status: 201 });
    expect(await byCode((await challengeOf(app, ada)).challenge, totp)).toMatchObject({
      status: 403,
      body: { code: "wrong_code" },
    });
  });

  test("is on record with whose login it was", async () => {
    const { ada, totp } = await personWithTotp();
    const { challenge } = await challengeOf(app, ada);
    await byWrongCode(challenge, totp);
    expect(await app.audited("session.refused", ada.userId)).toMatchObject([
      { operation: "completeSession", fields: { "body.method": "totp" } },
    ]);
    expect(app.logged()).not.toContain(challenge);
  });
});

describe("403 passkey_refused", () => {
  test("another person's passkey", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    await addPasskey(ada);
    const hers = await addPasskey(grace);
    const { challenge } = await challengeOf(app, ada);
    const asked = await app.anonymous.call<PasskeyCeremony>("startPasskeySession");
    const response = hers.authenticator.get(asked.body.options);
    const factor = { method: "passkey", ceremony: asked.body.ceremony, response };
    expect(await complete(app, challenge, factor)).toMatchObject({ status: 403, body: { code: "passkey_refused" } });
    expect(await app.audited("session.refused", ada.userId)).toHaveLength(1);
  });
});

describe("403 account_suspended", () => {
  test("between the two steps", async () => {
    const { ada, totp } = await personWithTotp();
    const { challenge } = await challengeOf(app, ada);
    await suspend(app, ada.userId);
    expect(await byCode(challenge, totp)).toMatchObject({ status: 403, body: { code: "account_suspended" } });
  });
});

describe("429 too_many_attempts", () => {
  test("ten wrong codes with however many challenges, then one in a quarter of an hour; a known device has its own ten", async () => {
    const { ada, totp } = await personWithTotp();
    const { deviceToken } = ada.grant;
    for (let i = 0; i < 10; i++) await byWrongCode((await challengeOf(app, ada)).challenge, totp);
    const refused = await byCode((await challengeOf(app, ada)).challenge, totp);
    expect(refused).toMatchObject({ status: 429, body: { code: "too_many_attempts" } });
    expect(refused.headers.get("retry-after")).toBe("900");

    const known = await challengeOf(app, ada, { deviceToken: deviceToken! });
    expect(await byCode(known.challenge, totp)).toMatchObject({ status: 201 });

    app.clock.advance(15 * MINUTE);
    expect(await byCode((await challengeOf(app, ada)).challenge, totp)).toMatchObject({ status: 201 });
    const after = await challengeOf(app, ada);
    expect(await byWrongCode(after.challenge, totp)).toMatchObject({ status: 403 });
    expect(await byWrongCode(after.challenge, totp)).toMatchObject({ status: 429 });
  });

  test("a passkey cannot be guessed, and is asked for all the same", async () => {
    const { ada, totp } = await personWithTotp();
    const { authenticator } = await addPasskey(ada);
    for (let i = 0; i < 10; i++) await byWrongCode((await challengeOf(app, ada)).challenge, totp);
    expect(await byPasskey((await challengeOf(app, ada)).challenge, authenticator)).toMatchObject({ status: 201 });
  });
});
