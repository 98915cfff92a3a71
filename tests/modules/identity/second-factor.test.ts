/** Whoever has the password of an account with second factors, and nothing else, gets into nothing. */
import { describe, expect, test } from "bun:test";
import type { PasskeyCeremony, SecondFactorChallenge } from "#generated/types";
import { testApp } from "../../support/app";
import { BearerClient } from "../../support/client";
import { attempt, challengeOf, complete, liveSessions } from "../../support/logins";
import { addPasskey, turnOnTotp } from "../../support/second-factors";

const app = await testApp();
const victim = await app.person();
const { totp } = await turnOnTotp(app, victim);
await addPasskey(victim);
/** Somebody with an account of their own, and with every second factor of their own. */
const mallory = await app.person();
const own = await turnOnTotp(app, mallory);
const { authenticator } = await addPasskey(mallory);
const before = await liveSessions(app, victim.userId);

const steal = () => challengeOf(app, victim);

/** However it was tried, the victim has the sessions that they had, and the answer holds no token. */
async function gotNothing(answer: { status: number; body: unknown; headers: Headers }) {
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.body).not.toContainAnyKeys(["accessToken", "refreshToken", "sessionId"]);
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(await liveSessions(app, victim.userId)).toBe(before);
}

describe("a password without the second factor", () => {
  test("the first step gives a challenge and no token, however often it is repeated and whatever device token it names", async () => {
    for (const deviceToken of [undefined, victim.grant.deviceToken, mallory.grant.deviceToken]) {
      const { status, body, headers } = await attempt(app, victim, deviceToken);
      expect([status, Object.keys(body).sort()]).toEqual([202, ["challenge", "expiresIn", "methods"]]);
      expect(headers.getSetCookie()).toEqual([]);
    }
    expect(await liveSessions(app, victim.userId)).toBe(before);
  });

  test("the challenge is no access token, no refresh token, no device and no key", async () => {
    const { challenge } = await steal();
    await gotNothing(await new BearerClient(app.send, challenge).call("getMe"));
    const cookies = { cookie: `__Host-session=${challenge}`, "sec-fetch-site": "same-origin" };
    await gotNothing(await app.anonymous.call("getMe", { headers: cookies }));
    const asRefresh = [challenge, challenge.replace("gwc_", "gwr_")];
    for (const refreshToken of asRefresh)
      await gotNothing(await app.anonymous.call("refreshSession", { body: { transport: "bearer", refreshToken } }));
    await gotNothing(
      await new BearerClient(app.send, challenge).call("reauthenticate", {
        body: { method: "password", password: victim.password },
      }),
    );
  });

  test("one's own codes, recovery codes and passkeys do not go with somebody else's challenge", async () => {
    own.totp.nextCode();
    const { challenge } = await steal();
    await gotNothing(await complete(app, challenge, { method: "totp", code: own.totp.code() }));
    await gotNothing(await complete(app, challenge, { method: "recovery_code", code: own.recoveryCodes[0] }));
    const mine = await challengeOf(app, mallory);
    for (const { challenge: asked } of [mine, { challenge }]) {
      const { body } = await app.anonymous.call<PasskeyCeremony>("startSecondFactorPasskey", {
        body: { challenge: asked },
      });
      const given = { ...body.options, allowCredentials: undefined };
      const factor = { method: "passkey", ceremony: body.ceremony, response: authenticator.get(given) };
      await gotNothing(await complete(app, challenge, factor));
    }
  });

  test("a passkey of one's own that says it is the victim's logs nobody in", async () => {
    const { body } = await app.anonymous.call<PasskeyCeremony>("startPasskeySession");
    const userHandle = Buffer.from(victim.userId.replaceAll("-", ""), "hex").toString("base64url");
    const response = authenticator.get(body.options, { userHandle });
    await gotNothing(await app.anonymous.call("createPasskeySession", { body: { ceremony: body.ceremony, response } }));
  });

  test("a question for the second factor is none for a login, nor the other way round", async () => {
    const second = await app.anonymous.call<PasskeyCeremony>("startSecondFactorPasskey", {
      body: { challenge: (await challengeOf(app, mallory)).challenge },
    });
    const response = authenticator.get(second.body.options);
    const body = { ceremony: second.body.ceremony, response };
    expect(await app.anonymous.call("createPasskeySession", { body })).toMatchObject({ status: 403 });

    const login = await app.anonymous.call<PasskeyCeremony>("startPasskeySession");
    const factor = {
      method: "passkey",
      ceremony: login.body.ceremony,
      response: authenticator.get(login.body.options),
    };
    const { challenge } = await challengeOf(app, mallory);
    expect(await complete(app, challenge, factor)).toMatchObject({ status: 403 });
  });

  test("a code that the victim has just used is worth nothing, in their step or the next", async () => {
    const used = totp.nextCode();
    const { challenge } = await challengeOf(app, victim, { deviceToken: victim.grant.deviceToken! });
    const { status, body } = await complete(app, challenge, { method: "totp", code: used });
    expect(status).toBe(201);
    await new BearerClient(app.send, body.accessToken).call("deleteSession");
    await gotNothing(await complete(app, (await steal()).challenge, { method: "totp", code: used }));
    totp.nextCode();
    await gotNothing(await complete(app, (await steal()).challenge, { method: "totp", code: used }));
  });

  test("a method that is none, or a second factor that is missing, is not a way through", async () => {
    const { challenge } = await steal();
    for (const factor of [
      {},
      { method: "password", password: victim.password },
      { method: "totp" },
      { method: "totp", code: "" },
    ])
      await gotNothing(await complete(app, challenge, factor));
  });

  test("a session of before does not prove anew with the password alone", async () => {
    const body = { method: "password", password: victim.password };
    await gotNothing(await victim.call("reauthenticate", { body }));
  });

  test("a challenge says nothing that the password did not: neither the id nor the address nor which passkey", async () => {
    const { body } = await app.anonymous.call<SecondFactorChallenge>("createSession", {
      body: { email: victim.email, password: victim.password },
    });
    const text = JSON.stringify(body);
    for (const word of [victim.userId, victim.email]) expect(text).not.toContain(word);
  });
});
