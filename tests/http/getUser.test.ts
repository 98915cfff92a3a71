import { describe, expect, test } from "bun:test";
import type { Account, AccountPage } from "#generated/types";
import { testApp } from "../support/app";

const app = await testApp();
const root = await app.administrator();

describe("200", () => {
  test("the account as the list has it, and that somebody looked is on record", async () => {
    const ada = await app.person();
    const { status, body } = await root.call<Account>("getUser", { path: { accountId: ada.userId } });
    const { body: page } = await root.call<AccountPage>("listUsers", { query: { query: ada.email } });
    expect({ status, body }).toEqual({ status: 200, body: page.items[0]! });
    expect([...(await app.audited("user.viewed", root.userId))]).toEqual([
      { operation: "getUser", subject: root.userId, fields: { "path.accountId": ada.userId } },
    ]);
  });
});

describe("404", () => {
  test("an id that no account has", async () => {
    expect(await root.call("getUser", { path: { accountId: app.options.ids.next() } })).toMatchObject({ status: 404 });
  });
});
