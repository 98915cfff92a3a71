import { isProblem, pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import { presentAccount, readAccount } from "../accounts/accounts";
import * as administration from "./administration";
import { placeOf } from "./present";

export const listUsers: Handlers["listUsers"] = async (ctx, { query, page }) => {
  const rows = await administration.listUsers(ctx, query, page);
  return { status: 200, body: ctx.page(rows, presentAccount, placeOf) };
};

export const getUser: Handlers["getUser"] = async (ctx, { path }) => {
  const account = await readAccount(ctx.sql, path.accountId);
  return account ? { status: 200, body: presentAccount(account) } : pipelineProblem("not_found");
};

export const suspendUser: Handlers["suspendUser"] = async (ctx, { path, body }) => {
  const account = await administration.suspend(ctx, path.accountId, body.reason);
  return isProblem(account) ? account : { status: 200, body: presentAccount(account), about: account.id };
};

export const restoreUser: Handlers["restoreUser"] = async (ctx, { path }) => {
  const account = await administration.restore(ctx, path.accountId);
  return isProblem(account) ? account : { status: 200, body: presentAccount(account), about: account.id };
};

export const impersonateUser: Handlers["impersonateUser"] = async (ctx, { path, body }) => {
  const signer = await ctx.keys.signer();
  return ctx.transaction(async (sql) => {
    const access = await administration.impersonate(ctx, sql, { userId: path.accountId, reason: body.reason, signer });
    if (isProblem(access)) return access;
    return { status: 201, body: { transport: "bearer", ...access }, about: path.accountId };
  });
};
