import { describe, expect, test } from "bun:test";
import type { Organization } from "#generated/types";
import { type Person, testApp } from "../support/app";
import { versionIn } from "../support/client";

const app = await testApp();
const DAY_MS = 24 * 60 * 60_000;

const read = (person: Person, organizationId: string) =>
  person.call<Organization>("getOrganization", { path: { organizationId } });

const remove = (person: Person, organizationId: string) =>
  person.call<Organization>("deleteOrganization", { path: { organizationId } });

const restore = (person: Person, organizationId: string) =>
  person.call<Organization>("restoreOrganization", { path: { organizationId } });

describe("200", () => {
  test("it stays, as a new version, until the last instant at which it can be taken back and after it", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const before = await read(ada, id);
    await remove(ada, id);
    app.clock.advance(30 * DAY_MS - 1);
    const last = await app.logIn(ada);
    const { status, body } = await restore(last, id);
    expect({ status, body }).toEqual({
      status: 200,
      body: { ...before.body, updatedAt: app.clock.now().toISOString() },
    });
    app.clock.advance(5001);
    const after = await read(last, id);
    expect([after.status, versionIn(after.headers)]).toEqual([200, 3]);
    expect(after.body).toEqual(body);
  });

  test("another owner may, and without a new login", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const owner = await app.member(id, "owner");
    app.clock.advance(14 * 60_000);
    await remove(ada, id);
    expect(await restore(owner, id)).toMatchObject({ status: 200, body: { deletesAt: null } });
  });

  test("one that is not marked stays as it is", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const before = await read(ada, id);
    app.clock.advance(1000);
    expect(await restore(ada, id)).toMatchObject({ status: 200, body: before.body });
    expect(versionIn((await read(ada, id)).headers)).toBe(1);
  });

  test("one that was restored can be deleted again, in thirty days from then", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    await remove(ada, id);
    await restore(ada, id);
    app.clock.advance(60_000);
    const deletesAt = new Date(app.clock.now().getTime() + 30 * DAY_MS).toISOString();
    expect((await remove(ada, id)).body.deletesAt).toBe(deletesAt);
  });

  test("of a deletion and a restoration at once, one comes last and the row is whole", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    await remove(ada, id);
    const answers = await Promise.all([restore(ada, id), remove(ada, id), restore(ada, id), remove(ada, id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { body, headers } = await read(ada, id);
    const version = versionIn(headers);
    expect(body.deletesAt !== null).toBe(version % 2 === 0);
  });

  test("the audit log of the organization names who", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const owner = await app.member(id, "owner");
    await remove(ada, id);
    await restore(owner, id);
    expect([...(await app.auditedIn(id, "organization.restored"))]).toEqual([{ subject: owner.userId, fields: {} }]);
  });
});

describe("404", () => {
  test("once its time is over nobody restores it, not even where a server remembers a membership of it", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    await remove(ada, id);
    app.clock.advance(30 * DAY_MS - 1000);
    const last = await app.logIn(ada);
    expect(await read(last, id)).toMatchObject({ status: 200 });
    app.clock.advance(1000);
    expect(await restore(last, id)).toMatchObject({ status: 404, body: { code: "not_found" } });
    const [row] = await app.sql<{ deletesAt: string | null }[]>`select deletes_at from organizations where id = ${id}`;
    expect(row?.deletesAt).toBe(app.clock.now().toISOString());
  });
});
