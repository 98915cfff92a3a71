import { describe, expect, test } from "bun:test";
import { generateKeyPairSync } from "node:crypto";
import { isProblem } from "#contract/problem";
import type { PasskeyCeremony, PublicKeyCredential } from "#generated/types";
import { purgeCeremonies } from "../../../src/modules/passkeys/jobs";
import { answerCeremony, removeAllPasskeys, startCeremony } from "../../../src/modules/passkeys/passkeys";
import { type Person, testApp } from "../../support/app";
import { Authenticator, type AuthenticatorOptions, type Deviations } from "../../support/authenticator";
import { meet } from "../../support/locks";
import { addPasskey, contextOf, inTransaction, startPasskey } from "../../support/second-factors";

const app = await testApp();
const other = generateKeyPairSync("ec", { namedCurve: "P-256" });

type Purpose = Parameters<typeof answerCeremony>[2];
/** Of those who are known before they answer. */
const KNOWN = ["second_factor", "reauthentication"] as const;

const start = (purpose: Purpose, userId: string | null) => startCeremony(contextOf(app), app.sql, purpose, userId);
const answer = (purpose: Purpose, ceremony: string, response: PublicKeyCredential, userId: string | null) =>
  inTransaction(app, (sql) => answerCeremony(contextOf(app), sql, purpose, ceremony, response, userId));

async function withPasskey(options: AuthenticatorOptions = {}) {
  const person = await app.person();
  return { person, ...(await addPasskey(person, new Authenticator(options))) };
}

/** Asks and answers for one purpose: "ok", or the word of the refusal. */
async function use(purpose: Purpose, person: Person, authenticator: Authenticator, deviations: Deviations = {}) {
  const userId = purpose === "login" ? null : person.userId;
  const { ceremony, options } = await start(purpose, userId);
  const result = await answer(purpose, ceremony, authenticator.get(options, deviations), userId);
  return isProblem(result) ? result.code : result.userId === person.userId ? "ok" : "somebody else";
}

describe("a login", () => {
  test("names no account in its question; the answer says whose passkey it is", async () => {
    const { person, authenticator } = await withPasskey();
    const { options } = await start("login", null);
    expect(options).toMatchObject({ rpId: "localhost", userVerification: "required", timeout: 300_000 });
    expect(options.allowCredentials).toBeUndefined();
    expect(await use("login", person, authenticator)).toBe("ok");
  });

  test.each([
    ["nobody", null],
    ["somebody else", Buffer.alloc(16, 1).toString("base64url")],
    ["an empty handle", ""],
  ])("is refused where the answer says that it is %s's", async (_, userHandle) => {
    const { person, authenticator } = await withPasskey();
    expect(await use("login", person, authenticator, { userHandle })).toBe("passkey_refused");
  });

  test("with a passkey that nobody has is refused", async () => {
    const { person } = await withPasskey();
    const stranger = new Authenticator();
    stranger.create((await startPasskey(person)).options);
    expect(await use("login", person, stranger)).toBe("passkey_refused");
  });
});

describe.each(KNOWN)("a %s", (purpose) => {
  test("asks for the passkeys of the person, and takes an answer that does not say whose it is", async () => {
    const { person, authenticator } = await withPasskey();
    const { options } = await start(purpose, person.userId);
    const { id } = authenticator.get(options);
    expect(options.allowCredentials).toEqual([{ id, type: "public-key", transports: ["internal"] }]);
    expect(await use(purpose, person, authenticator)).toBe("ok");
    expect(await use(purpose, person, authenticator, { userHandle: null })).toBe("ok");
  });

  test("is refused with a passkey of somebody else", async () => {
    const [one, another] = [await withPasskey(), await withPasskey()];
    const { ceremony, options } = await start(purpose, one.person.userId);
    const response = another.authenticator.get({ ...options, allowCredentials: undefined });
    expect(await answer(purpose, ceremony, response, one.person.userId)).toMatchObject({ code: "passkey_refused" });
    const named = { ...options, allowCredentials: undefined };
    const asOther = another.authenticator.get(named, { userHandle: handleOf(one.person) });
    expect(await answer(purpose, ceremony, asOther, one.person.userId)).toMatchObject({ code: "passkey_refused" });
  });

  test("is refused to somebody else than it was for", async () => {
    const [one, another] = [await withPasskey(), await withPasskey()];
    const { ceremony, options } = await start(purpose, one.person.userId);
    const response = another.authenticator.get({ ...options, allowCredentials: undefined });
    expect(await answer(purpose, ceremony, response, another.person.userId)).toMatchObject({ code: "passkey_refused" });
  });
});

describe("every answer", () => {
  const wrong: Record<string, Deviations> = {
    "of another page": { origin: "https://evil.example" },
    "in a frame of another site": { crossOrigin: true },
    "for another relying party": { rpId: "example.com" },
    "to another question": { challenge: Buffer.alloc(32).toString("base64url") },
    "of another kind": { type: "webauthn.create" },
    "of nobody who was there": { userPresent: false },
    "of somebody whom the device did not make sure of": { userVerified: false },
    "signed with another key": { key: other.privateKey },
  };

  test.each(Object.entries(wrong))("%s is refused, and the passkey works on", async (_, deviations) => {
    const { person, authenticator } = await withPasskey();
    for (const purpose of ["login", ...KNOWN] as const)
      expect(await use(purpose, person, authenticator, deviations)).toBe("passkey_refused");
    expect(await use("login", person, authenticator)).toBe("ok");
  });

  test("works for the purpose of its question only", async () => {
    const { person, authenticator } = await withPasskey();
    for (const asked of KNOWN) {
      const { ceremony, options } = await start(asked, person.userId);
      const answered = asked === "second_factor" ? "reauthentication" : "second_factor";
      const result = await answer(answered, ceremony, authenticator.get(options), person.userId);
      expect(result).toMatchObject({ code: "passkey_refused" });
    }
    const login = await start("login", null);
    const result = await answer("second_factor", login.ceremony, authenticator.get(login.options), person.userId);
    expect(result).toMatchObject({ code: "passkey_refused" });
  });

  test("is looked at once: a replay is refused, and so is a right one after a wrong one", async () => {
    const { person, authenticator } = await withPasskey();
    const one = await start("login", null);
    const response = authenticator.get(one.options);
    expect(await answer("login", one.ceremony, response, null)).toEqual({ userId: person.userId });
    expect(await answer("login", one.ceremony, response, null)).toMatchObject({ code: "passkey_refused" });
    const second = await start("login", null);
    const wrong = authenticator.get(second.options, { userVerified: false });
    expect(await answer("login", second.ceremony, wrong, null)).toMatchObject({ code: "passkey_refused" });
    const right = authenticator.get(second.options);
    expect(await answer("login", second.ceremony, right, null)).toMatchObject({ code: "passkey_refused" });
  });

  test("is taken once, of ten that come at once", async () => {
    const { person, authenticator } = await withPasskey();
    const { ceremony, options } = await start("second_factor", person.userId);
    const response = authenticator.get(options);
    const results = await Promise.all(
      Array.from({ length: 10 }, () => answer("second_factor", ceremony, response, person.userId)),
    );
    expect(results.filter((result) => !isProblem(result))).toHaveLength(1);
  });

  test("comes within five minutes, to the millisecond", async () => {
    const { person, authenticator } = await withPasskey();
    const [inTime, late] = [await start("login", null), await start("login", null)];
    app.clock.advance(5 * 60_000 - 1);
    const first = await answer("login", inTime.ceremony, authenticator.get(inTime.options), null);
    expect(first).toEqual({ userId: person.userId });
    app.clock.advance(1);
    const second = await answer("login", late.ceremony, authenticator.get(late.options), null);
    expect(second).toMatchObject({ code: "passkey_refused" });
  });

  const broken: Record<string, (response: PublicKeyCredential) => PublicKeyCredential> = {
    "that is empty": (response) => ({ ...response, response: {} }),
    "of numbers": (response) => changed(response, { clientDataJSON: 1, authenticatorData: 2, signature: 3 }),
    "of nulls": (response) => changed(response, { clientDataJSON: null, authenticatorData: null, signature: null }),
    "whose client data are null": (response) => changed(response, { clientDataJSON: base64url("null") }),
    "whose data are too short": (response) => changed(response, { authenticatorData: "AAAA" }),
    "whose data are too long": (response) =>
      changed(response, { authenticatorData: `${response.response.authenticatorData}${"A".repeat(15_000)}` }),
    "without a signature": (response) => changed(response, { signature: undefined }),
    "whose signature is empty": (response) => changed(response, { signature: "" }),
    "whose signature is no sequence": (response) => changed(response, { signature: "AAAA" }),
    "whose user handle is an object": (response) => changed(response, { userHandle: {} }),
    "whose id is not base64url": (response) => ({ ...response, id: "!!!" }),
    "whose id is spelt another way": (response) => ({ ...response, id: `${response.id}=`, rawId: `${response.id}=` }),
    "whose ids are different": (response) => ({ ...response, rawId: "AAAA" }),
  };

  test.each(Object.entries(broken))("%s is refused, and nothing breaks", async (_, breaking) => {
    const { authenticator } = await withPasskey();
    const { ceremony, options } = await start("login", null);
    const response = breaking(authenticator.get(options));
    expect(await answer("login", ceremony, response, null)).toMatchObject({ code: "passkey_refused" });
  });

  test("with an unknown token is refused", async () => {
    const { authenticator } = await withPasskey();
    const { options } = await start("login", null);
    const result = await answer("login", `gwp_${"A".repeat(43)}`, authenticator.get(options), null);
    expect(result).toMatchObject({ code: "passkey_refused" });
  });
});

describe("the counter", () => {
  test("goes on: an answer that repeats it, or goes back, is of a copy and refused", async () => {
    const { person, authenticator } = await withPasskey({ counts: true });
    expect(await use("login", person, authenticator)).toBe("ok");
    expect(await use("login", person, authenticator)).toBe("ok");
    expect(await use("login", person, authenticator, { counter: 2 })).toBe("passkey_refused");
    expect(await use("login", person, authenticator, { counter: 1 })).toBe("passkey_refused");
    expect(await use("login", person, authenticator, { counter: 0 })).toBe("passkey_refused");
    expect(await use("login", person, authenticator)).toBe("ok");
  });

  test("that two answers have is taken of one, though both come at once", async () => {
    const { person, authenticator } = await withPasskey({ counts: true });
    const questions = [await start("login", null), await start("login", null)];
    const results = await meet(
      app.database,
      (sql) => sql`select from passkeys where user_id = ${person.userId} for update`,
      () =>
        questions.map(({ ceremony, options }) =>
          answer("login", ceremony, authenticator.get(options, { counter: 1 }), null),
        ),
    );
    expect(results.filter((result) => !isProblem(result))).toEqual([{ userId: person.userId }]);
  });

  test("may jump, as far as it can count, and stays at zero where a device does not count", async () => {
    const counting = await withPasskey({ counts: true });
    expect(await use("login", counting.person, counting.authenticator, { counter: 2 ** 32 - 1 })).toBe("ok");
    expect(await use("login", counting.person, counting.authenticator)).toBe("passkey_refused");
    const synced = await withPasskey();
    for (let time = 0; time < 3; time++) expect(await use("login", synced.person, synced.authenticator)).toBe("ok");
  });
});

describe("a passkey that was used", () => {
  test("says when, and whether it is backed up by now", async () => {
    const { person, authenticator } = await withPasskey({ backedUp: false });
    expect(await person.call("listPasskeys")).toMatchObject({
      body: { items: [{ backedUp: false, lastUsedAt: null }] },
    });
    app.clock.advance(60_000);
    authenticator.options.backedUp = true;
    expect(await use("login", person, authenticator)).toBe("ok");
    const lastUsedAt = app.clock.now().toISOString();
    expect(await person.call("listPasskeys")).toMatchObject({ body: { items: [{ backedUp: true, lastUsedAt }] } });
  });
});

describe("removeAllPasskeys", () => {
  test("leaves none, of this person only", async () => {
    const [one, another] = [await withPasskey(), await withPasskey()];
    await inTransaction(app, (sql) => removeAllPasskeys(sql, one.person.userId));
    expect(await use("login", one.person, one.authenticator)).toBe("passkey_refused");
    expect(await use("login", another.person, another.authenticator)).toBe("ok");
  });
});

describe("the job passkeys.purge", () => {
  test("deletes ceremonies whose time is over, and no others", async () => {
    await app.sql`delete from passkey_ceremonies`;
    const old: PasskeyCeremony = await start("login", null);
    app.clock.advance(5 * 60_000);
    const fresh = await start("login", null);
    await inTransaction(app, (sql) => app.services.jobs.add(sql, purgeCeremonies, {}));
    await app.mails();
    const { person, authenticator } = await withPasskey();
    expect(await app.sql`select from passkey_ceremonies`).toHaveLength(1);
    expect(await answer("login", fresh.ceremony, authenticator.get(fresh.options), null)).toEqual({
      userId: person.userId,
    });
    expect(old.ceremony).not.toBe(fresh.ceremony);
  });
});

const base64url = (text: string) => Buffer.from(text).toString("base64url");
const handleOf = ({ userId }: Person) => Buffer.from(userId.replaceAll("-", ""), "hex").toString("base64url");

const changed = (credential: PublicKeyCredential, change: Record<string, unknown>): PublicKeyCredential => ({
  ...credential,
  response: { ...credential.response, ...change },
});
