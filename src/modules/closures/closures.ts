import type { Context } from "#context";
import { pipelineProblem } from "#contract/problem";
import type { Sql } from "#db/client";
import { problem } from "#generated/problems";
import { isGone, lockPerson, setDeletion, tell } from "../accounts/accounts";
import { lockSoleOwnerships } from "../members/members";
import { endSessions } from "../sessions/sessions";
import { accountDeletionMail, accountRestorationMail, restorationLink } from "./mail";

/** As the contract says: how long a deletion can be taken back. */
export const RESTORABLE_MS = 30 * 24 * 60 * 60_000;
/** Organizations that an answer or a mail names; of more it says how many there are. */
const NAMED_MAXIMUM = 10;

/**
 * Marks the caller's account to be deleted in thirty days. One that is marked keeps its date. The memberships of owners are
 * locked before the account, as the job that erases it does.
 */
export async function scheduleDeletion(ctx: Context<"session">) {
  const { userId, sessionId } = ctx.caller;
  const organizations = await ownedAlone(ctx.sql, userId);
  const account = await lockPerson(ctx.sql, userId);
  if (account.deletesAt !== null) return account;
  if (organizations !== null) return problem("sole_owner", { detail: `You are the only owner of ${organizations}.` });
  const deletesAt = new Date(ctx.clock.now().getTime() + RESTORABLE_MS);
  const row = await setDeletion(ctx, ctx.sql, userId, deletesAt);
  await endSessions(ctx, ctx.sql, userId, "account_deleted", sessionId);
  const link = restorationLink(ctx.appUrl);
  await tell(ctx, ctx.sql, account, (person) => accountDeletionMail({ ...person, deletesAt, link }));
  return row;
}

/** Takes the deletion of an account back whose time is not over. One that is not marked stays as it is. */
export async function restore(ctx: Context<"session">) {
  const { userId } = ctx.caller;
  const account = await lockPerson(ctx.sql, userId);
  if (isGone(account, ctx.clock.now())) return pipelineProblem("unauthenticated");
  if (account.deletesAt === null) return account;
  const row = await setDeletion(ctx, ctx.sql, userId, null);
  await tell(ctx, ctx.sql, account, accountRestorationMail);
  return row;
}

/**
 * Names the organizations that would be without an owner, in words; null where there are none. Their owners stay what they
 * are until the transaction ends.
 */
export async function ownedAlone(sql: Sql, userId: string): Promise<string | null> {
  const { names, count } = await lockSoleOwnerships(sql, userId, NAMED_MAXIMUM);
  if (count === 0) return null;
  if (count > names.length) return `${names.join(", ")} and ${count - names.length} more`;
  const last = names.at(-1);
  return names.length === 1 ? `${last}` : `${names.slice(0, -1).join(", ")} and ${last}`;
}
