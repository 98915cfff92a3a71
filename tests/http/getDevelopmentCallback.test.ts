import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";
import { opened, statusesElsewhere } from "../support/pages";

const app = await testApp({ development: true });
const PATH = "/dev/app/oauth-callback";

describe("200", () => {
  test.each([
    "code=SplxlOBeZQQYbYS6WxSbIA&state=xyz&iss=https%3A%2F%2Fid.example.com",
    "code=4%2F0Ab&state=xyz&scope=email%20profile&authuser=0&prompt=consent&hd=example.com",
    "error=access_denied&error_description=The%20user%20said%20no&error_uri=https%3A%2F%2Fid.example.com&state=xyz",
  ])("the page that stands in for the frontend, whatever a provider adds to its address: %s", async (query) => {
    const { status, html } = await opened(app, `${PATH}?${query}`);
    expect(status).toBe(200);
    expect(html).toBe((await opened(app, "/dev/app/login")).html);
  });

  test("the log has no word of what came back", async () => {
    await opened(app, `${PATH}?code=a-code-of-somebody&state=a-state-of-somebody`);
    expect(app.logged()).toContain("getDevelopmentCallback");
    expect(app.logged()).not.toContain("of-somebody");
  });
});

describe("404", () => {
  test("wherever nobody develops", async () => {
    expect(await statusesElsewhere(PATH)).toEqual([404, 404, 404]);
  });
});
