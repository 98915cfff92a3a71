import { isProblem, pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import { createKey, revokeKey, rotateKey } from "./api-keys";
import { placeOf, presentGrant, presentKey } from "./present";
import { listKeys } from "./queries";

export const listApiKeys: Handlers["listApiKeys"] = async (ctx, { path, page }) => {
  const rows = await listKeys(ctx.sql, path.organizationId, page);
  return { status: 200, body: ctx.page(rows, presentKey, placeOf) };
};

export const createApiKey: Handlers["createApiKey"] = async (ctx, { path, body }) => {
  const grant = await createKey(ctx, path.organizationId, body);
  return isProblem(grant) ? grant : { status: 201, body: presentGrant(grant) };
};

export const revokeApiKey: Handlers["revokeApiKey"] = async (ctx, { path }) =>
  (await revokeKey(ctx, path)) ? { status: 204 } : pipelineProblem("not_found");

export const rotateApiKey: Handlers["rotateApiKey"] = async (ctx, { path, body }) => {
  const grant = await rotateKey(ctx, path, body.overlapHours);
  return isProblem(grant) ? grant : { status: 200, body: presentGrant(grant) };
};
