import type { Context } from "#context";
import type { PageInput } from "#contract/context";
import type { Sql } from "#db/client";
import { problem } from "#generated/problems";
import { hashToken } from "#lib/opaque-tokens";
import type { SigningKey } from "../keys/keyring";
import * as queries from "./queries";
import { ACCESS_TOKEN_SECONDS } from "./tokens";

const DAY_MS = 24 * 60 * 60_000;
/** A session that is not refreshed for this long expires. */
const IDLE_LIFETIME_MS = 30 * DAY_MS;
/** However often it is refreshed, a session expires this long after it began. */
const ABSOLUTE_LIFETIME_MS = 90 * DAY_MS;
/** As the contract says: a repeat of a spent refresh token is taken for a lost answer or a second tab this long. */
const REUSE_WINDOW_MS = 10_000;
/** More exchanges than the refresh limit lets one address make in a window. */
const EXCHANGES_IN_WINDOW_MAXIMUM = 256;
/** As the contract says: characters of a User-Agent that are kept. */
const USER_AGENT_LENGTH_MAXIMUM = 512;

/** What a person who logs in or refreshes goes away with. */
export interface Grant {
  readonly userId: string;
  readonly sessionId: string;
  readonly accessToken: string;
  /** Seconds until the access token stops working. */
  readonly expiresIn: number;
  readonly refreshToken: string;
  /** Seconds until the session expires, unless it is refreshed. */
  readonly refreshExpiresIn: number;
}

interface Session {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** `sql` is the transaction that the handler opened after it had the signing key, because getting that may query. */
export async function startSession(ctx: Context<"public">, sql: Sql, userId: string, signer: SigningKey) {
  const createdAt = ctx.clock.now();
  const session = { id: ctx.ids.next(), userId, createdAt, expiresAt: expiry(createdAt, createdAt) };
  const token = ctx.refreshTokens.first();
  await queries.insertSession(sql, { ...session, userAgent: shortened(ctx.client.userAgent) });
  await queries.insertRefreshToken(sql, hashToken(token), session.id, createdAt);
  return grant(ctx, session, token, signer);
}

/**
 * Exchanges a refresh token. The session's row is locked first: of parallel refreshes one exchanges the token, and the
 * others then see that it is spent and get what the first one got. The signing key comes before the transaction.
 */
export async function refreshSession(ctx: Context<"public">, token: string) {
  const signer = await ctx.keys.signer();
  const tokenHash = hashToken(token);
  const locked = await queries.lockSessionByRefreshToken(ctx.sql, tokenHash);
  const now = ctx.clock.now();
  if (!locked || locked.endedAt) return problem("invalid_refresh_token");
  const session = { ...locked, createdAt: new Date(locked.createdAt), expiresAt: new Date(locked.expiresAt) };
  if (session.expiresAt <= now) return problem("invalid_refresh_token");
  const spentAt = (await queries.selectRefreshTokenSpentAt(ctx.sql, tokenHash))?.spentAt;
  if (!spentAt) return exchange(ctx, session, token, signer);
  if (now.getTime() - Date.parse(spentAt) >= REUSE_WINDOW_MS) return endReused(ctx, session);
  const current = await currentToken(ctx, session.id, token);
  return current ? grant(ctx, session, current, signer) : problem("invalid_refresh_token");
}

/** Answers with the id, or with undefined where the person has no such session: unknown, foreign, ended. */
export async function endSession(
  ctx: Context,
  key: { id: string; userId: string },
  reason: queries.EndedReason,
): Promise<string | undefined> {
  const ended = await queries.updateSessionEnded(ctx.sql, key, reason, ctx.clock.now());
  ctx.afterCommit(() => ctx.liveness.forget(key.id));
  return ended?.id;
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

async function exchange(ctx: Context<"public">, session: Session, token: string, signer: SigningKey): Promise<Grant> {
  const now = ctx.clock.now();
  const successor = ctx.refreshTokens.successor(token);
  const expiresAt = expiry(session.createdAt, now);
  await queries.updateRefreshTokenSpent(ctx.sql, hashToken(token), now);
  await queries.insertRefreshToken(ctx.sql, hashToken(successor), session.id, now);
  await queries.updateSessionUsed(ctx.sql, session.id, now, expiresAt);
  return grant(ctx, { ...session, expiresAt }, successor, signer);
}

/** The problem's audit event makes the pipeline commit this, although the answer is a refusal. */
async function endReused(ctx: Context<"public">, session: Session) {
  await endSession(ctx, session, "refresh_token_reused");
  return problem("refresh_token_reused", { actor: session.userId });
}

/** From a spent token to the one of its lineage that is not spent. Undefined where the secret has changed on the way. */
async function currentToken(ctx: Context<"public">, sessionId: string, spent: string): Promise<string | undefined> {
  const current = await queries.selectCurrentRefreshToken(ctx.sql, sessionId);
  let token = spent;
  for (let exchanges = 0; exchanges < EXCHANGES_IN_WINDOW_MAXIMUM; exchanges++) {
    token = ctx.refreshTokens.successor(token);
    if (current && hashToken(token).equals(current.tokenHash)) return token;
  }
  return undefined;
}

async function grant(
  ctx: Context<"public">,
  session: Session,
  refreshToken: string,
  signer: SigningKey,
): Promise<Grant> {
  const refreshExpiresIn = Math.ceil((session.expiresAt.getTime() - ctx.clock.now().getTime()) / 1000);
  const expiresIn = Math.min(ACCESS_TOKEN_SECONDS, refreshExpiresIn);
  const accessToken = await ctx.tokens.issue({ userId: session.userId, sessionId: session.id, expiresIn }, signer);
  return { userId: session.userId, sessionId: session.id, accessToken, expiresIn, refreshToken, refreshExpiresIn };
}

const expiry = (createdAt: Date, usedAt: Date) =>
  new Date(Math.min(usedAt.getTime() + IDLE_LIFETIME_MS, createdAt.getTime() + ABSOLUTE_LIFETIME_MS));

const shortened = (userAgent: string | null) =>
  userAgent && Array.from(userAgent).slice(0, USER_AGENT_LENGTH_MAXIMUM).join("");
