import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";
import { versionIn } from "../support/client";

const app = await testApp();

describe("200", () => {
  test("every role of an organization reads it", async () => {
    const owner = await app.person();
    const organizationId = await app.organization(owner, "Difference Engines");
    const viewer = await app.member(organizationId, "viewer");
    for (const person of [owner, viewer]) {
      const { status, body, headers } = await person.call("getOrganization", { path: { organizationId } });
      expect([status, versionIn(headers)]).toEqual([200, 1]);
      expect(body).toMatchObject({ id: organizationId, name: "Difference Engines", personal: false, deletesAt: null });
    }
  });
});

describe("404", () => {
  test("for who does not belong to it, exactly as where there is none", async () => {
    const organizationId = await app.organization(await app.person());
    const stranger = await app.person();
    const told = await Promise.all(
      [organizationId, app.options.ids.next(), "not-an-id"].map(async (id) => {
        const { status, body } = await stranger.call("getOrganization", { path: { organizationId: id } });
        return { ...body, status, instance: "", requestId: "" };
      }),
    );
    expect(told[0]).toMatchObject({ status: 404, code: "not_found" });
    expect(told[1]).toEqual(told[0]!);
    expect(told[2]).toEqual(told[0]!);
  });
});
