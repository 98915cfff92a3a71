/**
 * Migrations, by dbmate. It takes no lock of its own, and of several at once all but one would fail: here they wait for
 * each other, and those who come later find nothing left to do.
 *
 * As a program: `bun src/db/migrate.ts up | rollback | dump`, with DATABASE_URL. Exits 1 with dbmate's words when it
 * fails. `dump` applies what is missing, too, and writes db/schema.sql and docs/schema.md.
 */
import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { drawSchema } from "./diagram";
import { dumpSchema } from "./dump";

/** How long a migration of somebody else may take before this one gives up. */
const LOCK_WAIT_MS = 10 * 60_000;
/** The name of the lock, the same in every process that migrates this database. */
const LOCK = "groundwork migrations";
const MIGRATIONS = fileURLToPath(new URL("../../db/migrations", import.meta.url));
const SCHEMA = fileURLToPath(new URL("../../db/schema.sql", import.meta.url));
const DIAGRAM = fileURLToPath(new URL("../../docs/schema.md", import.meta.url));

export interface MigrateOptions {
  readonly migrationsDir?: string;
}

/**
 * Applies what is not applied yet. Answers with what dbmate said; rejects with it when a migration fails. Where nothing is
 * missing, whoever may read what is applied is enough: the server's login may change no table.
 */
export const migrate = (url: string, options?: MigrateOptions): Promise<string> =>
  locked(url, async (sql) => ((await isMissing(sql, options)) ? dbmate(url, "migrate", options) : ""));

/** Takes back the newest migration. */
export const rollback = (url: string, options?: MigrateOptions): Promise<string> =>
  locked(url, () => dbmate(url, "rollback", options));

/** Makes the database that the address names, where the server has none of that name. */
export async function createDatabase(url: string): Promise<void> {
  const address = new URL(url);
  const name = decodeURIComponent(address.pathname.slice(1));
  address.pathname = "/postgres";
  const sql = single(address.href);
  try {
    const [found] = await sql`select 1 as found from pg_database where datname = ${name}`;
    if (!found) await sql`create database ${sql(name)}`.catch(unlessItExists);
  } finally {
    await sql.end();
  }
}

async function dump(url: string): Promise<string> {
  await migrate(url);
  await Bun.write(SCHEMA, await dumpSchema(url));
  await Bun.write(DIAGRAM, await drawSchema(url));
  return "Wrote db/schema.sql and docs/schema.md.";
}

async function isMissing(sql: postgres.Sql, { migrationsDir = MIGRATIONS }: MigrateOptions = {}): Promise<boolean> {
  const [table] = await sql`select from pg_class where oid = to_regclass('public.schema_migrations')`;
  const applied = table ? await sql<{ version: string }[]>`select version from public.schema_migrations` : [];
  const versions = new Set(applied.map(({ version }) => version));
  return (await readdir(migrationsDir)).some(
    (file) => file.endsWith(".sql") && !versions.has(file.split("_")[0] ?? ""),
  );
}

async function locked<Result>(url: string, work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = single(url);
  try {
    await sql`select set_config('lock_timeout', ${String(LOCK_WAIT_MS)}, false)`;
    await sql`select pg_advisory_lock(hashtextextended(${LOCK}, 0))`;
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const single = (url: string) => postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });

async function dbmate(
  url: string,
  command: "migrate" | "rollback",
  { migrationsDir = MIGRATIONS }: MigrateOptions = {},
): Promise<string> {
  const child = Bun.spawn(
    [dbmateProgram(), "--migrations-dir", migrationsDir, "--no-dump-schema", "--env", "MIGRATE_URL", command],
    {
      // Not as an argument: those are for everybody on the machine to read.
      env: { MIGRATE_URL: withSslMode(url) },
      stdin: "ignore",
      stdout: "pipe",
      stderr: "pipe",
    },
  );
  const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()]);
  if ((await child.exited) !== 0) throw new Error(`dbmate ${command} failed: ${stderr.trim() || stdout.trim()}`);
  return stdout.trim();
}

/** dbmate asks for TLS unless told otherwise; the server, like postgres.js, asks only when the address says so. */
function withSslMode(url: string): string {
  const address = new URL(url);
  if (!address.searchParams.has("sslmode")) address.searchParams.set("sslmode", "disable");
  return address.href;
}

function dbmateProgram(): string {
  const platform = process.platform === "win32" ? "win32" : process.platform;
  const entry = createRequire(createRequire(import.meta.url).resolve("dbmate")).resolve(
    `@dbmate/${platform}-${process.arch}/package.json`,
  );
  return join(dirname(entry), "bin", process.platform === "win32" ? "dbmate.exe" : "dbmate");
}

/** Another process made it in the meantime. */
function unlessItExists(error: unknown): void {
  const code = error instanceof postgres.PostgresError ? error.code : undefined;
  if (code !== "42P04" && code !== "23505") throw error;
}

if (import.meta.main) {
  const run = { up: migrate, rollback, dump }[process.argv[2] ?? ""];
  const url = process.env.DATABASE_URL;
  if (!run || !url) {
    console.error("usage: DATABASE_URL=postgres://... bun src/db/migrate.ts up | rollback | dump");
    process.exit(2);
  }
  try {
    console.log((await run(url)) || "Nothing to migrate.");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
