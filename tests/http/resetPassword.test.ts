import { describe, expect, test } from "bun:test";
import type { BearerGrant, Security, User } from "#generated/types";
import { type Person, testApp } from "../support/app";
import { mailsTo, newAddress } from "../support/invitations";
import { HOUR, MADE_UP, newcomer, QUIET, resetToken, tokenOf } from "../support/links";

const app = await testApp();

const PASSWORD = "another horse and a stapler";
const reset = (token: string, password = PASSWORD) =>
  app.anonymous.call("resetPassword", { body: { token, password } });
const logInStatus = async ({ email }: Person, password: string) =>
  (await app.anonymous.call("createSession", { body: { email, password } })).status;

/** All that gives access to an account beside its password and its sessions. Answers with a key of theirs. */
async function withEverything(person: Person) {
  const { userId } = person;
  const now = app.clock.now();
  await app.sql`
    insert into totp_secrets (user_id, secret_sealed, created_at, confirmed_at)
    values (${userId}, ${Buffer.alloc(48)}, ${now}, ${now})`;
  await app.sql`
    insert into recovery_codes (user_id, code_hash, created_at) values (${userId}, ${Buffer.alloc(32)}, ${now})`;
  await app.sql`
    insert into passkeys (id, user_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
    values (${app.options.ids.next()}, ${userId}, ${Buffer.from(userId)}, ${Buffer.alloc(77)}, 0, '{}', false, 'A', ${now})`;
  await app.sql`
    insert into identities (id, user_id, provider, issuer, subject, email, created_at)
    values (${app.options.ids.next()}, ${userId}, 'google', 'https://accounts.google.com', ${userId}, ${person.email}, ${now})`;
  const { body } = await person.call<{ items: { organizationId: string }[] }>("listOrganizations");
  return app.apiKey(person, body.items[0]!.organizationId, ["member:read"]);
}

const identitiesOf = ({ userId }: Person) => app.sql`select provider from identities where user_id = ${userId}`;
const keyWorks = async (key: Awaited<ReturnType<typeof withEverything>>, { userId }: Person) => {
  const [row] = await app.sql<{ id: string }[]>`select id from organizations where personal_to = ${userId}`;
  return (await key.call("listMembers", { path: { organizationId: row!.id } })).status === 200;
};

describe("204", () => {
  test("the new password logs in, and the old one does not", async () => {
    const ada = await app.person();
    expect(await reset(await resetToken(app, ada.email))).toMatchObject({ status: 204 });
    expect([await logInStatus(ada, PASSWORD), await logInStatus(ada, ada.password)]).toEqual([201, 401]);
  });

  test("every session ends at once", async () => {
    const ada = await app.person();
    const other = await app.logIn(ada);
    for (const session of [ada, other]) expect(await session.call("getMe")).toMatchObject({ status: 200 });
    await reset(await resetToken(app, ada.email));
    for (const session of [ada, other]) expect(await session.call("getMe")).toMatchObject({ status: 401 });
  });

  test("no device is known any more", async () => {
    const ada = await app.person();
    await reset(await resetToken(app, ada.email));
    const body = { email: ada.email, password: PASSWORD, deviceToken: ada.grant.deviceToken };
    const again = await app.anonymous.call<BearerGrant>("createSession", { body });
    expect(again.status).toBe(201);
    expect(again.body.deviceToken).not.toBe(ada.grant.deviceToken);
  });

  test("the address counts as verified, since somebody has read the mail", async () => {
    const ada = await newcomer(app);
    await reset(await resetToken(app, ada.email));
    const again = await app.logIn({ email: ada.email, password: PASSWORD });
    expect((await again.call<User>("getMe")).body.emailVerifiedAt).toBe(app.clock.now().toISOString());
  });

  test("a mail tells the person", async () => {
    const ada = await app.person();
    await reset(await resetToken(app, ada.email));
    expect((await mailsTo(app, ada.email)).map(({ template }) => template)).toEqual([
      "reset-password",
      "password-changed",
    ]);
  });

  test("who had verified the address keeps second factors, passkeys, identities and keys", async () => {
    const ada = await app.person();
    const key = await withEverything(ada);
    const before = (await ada.call<Security>("getSecurity")).body;
    await reset(await resetToken(app, ada.email));
    const [row] = await app.sql`
      select exists (select from totp_secrets where user_id = ${ada.userId}) as totp,
        (select count(*)::int from recovery_codes where user_id = ${ada.userId}) as recovery_codes,
        (select count(*)::int from passkeys where user_id = ${ada.userId}) as passkeys`;
    expect({ password: true, ...row }).toEqual(before);
    expect(await identitiesOf(ada)).toHaveLength(1);
    expect(await keyWorks(key, ada)).toBeTrue();
  });

  test("where nobody ever had, all that somebody else may have added is gone", async () => {
    const eve = await newcomer(app);
    const key = await withEverything(eve);
    expect(await keyWorks(key, eve)).toBeTrue();
    await reset(await resetToken(app, eve.email));
    const ada = await app.logIn({ email: eve.email, password: PASSWORD });
    expect((await ada.call<Security>("getSecurity")).body).toEqual({
      password: true,
      totp: false,
      recoveryCodes: 0,
      passkeys: 0,
    });
    expect(await identitiesOf(ada)).toHaveLength(0);
    expect(await keyWorks(key, ada)).toBeFalse();
  });

  test("the audit log names whose password it was", async () => {
    const ada = await app.person();
    await reset(await resetToken(app, ada.email));
    expect(await app.audited("password.reset", ada.userId)).toMatchObject([{ fields: {} }]);
  });
});

describe("409 link_not_valid", () => {
  const refused = { status: 409, body: { code: "link_not_valid" } };

  test("a link that was used", async () => {
    const ada = await app.person();
    const token = await resetToken(app, ada.email);
    await reset(token);
    expect(await reset(token, "a third horse and no stapler")).toMatchObject(refused);
    expect(await logInStatus(ada, PASSWORD)).toBe(201);
  });

  test("of ten who use one link at once, one does, and their password is the one", async () => {
    const ada = await app.person();
    const token = await resetToken(app, ada.email);
    const passwords = Array.from({ length: 10 }, (_, i) => `${PASSWORD} ${i}`);
    const answers = await Promise.all(passwords.map((password) => reset(token, password)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(9).fill(409)]);
    const won = passwords[answers.findIndex(({ status }) => status === 204)]!;
    expect(await logInStatus(ada, won)).toBe(201);
  });

  test("a link after an hour", async () => {
    const ada = await app.person();
    const token = await resetToken(app, ada.email);
    app.clock.advance(HOUR);
    expect(await reset(token)).toMatchObject(refused);
    expect(await logInStatus(ada, ada.password)).toBe(201);
  });

  test("a link of an older request", async () => {
    const ada = await app.person();
    const token = await resetToken(app, ada.email);
    app.clock.advance(QUIET + 1);
    await resetToken(app, ada.email);
    expect(await reset(token)).toMatchObject(refused);
  });

  test("a link after the address has changed", async () => {
    const [ada, email] = [await app.person(), newAddress()];
    const token = await resetToken(app, ada.email);
    await ada.call("requestEmailChange", { body: { email } });
    await ada.call("confirmEmailChange", { body: { token: await tokenOf(app, email, "confirm-email") } });
    expect(await reset(token)).toMatchObject(refused);
    expect(await logInStatus({ ...ada, email } as Person, ada.password)).toBe(201);
  });

  test("a link for another purpose", async () => {
    const ada = await newcomer(app);
    expect(await reset(await tokenOf(app, ada.email, "welcome"))).toMatchObject(refused);
  });

  test("a link that nobody made, which costs no hash", async () => {
    const { answer, passwordsHashed } = await app.working(() => reset(MADE_UP));
    expect(answer).toMatchObject(refused);
    expect(passwordsHashed).toBe(0);
  });
});

describe("422", () => {
  test("a password that many have, or made of the address, is refused, and the link goes on working", async () => {
    const ada = await app.person();
    const token = await resetToken(app, ada.email);
    for (const password of ["Password1!", `${ada.email}2026`]) {
      const answer = await reset(token, password);
      expect(answer).toMatchObject({
        status: 422,
        body: { code: "invalid_request", errors: [{ in: "body", pointer: "/password", code: "common_password" }] },
      });
      expect(answer.text).not.toContain(password);
    }
    expect(await reset(token)).toMatchObject({ status: 204 });
  });
});
