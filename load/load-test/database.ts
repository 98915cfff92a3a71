/** A database for each run, copied from one that was migrated and seeded once: a million rows take their time. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import postgres from "postgres";
import type { EmbeddedPostgres } from "../../src/db/embedded";
import { createDatabase, migrate } from "../../src/db/migrate";
import { ROOT } from "../../src/dev/environment";
import { type Seed, seed } from "./seed";

export interface SeededDatabase {
  readonly url: string;
  readonly seed: Seed;
}

const DATABASE = "load_test";
const PREFIX = "load_test_seed_";
/** What the seeded database is made by. Where one of them changes, another is made. */
const SOURCES = ["db/migrations/*.sql", "src/dev/seed-large.ts", "src/dev/large/*.ts", "load/load-test/seed.ts"];

export async function openDatabase(server: EmbeddedPostgres, events: number): Promise<SeededDatabase> {
  const current = PREFIX + (await hashOf(SOURCES));
  const template = `${current}_${events}`;
  const note = join(server.dataDir, `${template}.json`);
  const admin = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  try {
    await admin`drop database if exists ${admin(DATABASE)} with (force)`;
    if (!(await Bun.file(note).exists())) {
      await dropOthers(admin, current);
      await makeTemplate(server, { template, note, events });
    }
    await admin`create database ${admin(DATABASE)} template ${admin(template)} strategy file_copy`;
    return { url: server.url(DATABASE), seed: await Bun.file(note).json() };
  } finally {
    await admin.end();
  }
}

/** Those of other sources, and what was left half made. */
async function dropOthers(admin: postgres.Sql, current: string): Promise<void> {
  const rows = await admin<{ name: string }[]>`
    select datname as name from pg_database
    where starts_with(datname, ${PREFIX}) and not starts_with(datname, ${current})`;
  for (const { name } of rows) await admin`drop database ${admin(name)} with (force)`;
}

/** The note is written last: without it the template is half made, and is made anew. */
async function makeTemplate(server: EmbeddedPostgres, made: { template: string; note: string; events: number }) {
  const { template, note, events } = made;
  console.log(`Seeding an organization of ${events.toLocaleString("en")} audit events, once.`);
  const admin = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  await admin`drop database if exists ${admin(template)} with (force)`.finally(() => admin.end());
  const url = server.url(template);
  await createDatabase(url);
  await migrate(url);
  await Bun.write(note, JSON.stringify(await seed(url, events)));
}

async function hashOf(patterns: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const pattern of patterns) {
    const paths = await Array.fromAsync(new Bun.Glob(pattern).scan(ROOT));
    for (const path of paths.sort()) hash.update(path).update(await Bun.file(join(ROOT, path)).bytes());
  }
  return hash.digest("hex").slice(0, 16);
}
