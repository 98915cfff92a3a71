import { describe, expect, test } from "bun:test";
import { hostCheck } from "#contract/read/host";
import { listening, operation, pathParameter, talk, testApp } from "./support";

const operations = () =>
  testApp([
    [operation("json", "GET", "/json"), () => ({ status: 200, body: { ran: "json" } })],
    [operation("home", "GET", "/"), () => ({ status: 200, body: { ran: "home" } })],
    [operation("me", "GET", "/people/me"), () => ({ status: 200, body: { ran: "me" } })],
    [
      operation("person", "GET", "/people/{personId}", { parameters: [pathParameter("personId")] }),
      (_, { path }) => ({ status: 200, body: { ran: "person", path } }),
    ],
    [
      operation("removePerson", "DELETE", "/people/{personId}", { parameters: [pathParameter("personId")] }),
      () => ({ status: 200, body: { ran: "removePerson" } }),
    ],
    [
      operation("friend", "GET", "/people/{id}/friends/{friendId}", {
        parameters: [pathParameter("id"), pathParameter("friendId")],
      }),
      (_, { path }) => ({ status: 200, body: { ran: "friend", path } }),
    ],
  ]);

const raw = (head: string) => `${head.replaceAll("\n", "\r\n")}\r\n\r\n`;
const statusOf = (text: string) => Number(text.slice(9, 12));

describe("hosts and addresses on the wire", () => {
  test.each([
    ["a host of somebody else", "GET /json HTTP/1.1\nHost: evil.example"],
    ["a host that ends like ours", "GET /json HTTP/1.1\nHost: evil-localhost:80"],
    ["a host that starts like ours", "GET /json HTTP/1.1\nHost: localhost.evil.example"],
    ["a short host, which shifts the router", "GET /admin/json HTTP/1.1\nHost: x"],
    ["two Host lines", "GET /json HTTP/1.1\nHost: localhost:1\nHost: evil.example"],
    ["two Host lines that are the same", "GET /json HTTP/1.1\nHost: localhost:1\nHost: localhost:1"],
    ["two hosts in one line", "GET /json HTTP/1.1\nHost: localhost:1, evil.example"],
    ["no Host", "GET /json HTTP/1.1\nAccept: */*"],
    ["an empty Host", "GET /json HTTP/1.1\nHost:"],
    ["no Host in HTTP/1.0", "GET /json HTTP/1.0\nAccept: */*"],
    ["a Host with a path", "GET /json HTTP/1.1\nHost: localhost:1/x"],
    ["a Host with a user", "GET /json HTTP/1.1\nHost: a@localhost:1"],
    [
      "Content-Length and Transfer-Encoding",
      "GET /json HTTP/1.1\nHost: localhost:1\nContent-Length: 1\nTransfer-Encoding: chunked",
    ],
  ])("%s: 400, and no handler runs", async (_, head) => {
    const { app, lines } = operations();
    const { text } = await listening(app, (port) => talk(port, raw(head)));
    expect(statusOf(text)).toBe(400);
    expect(lines.every(({ operation: ran }) => ran === null)).toBe(true);
  });

  test.each([
    ["/json/", 404],
    ["//json", 404],
    ["/json//", 404],
    ["/JSON", 404],
    ["/json%00", 404],
    ["/j%73on", 404],
    ["/json%2f", 404],
    ["/json%", 404],
    ["/people/", 404],
    ["/people/%zz", 404],
    ["/people/a%00", 404],
    ["/people/a%2fb", 404],
    ["/people/a%5cb", 404],
    ["/people/%2e%2e%2fjson", 404],
    ["/people/%c3%28", 404],
    ["/people/a/", 404],
    ["/people/a/friends/", 404],
    ["/people//friends/b", 404],
    ["/json#people", 404],
  ])("%s is %i, and no other route's handler runs", async (target, status) => {
    const { app } = operations();
    const { text } = await listening(app, (port) => talk(port, raw(`GET ${target} HTTP/1.1\nHost: localhost:${port}`)));
    expect(statusOf(text)).toBe(status);
    expect(text).toContain("application/problem+json");
    expect(text).not.toContain('"ran"');
  });

  test.each([
    ["/json", "json"],
    ["/", "home"],
    ["/people/../json", "json"],
    ["/people/%2e%2e/json", "json"],
    ["/people/me", "me"],
    ["/people/me2", "person"],
    ["http://evil.example/json", "json"],
  ])("%s runs %s", async (target, ran) => {
    const { app } = operations();
    const { text } = await listening(app, (port) => talk(port, raw(`GET ${target} HTTP/1.1\nHost: localhost:${port}`)));
    expect(text).toContain(`"ran":"${ran}"`);
  });

  test("a segment is decoded once", async () => {
    const { call } = operations();
    expect((await call("GET", "/people/caf%C3%A9%2520+a")).body.path).toEqual({ personId: "café%20+a" });
    expect((await call("GET", "/people/a/friends/b")).body.path).toEqual({ id: "a", friendId: "b" });
  });

  test("a host that the router would misread is refused when the app is made", () => {
    for (const host of ["x", "abc", "api.example.com/x", "*", ""])
      expect(() => testApp([], { settings: { allowedHosts: [host] } })).toThrow("at least four characters");
  });
});

test("the address must be of the host that the header names, whatever made the two differ", () => {
  const isAllowed = hostCheck(["api.example.com", "localhost:*"]);
  expect(isAllowed("api.example.com", "https://api.example.com/x")).toBe(true);
  expect(isAllowed("API.example.com:443", "https://api.example.com/x")).toBe(false);
  expect(isAllowed("localhost:80", "http://localhost/x")).toBe(true);
  expect(isAllowed("api.example.com", "https://localhost:1/x")).toBe(false);
  expect(isAllowed("api.example.com", "https://evil.example/api.example.com/")).toBe(false);
  expect(isAllowed("api.example.com", "/x")).toBe(false);
  expect(isAllowed(null, "/x")).toBe(false);
});

describe("methods", () => {
  test("405 lists what the address takes", async () => {
    const { call } = operations();
    const answer = await call("POST", "/people/a");
    expect([answer.status, answer.body.code, answer.headers.get("allow")]).toEqual([
      405,
      "method_not_allowed",
      "DELETE, GET, HEAD, OPTIONS",
    ]);
    for (const method of ["TRACE", "QUERY"]) expect((await call(method, "/json")).status).toBe(405);
  });

  test("501 for a method that the server does not know, whatever the address", async () => {
    for (const target of ["/json", "/nothing"]) {
      const request = (port: number) => raw(`PROPFIND ${target} HTTP/1.1\nHost: localhost:${port}`);
      const { text } = await listening(operations().app, (port) => talk(port, request(port)));
      expect(statusOf(text)).toBe(501);
    }
  });

  test("OPTIONS says what the address takes, and 404 where there is none", async () => {
    const { call } = operations();
    const answer = await call("OPTIONS", "/people/a");
    expect([answer.status, answer.headers.get("allow"), answer.text]).toEqual([204, "DELETE, GET, HEAD, OPTIONS", ""]);
    expect((await call("OPTIONS", "/nothing")).status).toBe(404);
  });

  test.each(["/json", "/people/a", "/nothing", "/people/%zz"])(
    "HEAD %s has the headers of GET, and no body",
    async (path) => {
      const { call } = operations();
      const get = await call("GET", path);
      const head = await call("HEAD", path);
      const own = ["x-request-id", "traceresponse", "content-length", "ratelimit"];
      const comparable = (headers: Headers) => [...headers].filter(([name]) => !own.includes(name));
      expect(head.status).toBe(get.status);
      expect(head.text).toBe("");
      expect(comparable(head.headers)).toEqual(comparable(get.headers));
      expect(head.headers.get("content-length")).toBe(String(Buffer.byteLength(get.text)));
    },
  );

  test("HEAD on the wire says the length and sends nothing", async () => {
    const { app } = operations();
    const { text } = await listening(app, (port) =>
      talk(port, raw(`HEAD /people/a HTTP/1.1\nHost: localhost:${port}`), (received) => received.includes("\r\n\r\n")),
    );
    expect(text.toLowerCase()).toContain(
      `content-length: ${JSON.stringify({ ran: "person", path: { personId: "a" } }).length}`,
    );
    expect(text.endsWith("\r\n\r\n")).toBe(true);
  });
});
