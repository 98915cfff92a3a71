/**
 * bun src/dev/seed-large.ts, with DATABASE_URL: a large organization and a small one beside it, each with an owner to log
 * in as, as if they had grown for two years. docs/database.md says what is in them. Can run again, and then adds nothing.
 */
import { systemClock } from "#lib/clock";
import { connect, type Sql } from "../db/client";
import { Passwords } from "../modules/accounts/passwords";
import { insertAuditLogs } from "./large/audit-log";
import { grow, type Size } from "./large/growth";
import { countOrganization, selectOwnedBy } from "./large/queries";
import { insertOrganization } from "./large/rows";
import { readSeedPeople } from "./seed";

export interface LargeSeedOptions extends Partial<Size> {
  /** By which everybody logs in. */
  readonly passwordHash: string;
  /** Until when they have grown; now unless given. */
  readonly at?: Date;
}

interface Seeded {
  readonly organizationId: string;
  /** Of its owner. */
  readonly email: string;
}

export interface LargeSeed {
  readonly large: Seeded;
  readonly small: Seeded;
  /** False where they were there already. */
  readonly added: boolean;
}

const LARGE: Size = { auditEvents: 1_000_000, members: 10_000 };
const SMALL: Size = { auditEvents: 1_000, members: 10 };
const KEYS = { large: 90, small: 3 };
const HASH_TIMEOUT_MS = 10_000;
const SEEDED_TABLES = [
  ...["users", "organizations", "custom_roles", "members", "invitations", "api_keys", "api_key_secrets", "sessions"],
  ...["audit_events", "audit_chains"],
];

/**
 * As the owner of the tables: rows go in by COPY, past the modules and the trigger that would write them one by one, and
 * nobody else writes to an audit log meanwhile. All of it or nothing.
 */
export async function seedLarge(sql: Sql, options: LargeSeedOptions): Promise<LargeSeed> {
  const { auditEvents = LARGE.auditEvents, members = LARGE.members, passwordHash, at = systemClock.now() } = options;
  const large = await selectOwnedBy(sql, "large@example.com");
  const small = await selectOwnedBy(sql, "small@example.com");
  if (large && small) return { large, small, added: false };
  if (large || small) throw new Error("Of the large and the small organization one is there already. Remove it first.");
  const grown = [
    grow("large", { auditEvents, members }, KEYS.large, at.getTime()),
    grow("small", SMALL, KEYS.small, at.getTime()),
  ] as const;
  await sql.begin(async (transaction) => {
    const unit = transaction as unknown as Sql;
    await unit.unsafe("set local statement_timeout = 0");
    await unit.unsafe("set local synchronous_commit = off");
    for (const organization of grown) await insertOrganization(unit, organization, passwordHash);
    await insertAuditLogs(unit, grown);
    await unit.unsafe(`analyze ${SEEDED_TABLES.join(", ")}`);
  });
  const [one, other] = grown.map(({ organizationId, owner }) => ({ organizationId, email: owner.email }));
  return { large: one!, small: other!, added: true };
}

async function run(url: string): Promise<string> {
  const [ada] = await readSeedPeople();
  const passwords = await Passwords.create();
  const { password = "" } = ada ?? {};
  const passwordHash = await passwords.hash(password, AbortSignal.timeout(HASH_TIMEOUT_MS));
  const sql = connect({ url, poolMax: 1, prepare: false });
  const began = performance.now();
  try {
    const seeded = await seedLarge(sql, { passwordHash });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const lines = await Promise.all([seeded.large, seeded.small].map((each) => lineOf(sql, each)));
    return [
      seeded.added ? `Added in ${seconds} s:` : "There already, so nothing was added:",
      ...lines,
      `Everybody's password is "${password}".`,
    ].join("\n");
  } finally {
    await sql.end();
  }
}

async function lineOf(sql: Sql, { organizationId, email }: Seeded): Promise<string> {
  const { name, members, auditEvents } = await countOrganization(sql, organizationId);
  const counted = `${members.toLocaleString("en")} members, ${auditEvents.toLocaleString("en")} audit events`;
  return `  ${name} (${organizationId}): ${counted}. Its owner is ${email}.`;
}

if (import.meta.main) {
  const { GROUNDWORK_ENV, DATABASE_URL } = process.env;
  // Everybody can read this password.
  if (GROUNDWORK_ENV !== "development" || !DATABASE_URL) {
    console.error(
      "Seeds are for development: GROUNDWORK_ENV=development DATABASE_URL=postgres://... bun src/dev/seed-large.ts",
    );
    process.exit(2);
  }
  try {
    console.log(await run(DATABASE_URL));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
