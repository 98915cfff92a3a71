import { describe, expect, test } from "bun:test";
import { decodeJwt } from "jose";
import type { Context } from "#context";
import type { SessionPage } from "#generated/types";
import { purgeChallenges } from "../../src/modules/sessions/jobs";
import type { EndedReason } from "../../src/modules/sessions/queries";
import { endSessions, impersonate } from "../../src/modules/sessions/sessions";
import { type Person, testApp } from "../support/app";
import { BearerClient } from "../support/client";
import { challengeOf } from "../support/logins";
import { contextOf, inTransaction, turnOnTotp } from "../support/second-factors";

const app = await testApp();
const MINUTE = 60_000;

/** As an operation has it whose transaction is committed. */
const ctx = {
  ...contextOf(app),
  client: { address: "192.0.2.7", userAgent: "Support/1.0" },
  afterCommit: (action: () => void) => action(),
} as unknown as Context;

async function actAs(person: Person, administrator: Person) {
  const signer = await app.services.keys.signer();
  const who = { userId: person.userId, administratorId: administrator.userId, signer };
  const { accessToken, ...rest } = await inTransaction(app, (sql) => impersonate(ctx, sql, who));
  return { ...rest, accessToken, client: new BearerClient(app.send, accessToken) };
}

const end = (person: Person, reason: EndedReason, exceptId?: string) =>
  inTransaction(app, (sql) => endSessions(ctx, sql, person.userId, reason, exceptId));
const works = async (client: BearerClient) => (await client.call("getMe")).status === 200;

describe("acting as somebody else", () => {
  test("works for fifteen minutes, and the token says who does it (RFC 8693) and not that the person proved anything", async () => {
    const [ada, administrator] = [await app.person(), await app.administrator()];
    const { client, accessToken, expiresIn, sessionId } = await actAs(ada, administrator);
    expect(expiresIn).toBe(900);
    const claims = decodeJwt(accessToken);
    expect(claims).toMatchObject({ sub: ada.userId, sid: sessionId, act: { sub: administrator.userId } });
    expect(claims).not.toHaveProperty("auth_time");
    expect(await client.call("getMe")).toMatchObject({
      body: { id: ada.userId, impersonatedBy: administrator.userId },
    });
    app.clock.advance(15 * MINUTE);
    expect(await works(client)).toBe(false);
    expect(await app.sql`select token_hash from refresh_tokens where session_id = ${sessionId}`).toHaveLength(0);
  });

  test("changes nothing, and proves nothing", async () => {
    const [ada, administrator] = [await app.person(), await app.administrator()];
    const { client } = await actAs(ada, administrator);
    const input = { headers: { "if-match": '"1"' }, body: { name: "Mallory" } };
    expect(await client.call("updateMe", input)).toMatchObject({ status: 403 });
    const body = { method: "password", password: ada.password };
    expect(await client.call("reauthenticate", { body })).toMatchObject({ status: 403 });
    expect(await client.call("startTotp")).toMatchObject({ status: 403 });
  });

  test("the person sees it in their list, and can end it", async () => {
    const [ada, administrator] = [await app.person(), await app.administrator()];
    const { client, sessionId } = await actAs(ada, administrator);
    const { body } = await ada.call<SessionPage>("listSessions");
    expect(body.items.map(({ id, impersonated }) => ({ id, impersonated }))).toEqual([
      { id: sessionId, impersonated: true },
      { id: ada.sessionId, impersonated: false },
    ]);
    expect(await ada.call("revokeSession", { path: { sessionId } })).toMatchObject({ status: 204 });
    expect(await works(client)).toBe(false);
  });

  test("ends with the administrator's sessions, and when they are none any more", async () => {
    const [ada, administrator] = [await app.person(), await app.administrator()];
    const first = await actAs(ada, administrator);
    expect(await works(first.client)).toBe(true);
    await end(administrator, "credentials_changed");
    expect(await works(first.client)).toBe(false);

    const second = await actAs(ada, administrator);
    expect(await works(second.client)).toBe(true);
    await app.owner`update users set platform_role = null where id = ${administrator.userId}`;
    app.clock.advance(5000);
    expect(await works(second.client)).toBe(false);
  });
});

describe("ending all sessions of a person", () => {
  test("but one, with the reason, and with logins that wait for a second factor; nobody else's", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    const other = await app.logIn(ada);
    await turnOnTotp(app, ada);
    const { challenge } = await challengeOf(app, ada);
    expect(await end(ada, "credentials_changed", ada.sessionId)).toEqual([other.sessionId]);
    expect(await Promise.all([ada, other, grace].map(works))).toEqual([true, false, true]);
    const rows = await app.sql`select ended_reason as reason from sessions where id = ${other.sessionId}`;
    expect(rows).toMatchObject([{ reason: "credentials_changed" }]);
    const body = { challenge };
    expect(await app.anonymous.call("startSecondFactorPasskey", { body })).toMatchObject({ status: 401 });
  });

  test("what has ended keeps its reason", async () => {
    const ada = await app.person();
    await ada.call("deleteSession");
    expect(await end(ada, "suspended")).toEqual([]);
    const rows = await app.sql`select ended_reason as reason from sessions where id = ${ada.sessionId}`;
    expect(rows).toMatchObject([{ reason: "logged_out" }]);
  });
});

test("challenges that have expired are purged, and no others", async () => {
  const ada = await app.person();
  await turnOnTotp(app, ada);
  await challengeOf(app, ada);
  app.clock.advance(9 * MINUTE);
  await challengeOf(app, ada);
  app.clock.advance(MINUTE);
  await purgeChallenges.run({ ...ctx, sql: app.sql } as never, {});
  expect(await app.sql`select token_hash from login_challenges where user_id = ${ada.userId}`).toHaveLength(1);
});
