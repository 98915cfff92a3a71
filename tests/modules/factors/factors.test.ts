import { describe, expect, test } from "bun:test";
import { removeAllFactors, secondFactorsOf, useRecoveryCode, useTotpCode } from "../../../src/modules/factors/factors";
import { purgeTotpSetups } from "../../../src/modules/factors/jobs";
import { newRecoveryCodes } from "../../../src/modules/factors/recovery-codes";
import { FactorSecrets } from "../../../src/modules/factors/secrets";
import { type Person, testApp } from "../../support/app";
import { contextOf, inTransaction, startTotp, successesOfTen, turnOnTotp } from "../../support/second-factors";

const app = await testApp();

const useTotp = ({ userId }: Person, code: string) =>
  inTransaction(app, (sql) => useTotpCode(contextOf(app), sql, userId, code));
const useRecovery = ({ userId }: Person, code = "") =>
  inTransaction(app, (sql) => useRecoveryCode(contextOf(app), sql, userId, code));

async function withTotp() {
  const person = await app.person();
  return { person, ...(await turnOnTotp(app, person)) };
}

describe("a one-time code", () => {
  test("works once in its step", async () => {
    const { person, totp } = await withTotp();
    const code = totp.nextCode();
    expect([await useTotp(person, code), await useTotp(person, code)]).toEqual([true, false]);
    expect(await useTotp(person, totp.nextCode())).toBe(true);
  });

  test("of an older step does not work once a newer one was used, though it never was", async () => {
    const { person, totp } = await withTotp();
    totp.nextCode();
    totp.nextCode();
    expect(await useTotp(person, totp.code(1))).toBe(true);
    for (const steps of [-1, 0, 1]) expect(await useTotp(person, totp.code(steps))).toBe(false);
  });

  test("works once, of ten uses that meet at the row", async () => {
    const { person, totp } = await withTotp();
    const code = totp.nextCode();
    const successes = successesOfTen(
      app,
      (sql) => sql`select from totp_secrets where user_id = ${person.userId} for update`,
      (sql) => useTotpCode(contextOf(app), sql, person.userId, code),
    );
    expect(await successes).toBe(1);
  });

  test("of somebody else, of a setup that was not confirmed, or of nobody does not work", async () => {
    const [{ person, totp }, other] = [await withTotp(), await withTotp()];
    expect(await useTotp(other.person, totp.nextCode())).toBe(false);
    const ada = await app.person();
    const begun = await startTotp(app, ada);
    expect(await useTotp(ada, begun.code())).toBe(false);
    expect(await useTotp(await app.person(), totp.code())).toBe(false);
    expect(await useTotp(person, totp.code())).toBe(true);
  });

  test("does not work with a secret that lies in another person's row", async () => {
    const [one, other] = [await withTotp(), await withTotp()];
    await app.sql`
      update totp_secrets set secret_sealed = (select secret_sealed from totp_secrets where user_id = ${one.person.userId})
      where user_id = ${other.person.userId}`;
    const code = one.totp.nextCode();
    expect(useTotp(other.person, code)).rejects.toThrow();
  });

  test("goes with the server's clock: an hour ahead it works, and back again none does that is older or was used", async () => {
    const { person, totp } = await withTotp();
    app.clock.advance(60 * 60_000);
    const ahead = totp.code();
    expect(await useTotp(person, ahead)).toBe(true);
    app.clock.advance(-60 * 60_000);
    expect(await useTotp(person, totp.code(1))).toBe(false);
    app.clock.advance(60 * 60_000);
    expect([await useTotp(person, ahead), await useTotp(person, totp.nextCode())]).toEqual([false, true]);
  });
});

describe("a recovery code", () => {
  test("works once, however it is typed, and the mail says how many are left", async () => {
    const { person, recoveryCodes } = await withTotp();
    const [first = "", second = "", third = ""] = recoveryCodes;
    expect(await useRecovery(person, ` ${first.toUpperCase().replace("-", " - ")} `)).toBe(true);
    expect(await useRecovery(person, first)).toBe(false);
    expect(await useRecovery(person, second.replace("-", ""))).toBe(true);
    expect(await useRecovery(person, third)).toBe(true);
    expect(await leftByMail(person)).toEqual(["9 are left.", "8 are left.", "7 are left."]);
    expect(await secondFactorsOf(app.sql, person.userId)).toEqual({ totp: true, passkeys: 0, recoveryCodes: 7 });
  });

  test("the mails about the last two say to make new ones", async () => {
    const { person, recoveryCodes } = await withTotp();
    for (const code of recoveryCodes) expect(await useRecovery(person, code)).toBe(true);
    expect((await leftByMail(person)).slice(-2)).toEqual([
      "One is left: make new ones before you need them.",
      "None is left: make new ones before you need them.",
    ]);
  });

  test("works once, of ten uses that meet at the row, and one mail is sent", async () => {
    const { person, recoveryCodes } = await withTotp();
    const [code = ""] = recoveryCodes;
    const successes = successesOfTen(
      app,
      (sql) => sql`select from recovery_codes where user_id = ${person.userId} for update`,
      (sql) => useRecoveryCode(contextOf(app), sql, person.userId, code),
    );
    expect(await successes).toBe(1);
    expect(await leftByMail(person)).toHaveLength(1);
  });

  test("of somebody else does not work, and no mail is sent", async () => {
    const [one, other] = [await withTotp(), await withTotp()];
    expect(await useRecovery(other.person, one.recoveryCodes[0])).toBe(false);
    expect(await useRecovery(other.person, "22222-22222")).toBe(false);
    expect(await leftByMail(other.person)).toEqual([]);
  });

  test("a use that is rolled back did not happen, and nobody gets a mail", async () => {
    const { person, recoveryCodes } = await withTotp();
    const [code = ""] = recoveryCodes;
    const undone = inTransaction(app, async (sql) => {
      expect(await useRecoveryCode(contextOf(app), sql, person.userId, code)).toBe(true);
      throw new Error("the login went no further");
    });
    expect(undone).rejects.toThrow("the login went no further");
    await undone.catch(() => {});
    expect(await leftByMail(person)).toEqual([]);
    expect(await useRecovery(person, code)).toBe(true);
  });

  test("has each of its characters from all thirty, and another one each time", () => {
    const codes = Array.from({ length: 100 }, newRecoveryCodes).flat();
    expect(new Set(codes).size).toBe(1_000);
    for (const place of [0, 4, 6, 10]) expect(new Set(codes.map((code) => code.charAt(place))).size).toBe(30);
    expect(codes.join("")).not.toMatch(/[01ilou]/);
  });

  test("is stored under the server's secret and the person's id: neither alone finds it", () => {
    const [one, other] = [new FactorSecrets("one secret of a server"), new FactorSecrets("another secret of a server")];
    const hash = one.hash("0199d1a0-9999-7a52-8f11-3f0f6a1b2c3d", "7xkq2m4pzt");
    expect(hash).toHaveLength(32);
    expect(other.hash("0199d1a0-9999-7a52-8f11-3f0f6a1b2c3d", "7xkq2m4pzt")).not.toEqual(hash);
    expect(one.hash("0199d1a0-aaaa-7a52-8f11-3f0f6a1b2c3d", "7xkq2m4pzt")).not.toEqual(hash);
  });
});

describe("removeAllFactors", () => {
  test("leaves neither one-time codes nor recovery codes, of this person only", async () => {
    const [one, other] = [await withTotp(), await withTotp()];
    await inTransaction(app, (sql) => removeAllFactors(sql, one.person.userId));
    const none = { totp: false, passkeys: 0, recoveryCodes: 0 };
    expect(await secondFactorsOf(app.sql, one.person.userId)).toEqual(none);
    expect(await secondFactorsOf(app.sql, other.person.userId)).toEqual({ ...none, totp: true, recoveryCodes: 10 });
  });
});

describe("the job factors.purge", () => {
  test("forgets setups that were begun more than an hour ago, and neither newer ones nor those in use", async () => {
    const [old, used, fresh] = [await app.person(), await withTotp(), await app.person()];
    await startTotp(app, old);
    app.clock.advance(60 * 60_000 + 1);
    const again = await app.logIn(fresh);
    await startTotp(app, again);
    await inTransaction(app, (sql) => app.services.jobs.add(sql, purgeTotpSetups, {}));
    await app.mails();
    const rows = await app.sql<{ userId: string }[]>`
      select user_id from totp_secrets where user_id = any(${[old.userId, used.person.userId, fresh.userId]})`;
    expect(rows.map(({ userId }) => userId).sort()).toEqual([used.person.userId, fresh.userId].sort());
  });
});

/** What the mails about used recovery codes say of those that are left. */
async function leftByMail({ email }: Person): Promise<string[]> {
  const mails = (await app.mails()).filter(({ to, template }) => to === email && template === "recovery-code-used");
  return mails.map(({ text }) => /used to log in\. (.*)$/m.exec(text)?.[1] ?? "");
}
