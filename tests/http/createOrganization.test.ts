import { describe, expect, test } from "bun:test";
import type { MembershipPage, Organization } from "#generated/types";
import { type Person, testApp } from "../support/app";
import { versionIn } from "../support/client";

const app = await testApp();

const found = (person: Person, name: string, headers: Record<string, string> = {}) =>
  person.call<Organization>("createOrganization", { body: { name }, headers });

const shared = async (person: Person) =>
  (await person.call<MembershipPage>("listOrganizations")).body.items.filter(({ personal }) => !personal);

describe("201", () => {
  test("the organization as everybody in it reads it from now on", async () => {
    const ada = await app.person();
    const { status, body, headers } = await found(ada, "Analytical Engines");
    const at = app.clock.now().toISOString();
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        id: expect.any(String),
        name: "Analytical Engines",
        personal: false,
        createdAt: at,
        updatedAt: at,
        deletesAt: null,
      },
    });
    const read = await ada.call<Organization>("getOrganization", { path: { organizationId: body.id } });
    expect(read.body).toEqual(body);
    expect(versionIn(read.headers)).toBe(versionIn(headers));
  });

  test("whoever founded it is its owner and only member", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    const { body } = await found(ada, "Analytical Engines");
    expect(await shared(ada)).toMatchObject([{ organizationId: body.id, role: "owner" }]);
    expect(await shared(grace)).toEqual([]);
    const members = await app.sql`select user_id, role from members where organization_id = ${body.id}`;
    expect([...members]).toEqual([{ userId: ada.userId, role: "owner" }]);
  });

  test("a name of a hundred characters in any script is kept as it was sent", async () => {
    const ada = await app.person();
    const name = `Ångström & 株式会社 ${"🦉".repeat(84)}`;
    expect([...name]).toHaveLength(100);
    const { status, body } = await found(ada, name);
    expect([status, body.name]).toEqual([201, name]);
  });

  test("two of one name are two organizations", async () => {
    const ada = await app.person();
    const [one, two] = [await found(ada, "Engines"), await found(ada, "Engines")];
    expect(one.body.id).not.toBe(two.body.id);
    expect(await shared(ada)).toHaveLength(2);
  });

  test("of ten requests at once with one Idempotency-Key one founds it, and a repeat is told of that one", async () => {
    const ada = await app.person();
    const key = { "idempotency-key": '"0199d1a0-1111"' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => found(ada, "Engines", key)));
    const again = await found(ada, "Engines", key);
    const [only, ...more] = await shared(ada);
    expect(more).toEqual([]);
    for (const { status, body } of [...answers, again])
      if (status !== 409) expect([status, body.id]).toEqual([201, only?.organizationId ?? ""]);
    expect(again.status).toBe(201);
  });

  test("the organization's own audit log begins with who founded it and its name", async () => {
    const ada = await app.person();
    const { body } = await found(ada, "Analytical Engines");
    const rows = await app.sql`
      select event, subject, fields from audit_events where organization_id = ${body.id} order by sequence`;
    expect([...rows]).toEqual([
      { event: "organization.created", subject: ada.userId, fields: { "body.name": "Analytical Engines" } },
    ]);
  });
});
