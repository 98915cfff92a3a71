import { describe, expect, test } from "bun:test";
import type { User } from "#generated/types";
import { type Person, testApp } from "../support/app";
import { DAY, MADE_UP, newcomer, resetToken, tokenOf } from "../support/links";

const app = await testApp();

const verify = (by: Person, token: string) => by.call<User>("verifyEmail", { body: { token } });
const found = (by: Person) => by.call("createOrganization", { body: { name: "Analytical Engines" } });
const isVerified = async (by: Person) => (await by.call<User>("getMe")).body.emailVerifiedAt !== null;

describe("200", () => {
  test("the link of the welcome proves the address, and the answer is the profile as it is now", async () => {
    const ada = await newcomer(app);
    app.clock.advance(60_000);
    const before = (await ada.call<User>("getMe")).body;
    const now = app.clock.now().toISOString();
    const answer = await verify(ada, await tokenOf(app, ada.email, "welcome"));
    expect([answer.status, answer.body]).toEqual([200, { ...before, emailVerifiedAt: now, updatedAt: now }]);
    expect((await ada.call<User>("getMe")).body).toEqual(answer.body);
  });

  test("the person may do more with the same access token at once", async () => {
    const ada = await newcomer(app);
    expect(await found(ada)).toMatchObject({ status: 403 });
    await verify(ada, await tokenOf(app, ada.email, "welcome"));
    expect(await found(ada)).toMatchObject({ status: 201 });
  });

  test("the link works for three days", async () => {
    const ada = await newcomer(app);
    const token = await tokenOf(app, ada.email, "welcome");
    app.clock.advance(3 * DAY - 1);
    expect(await verify(await app.logIn(ada), token)).toMatchObject({ status: 200 });
  });

  test("of ten who use one link at once, one does", async () => {
    const ada = await newcomer(app);
    const token = await tokenOf(app, ada.email, "welcome");
    const answers = await Promise.all(Array.from({ length: 10 }, () => verify(ada, token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
  });

  test("the audit log names who", async () => {
    const ada = await newcomer(app);
    await verify(ada, await tokenOf(app, ada.email, "welcome"));
    expect(await app.audited("email.verified", ada.userId)).toMatchObject([{ fields: {} }]);
  });
});

describe("409 link_not_valid", () => {
  const refused = { status: 409, body: { code: "link_not_valid" } };

  test("a link that was used", async () => {
    const ada = await newcomer(app);
    const token = await tokenOf(app, ada.email, "welcome");
    await verify(ada, token);
    expect(await verify(ada, token)).toMatchObject(refused);
  });

  test("somebody else's link: who only clicks verifies no account that somebody else made, and the link goes on", async () => {
    const [ada, eve] = [await newcomer(app), await newcomer(app)];
    const token = await tokenOf(app, ada.email, "welcome");
    expect(await verify(eve, token)).toMatchObject(refused);
    expect([await isVerified(ada), await isVerified(eve)]).toEqual([false, false]);
    expect(await verify(ada, token)).toMatchObject({ status: 200 });
  });

  test("a link after three days", async () => {
    const ada = await newcomer(app);
    const token = await tokenOf(app, ada.email, "welcome");
    app.clock.advance(3 * DAY);
    expect(await verify(await app.logIn(ada), token)).toMatchObject(refused);
    expect(await isVerified(await app.logIn(ada))).toBeFalse();
  });

  test("a link for another purpose", async () => {
    const ada = await newcomer(app);
    expect(await verify(ada, await resetToken(app, ada.email))).toMatchObject(refused);
    expect(await isVerified(ada)).toBeFalse();
  });

  test("a link to an address that the account no longer has, although it was made after the change", async () => {
    const ada = await newcomer(app);
    const token = await tokenOf(app, ada.email, "welcome");
    await app.sql`update users set email = ${`new-${ada.email}`} where id = ${ada.userId}`;
    expect(await verify(ada, token)).toMatchObject(refused);
    expect(await isVerified(ada)).toBeFalse();
  });

  test("a link that nobody made", async () => {
    expect(await verify(await newcomer(app), MADE_UP)).toMatchObject(refused);
  });
});
