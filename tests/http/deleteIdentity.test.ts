import { describe, expect, test } from "bun:test";
import type { BearerGrant, Identity, Problem } from "#generated/types";
import { testApp } from "../support/app";
import { BearerClient } from "../support/client";
import { mailsTo } from "../support/invitations";
import { meet } from "../support/locks";
import { beginLink, beginLogin, oidcProvider } from "../support/oidc-provider";

const [provider, second] = [await oidcProvider(), await oidcProvider()];
const app = await testApp({ identityProviders: [provider.settings(), second.settings("second")] });

async function linked(account: BearerClient, id = "oidc", at = provider): Promise<string> {
  const body = await at.visit(await beginLink(account, id), at.person());
  return (await account.call<Identity>("completeIdentityLink", { body })).body.id;
}

const unlink = (account: BearerClient, identityId: string) =>
  account.call<Problem>("deleteIdentity", { path: { identityId } });

/** Somebody who has nothing but an identity. */
async function federated(): Promise<{ account: BearerClient; identityId: string; userId: string }> {
  const body = await provider.visit(await beginLogin(app.anonymous), provider.person());
  const { accessToken } = (await app.anonymous.call<BearerGrant>("createFederatedSession", { body })).body;
  const account = new BearerClient(app.send, accessToken);
  const [identity] = (await account.call<{ items: Identity[] }>("listIdentities")).body.items;
  const { id: userId } = (await account.call<{ id: string }>("getMe")).body;
  return { account, identityId: identity!.id, userId };
}

const ofNobody = "0199d1a0-aaaa-7a52-8f11-3f0f6a1b2c3d";

describe("204", () => {
  test("the identity logs in to the account no more", async () => {
    const ada = await app.person();
    const elsewhere = provider.person({ email: ada.email });
    const body = await provider.visit(await beginLink(ada), elsewhere);
    const { id } = (await ada.call<Identity>("completeIdentityLink", { body })).body;
    expect((await unlink(ada, id)).status).toBe(204);
    const back = await provider.visit(await beginLogin(app.anonymous), elsewhere);
    const answer = await app.anonymous.call<Problem>("createFederatedSession", { body: back });
    expect([answer.status, answer.body.code]).toEqual([409, "link_needed"]);
  });

  test("a mail says so, and the audit log", async () => {
    const ada = await app.person();
    const identityId = await linked(ada);
    await unlink(ada, identityId);
    const mails = await mailsTo(app, ada.email);
    expect(mails.filter(({ template }) => template === "identity-unlinked")).toHaveLength(1);
    expect(await app.audited("identity.unlinked", ada.userId)).toMatchObject([
      { fields: { "path.identityId": identityId } },
    ]);
  });

  test("who has another one needs no password", async () => {
    const { account, identityId } = await federated();
    await linked(account, "second", second);
    expect((await unlink(account, identityId)).status).toBe(204);
  });

  test("nor does who has a passkey", async () => {
    const { account, identityId, userId } = await federated();
    const now = app.clock.now();
    await app.sql`
      insert into passkeys (id, user_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
      values (${app.options.ids.next()}, ${userId}, '\\x01', '\\x01', 0, '{}', false, 'Phone', ${now})`;
    expect((await unlink(account, identityId)).status).toBe(204);
  });
});

describe("404", () => {
  test("somebody else's identity is like one that does not exist, and stays", async () => {
    const [ada, grace] = await Promise.all([app.person(), app.person()]);
    const identityId = await linked(grace);
    const [foreign, missing] = [await unlink(ada, identityId), await unlink(ada, ofNobody)];
    expect(foreign.status).toBe(404);
    const ofOneRequest = { instance: "", requestId: "" };
    expect({ ...foreign.body, ...ofOneRequest }).toEqual({ ...missing.body, ...ofOneRequest });
    expect((await grace.call<{ items: unknown[] }>("listIdentities")).body.items).toHaveLength(1);
  });
});

describe("409 last_credential", () => {
  test("the only way into an account stays", async () => {
    const { account, identityId } = await federated();
    const { status, body } = await unlink(account, identityId);
    expect([status, body.code]).toEqual([409, "last_credential"]);
    expect((await account.call<{ items: unknown[] }>("listIdentities")).body.items).toHaveLength(1);
  });

  test("of two who go at once one stays", async () => {
    const { account, identityId, userId } = await federated();
    const other = await linked(account, "second", second);
    const answers = await meet(
      app.database,
      (sql) => sql`select id from users where id = ${userId} for update`,
      () => [unlink(account, identityId), unlink(account, other)],
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });
});
