/** src/main.ts as a process: what it loads, what it writes, and what it lives through. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { freePort } from "#lib/machine";
import { Program } from "../support/checkout";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { Receiver } from "./receiver";

setDefaultTimeout(30_000);

const MAIN = join(import.meta.dir, "../../src/main.ts");
const INSIDE = join(import.meta.dir, "inside.ts");

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

class Server extends Program implements AsyncDisposable {
  private constructor(
    readonly port: number,
    readonly internalPort: number,
    environment: Record<string, string>,
  ) {
    super([process.execPath, "--preload", INSIDE, MAIN], join(MAIN, "../.."), environment);
  }

  static async start(more: Record<string, string> = {}): Promise<Server> {
    const [port, internalPort] = [await freePort(), await freePort()];
    const server = new Server(port, internalPort, {
      GROUNDWORK_ENV: "production",
      DATABASE_URL: database.url,
      SECRET: "a secret that only this test knows of",
      PUBLIC_ORIGIN: `http://localhost:${port}`,
      SMTP_URL: "smtp://localhost:1025",
      MAIL_FROM: "groundwork@localhost",
      PORT: String(port),
      INTERNAL_PORT: String(internalPort),
      RATE_LIMIT_SCALE: "1000",
      ...more,
    });
    await server.line(/listening for operators/);
    return server;
  }

  get(path: string, port = this.port): Promise<Response> {
    return fetch(`http://localhost:${port}${path}`);
  }

  /** Stops it. Answers with its lines that are JSON, and with what it had loaded. */
  async ended() {
    this.signal("SIGTERM");
    expect(await this.exited).toBe(0);
    const all = this.output.split("\n");
    const lines = all.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
    const loaded = all.find((line) => line.startsWith("loaded: "))?.slice("loaded: ".length) ?? "{}";
    return { lines, loaded: JSON.parse(loaded) as Record<"all" | "opentelemetry" | "sentry", number> };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.signal("SIGKILL");
    await this.exited;
  }
}

describe("what is not configured", () => {
  test("is not loaded: no file of OpenTelemetry but its API, none of Sentry", async () => {
    await using server = await Server.start();
    expect((await server.get("/health/ready")).status).toBe(200);
    expect((await server.get("/metrics", server.internalPort)).status).toBe(200);
    const { loaded } = await server.ended();
    expect(loaded.all).toBeGreaterThan(100);
    expect([loaded.opentelemetry, loaded.sentry]).toEqual([0, 0]);
  });
});

describe("what is configured", () => {
  test("gets the spans and the failures of the process, before it ends", async () => {
    using collector = new Receiver();
    using reports = new Receiver();
    await using server = await Server.start({
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
      SENTRY_DSN: `http://key@127.0.0.1:${reports.port}/42`,
      REVISION: "4f2a91c",
    });
    await server.get("/health/live");
    server.signal("SIGUSR2");
    await server.line(/nobody caught me/);
    const { loaded } = await server.ended();
    expect(loaded.opentelemetry).toBeGreaterThan(0);
    expect(loaded.sentry).toBeGreaterThan(0);
    expect(collector.received.map(({ body }) => body).join()).toContain("GET /health/live");
    const reported = reports.received.map(({ body }) => body).join();
    expect(reported).toContain("nobody awaited me");
    expect(reported).toContain("nobody caught me");
    expect(reported).toContain("+4f2a91c");
  });
});

describe("the process", () => {
  test("lives through a promise that nobody awaited and an error that nobody caught, with one line for each", async () => {
    await using server = await Server.start();
    server.signal("SIGUSR2");
    await server.line(/nobody awaited me/);
    await server.line(/nobody caught me/);
    expect((await server.get("/health/live")).status).toBe(200);
    const { lines } = await server.ended();
    const failures = lines.filter(({ level }) => level === "error");
    expect(failures.map(({ msg, cause }) => [msg, cause.message]).sort()).toEqual([
      ["a promise was rejected that nobody awaited", "nobody awaited me"],
      ["an error was thrown that nobody caught", "nobody caught me"],
    ]);
  });

  test("loses no line when it is stopped", async () => {
    await using server = await Server.start();
    const answers = await Promise.all(Array.from({ length: 300 }, () => server.get("/health/live")));
    const { lines } = await server.ended();
    const ids = new Set(lines.filter(({ operation }) => operation === "getLiveness").map(({ requestId }) => requestId));
    expect(answers.filter((answer) => !ids.has(answer.headers.get("x-request-id")))).toEqual([]);
    expect(lines.at(-1)).toMatchObject({ msg: "stopped" });
  });
});

describe("the listener for operators", () => {
  test("has probes and metrics; the public one has the probes, and answers as if there were no metrics", async () => {
    await using server = await Server.start();
    for (const port of [server.port, server.internalPort])
      for (const probe of ["live", "ready", "startup"])
        expect((await server.get(`/health/${probe}`, port)).status).toBe(200);
    expect((await server.get("/metrics")).status).toBe(404);
    expect((await server.get("/openapi.json", server.internalPort)).status).toBe(404);
    const metrics = await (await server.get("/metrics", server.internalPort)).text();
    expect(metrics).toContain('http_requests_total{operation="getLiveness",status_class="2xx"} 2');
    // What reached no operation counts too, on both.
    expect(metrics).toContain('http_requests_total{operation="none",status_class="4xx"} 2');
  });

  test("answers no host but those that it was given", async () => {
    await using server = await Server.start({ INTERNAL_ALLOWED_HOSTS: "10.1.2.3:*" });
    const ask = (host: string) =>
      fetch(`http://127.0.0.1:${server.internalPort}/metrics`, { headers: { host } }).then(({ status }) => status);
    expect(await ask("10.1.2.3:9000")).toBe(200);
    expect(await ask("evil.example")).toBe(400);
    expect(await ask("localhost")).toBe(400);
  });
});
