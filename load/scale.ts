/**
 * bun load/scale.ts [--requests 3000]: whether a page of a list takes as long in a large organization as in a small one.
 * Two databases, each with what make seed-large makes in its own size; each request goes to both, one after the other, so
 * that whatever else this machine does meets both. Answers are kept in no cache. docs/database.md has what we saw.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { connect, type Sql } from "#db/client";
import { contract } from "#generated/operations";
import { readBuild } from "#lib/build";
import { systemClock } from "#lib/clock";
import { cursorsOf } from "#lib/cursor";
import { uuidv7 } from "#lib/ids";
import { createLog } from "#lib/log";
import { type App, createApp } from "../src/app";
import { authenticatorsOf, buildServices, membersOf } from "../src/context";
import { type EmbeddedPostgres, startEmbedded } from "../src/db/embedded";
import { createDatabase, migrate } from "../src/db/migrate";
import { seedLarge } from "../src/dev/seed-large";
import { handlers } from "../src/modules";
import { machine } from "./report";

const DATA_DIR = resolve(import.meta.dir, "../.data/scale");
const ORIGIN = "http://localhost";
const SECRET = "a secret that only this measurement knows of";
const PASSWORD = "the password of everybody";
const POOL_MAX = 4;
const WARM_UP_REQUESTS = 500;
/** Of the 95th percentiles. */
const GOAL = 1.3;

const SIZES = [
  { name: "1000", auditEvents: 1_000, members: 10 },
  { name: "1000000", auditEvents: 1_000_000, members: 10_000 },
] as const;

/** With pages that are as long in the small organization as in the large one. */
const LISTS = [
  { operation: "listAuditEvents", path: "audit-events?limit=50" },
  { operation: "listAuditEvents", path: "audit-events?limit=50&event=invitation.created" },
  { operation: "listMembers", path: "members?limit=5" },
] as const;
/** A deep page begins somewhere in the newer half of what there is, each time elsewhere. */
const DEEPEST_MS = 365 * 24 * 3_600_000;
const PLACES = ["first page", "deep page"] as const;
const AFTER_ALL_IDS = "ffffffff-ffff-ffff-ffff-ffffffffffff";

interface Served {
  /** How long the answer took, in milliseconds. */
  time(path: string): Promise<number>;
  close(): Promise<void>;
}

async function serve(server: EmbeddedPostgres, { name, ...size }: (typeof SIZES)[number]): Promise<Served> {
  const url = server.url(`scale_${name}`);
  await createDatabase(url);
  await migrate(url);
  const owner = connect({ url, poolMax: 1, prepare: false });
  const passwordHash = await Bun.password.hash(PASSWORD, "argon2id");
  const { large } = await seedLarge(owner, { ...size, passwordHash });
  await owner`vacuum (analyze)`.finally(() => owner.end());
  const sql = connect({ url, poolMax: POOL_MAX, prepare: true });
  const { app, close } = await appOn(sql);
  const authorization = `Bearer ${await logIn(app, large.email)}`;
  return {
    async time(path) {
      const request = new Request(`${ORIGIN}/organizations/${large.organizationId}/${path}`, {
        headers: { authorization },
      });
      const began = performance.now();
      const answer = await app.fetch(request);
      const text = await answer.text();
      const tookMs = performance.now() - began;
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text}`);
      return tookMs;
    },
    close: () => close().finally(() => sql.end()),
  };
}

/** The product as it runs, in this process, and without a cache of answers. */
async function appOn(sql: Sql): Promise<{ app: App; close(): Promise<void> }> {
  const log = await createLog({ level: "info", format: "json", destination: { write: () => {} } });
  const shared = { sql, log, clock: systemClock, ids: uuidv7, build: await readBuild("unknown") };
  const { services, close } = await buildServices({ ...shared, secret: SECRET, publicOrigin: ORIGIN });
  const settings = {
    ...{ publicOrigin: ORIGIN, allowedHosts: ["localhost"], corsOrigins: [], trustedProxies: [] },
    ...{ rateLimitScale: 1_000_000, cursorSecret: SECRET },
  };
  const [authenticators, members] = [authenticatorsOf(services), membersOf(services)];
  const observers = [services.metrics.observe];
  const app = createApp({ ...shared, contract, handlers, services, settings, authenticators, members, observers });
  return { app, close };
}

async function logIn(app: App, email: string): Promise<string> {
  const body = JSON.stringify({ email, password: PASSWORD });
  const headers = { "content-type": "application/json" };
  const answer = await app.fetch(new Request(`${ORIGIN}/sessions`, { method: "POST", headers, body }));
  const { accessToken } = (await answer.json()) as { accessToken?: string };
  if (!accessToken) throw new Error(`${email} could not log in: ${answer.status}`);
  return accessToken;
}

interface Row {
  readonly list: string;
  readonly place: string;
  /** By size, in milliseconds. */
  readonly p50: readonly number[];
  readonly p95: readonly number[];
}

async function measure(served: readonly Served[], requests: number): Promise<Row[]> {
  const cases = LISTS.flatMap((list) =>
    PLACES.map((place) => ({ ...list, place, times: served.map(() => [] as number[]) })),
  );
  for (let n = -WARM_UP_REQUESTS; n < requests; n++)
    for (const { operation, path, place, times } of cases) {
      const whole = place === "first page" ? path : `${path}&cursor=${deepCursor(operation)}`;
      // Who comes first is another one each time.
      for (const index of n % 2 === 0 ? [0, 1] : [1, 0]) {
        const tookMs = await served[index]!.time(whole);
        if (n >= 0) times[index]!.push(tookMs);
      }
    }
  return cases.map(({ path, place, times }) => ({
    ...{ list: path, place },
    ...{ p50: times.map((each) => percentile(each, 0.5)), p95: times.map((each) => percentile(each, 0.95)) },
  }));
}

function deepCursor(operation: string): string {
  const at = new Date(systemClock.now().getTime() - Math.random() * DEEPEST_MS).toISOString();
  return cursorsOf(SECRET).write(operation, { at, id: AFTER_ALL_IDS });
}

const percentile = (values: readonly number[], share: number) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;

function table(rows: readonly Row[]): string {
  const ratio = ([small = 0, large = 0]: readonly number[]) => large / small;
  const lines = rows.map(({ list, place, p50, p95 }) => {
    const times = [...p50, ...p95].map((each) => each.toFixed(2));
    const verdict = ratio(p95) <= GOAL ? "" : ", missed";
    return `| \`${list}\` | ${place} | ${times.join(" | ")} | ${ratio(p50).toFixed(2)} | **${ratio(p95).toFixed(2)}**${verdict} |`;
  });
  return [
    "| list | | p50 ms at 10³ | at 10⁶ | p95 ms at 10³ | at 10⁶ | p50 ratio | p95 ratio |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { requests: { type: "string", default: "3000" } } });
  console.log(JSON.stringify(machine()));
  const server = await startEmbedded({ dataDir: DATA_DIR, durable: false });
  try {
    const served: Served[] = [];
    for (const size of SIZES) served.push(await serve(server, size));
    console.log(table(await measure(served, Number(values.requests))));
    for (const each of served) await each.close();
  } finally {
    await server.stop();
  }
  process.exit(0);
}
