import { describe, expect, test } from "bun:test";
import type { Membership, MembershipPage } from "#generated/types";
import { type Person, testApp } from "../support/app";

const app = await testApp();
const DAY_MS = 24 * 60 * 60_000;

const page = async (person: Person, query: Record<string, string | number> = {}) =>
  (await person.call<MembershipPage>("listOrganizations", { query })).body;

const list = async (person: Person) => (await page(person)).items;

const switchTo = (person: Person, organizationId: string) =>
  person.call("switchOrganization", { path: { organizationId } });

/** All pages put together. `between` runs after each of them. */
async function paged(person: Person, limit: number, between: () => Promise<unknown> = async () => {}) {
  const seen: Membership[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { items, nextCursor }: MembershipPage = await page(person, { limit, ...(cursor && { cursor }) });
    seen.push(...items);
    cursor = nextCursor;
    await between();
  }
  return seen;
}

describe("200", () => {
  test("whoever registers has an organization of their own, which bears their name", async () => {
    const ada = await app.person({ name: "Ada Lovelace" });
    expect(await list(ada)).toEqual([
      {
        organizationId: expect.any(String),
        name: "Ada Lovelace",
        personal: true,
        role: "owner",
        current: false,
        joinedAt: app.clock.now().toISOString(),
      },
    ]);
  });

  test("those joined last come first, each with the role that the person has there", async () => {
    const founder = await app.person();
    const organizationId = await app.organization(founder, "Difference Engines");
    const viewer = await app.person();
    app.clock.advance(1000);
    await app.join(viewer, organizationId, "viewer");
    app.clock.advance(1000);
    await app.organization(viewer, "Analytical Engines");
    expect((await list(viewer)).map(({ name, role }) => ({ name, role }))).toEqual([
      { name: "Analytical Engines", role: "owner" },
      { name: "Difference Engines", role: "viewer" },
      { name: "Ada Lovelace", role: "owner" },
    ]);
    expect((await list(founder)).map(({ name, role }) => ({ name, role }))).toEqual([
      { name: "Difference Engines", role: "owner" },
      { name: "Ada Lovelace", role: "owner" },
    ]);
  });

  test("current is the one that this very session is switched to, at any time at most one", async () => {
    const ada = await app.person();
    const elsewhere = await app.logIn(ada);
    const [first, second] = [await app.organization(ada), await app.organization(ada)];
    const current = async (person: Person) =>
      (await list(person)).filter((item) => item.current).map(({ organizationId }) => organizationId);
    expect(await current(ada)).toEqual([]);
    await switchTo(ada, first);
    await switchTo(elsewhere, second);
    expect([await current(ada), await current(elsewhere)]).toEqual([[first], [second]]);
    await switchTo(ada, second);
    expect([await current(ada), await current(elsewhere)]).toEqual([[second], [second]]);
  });

  test("whoever left the organization that the session is switched to has no current one", async () => {
    const member = await app.person();
    app.clock.advance(1000);
    const organizationId = await app.organization(await app.person());
    await app.join(member, organizationId, "member");
    await switchTo(member, organizationId);
    expect((await list(member)).map(({ current }) => current)).toEqual([true, false]);
    await member.call("leaveOrganization", { path: { organizationId } });
    expect((await list(member)).map(({ personal, current }) => ({ personal, current }))).toEqual([
      { personal: true, current: false },
    ]);
  });

  test("one that is marked to be deleted is listed until its time is over, and not from that instant on", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await ada.call("deleteOrganization", { path: { organizationId } });
    app.clock.advance(30 * DAY_MS - 1);
    const before = await app.logIn(ada);
    expect((await list(before)).map((item) => item.organizationId)).toContain(organizationId);
    app.clock.advance(1);
    expect((await list(before)).map(({ personal }) => personal)).toEqual([true]);
  });

  test("pages put together are the whole list, even where all were joined in one instant", async () => {
    const ada = await app.person();
    for (let i = 0; i < 6; i++) await app.organization(ada);
    const whole = await list(ada);
    expect(whole).toHaveLength(7);
    for (const limit of [1, 2, 7]) expect(await paged(ada, limit)).toEqual(whole);
  });

  test("pages neither repeat nor skip what was joined a microsecond apart, while others are founded", async () => {
    const ada = await app.person();
    for (let i = 0; i < 4; i++) await app.organization(ada);
    await app.sql`
      update members set joined_at = joined_at + ordered.place * interval '1 microsecond'
      from (
        select organization_id, row_number() over (order by organization_id) as place
        from members where user_id = ${ada.userId}
      ) ordered
      where members.organization_id = ordered.organization_id`;
    const whole = await list(ada);
    app.clock.advance(1);
    const seen = await paged(ada, 1, () => app.organization(ada));
    expect(seen).toEqual(whole);
    expect(new Set(seen.map(({ joinedAt }) => joinedAt)).size).toBe(5);
  });

  test("the Link header leads to the next page", async () => {
    const ada = await app.person();
    await app.organization(ada);
    const { headers, body } = await ada.call<MembershipPage>("listOrganizations", { query: { limit: 1 } });
    expect(headers.get("link")).toContain(`cursor=${body.nextCursor}`);
    expect(headers.get("link")).toEndWith('; rel="next"');
    const { nextCursor } = body;
    const last = await ada.call("listOrganizations", { query: { limit: 1, cursor: nextCursor ?? "" } });
    expect(last.headers.get("link")).toBeNull();
  });
});

describe("400", () => {
  test("a cursor that was changed, or that another list gave", async () => {
    const ada = await app.logIn(await app.person());
    await app.logIn(ada);
    await app.organization(ada);
    const ours = (await page(ada, { limit: 1 })).nextCursor ?? "";
    const changed = (ours.startsWith("A") ? "B" : "A") + ours.slice(1);
    const sessions = await ada.call<MembershipPage>("listSessions", { query: { limit: 1 } });
    for (const cursor of [changed, sessions.body.nextCursor ?? ""])
      expect(await ada.call("listOrganizations", { query: { cursor } })).toMatchObject({
        status: 400,
        body: { code: "bad_request" },
      });
  });
});
