import { describe, expect, test } from "bun:test";
import type { Organization } from "#generated/types";
import { type Person, testApp } from "../support/app";

const app = await testApp();

const read = (person: Person, organizationId: string) =>
  person.call<Organization>("getOrganization", { path: { organizationId } });

const etagOf = async (person: Person, organizationId: string) =>
  (await read(person, organizationId)).headers.get("etag") ?? "";

const rename = (person: Person, organizationId: string, name: string, etag: string) =>
  person.call<Organization>("updateOrganization", {
    path: { organizationId },
    headers: { "if-match": etag },
    body: { name },
  });

describe("200", () => {
  test("the new name is what everybody reads from now on, and the rest stays as it was", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada, "Analytical Engines");
    const viewer = await app.member(organizationId, "viewer");
    const before = await read(ada, organizationId);
    app.clock.advance(60_000);
    const answer = await rename(ada, organizationId, "Difference Engines", before.headers.get("etag") ?? "");
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      ...before.body,
      name: "Difference Engines",
      updatedAt: app.clock.now().toISOString(),
    });
    expect((await read(viewer, organizationId)).body).toEqual(answer.body);
  });

  test("the answer's ETag is good for the next change", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const first = await rename(ada, id, "One", await etagOf(ada, id));
    const second = await rename(ada, id, "Two", first.headers.get("etag") ?? "");
    expect([second.status, second.body.name]).toEqual([200, "Two"]);
  });

  test("a name of a hundred characters in any script is kept as it was sent", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const name = `Ωμέγα (אלף) ${"👩🏽‍🚀".repeat(22)}`;
    expect([...name]).toHaveLength(100);
    const { status, body } = await rename(ada, id, name, await etagOf(ada, id));
    expect([status, body.name, (await read(ada, id)).body.name]).toEqual([200, name, name]);
  });

  test("a person may rename their own, which does not rename them", async () => {
    const ada = await app.person({ name: "Ada Lovelace" });
    const { body } = await ada.call<{ items: { organizationId: string }[] }>("listOrganizations");
    const id = body.items[0]!.organizationId;
    expect(await rename(ada, id, "Countess", await etagOf(ada, id))).toMatchObject({
      status: 200,
      body: { name: "Countess", personal: true },
    });
    expect(await ada.call("getMe")).toMatchObject({ body: { name: "Ada Lovelace" } });
  });

  test("no other organization changes", async () => {
    const ada = await app.person();
    const [one, other] = [await app.organization(ada, "One"), await app.organization(ada, "Other")];
    await rename(ada, one, "Renamed", await etagOf(ada, one));
    expect((await read(ada, other)).body.name).toBe("Other");
  });

  test("the audit log names who, where, and the new name", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const admin = await app.member(id, "admin");
    await rename(admin, id, "Difference Engines", await etagOf(admin, id));
    expect([...(await app.auditedIn(id, "organization.updated"))]).toEqual([
      { subject: admin.userId, fields: { "body.name": "Difference Engines" } },
    ]);
  });
});

describe("412", () => {
  test("a change on a stale version is refused, and changes and records nothing", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const stale = await etagOf(ada, id);
    await rename(ada, id, "First", stale);
    expect(await rename(ada, id, "Second", stale)).toMatchObject({
      status: 412,
      body: { code: "precondition_failed" },
    });
    expect((await read(ada, id)).body.name).toBe("First");
    expect(await app.audited("organization.updated", ada.userId)).toHaveLength(1);
  });

  test("whoever read it before somebody deleted it has read another version", async () => {
    const ada = await app.person();
    const id = await app.organization(ada);
    const stale = await etagOf(ada, id);
    await ada.call("deleteOrganization", { path: { organizationId: id } });
    expect(await rename(ada, id, "Renamed", stale)).toMatchObject({ status: 412 });
    expect(await rename(ada, id, "Renamed", await etagOf(ada, id))).toMatchObject({ status: 200 });
  });

  test("of ten racing writers on two servers exactly one wins", async () => {
    const there = await app.another();
    const ada = await app.person();
    const id = await app.organization(ada);
    const etag = await etagOf(ada, id);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => rename(i % 2 ? ada : there.as(ada), id, `Name ${i}`, etag)),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(9);
    expect((await read(ada, id)).body.name).toBe(won[0]!.body.name);
    expect(await app.audited("organization.updated", ada.userId)).toHaveLength(1);
  });
});
