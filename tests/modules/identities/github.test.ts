/** GitHub has no ID token: who came back is what its API says of the token that the code was exchanged for. */
import { afterEach, describe, expect, test } from "bun:test";
import type { BearerGrant, Identity, Problem, User } from "#generated/types";
import { testApp } from "../../support/app";
import { BearerClient } from "../../support/client";
import { FakeGitHub, type GitHubAccount } from "../../support/github";
import { type Answer, beginLogin, REDIRECT_URI } from "../../support/oidc-provider";

const github = FakeGitHub.start();
const app = await testApp({ identityProviders: [github.settings] });
let accounts = 0;

afterEach(() => {
  github.apiStatus = 200;
  github.tokenError = undefined;
});

const account = (given: Partial<GitHubAccount> = {}): GitHubAccount => {
  const id = ++accounts;
  const emails = [
    { email: `old${id}@users.example`, primary: false, verified: true, visibility: null },
    { email: `grace${id}@users.example`, primary: true, verified: true, visibility: "private" },
  ];
  return { id, name: "Grace Hopper", emails, ...given };
};

const come = async (who: GitHubAccount) => github.approve(await beginLogin(app.anonymous, "github"), who);
const send = (body: Answer) => app.anonymous.call<BearerGrant & Problem>("createFederatedSession", { body });
const logIn = async (who: GitHubAccount) => send(await come(who));

describe("a login", () => {
  test("goes to GitHub's page with a state and a challenge, and asks for the addresses alone", async () => {
    const url = new URL((await beginLogin(app.anonymous, "github")).url);
    expect(url.href).toStartWith(`${github.origin}/login/oauth/authorize?`);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: "groundwork",
      redirect_uri: REDIRECT_URI,
      scope: "user:email",
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
    });
  });

  test("makes an account with the primary address, and finds it again by GitHub's number", async () => {
    const grace = account({ id: 583_231 });
    const first = await logIn(grace);
    expect(first.status).toBe(201);
    const client = new BearerClient(app.send, first.body.accessToken);
    const { body: profile } = await client.call<User>("getMe");
    expect(profile).toMatchObject({ name: "Grace Hopper", email: expect.stringMatching(/^grace/) });
    const moved = { ...grace, name: "Somebody", emails: [] };
    const again = await logIn(moved);
    expect(again.status).toBe(201);
    expect((await new BearerClient(app.send, again.body.accessToken).call<User>("getMe")).body.id).toBe(profile.id);
    const { body: list } = await client.call<{ items: Identity[] }>("listIdentities");
    expect(list.items).toMatchObject([{ provider: "github", email: profile.email }]);
  });

  test("without a name takes the address's", async () => {
    const { body } = await logIn(account({ name: null }));
    const { body: profile } = await new BearerClient(app.send, body.accessToken).call<User>("getMe");
    expect(profile.name).toBe(profile.email.split("@")[0]!);
  });
});

describe("403 address_not_verified", () => {
  test.each<[string, unknown]>([
    ["no address", []],
    ["a primary address that nobody verified", [{ email: "a@users.example", primary: true, verified: false }]],
    ["a verified address that is not the primary one", [{ email: "b@users.example", primary: false, verified: true }]],
    ["words that only look like yes", [{ email: "c@users.example", primary: "true", verified: "true" }]],
    ["something else altogether", { message: "?" }],
  ])("%s", async (_, emails) => {
    const { status, body } = await logIn(account({ emails }));
    expect([status, body.code]).toEqual([403, "address_not_verified"]);
  });
});

describe("403 authorization_not_valid", () => {
  test("a code works once", async () => {
    const first = await come(account());
    expect((await send(first)).status).toBe(201);
    const begun = await beginLogin(app.anonymous, "github");
    const state = new URL(begun.url).searchParams.get("state")!;
    const { status, body } = await send({ ...first, authorization: begun.authorization, state });
    expect([status, body.code]).toEqual([403, "authorization_not_valid"]);
  });

  test("a stolen code is worth nothing in the thief's own login: the verifier is another (RFC 7636)", async () => {
    const stolen = await come(account());
    const begun = await beginLogin(app.anonymous, "github");
    const state = new URL(begun.url).searchParams.get("state")!;
    const { status, body } = await send({ ...stolen, authorization: begun.authorization, state });
    expect([status, body.code]).toEqual([403, "authorization_not_valid"]);
  });

  test("an answer that another issuer put its name to is refused (RFC 9207)", async () => {
    const { status, body } = await send({ ...(await come(account())), iss: "https://accounts.google.com" });
    expect([status, body.code]).toEqual([403, "authorization_not_valid"]);
  });
});

describe("502 provider_unavailable", () => {
  test.each([401, 403, 404, 500])("the API answers %p", async (status) => {
    const answer = await come(account());
    github.apiStatus = status;
    const refused = await send(answer);
    expect([refused.status, refused.body.code]).toEqual([502, "provider_unavailable"]);
  });

  test.each([undefined, null, "1", 1.5, {}])("the API names nobody: %p", async (id) => {
    const { status, body } = await logIn(account({ id }));
    expect([status, body.code]).toEqual([502, "provider_unavailable"]);
  });

  test("GitHub does not know this application: the log says so", async () => {
    const answer = await come(account());
    github.tokenError = "incorrect_client_credentials";
    const { status, body } = await send(answer);
    expect([status, body.code]).toEqual([502, "provider_unavailable"]);
    expect(app.logged()).toContain("incorrect_client_credentials");
  });
});
