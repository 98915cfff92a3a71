import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { freePort } from "#lib/machine";
import { Checkout, type Program } from "../support/checkout";
import { comeBack } from "../support/oidc-provider";

// A start of PostgreSQL and of the server, more than once, on a machine that does other things too.
setDefaultTimeout(60_000);

const READY = /Groundwork is ready after/;

let checkout: Checkout;
let port: number;
let dev: Program;

beforeAll(async () => {
  checkout = await Checkout.copy();
  port = await freePort();
  dev = checkout.make("dev", { PORT: String(port) });
  await dev.line(READY);
});

afterAll(() => checkout[Symbol.asyncDispose]());

/** Of the embedded PostgreSQL, as its owner. */
async function databaseUrl(): Promise<string> {
  const read = (file: string) => Bun.file(join(checkout.path, ".data", file)).text();
  const [, , , databasePort] = (await read("postgres/postmaster.pid")).split("\n");
  return `postgres://groundwork:${await read("postgres.password")}@127.0.0.1:${databasePort}/groundwork_development`;
}

const get = (path: string) => fetch(`http://localhost:${port}${path}`);

describe("make dev", () => {
  test("prints a line that logs in", async () => {
    const [, body = "", url = ""] = await dev.line(/curl .*-d '(.+)' (\S+)/);
    const answer = await fetch(url, { method: "POST", body, headers: { "Content-Type": "application/json" } });
    expect(answer.status).toBe(201);
    const { accessToken } = (await answer.json()) as { accessToken: string };
    const me = await fetch(`http://localhost:${port}/me`, { headers: { Authorization: `Bearer ${accessToken}` } });
    expect(await me.json()).toMatchObject({ email: "ada@example.com", name: "Ada Lovelace" });
  });

  test("prints addresses that answer, and no password of the database", async () => {
    const urls = dev.output.match(/http:\S+(?:docs|openapi\.json|inbox|ready|metrics)$/gm) ?? [];
    expect(urls).toHaveLength(5);
    for (const url of urls) expect((await fetch(url)).status).toBe(200);
    const password = await Bun.file(join(checkout.path, ".data/postgres.password")).text();
    expect(dev.output).not.toContain(password);
  });

  test("whoever comes logs in with the provider that it brings, before and after a reload", async () => {
    const app = `http://localhost:${port}`;
    const post = async (path: string, body: object) => {
      const headers = { "Content-Type": "application/json" };
      return fetch(`${app}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    };
    expect(await (await get("/identity-providers")).json()).toEqual({ items: [{ id: "oidc", name: "Local" }] });
    for (const choice of ["alan", "alan"]) {
      const begun = await post("/identity-providers/authorizations", { provider: "oidc" });
      const { authorization, url } = (await begun.json()) as { authorization: string; url: string };
      const { state, code, iss } = Object.fromEntries(await comeBack(url, choice, `${app}/dev/app/oauth-callback`));
      expect((await post("/sessions/federated", { authorization, state, code, iss })).status).toBe(201);
      const from = dev.output.length;
      await checkout.edit("src/lib/cursor.ts", (text) => `${text}\n`);
      await dev.line(/Reloaded in/, from);
    }
  });

  test("a slow query is in the log with its plan, and without what a person has sent", async () => {
    const from = dev.output.length;
    const [, body = "", url = ""] = await dev.line(/curl .*-d '(.+)' (\S+)/);
    const logIn = await fetch(url, { method: "POST", body, headers: { "Content-Type": "application/json" } });
    const { accessToken } = (await logIn.json()) as { accessToken: string };
    const headers = { Authorization: `Bearer ${accessToken}`, "Content-Type": "application/json", "If-Match": '"1"' };
    const sql = postgres(await databaseUrl(), { max: 1, onnotice: () => {} });
    // Whoever changes the account meanwhile waits for its row.
    const held = sql.begin(async (unit) => {
      await unit`select from users where email = 'ada@example.com' for update`;
      const changed = fetch(`http://localhost:${port}/me`, { method: "PATCH", headers, body: '{"name":"Ada King"}' });
      await unit`select pg_sleep(0.3)`;
      return { changed };
    });
    expect((await (await held.finally(() => sql.end())).changed).status).toBe(200);
    await dev.line(/WARN: slow query, \d+\.\d+ ms: update users set name = [^\n]+\n {4}Update on users /, from);
    expect(dev.output.slice(from)).not.toContain("Ada King");
  });

  test("a changed source is served", async () => {
    const from = dev.output.length;
    await checkout.edit("src/lib/cursor.ts", (text) => `${text}\n`);
    await dev.line(/Reloaded in \d+ ms: src\/lib\/cursor\.ts/, from);
    expect((await get("/health/ready")).status).toBe(200);
  });

  test("a changed contract is generated and served", async () => {
    const from = dev.output.length;
    await checkout.edit("openapi.yaml", (text) => text.replace("title: Groundwork\n", "title: Groundwork again\n"));
    await dev.line(/Reloaded in .*openapi\.yaml/, from);
    expect(await (await get("/openapi.json")).json()).toMatchObject({ info: { title: "Groundwork again" } });
  });

  test("a fault in the contract is printed with its line, and the server goes on", async () => {
    const from = dev.output.length;
    await checkout.edit("openapi.yaml", (text) => text.replace("operationId: getMe\n", "operationId: createUser\n"));
    await dev.line(/openapi\.yaml:\d+:\d+ .+/, from);
    expect((await get("/health/ready")).status).toBe(200);
    expect(dev.output.slice(from)).not.toContain("stopping");
    await checkout.edit("openapi.yaml", (text) =>
      text.replace("/me:\n    get:\n      operationId: createUser\n", "/me:\n    get:\n      operationId: getMe\n"),
    );
    await dev.line(/Reloaded in .*openapi\.yaml/, from);
  });

  test("a new migration is applied", async () => {
    const from = dev.output.length;
    const sql = "-- migrate:up\ncreate table shelves (id uuid primary key);\n-- migrate:down\ndrop table shelves;\n";
    await writeFile(join(checkout.path, "db/migrations/29990101000000_create_shelves.sql"), sql);
    await dev.line(/Applied: 29990101000000_create_shelves\.sql/, from);
    await dev.line(/Reloaded in .*create_shelves\.sql/, from);
  });

  test("a setting in .env.local takes effect, and a wrong one leaves the server as it was", async () => {
    let from = dev.output.length;
    await writeFile(join(checkout.path, ".env.local"), "LOG_FORMAT=xml\n");
    await dev.line(/LOG_FORMAT is not known/, from);
    expect((await get("/health/ready")).status).toBe(200);
    from = dev.output.length;
    await writeFile(join(checkout.path, ".env.local"), "LOG_FORMAT=json\n");
    await dev.line(/Reloaded in .*\.env\.local/, from);
    await get("/health/live");
    await dev.line(/^\{.*"operation":"getLiveness"/m, from);
  });

  test.each([
    ["does not parse", "src/lib/cursor.ts", "export function", "export funktion"],
    ["lacks a handler", "src/modules/accounts/handlers.ts", "export const getMe:", "const getMe:"],
  ])("a source that %s is told, and the next change starts the server again", async (_, file, right, wrong) => {
    let from = dev.output.length;
    await checkout.edit(file, (text) => text.replace(right, wrong));
    await dev.line(/The server has ended/, from);
    from = dev.output.length;
    await checkout.edit(file, (text) => text.replace(wrong, right));
    await dev.line(/Reloaded in/, from);
    expect((await get("/health/ready")).status).toBe(200);
  });

  test("Ctrl-C stops everything, the database too, without a word of an error", async () => {
    const from = dev.output.length;
    dev.signal("SIGINT");
    await dev.exited;
    expect(await checkout.left()).toEqual([]);
    expect(await Bun.file(join(checkout.path, ".data/postgres/postmaster.pid")).exists()).toBe(false);
    expect(dev.output.slice(from)).not.toMatch(/error/i);
  });
});
