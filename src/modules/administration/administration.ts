import type { Context } from "#context";
import type { PageInput } from "#contract/context";
import { pipelineProblem } from "#contract/problem";
import type { Sql } from "#db/client";
import type { ListUsersInput } from "#generated/handlers";
import { problem } from "#generated/problems";
import { isGone, lockAccount, setSuspension, tell } from "../accounts/accounts";
import type { SigningKey } from "../keys/keyring";
import * as sessions from "../sessions/sessions";
import { accountImpersonationMail, accountSuspensionMail, accountUnsuspensionMail } from "./mail";
import * as queries from "./queries";

const LISTS = {
  active: queries.listActiveAccounts,
  suspended: queries.listSuspendedAccounts,
  deleting: queries.listDeletingAccounts,
};

/** One page of the accounts, the newest first. */
export function listUsers({ sql }: Pick<Context, "sql">, { query, state }: ListUsersInput["query"], page: PageInput) {
  if (query !== undefined)
    return queries.listAccountsByPrefix(sql, { pattern: `${escaped(query)}%`, state: state ?? null }, page);
  return state === undefined ? queries.listAccounts(sql, page) : LISTS[state](sql, page);
}

/**
 * Suspends an account for a reason. Whoever logs in to it at the same moment waits, and is refused or has their session
 * ended here. One that is suspended gets the new reason, and no second mail.
 */
export async function suspend(ctx: Context<"session">, userId: string, reason: string) {
  const account = await lockAccount(ctx.sql, userId);
  if (!account) return pipelineProblem("not_found");
  if (account.platformRole !== null) return problem("is_administrator");
  if (account.suspensionReason === reason) return account;
  const suspended = await setSuspension(ctx, ctx.sql, userId, reason);
  await sessions.endSessions(ctx, ctx.sql, userId, "suspended");
  if (account.suspendedAt === null)
    await tell(ctx, ctx.sql, account, (person) => accountSuspensionMail({ ...person, reason }));
  return suspended;
}

/** Ends the suspension of an account. One that is not suspended stays as it is. */
export async function restore(ctx: Context<"session">, userId: string) {
  const account = await lockAccount(ctx.sql, userId);
  if (!account) return pipelineProblem("not_found");
  if (account.suspendedAt === null) return account;
  const restored = await setSuspension(ctx, ctx.sql, userId, null);
  await tell(ctx, ctx.sql, account, accountUnsuspensionMail);
  return restored;
}

/** Starts a session in which the caller acts as somebody else. The person is told by mail. */
export async function impersonate(
  ctx: Context<"session">,
  sql: Sql,
  { userId, reason, signer }: { userId: string; reason: string; signer: SigningKey },
) {
  const account = await lockAccount(sql, userId);
  if (!account || isGone(account, ctx.clock.now())) return pipelineProblem("not_found");
  if (account.platformRole !== null) return problem("is_administrator");
  if (account.suspendedAt !== null) return problem("account_suspended");
  const at = ctx.clock.now();
  await tell(ctx, sql, account, (person) => accountImpersonationMail({ ...person, at, reason }));
  return sessions.impersonate(ctx, sql, { userId: account.id, administratorId: ctx.caller.userId, signer });
}

/** As `like` reads it: what people write is no pattern. */
const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
