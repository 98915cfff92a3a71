import { pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import { changeProfile, presentUser, readAccount } from "./accounts";

export const getMe: Handlers["getMe"] = async (ctx) => {
  const user = await readAccount(ctx.sql, ctx.caller.userId);
  return user
    ? { status: 200, body: presentUser(user, ctx.caller.impersonatedBy), etag: user.version }
    : pipelineProblem("unauthenticated");
};

export const updateMe: Handlers["updateMe"] = async (ctx, { body, ifMatch }) => {
  const user = await changeProfile(ctx, body, ifMatch);
  return user
    ? { status: 200, body: presentUser(user, ctx.caller.impersonatedBy), etag: user.version }
    : pipelineProblem("precondition_failed");
};
