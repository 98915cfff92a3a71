import { describe, expect, test } from "bun:test";
import type { Role, Scope } from "#generated/types";
import { type Person, testApp } from "../support/app";
import { versionIn } from "../support/client";

const app = await testApp();

interface Change {
  description?: string;
  scopes?: Scope[];
}

/** Changes the role `auditor`. */
const change = (by: Person, organizationId: string, body: Change, etag = '"1"', roleName = "auditor") =>
  by.call<Role & { code: string }>("updateRole", {
    path: { organizationId, roleName },
    headers: { "if-match": etag },
    body,
  });

const read = (by: Person, organizationId: string) =>
  by.call<Role>("getRole", { path: { organizationId, roleName: "auditor" } });

/** An organization of somebody's with a role `auditor` of its own. */
async function withAuditor(scopes: Scope[] = ["audit:read"]) {
  const ada = await app.person();
  const organizationId = await app.organization(ada);
  await app.role(organizationId, "auditor", scopes);
  return { ada, organizationId };
}

describe("200", () => {
  test("what is sent changes, the rest stays, and the answer is the role as everybody reads it now", async () => {
    const { ada, organizationId } = await withAuditor();
    const described = await change(ada, organizationId, { description: "Reads" });
    expect(described.body).toMatchObject({
      description: "Reads",
      scopes: ["organization:read", "organization:leave", "audit:read"],
    });
    const etag = described.headers.get("etag") ?? "";
    const { status, body, headers } = await change(ada, organizationId, { scopes: ["member:read"] }, etag);
    expect([status, body]).toMatchObject([
      200,
      { description: "Reads", scopes: ["organization:read", "organization:leave", "member:read"] },
    ]);
    const now = await read(ada, organizationId);
    expect([now.body, versionIn(now.headers)]).toEqual([body as never, versionIn(headers)]);
  });

  test("a description can be emptied", async () => {
    const { ada, organizationId } = await withAuditor();
    await change(ada, organizationId, { description: "Reads" });
    expect(await change(ada, organizationId, { description: "" }, '"2"')).toMatchObject({ body: { description: "" } });
  });

  test("it counts on the next request of everybody who has the role", async () => {
    const { ada, organizationId } = await withAuditor(["member:read"]);
    const people = [await app.member(organizationId, "auditor"), await app.member(organizationId, "auditor")];
    const listing = () => Promise.all(people.map((one) => one.call("listMembers", { path: { organizationId } })));
    expect((await listing()).map(({ status }) => status)).toEqual([200, 200]);
    await change(ada, organizationId, { scopes: ["audit:read"] });
    expect((await listing()).map(({ status }) => status)).toEqual([403, 403]);
    await change(ada, organizationId, { scopes: ["member:read"] }, '"2"');
    expect((await listing()).map(({ status }) => status)).toEqual([200, 200]);
  });

  test("on another server within five seconds", async () => {
    const elsewhere = await app.another();
    const { ada, organizationId } = await withAuditor(["member:read"]);
    const there = elsewhere.as(await app.member(organizationId, "auditor"));
    expect(await there.call("listMembers", { path: { organizationId } })).toMatchObject({ status: 200 });
    await change(ada, organizationId, { scopes: ["audit:read"] });
    app.clock.advance(5000);
    expect(await there.call("listMembers", { path: { organizationId } })).toMatchObject({ status: 403 });
  });

  test("a role of the same name in another organization stays as it was", async () => {
    const [here, there] = [await withAuditor(), await withAuditor()];
    await change(here.ada, here.organizationId, { description: "Changed", scopes: ["member:read"] });
    expect((await read(there.ada, there.organizationId)).body).toMatchObject({
      description: "",
      scopes: expect.not.arrayContaining(["member:read"]),
    });
  });

  test("the audit log names who and the role", async () => {
    const { ada, organizationId } = await withAuditor();
    await change(ada, organizationId, { description: "Reads" });
    expect(await app.audited("role.updated", ada.userId)).toMatchObject([
      { operation: "updateRole", fields: { "path.roleName": "auditor" } },
    ]);
  });
});

describe("403 scopes_not_held", () => {
  test("nobody adds to a role what they do not hold, or changes one that has it", async () => {
    const { ada, organizationId } = await withAuditor();
    await app.role(organizationId, "deleter", ["organization:delete"]);
    const admin = await app.member(organizationId, "admin");
    const refused = { status: 403, body: { code: "scopes_not_held" } };
    const scopes: Scope[] = ["audit:read", "organization:delete"];
    expect(await change(admin, organizationId, { scopes })).toMatchObject(refused);
    for (const body of [{ scopes: ["audit:read"] }, { description: "Mine" }] satisfies Change[])
      expect(await change(admin, organizationId, body, '"1"', "deleter")).toMatchObject(refused);
    expect(await app.audited("role.updated", admin.userId)).toHaveLength(0);
    expect(await change(ada, organizationId, { scopes })).toMatchObject({ status: 200 });
  });

  test("nobody adds to their own role", async () => {
    const { organizationId } = await withAuditor(["role:write", "role:read"]);
    const auditor = await app.member(organizationId, "auditor");
    const scopes: Scope[] = ["role:write", "role:read", "audit:read"];
    expect(await change(auditor, organizationId, { scopes })).toMatchObject({ status: 403 });
    expect(await change(auditor, organizationId, { scopes: ["role:read"] })).toMatchObject({ status: 200 });
  });
});

describe("404", () => {
  test("a built-in role, one of another organization, and none, whatever the tag", async () => {
    const [here, there] = [await withAuditor(), await withAuditor()];
    await app.role(there.organizationId, "elsewhere", ["audit:read"]);
    for (const name of ["owner", "elsewhere", "nothing"])
      for (const etag of ['"1"', '"7"'])
        expect(await change(here.ada, here.organizationId, { description: "x" }, etag, name)).toMatchObject({
          status: 404,
        });
  });
});

describe("412", () => {
  test("a change on a stale version is refused, and changes and records nothing", async () => {
    const { ada, organizationId } = await withAuditor();
    await change(ada, organizationId, { description: "First" });
    expect(await change(ada, organizationId, { description: "Second" })).toMatchObject({
      status: 412,
      body: { code: "precondition_failed" },
    });
    expect((await read(ada, organizationId)).body.description).toBe("First");
    expect(await app.audited("role.updated", ada.userId)).toHaveLength(1);
  });

  test("of ten racing writers exactly one wins", async () => {
    const { ada, organizationId } = await withAuditor();
    const descriptions = Array.from({ length: 10 }, (_, i) => `Writer ${i}`);
    const answers = await Promise.all(descriptions.map((description) => change(ada, organizationId, { description })));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(9);
    expect((await read(ada, organizationId)).body.description).toBe(won[0]!.body.description);
  });
});
