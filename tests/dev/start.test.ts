import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { freePort } from "#lib/machine";
import { Checkout } from "../support/checkout";

// A start of PostgreSQL and of the server, more than once, on a machine that does other things too.
setDefaultTimeout(60_000);

let checkout: Checkout;
let port: number;

beforeAll(async () => {
  checkout = await Checkout.copy();
  port = await freePort();
});

afterAll(() => checkout[Symbol.asyncDispose]());

const secrets = () => ({
  PORT: String(port),
  PUBLIC_ORIGIN: `http://localhost:${port}`,
  SECRET: crypto.getRandomValues(new Uint8Array(32)).toBase64(),
  SMTP_URL: "smtp://localhost:1025",
  MAIL_FROM: "groundwork@localhost",
});

test("make start without secrets lists what is missing and a command that works, and starts nothing", async () => {
  const start = checkout.make("start", {});
  expect(await start.exited).toBe(2);
  expect(start.output).toContain("SECRET is missing");
  for (const name of ["PUBLIC_ORIGIN", "SMTP_URL", "MAIL_FROM"]) expect(start.output).toContain(`${name} is missing`);
  expect(start.output).not.toContain("DATABASE_URL");
  expect(start.output).toContain("SECRET=$(openssl rand -base64 32) PUBLIC_ORIGIN=http://localhost:3000 \\\n");
  expect(start.output).toContain("SMTP_URL=smtp://localhost:1025 MAIL_FROM=groundwork@localhost make start");
  expect(start.output).not.toMatch(/^\s+at /m);
  expect(await checkout.left()).toEqual([]);
});

test("make start refuses the secret of make dev", async () => {
  const SECRET = (await Bun.file(`${checkout.path}/.env.development`).text()).match(/^SECRET=(.+)$/m)?.[1] ?? "";
  const start = checkout.make("start", { ...secrets(), SECRET });
  expect(await start.exited).toBe(2);
  expect(start.output).toContain("SECRET is a development secret");
  expect(start.output).not.toContain(SECRET);
});

test("make start refuses the settings of development", async () => {
  const start = checkout.make("start", { ...secrets(), GROUNDWORK_ENV: "development" });
  expect(await start.exited).toBe(2);
  expect(start.output).toContain("GROUNDWORK_ENV");
});

test("make start with secrets serves without anybody to log in as, and stops on SIGTERM with everything", async () => {
  const start = checkout.make("start", secrets());
  await start.line(/Groundwork serves http:\/\/localhost:\d+ with the settings of production/);
  const logIn = await fetch(`http://localhost:${port}/sessions`, {
    method: "POST",
    body: JSON.stringify({ email: "ada@example.com", password: "correct horse battery staple" }),
    headers: { "Content-Type": "application/json" },
  });
  expect(logIn.status).toBe(401);
  start.signal("SIGTERM");
  await start.exited;
  expect(await checkout.left()).toEqual([]);
});
