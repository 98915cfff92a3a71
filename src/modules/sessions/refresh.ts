import type { Context } from "#context";
import { problem } from "#generated/problems";
import { hashToken } from "#lib/opaque-tokens";
import type { SigningKey } from "../keys/keyring";
import * as queries from "./queries";
import { endSession } from "./sessions";
import { expiry, type Grant, grant, type Session } from "./start";

/** As the contract says: a repeat of a spent refresh token is taken for a lost answer or a second tab this long. */
const REUSE_WINDOW_MS = 10_000;
/** More exchanges than the refresh limit lets one address make in a window. */
const EXCHANGES_IN_WINDOW_MAXIMUM = 256;

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
  const session = {
    ...locked,
    createdAt: new Date(locked.createdAt),
    authenticatedAt: new Date(locked.authenticatedAt),
    expiresAt: new Date(locked.expiresAt),
  };
  if (session.expiresAt <= now) return problem("invalid_refresh_token");
  const spentAt = (await queries.selectRefreshTokenSpentAt(ctx.sql, tokenHash))?.spentAt;
  if (!spentAt) return exchange(ctx, session, token, signer);
  // A clock that was set back must not open the window for as long as it was set back.
  if (Math.abs(now.getTime() - Date.parse(spentAt)) >= REUSE_WINDOW_MS) return endReused(ctx, session);
  const current = await currentToken(ctx, session.id, token);
  return current ? grant(ctx, session, current, signer) : problem("invalid_refresh_token");
}

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
