import { isProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import { presentUser } from "../accounts/accounts";
import { readSecurity } from "./credentials";
import * as email from "./email";
import * as password from "./password";
import { register } from "./registration";

export const createUser: Handlers["createUser"] = async (ctx, { body }) => {
  const userId = await register(ctx, body);
  return isProblem(userId) ? userId : { status: 202, actor: userId };
};

export const sendVerification: Handlers["sendVerification"] = async (ctx) => {
  const account = await email.sendVerification(ctx);
  return isProblem(account) ? account : { status: 202 };
};

export const verifyEmail: Handlers["verifyEmail"] = async (ctx, { body }) => {
  const account = await email.verifyEmail(ctx, body.token);
  return isProblem(account) ? account : { status: 200, body: presentUser(account, ctx.caller.impersonatedBy) };
};

export const requestEmailChange: Handlers["requestEmailChange"] = async (ctx, { body }) => {
  const account = await email.requestEmailChange(ctx, body.email);
  return isProblem(account) ? account : { status: 202 };
};

export const confirmEmailChange: Handlers["confirmEmailChange"] = async (ctx, { body }) => {
  const account = await email.confirmEmailChange(ctx, body.token);
  return isProblem(account) ? account : { status: 200, body: presentUser(account, ctx.caller.impersonatedBy) };
};

export const changePassword: Handlers["changePassword"] = async (ctx, { body }) => {
  const prepared = await password.prepareChange(ctx, body.password);
  if (isProblem(prepared)) return prepared;
  await ctx.transaction((sql) => password.changePassword(ctx, sql, prepared));
  return { status: 204 };
};

export const getSecurity: Handlers["getSecurity"] = async (ctx) => {
  const security = await readSecurity(ctx);
  return isProblem(security) ? security : { status: 200, body: security };
};

export const requestPasswordReset: Handlers["requestPasswordReset"] = async (ctx, { body }) => {
  await password.requestReset(ctx, body.email);
  return { status: 202 };
};

export const resetPassword: Handlers["resetPassword"] = async (ctx, { body }) => {
  const prepared = await password.prepareReset(ctx, body);
  if (isProblem(prepared)) return prepared;
  return ctx.transaction(async (sql) => {
    const account = await password.resetPassword(ctx, sql, prepared, body.token);
    return isProblem(account) ? account : { status: 204, actor: account.id };
  });
};
