/** src/main.ts as a process, from SIGTERM to its exit. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import type { BearerGrant } from "#generated/types";
import { freePort } from "#lib/machine";
import type { Sql } from "../../src/db/client";
import { Program } from "../support/checkout";
import { openTestDatabase, type TestDatabase } from "../support/database";

setDefaultTimeout(30_000);

const MAIN = join(import.meta.dir, "../../src/main.ts");
const PERSON = { email: "ada@example.com", password: "correct horse battery staple", name: "Ada" };

let database: TestDatabase;
let sql: Sql;

beforeAll(async () => {
  database = await openTestDatabase();
  sql = database.connect({ max: 2, asOwner: true });
});

afterAll(async () => {
  await sql.end();
  await database.close();
});

describe("SIGTERM", () => {
  test("lets a running request end, answers it, and exits 0", async () => {
    await using server = await Server.start();
    const { answer, release } = await server.slowRequest();
    server.signal("SIGTERM");
    await server.line(/stopping/);
    release();
    expect((await answer).status).toBe(200);
    expect(await server.exited).toBe(0);
  });

  test("turns readiness false first, while requests are still taken", async () => {
    await using server = await Server.start({ SHUTDOWN_DELAY_MS: "2000" });
    server.signal("SIGTERM");
    await server.line(/stopping/);
    expect((await server.call("GET", "/health/ready")).status).toBe(503);
    expect((await server.call("GET", "/health/live")).status).toBe(200);
    expect(await server.exited).toBe(0);
  });

  test("waits for a request no longer than the deadline, and then exits 1", async () => {
    await using server = await Server.start({ SHUTDOWN_TIMEOUT_MS: "100" });
    const { answer, release } = await server.slowRequest();
    server.signal("SIGTERM");
    expect(await server.exited).toBe(1);
    release();
    expect(await answer.catch(() => "cut off")).toBe("cut off");
  });

  test("a second time ends the process at once", async () => {
    await using server = await Server.start({ SHUTDOWN_DELAY_MS: "600000" });
    server.signal("SIGTERM");
    await server.line(/stopping/);
    server.signal("SIGTERM");
    expect(await server.exited).toBe(1);
  });
});

test("a promise that nobody awaited is logged, and the process lives", async () => {
  const preload = join(import.meta.dir, "../support/rejecting.ts");
  await using server = await Server.start({}, ["--preload", preload]);
  await server.line(/nobody awaited/);
  expect((await server.call("GET", "/health/live")).status).toBe(200);
});

class Server implements AsyncDisposable {
  private constructor(
    private readonly program: Program,
    private readonly origin: string,
  ) {}

  static async start(settings: Record<string, string> = {}, flags: string[] = []): Promise<Server> {
    const port = await freePort();
    const environment = {
      GROUNDWORK_ENV: "development",
      SECRET: "development secret of the tests of stopping",
      DATABASE_URL: database.url,
      PORT: String(port),
      ...settings,
    };
    const program = new Program([process.execPath, ...flags, MAIN], import.meta.dir, environment);
    await program.line(/listening/);
    return new Server(program, `http://localhost:${port}`);
  }

  get exited(): Promise<number | null> {
    return this.program.exited;
  }

  signal(signal: NodeJS.Signals): void {
    this.program.signal(signal);
  }

  line(pattern: RegExp): Promise<unknown> {
    return this.program.line(pattern);
  }

  call(method: string, path: string, headers: Record<string, string> = {}, body?: object): Promise<Response> {
    const init = body ? { body: JSON.stringify(body) } : {};
    return fetch(this.origin + path, { method, headers: { "content-type": "application/json", ...headers }, ...init });
  }

  /** A change that waits for a row which the test has locked, until the test releases it. */
  async slowRequest(): Promise<{ answer: Promise<Response>; release: () => void }> {
    await this.call("POST", "/users", {}, PERSON);
    const { email, password } = PERSON;
    const session = await this.call("POST", "/sessions", {}, { email, password });
    const { accessToken } = (await session.json()) as BearerGrant;
    const profile = await this.call("GET", "/me", { authorization: `Bearer ${accessToken}` });
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { promise: locked, resolve: lock } = Promise.withResolvers<void>();
    void sql.begin(async (transaction) => {
      await transaction`select 1 from users where email = ${email} for update`;
      lock();
      await released;
    });
    await locked;
    const headers = { authorization: `Bearer ${accessToken}`, "if-match": profile.headers.get("etag")! };
    const answer = this.call("PATCH", "/me", headers, { name: "Ada King" });
    answer.catch(() => {});
    for (let waiting = 0; waiting === 0; ) {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      waiting = row!.count;
    }
    return { answer, release };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.signal("SIGKILL");
    await this.exited;
  }
}
