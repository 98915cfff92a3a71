/** bun src/dev/seed.ts, with DATABASE_URL: puts the people of db/seeds into a development database. Can run again. */
import { join } from "node:path";
import { systemClock } from "#lib/clock";
import { uuidv7 } from "#lib/ids";
import { connect } from "../db/client";
import { Passwords } from "../modules/accounts/passwords";
import { insertUser, selectCredentialsByEmail } from "../modules/accounts/queries";
import { ROOT } from "./environment";

export interface SeedPerson {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

export const readSeedPeople = (): Promise<SeedPerson[]> => Bun.file(join(ROOT, "db/seeds/people.json")).json();

/** Adds who is missing and leaves who is there as they are. Answers with how many were added. */
export async function seed(url: string): Promise<number> {
  const sql = connect({ url, poolMax: 1, prepare: false });
  try {
    const people = await readSeedPeople();
    const found = await Promise.all(people.map(({ email }) => selectCredentialsByEmail(sql, email)));
    const missing = people.filter((_, index) => !found[index]);
    if (missing.length === 0) return 0;
    const passwords = await Passwords.create();
    const at = systemClock.now();
    for (const { email, name, password } of missing) {
      const passwordHash = await passwords.hash(password, AbortSignal.timeout(HASH_TIMEOUT_MS));
      await insertUser(sql, { id: uuidv7.next(), email, name, passwordHash, at });
    }
    return missing.length;
  } finally {
    await sql.end();
  }
}

const HASH_TIMEOUT_MS = 10_000;

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
