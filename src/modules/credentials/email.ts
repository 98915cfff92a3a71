import type { Context } from "#context";
import { pipelineProblem } from "#contract/problem";
import { problem } from "#generated/problems";
import { markVerified, readAccount, setEmail, tell } from "../accounts/accounts";
import { dropLinks, makeLink, spendLink } from "./links";
import { confirmEmailMail, emailChangedMail, emailChangeRequestedMail, verifyEmailMail } from "./mail";

/** Sends the person a new link that proves their address. */
export async function sendVerification(ctx: Context<"session">) {
  const { userId } = ctx.caller;
  const account = await readAccount(ctx.sql, userId);
  if (!account) return pipelineProblem("unauthenticated");
  const { email, emailVerifiedAt } = account;
  if (emailVerifiedAt !== null) return problem("email_verified");
  const link = await makeLink(ctx, ctx.sql, { userId, purpose: "verify_email", email });
  await ctx.outbox.add(ctx.sql, verifyEmailMail({ to: email, link }));
  return account;
}

/** The person has read the mail to their address. Answers with the account as it is now. */
export async function verifyEmail(ctx: Context<"session">, token: string) {
  const { userId } = ctx.caller;
  const spent = await spendLink(ctx, ctx.sql, userId, token, "verify_email");
  if (!spent) return problem("link_not_valid");
  const verified = await markVerified(ctx, ctx.sql, userId, spent.email);
  scopesChanged(ctx);
  return verified ?? spent.account;
}

/**
 * Sends a link to the new address, which proves it, and word to the present one. Whether the new address has an account
 * shows when the link is used, to somebody who has both: so all that is done here is the same either way.
 */
export async function requestEmailChange(ctx: Context<"session">, email: string) {
  const { userId } = ctx.caller;
  const account = await readAccount(ctx.sql, userId);
  if (!account) return pipelineProblem("unauthenticated");
  const link = await makeLink(ctx, ctx.sql, { userId, purpose: "change_email", email });
  await ctx.outbox.add(ctx.sql, confirmEmailMail({ to: email, link }));
  await tell(ctx, ctx.sql, account, emailChangeRequestedMail);
  return account;
}

/** Gives the account the address that the link was sent to, and tells both. Answers with the account as it is now. */
export async function confirmEmailChange(ctx: Context<"session">, token: string) {
  const { userId } = ctx.caller;
  const spent = await spendLink(ctx, ctx.sql, userId, token, "change_email");
  if (!spent) return problem("link_not_valid");
  const changed = await setEmail(ctx, ctx.sql, userId, spent.email);
  if (!changed) return problem("email_taken");
  await dropLinks(ctx.sql, userId);
  for (const account of [spent.account, changed]) await tell(ctx, ctx.sql, account, emailChangedMail);
  scopesChanged(ctx);
  return changed;
}

/** Whose address is verified may do more: at once in this session, in their others within five seconds. */
const scopesChanged = (ctx: Context<"session">) => ctx.afterCommit(() => ctx.liveness.forget(ctx.caller.sessionId));
