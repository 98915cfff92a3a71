import type { Context } from "#context";
import type { PageInput } from "#contract/context";
import type { Sql } from "#db/client";
import { forgetDevicesOf, keptUserAgent } from "../devices/devices";
import type { SigningKey } from "../keys/keyring";
import * as queries from "./queries";
import { ACCESS_TOKEN_SECONDS } from "./tokens";

export { logIn } from "./login";
export { startSession } from "./start";

type Ending = Pick<Context, "clock" | "liveness" | "afterCommit">;

/** Answers with the id, or with undefined where the person has no such session: unknown, foreign, ended. */
export async function endSession(
  ctx: Ending & Pick<Context, "sql">,
  key: { id: string; userId: string },
  reason: queries.EndedReason,
): Promise<string | undefined> {
  const ended = await queries.updateSessionEnded(ctx.sql, key, reason, ctx.clock.now());
  ctx.afterCommit(() => ctx.liveness.forget(key.id));
  return ended?.id;
}

/**
 * Ends every session of the person but one, those in which they act as somebody else, and logins that wait for a second
 * factor. Change what was the reason in the same transaction, and before: a login at the same moment is then refused, or
 * was before and is ended here. Answers with the sessions' ids.
 */
export async function endSessions(
  ctx: Ending,
  sql: Sql,
  userId: string,
  reason: queries.EndedReason,
  exceptId?: string,
): Promise<string[]> {
  await queries.deleteChallenges(sql, userId);
  const ended = await queries.updateSessionsEnded(sql, { userId, exceptId: exceptId ?? null }, reason, ctx.clock.now());
  const ids = ended.map(({ id }) => id);
  ctx.afterCommit(() => {
    for (const id of ids) ctx.liveness.forget(id);
  });
  return ids;
}

/** Ends one of the caller's sessions. Whoever is at its device comes from a new one at the next login. */
export async function revokeSession(ctx: Context<"session">, id: string): Promise<string | undefined> {
  const { userId, sessionId } = ctx.caller;
  const ended = await endSession(ctx, { id, userId }, "revoked");
  if (ended) await forgetDevicesOf(ctx.sql, [ended], sessionId);
  return ended;
}

/** The same for all of them, or all but the one that the caller uses. */
export async function revokeSessions(ctx: Context<"session">, which: "others" | "all"): Promise<void> {
  const { userId, sessionId } = ctx.caller;
  const exceptId = which === "others" ? sessionId : undefined;
  await forgetDevicesOf(ctx.sql, await endSessions(ctx, ctx.sql, userId, "revoked", exceptId), sessionId);
}

/**
 * A session in which an administrator acts as somebody else, until its only access token expires. Who may do that to whom
 * the caller knows.
 */
export async function impersonate(
  ctx: Context,
  sql: Sql,
  { userId, administratorId, signer }: { userId: string; administratorId: string; signer: SigningKey },
) {
  const createdAt = ctx.clock.now();
  const expiresIn = ACCESS_TOKEN_SECONDS;
  const sessionId = ctx.ids.next();
  await queries.insertSession(sql, {
    id: sessionId,
    userId,
    userAgent: keptUserAgent(ctx),
    address: ctx.client.address,
    deviceId: null,
    impersonatedBy: administratorId,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + expiresIn * 1000),
  });
  const token = { userId, sessionId, authenticatedAt: null, expiresIn, actorId: administratorId };
  return { sessionId, accessToken: await ctx.tokens.issue(token, signer), expiresIn };
}

/**
 * Remembers which organization the person works in. They may leave it later, and then the session is switched to nothing
 * that they can see. Undefined where the session has ended.
 */
export function switchOrganization(ctx: Context<"session">, organizationId: string) {
  const key = { id: ctx.caller.sessionId, userId: ctx.caller.userId };
  return queries.updateSessionOrganization(ctx.sql, key, organizationId, ctx.clock.now());
}

export const listSessions = (ctx: Context<"session">, page: PageInput) =>
  queries.listSessionsByUser(ctx.sql, ctx.caller.userId, ctx.clock.now(), page);
