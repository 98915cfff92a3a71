/** Answers that come bit by bit, after their operation is done. */
import { afterAll, describe, expect, test } from "bun:test";
import { connect, type Socket } from "node:net";
import { openTestDatabase } from "../../support/database";
import { answer, listening, operation, type TestHandler, talk, testApp } from "./support";

const database = await openTestDatabase();
const sql = database.connect({ max: 2 });
const other = database.connect({ max: 1 });
afterAll(async () => {
  await Promise.all([sql.end(), other.end()]);
  await database.close();
});

const TYPE = "application/octet-stream";
const CHUNK = Buffer.alloc(256 * 1024, "x");

const streaming = (body: (...given: Parameters<TestHandler>) => ReadableStream, timeoutMs = 10_000) =>
  testApp(
    [
      [
        operation("stream", "GET", "/stream", {
          answers: { 200: answer({ [TYPE]: { kind: "binary", defaults: false } }) },
          policy: { timeoutMs },
        }),
        (...given) => ({ status: 200, contentType: TYPE, body: body(...given) }),
      ],
    ],
    { sql },
  );

type StreamingApp = ReturnType<typeof streaming>;

const request = (port: number) => `GET /stream HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`;

/** Resolves once nothing of the app is left running. */
async function quiet({ app }: StreamingApp): Promise<void> {
  while (app.inFlight() > 0) await other`select 1`;
}

/** Chunks without end, as fast as they are taken; says how many were. */
function endless() {
  const taken = { chunks: 0, cancelled: false };
  const stream = () =>
    new ReadableStream({
      pull(controller) {
        taken.chunks++;
        controller.enqueue(CHUNK);
      },
      cancel() {
        taken.cancelled = true;
      },
    });
  return { taken, stream };
}

/** A caller who reads the beginning and nothing after it. */
function stalled(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(request(port)));
    socket.once("data", () => {
      socket.pause();
      resolve(socket);
    });
    socket.on("error", () => {});
  });
}

describe("a streamed answer", () => {
  test("counts as a request in flight until it was taken", async () => {
    const chunks = ["a", "b"];
    const served = streaming(
      () =>
        new ReadableStream({
          pull(controller) {
            const chunk = chunks.shift();
            if (chunk === undefined) controller.close();
            else controller.enqueue(Buffer.from(chunk));
          },
        }),
    );
    const response = await served.fetch("GET", "/stream");
    const reader = response.body!.getReader();
    await reader.read();
    expect(served.app.inFlight()).toBe(1);
    await reader.read();
    expect((await reader.read()).done).toBe(true);
    expect(served.app.inFlight()).toBe(0);
  });

  test("begins when somebody takes it, so that HEAD starts nothing", async () => {
    const { taken, stream } = endless();
    const served = streaming(() => stream());
    const { status } = await served.fetch("HEAD", "/stream");
    expect([status, taken.chunks <= 1, taken.cancelled, served.app.inFlight()]).toEqual([200, true, true, 0]);
  });

  test("that is silent is broken off when the operation's time is over, and its query is cancelled", async () => {
    const served = streaming(
      (ctx) =>
        new ReadableStream({
          start: (controller) => controller.enqueue(Buffer.from("half")),
          pull: async () => void (await ctx.sql`select pg_sleep(60)`),
        }),
      200,
    );
    const heard = await listening(served.app, (port) => talk(port, request(port), () => false));
    expect([heard.text.includes("half"), heard.text.includes("\r\n0\r\n\r\n")]).toEqual([true, false]);
    await quiet(served);
    const [row] = await other`
      select count(*)::int as running from pg_stat_activity
      where datname = current_database() and query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()`;
    expect(row).toEqual({ running: 0 });
    expect(served.lines.at(-1)).toMatchObject({ message: "an answer broke off", operation: "stream" });
  });

  test("waits for a caller who takes nothing, and is broken off when the operation's time is over", async () => {
    const { taken, stream } = endless();
    const served = streaming(() => stream(), 400);
    await listening(served.app, async (port) => {
      const socket = await stalled(port);
      await quiet(served);
      socket.destroy();
    });
    expect(taken.cancelled).toBe(true);
    // What the system's own buffers hold, and not a chunk for each turn of the event loop.
    expect(taken.chunks).toBeLessThan(100);
  });

  test("ends at once when the caller goes away, with the query that runs for it", async () => {
    const running = Promise.withResolvers<void>();
    const served = streaming(
      (ctx) =>
        new ReadableStream({
          start: (controller) => controller.enqueue(CHUNK),
          pull: async () => {
            const query = ctx.sql`select pg_sleep(60)`;
            running.resolve();
            await query;
          },
        }),
    );
    await listening(served.app, async (port) => {
      const socket = await stalled(port);
      await running.promise;
      expect(served.app.inFlight()).toBe(1);
      socket.destroy();
      await quiet(served);
    });
    // The one connection that slept serves again.
    await sql`select 1`;
  });
});
