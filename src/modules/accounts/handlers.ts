import { pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import { changeProfile, readProfile, register } from "./accounts";
import { presentUser } from "./present";

export const createUser: Handlers["createUser"] = async (ctx, { body }) => {
  return { status: 202, actor: await register(ctx, body) };
};

export const getMe: Handlers["getMe"] = async (ctx) => {
  const user = await readProfile(ctx);
  return user ? { status: 200, body: presentUser(user), etag: user.version } : pipelineProblem("unauthenticated");
};

export const updateMe: Handlers["updateMe"] = async (ctx, { body, ifMatch }) => {
  const user = await changeProfile(ctx, body, ifMatch);
  return user ? { status: 200, body: presentUser(user), etag: user.version } : pipelineProblem("precondition_failed");
};
