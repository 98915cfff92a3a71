import { isProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import * as factors from "./factors";

export const startTotp: Handlers["startTotp"] = async (ctx) => {
  const setup = await factors.startTotp(ctx);
  return isProblem(setup) ? setup : { status: 201, body: setup };
};

export const confirmTotp: Handlers["confirmTotp"] = async (ctx, { body }) => {
  const recoveryCodes = await factors.confirmTotp(ctx, body.code);
  return isProblem(recoveryCodes) ? recoveryCodes : { status: 200, body: { recoveryCodes } };
};

export const removeTotp: Handlers["removeTotp"] = async (ctx) => {
  await factors.removeTotp(ctx);
  return { status: 204 };
};

export const createRecoveryCodes: Handlers["createRecoveryCodes"] = async (ctx) => {
  const recoveryCodes = await factors.replaceRecoveryCodes(ctx);
  return isProblem(recoveryCodes) ? recoveryCodes : { status: 201, body: { recoveryCodes } };
};
