import { expect, test } from "bun:test";
import { type Person, testApp } from "../../support/app";
import { mailsTo, newAddress } from "../../support/invitations";
import { newcomer, templatesTo } from "../../support/links";
import { challengeOf, complete } from "../../support/logins";
import { addPasskey, turnOnTotp } from "../../support/second-factors";

const app = await testApp();
const root = await app.administrator();
const WORDS = "You have won, see prizes.example";

/** What a person does to their own account, and the administrators to it, that is told by mail. */
async function live(person: Person): Promise<void> {
  const { passkey } = await addPasskey(person, undefined, WORDS);
  const done = [await person.call("deletePasskey", { path: { passkeyId: passkey.id } })];
  const { recoveryCodes } = await turnOnTotp(app, person);
  const { challenge } = await challengeOf(app, person);
  done.push(await complete(app, challenge, { method: "recovery_code", code: recoveryCodes[0]! }));
  done.push(await person.call("createRecoveryCodes"));
  done.push(await person.call("removeTotp"));
  done.push(await person.call("changePassword", { body: { password: "another horse and a stapler" } }));
  done.push(await person.call("requestEmailChange", { body: { email: newAddress() } }));
  done.push(await person.call("deleteMe"));
  done.push(await person.call("restoreMe"));
  const path = { accountId: person.userId };
  done.push(await root.call("impersonateUser", { path, body: { reason: WORDS } }));
  done.push(await root.call("suspendUser", { path, body: { reason: WORDS } }));
  done.push(await root.call("restoreUser", { path }));
  expect(done.map(({ status }) => status).filter((status) => status >= 400)).toEqual([]);
}

test("a person whose address is proved is told of all that happens to the account", async () => {
  const ada = await app.person();
  await live(ada);
  expect(await templatesTo(app, ada.email)).toEqual([
    "passkey-added",
    "passkey-removed",
    "totp-activated",
    "recovery-code-used",
    "new-device",
    "recovery-codes-created",
    "totp-removed",
    "password-changed",
    "email-change-requested",
    "account-deletion",
    "account-restoration",
    "account-impersonation",
    "account-suspension",
    "account-unsuspension",
  ]);
});

test("to an address that nobody has proved goes what proves it, and nothing that somebody else has chosen", async () => {
  const mallory = await newcomer(app, { name: WORDS });
  await live(mallory);
  expect(await templatesTo(app, mallory.email)).toEqual(["welcome"]);
  for (const { text, html } of await mailsTo(app, mallory.email)) expect(text + html).not.toContain("prizes.example");
});
