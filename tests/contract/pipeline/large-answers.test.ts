/** Answers around the size from which Bun sends what was waited for in pieces: see respond.ts. */
import { describe, expect, test } from "bun:test";
import { anyJson, listening, operation, talk, testApp } from "./support";

const BODY = { quotes: 2 };
const SIZES = [15_359, 15_360, 15_361, 200_000];

const textOf = (bytes: number) => "x".repeat(bytes - BODY.quotes);

const app = () =>
  testApp([
    [
      operation("waited", "GET", "/waited/one", { answers: { 200: anyJson } }),
      async (ctx) => ({ status: 200, body: await Promise.resolve(textOf(Number(ctx.client.userAgent))) }),
    ],
    [
      operation("foreign", "GET", "/foreign", { answers: { 200: anyJson } }),
      async () => ({ status: 200, body: await Promise.resolve("né€🙂".repeat(4_000)) }),
    ],
  ]);

describe("a large answer that was waited for", () => {
  test.each(SIZES)("of %d bytes arrives whole, with its headers, again and again on one connection", (bytes) =>
    listening(app().app, async (port) => {
      for (let turn = 0; turn < 3; turn++) {
        const response = await fetch(`http://localhost:${port}/waited/one`, {
          headers: { "user-agent": String(bytes) },
        });
        expect(response.status).toBe(200);
        expect(response.headers.get("content-type")).toBe("application/json");
        expect(response.headers.get("x-content-type-options")).toBe("nosniff");
        expect(await response.json()).toBe(textOf(bytes));
      }
    }),
  );

  test("arrives whole where its characters take several bytes", () =>
    listening(app().app, async (port) => {
      const response = await fetch(`http://localhost:${port}/foreign`);
      expect(await response.json()).toBe("né€🙂".repeat(4_000));
    }));

  test("has its length in the answer to HEAD, and no body", () =>
    listening(app().app, async (port) => {
      const head = await talk(
        port,
        "HEAD /waited/one HTTP/1.1\r\nHost: localhost\r\nUser-Agent: 20000\r\nConnection: close\r\n\r\n",
        () => false,
      );
      expect(head.text).toMatch(/\r\ncontent-length: 20000\r\n/i);
      expect(head.text).toEndWith("\r\n\r\n");
    }));

  test("is not chunked for HTTP/1.0, which knows no chunks: the end of the connection is its end", () =>
    listening(app().app, async (port) => {
      const { text } = await talk(
        port,
        "GET /waited/one HTTP/1.0\r\nHost: localhost\r\nUser-Agent: 20000\r\n\r\n",
        () => false,
      );
      expect(text).not.toMatch(/transfer-encoding/i);
      expect(text.slice(text.indexOf("\r\n\r\n") + 4)).toBe(JSON.stringify(textOf(20_000)));
    }));

  test.each([
    [15_359, "its length"],
    [15_360, "chunks"],
  ])("of %d bytes says %s", (bytes, framing) =>
    listening(app().app, async (port) => {
      const { headers } = await fetch(`http://localhost:${port}/waited/one`, {
        headers: { "user-agent": String(bytes) },
      });
      expect(headers.get("content-length")).toBe(framing === "chunks" ? null : String(bytes));
      expect(headers.get("transfer-encoding")).toBe(framing === "chunks" ? "chunked" : null);
    }),
  );
});
