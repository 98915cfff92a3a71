/**
 * A database of its own for each test file, cloned in milliseconds from a template that was migrated once. The cluster
 * lies in .data/test; a run that finds one of an earlier or a neighbouring run takes that.
 */
import { readdir } from "node:fs/promises";
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

/** Migrated; `empty` is for tests of the migrations themselves. */
export async function openTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  cluster ??= startCluster();
  const { server, admin, template } = await cluster;
  const name = `test_${process.pid}_${++opened}`;
  await admin`create database ${admin(name)} template ${admin(empty ? "template0" : template)}`;
  const url = server.url(name);
  return {
    url,
    connect: ({ max = POOL_MAX, asOwner = false } = {}) =>
      connect({ url, poolMax: max, prepare: true, ...(!asOwner && !empty && { role: APPLICATION_ROLE }) }),
    async close() {
      const leak = await leaked(admin, name);
      await admin`drop database ${admin(name)} with (force)`;
      if (leak) throw new Error(`A test left a connection open; its last statement was: ${leak}`);
    },
  };
}

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
  const hash = new Bun.CryptoHasher("sha256");
  for (const file of (await readdir(MIGRATIONS)).sort())
    hash.update(file).update(await Bun.file(MIGRATIONS + file).bytes());
  const template = `template_${hash.digest("hex").slice(0, 16)}`;
  const unfinished = `${template}_new`;
  await admin`select pg_advisory_lock(hashtextextended(${template}, 0))`;
  try {
    const [found] = await admin`select 1 as found from pg_database where datname = ${template}`;
    if (found) return template;
    await admin`drop database if exists ${admin(unfinished)} with (force)`;
    await createDatabase(server.url(unfinished));
    await migrate(server.url(unfinished));
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
