import type { Context } from "#context";
import type { PageInput, Version } from "#contract/context";
import { pipelineProblem } from "#contract/problem";
import type { Sql } from "#db/client";
import type { Mail, Recipient } from "#lib/letter";
import { foundPersonal } from "../organizations/organizations";
import * as queries from "./queries";

export { presentAccount, presentUser } from "./present";
export type { AccountRow } from "./queries";
export { refusedPassword } from "./refused-passwords";

/** Undefined where there is no such account. */
export const readAccount = (sql: Sql, userId: string) => queries.selectUser(sql, userId);

/** The same. Who locks the same one waits until the transaction ends: for whoever changes its credentials. */
export const lockAccount = (sql: Sql, userId: string) => queries.lockUser(sql, userId);

/**
 * The account of a caller, locked in the same way. Whoever adds or removes what somebody logs in with does this first: each
 * then sees what the other has left. Throws `unauthenticated` where the account has gone meanwhile.
 */
export async function lockPerson(sql: Sql, userId: string): Promise<queries.AccountRow> {
  const person = await lockAccount(sql, userId);
  if (!person) throw pipelineProblem("unauthenticated");
  return person;
}

/** The account that has this address, however its letters A to Z are typed. */
export const findAccount = (sql: Sql, email: string) => queries.selectUserByEmail(sql, email);

/** Whether this is the account's password. Costs the same where there is no account, or none with a password. */
export const passwordFits = (
  ctx: Pick<Context, "passwords" | "signal">,
  account: Pick<queries.AccountRow, "passwordHash"> | undefined,
  password: string,
): Promise<boolean> => ctx.passwords.verify(password, account?.passwordHash ?? undefined, ctx.signal);

/** What writing needs of a context; the seeds write without a request. */
type Writing = Pick<Context, "clock">;

interface NewAccount {
  readonly email: string;
  readonly name: string;
  /** Null for somebody who logs in without one. */
  readonly passwordHash: string | null;
  /** Whether the address is known to be theirs. */
  readonly isVerified: boolean;
}

/**
 * Creates an account, with an organization of the person's own, and answers with its id, or with undefined where the
 * address has one already. Both run the same statements, so that the time says no more than the answer: where the address
 * is taken, the organization would be for an id that nobody has.
 */
export async function createAccount(
  ctx: Pick<Context, "clock" | "ids">,
  sql: Sql,
  { email, name, passwordHash, isVerified }: NewAccount,
): Promise<string | undefined> {
  const { clock, ids } = ctx;
  const at = clock.now();
  const id = ids.next();
  const emailVerifiedAt = isVerified ? at : null;
  const user = await queries.insertUser(sql, { id, email, emailVerifiedAt, name, passwordHash, at });
  await foundPersonal({ sql, clock, ids }, id);
  return user?.id;
}

/** Sets the password, also where there was none. `hash` is what `ctx.passwords.hash` made of it. */
export const setPasswordHash = (ctx: Writing, sql: Sql, userId: string, hash: string) =>
  queries.updateUserPasswordHash(sql, userId, hash, ctx.clock.now());

/**
 * Says that the person has proved the address, as long as it is the account's. Undefined where nothing has changed: the
 * account has another address, or it was verified before.
 */
export const markVerified = (ctx: Writing, sql: Sql, userId: string, email: string) =>
  queries.updateUserVerified(sql, userId, email, ctx.clock.now());

/**
 * Gives the account another address, which the person has proved. Undefined where another account has it; then the
 * transaction has failed, and takes nothing more.
 */
export const setEmail = (ctx: Writing, sql: Sql, userId: string, email: string) =>
  queries.updateUserEmail(sql, userId, email, ctx.clock.now());

/** Suspends an account that is locked for a reason, or restores it (null). */
export const setSuspension = (ctx: Writing, sql: Sql, userId: string, reason: string | null) =>
  queries.updateUserSuspension(sql, userId, reason, ctx.clock.now());

/** Marks an account that is locked to be gone at an instant, or takes that back (null). */
export const setDeletion = (ctx: Writing, sql: Sql, userId: string, at: Date | null) =>
  queries.updateUserDeletesAt(sql, userId, at, ctx.clock.now());

/** Makes somebody one of those who run the product, or takes that back (null). Only the owner of the database may. */
export const setPlatformRole = (ctx: Writing, sql: Sql, userId: string, role: "administrator" | null) =>
  queries.updateUserPlatformRole(sql, userId, role, ctx.clock.now());

/**
 * Writes to a person what has happened to their account, once the transaction of `sql` is committed. Not at an address that
 * nobody has proved to be theirs: whoever registered with a stranger's could have them flooded, with any words that fit into
 * a name.
 */
export async function tell(
  { outbox }: Pick<Context, "outbox">,
  sql: Sql,
  { email: to, name, emailVerifiedAt }: queries.AccountRow,
  mail: (recipient: Required<Recipient>) => Mail,
): Promise<void> {
  if (emailVerifiedAt !== null) await outbox.add(sql, mail({ to, name }));
}

/** Whether the time in which the person could take their deletion back is over. Who is in it logs in, to do so. */
export const isGone = ({ deletesAt }: queries.AccountRow, now: Date): boolean =>
  deletesAt !== null && new Date(deletesAt) <= now;

/** Accounts whose time is over, the longest first: those after this one. */
export const listErasable = (sql: Sql, now: Date, page: PageInput) => queries.listErasableUsers(sql, now, page);

/** Erases an account, and with it whatever is the person's alone. */
export const eraseAccount = async (sql: Sql, userId: string): Promise<void> =>
  void (await queries.deleteUser(sql, userId));

/** Changes what is given. Undefined where the profile has changed since the version that the caller read. */
export const changeProfile = (ctx: Context<"session">, change: { name?: string }, ifMatch: Version) =>
  queries.updateUser(ctx.sql, ctx.caller.userId, ifMatch, { name: change.name ?? null }, ctx.clock.now());
