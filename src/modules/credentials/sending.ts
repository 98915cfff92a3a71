/** Mails that anybody can cause who knows an address. What is sent, or that nothing is, no answer tells. */
import type { Context } from "#context";
import type { Sql } from "#db/client";
import { findAccount, isGone, readAccount } from "../accounts/accounts";
import { makeLinkSeldom, quietSince } from "./links";
import { accountClaimMail, accountExistsMail, resetPasswordMail, welcomeMail } from "./mail";

type Mailing = Pick<Context, "clock" | "ids" | "appUrl" | "outbox">;

/** To a new person: the link that proves their address. */
export async function sendWelcome(ctx: Mailing, sql: Sql, userId: string): Promise<void> {
  const account = await readAccount(sql, userId);
  if (!account || account.emailVerifiedAt !== null) return;
  const { email } = account;
  const link = await makeLinkSeldom(ctx, sql, { userId, purpose: "verify_email", email });
  if (link) await ctx.outbox.add(sql, welcomeMail({ to: email, link }));
}

/**
 * To an address that was registered again: it has an account. As long as nobody has proved the address, that may be
 * somebody else's who typed it, and the link makes it theirs. Of a new account its welcome says enough.
 */
export async function sendAccountExists(ctx: Mailing, sql: Sql, address: string): Promise<void> {
  const account = await mailable(ctx, sql, address);
  if (!account || new Date(account.createdAt) > quietSince(ctx)) return;
  const { id: userId, email, emailVerifiedAt } = account;
  const link = await makeLinkSeldom(ctx, sql, { userId, purpose: "reset_password", email });
  const mail = emailVerifiedAt === null ? accountClaimMail : accountExistsMail;
  if (link) await ctx.outbox.add(sql, mail({ to: email, link }));
}

/** To whoever has forgotten their password, or never had one. */
export async function sendReset(ctx: Mailing, sql: Sql, address: string): Promise<void> {
  const account = await mailable(ctx, sql, address);
  if (!account) return;
  const { id: userId, email } = account;
  const link = await makeLinkSeldom(ctx, sql, { userId, purpose: "reset_password", email });
  if (link) await ctx.outbox.add(sql, resetPasswordMail({ to: email, link }));
}

/** Nothing is sent to an address without an account, to who is suspended, or once the time of a deletion is over. */
async function mailable({ clock }: Mailing, sql: Sql, address: string) {
  const account = await findAccount(sql, address);
  return account && account.suspendedAt === null && !isGone(account, clock.now()) ? account : undefined;
}
