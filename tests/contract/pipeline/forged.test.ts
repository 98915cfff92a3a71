/** An access log is read line by line, by people and programs: nothing that a caller sends begins a line, or hides one. */
import { describe, expect, test } from "bun:test";
import { createLog } from "#lib/log";
import { anyJson, listening, operation, talk, testApp } from "./support";

const CONTROLS = [..."\u0000\u0007\b\t\n\v\f\r\u001b\u007f\u0085\u009b\u2028\u2029"];
const FORGED = `x\r\n{"level":"info","msg":"forged"}\n\u001b[2K\u009b2K\u0085\u2028\u2029forged`;
const TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

/** An app that writes through the real log, and all that was written. */
async function logging(format: "json" | "pretty") {
  let written = "";
  const destination = {
    write(text: string) {
      written += text;
    },
  };
  const log = await createLog({ level: "debug", format, destination });
  const { app, fetch } = testApp(
    [
      [
        operation("thing", "GET", "/thing", { security: [{ key: [] }], answers: { 200: anyJson } }),
        (ctx) => ({ status: 200, body: { subject: ctx.caller?.subject } }),
      ],
      [
        operation("fail", "GET", "/fail"),
        () => {
          throw Object.assign(new Error(FORGED), { code: FORGED, name: FORGED });
        },
      ],
      [
        operation("say", "GET", "/say"),
        (ctx) => {
          ctx.log.warn({ [FORGED]: FORGED, err: new Error(FORGED), nested: { [FORGED]: [FORGED] } }, FORGED);
          return { status: 200, body: {} };
        },
      ],
    ],
    {
      log,
      authenticators: { key: () => ({ scheme: "key", subject: FORGED, scopes: new Set() }) },
    },
  );
  return { app, fetch, written: () => written };
}

/** The lines, where nothing but their ends could be taken for one. */
function linesOf(text: string): string[] {
  const lines = text.split("\n");
  expect(lines.pop()).toBe("");
  for (const line of lines) for (const control of CONTROLS) expect(line.includes(control)).toBe(false);
  return lines;
}

describe.each(["json", "pretty"] as const)("the %s format", (format) => {
  test("has one line for a request, whoever the caller says to be", async () => {
    const { fetch, written } = await logging(format);
    expect((await fetch("GET", "/thing", { headers: { "X-Key": "k" } })).status).toBe(200);
    expect(linesOf(written()).length).toBe(1);
  });

  test("has one line for a request whose handler fails with words of the caller", async () => {
    const { fetch, written } = await logging(format);
    expect((await fetch("GET", "/fail")).status).toBe(500);
    expect(linesOf(written()).length).toBe(1);
  });

  test("has one line for what a handler logs, in names and values", async () => {
    const { fetch, written } = await logging(format);
    await fetch("GET", "/say");
    expect(linesOf(written()).length).toBe(2);
  });

  test.each([
    ["path", `GET /thing\u001b[2K\u0085\tforged HTTP/1.1\r\nHost: localhost:PORT`],
    ["escaped path", "GET /thing%0d%0a%1b%5b2Kforged HTTP/1.1\r\nHost: localhost:PORT"],
    ["query", "GET /thing?a=\u0085\u009b2K HTTP/1.1\r\nHost: localhost:PORT"],
    ["method", "G\u0085T /thing HTTP/1.1\r\nHost: localhost:PORT"],
    ["other method", "FORGED /thing HTTP/1.1\r\nHost: localhost:PORT"],
    ["Host", "GET /thing HTTP/1.1\r\nHost: localhost\u0085\u009b2K:PORT"],
    ["user agent", "GET /thing HTTP/1.1\r\nHost: localhost:PORT\r\nUser-Agent: a\u0085\u009b2K\tb"],
    ["folded user agent", "GET /thing HTTP/1.1\r\nHost: localhost:PORT\r\nUser-Agent: a\r\n forged"],
    ["traceparent", `GET /thing HTTP/1.1\r\nHost: localhost:PORT\r\ntraceparent: ${TRACEPARENT}\u0085forged`],
    [
      "tracestate",
      `GET /thing HTTP/1.1\r\nHost: localhost:PORT\r\ntraceparent: ${TRACEPARENT}\r\ntracestate: a=\u009b2K`,
    ],
  ])("has at most one line for a request whose %s holds control characters", async (_, head) => {
    const { app, written } = await logging(format);
    await listening(app, async (port) => {
      await talk(port, `${head.replace("PORT", String(port))}\r\n\r\n`);
      // The server answered, or broke off by itself before anything of ours ran; the next request shows that it lives.
      await talk(port, `GET /fail HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`);
    });
    const lines = linesOf(written());
    expect(lines.length).toBeWithin(1, 3);
    expect(lines.slice(0, -1).join()).not.toContain('"msg":"forged"');
    expect(lines.at(-1)).toContain("/fail");
  });
});
