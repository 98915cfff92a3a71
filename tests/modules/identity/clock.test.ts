/** The clock moves by an hour, and nobody gets in who must not, nor stays out for good who may. */
import { describe, expect, test } from "bun:test";
import { decodeProtectedHeader } from "jose";
import type { BearerAccess, BearerGrant } from "#generated/types";
import { type Person, testApp } from "../../support/app";
import { BearerClient } from "../../support/client";
import { attempt, challengeOf, complete, WRONG_PASSWORD } from "../../support/logins";
import { turnOnTotp } from "../../support/second-factors";

const app = await testApp();
const SECOND = 1000;
const HOUR = 3_600_000;

const refresh = (refreshToken: string) =>
  app.anonymous.call<BearerGrant>("refreshSession", { body: { transport: "bearer", refreshToken } });
const works = async (accessToken: string) =>
  (await new BearerClient(app.send, accessToken).call("getMe")).status === 200;
const isFresh = async (accessToken: string) =>
  (await new BearerClient(app.send, accessToken).call("startTotp")).status === 201;
const spend = async ({ email, known }: Person) => {
  for (let i = 0; i < 10; i++) await attempt(app, { ...known, email, password: WRONG_PASSWORD });
};

describe("an hour forward", () => {
  test("access tokens, challenges and proofs are too old; the refresh token and a new login work", async () => {
    const ada = await app.person();
    const { totp } = await turnOnTotp(app, ada);
    const { challenge } = await challengeOf(app, ada);
    app.clock.advance(HOUR);
    expect(await works(ada.accessToken)).toBe(false);
    expect(await complete(app, challenge, { method: "totp", code: totp.code() })).toMatchObject({ status: 401 });
    const { body } = await refresh(ada.refreshToken);
    expect(await works(body.accessToken)).toBe(true);
    expect(await isFresh(body.accessToken)).toBe(false);
    const again = await challengeOf(app, ada);
    expect(await complete(app, again.challenge, { method: "totp", code: totp.code() })).toMatchObject({ status: 201 });
  });

  test("and back again: what was made in between is refused until then, and a new login works at once", async () => {
    const ada = await app.person();
    app.clock.advance(HOUR);
    const between = await app.logIn(ada);
    expect(await works(between.accessToken)).toBe(true);
    app.clock.advance(-HOUR);
    expect(await works(between.accessToken)).toBe(false);
    expect(await works(ada.accessToken)).toBe(true);
    const { status, body } = await refresh(between.refreshToken);
    expect(status).toBe(200);
    expect(await works(body.accessToken)).toBe(true);
    expect(await attempt(app, ada)).toMatchObject({ status: 201 });
  });
});

describe("an hour back", () => {
  test("an access token from the future does not work, whoever has seen it before; a refresh gives one that does", async () => {
    const ada = await app.person();
    expect(await works(ada.accessToken)).toBe(true);
    app.clock.advance(-HOUR);
    expect(await works(ada.accessToken)).toBe(false);
    const { status, body } = await refresh(ada.refreshToken);
    expect(status).toBe(200);
    expect(await works(body.accessToken)).toBe(true);
  });

  test("a login is not fresh for an hour longer: it is asked for again, and then is", async () => {
    const ada = await app.person();
    app.clock.advance(-HOUR);
    const { body } = await refresh(ada.refreshToken);
    expect(await isFresh(body.accessToken)).toBe(false);
    const client = new BearerClient(app.send, body.accessToken);
    const proof = { method: "password", password: ada.password };
    const proved = await client.call<BearerAccess>("reauthenticate", { body: proof });
    expect(await isFresh(proved.body.accessToken)).toBe(true);
  });

  test("a refresh token that was spent an hour later is not taken for a lost answer: the session ends", async () => {
    const ada = await app.person();
    const { body } = await refresh(ada.refreshToken);
    app.clock.advance(-HOUR);
    expect(await refresh(ada.refreshToken)).toMatchObject({ status: 401, body: { code: "refresh_token_reused" } });
    expect(await refresh(body.refreshToken)).toMatchObject({ status: 401, body: { code: "invalid_refresh_token" } });
    expect(await attempt(app, ada)).toMatchObject({ status: 201 });
  });

  test("a little back, as between two servers, a repeat is still one", async () => {
    const ada = await app.person();
    const { body } = await refresh(ada.refreshToken);
    app.clock.advance(-5 * SECOND);
    expect((await refresh(ada.refreshToken)).body.refreshToken).toBe(body.refreshToken);
    app.clock.advance(5 * SECOND);
  });

  test("a session that ends on another server is noticed as soon as ever", async () => {
    const elsewhere = await app.another();
    const ada = await app.person();
    const there = elsewhere.as(ada);
    app.clock.advance(30 * SECOND);
    expect(await there.call("getMe")).toMatchObject({ status: 200 });
    await ada.call("deleteSession");
    app.clock.advance(-10 * SECOND);
    expect(await there.call("getMe")).toMatchObject({ status: 401 });
  });

  test("a challenge still takes what it asks for, once", async () => {
    const ada = await app.person();
    const { totp } = await turnOnTotp(app, ada);
    totp.nextCode();
    const { challenge } = await challengeOf(app, ada);
    app.clock.advance(-HOUR);
    expect(await complete(app, challenge, { method: "totp", code: totp.wrongCode() })).toMatchObject({ status: 403 });
    app.clock.advance(HOUR);
    const factor = { method: "totp", code: totp.code() };
    expect(await complete(app, challenge, factor)).toMatchObject({ status: 201 });
    expect(await complete(app, challenge, factor)).toMatchObject({ status: 401 });
  });

  test("the throttle keeps nobody waiting for the hour, neither who logged in well nor who did not", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    await spend(grace);
    app.clock.advance(-HOUR);
    expect(await attempt(app, ada, ada.grant.deviceToken)).toMatchObject({ status: 201 });
    expect(await attempt(app, ada)).toMatchObject({ status: 201 });
    expect(await attempt(app, grace)).toMatchObject({ status: 201 });
    await spend(grace);
    expect(await attempt(app, grace)).toMatchObject({ status: 429 });
  });

  test("a server that was set up within the hour signs and verifies", async () => {
    const young = await testApp();
    young.clock.advance(-HOUR);
    const ada = await young.person();
    expect(await ada.call("getMe")).toMatchObject({ status: 200 });
    const elsewhere = await young.another();
    expect(await elsewhere.as(ada).call("getMe")).toMatchObject({ status: 200 });
  });

  test("a key that another server began to sign with is found", async () => {
    const young = await testApp();
    const elsewhere = await young.another();
    const ada = await young.person();
    young.clock.advance(HOUR / 2);
    await elsewhere.as(ada).call("getMe");
    young.clock.advance(-HOUR / 3);
    await young.services.keys.rotate();
    young.clock.advance(HOUR / 6);
    const again = await young.logIn(ada);
    expect(decodeProtectedHeader(again.accessToken).kid).not.toBe(decodeProtectedHeader(ada.accessToken).kid!);
    expect(await elsewhere.as(again).call("getMe")).toMatchObject({ status: 200 });
  });
});
