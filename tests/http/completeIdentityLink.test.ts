import { describe, expect, test } from "bun:test";
import type { Identity, Problem } from "#generated/types";
import type { LocalPerson } from "../../src/dev/identity-provider";
import { setPasswordHash } from "../../src/modules/accounts/accounts";
import { removeAllIdentities } from "../../src/modules/identities/identities";
import { type Person, registration, testApp } from "../support/app";
import { HostileProvider } from "../support/hostile-provider";
import { mailsTo } from "../support/invitations";
import { beginLink, beginLogin, oidcProvider } from "../support/oidc-provider";
import { contextOf, inTransaction } from "../support/second-factors";

const provider = await oidcProvider();
const hostile = await HostileProvider.start();
const app = await testApp({
  identityProviders: [provider.settings(), provider.settings("second", "The same again"), hostile.settings],
});

async function link(account: Person, person: LocalPerson, id = "oidc") {
  const body = await provider.visit(await beginLink(account, id), person);
  return account.call<Identity & Problem>("completeIdentityLink", { body });
}

async function logIn(person: LocalPerson) {
  const body = await provider.visit(await beginLogin(app.anonymous), person);
  return app.anonymous.call("createFederatedSession", { body });
}

describe("200", () => {
  test("from then on the identity logs in to the account, though its address is another one", async () => {
    const ada = await app.person();
    const elsewhere = provider.person({ email: "ada@elsewhere.example" });
    const { status, body } = await link(ada, elsewhere);
    expect(status).toBe(200);
    expect(body).toMatchObject({ provider: "oidc", email: "ada@elsewhere.example", lastUsedAt: null });
    expect(await logIn(elsewhere)).toMatchObject({ status: 201 });
    expect(await app.audited("session.created", ada.userId)).toMatchObject([
      { operation: "createSession" },
      { operation: "createFederatedSession" },
    ]);
  });

  test("a mail to the account's own address says so", async () => {
    const ada = await app.person({ name: "Ada" });
    await link(ada, provider.person({ email: "quite@other.example" }));
    const [mail, ...more] = (await mailsTo(app, ada.email)).filter(({ template }) => template === "identity-linked");
    expect(more).toEqual([]);
    expect(mail?.text).toContain("Test provider (quite@other.example)");
  });

  test("an address that nobody has verified is not written to: it may be a stranger's", async () => {
    const made = registration();
    await app.anonymous.call("createUser", { body: made });
    expect((await link(await app.logIn(made), provider.person())).status).toBe(200);
    const templates = (await mailsTo(app, made.email)).map(({ template }) => template);
    expect(templates).not.toContain("identity-linked");
  });

  test("the audit log says with which provider", async () => {
    const ada = await app.person();
    await link(ada, provider.person());
    expect(await app.audited("identity.linked", ada.userId)).toMatchObject([{ fields: { "answer.provider": "oidc" } }]);
  });
});

describe("403 address_not_verified", () => {
  test("an identity without a verified address is not linked", async () => {
    const ada = await app.person();
    const { status, body } = await link(ada, provider.person({ isVerified: false }));
    expect([status, body.code]).toEqual([403, "address_not_verified"]);
    expect((await ada.call("listIdentities")).body).toEqual({ items: [] });
  });
});

describe("403 authorization_not_valid", () => {
  test("what somebody else began links nothing, to neither of them, and is refused on record", async () => {
    const [ada, mallory] = await Promise.all([app.person(), app.person()]);
    const body = await provider.visit(await beginLink(mallory), provider.person());
    const refused = await ada.call<Problem>("completeIdentityLink", { body });
    expect([refused.status, refused.body.code]).toEqual([403, "authorization_not_valid"]);
    expect(await app.audited("identity.refused", ada.userId)).toHaveLength(1);
    const late = await mallory.call<Problem>("completeIdentityLink", { body });
    expect([late.status, late.body.code]).toEqual([403, "authorization_not_valid"]);
  });

  test("who lost the account while the provider was asked links nothing to it any more", async () => {
    const mallory = await app.person();
    const { userId } = mallory;
    const takeBack = () =>
      inTransaction(app, async (sql) => {
        await setPasswordHash(contextOf(app), sql, userId, "$argon2id$of-the-owner");
        await removeAllIdentities(sql, userId);
      });
    const body = hostile.comeBack(await beginLink(mallory, "hostile"), { meanwhile: takeBack });
    const { status, body: problem } = await mallory.call<Problem>("completeIdentityLink", { body });
    expect([status, problem.code]).toEqual([403, "authorization_not_valid"]);
    const [count] = await app.sql`select count(*)::int as identities from identities where user_id = ${userId}`;
    expect(count?.identities).toBe(0);
  });
});

describe("409 identity_taken", () => {
  test("an identity belongs to one account", async () => {
    const [ada, mallory] = await Promise.all([app.person(), app.person()]);
    const elsewhere = provider.person();
    await link(ada, elsewhere);
    const { status, body } = await link(mallory, elsewhere);
    expect([status, body.code]).toEqual([409, "identity_taken"]);
    await logIn(elsewhere);
    expect(await app.audited("session.created", ada.userId)).toHaveLength(2);
    expect(await mailsTo(app, mallory.email)).not.toContainEqual(
      expect.objectContaining({ template: "identity-linked" }),
    );
  });

  test("an account has one identity of each provider", async () => {
    const ada = await app.person();
    await link(ada, provider.person());
    const { status, body } = await link(ada, provider.person());
    expect([status, body.code]).toEqual([409, "identity_taken"]);
  });

  test("an identity is who the issuer says, by whichever short name the provider is set up", async () => {
    const [ada, mallory] = await Promise.all([app.person(), app.person()]);
    const elsewhere = provider.person();
    await link(ada, elsewhere);
    const { status, body } = await link(mallory, elsewhere, "second");
    expect([status, body.code]).toEqual([409, "identity_taken"]);
  });
});
