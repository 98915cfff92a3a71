import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "#lib/machine";
import { Checkout, kill, type Program } from "../support/checkout";

// A start of PostgreSQL and of the server, more than once, on a machine that does other things too.
setDefaultTimeout(60_000);

/** What make exits with where a command did not exit with 0. */
const MAKE_FAILED = 2;
const READY = /Groundwork is ready after/;

let checkout: Checkout;
let environment: { PORT: string };

beforeAll(async () => {
  checkout = await Checkout.copy();
  environment = { PORT: String(await freePort()) };
});

afterAll(() => checkout[Symbol.asyncDispose]());

const start = async () => {
  const dev = checkout.make("dev", environment);
  await dev.line(READY);
  return dev;
};

const end = async (dev: Program, signal: NodeJS.Signals) => {
  dev.signal(signal);
  await dev.exited;
};

const stop = async (dev: Program, signal: NodeJS.Signals) => {
  await end(dev, signal);
  expect(await checkout.left()).toEqual([]);
};

/** Somebody who is only in this database, so that a lost one is noticed. */
const person = { email: "grace@example.com", password: "nanoseconds are short", name: "Grace Hopper" };
const post = (path: string, body: object) =>
  fetch(`http://localhost:${environment.PORT}${path}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json" },
  });
const logIn = async () => (await post("/sessions", { email: person.email, password: person.password })).status;

describe("after kill -9", () => {
  test("of everything, the next make dev works with the same data", async () => {
    const dev = await start();
    expect((await post("/users", person)).status).toBe(202);
    dev.signal("SIGKILL");
    for (const pid of await checkout.processes()) kill(pid, "SIGKILL");
    await dev.exited;
    const next = await start();
    expect(await logIn()).toBe(201);
    await stop(next, "SIGTERM");
  });

  test("of everything but PostgreSQL, the next make dev takes that one over and stops it in the end", async () => {
    const dev = await start();
    const postmaster = await postmasterPid();
    dev.signal("SIGKILL");
    for (const pid of await checkout.processes()) if (pid !== postmaster) kill(pid, "SIGKILL");
    await dev.exited;
    const next = await start();
    expect(await postmasterPid()).toBe(postmaster);
    expect(await logIn()).toBe(201);
    await stop(next, "SIGHUP");
  });

  test("of make and its runner, the server gives its port back by itself", async () => {
    const dev = await start();
    dev.signal("SIGKILL");
    const next = await start();
    expect(await logIn()).toBe(201);
    await stop(next, "SIGINT");
  });
});

describe("one clear message and a failing exit code", () => {
  test("where the port is taken", async () => {
    const other = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: () => new Response() });
    const dev = checkout.make("dev", { PORT: String(other.port) });
    expect(await dev.exited).toBe(MAKE_FAILED);
    expect(dev.output.match(/^(?!make).+$/gm)).toEqual([
      `Port ${other.port} is taken by another process. Stop that one, or set another: PORT=${Number(other.port) + 1} make dev`,
    ]);
    expect(await checkout.left()).toEqual([]);
    await other.stop(true);
  });

  test("where another make dev uses the same data, which goes on", async () => {
    const first = await start();
    const second = checkout.make("dev", { PORT: String(await freePort()) });
    expect(await second.exited).toBe(MAKE_FAILED);
    expect(second.output.match(/^(?!make).+$/gm)).toEqual([
      expect.stringMatching(/^Groundwork runs with \/.+\.data already \(process \d+\)\. .*DATA_DIR and PORT/),
    ]);
    expect(await logIn()).toBe(201);
    await stop(first, "SIGINT");
  });

  test("where the configuration has faults", async () => {
    const dev = checkout.make("dev", { LOG_LEVEL: "loud", DATABASE_POOL_MAX: "none" });
    expect(await dev.exited).toBe(MAKE_FAILED);
    expect(dev.output).toContain("LOG_LEVEL");
    expect(dev.output).toContain("DATABASE_POOL_MAX");
    expect(dev.output).not.toMatch(/^\s+at /m);
  });
});

test("two at once with a PORT and a DATA_DIR of their own do not touch each other", async () => {
  const [port, dataDir] = [await freePort(), "other data"];
  const first = await start();
  const second = checkout.make("dev", { PORT: String(port), DATA_DIR: dataDir });
  await second.line(READY);
  await end(first, "SIGINT");
  expect((await fetch(`http://localhost:${port}/health/ready`)).status).toBe(200);
  await stop(second, "SIGINT");
});

const postmasterPid = async () =>
  Number((await readFile(join(checkout.path, ".data/postgres/postmaster.pid"), "utf8")).split("\n")[0]);
