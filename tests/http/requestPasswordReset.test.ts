import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";
import { mailsTo, newAddress, tokenIn } from "../support/invitations";
import { DAY, newcomer, QUIET, resetToken, templatesTo, tokensOf } from "../support/links";

const app = await testApp();

const request = (email: string) => app.anonymous.call("requestPasswordReset", { body: { email } });
const resetWith = (token: string) =>
  app.anonymous.call("resetPassword", { body: { token, password: "another horse and a stapler" } });

describe("202", () => {
  test("a link goes to the address of the account, however it was typed", async () => {
    const ada = await app.person();
    expect(await request(ada.email.toUpperCase())).toMatchObject({ status: 202, text: "" });
    const [mail] = await mailsTo(app, ada.email);
    expect(mail?.template).toBe("reset-password");
    expect(await resetWith(tokenIn(mail!.text)!)).toMatchObject({ status: 204 });
  });

  test("nothing is sent to an address without an account, and no answer and no work tells", async () => {
    const [ada, nobody] = [await app.person(), newAddress()];
    await app.mails();
    const jobs = () => app.sql`select name, data ? 'email' as has from pgboss.job where state = 'created'`;
    const seen = async (email: string) => {
      const { answer, passwordsHashed } = await app.working(() => request(email));
      const added = [...(await jobs())];
      await app.mails();
      const { status, text, headers } = answer;
      return { status, text, headers: [...headers.keys()].sort(), passwordsHashed, added };
    };
    const known = await seen(ada.email);
    expect(await seen(nobody)).toEqual(known);
    expect(known).toMatchObject({
      passwordsHashed: 0,
      added: [{ name: "credentials.send-password-reset", has: true }],
    });
    expect([await templatesTo(app, ada.email), await templatesTo(app, nobody)]).toEqual([["reset-password"], []]);
  });

  test("nothing is sent to somebody who is suspended", async () => {
    const ada = await app.person();
    await app.sql`
      update users set suspended_at = created_at, suspension_reason = 'Sends spam' where id = ${ada.userId}`;
    await request(ada.email);
    expect(await templatesTo(app, ada.email)).toEqual([]);
  });

  test("nothing is sent once the time of a deletion is over, and before that it is", async () => {
    const ada = await app.person();
    const deletesAt = new Date(app.clock.now().getTime() + DAY);
    await app.sql`update users set deletes_at = ${deletesAt} where id = ${ada.userId}`;
    await request(ada.email);
    expect(await templatesTo(app, ada.email)).toEqual(["reset-password"]);
    app.clock.advance(DAY);
    await request(ada.email);
    expect(await templatesTo(app, ada.email)).toEqual(["reset-password"]);
  });

  test("an account without a password gets one by the link", async () => {
    const ada = await app.person();
    await app.sql`update users set password_hash = null where id = ${ada.userId}`;
    expect(await resetWith(await resetToken(app, ada.email))).toMatchObject({ status: 204 });
  });

  test("who asks again and again gets one mail in five minutes, and its link goes on working", async () => {
    const ada = await app.person();
    for (let i = 0; i < 20; i++) await request(ada.email);
    const [token, ...more] = await tokensOf(app, ada.email, "reset-password");
    expect(more).toEqual([]);
    app.clock.advance(QUIET);
    await request(ada.email);
    expect(await tokensOf(app, ada.email, "reset-password")).toHaveLength(1);
    expect(await resetWith(token!)).toMatchObject({ status: 204 });
  });

  test("after that another one is sent, and the one before stops working", async () => {
    const ada = await app.person();
    const first = await resetToken(app, ada.email);
    app.clock.advance(QUIET + 1);
    const second = await resetToken(app, ada.email);
    expect(await resetWith(first)).toMatchObject({ status: 409 });
    expect(await resetWith(second)).toMatchObject({ status: 204 });
  });

  test("nobody is greeted by name at an address that was never verified", async () => {
    const ada = await newcomer(app, { name: "You have won, see prizes.example" });
    await request(ada.email);
    const [mail] = (await mailsTo(app, ada.email)).filter(({ template }) => template === "reset-password");
    expect(mail!.text + mail!.html).not.toContain("prizes.example");
  });

  test("what is stored is a hash of the link", async () => {
    const ada = await app.person();
    const token = await resetToken(app, ada.email);
    expect(await app.everythingStored()).not.toContain(token);
    expect(app.logged()).not.toContain(token);
  });

  test("the audit log tells nothing of whom, because nobody knows who asked", async () => {
    const before = (await app.audited("password.reset_requested", null)).length;
    await request((await app.person()).email);
    expect((await app.audited("password.reset_requested", null)).slice(before)).toMatchObject([{ fields: {} }]);
  });
});
