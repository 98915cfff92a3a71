import { isProblem, pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import { presentUser, readAccount } from "../accounts/accounts";
import { restore, scheduleDeletion } from "./closures";
import { exportAccount } from "./export";

export const deleteMe: Handlers["deleteMe"] = async (ctx) => {
  const account = await scheduleDeletion(ctx);
  return isProblem(account) ? account : { status: 200, body: presentUser(account, ctx.caller.impersonatedBy) };
};

export const restoreMe: Handlers["restoreMe"] = async (ctx) => {
  const account = await restore(ctx);
  return isProblem(account) ? account : { status: 200, body: presentUser(account, ctx.caller.impersonatedBy) };
};

export const exportMe: Handlers["exportMe"] = async (ctx) => {
  const account = await readAccount(ctx.sql, ctx.caller.userId);
  if (!account) return pipelineProblem("unauthenticated");
  const headers = { "Content-Disposition": `attachment; filename="account-${account.id}.ndjson"` };
  return { status: 200, headers, body: exportAccount(ctx, account) };
};
