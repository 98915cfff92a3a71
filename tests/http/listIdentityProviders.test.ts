import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";
import { HostileProvider } from "../support/hostile-provider";
import { oidcProvider } from "../support/oidc-provider";

const provider = await oidcProvider();
const hostile = await HostileProvider.start();
const app = await testApp({ identityProviders: [provider.settings("oidc", "The university"), hostile.settings] });
const alone = await testApp();

describe("200", () => {
  test("lists what this server is set up with, in its order, and says nothing else of it", async () => {
    const { status, body } = await app.anonymous.call("listIdentityProviders");
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        { id: "oidc", name: "The university" },
        { id: "hostile", name: "Hostile provider" },
      ],
    });
  });

  test("asks no provider", () => {
    expect(hostile.asked.size).toBe(0);
  });

  test("is empty where there is none", async () => {
    expect((await alone.anonymous.call("listIdentityProviders")).body).toEqual({ items: [] });
  });
});
