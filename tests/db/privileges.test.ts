/** A migration with what belongs to a table beside its columns, through dbmate, the dump and back. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dumpSchema } from "../../src/db/dump";
import { migrate, rollback } from "../../src/db/migrate";
import { openTestDatabase, type TestDatabase } from "../support/database";

/** The cluster has it for as long as this file runs. */
const ROLE = `test_${process.pid}_writer`;
const OTHER_ROLE = `test_${process.pid}_other`;

const opened: TestDatabase[] = [];
let migrations: string;
let dump: string;

beforeAll(async () => {
  migrations = await mkdtemp(join(tmpdir(), "groundwork-migrations-"));
  const statements = await Bun.file(new URL("scratch-migration.sql", import.meta.url)).text();
  await writeFile(join(migrations, "20000101000000_scratch.sql"), statements.replaceAll("scratch_writer", ROLE));
  const { url } = await loaded("");
  await migrate(url, { migrationsDir: migrations });
  dump = await dumpSchema(url);
});

afterAll(async () => {
  await closeAll();
  await rm(migrations, { recursive: true });
});

describe("a migration with roles, functions, triggers and grants", () => {
  test("comes through dbmate as it is written", () => {
    expect(dump).toContain("for update; -- one; by; one\n  new.hash := event_hash(new);\n");
  });

  test("can be taken back to exactly what was there before it", async () => {
    const { url } = await loaded(dump);
    await rollback(url, { migrationsDir: migrations });
    const before = await loaded("create table schema_migrations (version varchar primary key)");
    expect(await dumpSchema(url)).toBe(await dumpSchema(before.url));
  });
});

describe("the dump says", () => {
  const said: Record<string, string> = {
    "a column that is computed": "rank integer GENERATED ALWAYS AS (\nCASE role\n",
    "a sequence by its name":
      "number bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.event_numbers) NOT NULL",
    "a key of several columns and what follows":
      "REFERENCES public.memberships(organization_id, user_id) ON UPDATE CASCADE ON DELETE SET NULL (invited_by)",
    "a function":
      "CREATE OR REPLACE FUNCTION public.chain_event()\n RETURNS trigger\n LANGUAGE plpgsql\n SECURITY DEFINER",
    "a function of a row after its table": "CREATE OR REPLACE FUNCTION public.event_hash(event public.events)",
    "a trigger of each row":
      "CREATE TRIGGER events_chain BEFORE INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION public.chain_event();",
    "a trigger of a statement":
      "BEFORE TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();",
    "grants on the schema": `GRANT USAGE ON SCHEMA public TO ${ROLE};`,
    "grants on a sequence": `GRANT USAGE ON SEQUENCE public.event_numbers TO ${ROLE};`,
    "grants on a table": `GRANT INSERT, SELECT ON TABLE public.events TO ${ROLE};`,
    "all that one may do with a table, and pass on": `GRANT ALL ON TABLE public.organizations TO ${ROLE} WITH GRANT OPTION;`,
    "grants on a column": `GRANT UPDATE (role) ON TABLE public.memberships TO ${ROLE};`,
    "grants on a function": `GRANT EXECUTE ON FUNCTION public.event_hash(public.events) TO ${ROLE};`,
    "grants on a procedure": `GRANT EXECUTE ON PROCEDURE public.forget(uuid) TO ${ROLE};`,
    "what everybody may no longer do": "REVOKE EXECUTE ON FUNCTION public.chain_event() FROM PUBLIC;",
    "what the owner may no longer do": "REVOKE TRUNCATE ON TABLE public.events FROM CURRENT_ROLE;",
    "grants on tables to come": `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT INSERT, SELECT ON TABLES TO ${ROLE};`,
    "what everybody may not do with functions to come":
      "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;",
  };

  test.each(Object.entries(said))("%s", (_, words) => {
    expect(dump).toContain(words);
  });
});

describe("loaded", () => {
  test("where its role is missing it makes one that cannot log in, and gives the same dump again", async () => {
    await closeAll();
    const database = await loaded(dump);
    expect(await canLogIn(database)).toBe(false);
    expect(await dumpSchema(database.url)).toBe(dump);
  });

  test("where its role is there it leaves that as it is", async () => {
    await closeAll();
    await loaded(`create role ${ROLE} login`);
    const database = await loaded(dump);
    expect(await canLogIn(database)).toBe(true);
    expect(await dumpSchema(database.url)).toBe(dump);
  });

  test("while another load makes its role it waits for that and takes it", async () => {
    await closeAll();
    const sql = (await loaded("")).connect({ max: 2 });
    const { load } = await sql.begin(async (transaction) => {
      await transaction.unsafe(`create role ${ROLE}`);
      const load = loaded(dump);
      while ((await sql`select from pg_locks where locktype = 'transactionid' and not granted`).length === 0);
      return { load };
    });
    await sql.end();
    expect(await dumpSchema((await load).url)).toBe(dump);
  });

  test("it lets the role do what was granted, and refuses the rest", async () => {
    const database = await loaded(dump);
    const may = (statement: string) => run(database, `set role ${ROLE}; ${statement}`);
    await may("insert into organizations (id) values ('0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d')");
    await may("insert into events (organization_id) select id from organizations");
    await may("select event_hash(events) from events");
    await expect(may("update events set hash = ''")).rejects.toThrow("permission denied for table events");
    await expect(may("update memberships set user_id = null")).rejects.toThrow(
      "permission denied for table memberships",
    );
    await expect(may("create table mine ()")).rejects.toThrow("permission denied for schema public");
    await expect(run(database, "update events set hash = ''")).rejects.toThrow("rows of events stay as they are");
  });
});

test("grants in another role's name are refused, since the dump could not repeat them", async () => {
  await closeAll();
  const database = await loaded(`
    create role ${ROLE};
    create role ${OTHER_ROLE};
    create table things ();
    grant select on things to ${ROLE} with grant option;
    set role ${ROLE};
    grant select on things to ${OTHER_ROLE};
    alter default privileges grant select on tables to ${OTHER_ROLE};`);
  await expect(dumpSchema(database.url)).rejects.toThrow(
    "grants on TABLE public.things by a role that does not own it",
  );
  await expect(dumpSchema(database.url)).rejects.toThrow(`default privileges on TABLES of role ${ROLE}`);
});

/** An empty database in which the statements were run. */
async function loaded(statements: string): Promise<TestDatabase> {
  const database = await openTestDatabase({ empty: true });
  opened.push(database);
  await run(database, statements);
  return database;
}

async function run(database: TestDatabase, statements: string): Promise<void> {
  const sql = database.connect({ max: 1 });
  await sql
    .unsafe(statements)
    .simple()
    .finally(() => sql.end());
}

async function canLogIn(database: TestDatabase): Promise<boolean | undefined> {
  const sql = database.connect({ max: 1 });
  const [role] = await sql<{ login: boolean }[]>`select rolcanlogin as login from pg_roles where rolname = ${ROLE}`;
  await sql.end();
  return role?.login;
}

/** A role can go once no database knows it. */
async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  const database = await openTestDatabase({ empty: true });
  await run(database, `drop role if exists ${ROLE}, ${OTHER_ROLE}`);
  await database.close();
}
