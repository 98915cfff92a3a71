import { describe, expect, test } from "bun:test";
import type { BearerGrant } from "#generated/types";
import { type Person, testApp } from "../support/app";
import { mailsTo } from "../support/invitations";
import { newcomer, resetToken, templatesTo } from "../support/links";

const app = await testApp();

const PASSWORD = "another horse and a stapler";
const change = (by: Person, password = PASSWORD) => by.call("changePassword", { body: { password } });
const logInStatus = async ({ email }: Person, password: string) =>
  (await app.anonymous.call("createSession", { body: { email, password } })).status;

describe("204", () => {
  test("the new password logs in, and the old one does not", async () => {
    const ada = await app.person();
    expect(await change(ada)).toMatchObject({ status: 204 });
    expect([await logInStatus(ada, PASSWORD), await logInStatus(ada, ada.password)]).toEqual([201, 401]);
  });

  test("every other session ends at once, and this one goes on", async () => {
    const ada = await app.person();
    const other = await app.logIn(ada);
    expect(await other.call("getMe")).toMatchObject({ status: 200 });
    await change(ada);
    expect(await other.call("getMe")).toMatchObject({ status: 401 });
    const body = { transport: "bearer", refreshToken: other.refreshToken };
    expect(await app.anonymous.call("refreshSession", { body })).toMatchObject({ status: 401 });
    expect(await ada.call("getMe")).toMatchObject({ status: 200 });
  });

  test("the devices of those sessions are new ones at the next login, and this one is known", async () => {
    const ada = await app.person();
    const other = await app.logIn(ada);
    await change(ada);
    const deviceAfter = async ({ deviceToken }: BearerGrant) => {
      const body = { email: ada.email, password: PASSWORD, deviceToken };
      return (await app.anonymous.call<BearerGrant>("createSession", { body })).body.deviceToken;
    };
    expect(await deviceAfter(ada.grant)).toBe(ada.grant.deviceToken);
    expect(await deviceAfter(other.grant)).not.toBe(other.grant.deviceToken);
  });

  test("an account without a password has one from now on", async () => {
    const ada = await app.person();
    await app.sql`update users set password_hash = null where id = ${ada.userId}`;
    expect(await logInStatus(ada, ada.password)).toBe(401);
    await change(ada);
    expect(await logInStatus(ada, PASSWORD)).toBe(201);
  });

  test("links for a new password stop working", async () => {
    const ada = await app.person();
    const token = await resetToken(app, ada.email);
    await change(ada);
    const body = { token, password: "a third horse and no stapler" };
    expect(await app.anonymous.call("resetPassword", { body })).toMatchObject({ status: 409 });
  });

  test("a mail tells the person", async () => {
    const ada = await app.person();
    await change(ada);
    const [mail] = await mailsTo(app, ada.email);
    expect([mail?.template, mail?.text.includes(PASSWORD)]).toEqual(["password-changed", false]);
  });

  test("who has not verified their address can do it, too", async () => {
    const ada = await newcomer(app);
    expect(await change(ada)).toMatchObject({ status: 204 });
    expect(await logInStatus(ada, PASSWORD)).toBe(201);
  });

  test("the audit log names who, and no password", async () => {
    const ada = await app.person();
    await change(ada);
    expect(await app.audited("password.changed", ada.userId)).toMatchObject([{ fields: {} }]);
    expect(await app.everythingStored()).not.toContain(PASSWORD);
  });
});

describe("422", () => {
  test.each([
    ["one that many have", "common_password", "password123"],
    ["one made of the name", "common_password", "Ada Lovelace 1815!"],
    ["one of 7 characters", "too_short", "7 chars"],
    ["one of 1,025 characters", "too_long", "x".repeat(1025)],
  ])("%s is refused as %s, and nothing changes", async (_, code, password) => {
    const ada = await app.person({ name: "Ada Lovelace" });
    const answer = await change(ada, password);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ in: "body", pointer: "/password", code }] } });
    expect(answer.text).not.toContain(password);
    expect(await logInStatus(ada, ada.password)).toBe(201);
    expect(await templatesTo(app, ada.email)).not.toContain("password-changed");
  });
});
