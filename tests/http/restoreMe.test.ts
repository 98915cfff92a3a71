import { describe, expect, test } from "bun:test";
import type { User } from "#generated/types";
import { lettersTo } from "../support/accounts";
import { testApp } from "../support/app";

const app = await testApp();
const DAY_MS = 24 * 60 * 60_000;

describe("200", () => {
  test("nothing is deleted any more, the person is told, and the log has it", async () => {
    const ada = await app.person();
    await ada.call("deleteMe");
    app.clock.advance(30 * DAY_MS - 1);
    const back = await app.logIn(ada);
    const { status, body } = await back.call<User>("restoreMe");
    expect({ status, deletesAt: body.deletesAt }).toEqual({ status: 200, deletesAt: null });
    app.clock.advance(DAY_MS);
    await app.drain();
    expect((await (await app.logIn(ada)).call<User>("getMe")).body).toEqual(body);
    expect(await lettersTo(app, ada, "account-restoration")).toHaveLength(1);
    expect(await app.audited("user.restored", ada.userId)).toHaveLength(1);
  });

  test("it takes no new login, because it takes nothing away", async () => {
    const ada = await app.person();
    await ada.call("deleteMe");
    app.clock.advance(14 * 60_000);
    expect(await ada.call("restoreMe")).toMatchObject({ status: 200 });
  });

  test("an account that is not to be deleted stays as it is, and nobody is written to", async () => {
    const ada = await app.person();
    const before = await ada.call<User>("getMe");
    expect((await ada.call<User>("restoreMe")).body).toEqual(before.body);
    expect(await lettersTo(app, ada, "account-restoration")).toEqual([]);
  });

  test("the organizations are the person's as before", async () => {
    const ada = await app.person();
    const charles = await app.person();
    const organizationId = await app.organization(charles);
    await app.join(ada, organizationId, "admin");
    await ada.call("deleteMe");
    await ada.call("restoreMe");
    expect(await ada.call("listMembers", { path: { organizationId } })).toMatchObject({ status: 200 });
  });
});

describe("401", () => {
  test("nothing is restored after its time, not even where a server still remembers the session", async () => {
    const ada = await app.person();
    await ada.call("deleteMe");
    app.clock.advance(30 * DAY_MS - 1000);
    const last = await app.logIn(ada);
    expect(await last.call("getMe")).toMatchObject({ status: 200 });
    app.clock.advance(1000);
    expect(await last.call("restoreMe")).toMatchObject({ status: 401 });
  });
});
