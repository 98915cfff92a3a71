import { describe, expect, test } from "bun:test";
import manifest from "../../package.json";
import { testApp } from "../support/app";

const app = await testApp();

const load = (asset: string, headers = {}) =>
  app.anonymous.call<string>("getReferenceAsset", { path: { asset }, headers });

describe.each([
  ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
  ["swagger-ui.css", "text/css; charset=utf-8"],
])("200, %s", (asset, contentType) => {
  test("the file of the installed package, with the type that a browser insists on", async () => {
    const answer = await load(asset);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(contentType);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.text).toBe(await Bun.file(Bun.resolveSync(`swagger-ui-dist/${asset}`, import.meta.dir)).text());
  });

  test("caches may keep it for an hour and then ask whether it has changed", async () => {
    const { headers } = await load(asset);
    expect(headers.get("cache-control")).toBe("public, max-age=3600");
    expect(await load(asset, { "if-none-match": headers.get("etag") ?? "" })).toMatchObject({ status: 304, text: "" });
  });
});

test("the style loads no font, no image and no other style from an address", async () => {
  const addresses = (await load("swagger-ui.css")).text.match(/@import|@font-face|url\((?!["']?data:).{0,40}/g);
  expect(addresses).toBeNull();
});

describe("404", () => {
  test.each(["swagger-ui.js", "package.json", "..%2Fpackage.json", "constructor", ""])(
    "nothing else of the package or of the disk: %p",
    async (asset) => {
      const answer = await app.send(new Request(`http://localhost/docs/${asset}`));
      expect(answer.status).toBe(404);
    },
  );
});

test("the package is pinned, so that what runs in the page changes only when we say so", () => {
  expect(manifest.dependencies["swagger-ui-dist"]).toMatch(/^\d+\.\d+\.\d+$/);
});
