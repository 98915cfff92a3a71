import { describe, expect, test } from "bun:test";
import { parse } from "yaml";
import published from "../../generated/openapi.json";
import { testApp } from "../support/app";

const app = await testApp();

describe("200", () => {
  test("the same contract as the JSON one", async () => {
    const answer = await app.anonymous.call<string>("getOpenApiYaml");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toStartWith("application/yaml");
    expect(parse(answer.body)).toEqual(published);
  });

  test("caches may keep it for five minutes and then ask whether it has changed", async () => {
    const { headers } = await app.anonymous.call("getOpenApiYaml");
    expect(headers.get("cache-control")).toBe("public, max-age=300");
    const etag = headers.get("etag") ?? "";
    expect(await app.anonymous.call("getOpenApiYaml", { headers: { "if-none-match": etag } })).toMatchObject({
      status: 304,
      text: "",
    });
  });
});
