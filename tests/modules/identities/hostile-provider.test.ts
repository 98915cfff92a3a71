/** What a provider of OpenID Connect may answer that is broken, slow, or wants to get in as somebody. */
import { beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { generateKeyPair, type JWTPayload } from "jose";
import type { BearerGrant, Problem } from "#generated/types";
import { testApp } from "../../support/app";
import { HostileProvider, type Misbehaviour } from "../../support/hostile-provider";
import { beginLogin } from "../../support/oidc-provider";

// A provider that does not answer is waited for five seconds.
setDefaultTimeout(20_000);
const WAIT_MAXIMUM_MS = 7_000;

const provider = await HostileProvider.start();
const app = await testApp({ identityProviders: [provider.settings] });
let foreignKey: CryptoKey;

beforeAll(async () => {
  foreignKey = (await generateKeyPair("ES256")).privateKey;
});

async function logIn(misbehaviour: Misbehaviour = {}) {
  const body = provider.comeBack(await beginLogin(app.anonymous, "hostile"), misbehaviour);
  return app.anonymous.call<BearerGrant & Problem>("createFederatedSession", { body });
}

async function expectProblem(answer: ReturnType<typeof logIn>, status: number, code: string): Promise<void> {
  const { status: got, body } = await answer;
  expect([got, body.code]).toEqual([status, code]);
  expect(await accounts()).toBe(0);
}

const accounts = async () =>
  (await app.sql<{ count: number }[]>`select count(*)::int as count from users where email like '%hostile.example'`)[0]
    ?.count;

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
const unsigned = (claims: JWTPayload) => `${encoded({ alg: "none" })}.${encoded(claims)}.`;
const HOUR_SECONDS = 3600;

describe("an ID token is refused", () => {
  test.each<[string, JWTPayload]>([
    ["whose nonce is of another request", { nonce: "another" }],
    ["without a nonce", { nonce: undefined }],
    ["of another issuer", { iss: "https://accounts.google.com" }],
    ["without an issuer", { iss: undefined }],
    ["for another application", { aud: "another" }],
    ["for several applications, which does not say for which it was made", { aud: ["groundwork", "another"] }],
    ["that was made for another application", { aud: ["groundwork", "another"], azp: "another" }],
    ["that has expired", { exp: 1_000_000 }],
    ["without an end", { exp: undefined }],
    ["that is not valid yet", { nbf: 4_000_000_000 }],
    ["without a time", { iat: undefined }],
    ["without a subject", { sub: undefined }],
  ])("%s", async (_, claims) => {
    await expectProblem(logIn({ claims }), 403, "authorization_not_valid");
  });

  test.each<[string, NonNullable<Misbehaviour["sign"]>]>([
    ["without a signature", (claims) => unsigned(claims)],
    ["signed by a key that is not the provider's", (claims) => provider.sign(claims, foreignKey)],
    ["signed by a key that it does not publish", (claims) => provider.sign(claims, provider.key, { kid: "key-2" })],
    ["whose claims were changed after it was signed", async (claims) => tampered(await provider.sign(claims))],
    ["signed with the client's secret", (claims) => `${encoded({ alg: "HS256" })}.${encoded(claims)}.AAAA`],
  ])("%s", async (_, sign) => {
    await expectProblem(logIn({ sign }), 403, "authorization_not_valid");
  });

  test("without a signature, though the provider's metadata allows that", async () => {
    const lax = await HostileProvider.start();
    lax.misbehaviour = { metadata: { id_token_signing_alg_values_supported: ["none", "HS256", "ES256"] } };
    const { anonymous } = await app.another({ identityProviders: [lax.settings] });
    const body = lax.comeBack(await beginLogin(anonymous, "hostile"), { sign: unsigned });
    const answer = await anonymous.call<Problem>("createFederatedSession", { body });
    expect([answer.status, answer.body.code]).toEqual([403, "authorization_not_valid"]);
  });

  test("that is missing", async () => {
    const answers = { "/token": () => Response.json({ access_token: "x", token_type: "Bearer" }) };
    await expectProblem(logIn({ answers }), 403, "authorization_not_valid");
  });
});

describe("what is no answer is 502 provider_unavailable", () => {
  test.each<[string, () => Response]>([
    ["a page", () => new Response("<html>", { headers: { "content-type": "text/html" } })],
    ["a failure", () => new Response("no", { status: 500 })],
    ["a redirect to somewhere else", () => Response.redirect("http://localhost:1/token", 307)],
    ["more than could be an answer", () => new Response(`{"access_token":"${"x".repeat(300_000)}"}`)],
    ["that this application is not known", () => Response.json({ error: "invalid_client" }, { status: 401 })],
    ["an ID token that is none", () => tokens("one.two.three")],
  ])("%s", async (_, answer) => {
    await expectProblem(logIn({ answers: { "/token": answer } }), 502, "provider_unavailable");
  });

  test.each(["with a zero\0", "", "x".repeat(256), "größe"])("a subject that is none: %p", async (sub) => {
    const answer = await logIn({ claims: { sub } });
    expect(answer.status).toBeOneOf([403, 502]);
    expect(await accounts()).toBe(0);
  });

  test("it does not answer, or begins to and does not end: nothing hangs, and others are served meanwhile", async () => {
    const asked = Promise.withResolvers<void>();
    const begun = performance.now();
    const silence = () => {
      asked.resolve();
      return new Promise<Response>(() => {});
    };
    const silent = logIn({ answers: { "/token": silence } });
    await asked.promise;
    const endless = logIn({ answers: { "/token": () => new Response(unending()) } });
    expect((await app.anonymous.call("listIdentityProviders")).status).toBe(200);
    await expectProblem(silent, 502, "provider_unavailable");
    await expectProblem(endless, 502, "provider_unavailable");
    expect(performance.now() - begun).toBeLessThan(WAIT_MAXIMUM_MS);
  });

  test("its metadata is somebody else's, is not there, or has no address to send people to", async () => {
    const other = await HostileProvider.start();
    const metadata = "/.well-known/openid-configuration";
    const misbehaviours: Misbehaviour[] = [
      { metadata: { issuer: "https://accounts.google.com" } },
      { answers: { [metadata]: () => new Response("", { status: 404 }) } },
      { answers: { [metadata]: () => Response.json([]) } },
      { metadata: { authorization_endpoint: undefined } },
      { metadata: { authorization_endpoint: "javascript:alert(1)" } },
    ];
    for (const misbehaviour of misbehaviours) {
      const { anonymous } = await app.another({ identityProviders: [other.settings] });
      other.misbehaviour = misbehaviour;
      const answer = await anonymous.call<Problem>("startFederatedSession", { body: { provider: "hostile" } });
      expect([answer.status, answer.body.code]).toEqual([502, "provider_unavailable"]);
    }
  });
});

describe("what is asked for again", () => {
  const HOUR_MS = 3_600_000;

  test("metadata after an hour, keys not for each login, and of ten who come at once one asks", async () => {
    const other = await HostileProvider.start();
    const asked = (path: string) => other.asked.get(path) ?? 0;
    const { anonymous } = await app.another({ identityProviders: [other.settings] });
    const begin = () => beginLogin(anonymous, "hostile");
    await Promise.all(Array.from({ length: 10 }, begin));
    expect(asked("/.well-known/openid-configuration")).toBe(1);
    for (const sub of ["one", "two", "three"]) {
      const claims = { sub, email: `${sub}@others.example` };
      const body = other.comeBack(await begin(), { claims });
      expect((await anonymous.call("createFederatedSession", { body })).status).toBe(201);
    }
    expect([asked("/token"), asked("/jwks")]).toEqual([3, 1]);
    app.clock.advance(HOUR_MS);
    await begin();
    expect(asked("/.well-known/openid-configuration")).toBe(2);
  });

  test("metadata at once, where the provider could not be reached before", async () => {
    const other = await HostileProvider.start();
    const { anonymous } = await app.another({ identityProviders: [other.settings] });
    other.misbehaviour = { answers: { "/.well-known/openid-configuration": () => new Response("", { status: 503 }) } };
    expect(await anonymous.call("startFederatedSession", { body: { provider: "hostile" } })).toMatchObject({
      status: 502,
    });
    other.misbehaviour = {};
    expect(await beginLogin(anonymous, "hostile")).toHaveProperty("url");
  });
});

describe("the profile", () => {
  const bare = { email: undefined, email_verified: undefined, name: undefined };
  const served = (provider: HostileProvider) => ({ userinfo_endpoint: `${provider.issuer}/me` });

  async function logInWithProfile(profile: object) {
    const other = await HostileProvider.start();
    const { anonymous } = await app.another({ identityProviders: [other.settings] });
    other.misbehaviour = { metadata: served(other) };
    const answers = { "/me": () => Response.json(profile) };
    const body = other.comeBack(await beginLogin(anonymous, "hostile"), { claims: bare, answers });
    return anonymous.call<BearerGrant & Problem>("createFederatedSession", { body });
  }

  test("comes from the userinfo endpoint where the ID token has no address", async () => {
    const profile = { sub: "mallory", email: "userinfo@others.example", email_verified: true };
    expect(await logInWithProfile(profile)).toMatchObject({ status: 201 });
  });

  test("of another subject is refused (OpenID Connect Core, section 5.3.2)", async () => {
    const profile = { sub: "ada", email: "ada@others.example", email_verified: true };
    const { status, body } = await logInWithProfile(profile);
    expect([status, body.code]).toEqual([403, "authorization_not_valid"]);
  });

  test.each(["true", 1, undefined, {}])("is not verified where it says %p", async (isVerified) => {
    const profile = { sub: "mallory", email: "nearly@others.example", email_verified: isVerified };
    const { status, body } = await logInWithProfile(profile);
    expect([status, body.code]).toEqual([403, "address_not_verified"]);
  });
});

/** The claims say another subject than those that were signed. */
function tampered(token: string): string {
  const [header, claims = "", signature] = token.split(".");
  const changed = { ...JSON.parse(Buffer.from(claims, "base64url").toString()), sub: "ada" };
  return [header, encoded(changed), signature].join(".");
}

const tokens = (idToken: string) =>
  Response.json({ access_token: "x", token_type: "Bearer", expires_in: HOUR_SECONDS, id_token: idToken });

const unending = () => new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("{")) });
