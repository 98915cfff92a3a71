/**
 * `bun src/dev/administrator.ts <address> [revoke]`, with DATABASE_URL: makes the account of an address one of those who
 * run the product, or takes that back. Only the owner of the database may, which is whoever migrates; the server may not.
 */
import { auditWork } from "#contract/policy/audit";
import { UnitOfWork } from "#contract/transaction";
import { systemClock } from "#lib/clock";
import { uuidv7 } from "#lib/ids";
import { connect, type Sql } from "../db/client";
import { type AccountRow, findAccount, lockAccount, setPlatformRole } from "../modules/accounts/accounts";

/** What was done, or why nothing was, in a sentence for whoever runs the command. */
export interface Outcome {
  readonly done: boolean;
  readonly sentence: string;
}

export async function makeAdministrator(url: string, email: string, { revoke = false } = {}): Promise<Outcome> {
  const pool = connect({ url, poolMax: 1, prepare: false });
  const unit = new UnitOfWork(pool);
  try {
    const found = await findAccount(unit.sql, email);
    const account = found && (await lockAccount(unit.sql, found.id));
    const outcome = revoke ? await take(unit.sql, email, account) : await give(unit.sql, email, account);
    await unit.commit();
    return outcome;
  } finally {
    await unit.rollback();
    await pool.end();
  }
}

async function give(sql: Sql, email: string, account: AccountRow | undefined): Promise<Outcome> {
  const refused = refusal(email, account);
  if (refused || !account) return { done: false, sentence: refused ?? "" };
  if (account.platformRole !== null) return { done: true, sentence: `${email} is an administrator already.` };
  await change(sql, account, "administrator");
  return { done: true, sentence: `${email} is an administrator now.` };
}

async function take(sql: Sql, email: string, account: AccountRow | undefined): Promise<Outcome> {
  if (!account) return { done: false, sentence: `No account has the address ${email}.` };
  if (account.platformRole === null) return { done: true, sentence: `${email} is no administrator.` };
  await change(sql, account, null);
  return { done: true, sentence: `${email} is no administrator any more.` };
}

/** Whoever registered with an address that is not theirs must not become an administrator by it. */
function refusal(email: string, account: AccountRow | undefined): string | undefined {
  if (!account) return `No account has the address ${email}.`;
  if (account.emailVerifiedAt === null)
    return `Nobody has proved yet that ${email} is theirs: open the link in the mail first.`;
  if (account.suspendedAt !== null) return `The account of ${email} is suspended: restore it first.`;
  if (account.deletesAt !== null) return `The account of ${email} is to be deleted: keep it first.`;
  return undefined;
}

/** On record in the log of the person. */
async function change(sql: Sql, { id }: AccountRow, role: "administrator" | null): Promise<void> {
  await setPlatformRole({ clock: systemClock }, sql, id, role);
  const event = role === null ? "administrator.dismissed" : "administrator.appointed";
  const done = { event, operation: "make administrator", organizationId: null, subject: id, requestId: uuidv7.next() };
  await auditWork({ clock: systemClock, ids: uuidv7 }, sql, done);
}

if (import.meta.main) {
  const [email, word] = process.argv.slice(2);
  const url = process.env.DATABASE_URL;
  if (!email || !url || (word !== undefined && word !== "revoke")) {
    console.error("usage: make administrator EMAIL=ada@example.com, and with REVOKE=1 to take it back");
    process.exit(2);
  }
  try {
    const { done, sentence } = await makeAdministrator(url, email, { revoke: word === "revoke" });
    (done ? console.log : console.error)(sentence);
    process.exit(done ? 0 : 1);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
