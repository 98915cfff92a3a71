import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";
import { opened, statusesElsewhere } from "../support/pages";

const app = await testApp({ development: true });

describe("200", () => {
  test.each(["login", "verify-email", "reset-password"])("the same page at /dev/app/%s", async (page) => {
    const { status, html } = await opened(app, `/dev/app/${page}`);
    expect(status).toBe(200);
    expect(html).toBe((await opened(app, "/dev/app/login")).html);
    expect(html).toContain('<script type="module" src="/dev/app/assets/app.js"></script>');
  });

  test("it loads its program from this server, and nothing from anywhere else", async () => {
    const { headers } = await opened(app, "/dev/app/login");
    const policy = headers.get("content-security-policy") ?? "";
    for (const words of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "img-src data:"])
      expect(policy).toContain(words);
  });
});

describe("404", () => {
  test("wherever nobody develops", async () => {
    expect(await statusesElsewhere("/dev/app/login")).toEqual([404, 404, 404]);
  });
});
