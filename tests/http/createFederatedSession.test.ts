import { describe, expect, test } from "bun:test";
import type { BearerGrant, Problem, Session, User } from "#generated/types";
import { registration, testApp } from "../support/app";
import { BearerClient, type CallInput } from "../support/client";
import { meet } from "../support/locks";
import { type Answer, beginLink, beginLogin, oidcProvider } from "../support/oidc-provider";
import { addPasskey } from "../support/second-factors";

const provider = await oidcProvider();
const app = await testApp({ identityProviders: [provider.settings()] });
type Elsewhere = ReturnType<typeof provider.person>;

const come = async (person: Elsewhere) => provider.visit(await beginLogin(app.anonymous), person);

const send = (answer: Answer, more: object = {}, input: CallInput = {}) =>
  app.anonymous.call<BearerGrant & Problem>("createFederatedSession", { body: { ...answer, ...more }, ...input });

const logIn = async (person: Elsewhere) => send(await come(person));

const profileOf = async ({ accessToken }: BearerGrant) =>
  (await new BearerClient(app.send, accessToken).call<User>("getMe")).body;

describe("201", () => {
  test("somebody new gets an account with their name and their verified address, without a password", async () => {
    const grace = provider.person({ name: "Grace Hopper" });
    const { status, body } = await logIn(grace);
    expect(status).toBe(201);
    const profile = await profileOf(body);
    expect(profile).toMatchObject({ name: "Grace Hopper", email: grace.email });
    expect(profile.emailVerifiedAt).not.toBeNull();
    const [account] = await app.sql`select password_hash from users where id = ${profile.id}`;
    expect(account?.passwordHash).toBeNull();
    const client = new BearerClient(app.send, body.accessToken);
    const { body: organizations } = await client.call("listOrganizations");
    expect(organizations).toMatchObject({ items: [{ personal: true, name: "Grace Hopper" }] });
  });

  test("who comes again is the same person, whatever their address and name are by then", async () => {
    const grace = provider.person();
    const first = await profileOf((await logIn(grace)).body);
    const changed = provider.change(grace, { email: "grace@moved.example", isVerified: false, name: "Somebody" });
    const again = await logIn(changed);
    expect(again.status).toBe(201);
    expect(await profileOf(again.body)).toEqual(first);
  });

  test("of three first logins at once all succeed, and one account comes of them", async () => {
    const grace = provider.person();
    const answers = await Promise.all([come(grace), come(grace), come(grace)]);
    const grants = await meet(
      app.database,
      (sql) => sql`select pg_advisory_xact_lock(hashtextextended(${`${provider.issuer} ${grace.id}`}, 0))`,
      () => answers.map((answer) => send(answer)),
    );
    expect(grants.map(({ status }) => status)).toEqual([201, 201, 201]);
    const people = await Promise.all(grants.map(({ body }) => profileOf(body)));
    expect(new Set(people.map(({ id }) => id)).size).toBe(1);
    const [count] = await app.sql`select count(*)::int as identities from identities where subject = ${grace.id}`;
    expect(count?.identities).toBe(1);
  });

  test("a browser gets its tokens in cookies only", async () => {
    const answer = await come(provider.person());
    const browser = app.browser();
    const { status, body } = await browser.call("createFederatedSession", { body: { ...answer, transport: "cookie" } });
    expect(status).toBe(201);
    expect(body).not.toHaveProperty("accessToken");
    expect((await browser.call("getMe")).status).toBe(200);
  });

  test("the login is on record, and names who came", async () => {
    const { body } = await logIn(provider.person());
    const { id } = await profileOf(body);
    expect(await app.audited("session.created", id)).toMatchObject([
      { operation: "createFederatedSession", fields: { "body.transport": "bearer" } },
    ]);
  });

  test("the list of identities says when it was last used", async () => {
    const { body } = await logIn(provider.person());
    const { body: list } = await new BearerClient(app.send, body.accessToken).call<{ items: unknown[] }>(
      "listIdentities",
    );
    expect(list.items).toMatchObject([{ provider: "oidc", lastUsedAt: app.clock.now().toISOString() }]);
  });

  test("a name that nobody could have becomes one, and without a name there is the address's", async () => {
    const strange = await logIn(provider.person({ name: `  two\n${"lines".repeat(40)}` }));
    expect((await profileOf(strange.body)).name).toBe(`two ${"lines".repeat(40)}`.slice(0, 100));
    const nameless = provider.person({ name: " \t " });
    expect((await profileOf((await logIn(nameless)).body)).name).toBe(nameless.email.split("@")[0]!);
  });
});

describe("202", () => {
  test("an identity is one factor: who has a second one is asked for it, and has no session until then", async () => {
    const ada = await app.person();
    await addPasskey(ada);
    const elsewhere = provider.person();
    await ada.call("completeIdentityLink", { body: await provider.visit(await beginLink(ada), elsewhere) });
    const { status, body } = await logIn(elsewhere);
    expect(status).toBe(202);
    expect(Object.keys(body).sort()).toEqual(["challenge", "expiresIn", "methods"]);
    const { body: sessions } = await ada.call<{ items: Session[] }>("listSessions");
    expect(sessions.items).toHaveLength(1);
    expect(await app.audited("session.challenged", ada.userId)).toHaveLength(1);
  });
});

describe("403 address_not_verified", () => {
  test("an address that the provider does not vouch for makes no account", async () => {
    const grace = provider.person({ isVerified: false });
    const { status, body } = await logIn(grace);
    expect([status, body.code]).toEqual([403, "address_not_verified"]);
    expect(await accountsOf(grace.email)).toBe(0);
  });

  test.each(["no-address", `${"a".repeat(250)}@x.example`, "two@at@signs.example", "line\n@x.example", ""])(
    "nor does %p, which is none",
    async (email) => {
      const { status, body } = await logIn(provider.person({ email }));
      expect([status, body.code]).toEqual([403, "address_not_verified"]);
    },
  );
});

describe("403 account_suspended", () => {
  test("who is suspended does not get in with an identity either", async () => {
    const grace = provider.person();
    const { id } = await profileOf((await logIn(grace)).body);
    await app.sql`update users set suspended_at = now(), suspension_reason = 'Spam' where id = ${id}`;
    const { status, body } = await logIn(grace);
    expect([status, body.code]).toEqual([403, "account_suspended"]);
  });
});

describe("409 link_needed", () => {
  test("an address that has an account never leads into it, however its letters are typed", async () => {
    const ada = await app.person();
    const { status, body } = await logIn(provider.person({ email: ada.email.toUpperCase() }));
    expect([status, body.code]).toEqual([409, "link_needed"]);
    expect((await ada.call<{ items: unknown[] }>("listIdentities")).body.items).toEqual([]);
    const { body: sessions } = await ada.call<{ items: Session[] }>("listSessions");
    expect(sessions.items).toHaveLength(1);
  });

  test("nor into one whose address nobody has verified: somebody else may have made it", async () => {
    const made = registration();
    await app.anonymous.call("createUser", { body: made });
    const { status, body } = await logIn(provider.person({ email: made.email }));
    expect([status, body.code]).toEqual([409, "link_needed"]);
  });

  test("the owner of the account sees in their log that it was tried", async () => {
    const ada = await app.person();
    await logIn(provider.person({ email: ada.email }));
    expect(await app.audited("session.refused", ada.userId)).toMatchObject([{ operation: "createFederatedSession" }]);
  });
});

const accountsOf = async (email: string) =>
  (await app.sql<{ count: number }[]>`select count(*)::int as count from users where email = ${email}`)[0]?.count;
