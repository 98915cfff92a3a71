/** Much of something at once, against a server in a process of its own. */
import { afterAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { Program } from "../../support/checkout";
import { talk } from "./support";

setDefaultTimeout(60_000);

const MIB = 1024 * 1024;
const server = new Program([process.execPath, join(import.meta.dir, "hostile-server.ts")], import.meta.dir, {});
const port = Number((await server.line(/^(\d+)\n/))[1]);
afterAll(async () => {
  server.signal("SIGKILL");
  await server.exited;
});

const SIMPLE = `GET /read HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`;

/** How many requests are running, the asking one not counted. Fails where the server does not answer. */
async function running(): Promise<number> {
  const { text } = await talk(port, SIMPLE);
  return JSON.parse(text.slice(text.indexOf("\r\n\r\n"))).running - 1;
}

/** The server's resident memory. From /proc where there is one: small machines come without ps. */
function memoryBytes(): number {
  const kilobytes =
    process.platform === "linux"
      ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1]
      : Bun.spawnSync(["ps", "-o", "rss=", "-p", String(server.pid)]).stdout.toString();
  return Number(kilobytes) * 1024;
}

describe("a body of 1 GiB", () => {
  const CHUNK = Buffer.concat([Buffer.from("10000\r\n"), Buffer.alloc(65_536, "x"), Buffer.from("\r\n")]);
  const CHUNKS = (1024 * MIB) / 65_536;
  const GROWTH_MAX = 64 * MIB;
  /** More than the sockets' buffers hold: what is sent before the answer comes back is under way, and not kept. */
  const UNDER_WAY_MAX = 256 * MIB;

  /** Sends it whatever the answer is, and says what it was, after how many bytes it came, and the most memory that it took. */
  function flood(path: string, type: string) {
    return new Promise<{ status: number; answeredAfter: number; peakBytes: number }>((resolve, reject) => {
      let sent = 0;
      let peakBytes = 0;
      let answer: { status: number; answeredAfter: number } | undefined;
      const socket = connect(port, "127.0.0.1");
      const send = () => {
        while (sent < CHUNKS) {
          if (sent++ % 512 === 0) peakBytes = Math.max(peakBytes, memoryBytes());
          if (!socket.write(CHUNK)) return socket.once("drain", send);
        }
        socket.destroy();
      };
      socket.on("data", (data) => {
        answer ??= { status: Number(data.toString().slice(9, 12)), answeredAfter: sent * 65_536 };
      });
      socket.on("error", () => {});
      socket.on("close", () => (answer ? resolve({ ...answer, peakBytes }) : reject(new Error("no answer"))));
      const fields = [`Host: localhost:${port}`, `Content-Type: ${type}`, "Transfer-Encoding: chunked"];
      socket.write(`PUT ${path} HTTP/1.1\r\n${fields.join("\r\n")}\r\n\r\n`);
      send();
    });
  }

  test.each([
    ["JSON", "/note", "application/json", 413],
    ["bytes that the handler reads as they come", "/file", "application/octet-stream", 413],
    ["anything, to an address that takes no PUT", "/read", "application/json", 405],
  ])("%s: refused at the limit while it still comes, and memory stays flat", async (_, path, type, status) => {
    expect(await running()).toBe(0);
    const before = memoryBytes();
    const flooded = await flood(path, type);
    expect(flooded.status).toBe(status);
    expect(flooded.answeredAfter).toBeLessThan(UNDER_WAY_MAX);
    expect(flooded.peakBytes - before).toBeLessThan(GROWTH_MAX);
    expect(await running()).toBe(0);
  });
});

describe("connections", () => {
  const open = (count: number, text: string): Promise<Socket[]> =>
    Promise.all(
      Array.from({ length: count }, () => {
        const { promise, resolve, reject } = Promise.withResolvers<Socket>();
        const socket = connect(port, "127.0.0.1");
        socket.on("error", reject);
        socket.on("connect", () => socket.write(text, () => resolve(socket)));
        return promise;
      }),
    );

  test("200 that never finish their head keep nobody waiting, and are closed though one byte a second comes", async () => {
    const slow = await open(200, SIMPLE.slice(0, -2));
    const attacker = Bun.spawn(["sh", "-c", "while printf a; do sleep 1; done"], { stdout: "pipe" });
    let left = slow.length;
    for (const socket of slow) {
      socket.on("error", () => {});
      socket.on("close", () => --left === 0 && attacker.kill());
    }
    const closedWithin = AbortSignal.timeout(30_000);
    closedWithin.addEventListener("abort", () => attacker.kill());
    for await (const bytes of attacker.stdout) {
      expect(await running()).toBe(0);
      for (const socket of slow) if (!socket.destroyed) socket.write(bytes);
    }
    for (const socket of slow) socket.destroy();
    expect([left, closedWithin.aborted]).toEqual([0, false]);
  });

  test.each([
    ["before they say anything", ""],
    ["in the middle of a head", SIMPLE.slice(0, 20)],
    ["before they read their answer", SIMPLE],
    [
      "in the middle of a body",
      `PUT /note HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{"te`,
    ],
  ])("1,000 that go away %s leave no request running", async (_, text) => {
    for (let round = 0; round < 4; round++)
      for (const socket of await open(250, text)) {
        socket.on("error", () => {});
        socket.resetAndDestroy();
      }
    while ((await running()) > 0);
  });
});
