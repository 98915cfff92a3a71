/** Requests that no client sends by mistake. Bun's parser refuses most of them before we see them, with a bare answer. */
import { describe, expect, test } from "bun:test";
import { listening, noteBody, operation, talk, testApp } from "./support";

/** A server whose handlers say that they ran. */
function served() {
  const ran: string[] = [];
  const { app } = testApp([
    [
      operation("read", "GET", "/read"),
      () => {
        ran.push("read");
        return { status: 200, body: {} };
      },
    ],
    [
      operation("write", "PUT", "/note", { body: noteBody }),
      (_, { body }) => {
        ran.push(`write ${body.text}`);
        return { status: 200, body: {} };
      },
    ],
  ]);
  return { app, ran };
}

const NOTE = '{"text":"a"}';
/** The request that an attacker wants to get past whoever stands in front of the server. */
const SMUGGLED = "GET /read HTTP/1.1\r\nHost: localhost:1\r\n\r\n";
const get = (fields: string) => `GET /read HTTP/1.1\r\nHost: localhost:1\r\n${fields}\r\n\r\n`;
const put = (fields: string, body: string) =>
  `PUT /note HTTP/1.1\r\nHost: localhost:1\r\nContent-Type: application/json\r\n${fields}\r\n\r\n${body}`;
const chunked = (body: string) => put("Transfer-Encoding: chunked", body);
const END = "0\r\n\r\n";

/** The status of each answer, in their order. */
const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
const isRefusal = (status: number) => (status >= 400 && status < 500) || status === 505;

describe("refused, no handler runs, and the next connection is served", () => {
  test.each([
    ["Content-Length before Transfer-Encoding", put("Content-Length: 5\r\nTransfer-Encoding: chunked", END + SMUGGLED)],
    ["Transfer-Encoding before Content-Length", put("Transfer-Encoding: chunked\r\nContent-Length: 5", END + SMUGGLED)],
    ["chunked twice", put("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", END + SMUGGLED)],
    ["chunked, then identity", put("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", END + SMUGGLED)],
    ["identity", put("Transfer-Encoding: identity", SMUGGLED)],
    ["a coding that is not known", put("Transfer-Encoding: xchunked", END + SMUGGLED)],
    ["another coding under the chunks", put("Transfer-Encoding: gzip, chunked", END + SMUGGLED)],
    ["a vertical tab before chunked", put("Transfer-Encoding:\x0bchunked", END + SMUGGLED)],
    ["chunks in HTTP/1.0", chunked(END + SMUGGLED).replace("HTTP/1.1", "HTTP/1.0")],
    ["two lengths", put(`Content-Length: 0\r\nContent-Length: ${SMUGGLED.length}`, SMUGGLED)],
    ["the same length twice", put("Content-Length: 12\r\nContent-Length: 12", NOTE)],
    ["a list of lengths", put("Content-Length: 12, 12", NOTE)],
    ["a length with a sign", put("Content-Length: +12", NOTE)],
    ["a negative length", put("Content-Length: -1", SMUGGLED)],
    ["a length in hexadecimal", put("Content-Length: 0x0c", NOTE)],
    ["a length with a space in it", put("Content-Length: 1 2", NOTE)],
    ["an empty length", put("Content-Length: ", SMUGGLED)],
    ["a length past 64 bits", put("Content-Length: 18446744073709551628", NOTE)],
    ["a chunk size that is no number", chunked(`zz\r\n${NOTE}\r\n${END}${SMUGGLED}`)],
    ["a negative chunk size", chunked(`-1\r\n${NOTE}\r\n${END}${SMUGGLED}`)],
    ["a chunk size with 0x", chunked(`0xc\r\n${NOTE}\r\n${END}${SMUGGLED}`)],
    ["a chunk size past 64 bits", chunked(`1000000000000000c\r\n${NOTE}\r\n${END}${SMUGGLED}`)],
    ["a space after a chunk size", chunked(`c \r\n${NOTE}\r\n${END}${SMUGGLED}`)],
    ["a chunk that is longer than its size", chunked(`b\r\n${NOTE}\r\n${END}${SMUGGLED}`)],
    ["a chunk without its end", chunked(`c\r\n${NOTE}XX${END}${SMUGGLED}`)],
    ["a line feed alone after a chunk size", chunked(`c\n${NOTE}\n0\n\n${SMUGGLED}`)],
    ["a line feed alone in a chunk extension", chunked(`c;\n${NOTE}\r\n${END}${SMUGGLED}`)],
    ["a chunk extension without end", chunked(`c;${"x".repeat(100_000)}\r\n${NOTE}\r\n${END}`)],
    ["a folded field", get("X-A: a\r\n b")],
    ["a length that a folded field hides", put("X-A:\r\n Content-Length: 12", NOTE)],
    ["a field that starts with a space", get(" X-A: a")],
    ["a space before the colon", put("Transfer-Encoding : chunked\r\nContent-Length: 5", END + SMUGGLED)],
    ["a field without a colon", get("X-A")],
    ["a field without a name", get(": a")],
    ["a line feed alone after a field", get("X-A: a\nX-B: b")],
    ["line feeds alone", get("X-A: a").replaceAll("\r\n", "\n")],
    ["a carriage return alone", get("X-A: a\rTransfer-Encoding: chunked")],
    ["NUL in a value", get("X-A: a\0b")],
    ["NUL in a name", get("X\0A: a")],
    ["a control character in a value", get("X-A: a\x01b")],
    ["300 fields", get(Array.from({ length: 300 }, (_, i) => `X-${i}: a`).join("\r\n"))],
    ["a field of 20 kB", get(`X-A: ${"a".repeat(20_000)}`)],
    ["an address of 20 kB", get("X-A: a").replace("/read", `/read?${"a".repeat(20_000)}`)],
    ["HTTP/0.9", "GET /read\r\n\r\n"],
    ["HTTP/1.2", SMUGGLED.replace("1.1", "1.2")],
    ["HTTP/2.0", SMUGGLED.replace("1.1", "2.0")],
    ["the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["a TLS handshake", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"],
    ["two spaces before the address", SMUGGLED.replace("GET ", "GET  ")],
    ["a tab before the address", SMUGGLED.replace("GET ", "GET\t")],
    ["a space in the address", SMUGGLED.replace("/read", "/read /x")],
    ["an address of a host alone", SMUGGLED.replace("/read", "localhost:1")],
    [
      "an address of another host than Host",
      SMUGGLED.replace("/read", "http://localhost:1/read").replace(/Host: \S+/, "Host: evil.example"),
    ],
    ["GET *", SMUGGLED.replace("/read", "*")],
    ["OPTIONS *", SMUGGLED.replace("GET /read", "OPTIONS *")],
    ["CONNECT to somewhere", SMUGGLED.replace("GET /read", "CONNECT evil.example:443")],
    ["CONNECT to an address of ours", SMUGGLED.replace("GET", "CONNECT")],
    ["a request as the body of one that takes none", get(`Content-Length: ${SMUGGLED.length}`) + SMUGGLED],
    ["a request as the start of a body that never comes", put("Content-Length: 20000", SMUGGLED)],
  ])("%s", async (_, bytes) => {
    const { app, ran } = served();
    await listening(app, async (port) => {
      const [first, ...more] = statuses((await talk(port, bytes)).text);
      expect([first, isRefusal(first ?? 0), more.filter((status) => !isRefusal(status))]).toEqual([first, true, []]);
      expect(ran).toEqual([]);
      expect(statuses((await talk(port, SMUGGLED)).text)).toEqual([200]);
    });
    expect(ran).toEqual(["read"]);
  });
});

describe("unusual and allowed, and read as the standard says", () => {
  const both = (text: string) => statuses(text).length === 2;

  test.each([
    ["two requests at once", SMUGGLED + SMUGGLED, [200, 200], ["read", "read"]],
    ["a chunk extension", chunked(`c;a=b\r\n${NOTE}\r\n0;c\r\n\r\n${SMUGGLED}`), [200, 200], ["write a", "read"]],
    ["a size with zeros before it", put("Content-Length: 0012", NOTE + SMUGGLED), [200, 200], ["write a", "read"]],
    [
      "a body that was refused, before another request",
      `${get("Content-Length: 2")}{}${SMUGGLED}`,
      [413, 200],
      ["read"],
    ],
    ["Expect: 100-continue", put("Expect: 100-continue\r\nContent-Length: 12", NOTE), [100, 200], ["write a"]],
  ])("%s", async (_, bytes, expected, handlers) => {
    const { app, ran } = served();
    const { text } = await listening(app, (port) => talk(port, bytes, both));
    expect([statuses(text), ran]).toEqual([expected, handlers]);
  });

  test.each([
    ["a field", "X-A: a\r\n\r\n"],
    ["a request", SMUGGLED],
    ["a request that looks like a field", SMUGGLED.replace("/read", "http://localhost:1/read")],
  ])("%s as a trailer ends the connection, and is no request", async (_, trailer) => {
    const { app, ran } = served();
    const { text } = await listening(app, (port) => talk(port, chunked(`c\r\n${NOTE}\r\n0\r\n${trailer}`), both));
    expect([statuses(text), ran]).toEqual([[200, 400], ["write a"]]);
  });

  test("an upgrade that nobody offered is a request like any other", async () => {
    const { app, ran } = served();
    const upgrades = ["websocket", "h2c"].map((to) => get(`Connection: Upgrade\r\nUpgrade: ${to}`));
    await listening(app, async (port) => {
      for (const bytes of upgrades) expect(statuses((await talk(port, bytes)).text)).toEqual([200]);
    });
    expect(ran).toEqual(["read", "read"]);
  });
});
