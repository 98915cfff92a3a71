import { isProblem, pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import { problem } from "#generated/problems";
import { identify } from "../accounts/accounts";
import { clearedCookies } from "./cookies";
import { placeOf, presentGrant, presentSession } from "./present";
import * as sessions from "./sessions";

export const createSession: Handlers["createSession"] = async (ctx, { body }) => {
  const userId = await identify(ctx, body);
  if (!userId) return problem("invalid_credentials");
  const signer = await ctx.keys.signer();
  return ctx.transaction(async (sql) => {
    const grant = await sessions.startSession(ctx, sql, userId, signer);
    return { status: 201, ...presentGrant(body.transport, grant), actor: userId };
  });
};

export const refreshSession: Handlers["refreshSession"] = async (ctx, { body, cookies }) => {
  const token = body.transport === "cookie" ? cookies["__Host-refresh"] : body.refreshToken;
  if (!token) return problem("invalid_refresh_token");
  const grant = await sessions.refreshSession(ctx, token);
  return isProblem(grant) ? grant : { status: 200, ...presentGrant(body.transport, grant), actor: grant.userId };
};

export const deleteSession: Handlers["deleteSession"] = async (ctx) => {
  const { sessionId: id, userId, transport } = ctx.caller;
  const ended = await sessions.endSession(ctx, { id, userId }, "logged_out");
  return ended ? { status: 204, headers: clearedCookies(transport) } : pipelineProblem("unauthenticated");
};

export const switchOrganization: Handlers["switchOrganization"] = async (ctx, { path }) => {
  const switched = await sessions.switchOrganization(ctx, path.organizationId);
  return switched ? { status: 204 } : pipelineProblem("unauthenticated");
};

export const listSessions: Handlers["listSessions"] = async (ctx, { page }) => {
  const rows = await sessions.listSessions(ctx, page);
  return { status: 200, body: ctx.page(rows, (row) => presentSession(row, ctx.caller.sessionId), placeOf) };
};

export const revokeSession: Handlers["revokeSession"] = async (ctx, { path }) => {
  const key = { id: path.sessionId, userId: ctx.caller.userId };
  return (await sessions.endSession(ctx, key, "revoked")) ? { status: 204 } : pipelineProblem("not_found");
};
