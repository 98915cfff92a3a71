import { describe, expect, test } from "bun:test";
import { generateKeyPairSync } from "node:crypto";
import type { AddedPasskey, PublicKeyCredential } from "#generated/types";
import { secondFactorsOf } from "../../src/modules/factors/factors";
import { startCeremony } from "../../src/modules/passkeys/passkeys";
import { type Person, testApp } from "../support/app";
import { Authenticator, type Deviations } from "../support/authenticator";
import { templatesTo } from "../support/links";
import { addPasskey, contextOf, fillPasskeys, meetAtPerson, startPasskey, turnOnTotp } from "../support/second-factors";

const app = await testApp();

const create = (person: Person, ceremony: string, response: unknown, name = "Phone") =>
  person.call<AddedPasskey>("createPasskey", { body: { ceremony, name, response } });

describe("201", () => {
  test("the first second factor comes with ten recovery codes, and a mail says which passkey was added", async () => {
    const ada = await app.person();
    const { ceremony, options } = await startPasskey(ada);
    const authenticator = new Authenticator({ backedUp: true });
    const { status, body } = await create(ada, ceremony, authenticator.create(options), "Ada's phone");
    const createdAt = app.clock.now().toISOString();
    expect([status, body.passkey]).toEqual([
      201,
      { id: body.passkey.id, name: "Ada's phone", backedUp: true, createdAt, lastUsedAt: null },
    ]);
    expect(body.recoveryCodes).toHaveLength(10);
    expect(await templatesTo(app, ada.email)).toEqual(["passkey-added"]);
    expect((await app.mails()).at(-1)?.text).toContain(`The passkey "Ada's phone" was added`);
    expect(await app.audited("passkey.added", ada.userId)).toMatchObject([
      { fields: { "answer.passkey.id": body.passkey.id, "body.name": "Ada's phone" } },
    ]);
  });

  test("a second one comes without, and so does one beside one-time codes", async () => {
    const ada = await app.person();
    await addPasskey(ada);
    expect((await addPasskey(ada)).recoveryCodes).toEqual([]);
    const charles = await app.person();
    await turnOnTotp(app, charles);
    expect((await addPasskey(charles)).recoveryCodes).toEqual([]);
    expect(await secondFactorsOf(app.sql, charles.userId)).toEqual({ totp: true, passkeys: 1, recoveryCodes: 10 });
  });

  test("a passkey that has signed for itself is one, too: some devices do so unasked", async () => {
    const ada = await app.person();
    const { ceremony, options } = await startPasskey(ada);
    const response = new Authenticator().create(options, { attestation: "self" });
    expect(await create(ada, ceremony, response)).toMatchObject({ status: 201 });
  });

  test("what a device says of how it is reached is kept as far as it can be", async () => {
    const ada = await app.person();
    const { ceremony, options } = await startPasskey(ada);
    const response = new Authenticator().create(options);
    const transports = ["usb", 7, null, "x".repeat(33), "nfc", ...Array.from({ length: 40 }, () => "hybrid")];
    response.response.transports = transports;
    expect(await create(ada, ceremony, response)).toMatchObject({ status: 201 });
    const again = (await startPasskey(ada)).options.excludeCredentials as { transports: string[] }[];
    expect(again[0]?.transports).toEqual(["usb", "nfc", ...Array.from({ length: 14 }, () => "hybrid")]);
  });
});

describe("403 passkey_refused", () => {
  const other = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const wrong: Record<string, [Deviations, reason: string]> = {
    "of another page": [{ origin: "https://localhost.example.com" }, "origin"],
    "of the same host over another scheme": [{ origin: "https://localhost" }, "origin"],
    "in a frame of another site": [{ crossOrigin: true }, "frame"],
    "for another relying party": [{ rpId: "example.com" }, "RPID"],
    "to another question": [{ challenge: Buffer.alloc(32).toString("base64url") }, "challenge"],
    "of another kind": [{ type: "webauthn.get" }, "type"],
    "of nobody who was there": [{ userPresent: false }, "presence"],
    "of somebody whom the device did not make sure of": [{ userVerified: false }, "verification"],
    "that is vouched for by certificates": [{ attestation: "certificate" }, "not asked for"],
    "that is vouched for in a form that nobody knows": [{ attestation: "unknown" }, "not asked for"],
    "signed for itself with another key": [{ attestation: "self", key: other.privateKey }, "not valid"],
    "with a key of an algorithm that was not asked for": [{ algorithm: -65535 }, "alg"],
    "with an id that is too long": [{ idLength: 1024 }, "too long"],
    "without an id": [{ idLength: 0 }, "Missing credential ID"],
  };

  test.each(Object.entries(wrong))("an answer %s", async (_, [deviations, reason]) => {
    const ada = await app.person();
    const { ceremony, options } = await startPasskey(ada);
    const response = new Authenticator().create(options, deviations);
    expect(await create(ada, ceremony, response)).toMatchObject({ status: 403, body: { code: "passkey_refused" } });
    expect(lastReason()).toContain(reason);
    expect(await secondFactorsOf(app.sql, ada.userId)).toMatchObject({ passkeys: 0 });
  });

  const broken: Record<string, (response: PublicKeyCredential) => unknown> = {
    "that is empty": (response) => ({ ...response, response: {} }),
    "whose parts are numbers": (response) => ({ ...response, response: { clientDataJSON: 1, attestationObject: 2 } }),
    "whose parts are null": (response) => ({
      ...response,
      response: { clientDataJSON: null, attestationObject: null },
    }),
    "whose parts are objects": (response) => ({ ...response, response: { clientDataJSON: {}, attestationObject: [] } }),
    "that is not base64url": (response) => changed(response, { clientDataJSON: "!!!", attestationObject: "???" }),
    "whose client data are no JSON": (response) => changed(response, { clientDataJSON: "AAAA" }),
    "whose client data are null": (response) => changed(response, { clientDataJSON: base64url("null") }),
    "whose client data are a list": (response) => changed(response, { clientDataJSON: base64url("[]") }),
    "whose object is no CBOR": (response) => changed(response, { attestationObject: "____" }),
    "whose object is a number": (response) => changed(response, { attestationObject: base64url("\u0001") }),
    "whose object is cut off": (response) =>
      changed(response, { attestationObject: String(response.response.attestationObject).slice(0, 80) }),
    "whose object is nested without end": (response) =>
      changed(response, { attestationObject: Buffer.alloc(15_000, 0x81).toString("base64url") }),
    "whose ids are different": (response) => ({ ...response, rawId: "AAAA" }),
    "without an id of its own": (response) => ({ ...response, id: "", rawId: "" }),
  };

  test.each(Object.entries(broken))("an answer %s", async (_, breaking) => {
    const ada = await app.person();
    const { ceremony, options } = await startPasskey(ada);
    const response = breaking(new Authenticator().create(options));
    expect(await create(ada, ceremony, response)).toMatchObject({ status: 403, body: { code: "passkey_refused" } });
  });

  test("a ceremony is over after one answer, the right one too, and after a wrong one", async () => {
    const ada = await app.person();
    const { ceremony, options } = await startPasskey(ada);
    const authenticator = new Authenticator();
    expect(await create(ada, ceremony, authenticator.create(options))).toMatchObject({ status: 201 });
    expect(await create(ada, ceremony, authenticator.create(options))).toMatchObject({ status: 403 });
    const second = await startPasskey(ada);
    const wrong = authenticator.create(second.options, { userVerified: false });
    expect(await create(ada, second.ceremony, wrong)).toMatchObject({ status: 403 });
    const right = authenticator.create(second.options);
    expect(await create(ada, second.ceremony, right)).toMatchObject({ status: 403, body: { code: "passkey_refused" } });
    expect(await app.audited("passkey.refused", ada.userId)).toHaveLength(3);
  });

  test("a ceremony of somebody else, or for something else, or that never was", async () => {
    const [ada, charles] = [await app.person(), await app.person()];
    const { ceremony, options } = await startPasskey(ada);
    const response = new Authenticator().create(options);
    expect(await create(charles, ceremony, response)).toMatchObject({ status: 403 });
    expect(await create(ada, `gwp_${"A".repeat(43)}`, response)).toMatchObject({ status: 403 });
    const login = await startCeremony(contextOf(app), app.sql, "login", null);
    const forLogin = new Authenticator().create({ ...options, ...login.options });
    expect(await create(ada, login.ceremony, forLogin)).toMatchObject({ status: 403 });
  });

  test("an answer that comes after five minutes, to the millisecond", async () => {
    const ada = await app.person();
    const [inTime, late] = [await startPasskey(ada), await startPasskey(ada)];
    const authenticator = new Authenticator();
    app.clock.advance(5 * 60_000 - 1);
    expect(await create(ada, inTime.ceremony, authenticator.create(inTime.options))).toMatchObject({ status: 201 });
    app.clock.advance(1);
    expect(await create(ada, late.ceremony, authenticator.create(late.options))).toMatchObject({ status: 403 });
  });

  test("of ten answers to one question that come at once, one is taken", async () => {
    const ada = await app.person();
    const { ceremony, options } = await startPasskey(ada);
    const authenticator = new Authenticator();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => create(ada, ceremony, authenticator.create(options))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 403)]);
    expect(await secondFactorsOf(app.sql, ada.userId)).toEqual({ totp: false, passkeys: 1, recoveryCodes: 10 });
  });

  test("the log says why, in a few words", async () => {
    const ada = await app.person();
    const { ceremony, options } = await startPasskey(ada);
    await create(
      ada,
      ceremony,
      new Authenticator().create(options, { origin: `https://${"long.".repeat(500)}example` }),
    );
    expect(lastReason()).toStartWith('Error: Unexpected registration response origin "https://long.');
    expect(lastReason().length).toBe(200);
  });
});

describe("409 passkey_exists", () => {
  test("a passkey that belongs to an account goes into no other, nor into the same one again", async () => {
    const [ada, charles] = [await app.person(), await app.person()];
    const { authenticator } = await addPasskey(ada);
    const again = await startPasskey(ada);
    const known = await create(ada, again.ceremony, authenticator.create(again.options, { sameAgain: true }));
    expect(known).toMatchObject({ status: 409, body: { code: "passkey_exists" } });
    const { ceremony, options } = await startPasskey(charles);
    const copied = await create(charles, ceremony, authenticator.create(options, { sameAgain: true }));
    expect(copied).toMatchObject({ status: 409, body: { code: "passkey_exists" } });
    expect(await secondFactorsOf(app.sql, charles.userId)).toMatchObject({ passkeys: 0, recoveryCodes: 0 });
  });
});

describe("409 too_many_passkeys", () => {
  test("of two that are added at once to nineteen, one is", async () => {
    const ada = await app.person();
    await fillPasskeys(app, ada, 19);
    const begun = [await startPasskey(ada), await startPasskey(ada)];
    const answers = await meetAtPerson(app, ada, () =>
      begun.map(({ ceremony, options }) => create(ada, ceremony, new Authenticator().create(options))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await secondFactorsOf(app.sql, ada.userId)).toMatchObject({ passkeys: 20 });
  });
});

const base64url = (text: string) => Buffer.from(text).toString("base64url");

const changed = (credential: PublicKeyCredential, change: Record<string, unknown>) => ({
  ...credential,
  response: { ...credential.response, ...change },
});

/** Of the last refusal, as the log has it. */
function lastReason(): string {
  const lines = app.logged().split("\n");
  return JSON.parse(lines.findLast((line) => line.includes("passkey refused")) ?? "{}").reason ?? "";
}
