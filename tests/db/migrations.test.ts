import { afterAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dumpSchema } from "../../src/db/dump";
import { migrate, rollback } from "../../src/db/migrate";
import { openTestDatabase, type TestDatabase } from "../support/database";

// Every migration there and back, on a machine that does other things too.
setDefaultTimeout(30_000);

const MIGRATIONS = fileURLToPath(new URL("../../db/migrations", import.meta.url));
const PROGRAM = fileURLToPath(new URL("../../src/db/migrate.ts", import.meta.url));

const opened: TestDatabase[] = [];
const folders: string[] = [];
const files = (await readdir(MIGRATIONS)).sort();

afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

describe("every migration", () => {
  test("can be taken back to exactly what was there before it, and applied again", async () => {
    const { url } = await open({ empty: true });
    const steps: string[] = [];
    for (let count = 1; count <= files.length; count++) {
      await migrate(url, { migrationsDir: await firstOf(count) });
      steps.push(await dumpSchema(url));
    }
    expect(steps.at(-1)).toBe(await Bun.file(new URL("../../db/schema.sql", import.meta.url)).text());
    for (const step of steps.slice(0, -1).reverse()) {
      await rollback(url);
      expect(await dumpSchema(url)).toBe(step);
    }
    await rollback(url);
    expect(tablesOf(await dumpSchema(url))).toEqual(["public.schema_migrations"]);
    await migrate(url);
    expect(await dumpSchema(url)).toBe(steps.at(-1)!);
  });

  test("is named by its time, and none by the time of another", () => {
    expect(files.filter((file) => !/^\d{14}_[a-z0-9_]+\.sql$/.test(file))).toEqual([]);
    expect(new Set(files.map((file) => file.slice(0, 14))).size).toBe(files.length);
  });
});

describe("20261125000100_create_organizations", () => {
  test("gives everybody who registered before it an organization of their own", async () => {
    const database = await open({ empty: true });
    const ada = { id: crypto.randomUUID(), name: "Ada Lovelace", at: "2026-01-02T03:04:05.678Z" };
    await migrate(database.url, { migrationsDir: await firstOf(2) });
    const sql = database.connect({ max: 1 });
    await sql`
      insert into users (id, email, name, password_hash, created_at, updated_at)
      values (${ada.id}, 'ada@example.com', ${ada.name}, '$argon2id$', ${ada.at}, now())`;
    await migrate(database.url);
    const rows = await sql`
      select name, personal_to, user_id, role, joined_at, created_at
      from organizations join members on organization_id = organizations.id`;
    await sql.end();
    expect([...rows]).toEqual([
      { name: ada.name, personalTo: ada.id, userId: ada.id, role: "owner", joinedAt: ada.at, createdAt: ada.at },
    ]);
  });
});

describe("migrate", () => {
  test("of three at once one applies, and all succeed", async () => {
    const { url } = await open({ empty: true });
    const runs = await Promise.all([run("up", url), run("up", url), run("up", url)]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(runs.filter(({ output }) => output.includes("Applied:"))).toHaveLength(1);
    expect(await dumpSchema(url)).toBe(await dumpSchema((await open({})).url));
  });

  test("needs no right to change anything where nothing is missing, and says what it lacks where something is", async () => {
    const [{ url, connect }, empty] = [await open({}), await open({ empty: true })];
    const owner = connect({ max: 1, asOwner: true });
    const login = `login_${process.pid}`;
    await owner.unsafe(`create role ${login} login password 'x' in role groundwork_app`);
    const as = (address: string) => Object.assign(new URL(address), { username: login, password: "x" }).href;
    expect(await migrate(as(url))).toBe("");
    await expect(migrate(as(empty.url))).rejects.toThrow("permission denied");
    await owner.unsafe(`drop role ${login}`);
    await owner.end();
  });

  test("that fails leaves nothing of itself behind, and exits 1 with what PostgreSQL said", async () => {
    const { url } = await open({});
    const before = await dumpSchema(url);
    const folder = await firstOf(files.length);
    const faulty =
      "-- migrate:up\ncreate table half (id int);\nselect * from nowhere;\n\n-- migrate:down\ndrop table half;\n";
    await writeFile(join(folder, "29991231000000_half.sql"), faulty);
    await expect(migrate(url, { migrationsDir: folder })).rejects.toThrow('relation "nowhere" does not exist');
    expect(await dumpSchema(url)).toBe(before);
  });

  test("exits 1 where there is no database, and does not print its password", async () => {
    const { exitCode, output } = await run("up", "postgres://groundwork:hunter2@127.0.0.1:1/none");
    expect(exitCode).toBe(1);
    expect(output).not.toContain("hunter2");
  });
});

async function open(options: { empty?: boolean }): Promise<TestDatabase> {
  const database = await openTestDatabase(options);
  opened.push(database);
  return database;
}

/** A folder with the oldest migrations. */
async function firstOf(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "groundwork-migrations-"));
  folders.push(folder);
  for (const file of files.slice(0, count)) await cp(join(MIGRATIONS, file), join(folder, file));
  return folder;
}

const tablesOf = (dump: string) => [...dump.matchAll(/^CREATE TABLE (\S+)/gm)].map(([, name]) => name);

async function run(command: string, url: string): Promise<{ exitCode: number; output: string }> {
  const child = Bun.spawn([process.execPath, PROGRAM, command], {
    env: { ...process.env, DATABASE_URL: url },
    stdout: "pipe",
    stderr: "pipe",
  });
  const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()]);
  return { exitCode: await child.exited, output: stdout + stderr };
}
