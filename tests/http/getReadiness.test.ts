import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";

const notReady = (detail: string) => ({ status: 503, body: { code: "not_ready", detail } });
const noDatabase = notReady("The database does not answer.");

describe("200", () => {
  test("the server has started, and its database answers", async () => {
    const app = await testApp();
    expect(await app.anonymous.call("getReadiness")).toMatchObject({ status: 200, body: { status: "ok" } });
  });
});

describe("503 not_ready, which names what is missing", () => {
  test("before it has started", async () => {
    const app = await testApp({ started: false });
    expect(await app.anonymous.call("getReadiness")).toMatchObject(notReady("The server is starting."));
  });

  test("while it stops", async () => {
    const app = await testApp();
    app.services.lifecycle.drain();
    const answer = await app.anonymous.call("getReadiness");
    expect(answer).toMatchObject(notReady("The server is stopping."));
    expect(answer.headers.get("retry-after")).toBe("5");
  });

  test("while no connection to its database is free", async () => {
    const app = await testApp({ hearsAtOnce: false });
    const taken = await Promise.all(Array.from({ length: app.sql.options.max }, () => app.sql.reserve()));
    expect(await app.anonymous.call("getReadiness")).toMatchObject(noDatabase);
    for (const connection of taken) connection.release();
    expect(await app.anonymous.call("getReadiness")).toMatchObject({ status: 200 });
  });

  test("while its database is away", async () => {
    const app = await testApp();
    await app.sql.end();
    expect(await app.anonymous.call("getReadiness")).toMatchObject(noDatabase);
  });
});
