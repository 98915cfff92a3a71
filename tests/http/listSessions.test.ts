import { describe, expect, test } from "bun:test";
import type { SessionPage } from "#generated/types";
import { testApp } from "../support/app";
import type { AnonymousClient } from "../support/client";

const app = await testApp();

const list = async (client: AnonymousClient, query: Record<string, string | number> = {}) =>
  (await client.call<SessionPage>("listSessions", { query })).body;

describe("200", () => {
  test("the sessions that work, the newest first, with the caller's own marked", async () => {
    const first = await app.person();
    app.clock.advance(1000);
    const second = await app.logIn(first, { "user-agent": "Second/1.0" });
    const { items, nextCursor } = await list(first);
    expect(nextCursor).toBeNull();
    expect(items.map(({ id, current }) => ({ id, current }))).toEqual([
      { id: second.sessionId, current: false },
      { id: first.sessionId, current: true },
    ]);
    expect(items[0]).toMatchObject({ userAgent: "Second/1.0", createdAt: app.clock.now().toISOString() });
  });

  test("ended and expired sessions are not listed", async () => {
    const old = await app.person();
    app.clock.advance(29 * 24 * 60 * 60_000);
    const loggedOut = await app.logIn(old);
    const current = await app.logIn(old);
    expect((await list(current)).items).toHaveLength(3);
    await loggedOut.call("deleteSession");
    app.clock.advance(24 * 60 * 60_000);
    const last = await app.logIn(old);
    expect((await list(last)).items.map(({ id }) => id)).toEqual([last.sessionId, current.sessionId]);
  });

  test("nobody sees anybody else's", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    expect((await list(ada)).items.map(({ id }) => id)).toEqual([ada.sessionId]);
    expect((await list(grace)).items.map(({ id }) => id)).toEqual([grace.sessionId]);
  });

  test("pages put together are the whole list, even for sessions of one instant", async () => {
    const ada = await app.person();
    for (let i = 0; i < 6; i++) await app.logIn(ada);
    const whole = (await list(ada)).items;
    expect(whole).toHaveLength(7);
    const seen: SessionPage["items"] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: SessionPage = await list(ada, { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(whole);
  });

  test("pages neither repeat nor skip sessions that lie a microsecond apart", async () => {
    const ada = await app.person();
    for (let i = 0; i < 4; i++) await app.logIn(ada);
    await app.sql`
      update sessions set created_at = created_at + ordered.place * interval '1 microsecond'
      from (select id, row_number() over (order by id) as place from sessions where user_id = ${ada.userId}) ordered
      where sessions.id = ordered.id`;
    const ids: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: SessionPage = await list(ada, { limit: 1, ...(cursor && { cursor }) });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(ids).toEqual((await list(ada)).items.map(({ id }) => id));
    expect(ids).toHaveLength(5);
  });
});

describe("400", () => {
  test("a cursor that somebody made up", async () => {
    const ada = await app.person();
    expect(await ada.call("listSessions", { query: { cursor: "made-up" } })).toMatchObject({
      status: 400,
      body: { code: "bad_request" },
    });
  });
});

describe("422", () => {
  test("a cursor of characters that none has, as the published contract says", async () => {
    const ada = await app.person();
    for (const cursor of ["a b", "\u7a21", "=="])
      expect(await ada.call("listSessions", { query: { cursor } })).toMatchObject({ status: 422 });
  });
});
