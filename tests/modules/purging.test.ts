/** What a content delivery network is told, by a real server that takes purges badly. */
import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { contract } from "#generated/operations";
import { readConfig } from "../../src/config";
import type { Outcome } from "../../src/modules/jobs/job";
import { tellOfChanges } from "../../src/modules/purging/jobs";
import { surrogateKeys } from "../../src/modules/purging/purging";
import { type TestApp, testApp } from "../support/app";
import { openTestServer } from "../support/database";
import { timePasses } from "../support/jobs";

const TOKEN = "the token of the network";
const EVERYTHING = surrogateKeys(contract);

interface Told {
  readonly path: string;
  readonly authorization: string | null;
  readonly keys: readonly string[];
}

/** What the network was told, and how it answers. */
const told: Told[] = [];
type Answer = () => Response | Promise<Response>;
const yes: Answer = () => new Response("understood");
let answer = yes;

const open = (port = 0) =>
  Bun.serve({
    hostname: "127.0.0.1",
    port,
    async fetch(request) {
      expect([request.method, request.headers.get("content-type")]).toEqual(["POST", "application/json"]);
      const { surrogateKeys: keys, ...more } = (await request.json()) as { surrogateKeys: string[] };
      expect(more).toEqual({});
      told.push({ path: new URL(request.url).pathname, authorization: request.headers.get("authorization"), keys });
      return answer();
    },
  });
let network = open();
const purgeTarget = { url: `http://127.0.0.1:${network.port}/purge`, token: TOKEN, timeoutMs: 500 };
// What was told before a transaction of anybody's ended is told again.
const app = await testApp({ purgeTarget }, openTestServer);
afterAll(() => network.stop(true));

/** One run of the job, and what was told in it. */
async function run(server: TestApp = app): Promise<{ outcome: Outcome | undefined; keys: string[] }> {
  const from = told.length;
  await server.sql`delete from pgboss.job where name = ${tellOfChanges.name}`;
  await server.services.jobs.add(server.sql, tellOfChanges, {});
  const [record] = await server.drain({ mayFail: true });
  return { outcome: record?.outcome, keys: told.slice(from).flatMap(({ keys }) => keys) };
}

/** As if what is due had been due for longer. */
async function minutesPass(minutes: number): Promise<void> {
  await app.owner`update cache_changes set changed_at = changed_at - make_interval(mins => ${minutes})`;
  await app.sql`update purge_progress set everything_since = everything_since - make_interval(mins => ${minutes})`;
}

const changed = (tag: string, owner: string | null = null, sql = app.sql) =>
  sql`insert into cache_changes (tag, owner) values (${tag}, ${owner})`;

beforeEach(async () => {
  answer = yes;
  await minutesPass(2);
  await run();
  await minutesPass(2);
  expect(await run()).toEqual({ outcome: "completed", keys: [] });
});

describe("a change", () => {
  test("of a signing key is told, with the token and nothing else", async () => {
    await app.services.keys.rotate();
    expect(await run()).toEqual({ outcome: "completed", keys: ["signing_keys"] });
    expect(told.at(-1)).toEqual({ path: "/purge", authorization: `Bearer ${TOKEN}`, keys: ["signing_keys"] });
    await minutesPass(2);
    await run();
    await app.sql`delete from signing_keys where replaces is not null`;
    expect(await run()).toEqual({ outcome: "completed", keys: ["signing_keys"] });
  });

  test("is told again until no process can have the old answer any more, and then never again", async () => {
    await changed("signing_keys");
    for (let time = 0; time < 3; time++) expect((await run()).keys).toEqual(["signing_keys"]);
    await minutesPass(2);
    expect((await run()).keys).toEqual(["signing_keys"]);
    expect((await run()).keys).toEqual([]);
  });

  test("is told once where it was made many times", async () => {
    for (let time = 0; time < 5; time++) await changed("signing_keys");
    expect((await run()).keys).toEqual(["signing_keys"]);
  });

  test("of what nobody may keep is not told", async () => {
    const ada = await app.person();
    await app.member(await app.organization(ada), "member");
    expect(await app.sql`select tag from cache_changes where tag = 'members'`).not.toBeEmpty();
    expect(await run()).toEqual({ outcome: "completed", keys: [] });
  });

  test("of a transaction that ends after later ones is not missed", async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const slow = app.sql.begin(async (sql) => {
      await changed("signing_keys", null, sql as never);
      begin();
      await ended;
    });
    await begun;
    await changed("signing_keys");
    await minutesPass(2);
    expect((await run()).keys).toEqual(["signing_keys"]);
    await app.sql`delete from cache_changes`;
    expect((await run()).keys).toEqual([]);
    end();
    await slow;
    expect((await run()).keys).toEqual(["signing_keys"]);
  });
});

describe("everything", () => {
  test("is the identifier and the tags of each operation that everybody may keep", () => {
    expect(EVERYTHING).toEqual([
      "getJwks",
      "getOpenApi",
      "getOpenApiYaml",
      "getProblem",
      "getReference",
      "getReferenceAsset",
      "listIdentityProviders",
      "signing_keys",
    ]);
  });

  test("is told when a server starts, and for as long as a change", async () => {
    const other = await app.another({ purgeTarget });
    expect(await run()).toEqual({ outcome: "completed", keys: EVERYTHING });
    expect((await run(other)).keys).toEqual(EVERYTHING);
    await minutesPass(2);
    expect((await run()).keys).toEqual(EVERYTHING);
    expect((await run()).keys).toEqual([]);
  });

  test("is told where changes may have been deleted before they were told", async () => {
    await app.sql`update purge_progress set told_at = now() - interval '44 minutes'`;
    expect((await run()).keys).toEqual([]);
    await app.sql`update purge_progress set told_at = now() - interval '46 minutes'`;
    expect((await run()).keys).toEqual(EVERYTHING);
    expect((await run()).keys).toEqual([]);
  });

  test("is told where the database was restored from another one", async () => {
    await app.sql`update purge_progress set told_before = (pg_current_xact_id()::text::bigint + 1000000)::text::xid8`;
    expect((await run()).keys).toEqual(EVERYTHING);
    expect((await run()).keys).toEqual([]);
  });
});

describe("a network that does not take it", () => {
  const bad: Record<string, Answer> = {
    fails: () => new Response("no", { status: 500 }),
    "refuses the token": () => new Response(null, { status: 403 }),
    "never answers": () => new Promise(() => {}),
    "sends it elsewhere": () => Response.redirect(`http://127.0.0.1:${network.port}/elsewhere`, 307),
  };

  test.each(Object.keys(bad))("one that %s is asked again, and nothing is lost", async (how) => {
    const from = told.length;
    await changed("signing_keys");
    answer = bad[how]!;
    expect((await run()).outcome).toBe("retried");
    await minutesPass(10);
    expect((await run()).outcome).toBe("retried");
    answer = yes;
    await timePasses(app);
    expect(await app.drain()).toMatchObject([{ job: "purging.tell", attempt: 2, outcome: "completed" }]);
    expect(told.slice(from).map(({ path, keys }) => [path, ...keys])).toEqual(
      Array.from({ length: 3 }, () => ["/purge", "signing_keys"]),
    );
    expect((await run()).keys).toEqual([]);
  });

  test("one that is away is told when it is back", async () => {
    const { port } = network;
    await network.stop(true);
    await changed("signing_keys");
    expect(await run()).toEqual({ outcome: "retried", keys: [] });
    network = open(port);
    await timePasses(app);
    await app.drain();
    expect(told.at(-1)?.keys).toEqual(["signing_keys"]);
  });

  test("no failure says the token", async () => {
    await changed("signing_keys");
    answer = bad.fails!;
    await run();
    const [job] = await app.sql<
      { output: unknown }[]
    >`select output from pgboss.job where name = ${tellOfChanges.name}`;
    expect(job).toMatchObject({ output: { message: "The purge hook answered 500." } });
    expect(app.logged()).not.toContain(TOKEN);
  });
});

describe("without a network", () => {
  test("nobody is told, and nothing is written of it", async () => {
    const alone = await testApp();
    expect(await alone.sql`select id from purge_progress`).toBeEmpty();
    expect(await alone.sql`select name from pgboss.queue where name = ${tellOfChanges.name}`).toBeEmpty();
  });
});

describe("the configuration", () => {
  const given = { GROUNDWORK_ENV: "development", SECRET: "s".repeat(32), DATABASE_URL: "postgres://a:b@localhost/c" };
  const hook = { CDN_PURGE_URL: "https://purge.example.com/hook", CDN_PURGE_TOKEN: "a-secret-token" };

  test("has the address, and keeps the token apart", () => {
    const { config, secrets } = readConfig({ ...given, ...hook });
    expect([config.purgeUrl, secrets.purgeToken]).toEqual([hook.CDN_PURGE_URL, hook.CDN_PURGE_TOKEN]);
    expect(JSON.stringify(config)).not.toContain(hook.CDN_PURGE_TOKEN);
    expect(readConfig(given).config.purgeUrl).toBeNull();
  });

  test.each([
    ["CDN_PURGE_TOKEN is missing", { CDN_PURGE_URL: hook.CDN_PURGE_URL }],
    ["CDN_PURGE_URL is missing", { CDN_PURGE_TOKEN: hook.CDN_PURGE_TOKEN }],
    [
      "CDN_PURGE_URL must be https",
      { ...hook, CDN_PURGE_URL: "http://purge.example.com", GROUNDWORK_ENV: "production" },
    ],
  ])("%s", (fault, variables) => {
    expect(() => readConfig({ ...given, ...variables })).toThrow(fault);
  });
});
