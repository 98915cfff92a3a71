import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";
import { versionIn } from "../support/client";

const app = await testApp();

describe("200", () => {
  test("every role that reads members sees who it is, with the tag that a change needs", async () => {
    const ada = await app.person({ name: "Ada Lovelace" });
    const organizationId = await app.organization(ada);
    const viewer = await app.member(organizationId, "viewer");
    for (const person of [ada, viewer]) {
      const answer = await person.call("getMember", { path: { organizationId, userId: ada.userId } });
      expect([answer.status, versionIn(answer.headers)]).toEqual([200, 1]);
      expect(answer.body).toEqual({
        userId: ada.userId,
        email: ada.email,
        name: "Ada Lovelace",
        role: "owner",
        joinedAt: app.clock.now().toISOString(),
      });
    }
  });
});

describe("404", () => {
  test("for a member of another organization exactly as for nobody at all", async () => {
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const elsewhere = await app.member(await app.organization(ada), "viewer");
    const told = await Promise.all(
      [elsewhere.userId, app.options.ids.next()].map(async (userId) => {
        const { status, body } = await ada.call("getMember", { path: { organizationId, userId } });
        return { ...body, status, instance: "", requestId: "" };
      }),
    );
    expect(told[0]).toMatchObject({ status: 404, code: "not_found" });
    expect(told[1]).toEqual(told[0]!);
  });
});
