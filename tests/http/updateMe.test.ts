import { describe, expect, test } from "bun:test";
import type { User } from "#generated/types";
import { type Person, testApp } from "../support/app";

const app = await testApp();

const etagOf = async (person: Person) => (await person.call("getMe")).headers.get("etag") ?? "";

describe("200", () => {
  test("the new name is what everybody reads from now on, and the rest stays as it was", async () => {
    const ada = await app.person({ name: "Ada Lovelace" });
    const before = await ada.call<User>("getMe");
    app.clock.advance(60_000);
    const answer = await ada.call<User>("updateMe", {
      headers: { "if-match": before.headers.get("etag") ?? "" },
      body: { name: "Ada King" },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ ...before.body, name: "Ada King", updatedAt: app.clock.now().toISOString() });
    expect((await ada.call<User>("getMe")).body).toEqual(answer.body);
  });

  test("the answer's ETag is good for the next change", async () => {
    const ada = await app.person();
    const first = await ada.call("updateMe", { headers: { "if-match": await etagOf(ada) }, body: { name: "One" } });
    const etag = first.headers.get("etag") ?? "";
    expect(await ada.call("updateMe", { headers: { "if-match": etag }, body: { name: "Two" } })).toMatchObject({
      status: 200,
    });
  });

  test("nobody else's profile changes", async () => {
    const [ada, grace] = [await app.person({ name: "Ada" }), await app.person({ name: "Grace" })];
    await ada.call("updateMe", { headers: { "if-match": await etagOf(ada) }, body: { name: "Ada King" } });
    expect((await grace.call<User>("getMe")).body.name).toBe("Grace");
  });

  test("the audit log names who and the new name", async () => {
    const ada = await app.person();
    await ada.call("updateMe", { headers: { "if-match": await etagOf(ada) }, body: { name: "Ada King" } });
    expect(await app.audited("user.updated", ada.userId)).toMatchObject([{ fields: { "body.name": "Ada King" } }]);
  });
});

describe("412", () => {
  test("a change on a stale version is refused, and changes and records nothing", async () => {
    const ada = await app.person();
    const stale = await etagOf(ada);
    await ada.call("updateMe", { headers: { "if-match": stale }, body: { name: "First" } });
    expect(await ada.call("updateMe", { headers: { "if-match": stale }, body: { name: "Second" } })).toMatchObject({
      status: 412,
      body: { code: "precondition_failed" },
    });
    expect((await ada.call<User>("getMe")).body.name).toBe("First");
    expect(await app.audited("user.updated", ada.userId)).toHaveLength(1);
  });

  test("of ten racing writers exactly one wins", async () => {
    const ada = await app.person();
    const etag = await etagOf(ada);
    const names = Array.from({ length: 10 }, (_, i) => `Name ${i}`);
    const answers = await Promise.all(
      names.map((name) => ada.call<User>("updateMe", { headers: { "if-match": etag }, body: { name } })),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(9);
    expect((await ada.call<User>("getMe")).body.name).toBe(won[0]!.body.name);
  });
});
