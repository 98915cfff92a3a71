import { describe, expect, test } from "bun:test";
import type { Account } from "#generated/types";
import { doors, happenedTo, lettersTo } from "../support/accounts";
import { type Person, testApp } from "../support/app";
import { meet } from "../support/locks";
import { turnOnTotp } from "../support/second-factors";

const app = await testApp();
const root = await app.administrator();

const suspend = (userId: string, reason = "Sends spam") =>
  root.call<Account & { code?: string }>("suspendUser", { path: { accountId: userId }, body: { reason } });

const liveSessions = ({ userId }: Person) => app.sql`
  select id from sessions where user_id = ${userId} and ended_at is null`;

describe("200", () => {
  test("every session ends at once, here and elsewhere, and nobody logs in or refreshes", async () => {
    const there = await app.another();
    const ada = await app.person();
    const other = await app.logIn(ada);
    expect(await there.as(other).call("getMe")).toMatchObject({ status: 200 });
    const { status, body } = await suspend(ada.userId);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { id: ada.userId, suspendedAt: app.clock.now().toISOString(), suspensionReason: "Sends spam" },
    });
    expect(await doors(app, ada)).toEqual({ login: 403, refresh: 401, session: 401 });
    expect(await other.call("getMe")).toMatchObject({ status: 401 });
    app.clock.advance(5_000);
    expect(await there.as(other).call("getMe")).toMatchObject({ status: 401 });
    const reasons = await app.sql`select distinct ended_reason from sessions where user_id = ${ada.userId}`;
    expect([...reasons]).toEqual([{ endedReason: "suspended" }]);
  });

  test("a login that waits for its second factor goes no further", async () => {
    const ada = await app.person();
    const { totp } = await turnOnTotp(app, ada);
    const body = { email: ada.email, password: ada.password };
    const { status, body: challenge } = await app.anonymous.call<{ challenge: string }>("createSession", { body });
    expect(status).toBe(202);
    await suspend(ada.userId);
    const answer = { method: "totp", challenge: challenge.challenge, code: totp.nextCode() };
    expect(await app.anonymous.call("completeSession", { body: answer })).toMatchObject({
      status: 401,
      body: { code: "challenge_not_valid" },
    });
    expect(await liveSessions(ada)).toHaveLength(0);
  });

  test("of ten logins and a suspension at once no session is left", async () => {
    const ada = await app.person();
    const body = { email: ada.email, password: ada.password };
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => app.anonymous.call("createSession", { body })),
      suspend(ada.userId),
      ...Array.from({ length: 5 }, () => app.anonymous.call("createSession", { body })),
    ]);
    expect(answers[5]!.status).toBe(200);
    expect(await liveSessions(ada)).toHaveLength(0);
  });

  test("a login that waits for the suspension is refused, and one that it waits for is ended", async () => {
    const ada = await app.person();
    const body = { email: ada.email, password: ada.password };
    const [suspended, login] = await meet(
      app.database,
      (sql) => sql`select id from users where id = ${ada.userId} for update`,
      () => [suspend(ada.userId), app.anonymous.call("createSession", { body })],
    );
    expect(suspended!.status).toBe(200);
    expect([201, 403]).toContain(login!.status);
    expect(await liveSessions(ada)).toHaveLength(0);
  });

  test("of suspensions at once all are answered, and the person gets one mail, with the reason", async () => {
    const ada = await app.person();
    const answers = await Promise.all(Array.from({ length: 10 }, () => suspend(ada.userId, "Sends <b>spam</b>")));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const mails = await lettersTo(app, ada, "account-suspension");
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain("Reason: Sends <b>spam</b>");
    expect(mails[0]!.html).toContain("Sends &lt;b&gt;spam");
  });

  test("another reason takes the place of the first, without another mail", async () => {
    const ada = await app.person();
    await suspend(ada.userId);
    expect((await suspend(ada.userId, "Sends malware")).body.suspensionReason).toBe("Sends malware");
    expect(await lettersTo(app, ada, "account-suspension")).toHaveLength(1);
  });

  test("what belongs to an organization goes on: its keys, and everybody else", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const admin = await app.member(organizationId, "admin");
    const key = await app.apiKey(ada, organizationId, ["organization:read"]);
    await suspend(ada.userId);
    app.clock.advance(5_000);
    for (const caller of [key, admin])
      expect(await caller.call("getOrganization", { path: { organizationId } })).toMatchObject({ status: 200 });
  });

  test("the log of the administrator has it, and that of the person, which names the administrator", async () => {
    const ada = await app.person();
    await suspend(ada.userId);
    const fields = { "path.accountId": ada.userId, "body.reason": "Sends spam" };
    expect((await app.audited("user.suspended", root.userId)).at(-1)).toMatchObject({ fields });
    expect([...(await happenedTo(app, ada, "user.suspended"))]).toEqual([
      { operation: "suspendUser", address: expect.any(String), fields: { ...fields, "caller.actor": root.userId } },
    ]);
  });
});

describe("404", () => {
  test("an id that no account has", async () => {
    expect(await suspend(app.options.ids.next())).toMatchObject({ status: 404 });
  });
});

describe("409 is_administrator", () => {
  test("administrators are not suspended, oneself included", async () => {
    const other = await app.administrator();
    for (const { userId } of [other, root])
      expect(await suspend(userId)).toMatchObject({ status: 409, body: { code: "is_administrator" } });
    expect(await other.call("getMe")).toMatchObject({ status: 200 });
  });
});
