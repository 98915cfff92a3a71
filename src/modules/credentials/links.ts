import type { Context } from "#context";
import type { Sql } from "#db/client";
import { hashToken, randomToken } from "#lib/opaque-tokens";
import { type AccountRow, lockAccount } from "../accounts/accounts";
import * as queries from "./queries";

const TOKEN_PREFIX = "gwl_";
const HOUR_MS = 60 * 60_000;
/** What opens more lives shorter. */
const LIFETIME_MS: Readonly<Record<queries.Purpose, number>> = {
  verify_email: 72 * HOUR_MS,
  reset_password: HOUR_MS,
  change_email: 24 * HOUR_MS,
};
/** The page of the frontend that takes the link. */
const PAGE: Readonly<Record<queries.Purpose, string>> = {
  verify_email: "verify-email",
  reset_password: "reset-password",
  change_email: "confirm-email",
};
/** Whoever asks for mails to somebody else's address gets one sent in this time. */
const QUIET_MS = 5 * 60_000;

type Linking = Pick<Context, "clock" | "ids" | "appUrl">;

interface LinkWanted {
  readonly userId: string;
  readonly purpose: queries.Purpose;
  /** The address that it is sent to, and that it proves. */
  readonly email: string;
}

/**
 * A new link for a mail, whose token is stored nowhere else. The person's link for the same purpose stops working. The
 * token is in the fragment, which a browser sends to no server: neither a log of requests nor a Referer holds it.
 */
export async function makeLink(ctx: Linking, sql: Sql, wanted: LinkWanted): Promise<string> {
  const { link, address } = newLink(ctx, wanted);
  await queries.upsertLink(sql, link, null);
  return address;
}

/**
 * The same for a mail that anybody can ask for who knows the address. Undefined, and nothing to send, where the person
 * got such a link within the last five minutes: that one goes on working, and nobody floods a mailbox through us.
 */
export async function makeLinkSeldom(ctx: Linking, sql: Sql, wanted: LinkWanted): Promise<string | undefined> {
  const { link, address } = newLink(ctx, wanted);
  return (await queries.upsertLink(sql, link, quietSince(ctx))) && address;
}

/** What happened after this instant is recent enough that no second mail says so. */
export const quietSince = ({ clock }: Pick<Context, "clock">): Date => new Date(clock.now().getTime() - QUIET_MS);

/** Whose link it is that carries this token and still works. */
export const findLink = (ctx: Pick<Context, "clock">, sql: Sql, token: string, purpose: queries.Purpose) =>
  queries.selectLinkByToken(sql, hashToken(token), purpose, ctx.clock.now());

interface SpentLink {
  /** As it was before the link was used. Locked until the transaction ends. */
  readonly account: AccountRow;
  /** The address that the person has proved. */
  readonly email: string;
}

/**
 * Spends a person's link: it works for nobody from here on. Undefined where it does not work. The account is locked
 * first, by whoever changes its credentials: of those that use one link at once, or that change what another's link is
 * for, the second sees what the first has done.
 */
export async function spendLink(
  ctx: Pick<Context, "clock">,
  sql: Sql,
  userId: string,
  token: string,
  purpose: queries.Purpose,
): Promise<SpentLink | undefined> {
  const account = await lockAccount(sql, userId);
  const link = await queries.deleteLinkByToken(sql, userId, hashToken(token), purpose, ctx.clock.now());
  return account && link && { account, email: link.email };
}

/** Once what they are for has changed. The account is locked. */
export const dropLinks = (sql: Sql, userId: string) => queries.deleteLinksByUser(sql, userId);

function newLink({ clock, ids, appUrl }: Linking, { userId, purpose, email }: LinkWanted) {
  const token = randomToken(TOKEN_PREFIX);
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + LIFETIME_MS[purpose]);
  const link = { id: ids.next(), userId, purpose, tokenHash: hashToken(token), email, createdAt, expiresAt };
  return { link, address: `${appUrl}/${PAGE[purpose]}#token=${token}` };
}
