import { describe, expect, test } from "bun:test";
import type { BearerGrant, MembershipPage, Organization } from "#generated/types";
import { Person, testApp } from "../support/app";
import { versionIn } from "../support/client";

const app = await testApp();
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const read = (person: Person, organizationId: string) =>
  person.call<Organization>("getOrganization", { path: { organizationId } });

const remove = (person: Person, organizationId: string) =>
  person.call<Organization>("deleteOrganization", { path: { organizationId } });

const inThirtyDays = () => new Date(app.clock.now().getTime() + 30 * DAY_MS).toISOString();

/** The same session with the access token that a refresh gives. */
async function refreshed(person: Person): Promise<Person> {
  const body = { transport: "bearer", refreshToken: person.refreshToken };
  const { body: grant } = await app.anonymous.call<BearerGrant>("refreshSession", { body });
  return new Person(app.send, person.known, grant);
}

describe("200", () => {
  test("it will be gone in thirty days, and says so as a new version", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const before = await read(ada, id);
    app.clock.advance(MINUTE_MS);
    const { status, body } = await remove(ada, id);
    expect({ status, body }).toEqual({
      status: 200,
      body: { ...before.body, updatedAt: app.clock.now().toISOString(), deletesAt: inThirtyDays() },
    });
    const after = await read(ada, id);
    expect(after.body).toEqual(body);
    expect([versionIn(before.headers), versionIn(after.headers)]).toEqual([1, 2]);
  });

  test("until then everything goes on, for all of its members", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const admin = await app.member(organizationId, "admin");
    await remove(ada, organizationId);
    app.clock.advance(30 * DAY_MS - 1);
    const last = await app.logIn(admin);
    const etag = (await read(last, organizationId)).headers.get("etag") ?? "";
    const change = { path: { organizationId }, headers: { "if-match": etag }, body: { name: "To the last" } };
    expect(await last.call("updateOrganization", change)).toMatchObject({ status: 200 });
    expect(await last.call("switchOrganization", { path: { organizationId } })).toMatchObject({ status: 204 });
  });

  test("from then on it does not exist for anybody, on any server: exactly as if it never had", async () => {
    const there = await app.another();
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const viewer = await app.member(organizationId, "viewer");
    await remove(ada, organizationId);
    app.clock.advance(30 * DAY_MS);
    for (const person of [await app.logIn(ada), await app.logIn(viewer)])
      for (const at of [person, there.as(person)]) {
        const missing = { organizationId: app.options.ids.next() };
        for (const operation of [
          "getOrganization",
          "deleteOrganization",
          "restoreOrganization",
          "leaveOrganization",
          "switchOrganization",
        ])
          expect(comparable(await at.call(operation, { path: { organizationId } }))).toEqual(
            comparable(await at.call(operation, { path: missing })),
          );
        const { body } = await at.call<MembershipPage>("listOrganizations");
        expect(body.items.map(({ personal }) => personal)).toEqual([true]);
      }
  });

  test("a server that remembers a membership of it reads, changes and deletes it no more", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await remove(ada, organizationId);
    app.clock.advance(30 * DAY_MS - 1000);
    const last = await app.logIn(ada);
    const etag = (await read(last, organizationId)).headers.get("etag") ?? "";
    app.clock.advance(1000);
    const change = { path: { organizationId }, headers: { "if-match": etag }, body: { name: "Too late" } };
    expect(await read(last, organizationId)).toMatchObject({ status: 404 });
    expect(await last.call("updateOrganization", change)).toMatchObject({ status: 412 });
    expect(await remove(last, organizationId)).toMatchObject({ status: 404 });
  });

  test("deleting again keeps the first date and the version", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const first = await remove(ada, id);
    app.clock.advance(10 * MINUTE_MS);
    expect((await remove(ada, id)).body).toEqual(first.body);
    expect(versionIn((await read(ada, id)).headers)).toBe(2);
  });

  test("of ten at once one sets the date, and all are told of it", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const answers = await Promise.all(Array.from({ length: 10 }, () => remove(ada, id)));
    const row = (await read(ada, id)).body;
    expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
      answers.map(() => ({ status: 200, body: row })),
    );
    expect(versionIn((await read(ada, id)).headers)).toBe(2);
  });

  test("the audit log of the organization names who", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    await remove(ada, id);
    expect([...(await app.auditedIn(id, "organization.deletion_scheduled"))]).toEqual([
      { subject: ada.userId, fields: {} },
    ]);
  });
});

describe("401 reauthentication_required", () => {
  test("sixteen minutes after the login, however fresh the token; a new login may", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    app.clock.advance(16 * MINUTE_MS);
    const later = await refreshed(ada);
    expect(await read(later, id)).toMatchObject({ status: 200 });
    const refused = await remove(later, id);
    expect(refused).toMatchObject({ status: 401, body: { code: "reauthentication_required" } });
    expect(refused.headers.get("www-authenticate")).toContain(
      'error="insufficient_user_authentication", max_age="900"',
    );
    expect((await read(later, id)).body.deletesAt).toBeNull();
    expect(await remove(await app.logIn(ada), id)).toMatchObject({ status: 200 });
  });

  test("not yet when exactly fifteen minutes have passed", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    app.clock.advance(15 * MINUTE_MS);
    expect(await remove(await refreshed(ada), id)).toMatchObject({ status: 200 });
  });
});

describe("409 personal_organization", () => {
  test("nobody deletes the organization that they got when they registered", async () => {
    const ada = await app.person();
    const { body } = await ada.call<MembershipPage>("listOrganizations");
    const id = body.items[0]!.organizationId;
    const before = await read(ada, id);
    expect(await remove(ada, id)).toMatchObject({ status: 409, body: { code: "personal_organization" } });
    expect((await read(ada, id)).body).toEqual(before.body);
    expect(await app.audited("organization.deletion_scheduled", ada.userId)).toHaveLength(0);
  });
});

/** What is left of an answer that two requests may have in common. */
function comparable({ status, headers, body }: { status: number; headers: Headers; body: Record<string, unknown> }) {
  const { instance, requestId, ...rest } = body;
  return { status, headers: [...headers.keys()].sort(), rest };
}
