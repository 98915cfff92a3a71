import { describe, expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import { forwardedAddress } from "#contract/read/address";
import { answer, checked, listening, operation, talk, testApp } from "./support";

const ok = () => ({ status: 200, body: { ran: true } });
const plain = () => testApp([[operation("plain", "GET", "/plain"), ok]]);

describe("a head that is too large", () => {
  const head = (port: number, target: string, fields = "") =>
    `GET ${target} HTTP/1.1\r\nHost: localhost:${port}\r\n${fields}\r\n`;
  const many = (count: number) => Array.from({ length: count }, (_, i) => `X-${i}: a\r\n`).join("");

  test.each([
    ["an address of 20 KB", (port: number) => head(port, `/plain?a=${"x".repeat(20_000)}`), 414, "uri_too_long"],
    ["a path of 20 KB", (port: number) => head(port, `/${"x".repeat(20_000)}`), 414, "uri_too_long"],
    [
      "a field of 20 KB",
      (port: number) => head(port, "/plain", `X: ${"x".repeat(20_000)}\r\n`),
      431,
      "headers_too_large",
    ],
    ["101 fields", (port: number) => head(port, "/plain", many(101)), 431, "headers_too_large"],
  ])("%s: refused by a problem, and no handler runs", async (_, request, status, code) => {
    const { app, lines } = plain();
    const { text } = await listening(app, (port) => talk(port, request(port)));
    expect(text).toStartWith(`HTTP/1.1 ${status}`);
    expect(text).toContain(`"code":"${code}"`);
    expect(lines).toEqual([expect.objectContaining({ operation: null, status })]);
    expect(JSON.stringify(lines).length).toBeLessThan(10_000);
  });

  test.each([
    ["250 fields", (port: number) => head(port, "/plain", many(250))],
    ["an absurd head", (port: number) => head(port, "/plain", `X: ${"x".repeat(200_000)}\r\n`)],
  ])("%s: Bun itself answers 431, and the next request is served", async (_, request) => {
    const { app } = plain();
    await listening(app, async (port) => {
      expect((await talk(port, request(port), (text) => text.includes("\r\n\r\n"))).text).toStartWith("HTTP/1.1 431");
      expect((await talk(port, head(port, "/plain"))).text).toStartWith("HTTP/1.1 200");
    });
  });

  test("as large as allowed is served", async () => {
    const { app } = plain();
    await listening(app, async (port) => {
      const large = head(port, "/plain", `X: ${"x".repeat(15_000)}\r\n${many(80)}`);
      expect((await talk(port, large)).text).toStartWith("HTTP/1.1 200");
      const long = head(port, `/plain?a=${"x".repeat(8_000)}`);
      expect((await talk(port, long)).text).toStartWith("HTTP/1.1 422");
    });
  });
});

describe("Accept", () => {
  const text = { kind: "text", body: checked(Type.String()), defaults: false } as const;
  const pages = operation("page", "GET", "/page", {
    answers: { 200: answer({ "text/html": text }), 201: answer({ "application/json": text }) },
  });
  const asked = (accept: string) =>
    testApp([[pages, () => ({ status: 200, body: "x" })]]).call("GET", "/page", { headers: { Accept: accept } });

  test.each([
    "*/*",
    "",
    "text/html",
    "TEXT/HTML; charset=utf-8",
    "application/json",
    "text/*;q=0.1",
    "image/png, */*;q=0.01",
    "application/*",
    "text/html;q=1.000",
    "text/html;q=nonsense",
    "text/plain;q=0, text/html",
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
  ])("%p can be met", async (accept) => {
    expect((await asked(accept)).status).toBe(200);
  });

  test.each([
    "image/png",
    "text/plain",
    "text/html;q=0, application/json;q=0",
    "*/*;q=0",
    "text/html;q=0, application/json;q=0.000, */*",
    "nonsense",
    "text",
    "text/htm",
    Array(60).fill("image/png").concat("text/html").join(),
  ])("%p cannot: 406, as a problem all the same", async (accept) => {
    const answered = await asked(accept);
    expect([answered.status, answered.body.code]).toEqual([406, "not_acceptable"]);
    expect(answered.headers.get("content-type")).toBe("application/problem+json");
  });

  test("says nothing where no answer has a body", async () => {
    const bare = operation("bare", "DELETE", "/bare", { answers: { 204: answer({}) } });
    const { call } = testApp([[bare, () => ({ status: 204 })]]);
    expect((await call("DELETE", "/bare", { headers: { Accept: "image/png" } })).status).toBe(204);
  });
});

describe("the caller's address behind proxies", () => {
  const of = forwardedAddress(["10.0.0.0/8", "192.0.2.7", "fd00::/8"]);

  test.each([
    ["198.51.100.1", "203.0.113.9", "198.51.100.1", "a stranger's word counts for nothing"],
    ["10.1.2.3", null, "10.1.2.3", "a proxy that says nothing asks for itself"],
    ["10.1.2.3", "203.0.113.9", "203.0.113.9", "a proxy's word counts"],
    ["10.1.2.3", "1.1.1.1, 203.0.113.9", "203.0.113.9", "what a caller wrote before it does not"],
    ["10.1.2.3", "203.0.113.9, 10.9.9.9, 192.0.2.7", "203.0.113.9", "through a row of proxies"],
    ["10.1.2.3", "10.0.0.1, 10.0.0.2", "10.0.0.1", "where all are proxies, the farthest"],
    ["fd00::1", "2001:db8::5", "2001:db8::5", "IPv6"],
    ["10.1.2.3", "[2001:db8::5]:443", "2001:db8::5", "IPv6 with a port"],
    ["10.1.2.3", "203.0.113.9:5123", "203.0.113.9", "IPv4 with a port"],
    ["10.1.2.3", "::ffff:203.0.113.9", "203.0.113.9", "IPv4 in IPv6"],
    ["10.1.2.3", "fe80::5%eth0", "fe80::5", "IPv6 with a zone"],
    ["10.1.2.3", "evil\u0000, unknown", "10.1.2.3", "no address: the nearest that is one"],
    ["10.1.2.3", "203.0.113.9, <script>", "10.1.2.3", "no address behind one"],
    ["10.1.2.3", "", "10.1.2.3", "an empty field"],
    ["0.0.0.0", "203.0.113.9", "0.0.0.0", "a request over no socket"],
  ])("%s for %s is %s: %s", (peer, forwarded, address) => {
    expect(of(peer, forwarded)).toBe(address);
  });

  test("is what limits count and records keep", async () => {
    const { app, lines } = testApp([[operation("plain", "GET", "/plain"), ok]], {
      settings: { trustedProxies: ["127.0.0.0/8"] },
    });
    await listening(app, (port) =>
      talk(port, `GET /plain HTTP/1.1\r\nHost: localhost:${port}\r\nX-Forwarded-For: 1.1.1.1, 203.0.113.9\r\n\r\n`),
    );
    expect(lines[0]).toMatchObject({ address: "203.0.113.9" });
  });

  test("an app with a proxy that is no network is not made", () => {
    for (const proxy of ["10.0.0.0/33", "example.com", "10.0.0.0/8/8", "/8", ""])
      expect(() => testApp([], { settings: { trustedProxies: [proxy] } })).toThrow("a network is expected");
  });
});
