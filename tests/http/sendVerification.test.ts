import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";
import { mailsTo } from "../support/invitations";
import { newcomer, templatesTo, tokenOf, tokensOf } from "../support/links";

const app = await testApp();

describe("202", () => {
  test("a mail with another link goes to the address, and the link verifies it", async () => {
    const ada = await newcomer(app);
    expect(await ada.call("sendVerification")).toMatchObject({ status: 202, text: "" });
    expect(await templatesTo(app, ada.email)).toContain("verify-email");
    const token = await tokenOf(app, ada.email, "verify-email");
    expect(await ada.call("verifyEmail", { body: { token } })).toMatchObject({ status: 200 });
  });

  test("of all links that were sent only the newest works", async () => {
    const ada = await newcomer(app);
    const first = await tokenOf(app, ada.email, "welcome");
    await ada.call("sendVerification");
    await ada.call("sendVerification");
    const [second, third] = await tokensOf(app, ada.email, "verify-email");
    for (const token of [first, second])
      expect(await ada.call("verifyEmail", { body: { token } })).toMatchObject({ status: 409 });
    expect(await ada.call("verifyEmail", { body: { token: third } })).toMatchObject({ status: 200 });
  });

  test("nobody is greeted by a name before the address is proved: it could say anything", async () => {
    const ada = await newcomer(app, { name: "You have won, see prizes.example" });
    expect(await templatesTo(app, ada.email)).toEqual(["welcome"]);
    await ada.call("sendVerification");
    const mails = await mailsTo(app, ada.email);
    expect(mails).toHaveLength(2);
    for (const { text, html } of mails) expect(text + html).not.toContain("prizes.example");
  });

  test("what is stored is a hash of the link", async () => {
    const ada = await newcomer(app);
    await ada.call("sendVerification");
    const token = await tokenOf(app, ada.email, "verify-email");
    expect(await app.everythingStored()).not.toContain(token);
    expect(app.logged()).not.toContain(token);
  });

  test("the audit log names who", async () => {
    const ada = await newcomer(app);
    await ada.call("sendVerification");
    expect(await app.audited("email.verification_sent", ada.userId)).toMatchObject([{ fields: {} }]);
  });
});

describe("409 email_verified", () => {
  test("nothing is sent to an address that is verified", async () => {
    const ada = await app.person();
    expect(await ada.call("sendVerification")).toMatchObject({ status: 409, body: { code: "email_verified" } });
    expect(await templatesTo(app, ada.email)).toEqual([]);
  });
});
