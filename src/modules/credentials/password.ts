import type { Context } from "#context";
import { isProblem, pipelineProblem } from "#contract/problem";
import type { Sql } from "#db/client";
import { problem } from "#generated/problems";
import * as accounts from "../accounts/accounts";
import { revokeKeysMadeBy } from "../api-keys/api-keys";
import { forgetDevices, forgetDevicesOf } from "../devices/devices";
import { removeAllFactors } from "../factors/factors";
import { removeAllIdentities } from "../identities/identities";
import { removeAllPasskeys } from "../passkeys/passkeys";
import { endSessions } from "../sessions/sessions";
import { sendPasswordReset } from "./jobs";
import { dropLinks, findLink, spendLink } from "./links";
import { passwordChangedMail } from "./mail";

/** A password that is good for this person, hashed: which no transaction waits for. */
interface Prepared {
  readonly userId: string;
  readonly hash: string;
}

/** Makes the caller's new password ready. */
export async function prepareChange(ctx: Context<"session">, password: string) {
  const account = await accounts.readAccount(ctx.sql, ctx.caller.userId);
  return account ? prepare(ctx, account, password) : pipelineProblem("unauthenticated");
}

/** Sets the password, ends every session but the caller's, whose devices are new ones again, and tells the person. */
export async function changePassword(ctx: Context<"session">, sql: Sql, { userId, hash }: Prepared) {
  const account = await accounts.lockPerson(sql, userId);
  await replacePassword(ctx, sql, account, hash);
  const { sessionId } = ctx.caller;
  const ended = await endSessions(ctx, sql, userId, "credentials_changed", sessionId);
  await forgetDevicesOf(sql, ended, sessionId);
  await accounts.tell(ctx, sql, account, passwordChangedMail);
}

/** Whether the address has an account a job finds out, so that neither the answer nor its time tells. */
export const requestReset = (ctx: Context<"public">, email: string) =>
  ctx.jobs.add(ctx.sql, sendPasswordReset, { email });

/** Makes the new password of whoever has the link ready. What is no link of ours costs no hash. */
export async function prepareReset(ctx: Context<"public">, { token, password }: { token: string; password: string }) {
  const link = await findLink(ctx, ctx.sql, token, "reset_password");
  const account = link && (await accounts.readAccount(ctx.sql, link.userId));
  return account ? prepare(ctx, account, password) : problem("link_not_valid");
}

/**
 * Spends the link, sets the password, ends every session, forgets every device and tells the person. Whoever has read the
 * mail has the address: it counts as verified. Where it never was before, all that gives access was added by somebody who
 * never proved that it is theirs, and goes.
 */
export async function resetPassword(ctx: Context<"public">, sql: Sql, { userId, hash }: Prepared, token: string) {
  const spent = await spendLink(ctx, sql, userId, token, "reset_password");
  if (!spent) return problem("link_not_valid");
  const { account, email } = spent;
  await replacePassword(ctx, sql, account, hash);
  const verified = await accounts.markVerified(ctx, sql, userId, email);
  if (verified) await removeAllAccess(ctx, sql, userId);
  await endSessions(ctx, sql, userId, "credentials_changed");
  await forgetDevices(sql, userId);
  await accounts.tell(ctx, sql, verified ?? account, passwordChangedMail);
  return account;
}

/** All that gives access to the account besides its password. */
async function removeAllAccess(ctx: Context, sql: Sql, userId: string): Promise<void> {
  await removeAllFactors(sql, userId);
  await removeAllPasskeys(sql, userId);
  await removeAllIdentities(sql, userId);
  await revokeKeysMadeBy(ctx, sql, userId);
}

async function prepare(ctx: Context, account: accounts.AccountRow, password: string) {
  const refused = accounts.refusedPassword(password, account, ctx.published.title);
  if (isProblem(refused)) return refused;
  return { userId: account.id, hash: await ctx.passwords.hash(password, ctx.signal) };
}

/** Links that were sent before go with the old password: one of them may be in the wrong hands. */
async function replacePassword(ctx: Context, sql: Sql, account: accounts.AccountRow, hash: string) {
  await accounts.setPasswordHash(ctx, sql, account.id, hash);
  await dropLinks(sql, account.id);
}
