import { describe, expect, test } from "bun:test";
import type { User } from "#generated/types";
import { type Person, testApp } from "../support/app";
import { mailsTo, newAddress } from "../support/invitations";
import { newcomer, templatesTo, tokensOf } from "../support/links";

const app = await testApp();

const request = (by: Person, email: string) => by.call("requestEmailChange", { body: { email } });

describe("202", () => {
  test("a link goes to the new address, word to the present one, and the account keeps its address", async () => {
    const [ada, email] = [await app.person(), newAddress()];
    expect(await request(ada, email)).toMatchObject({ status: 202, text: "" });
    expect(await templatesTo(app, email)).toEqual(["confirm-email"]);
    expect(await templatesTo(app, ada.email)).toEqual(["email-change-requested"]);
    expect((await ada.call<User>("getMe")).body.email).toBe(ada.email);
  });

  test("the present address is told what to do, not the new address, and gets no link", async () => {
    const [ada, email] = [await app.person(), newAddress()];
    await request(ada, email);
    const [{ text, html } = { text: "", html: "" }] = await mailsTo(app, ada.email);
    expect(text).toContain("If it was not you");
    expect(text + html).not.toContain(email);
    expect(text).not.toContain("token=");
  });

  test("an address that has an account gets the same answer, and the same mail", async () => {
    const [ada, grace, email] = [await app.person(), await app.person(), newAddress()];
    const [free, taken] = [await request(ada, email), await request(ada, grace.email)];
    expect([taken.status, taken.text]).toEqual([free.status, free.text]);
    const words = async (to: string) =>
      (await mailsTo(app, to)).map(({ text }) => text.replaceAll(to, "").replace(/token=\S+/, ""));
    expect(await words(grace.email)).toEqual(await words(email));
  });

  test("of two links only the newer works", async () => {
    const [ada, first, second] = [await app.person(), newAddress(), newAddress()];
    await request(ada, first);
    await request(ada, second);
    const [[older], [newer]] = [
      await tokensOf(app, first, "confirm-email"),
      await tokensOf(app, second, "confirm-email"),
    ];
    expect(await ada.call("confirmEmailChange", { body: { token: older } })).toMatchObject({ status: 409 });
    expect(await ada.call("confirmEmailChange", { body: { token: newer } })).toMatchObject({ status: 200 });
  });

  test("who mistyped their address can still change it", async () => {
    const [ada, email] = [await newcomer(app), newAddress()];
    expect(await request(ada, email)).toMatchObject({ status: 202 });
    expect(await templatesTo(app, email)).toEqual(["confirm-email"]);
  });

  test("the audit log names who, and no address", async () => {
    const ada = await app.person();
    await request(ada, newAddress());
    expect(await app.audited("email.change_requested", ada.userId)).toMatchObject([{ fields: {} }]);
  });
});

describe("401 reauthentication_required", () => {
  test("a login of an hour ago is not enough, and nothing is sent", async () => {
    const [ada, email] = [await app.person(), newAddress()];
    app.clock.advance(14 * 60_000);
    const later = await request(ada, email);
    app.clock.advance(2 * 60_000);
    expect(later).toMatchObject({ status: 202 });
    const grant = await app.anonymous.call<{ accessToken: string }>("refreshSession", {
      body: { transport: "bearer", refreshToken: ada.refreshToken },
    });
    ada.accessToken = grant.body.accessToken;
    const other = newAddress();
    expect(await request(ada, other)).toMatchObject({ status: 401, body: { code: "reauthentication_required" } });
    expect(await templatesTo(app, other)).toEqual([]);
  });
});
