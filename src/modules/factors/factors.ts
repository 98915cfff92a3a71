import type { Context } from "#context";
import type { Sql } from "#db/client";
import { problem } from "#generated/problems";
import { lockPerson, readAccount, tell } from "../accounts/accounts";
import { giveBackAttempt, takeAttempt } from "../devices/devices";
import * as mails from "./mail";
import * as queries from "./queries";
import { newRecoveryCodes, normalized } from "./recovery-codes";
import { matchingStep, newTotp } from "./totp";

/** As the contract says: how long a secret that was begun can be confirmed. */
export const SETUP_LIFETIME_MS = 60 * 60_000;

/** What the second factors need of a context. */
type Proving = Pick<Context, "clock" | "factorSecrets">;
type Changing = Proving & Pick<Context, "outbox">;

/** What the account has besides its password. Passkeys count, though they are also a way to log in by themselves. */
export const secondFactorsOf = (sql: Sql, userId: string) => queries.countFactors(sql, userId);

/** Begins anew where a setup was begun before. */
export async function startTotp(ctx: Context<"session">) {
  const { userId } = ctx.caller;
  const { email } = await lockPerson(ctx.sql, userId);
  const setup = newTotp(ctx.published.title, email);
  const sealed = ctx.factorSecrets.seal(userId, setup.secret);
  const begun = await queries.insertTotpSecret(ctx.sql, userId, sealed, ctx.clock.now());
  return begun ? setup : problem("totp_active");
}

/** Answers with recovery codes where this is the account's first second factor. */
export async function confirmTotp(ctx: Context<"session">, code: string) {
  const { userId } = ctx.caller;
  const now = ctx.clock.now();
  const person = await lockPerson(ctx.sql, userId);
  const row = await queries.lockTotpSecret(ctx.sql, userId);
  if (row && row.confirmedAt !== null) return problem("totp_active");
  if (!row || now.getTime() - Date.parse(row.createdAt) >= SETUP_LIFETIME_MS) return problem("totp_not_started");
  const retryAfter = await takeAttempt(ctx, ctx.sql, { userId });
  if (retryAfter !== null) return problem("too_many_attempts", { retryAfter });
  const step = matchingStep(ctx.factorSecrets.open(userId, row.secretSealed), code, now, null);
  if (step === undefined) return problem("wrong_code");
  await giveBackAttempt(ctx.sql, { userId });
  await queries.updateTotpConfirmed(ctx.sql, userId, step, now);
  await tell(ctx, ctx.sql, person, mails.totpActivatedMail);
  return issueFirstRecoveryCodes(ctx, ctx.sql, userId);
}

/** Does nothing where one-time codes are off. */
export async function removeTotp(ctx: Context<"session">): Promise<void> {
  const { userId } = ctx.caller;
  const person = await lockPerson(ctx.sql, userId);
  const removed = await queries.deleteTotpSecret(ctx.sql, userId);
  if (!removed?.wasConfirmed) return;
  await forgetRecoveryCodesIfLast(ctx.sql, userId);
  await tell(ctx, ctx.sql, person, mails.totpRemovedMail);
}

/**
 * Whether this is a one-time code of the person that was not used yet; from now on it was. The row is locked first: of
 * parallel uses of one code, the second sees that its step is spent.
 */
export async function useTotpCode(ctx: Proving, sql: Sql, userId: string, code: string): Promise<boolean> {
  const row = await queries.lockTotpSecret(sql, userId);
  if (!row || row.confirmedAt === null) return false;
  const secret = ctx.factorSecrets.open(userId, row.secretSealed);
  const step = matchingStep(secret, code, ctx.clock.now(), row.lastStep);
  if (step === undefined) return false;
  await queries.updateTotpUsed(sql, userId, step);
  return true;
}

/** Whether this is a recovery code of the person that was not used yet; from now on it was, and a mail says so. */
export async function useRecoveryCode(ctx: Changing, sql: Sql, userId: string, code: string): Promise<boolean> {
  const hash = ctx.factorSecrets.hash(userId, normalized(code));
  if (!(await queries.updateRecoveryCodeUsed(sql, userId, hash, ctx.clock.now()))) return false;
  const { recoveryCodes } = await queries.countFactors(sql, userId);
  const person = await readAccount(sql, userId);
  if (person) await tell(ctx, sql, person, (recipient) => mails.recoveryCodeUsedMail(recipient, recoveryCodes));
  return true;
}

/** The ten codes before, used or not, stop working. */
export async function replaceRecoveryCodes(ctx: Context<"session">) {
  const { userId } = ctx.caller;
  const person = await lockPerson(ctx.sql, userId);
  const { totp, passkeys } = await queries.countFactors(ctx.sql, userId);
  if (!totp && passkeys === 0) return problem("no_second_factor");
  await queries.deleteRecoveryCodes(ctx.sql, userId);
  await tell(ctx, ctx.sql, person, mails.recoveryCodesCreatedMail);
  return addRecoveryCodes(ctx, ctx.sql, userId);
}

/** Ten where the second factor that was just added is the account's only one; none where there were some before. */
export async function issueFirstRecoveryCodes(ctx: Proving, sql: Sql, userId: string): Promise<string[]> {
  const { totp, passkeys, recoveryCodes } = await queries.countFactors(sql, userId);
  const isFirst = (totp ? 1 : 0) + passkeys === 1 && recoveryCodes === 0;
  return isFirst ? addRecoveryCodes(ctx, sql, userId) : [];
}

/** Recovery codes stand in for a second factor: without one they would be no more than a second password. */
export async function forgetRecoveryCodesIfLast(sql: Sql, userId: string): Promise<void> {
  const { totp, passkeys } = await queries.countFactors(sql, userId);
  if (!totp && passkeys === 0) await queries.deleteRecoveryCodes(sql, userId);
}

/** One-time codes and recovery codes; passkeys are the module passkeys' own. */
export async function removeAllFactors(sql: Sql, userId: string): Promise<void> {
  await queries.deleteTotpSecret(sql, userId);
  await queries.deleteRecoveryCodes(sql, userId);
}

async function addRecoveryCodes(ctx: Proving, sql: Sql, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => ctx.factorSecrets.hash(userId, normalized(code)).toString("hex"));
  await queries.insertRecoveryCodes(sql, userId, hashes, ctx.clock.now());
  return codes;
}
