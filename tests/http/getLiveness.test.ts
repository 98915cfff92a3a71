import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";

describe("200", () => {
  test("the process answers even when its database is away and it is stopping", async () => {
    const app = await testApp();
    app.services.lifecycle.drain();
    await app.sql.end();
    expect(await app.anonymous.call("getLiveness")).toMatchObject({ status: 200, body: { status: "ok" } });
  });
});
