import { describe, expect, test } from "bun:test";
import { pipelineProblems } from "#contract/problem";
import { contract } from "#generated/operations";
import { problems } from "#generated/problems";
import { explanation } from "../../src/modules/reference/explanation";
import { testApp } from "../support/app";
import { ORIGIN } from "../support/client";

const app = await testApp();

const read = (code: string, headers = {}) => app.anonymous.call<string>("getProblem", { path: { code }, headers });

describe("200", () => {
  test.each(Object.entries({ ...pipelineProblems, ...problems }))(
    "%s is explained in the words of the catalogue",
    async (code, { status, title, meaning }) => {
      const answer = await read(code);
      expect(answer.status).toBe(200);
      for (const words of [code, String(status), title, meaning]) expect(answer.body).toContain(Bun.escapeHTML(words));
    },
  );

  test("every problem that an operation declares has its page", async () => {
    const codes = new Set(contract.operations.flatMap((operation) => operation.problems));
    for (const code of codes) expect([code, (await read(code)).status]).toEqual([code, 200]);
  });

  test("the type of a problem document leads there", async () => {
    const { body } = await app.anonymous.call<{ type: string; title: string }>("getMe");
    expect(body.type).toStartWith(`${ORIGIN}/problems/`);
    const answer = await app.send(new Request(body.type));
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await answer.text()).toContain(`<h1>${body.title}</h1>`);
  });

  test("it names the operations that can answer so, each with its place in the reference", async () => {
    const { body } = await read("refresh_token_reused");
    expect([...body.matchAll(/<li>.*<\/li>/g)].map(([item]) => item)).toEqual([
      '<li><a href="/docs#/Sessions/refreshSession"><code>POST /session/refresh</code></a> refreshSession</li>',
    ]);
    expect((await read("rate_limited")).body).toContain("Every operation");
    expect((await read("method_not_allowed")).body).toContain("before an operation is found");
  });

  test("its policy allows one style, by its hash, and no script at all", async () => {
    const policy = (await read("not_found")).headers.get("content-security-policy");
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
  });

  test("caches may keep it for five minutes and then ask whether it has changed", async () => {
    const { headers } = await read("not_found");
    expect(headers.get("cache-control")).toBe("public, max-age=300");
    expect(await read("not_found", { "if-none-match": headers.get("etag") ?? "" })).toMatchObject({ status: 304 });
  });

  test("a word of the catalogue is text on the page, whatever it says", () => {
    const entry = { status: 409, title: "<b>&", meaning: '"</p><script>alert(1)</script>' };
    const operation = { id: "x", method: "GET", path: "/<i>", tag: "A B/c" };
    const { body } = explanation("<u>", "code", entry, [operation]);
    expect(body).not.toMatch(/<(?:b|u|i|script)>/);
    expect(body).toContain('href="/docs#/A%20B%2Fc/x"');
  });
});

describe("404", () => {
  test.each(["nothing_like_it", "constructor", "tostring"])("no page for %s", async (code) => {
    expect(await read(code)).toMatchObject({ status: 404, body: { code: "not_found" } });
  });
});
