import { describe, expect, test } from "bun:test";
import type { PasskeyCeremony } from "#generated/types";
import { testApp } from "../support/app";
import { addPasskey } from "../support/second-factors";

const app = await testApp();

describe("201", () => {
  test("asks for the caller's passkeys, and for the person to be verified", async () => {
    const ada = await app.person();
    await addPasskey(ada);
    await addPasskey(await app.person());
    const { status, body } = await ada.call<PasskeyCeremony>("startReauthenticationPasskey");
    expect(status).toBe(201);
    expect(body.options).toMatchObject({ userVerification: "required", allowCredentials: [expect.anything()] });
  });
});

describe("409 no_passkey", () => {
  test("where there is none", async () => {
    const ada = await app.person();
    expect(await ada.call("startReauthenticationPasskey")).toMatchObject({ status: 409, body: { code: "no_passkey" } });
  });
});
