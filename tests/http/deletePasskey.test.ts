import { describe, expect, test } from "bun:test";
import { secondFactorsOf } from "../../src/modules/factors/factors";
import { answerCeremony, startCeremony } from "../../src/modules/passkeys/passkeys";
import { type Person, testApp } from "../support/app";
import { templatesTo } from "../support/links";
import { addPasskey, contextOf, inTransaction, meetAtPerson, turnOnTotp } from "../support/second-factors";

const app = await testApp();

const remove = (person: Person, passkeyId: string) => person.call("deletePasskey", { path: { passkeyId } });
const factorsOf = ({ userId }: Person) => secondFactorsOf(app.sql, userId);

describe("204", () => {
  test("it no longer works, not even for a question that was asked before; a mail says which", async () => {
    const ada = await app.person();
    const { passkey, authenticator } = await addPasskey(ada);
    const { ceremony, options } = await startCeremony(contextOf(app), app.sql, "login", null);
    expect(await remove(ada, passkey.id)).toMatchObject({ status: 204 });
    const answer = authenticator.get(options);
    const used = inTransaction(app, (sql) => answerCeremony(contextOf(app), sql, "login", ceremony, answer, null));
    expect(await used).toMatchObject({ code: "passkey_refused" });
    expect(await templatesTo(app, ada.email)).toEqual(["passkey-added", "passkey-removed"]);
    expect((await app.mails()).at(-1)?.text).toContain('The passkey "Phone" was removed');
    expect(await app.audited("passkey.removed", ada.userId)).toMatchObject([
      { fields: { "path.passkeyId": passkey.id } },
    ]);
  });

  test("recovery codes go with the last second factor, and stay with any other", async () => {
    const ada = await app.person();
    const [phone, key] = [await addPasskey(ada), await addPasskey(ada)];
    await remove(ada, phone.passkey.id);
    expect(await factorsOf(ada)).toEqual({ totp: false, passkeys: 1, recoveryCodes: 10 });
    await turnOnTotp(app, ada);
    await remove(ada, key.passkey.id);
    expect(await factorsOf(ada)).toEqual({ totp: true, passkeys: 0, recoveryCodes: 10 });
    await ada.call("removeTotp");
    expect(await factorsOf(ada)).toEqual({ totp: false, passkeys: 0, recoveryCodes: 0 });
  });

  test("who has no password but an identity at another service can do without", async () => {
    const ada = await withoutPassword();
    const { passkey } = await addPasskey(ada);
    const id = app.options.ids.next();
    await app.sql`
      insert into identities (id, user_id, provider, issuer, subject, email, created_at)
      values (
        ${id}, ${ada.userId}, 'google', 'https://accounts.google.com', ${id}, ${ada.email}, ${app.clock.now()}
      )`;
    expect(await remove(ada, passkey.id)).toMatchObject({ status: 204 });
  });
});

describe("404", () => {
  test("somebody else's is as one that does not exist, and stays", async () => {
    const [ada, charles] = [await app.person(), await app.person()];
    const { passkey } = await addPasskey(ada);
    const [one, other] = [await remove(charles, passkey.id), await remove(charles, app.options.ids.next())];
    expect([one.status, other.status]).toEqual([404, 404]);
    expect({ ...one.body, instance: "", requestId: "" }).toEqual({ ...other.body, instance: "", requestId: "" });
    expect(await factorsOf(ada)).toMatchObject({ passkeys: 1 });
  });
});

describe("409 last_credential", () => {
  test("who has neither password nor identity keeps the last one, with its recovery codes", async () => {
    const ada = await withoutPassword();
    const [phone, key] = [await addPasskey(ada), await addPasskey(ada)];
    expect(await remove(ada, phone.passkey.id)).toMatchObject({ status: 204 });
    expect(await remove(ada, key.passkey.id)).toMatchObject({ status: 409, body: { code: "last_credential" } });
    expect(await factorsOf(ada)).toEqual({ totp: false, passkeys: 1, recoveryCodes: 10 });
  });

  test("of the last two that are removed at once, one stays", async () => {
    const ada = await withoutPassword();
    const [phone, key] = [await addPasskey(ada), await addPasskey(ada)];
    const answers = await meetAtPerson(app, ada, () => [remove(ada, phone.passkey.id), remove(ada, key.passkey.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await factorsOf(ada)).toMatchObject({ passkeys: 1 });
  });
});

/** Somebody who came by another way than with a password. */
async function withoutPassword(): Promise<Person> {
  const person = await app.person();
  await app.sql`update users set password_hash = null where id = ${person.userId}`;
  return person;
}
