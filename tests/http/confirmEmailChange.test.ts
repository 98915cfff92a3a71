import { describe, expect, test } from "bun:test";
import type { User } from "#generated/types";
import { type Person, testApp } from "../support/app";
import { newAddress } from "../support/invitations";
import { DAY, MADE_UP, newcomer, resetToken, templatesTo, tokenOf } from "../support/links";
import { meet } from "../support/locks";

const app = await testApp();

const confirm = (by: Person, token: string) => by.call<User>("confirmEmailChange", { body: { token } });
const logInStatus = async (email: string, { password }: Person) =>
  (await app.anonymous.call("createSession", { body: { email, password } })).status;
const emailOf = async (by: Person) => (await by.call<User>("getMe")).body.email;

/** Asks for another address, and answers with what the link to it carries. */
async function changeToken(by: Person, email: string): Promise<string> {
  await by.call("requestEmailChange", { body: { email } });
  return tokenOf(app, email, "confirm-email");
}

describe("200", () => {
  test("from now on the new address logs in and the old one does not", async () => {
    const [ada, email] = [await app.person(), newAddress()];
    const answer = await confirm(ada, await changeToken(ada, email));
    expect([answer.status, answer.body]).toEqual([200, (await ada.call<User>("getMe")).body]);
    expect(answer.body.email).toBe(email);
    expect([await logInStatus(email, ada), await logInStatus(ada.email, ada)]).toEqual([201, 401]);
  });

  test("both addresses are told", async () => {
    const [ada, email] = [await app.person(), newAddress()];
    await confirm(ada, await changeToken(ada, email));
    expect(await templatesTo(app, ada.email)).toEqual(["email-change-requested", "email-changed"]);
    expect(await templatesTo(app, email)).toEqual(["confirm-email", "email-changed"]);
  });

  test("who had proved no address has proved this one, and may do more at once", async () => {
    const [ada, email] = [await newcomer(app), newAddress()];
    const answer = await confirm(ada, await changeToken(ada, email));
    expect(answer.body.emailVerifiedAt).toBe(app.clock.now().toISOString());
    expect(await ada.call("createOrganization", { body: { name: "Engines" } })).toMatchObject({ status: 201 });
  });

  test("the same address can be typed another way", async () => {
    const ada = await app.person();
    const email = ada.email.toUpperCase();
    expect((await confirm(ada, await changeToken(ada, email))).body.email).toBe(email);
  });

  test("every other link of the account stops working", async () => {
    const [ada, email] = [await newcomer(app), newAddress()];
    const verification = await tokenOf(app, ada.email, "welcome");
    const reset = await resetToken(app, ada.email);
    await confirm(ada, await changeToken(ada, email));
    expect(await ada.call("verifyEmail", { body: { token: verification } })).toMatchObject({ status: 409 });
    const body = { token: reset, password: "another horse and a stapler" };
    expect(await app.anonymous.call("resetPassword", { body })).toMatchObject({ status: 409 });
  });

  test("the audit log names who, and no address", async () => {
    const [ada, email] = [await app.person(), newAddress()];
    await confirm(ada, await changeToken(ada, email));
    expect(await app.audited("email.changed", ada.userId)).toMatchObject([{ fields: {} }]);
  });
});

describe("409 email_taken", () => {
  test("an address that got an account in the meantime: nothing changes, and nobody is told otherwise", async () => {
    const [ada, email] = [await app.person(), newAddress()];
    const token = await changeToken(ada, email);
    await app.person({ email: email.toUpperCase() });
    expect(await confirm(ada, token)).toMatchObject({ status: 409, body: { code: "email_taken" } });
    expect(await emailOf(ada)).toBe(ada.email);
    expect(await templatesTo(app, ada.email)).toEqual(["email-change-requested"]);
  });

  test("of two people who take one address at once, one gets it and the other keeps what they had", async () => {
    const [ada, grace, email] = [await app.person(), await app.person(), newAddress()];
    const tokens = [await changeToken(ada, email), await changeToken(grace, email)];
    const answers = await meet(
      app.database,
      (sql) => sql`select id from users where id in (${ada.userId}, ${grace.userId}) for update`,
      () => [confirm(ada, tokens[0]!), confirm(grace, tokens[1]!)],
    );
    const refused = answers.findIndex(({ status }) => status === 409);
    expect(answers[1 - refused]).toMatchObject({ status: 200, body: { email } });
    expect(answers[refused]).toMatchObject({ status: 409, body: { code: "email_taken" } });
    const kept = [ada, grace][refused]!;
    expect(await emailOf(kept)).toBe(kept.email);
    expect(await templatesTo(app, kept.email)).toEqual(["email-change-requested"]);
  });
});

describe("409 link_not_valid", () => {
  const refused = { status: 409, body: { code: "link_not_valid" } };

  test("a link that was used", async () => {
    const [ada, email] = [await app.person(), newAddress()];
    const token = await changeToken(ada, email);
    await confirm(ada, token);
    expect(await confirm(ada, token)).toMatchObject(refused);
  });

  test("somebody else's link, which goes on working", async () => {
    const [ada, eve, email] = [await app.person(), await app.person(), newAddress()];
    const token = await changeToken(ada, email);
    expect(await confirm(eve, token)).toMatchObject(refused);
    expect(await emailOf(eve)).toBe(eve.email);
    expect(await confirm(ada, token)).toMatchObject({ status: 200 });
  });

  test("a link after a day", async () => {
    const [ada, email] = [await app.person(), newAddress()];
    const token = await changeToken(ada, email);
    app.clock.advance(DAY);
    expect(await confirm(await app.logIn(ada), token)).toMatchObject(refused);
  });

  test("a link after the password has changed", async () => {
    const [ada, email] = [await app.person(), newAddress()];
    const token = await changeToken(ada, email);
    await ada.call("changePassword", { body: { password: "another horse and a stapler" } });
    expect(await confirm(ada, token)).toMatchObject(refused);
    expect(await emailOf(ada)).toBe(ada.email);
  });

  test("a link for another purpose, and one that nobody made", async () => {
    const ada = await newcomer(app);
    for (const token of [await tokenOf(app, ada.email, "welcome"), MADE_UP])
      expect(await confirm(ada, token)).toMatchObject(refused);
  });
});
