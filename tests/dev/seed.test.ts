import { afterAll, beforeAll, expect, test } from "bun:test";
import { join } from "node:path";
import { readSeedPeople, seed } from "../../src/dev/seed";
import { Passwords } from "../../src/modules/accounts/passwords";
import { openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(() => database.close());

test("seeds can run again: who is there stays as they are", async () => {
  const people = await readSeedPeople();
  expect(await seed(database.url)).toBe(people.length);
  const sql = database.connect();
  await sql`update users set name = 'Another name'`;
  expect(await seed(database.url)).toBe(0);
  const rows = await sql<{ email: string; name: string; passwordHash: string; role: string; verified: boolean }[]>`
    select email, name, password_hash, platform_role as role, email_verified_at is not null as verified from users`;
  const memberships = await sql<{ email: string; name: string; personal: boolean }[]>`
    select users.email, organizations.name, personal_to is not distinct from users.id as personal
    from members join users on users.id = user_id join organizations on organizations.id = organization_id
    where role = 'owner' order by users.email, organizations.id`;
  await sql.end();
  expect(rows.map(({ email }) => email).sort()).toEqual(people.map(({ email }) => email).sort());
  expect(rows.every(({ name }) => name === "Another name")).toBeTrue();
  expect([...memberships]).toEqual(
    people.flatMap(({ email, name, organizations }) => [
      { email, name, personal: true },
      ...organizations.map((shared) => ({ email, name: shared, personal: false })),
    ]),
  );
  const passwords = await Passwords.create();
  for (const { email, password, administrator } of people) {
    const row = rows.find((found) => found.email === email);
    expect(row).toMatchObject({ verified: true, role: administrator ? "administrator" : null });
    expect(await passwords.verify(password, row?.passwordHash, AbortSignal.timeout(5_000))).toBeTrue();
  }
});

test.each(["production", "staging", ""])('no seeds where GROUNDWORK_ENV is "%s"', async (GROUNDWORK_ENV) => {
  const command = [process.execPath, join(import.meta.dir, "../../src/dev/seed.ts")];
  const child = Bun.spawn(command, {
    env: { GROUNDWORK_ENV, DATABASE_URL: database.url },
    stdout: "pipe",
    stderr: "pipe",
  });
  expect(await child.exited).toBe(2);
  expect(await child.stderr.text()).toContain("Seeds are for development");
});
