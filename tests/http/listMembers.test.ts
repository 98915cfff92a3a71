import { describe, expect, test } from "bun:test";
import type { MemberPage } from "#generated/types";
import { type Person, testApp } from "../support/app";

const app = await testApp();

const list = async (person: Person, organizationId: string, query: Record<string, string | number> = {}) =>
  (await person.call<MemberPage>("listMembers", { path: { organizationId }, query })).body;

async function pages(person: Person, organizationId: string, limit: number) {
  const items: MemberPage["items"] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: MemberPage = await list(person, organizationId, { limit, ...(cursor && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

describe("200", () => {
  test("who belongs to it with which role, those who joined last first", async () => {
    const ada = await app.person({ name: "Ada Lovelace" });
    const organizationId = await app.organization(ada);
    await app.role(organizationId, "auditor", ["audit:read"]);
    const founded = app.clock.now().toISOString();
    app.clock.advance(1000);
    const auditor = await app.member(organizationId, "auditor");
    const joined = app.clock.now().toISOString();
    expect(await list(ada, organizationId)).toEqual({
      items: [
        { userId: auditor.userId, email: auditor.email, name: "Ada Lovelace", role: "auditor", joinedAt: joined },
        { userId: ada.userId, email: ada.email, name: "Ada Lovelace", role: "owner", joinedAt: founded },
      ],
      nextCursor: null,
    });
  });

  test("nobody of another organization, and nobody who was removed", async () => {
    const ada = await app.person();
    const [here, there] = [await app.organization(ada), await app.organization(ada)];
    const gone = await app.member(here, "viewer");
    await app.member(there, "viewer");
    await ada.call("removeMember", { path: { organizationId: here, userId: gone.userId } });
    expect((await list(ada, here)).items.map(({ userId }) => userId)).toEqual([ada.userId]);
    expect((await list(ada, there)).items).toHaveLength(2);
  });

  test("pages put together are the whole list, even of people who joined at one instant", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    for (let i = 0; i < 6; i++) await app.member(organizationId, "viewer");
    const whole = (await list(ada, organizationId)).items;
    expect(whole).toHaveLength(7);
    expect(await pages(ada, organizationId, 2)).toEqual(whole);
  });

  test("pages neither repeat nor skip people who joined a microsecond apart", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    for (let i = 0; i < 4; i++) await app.member(organizationId, "viewer");
    await app.sql`
      update members set joined_at = joined_at + ordered.place * interval '1 microsecond'
      from (
        select user_id, row_number() over (order by user_id) as place from members
        where organization_id = ${organizationId}
      ) ordered
      where members.organization_id = ${organizationId} and members.user_id = ordered.user_id`;
    const ids = (await pages(ada, organizationId, 1)).map(({ userId }) => userId);
    expect(ids).toEqual((await list(ada, organizationId)).items.map(({ userId }) => userId));
    expect(ids).toHaveLength(5);
  });

  test("who joins or goes between two pages moves nobody else", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const people: Person[] = [];
    for (let i = 0; i < 4; i++) {
      app.clock.advance(1000);
      people.unshift(await app.member(organizationId, "viewer"));
    }
    const first = await list(ada, organizationId, { limit: 2 });
    app.clock.advance(1000);
    await app.member(organizationId, "viewer");
    await ada.call("removeMember", { path: { organizationId, userId: people[1]!.userId } });
    const second = await list(ada, organizationId, { limit: 2, cursor: first.nextCursor ?? "" });
    const seen = [...first.items, ...second.items].map(({ userId }) => userId);
    expect(seen).toEqual(people.map(({ userId }) => userId));
  });
});

describe("400", () => {
  test("a cursor of another list", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await app.logIn(ada);
    const { body } = await ada.call<{ nextCursor: string }>("listSessions", { query: { limit: 1 } });
    const answer = await ada.call("listMembers", { path: { organizationId }, query: { cursor: body.nextCursor } });
    expect(answer).toMatchObject({ status: 400, body: { code: "bad_request" } });
  });
});
