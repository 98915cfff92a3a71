import { describe, expect, test } from "bun:test";
import type { Problem } from "#generated/types";
import { freePort } from "#lib/machine";
import { testApp } from "../support/app";
import { beginLink, oidcProvider } from "../support/oidc-provider";

const provider = await oidcProvider();
const away = { ...provider.settings("away"), issuer: `http://localhost:${await freePort()}` };
const app = await testApp({ identityProviders: [provider.settings(), away] });
const MINUTE_MS = 60_000;

describe("201", () => {
  test("sends the person to the provider, and records that they began", async () => {
    const ada = await app.person();
    const { url, authorization } = await beginLink(ada);
    expect(url).toStartWith(`${provider.issuer}/auth?`);
    expect(authorization).toStartWith("gwo_");
    expect(await app.audited("identity.link_started", ada.userId)).toMatchObject([
      { fields: { "body.provider": "oidc" } },
    ]);
  });
});

describe("401 reauthentication_required", () => {
  test("a session that was left open links nothing", async () => {
    const ada = await app.person();
    app.clock.advance(14 * MINUTE_MS);
    await beginLink(ada);
    app.clock.advance(2 * MINUTE_MS);
    const refreshed = await ada.call<{ accessToken: string }>("refreshSession", {
      body: { transport: "bearer", refreshToken: ada.refreshToken },
    });
    ada.accessToken = refreshed.body.accessToken;
    const { status, body } = await ada.call<Problem>("startIdentityLink", { body: { provider: "oidc" } });
    expect([status, body.code]).toEqual([401, "reauthentication_required"]);
  });
});

describe("409 unknown_provider", () => {
  test("for one that this server is not set up with", async () => {
    const ada = await app.person();
    const { status, body } = await ada.call<Problem>("startIdentityLink", { body: { provider: "other" } });
    expect([status, body.code]).toEqual([409, "unknown_provider"]);
  });
});

describe("502 provider_unavailable", () => {
  test("nothing began where the provider is not there", async () => {
    const ada = await app.person();
    const { status, body } = await ada.call<Problem>("startIdentityLink", { body: { provider: "away" } });
    expect([status, body.code]).toEqual([502, "provider_unavailable"]);
    expect(await app.audited("identity.link_started", ada.userId)).toHaveLength(0);
  });
});
