import { describe, expect, test } from "bun:test";
import type { Account } from "#generated/types";
import { doors, happenedTo, lettersTo } from "../support/accounts";
import { testApp } from "../support/app";

const app = await testApp();
const root = await app.administrator();

const restore = (userId: string) => root.call<Account>("restoreUser", { path: { accountId: userId } });

describe("200", () => {
  test("the person logs in again; the sessions that ended stay so; they are told, and both logs have it", async () => {
    const ada = await app.person();
    await root.call("suspendUser", { path: { accountId: ada.userId }, body: { reason: "Sends spam" } });
    const { status, body } = await restore(ada.userId);
    expect({ status, body }).toMatchObject({ status: 200, body: { suspendedAt: null, suspensionReason: null } });
    expect(await doors(app, ada)).toEqual({ login: 201, refresh: 401, session: 401 });
    expect(await lettersTo(app, ada, "account-unsuspension")).toHaveLength(1);
    const fields = { "path.accountId": ada.userId };
    expect((await app.audited("user.unsuspended", root.userId)).at(-1)).toMatchObject({ fields });
    expect([...(await happenedTo(app, ada, "user.unsuspended"))]).toMatchObject([
      { fields: { ...fields, "caller.actor": root.userId } },
    ]);
  });

  test("an account that is not suspended stays as it is, its sessions too, and nobody is written to", async () => {
    const ada = await app.person();
    const before = await root.call<Account>("getUser", { path: { accountId: ada.userId } });
    expect((await restore(ada.userId)).body).toEqual(before.body);
    expect(await ada.call("getMe")).toMatchObject({ status: 200 });
    expect(await lettersTo(app, ada, "account-unsuspension")).toEqual([]);
  });

  test("who deleted the account before it was suspended can still keep it, until its time is over", async () => {
    const ada = await app.person();
    await ada.call("deleteMe");
    await root.call("suspendUser", { path: { accountId: ada.userId }, body: { reason: "Sends spam" } });
    expect((await restore(ada.userId)).body.deletesAt).not.toBeNull();
    expect(await (await app.logIn(ada)).call("restoreMe")).toMatchObject({ status: 200, body: { deletesAt: null } });
  });
});

describe("404", () => {
  test("an id that no account has", async () => {
    expect(await restore(app.options.ids.next())).toMatchObject({ status: 404 });
  });
});
