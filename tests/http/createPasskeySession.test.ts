import { describe, expect, test } from "bun:test";
import type { BearerGrant, CookieGrant, PasskeyCeremony } from "#generated/types";
import { testApp } from "../support/app";
import type { Authenticator, Deviations } from "../support/authenticator";
import { meet } from "../support/locks";
import { liveSessions, mailsOf, personWith, suspend } from "../support/logins";
import { addPasskey, turnOnTotp } from "../support/second-factors";

const app = await testApp();
const MINUTE = 60_000;

const ask = async () => (await app.anonymous.call<PasskeyCeremony>("startPasskeySession")).body;

async function logIn(authenticator: Authenticator, deviations: Deviations = {}, deviceToken?: string) {
  const { ceremony, options } = await ask();
  const body = { ceremony, response: authenticator.get(options, deviations), deviceToken };
  return app.anonymous.call<BearerGrant>("createPasskeySession", { body });
}

describe("201", () => {
  test("the device knows whose passkey it is: no address, no password, no second factor", async () => {
    const ada = await app.person();
    await turnOnTotp(app, ada);
    const { authenticator } = await addPasskey(ada);
    const { status, body } = await logIn(authenticator);
    expect(status).toBe(201);
    expect(await personWith(app, ada, body).call("getMe")).toMatchObject({ status: 200, body: { email: ada.email } });
    expect(await app.audited("session.created", ada.userId)).toMatchObject([
      { operation: "createSession" },
      { operation: "createPasskeySession", fields: { "body.transport": "bearer" } },
    ]);
  });

  test("a browser gets cookies", async () => {
    const ada = await app.person();
    const { authenticator } = await addPasskey(ada);
    const browser = app.browser();
    const { ceremony, options } = await ask();
    const body = { ceremony, response: authenticator.get(options), transport: "cookie" };
    const answer = await browser.call<CookieGrant>("createPasskeySession", { body });
    expect(Object.keys(answer.body).sort()).toEqual(["expiresIn", "sessionId", "transport"]);
    expect([...browser.cookies.keys()].sort()).toEqual(["__Host-device", "__Host-refresh", "__Host-session"]);
    expect(await browser.call("getMe")).toMatchObject({ status: 200 });
  });

  test("a new device is told by mail, and one that sends its token is none", async () => {
    const ada = await app.person();
    const { authenticator } = await addPasskey(ada);
    await logIn(authenticator, {}, ada.grant.deviceToken);
    expect(await mailsOf(app, "new-device", ada.email)).toEqual([]);
    await logIn(authenticator);
    expect(await mailsOf(app, "new-device", ada.email)).toHaveLength(1);
  });
});

describe("403 passkey_refused", () => {
  const refused = { status: 403, body: { code: "passkey_refused" } };

  test("an answer that was given before, or too late", async () => {
    const ada = await app.person();
    const { authenticator } = await addPasskey(ada);
    const { ceremony, options } = await ask();
    const body = { ceremony, response: authenticator.get(options) };
    expect(await app.anonymous.call("createPasskeySession", { body })).toMatchObject({ status: 201 });
    expect(await app.anonymous.call("createPasskeySession", { body })).toMatchObject(refused);

    const late = await ask();
    const answer = { ceremony: late.ceremony, response: authenticator.get(late.options) };
    app.clock.advance(5 * MINUTE);
    expect(await app.anonymous.call("createPasskeySession", { body: answer })).toMatchObject(refused);
  });

  test("a device that did not make sure who uses it, an unknown passkey, one that was removed, another site's page", async () => {
    const ada = await app.person();
    const { authenticator, passkey } = await addPasskey(ada);
    const before = await liveSessions(app, ada.userId);
    expect(await logIn(authenticator, { userVerified: false })).toMatchObject(refused);
    expect(await logIn(authenticator, { origin: "https://evil.example" })).toMatchObject(refused);
    await app.sql`update passkeys set credential_id = '\\x00' where id = ${passkey.id}`;
    expect(await logIn(authenticator)).toMatchObject(refused);
    await app.sql`delete from passkeys where id = ${passkey.id}`;
    expect(await logIn(authenticator)).toMatchObject(refused);
    expect(await liveSessions(app, ada.userId)).toBe(before);
  });

  test("what was refused was looked at once: the same question takes no second answer", async () => {
    const { authenticator } = await addPasskey(await app.person());
    const { ceremony, options } = await ask();
    const answer = (deviations: Deviations) =>
      app.anonymous.call("createPasskeySession", {
        body: { ceremony, response: authenticator.get(options, deviations) },
      });
    expect(await answer({ userVerified: false })).toMatchObject(refused);
    expect(await answer({})).toMatchObject(refused);
  });

  test("is on record, with whose passkey it was", async () => {
    const ada = await app.person();
    const { authenticator } = await addPasskey(ada);
    await logIn(authenticator, { userVerified: false });
    expect(await app.audited("session.refused", ada.userId)).toMatchObject([{ operation: "createPasskeySession" }]);
  });
});

describe("403 account_suspended", () => {
  test("no session begins", async () => {
    const ada = await app.person();
    const { authenticator } = await addPasskey(ada);
    await suspend(app, ada.userId);
    expect(await logIn(authenticator)).toMatchObject({ status: 403, body: { code: "account_suspended" } });
    expect(await app.audited("session.refused", ada.userId)).toHaveLength(1);
  });

  test("nor at the same moment as the suspension", async () => {
    const ada = await app.person();
    const { authenticator } = await addPasskey(ada);
    const [answer] = await meet(
      app.database,
      (sql) => sql`update users set suspended_at = now(), suspension_reason = 'Sends spam' where id = ${ada.userId}`,
      () => [logIn(authenticator)],
    );
    expect(answer).toMatchObject({ status: 403, body: { code: "account_suspended" } });
    expect(await liveSessions(app, ada.userId)).toBe(1);
  });

  test("nor for an account whose time is over and that is not erased yet", async () => {
    const ada = await app.person();
    const { authenticator } = await addPasskey(ada);
    await app.sql`update users set deletes_at = ${app.clock.now()} where id = ${ada.userId}`;
    expect(await logIn(authenticator)).toMatchObject({ status: 403, body: { code: "account_suspended" } });
  });
});
