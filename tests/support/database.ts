/**
 * A database of its own for each test file, cloned in milliseconds from a template that was migrated once. The cluster
 * lies in .data/test; a run that finds one of an earlier or a neighbouring run takes that.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { isAlive } from "#lib/machine";
import { APPLICATION_ROLE, connect, type Sql } from "../../src/db/client";
import { type EmbeddedPostgres, startEmbedded } from "../../src/db/embedded";
import { createDatabase, migrate } from "../../src/db/migrate";

export interface TestDatabase {
  readonly url: string;
  /** A pool as the product has it, or as the one who migrates. Whoever asks for one ends it. */
  connect(options?: { max?: number; asOwner?: boolean }): Sql;
  /** Drops the database. Fails where a pool was not ended, or a connection was never given back. */
  close(): Promise<void>;
}

const DATA_DIR = fileURLToPath(new URL("../../.data/test", import.meta.url));
const MIGRATIONS = fileURLToPath(new URL("../../db/migrations/", import.meta.url));
const LARGE_SEED = fileURLToPath(new URL("../../src/dev/", import.meta.url));
/** The password of everybody in the large seed, and until when it has grown: now, by the clock of a test. */
export const LARGE_SEED_PASSWORD = "the password of everybody";
export const LARGE_SEED_AT = "2026-11-24T09:00:00.000Z";
/** The least that argon2 takes. */
const PASSWORD_COST = { algorithm: "argon2id", memoryCost: 8, timeCost: 1 } as const;
const POOL_MAX = 4;
const CONNECTIONS_MAX = 300;
/** A connection that was ended is gone in the server a moment later. */
const LEAK_GRACE_MS = 2_000;

interface Cluster {
  readonly server: EmbeddedPostgres;
  /** Open as long as the run lasts, which tells neighbours that the server is in use. */
  readonly admin: postgres.Sql;
  readonly template: string;
}

let cluster: Promise<Cluster> | undefined;
let opened = 0;

export interface TestDatabaseOptions {
  /** For tests of the migrations themselves. */
  readonly empty?: boolean;
  /** With what make seed-large makes, until LARGE_SEED_AT. Takes half a minute when nobody has asked for it before. */
  readonly large?: boolean;
}

/** Migrated, unless it is to be empty. */
export async function openTestDatabase({
  empty = false,
  large = false,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  cluster ??= startCluster();
  const { server, admin, template } = await cluster;
  const name = `test_${process.pid}_${++opened}`;
  const copied = empty ? "template0" : large ? await largeTemplate(server, admin, template) : template;
  // As files, in a twentieth of the time: PostgreSQL's own log would hold each of its pages once more.
  await admin`create database ${admin(name)} template ${admin(copied)} strategy = file_copy`;
  const url = server.url(name);
  return {
    ...poolsOf(url, empty),
    async close() {
      const leak = await leaked(admin, name);
      await admin`drop database ${admin(name)} with (force)`;
      if (leak) throw new Error(`A test left a connection open; its last statement was: ${leak}`);
    },
  };
}

/**
 * Migrated, on a server of its own: for who crashes it, or must know that nobody else's transactions run. PostgreSQL counts
 * those of all databases together.
 */
export async function openTestServer({ durable = false } = {}): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), "postgres-"));
  const server = await startEmbedded({ dataDir, durable });
  const url = server.url("alone");
  await createDatabase(url);
  await migrate(url);
  return {
    ...poolsOf(url),
    async close() {
      await server.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

const poolsOf = (url: string, empty = false): Pick<TestDatabase, "url" | "connect"> => ({
  url,
  connect: ({ max = POOL_MAX, asOwner = false } = {}) =>
    connect({ url, poolMax: max, prepare: true, ...(!asOwner && !empty && { role: APPLICATION_ROLE }) }),
});

/** For the preload file: after the last test of a process, or of a file. The server stops unless somebody else uses it. */
export async function closeTestCluster(): Promise<void> {
  if (!cluster) return;
  const { server, admin } = await cluster;
  cluster = undefined;
  const [others] = await admin<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  await admin.end();
  if (others?.count === 0) await server.stop();
}

async function startCluster(): Promise<Cluster> {
  const server = await startEmbedded({ dataDir: DATA_DIR, durable: false, maxConnections: CONNECTIONS_MAX });
  const admin = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  await dropOrphans(admin);
  return { server, admin, template: await migratedTemplate(server, admin) };
}

/** Named after what the migrations say, so that a changed migration has another one. */
async function migratedTemplate(server: EmbeddedPostgres, admin: postgres.Sql): Promise<string> {
  const template = `template_${await hashOf(MIGRATIONS, "*.sql")}`;
  return templateOf(admin, template, async (unfinished) => {
    await createDatabase(server.url(unfinished));
    await migrate(server.url(unfinished));
  });
}

/** Named after what the migrations and the seeds say. There is room for one: it has a gigabyte. */
async function largeTemplate(server: EmbeddedPostgres, admin: postgres.Sql, migrated: string): Promise<string> {
  const [schema, seeds] = [await hashOf(MIGRATIONS, "*.sql"), await hashOf(LARGE_SEED, "seed-large.ts", "large/*.ts")];
  const template = `large_${schema}_${seeds}`;
  return templateOf(admin, template, async (unfinished) => {
    const others = await admin<{ name: string }[]>`select datname as name from pg_database where datname ~ '^large_'`;
    for (const { name } of others) await admin`drop database if exists ${admin(name)} with (force)`;
    await admin`create database ${admin(unfinished)} template ${admin(migrated)}`;
    const { seedLarge } = await import("../../src/dev/seed-large");
    const sql = connect({ url: server.url(unfinished), poolMax: 1, prepare: false });
    const passwordHash = await Bun.password.hash(LARGE_SEED_PASSWORD, PASSWORD_COST);
    await seedLarge(sql, { passwordHash, at: new Date(LARGE_SEED_AT) }).finally(() => sql.end());
  });
}

async function hashOf(folder: string, ...patterns: readonly string[]): Promise<string> {
  const hash = new Bun.CryptoHasher("sha256");
  const found = await Promise.all(patterns.map((pattern) => Array.fromAsync(new Bun.Glob(pattern).scan(folder))));
  for (const file of found.flat().sort()) hash.update(file).update(await Bun.file(folder + file).bytes());
  return hash.digest("hex").slice(0, 16);
}

/** One process makes it while the others wait. An interrupted run leaves none of this name. */
async function templateOf(
  admin: postgres.Sql,
  template: string,
  make: (unfinished: string) => Promise<void>,
): Promise<string> {
  const unfinished = `${template}_new`;
  await admin`select pg_advisory_lock(hashtextextended(${template}, 0))`;
  try {
    const [found] = await admin`select 1 as found from pg_database where datname = ${template}`;
    if (found) return template;
    await admin`drop database if exists ${admin(unfinished)} with (force)`;
    await make(unfinished);
    await admin`alter database ${admin(unfinished)} rename to ${admin(template)}`;
    return template;
  } finally {
    await admin`select pg_advisory_unlock(hashtextextended(${template}, 0))`;
  }
}

/** What runs left behind that were killed. */
async function dropOrphans(admin: postgres.Sql): Promise<void> {
  const rows = await admin<{ name: string }[]>`select datname as name from pg_database where datname ~ '^test_[0-9]+_'`;
  for (const { name } of rows)
    if (!isAlive(Number(name.split("_")[1]))) await admin`drop database if exists ${admin(name)} with (force)`;
  const roles = await admin<{ name: string }[]>`select rolname as name from pg_roles where rolname ~ '^test_[0-9]+_'`;
  for (const { name } of roles)
    if (!isAlive(Number(name.split("_")[1]))) await admin`drop role if exists ${admin(name)}`;
}

async function leaked(admin: postgres.Sql, name: string): Promise<string | undefined> {
  const deadline = performance.now() + LEAK_GRACE_MS;
  for (;;) {
    const [row] = await admin<{ query: string }[]>`
      select query from pg_stat_activity where datname = ${name} and backend_type = 'client backend' limit 1`;
    if (!row || performance.now() > deadline) return row?.query;
  }
}
