import { describe, expect, test } from "bun:test";
import { type Person, testApp } from "../support/app";
import { attempt, mailsOf } from "../support/logins";

const app = await testApp();

const revoke = (person: Person, which: "others" | "all") => person.call("revokeSessions", { query: { which } });
const works = async (person: Person) => (await person.call("getMe")).status === 200;

describe("204 others", () => {
  test("the person's other sessions end at once, and theirs alone; this one goes on", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    const others = [await app.logIn(ada), await app.logIn(ada)];
    for (const other of others) expect(await works(other)).toBe(true);
    expect(await revoke(ada, "others")).toMatchObject({ status: 204, text: "" });
    expect(await Promise.all([...others, ada, grace].map(works))).toEqual([false, false, true, true]);
    for (const { refreshToken } of others) {
      const body = { transport: "bearer", refreshToken };
      expect(await app.anonymous.call("refreshSession", { body })).toMatchObject({ status: 401 });
    }
  });

  test("within five seconds on another server", async () => {
    const elsewhere = await app.another();
    const ada = await app.person();
    const there = elsewhere.as(await app.logIn(ada));
    expect(await works(there)).toBe(true);
    await revoke(ada, "others");
    app.clock.advance(5000);
    expect(await works(there)).toBe(false);
  });

  test("whoever was put out comes from a new device the next time, and the one who did it does not", async () => {
    const ada = await app.person();
    const other = await app.logIn(ada);
    await app.mails();
    await revoke(ada, "others");
    await attempt(app, ada, ada.grant.deviceToken);
    expect(await mailsOf(app, "new-device", ada.email)).toHaveLength(1);
    await attempt(app, ada, other.grant.deviceToken);
    expect(await mailsOf(app, "new-device", ada.email)).toHaveLength(2);
  });

  test("without any other it changes nothing", async () => {
    const ada = await app.person();
    expect(await revoke(ada, "others")).toMatchObject({ status: 204 });
    expect(await works(ada)).toBe(true);
  });
});

describe("204 all", () => {
  test("every session of the person ends, this one too; the rows say when and why, the audit log who", async () => {
    const ada = await app.person();
    const other = await app.logIn(ada);
    await revoke(ada, "all");
    expect(await Promise.all([ada, other].map(works))).toEqual([false, false]);
    const rows = await app.sql`
      select ended_at as at, ended_reason as reason from sessions where user_id = ${ada.userId}`;
    expect([...rows]).toEqual(Array(2).fill({ at: app.clock.now().toISOString(), reason: "revoked" }));
    expect(await app.audited("session.all_revoked", ada.userId)).toMatchObject([{ fields: { "query.which": "all" } }]);
  });

  test("a browser's cookies are cleared, but it stays a device that is known", async () => {
    const browser = app.browser();
    await browser.logIn(await app.person());
    const answer = await browser.call("revokeSessions", { query: { which: "all" } });
    expect(answer.headers.getSetCookie()).toHaveLength(2);
    expect([...browser.cookies.keys()]).toEqual(["__Host-device"]);
  });
});
