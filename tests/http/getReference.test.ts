import { describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { selfHosted } from "../../src/modules/reference/viewer";
import { testApp } from "../support/app";

const app = await testApp();

const answer = await app.anonymous.call<string>("getReference");
const policy = new Map(
  (answer.headers.get("content-security-policy") ?? "").split("; ").map((directive) => {
    const [name = "", ...sources] = directive.split(" ");
    return [name, sources];
  }),
);

describe("200", () => {
  test("a page that shows the published contract and calls the server that it came from", () => {
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.body).toContain('"url":"openapi.json"');
    expect(answer.body).toContain('"selectedServer":"/"');
  });

  test("everything that it loads is an operation of this server", async () => {
    const addresses = [...answer.body.matchAll(/(?:src|href)="(?!data:,")([^"]*)"/g)].map(([, address]) => address!);
    expect(addresses.sort()).toEqual(["/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css"]);
    for (const address of addresses)
      expect((await app.send(new Request(`http://localhost${address}`))).status).toBe(200);
    expect(answer.body).not.toMatch(/https?:/);
  });

  test("its policy denies what it does not name: eval, other hosts, frames, forms and styles that scripts write", () => {
    expect(policy.get("default-src")).toEqual(["'none'"]);
    for (const name of ["base-uri", "form-action", "frame-ancestors"]) expect(policy.get(name)).toEqual(["'none'"]);
    const sources = [...policy.values()].flat().filter((source) => !source.startsWith("'sha256-"));
    expect(new Set(sources)).toEqual(new Set(["'none'", "'self'", "data:"]));
  });

  test("of what stands in the page the policy allows exactly that, by its hash", () => {
    for (const element of ["script", "style"]) {
      const texts = [...answer.body.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, "g"))];
      const hashes = texts.map(([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
      expect(hashes).not.toBeEmpty();
      expect(policy.get(`${element}-src`)).toEqual(["'self'", ...hashes]);
    }
  });

  test("no other answer has this policy", async () => {
    const { headers } = await app.anonymous.call("getOpenApi");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  test("caches may keep it for five minutes and then ask whether it has changed, with its policy", async () => {
    expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
    const headers = { "if-none-match": answer.headers.get("etag") ?? "" };
    const again = await app.anonymous.call("getReference", { headers });
    expect(again).toMatchObject({ status: 304, text: "" });
    expect(again.headers.get("content-security-policy")).toBe(answer.headers.get("content-security-policy"));
  });
});

describe("a page of the plugin that is not what it was", () => {
  const plugin = (program: string, more = "") =>
    `<html><head>${more}</head><body><script src="${program}" crossorigin></script></body></html>`;
  const CDN = "https://unpkg.com/swagger-ui-dist@ours/swagger-ui-bundle.js";

  test("is served with our program in place of the CDN's", () => {
    expect(selfHosted(plugin(CDN))).toContain('<script src="/docs/swagger-ui-bundle.js"></script>');
  });

  test.each([
    ["another CDN", plugin("https://cdn.example/swagger-ui-bundle.js")],
    ["a host without its scheme", plugin(CDN, '<link href="//fonts.example/sans.css" />')],
    ["an address that depends on where the page stands", plugin(CDN, '<link href="theme.css" />')],
    ["an import in a style", plugin(CDN, "<style>@import url(https://fonts.example/sans.css)</style>")],
    ["no program at all", "<html><head></head></html>"],
  ])("stops the start: %s", (_, html) => {
    expect(() => selfHosted(html)).toThrow("The page of @elysiajs/swagger");
  });
});
