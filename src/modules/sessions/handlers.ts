import { isProblem, pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import { problem } from "#generated/problems";
import { startCeremony } from "../passkeys/passkeys";
import { clearedCookies } from "./cookies";
import * as login from "./login";
import { placeOf, presentGrant, presentSession } from "./present";
import * as reauthentication from "./reauthentication";
import * as refresh from "./refresh";
import * as secondFactor from "./second-factor";
import * as sessions from "./sessions";

export const createSession: Handlers["createSession"] = (ctx, { body, cookies }) =>
  login.logInByPassword(ctx, { deviceToken: cookies["__Host-device"], ...body });

export const completeSession: Handlers["completeSession"] = (ctx, { body, cookies }) =>
  secondFactor.completeLogin(ctx, body, cookies["__Host-device"]);

export const startSecondFactorPasskey: Handlers["startSecondFactorPasskey"] = async (ctx, { body }) => {
  const ceremony = await secondFactor.startSecondFactorPasskey(ctx, body.challenge);
  return isProblem(ceremony) ? ceremony : { status: 201, body: ceremony };
};

export const startPasskeySession: Handlers["startPasskeySession"] = async (ctx) => ({
  status: 201,
  body: await startCeremony(ctx, ctx.sql, "login", null),
});

export const createPasskeySession: Handlers["createPasskeySession"] = (ctx, { body, cookies }) =>
  login.logInByPasskey(ctx, { deviceToken: cookies["__Host-device"], ...body });

export const reauthenticate: Handlers["reauthenticate"] = (ctx, { body }) => reauthentication.reauthenticate(ctx, body);

export const startReauthenticationPasskey: Handlers["startReauthenticationPasskey"] = async (ctx) => {
  const ceremony = await reauthentication.startReauthenticationPasskey(ctx);
  return isProblem(ceremony) ? ceremony : { status: 201, body: ceremony };
};

export const refreshSession: Handlers["refreshSession"] = async (ctx, { body, cookies }) => {
  const token = body.transport === "cookie" ? cookies["__Host-refresh"] : body.refreshToken;
  if (!token) return problem("invalid_refresh_token");
  const grant = await refresh.refreshSession(ctx, token);
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

export const revokeSession: Handlers["revokeSession"] = async (ctx, { path }) =>
  (await sessions.revokeSession(ctx, path.sessionId)) ? { status: 204 } : pipelineProblem("not_found");

export const revokeSessions: Handlers["revokeSessions"] = async (ctx, { query: { which } }) => {
  await sessions.revokeSessions(ctx, which);
  return { status: 204, headers: which === "all" ? clearedCookies(ctx.caller.transport) : {} };
};
