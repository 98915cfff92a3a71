import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";

const app = await testApp();

describe("204", () => {
  test("the session's tokens stop working at once", async () => {
    const ada = await app.person();
    await ada.call("getMe");
    expect(await ada.call("deleteSession")).toMatchObject({ status: 204, text: "" });
    expect(await ada.call("getMe")).toMatchObject({ status: 401 });
    const body = { transport: "bearer", refreshToken: ada.refreshToken };
    expect(await app.anonymous.call("refreshSession", { body })).toMatchObject({ status: 401 });
  });

  test("the person's other sessions go on", async () => {
    const ada = await app.person();
    const other = await app.logIn(ada);
    await ada.call("deleteSession");
    expect(await other.call("getMe")).toMatchObject({ status: 200 });
  });

  test("a browser's cookies are cleared, with the attributes that they were set with; that of the device stays", async () => {
    const browser = app.browser();
    await browser.logIn(await app.person());
    const answer = await browser.call("deleteSession");
    expect(answer.headers.getSetCookie()).toEqual([
      "__Host-session=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0",
      "__Host-refresh=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0",
    ]);
    expect([...browser.cookies.keys()]).toEqual(["__Host-device"]);
    expect(await browser.call("getMe")).toMatchObject({ status: 401 });
  });

  test("a program gets no cookies", async () => {
    const ada = await app.person();
    expect((await ada.call("deleteSession")).headers.getSetCookie()).toEqual([]);
  });

  test("the row says when and why, and the audit log who", async () => {
    const ada = await app.person();
    await ada.call("deleteSession");
    const rows = await app.sql`select ended_at as at, ended_reason as reason from sessions where id = ${ada.sessionId}`;
    expect(rows).toMatchObject([{ at: app.clock.now().toISOString(), reason: "logged_out" }]);
    expect(await app.audited("session.ended", ada.userId)).toHaveLength(1);
  });
});

describe("401", () => {
  test("of ten who log one session out at once, one does it", async () => {
    const ada = await app.person();
    const answers = await Promise.all(Array.from({ length: 10 }, () => ada.call("deleteSession")));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(9).fill(401)]);
    expect(await app.audited("session.ended", ada.userId)).toHaveLength(1);
  });
});

describe("403", () => {
  test("a page of another site cannot log a browser out", async () => {
    const browser = app.browser();
    await browser.logIn(await app.person());
    const headers = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
    expect(await browser.call("deleteSession", { headers })).toMatchObject({ status: 403 });
    expect(await browser.call("getMe")).toMatchObject({ status: 200 });
  });

  test("the guard is about cookies: a program may call from anywhere", async () => {
    const ada = await app.person();
    const headers = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
    expect(await ada.call("deleteSession", { headers })).toMatchObject({ status: 204 });
  });
});
