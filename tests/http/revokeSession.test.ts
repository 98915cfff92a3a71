import { describe, expect, test } from "bun:test";
import { type Person, testApp } from "../support/app";
import { attempt, mailsOf } from "../support/logins";

const app = await testApp();

const revoke = (person: Person, sessionId: string) => person.call("revokeSession", { path: { sessionId } });

describe("204", () => {
  test("the other session stops working at once on this server", async () => {
    const ada = await app.person();
    const other = await app.logIn(ada);
    expect(await other.call("getMe")).toMatchObject({ status: 200 });
    expect(await revoke(ada, other.sessionId)).toMatchObject({ status: 204, text: "" });
    expect(await other.call("getMe")).toMatchObject({ status: 401 });
    expect(await ada.call("getMe")).toMatchObject({ status: 200 });
  });

  test("whichever way its id is written", async () => {
    const ada = await app.person();
    const other = await app.logIn(ada);
    expect(await other.call("getMe")).toMatchObject({ status: 200 });
    expect(await revoke(ada, other.sessionId.toUpperCase())).toMatchObject({ status: 204 });
    expect(await other.call("getMe")).toMatchObject({ status: 401 });
  });

  test("it stops working within five seconds on another server", async () => {
    const elsewhere = await app.another();
    const ada = await app.person();
    const other = await app.logIn(ada);
    const there = elsewhere.as(other);
    expect(await there.call("getMe")).toMatchObject({ status: 200 });
    await revoke(ada, other.sessionId);
    app.clock.advance(5000);
    expect(await there.call("getMe")).toMatchObject({ status: 401 });
  });

  test("a check that began before the end is not remembered after it", async () => {
    const { sessionId } = await app.person();
    const { liveness } = app.services;
    const began = liveness.find(sessionId);
    liveness.forget(sessionId);
    await began;
    await app.sql`update sessions set ended_at = now(), ended_reason = 'revoked' where id = ${sessionId}`;
    expect(await liveness.find(sessionId)).toBeUndefined();
  });

  test("a session can end itself", async () => {
    const ada = await app.person();
    expect(await revoke(ada, ada.sessionId)).toMatchObject({ status: 204 });
    expect(await ada.call("getMe")).toMatchObject({ status: 401 });
  });

  test("its device is a new one the next time", async () => {
    const ada = await app.person();
    const other = await app.logIn(ada);
    await revoke(ada, other.sessionId);
    const { body } = await attempt(app, ada, other.grant.deviceToken);
    expect(body.deviceToken).not.toBe(other.grant.deviceToken);
    expect(await mailsOf(app, "new-device", ada.email)).toHaveLength(2);
  });

  test("the row says when and why, and the audit log who and which", async () => {
    const ada = await app.person();
    const other = await app.logIn(ada);
    await revoke(ada, other.sessionId);
    const rows =
      await app.sql`select ended_at as at, ended_reason as reason from sessions where id = ${other.sessionId}`;
    expect(rows).toMatchObject([{ at: app.clock.now().toISOString(), reason: "revoked" }]);
    expect(await app.audited("session.revoked", ada.userId)).toMatchObject([
      { fields: { "path.sessionId": other.sessionId } },
    ]);
  });
});

describe("404", () => {
  test("unknown, foreign and ended sessions: one answer, and nothing changes", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    const ended = await app.logIn(ada);
    await revoke(ada, ended.sessionId);
    const ids = [crypto.randomUUID(), grace.sessionId, ended.sessionId];
    for (const id of ids) {
      const { status, body } = await revoke(ada, id);
      expect({ status, code: body.code, detail: body.detail }).toEqual({
        status: 404,
        code: "not_found",
        detail: "There is nothing here, or nothing that the caller may know of.",
      });
    }
    expect(await grace.call("getMe")).toMatchObject({ status: 200 });
    expect(await app.audited("session.revoked", ada.userId)).toHaveLength(1);
  });
});
