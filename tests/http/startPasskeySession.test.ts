import { describe, expect, test } from "bun:test";
import type { PasskeyCeremony } from "#generated/types";
import { testApp } from "../support/app";
import { addPasskey } from "../support/second-factors";

const app = await testApp();

describe("201", () => {
  test("names no account and no passkey, whoever has one, and is new each time", async () => {
    await addPasskey(await app.person());
    const asked = () => app.anonymous.call<PasskeyCeremony>("startPasskeySession");
    const [one, two] = [await asked(), await asked()];
    expect(one).toMatchObject({ status: 201, body: { options: { rpId: "localhost", userVerification: "required" } } });
    expect(one.body.options).not.toHaveProperty("allowCredentials");
    expect(one.body.options.challenge).not.toBe(two.body.options.challenge);
    expect(one.body.ceremony).not.toBe(two.body.ceremony);
  });

  test("the token is stored as a hash, and in no log", async () => {
    const { body } = await app.anonymous.call<PasskeyCeremony>("startPasskeySession");
    expect(await app.everythingStored()).not.toContain(body.ceremony.slice(4));
    expect(app.logged()).not.toContain(body.ceremony);
  });
});
