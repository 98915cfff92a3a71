import { isProblem, pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import * as passkeys from "./passkeys";
import { presentPasskey } from "./present";

export const startPasskey: Handlers["startPasskey"] = async (ctx) => {
  const ceremony = await passkeys.startPasskey(ctx);
  return isProblem(ceremony) ? ceremony : { status: 201, body: ceremony };
};

export const createPasskey: Handlers["createPasskey"] = async (ctx, { body }) => {
  const added = await passkeys.addPasskey(ctx, body);
  if (isProblem(added)) return added;
  return { status: 201, body: { passkey: presentPasskey(added.passkey), recoveryCodes: added.recoveryCodes } };
};

export const listPasskeys: Handlers["listPasskeys"] = async (ctx) => {
  const rows = await passkeys.listPasskeys(ctx);
  return { status: 200, body: { items: rows.map(presentPasskey) } };
};

export const updatePasskey: Handlers["updatePasskey"] = async (ctx, { path, body }) => {
  const passkey = await passkeys.renamePasskey(ctx, path.passkeyId, body.name);
  return passkey ? { status: 200, body: presentPasskey(passkey) } : pipelineProblem("not_found");
};

export const deletePasskey: Handlers["deletePasskey"] = async (ctx, { path }) =>
  (await passkeys.removePasskey(ctx, path.passkeyId)) ?? { status: 204 };
