import { describe, expect, test } from "bun:test";
import type { RecoveryCodes } from "#generated/types";
import { useRecoveryCode } from "../../src/modules/factors/factors";
import { type Person, testApp } from "../support/app";
import { templatesTo } from "../support/links";
import { addPasskey, contextOf, inTransaction, meetAtPerson, startTotp, turnOnTotp } from "../support/second-factors";

const app = await testApp();

const create = (person: Person) => person.call<RecoveryCodes>("createRecoveryCodes");
const use = ({ userId }: Person, code = "") =>
  inTransaction(app, (sql) => useRecoveryCode(contextOf(app), sql, userId, code));

describe("201", () => {
  test("ten new codes work, and none of those before; a mail tells the person", async () => {
    const ada = await app.person();
    const { recoveryCodes: before } = await turnOnTotp(app, ada);
    const { status, body } = await create(ada);
    expect([status, new Set(body.recoveryCodes).size]).toEqual([201, 10]);
    expect(await use(ada, before[0])).toBe(false);
    for (const code of body.recoveryCodes) expect(await use(ada, code)).toBe(true);
    expect((await templatesTo(app, ada.email)).slice(0, 2)).toEqual(["totp-activated", "recovery-codes-created"]);
    expect(await app.audited("recovery_codes.created", ada.userId)).toMatchObject([{ fields: {} }]);
  });

  test("a passkey is enough to have some", async () => {
    const ada = await app.person();
    await addPasskey(ada);
    expect(await create(ada)).toMatchObject({ status: 201 });
  });

  test("of two requests at once, the codes of one work and those of the other do not", async () => {
    const ada = await app.person();
    await turnOnTotp(app, ada);
    const answers = await meetAtPerson(app, ada, () => [create(ada), create(ada)]);
    const works = await Promise.all(answers.map(({ body }) => use(ada, body.recoveryCodes[0])));
    expect(works.sort()).toEqual([false, true]);
  });

  test("no code is in any row, nor in the log", async () => {
    const ada = await app.person();
    await turnOnTotp(app, ada);
    const { body } = await create(ada);
    const stored = await app.everythingStored();
    for (const code of body.recoveryCodes)
      for (const spelling of [code, code.replace("-", "")]) {
        expect(stored).not.toContain(spelling);
        expect(app.logged()).not.toContain(spelling);
      }
  });
});

describe("409 no_second_factor", () => {
  test("without a second factor there is nothing that they could stand in for", async () => {
    const ada = await app.person();
    expect(await create(ada)).toMatchObject({ status: 409, body: { code: "no_second_factor" } });
    await startTotp(app, ada);
    expect(await create(ada)).toMatchObject({ status: 409, body: { code: "no_second_factor" } });
  });
});
