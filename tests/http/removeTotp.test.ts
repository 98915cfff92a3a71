import { describe, expect, test } from "bun:test";
import { secondFactorsOf, useRecoveryCode, useTotpCode } from "../../src/modules/factors/factors";
import { type Person, testApp } from "../support/app";
import { templatesTo } from "../support/links";
import { addPasskey, contextOf, inTransaction, meetAtPerson, startTotp, turnOnTotp } from "../support/second-factors";

const app = await testApp();

const factorsOf = ({ userId }: Person) => secondFactorsOf(app.sql, userId);

describe("204", () => {
  test("no code works any more, and no recovery code; a mail tells the person", async () => {
    const ada = await app.person();
    const { totp, recoveryCodes } = await turnOnTotp(app, ada);
    expect(await ada.call("removeTotp")).toMatchObject({ status: 204 });
    const code = totp.nextCode();
    expect(await inTransaction(app, (sql) => useTotpCode(contextOf(app), sql, ada.userId, code))).toBe(false);
    const [recoveryCode = ""] = recoveryCodes;
    const use = inTransaction(app, (sql) => useRecoveryCode(contextOf(app), sql, ada.userId, recoveryCode));
    expect(await use).toBe(false);
    expect(await factorsOf(ada)).toEqual({ totp: false, passkeys: 0, recoveryCodes: 0 });
    expect(await templatesTo(app, ada.email)).toEqual(["totp-activated", "totp-removed"]);
    expect(await app.audited("totp.removed", ada.userId)).toMatchObject([{ operation: "removeTotp", fields: {} }]);
  });

  test("recovery codes stay where a passkey does", async () => {
    const ada = await app.person();
    await turnOnTotp(app, ada);
    await addPasskey(ada);
    await ada.call("removeTotp");
    expect(await factorsOf(ada)).toEqual({ totp: false, passkeys: 1, recoveryCodes: 10 });
  });

  test("of the last two second factors that are removed at once, the second takes the recovery codes with it", async () => {
    const ada = await app.person();
    await turnOnTotp(app, ada);
    const { passkey } = await addPasskey(ada);
    const answers = await meetAtPerson(app, ada, () => [
      ada.call("removeTotp"),
      ada.call("deletePasskey", { path: { passkeyId: passkey.id } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(await factorsOf(ada)).toEqual({ totp: false, passkeys: 0, recoveryCodes: 0 });
  });

  test("they can be set up anew, with another secret and other recovery codes", async () => {
    const ada = await app.person();
    const before = await turnOnTotp(app, ada);
    await ada.call("removeTotp");
    const after = await turnOnTotp(app, ada);
    expect(after.totp.secret).not.toBe(before.totp.secret);
    expect(after.recoveryCodes.filter((code) => before.recoveryCodes.includes(code))).toEqual([]);
    expect(after.recoveryCodes).toHaveLength(10);
  });

  test("where they are off nothing happens and no mail is sent; what was begun is forgotten", async () => {
    const ada = await app.person();
    const totp = await startTotp(app, ada);
    expect(await ada.call("removeTotp")).toMatchObject({ status: 204 });
    expect(await ada.call("confirmTotp", { body: { code: totp.code() } })).toMatchObject({ status: 409 });
    expect(await ada.call("removeTotp")).toMatchObject({ status: 204 });
    expect(await templatesTo(app, ada.email)).toEqual([]);
  });

  test("those of others stay", async () => {
    const [ada, charles] = [await app.person(), await app.person()];
    await turnOnTotp(app, ada);
    await turnOnTotp(app, charles);
    await ada.call("removeTotp");
    expect(await factorsOf(charles)).toEqual({ totp: true, passkeys: 0, recoveryCodes: 10 });
  });
});
