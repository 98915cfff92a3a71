import type { Context } from "#context";
import { pipelineProblem } from "#contract/problem";
import { readAccount } from "../accounts/accounts";
import { secondFactorsOf } from "../factors/factors";

/** The kinds of credentials that the caller's account has. */
export async function readSecurity(ctx: Context<"session">) {
  const { userId } = ctx.caller;
  const account = await readAccount(ctx.sql, userId);
  if (!account) return pipelineProblem("unauthenticated");
  return { password: account.passwordHash !== null, ...(await secondFactorsOf(ctx.sql, userId)) };
}
