import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";
import { opened, statusesElsewhere } from "../support/pages";

const app = await testApp({ development: true });
const PATH = "/dev/app/assets/app.js";

describe("200", () => {
  test("a module that a browser can run as it is", async () => {
    const { status, headers, html: program } = await opened(app, PATH);
    expect([status, headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"]);
    expect(() => new Bun.Transpiler({ loader: "js" }).scan(program)).not.toThrow();
    expect(new Bun.Transpiler({ loader: "js" }).scanImports(program)).toEqual([]);
  });
});

describe("404", () => {
  test("wherever nobody develops", async () => {
    expect(await statusesElsewhere(PATH)).toEqual([404, 404, 404]);
  });
});
