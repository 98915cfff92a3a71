/** bun src/dev/seed.ts, with DATABASE_URL: puts the people of db/seeds into a development database. Can run again. */
import { join } from "node:path";
import { UnitOfWork } from "#contract/transaction";
import { systemClock } from "#lib/clock";
import { uuidv7 } from "#lib/ids";
import { connect, type Sql } from "../db/client";
import { createAccount, findAccount, setPlatformRole } from "../modules/accounts/accounts";
import { Passwords } from "../modules/accounts/passwords";
import { found } from "../modules/organizations/organizations";
import { ROOT } from "./environment";

export interface SeedPerson {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  /** Those that they found, beside the one that everybody gets. */
  readonly organizations: readonly string[];
  /** Whether they are of those who run the product. */
  readonly administrator: boolean;
}

export const readSeedPeople = (): Promise<SeedPerson[]> => Bun.file(join(ROOT, "db/seeds/people.json")).json();

/** Adds who is missing and leaves who is there as they are. Answers with how many were added. */
export async function seed(url: string): Promise<number> {
  const sql = connect({ url, poolMax: 1, prepare: false });
  try {
    const people = await readSeedPeople();
    const known = await Promise.all(people.map(({ email }) => findAccount(sql, email)));
    const missing = people.filter((_, index) => !known[index]);
    if (missing.length === 0) return 0;
    const passwords = await Passwords.create();
    for (const person of missing) await add(sql, passwords, person);
    return missing.length;
  } finally {
    await sql.end();
  }
}

const HASH_TIMEOUT_MS = 10_000;

/** Registers a person, whose address counts as verified, and founds their organizations: all of it or nothing. */
async function add(pool: Sql, passwords: Passwords, person: SeedPerson): Promise<void> {
  const unit = new UnitOfWork(pool);
  try {
    const signal = AbortSignal.timeout(HASH_TIMEOUT_MS);
    const passwordHash = await passwords.hash(person.password, signal);
    const ctx = { sql: unit.sql, clock: systemClock, ids: uuidv7 };
    const { email, name } = person;
    const userId = await createAccount(ctx, unit.sql, { email, name, passwordHash, isVerified: true });
    if (userId) {
      for (const name of person.organizations) await found(ctx, userId, { name });
      if (person.administrator) await setPlatformRole(ctx, unit.sql, userId, "administrator");
    }
    await unit.commit();
  } finally {
    await unit.rollback();
  }
}

if (import.meta.main) {
  const { GROUNDWORK_ENV, DATABASE_URL } = process.env;
  // Everybody can read these passwords.
  if (GROUNDWORK_ENV !== "development" || !DATABASE_URL) {
    console.error(
      "Seeds are for development: GROUNDWORK_ENV=development DATABASE_URL=postgres://... bun src/dev/seed.ts",
    );
    process.exit(2);
  }
  try {
    console.log(`Seeds: ${await seed(DATABASE_URL)} added.`);
  } catch (error) {
    console.error(`Seeds: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}
