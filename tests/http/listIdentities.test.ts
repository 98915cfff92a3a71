import { describe, expect, test } from "bun:test";
import type { Identity } from "#generated/types";
import { testApp } from "../support/app";
import { beginLink, oidcProvider } from "../support/oidc-provider";

const [one, other] = [await oidcProvider(), await oidcProvider()];
const app = await testApp({ identityProviders: [one.settings("one"), other.settings("other")] });

describe("200", () => {
  test("lists the person's own, the newest first", async () => {
    const [ada, grace] = await Promise.all([app.person(), app.person()]);
    const links = [
      [ada, "one", one],
      [grace, "one", one],
      [ada, "other", other],
    ] as const;
    for (const [account, id, provider] of links) {
      const body = await provider.visit(await beginLink(account, id), provider.person());
      expect((await account.call("completeIdentityLink", { body })).status).toBe(200);
      app.clock.advance(1_000);
    }
    const { status, body } = await ada.call<{ items: Identity[] }>("listIdentities");
    expect(status).toBe(200);
    expect(body.items.map(({ provider }) => provider)).toEqual(["other", "one"]);
  });

  test("is empty for who has none", async () => {
    expect((await (await app.person()).call("listIdentities")).body).toEqual({ items: [] });
  });
});
