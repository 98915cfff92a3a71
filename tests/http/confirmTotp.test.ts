import { describe, expect, test } from "bun:test";
import type { RecoveryCodes } from "#generated/types";
import { useTotpCode } from "../../src/modules/factors/factors";
import { type Person, testApp } from "../support/app";
import { templatesTo } from "../support/links";
import { addPasskey, contextOf, inTransaction, startTotp, turnOnTotp } from "../support/second-factors";

const app = await testApp();
const HOUR_MS = 60 * 60_000;

const confirm = (person: Person, code: string) => person.call<RecoveryCodes>("confirmTotp", { body: { code } });

describe("200", () => {
  test("the first second factor comes with ten recovery codes, all different, and a mail says that it is on", async () => {
    const ada = await app.person();
    const totp = await startTotp(app, ada);
    const { status, body } = await confirm(ada, totp.code());
    expect(status).toBe(200);
    expect(new Set(body.recoveryCodes).size).toBe(10);
    for (const code of body.recoveryCodes) expect(code).toMatch(/^[2-9a-hjkmnp-tv-z]{5}-[2-9a-hjkmnp-tv-z]{5}$/);
    expect(await templatesTo(app, ada.email)).toEqual(["totp-activated"]);
  });

  test("who had recovery codes with a passkey keeps those", async () => {
    const ada = await app.person();
    const { recoveryCodes } = await addPasskey(ada);
    expect(recoveryCodes).toHaveLength(10);
    const totp = await startTotp(app, ada);
    expect(await confirm(ada, totp.code())).toMatchObject({ status: 200, body: { recoveryCodes: [] } });
    const { rows } = await storedCodes(ada);
    expect(rows).toBe(10);
  });

  test("the code that turned them on is spent: a login needs the next one", async () => {
    const ada = await app.person();
    const { totp } = await turnOnTotp(app, ada);
    const use = (code: string) => inTransaction(app, (sql) => useTotpCode(contextOf(app), sql, ada.userId, code));
    expect(await use(totp.code())).toBe(false);
    expect(await use(totp.code(1))).toBe(true);
  });

  test("the code of the step before and of the step after is taken, since clocks differ", async () => {
    for (const steps of [-1, 1]) {
      const ada = await app.person();
      const totp = await startTotp(app, ada);
      expect(await confirm(ada, totp.code(steps))).toMatchObject({ status: 200 });
    }
  });

  test("of ten confirmations at once one works, and there are ten recovery codes", async () => {
    const ada = await app.person();
    const totp = await startTotp(app, ada);
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(ada, totp.code())));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
    expect(await storedCodes(ada)).toEqual({ rows: 10 });
  });

  test("of a passkey and one-time codes that are added at once, one comes with recovery codes", async () => {
    const ada = await app.person();
    const totp = await startTotp(app, ada);
    const [confirmed, added] = await Promise.all([confirm(ada, totp.code()), addPasskey(ada)]);
    expect(confirmed.body.recoveryCodes.length + added.recoveryCodes.length).toBe(10);
    expect(await storedCodes(ada)).toEqual({ rows: 10 });
  });

  test("no code is in any row, nor in the log; the audit log says that they are on", async () => {
    const ada = await app.person();
    const { recoveryCodes } = await turnOnTotp(app, ada);
    const stored = await app.everythingStored();
    for (const code of recoveryCodes)
      for (const spelling of [code, code.replace("-", ""), Buffer.from(code).toString("hex")]) {
        expect(stored).not.toContain(spelling);
        expect(app.logged()).not.toContain(spelling);
      }
    expect(await app.audited("totp.activated", ada.userId)).toMatchObject([{ operation: "confirmTotp", fields: {} }]);
  });
});

describe("403 wrong_code", () => {
  test("a wrong code turns nothing on, and the audit log has it", async () => {
    const ada = await app.person();
    const totp = await startTotp(app, ada);
    expect(await confirm(ada, totp.wrongCode())).toMatchObject({ status: 403, body: { code: "wrong_code" } });
    expect(await app.audited("totp.refused", ada.userId)).toHaveLength(1);
    expect(await storedCodes(ada)).toEqual({ rows: 0 });
    expect(await confirm(ada, totp.code())).toMatchObject({ status: 200 });
  });

  test("a code of two steps ago, or of two steps ahead, is wrong", async () => {
    const ada = await app.person();
    const totp = await startTotp(app, ada);
    for (const steps of [-2, 2]) expect(await confirm(ada, totp.code(steps))).toMatchObject({ status: 403 });
  });

  test("a code of another person's secret is wrong", async () => {
    const [ada, charles] = [await app.person(), await app.person()];
    await startTotp(app, ada);
    const other = await startTotp(app, charles);
    expect(await confirm(ada, other.code())).toMatchObject({ status: 403 });
  });
});

describe("409", () => {
  test("totp_not_started: nothing was begun", async () => {
    const ada = await app.person();
    expect(await confirm(ada, "287082")).toMatchObject({ status: 409, body: { code: "totp_not_started" } });
  });

  test("totp_not_started: what was begun is forgotten after an hour, to the millisecond", async () => {
    const ada = await app.person();
    const totp = await startTotp(app, ada);
    app.clock.advance(HOUR_MS - 1);
    const later = await app.logIn(ada);
    expect(await confirm(later, totp.wrongCode())).toMatchObject({ status: 403 });
    app.clock.advance(1);
    expect(await confirm(later, totp.code())).toMatchObject({ status: 409, body: { code: "totp_not_started" } });
  });

  test("totp_active: they are on", async () => {
    const ada = await app.person();
    const { totp } = await turnOnTotp(app, ada);
    expect(await confirm(ada, totp.nextCode())).toMatchObject({ status: 409, body: { code: "totp_active" } });
  });
});

describe("429 too_many_attempts", () => {
  test("after ten wrong codes no other is looked at until some time has passed, the right one neither", async () => {
    const ada = await app.person();
    const totp = await startTotp(app, ada);
    for (let tries = 0; tries < 10; tries++) expect((await confirm(ada, totp.wrongCode())).status).toBe(403);
    const refused = await confirm(ada, totp.code());
    expect(refused).toMatchObject({ status: 429, body: { code: "too_many_attempts" } });
    app.clock.advance(Number(refused.headers.get("retry-after")) * 1000);
    const later = await app.logIn(ada);
    expect(await confirm(later, totp.code())).toMatchObject({ status: 200 });
  });

  test("right codes use nothing up", async () => {
    const ada = await app.person();
    for (let times = 0; times < 11; times++) {
      await turnOnTotp(app, ada);
      expect(await ada.call("removeTotp")).toMatchObject({ status: 204 });
    }
  });
});

async function storedCodes({ userId }: Person) {
  const [row] = await app.sql<{ rows: number }[]>`
    select count(*)::int as rows from recovery_codes where user_id = ${userId}`;
  return row ?? { rows: -1 };
}
