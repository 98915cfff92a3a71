import { describe, expect, test } from "bun:test";
import type { PasskeyCeremony } from "#generated/types";
import { testApp } from "../support/app";
import { challengeOf } from "../support/logins";
import { addPasskey, turnOnTotp } from "../support/second-factors";

const app = await testApp();
const start = (challenge: string) =>
  app.anonymous.call<PasskeyCeremony>("startSecondFactorPasskey", { body: { challenge } });

describe("201", () => {
  test("asks for the passkeys of whoever the challenge is for, and for the person to be verified", async () => {
    const ada = await app.person();
    await addPasskey(ada);
    const { challenge } = await challengeOf(app, ada);
    const { status, body } = await start(challenge);
    expect(status).toBe(201);
    const [passkey, ...others] = await app.sql<{ id: Buffer }[]>`
      select credential_id as id from passkeys where user_id = ${ada.userId}`;
    expect(others).toEqual([]);
    expect(body.options).toMatchObject({
      userVerification: "required",
      allowCredentials: [{ id: passkey!.id.toString("base64url") }],
    });
  });
});

describe("401 challenge_not_valid", () => {
  test("nobody learns of passkeys without a challenge that works", async () => {
    const ada = await app.person();
    await addPasskey(ada);
    const { challenge } = await challengeOf(app, ada);
    app.clock.advance(600_000);
    for (const token of [challenge, `gwc_${"x".repeat(43)}`])
      expect(await start(token)).toMatchObject({ status: 401, body: { code: "challenge_not_valid" } });
  });
});

describe("409 no_passkey", () => {
  test("an account whose second factor is another one", async () => {
    const ada = await app.person();
    await turnOnTotp(app, ada);
    const { challenge } = await challengeOf(app, ada);
    expect(await start(challenge)).toMatchObject({ status: 409, body: { code: "no_passkey" } });
  });
});
