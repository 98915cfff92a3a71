import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";

describe("503 not_ready, then 200", () => {
  test("it answers 200 once the server has started, and from then on", async () => {
    const app = await testApp({ started: false });
    expect(await app.anonymous.call("getStartup")).toMatchObject({ status: 503, body: { code: "not_ready" } });
    app.services.lifecycle.started();
    expect(await app.anonymous.call("getStartup")).toMatchObject({ status: 200, body: { status: "ok" } });
    app.services.lifecycle.drain();
    expect(await app.anonymous.call("getStartup")).toMatchObject({ status: 200 });
  });

  test("a server that has begun to stop does not start again", async () => {
    const app = await testApp();
    app.services.lifecycle.drain();
    app.services.lifecycle.started();
    expect(await app.anonymous.call("getReadiness")).toMatchObject({ status: 503 });
  });
});
