import { describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import type { Problem } from "#generated/types";
import { freePort } from "#lib/machine";
import { testApp } from "../support/app";
import { beginLogin, oidcProvider, REDIRECT_URI } from "../support/oidc-provider";

const provider = await oidcProvider();
const away = { ...provider.settings("away"), issuer: `http://localhost:${await freePort()}` };
const app = await testApp({ identityProviders: [provider.settings(), away] });

describe("201", () => {
  test("sends the person to the provider with a state, a nonce and a challenge (RFC 7636, S256)", async () => {
    const url = new URL((await beginLogin(app.anonymous)).url);
    expect(url.href).toStartWith(`${provider.issuer}/auth?`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: "groundwork",
      response_type: "code",
      redirect_uri: REDIRECT_URI,
      scope: "openid email profile",
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
    });
  });

  test("is different each time, in everything that must be guessed by nobody", async () => {
    const begun = await Promise.all([1, 2, 3].map(() => beginLogin(app.anonymous)));
    const secrets = begun.flatMap(({ authorization, url }) => {
      const { state, nonce, code_challenge: challenge } = Object.fromEntries(new URL(url).searchParams);
      return [authorization, state, nonce, challenge];
    });
    expect(new Set(secrets).size).toBe(12);
  });

  test("the database alone answers no request: the token is hashed, and the rest encrypted", async () => {
    const { authorization, url } = await beginLogin(app.anonymous);
    const { state = "", nonce = "" } = Object.fromEntries(new URL(url).searchParams);
    const stored = await app.everythingStored();
    expect(stored).toContain(createHash("sha256").update(authorization).digest("hex"));
    for (const secret of [authorization, state, nonce]) {
      expect(stored).not.toContain(secret);
      expect(stored).not.toContain(Buffer.from(secret).toString("hex"));
    }
    expect(app.logged()).not.toContain(authorization);
  });
});

describe("409 unknown_provider", () => {
  test("for one that this server is not set up with", async () => {
    const { status, body } = await app.anonymous.call<Problem>("startFederatedSession", {
      body: { provider: "other" },
    });
    expect([status, body.code]).toEqual([409, "unknown_provider"]);
  });
});

describe("502 provider_unavailable", () => {
  test("a provider that nothing answers for costs the others nothing", async () => {
    const answer = await app.anonymous.call<Problem>("startFederatedSession", { body: { provider: "away" } });
    expect([answer.status, answer.body.code]).toEqual([502, "provider_unavailable"]);
    expect(app.logged()).toMatch(/"provider":"away","reason":"[^"]+"/);
    expect(await beginLogin(app.anonymous)).toHaveProperty("url");
  });
});
