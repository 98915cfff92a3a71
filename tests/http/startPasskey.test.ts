import { describe, expect, test } from "bun:test";
import type { PasskeyCeremony } from "#generated/types";
import { testApp } from "../support/app";
import { addPasskey, fillPasskeys, startPasskey } from "../support/second-factors";

const app = await testApp();

describe("201", () => {
  test("the options ask for a passkey that finds its account, makes sure that it is the person, and attests nothing", async () => {
    const ada = await app.person({ name: "Ada Lovelace" });
    const { ceremony, options } = await startPasskey(ada);
    expect(ceremony).toMatch(/^gwp_[\w-]{43}$/);
    expect(options).toMatchObject({
      rp: { id: "localhost", name: "Groundwork" },
      user: { name: ada.email, displayName: "Ada Lovelace" },
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: "public-key" })),
      timeout: 300_000,
      attestation: "none",
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      excludeCredentials: [],
    });
    expect(Buffer.from(String(options.challenge), "base64url")).toHaveLength(32);
  });

  test("the user handle is the user's id and nothing of the person, the same each time", async () => {
    const ada = await app.person();
    const handle = async () => (await startPasskey(ada)).options.user as { id: string };
    expect(Buffer.from((await handle()).id, "base64url").toString("hex")).toBe(ada.userId.replaceAll("-", ""));
    expect((await handle()).id).toBe((await handle()).id);
  });

  test("passkeys that the person has are left out, and nobody else's", async () => {
    const [ada, charles] = [await app.person(), await app.person()];
    const { authenticator } = await addPasskey(ada);
    await addPasskey(charles);
    const { options } = await startPasskey(ada);
    const { id } = authenticator.get({ rpId: "localhost", challenge: "" });
    expect(options.excludeCredentials).toEqual([{ id, type: "public-key", transports: ["internal"] }]);
  });

  test("each has a token and a challenge of its own; the token is neither stored nor logged", async () => {
    const ada = await app.person();
    const [one, other] = [await startPasskey(ada), await startPasskey(ada)];
    expect([one.ceremony === other.ceremony, one.options.challenge === other.options.challenge]).toEqual([
      false,
      false,
    ]);
    expect(await app.everythingStored()).not.toContain(one.ceremony);
    expect(app.logged()).not.toContain(one.ceremony);
    expect(await app.audited("passkey.started", ada.userId)).toMatchObject([{ fields: {} }, { fields: {} }]);
  });
});

describe("409 too_many_passkeys", () => {
  test("who has twenty gets no more", async () => {
    const ada = await app.person();
    await fillPasskeys(app, ada, 19);
    expect(await ada.call<PasskeyCeremony>("startPasskey")).toMatchObject({ status: 201 });
    await fillPasskeys(app, ada, 1);
    expect(await ada.call("startPasskey")).toMatchObject({ status: 409, body: { code: "too_many_passkeys" } });
  });
});
