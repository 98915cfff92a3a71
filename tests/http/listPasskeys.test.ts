import { describe, expect, test } from "bun:test";
import type { PasskeyList } from "#generated/types";
import { testApp } from "../support/app";
import { Authenticator } from "../support/authenticator";
import { addPasskey, fillPasskeys } from "../support/second-factors";

const app = await testApp();

describe("200", () => {
  test("one's own, the newest first, and nobody else's", async () => {
    const [ada, charles] = [await app.person(), await app.person()];
    const key = await addPasskey(ada, new Authenticator(), "Key");
    app.clock.advance(1000);
    const phone = await addPasskey(ada, new Authenticator({ backedUp: true }), "Phone");
    await addPasskey(charles);
    const { body } = await ada.call<PasskeyList>("listPasskeys");
    expect(body).toEqual({ items: [phone.passkey, key.passkey] });
    expect(body.items.map(({ name, backedUp }) => [name, backedUp])).toEqual([
      ["Phone", true],
      ["Key", false],
    ]);
  });

  test("none at first, and all of the twenty that one may have", async () => {
    const ada = await app.person();
    expect(await ada.call("listPasskeys")).toMatchObject({ status: 200, body: { items: [] } });
    await fillPasskeys(app, ada, 20);
    expect((await ada.call<PasskeyList>("listPasskeys")).body.items).toHaveLength(20);
  });
});
