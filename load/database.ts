/** The database that all contenders share: the product's tables, files to list, and two people with a session each. */
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { connect, type Sql } from "#db/client";
import { readBuild } from "#lib/build";
import { systemClock } from "#lib/clock";
import { uuidv7 } from "#lib/ids";
import type { Log } from "#lib/log";
import { buildServices } from "../src/context";
import type { EmbeddedPostgres } from "../src/db/embedded";
import { createDatabase, migrate } from "../src/db/migrate";
import { ACCESS_TOKEN_SECONDS, AccessTokens } from "../src/modules/sessions/tokens";
import type { Setup } from "./setup";

const SCHEMA = fileURLToPath(new URL("schema.sql", import.meta.url));
const SECRET = "a secret that only the benchmark knows of";
const ORIGIN = "http://localhost";
const ANOTHER_ORIGIN = "http://elsewhere.example";
const LISTED_FILES = 10_000;
const SESSION_DAYS = 1;
const DAY_MS = 86_400_000;

export interface Seeded {
  readonly setup: Setup;
  readonly reader: Person;
  /** Somebody else, so that what is created changes no list. */
  readonly writer: Person;
  /** Some of the reader's files. */
  readonly fileIds: readonly string[];
  /** Signed by the right key, and of no use all the same. */
  readonly refused: Readonly<Record<"expired" | "of another origin", string>>;
  /** With access tokens for fifteen minutes from now, which is all that one works for. */
  renewed(): Promise<Seeded>;
}

export interface Person {
  readonly userId: string;
  readonly accessToken: string;
}

/** New each time: what an earlier run created is gone. */
export async function openDatabase(server: EmbeddedPostgres, log: Log): Promise<Seeded> {
  const admin = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  await admin`drop database if exists bench with (force)`.finally(() => admin.end());
  const url = server.url("bench");
  await createDatabase(url);
  await migrate(url);
  return seed(url, log);
}

/** Fills a migrated database. */
export async function seed(databaseUrl: string, log: Log): Promise<Seeded> {
  const sql = connect({ url: databaseUrl, poolMax: 1, prepare: true });
  try {
    await sql.file(SCHEMA);
    const [reader, writer] = [await insertPerson(sql), await insertPerson(sql)];
    const fileIds = await insertFiles(sql, reader.userId);
    const { issue, jwks } = await openIssuing(sql, log);
    const setup = { databaseUrl, secret: SECRET, origin: ORIGIN, jwks };
    const refused = {
      expired: await issue(reader, { expiresIn: -DAY_MS / 1000 }),
      "of another origin": await issue(reader, { origin: ANOTHER_ORIGIN }),
    };
    const person = async (session: Session) => ({ userId: session.userId, accessToken: await issue(session) });
    const renewed = async (): Promise<Seeded> => ({
      setup,
      reader: await person(reader),
      writer: await person(writer),
      fileIds,
      refused,
      renewed,
    });
    return await renewed();
  } finally {
    await sql.end();
  }
}

interface Session {
  readonly userId: string;
  readonly sessionId: string;
}

/** As the product issues access tokens, and with its keys. */
async function openIssuing(sql: Sql, log: Log) {
  const build = await readBuild("unknown");
  const shared = { sql, log, build, clock: systemClock, ids: uuidv7, secret: SECRET, publicOrigin: ORIGIN };
  const { services, close } = await buildServices(shared);
  const { keys } = services;
  const signer = await keys.signer();
  const jwks = { keys: await keys.published() };
  await close();
  const issue = (session: Session, { origin = ORIGIN, expiresIn = ACCESS_TOKEN_SECONDS } = {}): Promise<string> => {
    const tokens = new AccessTokens({ ...shared, keys, issuer: origin, audience: origin });
    return tokens.issue({ ...session, authenticatedAt: shared.clock.now(), expiresIn }, signer);
  };
  return { issue, jwks };
}

async function insertPerson(sql: Sql): Promise<Session> {
  const [userId, sessionId, now] = [uuidv7.next(), uuidv7.next(), systemClock.now()];
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY_MS);
  await sql`
    insert into users (id, email, email_verified_at, name, password_hash, created_at, updated_at)
    values (${userId}, ${`${userId}@example.com`}, ${now}, 'Ada Lovelace', '$argon2id$none', ${now}, ${now})`;
  await sql`
    insert into sessions (id, user_id, created_at, last_used_at, authenticated_at, expires_at)
    values (${sessionId}, ${userId}, ${now}, ${now}, ${now}, ${expiresAt})`;
  return { userId, sessionId };
}

/** Every answer about one of them is as long as about any other, so that a length proves it whole. */
async function insertFiles(sql: Sql, ownerId: string): Promise<string[]> {
  await sql`
    insert into bench_files (id, owner_id, folder_id, name, type, size, digest, created_at, updated_at)
    select gen_random_uuid(), ${ownerId}, gen_random_uuid(), 'quarterly report ' || 100000 + n || '.pdf',
      'application/pdf', 100000 + n, encode(sha256(n::text::bytea), 'hex'), at, at
    from generate_series(1, ${LISTED_FILES}::int) n,
      lateral (select timestamptz '2026-11-24 09:00:00.123+00' + n * interval '61 seconds' as at) times`;
  await sql`analyze bench_files`;
  const rows = await sql<{ id: string }[]>`select id from bench_files order by id limit 1000`;
  return rows.map(({ id }) => id);
}
