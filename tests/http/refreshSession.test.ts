import { describe, expect, test } from "bun:test";
import type { BearerGrant, CookieGrant, Session, SessionPage } from "#generated/types";
import { type Person, testApp } from "../support/app";
import { BearerClient } from "../support/client";

const app = await testApp();
const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

const refresh = (refreshToken: string) =>
  app.anonymous.call<BearerGrant>("refreshSession", { body: { transport: "bearer", refreshToken } });
const works = async (accessToken: string) =>
  (await new BearerClient(app.send, accessToken).call("getMe")).status === 200;
const endedReason = async ({ sessionId }: Person) =>
  (await app.sql<{ reason: string | null }[]>`select ended_reason as reason from sessions where id = ${sessionId}`)[0]!
    .reason;

describe("200", () => {
  test("the same session goes on with a new access token and a new refresh token", async () => {
    const ada = await app.person();
    const { status, body } = await refresh(ada.refreshToken);
    expect(status).toBe(200);
    expect(body).toMatchObject({ transport: "bearer", sessionId: ada.sessionId, expiresIn: 900 });
    expect(body.refreshToken).not.toBe(ada.refreshToken);
    expect(body.accessToken).not.toBe(ada.accessToken);
    expect(await works(body.accessToken)).toBe(true);
    expect(await works(ada.accessToken)).toBe(true);
  });

  test("one person is logged in for a day, refresh by refresh", async () => {
    const ada = await app.person();
    let grant: { accessToken: string; refreshToken: string } = ada;
    for (let hours = 0; hours < 24; hours++) {
      app.clock.advance(DAY / 24);
      expect(await works(grant.accessToken)).toBe(false);
      grant = (await refresh(grant.refreshToken)).body;
      expect(await works(grant.accessToken)).toBe(true);
    }
  });

  test("a session lives thirty days from its last refresh", async () => {
    const ada = await app.person();
    app.clock.advance(29 * DAY);
    const { body } = await refresh(ada.refreshToken);
    app.clock.advance(30 * DAY - SECOND);
    expect(await refresh(body.refreshToken)).toMatchObject({ status: 200 });
  });

  test("the list of sessions shows when it was last used and until when it lives", async () => {
    const ada = await app.person();
    app.clock.advance(DAY);
    const { body } = await refresh(ada.refreshToken);
    const list = await new BearerClient(app.send, body.accessToken).call<SessionPage>("listSessions");
    const now = app.clock.now().getTime();
    expect(list.body.items[0]).toMatchObject({
      lastUsedAt: new Date(now).toISOString(),
      expiresAt: new Date(now + 30 * DAY).toISOString(),
    } satisfies Partial<Session>);
  });

  test("the audit log names whose session it is", async () => {
    const ada = await app.person();
    await refresh(ada.refreshToken);
    expect(await app.audited("session.refreshed", ada.userId)).toMatchObject([{ operation: "refreshSession" }]);
  });

  test("neither token is stored or logged", async () => {
    const ada = await app.person();
    const { body } = await refresh(ada.refreshToken);
    expect(await app.everythingStored()).not.toContain(body.refreshToken.slice(4));
    expect(app.logged()).not.toContain(body.refreshToken);
  });
});

describe("200 for a repeat within ten seconds", () => {
  test("it gets the current refresh token again, and a fresh access token", async () => {
    const ada = await app.person();
    const first = await refresh(ada.refreshToken);
    app.clock.advance(10 * SECOND - 1);
    const repeat = await refresh(ada.refreshToken);
    expect(repeat.status).toBe(200);
    expect(repeat.body.refreshToken).toBe(first.body.refreshToken);
    expect(await works(repeat.body.accessToken)).toBe(true);
  });

  test("it gets the current one also when that has been exchanged in the meantime", async () => {
    const ada = await app.person();
    const second = await refresh(ada.refreshToken);
    const third = await refresh(second.body.refreshToken);
    expect((await refresh(ada.refreshToken)).body.refreshToken).toBe(third.body.refreshToken);
  });

  test("fifty parallel refreshes of one token leave one lineage, and nobody is logged out", async () => {
    const ada = await app.person();
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(ada.refreshToken)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
    const unspent = await app.sql`
      select token_hash from refresh_tokens where session_id = ${ada.sessionId} and spent_at is null`;
    expect(unspent).toHaveLength(1);
    expect(await works(answers[0]!.body.accessToken)).toBe(true);
    expect(await refresh(answers[0]!.body.refreshToken)).toMatchObject({ status: 200 });
  });

  test("two servers agree on the current token", async () => {
    const ada = await app.person();
    const elsewhere = await app.another();
    const [here, there] = await Promise.all([
      refresh(ada.refreshToken),
      elsewhere.anonymous.call<BearerGrant>("refreshSession", {
        body: { transport: "bearer", refreshToken: ada.refreshToken },
      }),
    ]);
    expect(there.body.refreshToken).toBe(here.body.refreshToken);
  });
});

describe("200 with cookies", () => {
  test("a browser refreshes with its cookie, and gets new cookies and no token in the body", async () => {
    const browser = app.browser();
    await browser.logIn(await app.person());
    const before = new Map(browser.cookies);
    const answer = await browser.call<CookieGrant>("refreshSession", { body: { transport: "cookie" } });
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body).sort()).toEqual(["expiresIn", "sessionId", "transport"]);
    for (const name of ["__Host-session", "__Host-refresh"]) {
      expect(browser.cookies.get(name)).toBeString();
      expect(browser.cookies.get(name)).not.toBe(before.get(name));
    }
    expect(await browser.call("getMe")).toMatchObject({ status: 200 });
  });

  test("the cookie is not used for a program that brings its own token", async () => {
    const browser = app.browser();
    await browser.logIn(await app.person());
    const program = await app.person();
    const body = { transport: "bearer", refreshToken: program.refreshToken };
    const answer = await browser.call<BearerGrant>("refreshSession", { body });
    expect(answer.body.sessionId).toBe(program.sessionId);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

describe("401 invalid_refresh_token", () => {
  const invalid = { status: 401, body: { code: "invalid_refresh_token" } };

  test("an unknown token", async () => {
    expect(await refresh(`gwr_${"x".repeat(43)}`)).toMatchObject(invalid);
  });

  test("a browser without the cookie", async () => {
    expect(await app.browser().call("refreshSession", { body: { transport: "cookie" } })).toMatchObject(invalid);
  });

  test("thirty days after the last refresh", async () => {
    const ada = await app.person();
    app.clock.advance(30 * DAY);
    expect(await refresh(ada.refreshToken)).toMatchObject(invalid);
  });

  test("ninety days after the log in, however often it was refreshed, and its access tokens end with it", async () => {
    const ada = await app.person();
    let { refreshToken } = ada;
    for (const days of [29, 29, 29]) {
      app.clock.advance(days * DAY);
      refreshToken = (await refresh(refreshToken)).body.refreshToken;
    }
    app.clock.advance(3 * DAY - 60 * SECOND);
    const last = await refresh(refreshToken);
    expect(last.body.expiresIn).toBe(60);
    app.clock.advance(60 * SECOND);
    expect(await works(last.body.accessToken)).toBe(false);
    expect(await refresh(last.body.refreshToken)).toMatchObject(invalid);
  });

  test("after logging out, the current token and the spent ones", async () => {
    const ada = await app.person();
    const { body } = await refresh(ada.refreshToken);
    await ada.call("deleteSession");
    expect(await refresh(body.refreshToken)).toMatchObject(invalid);
    expect(await refresh(ada.refreshToken)).toMatchObject(invalid);
  });
});

describe("401 refresh_token_reused", () => {
  const reused = { status: 401, body: { code: "refresh_token_reused" } };

  test("a repeat after ten seconds ends the session: no token of its family works any more", async () => {
    const ada = await app.person();
    const { body } = await refresh(ada.refreshToken);
    app.clock.advance(10 * SECOND);
    expect(await works(body.accessToken)).toBe(true);
    expect(await refresh(ada.refreshToken)).toMatchObject(reused);
    expect(await endedReason(ada)).toBe("refresh_token_reused");
    expect(await works(body.accessToken)).toBe(false);
    expect(await works(ada.accessToken)).toBe(false);
    expect(await refresh(body.refreshToken)).toMatchObject({ status: 401, body: { code: "invalid_refresh_token" } });
  });

  test("the reuse is on record, with whose session it was", async () => {
    const ada = await app.person();
    await refresh(ada.refreshToken);
    app.clock.advance(10 * SECOND);
    await refresh(ada.refreshToken);
    expect(await app.audited("session.reuse_detected", ada.userId)).toHaveLength(1);
  });

  test("the person's other sessions go on", async () => {
    const ada = await app.person();
    const other = await app.logIn(ada);
    await refresh(ada.refreshToken);
    app.clock.advance(10 * SECOND);
    await refresh(ada.refreshToken);
    expect(await works(other.accessToken)).toBe(true);
  });
});

describe("403: a page of another site", () => {
  for (const headers of [
    { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    { "sec-fetch-site": "same-site", origin: "https://evil.localhost" },
    { "sec-fetch-site": "", origin: "https://evil.example" },
    { "sec-fetch-site": "", origin: "" },
  ]) {
    const { "sec-fetch-site": site, origin } = headers;
    test(`Sec-Fetch-Site "${site}" and Origin "${origin}" cannot use the cookie`, async () => {
      const browser = app.browser();
      await browser.logIn(await app.person());
      const before = new Map(browser.cookies);
      const answer = await browser.call("refreshSession", { body: { transport: "cookie" }, headers });
      expect(answer).toMatchObject({ status: 403, body: { code: "forbidden" } });
      expect(browser.cookies).toEqual(before);
      expect(await browser.call("refreshSession", { body: { transport: "cookie" } })).toMatchObject({ status: 200 });
    });
  }
});
