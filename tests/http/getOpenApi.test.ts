import { describe, expect, test } from "bun:test";
import published from "../../generated/openapi.json";
import { testApp } from "../support/app";

const app = await testApp();

describe("200", () => {
  test("the published contract, whole", async () => {
    const answer = await app.anonymous.call("getOpenApi");
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(published);
  });

  test("caches may keep it for five minutes and then ask whether it has changed", async () => {
    const { headers } = await app.anonymous.call("getOpenApi");
    expect(headers.get("cache-control")).toBe("public, max-age=300");
    const etag = headers.get("etag") ?? "";
    expect(await app.anonymous.call("getOpenApi", { headers: { "if-none-match": etag } })).toMatchObject({
      status: 304,
      text: "",
    });
  });
});
