import type { Context } from "#context";
import { isProblem, type Problem } from "#contract/problem";
import type { Sql } from "#db/client";
import { problem } from "#generated/problems";
import type { DeviceToken, Transport } from "#generated/types";
import { hashToken } from "#lib/opaque-tokens";
import { type AccountRow, isGone, lockAccount, tell } from "../accounts/accounts";
import { keptUserAgent, recognizeDevice, rememberDevice } from "../devices/devices";
import type { SigningKey } from "../keys/keyring";
import { newDeviceMail } from "./mail";
import { presentGrant } from "./present";
import * as queries from "./queries";
import { ACCESS_TOKEN_SECONDS } from "./tokens";

const DAY_MS = 24 * 60 * 60_000;
/** A session that is not refreshed for this long expires. */
const IDLE_LIFETIME_MS = 30 * DAY_MS;
/** However often it is refreshed, a session expires this long after it began. */
const ABSOLUTE_LIFETIME_MS = 90 * DAY_MS;

/** How somebody logs in. */
export interface Login {
  readonly transport: Transport;
  /** Of an earlier login, as the client sent it. */
  readonly deviceToken?: DeviceToken;
  /** The device, where an earlier step has recognized it. */
  readonly deviceId?: string;
  /** What `ctx.keys.signer()` gave before the transaction, because getting that may query. */
  readonly signer: SigningKey;
}

export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly authenticatedAt: Date;
  readonly expiresAt: Date;
}

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

/** Starts a session of somebody who has proved with all that their account asks for, and answers with the handler's result. */
export async function startSession(ctx: Context, sql: Sql, { userId, ...login }: Login & { userId: string }) {
  const person = await admit(ctx, sql, userId);
  return isProblem(person) ? person : begin(ctx, sql, person, login);
}

/**
 * Locks the account of somebody who logs in, until the transaction ends: who suspends it, or changes what one logs in
 * with, comes before, and is seen here, or after, and ends the session that begins here. An account whose time is over is
 * not there any more.
 */
export async function admit(
  { clock }: Pick<Context, "clock">,
  sql: Sql,
  userId: string,
): Promise<AccountRow | Problem<"account_suspended">> {
  const account = await lockAccount(sql, userId);
  return account && !isGone(account, clock.now()) && account.suspendedAt === null
    ? account
    : problem("account_suspended", { actor: userId });
}

/** The same, for who was admitted. */
export async function begin(ctx: Context, sql: Sql, person: AccountRow, login: Login) {
  const { transport, deviceToken, signer } = login;
  const { id: userId } = person;
  const knownId = login.deviceId ?? (await recognizeDevice(ctx, sql, userId, deviceToken))?.id;
  const device = await rememberDevice(ctx, sql, userId, knownId);
  const createdAt = ctx.clock.now();
  const expiresAt = expiry(createdAt, createdAt);
  const session = { id: ctx.ids.next(), userId, createdAt, authenticatedAt: createdAt, expiresAt };
  const token = ctx.refreshTokens.first();
  const { address } = ctx.client;
  const userAgent = keptUserAgent(ctx);
  await queries.insertSession(sql, {
    ...session,
    userAgent,
    address,
    deviceId: device.id,
    impersonatedBy: null,
  });
  await queries.insertRefreshToken(sql, hashToken(token), session.id, createdAt);
  if (device.isNew) {
    const login = { at: createdAt, userAgent, address };
    await tell(ctx, sql, person, (recipient) => newDeviceMail({ ...recipient, ...login }));
  }
  const granted = await grant(ctx, session, token, signer);
  return { status: 201, ...presentGrant(transport, granted, device.token ?? deviceToken), actor: userId } as const;
}

export async function grant(
  ctx: Pick<Context, "clock" | "tokens">,
  session: Session,
  refreshToken: string,
  signer: SigningKey,
): Promise<Grant> {
  const refreshExpiresIn = secondsLeft(ctx, session);
  const { id: sessionId, userId } = session;
  const access = await grantAccess(ctx, session, signer);
  return { userId, sessionId, ...access, refreshToken, refreshExpiresIn };
}

/** An access token outlives no session. */
export async function grantAccess(ctx: Pick<Context, "clock" | "tokens">, session: Session, signer: SigningKey) {
  const { id: sessionId, userId, authenticatedAt } = session;
  const expiresIn = Math.min(ACCESS_TOKEN_SECONDS, secondsLeft(ctx, session));
  const accessToken = await ctx.tokens.issue({ userId, sessionId, authenticatedAt, expiresIn }, signer);
  return { accessToken, expiresIn };
}

export const expiry = (createdAt: Date, usedAt: Date) =>
  new Date(Math.min(usedAt.getTime() + IDLE_LIFETIME_MS, createdAt.getTime() + ABSOLUTE_LIFETIME_MS));

const secondsLeft = ({ clock }: Pick<Context, "clock">, { expiresAt }: Session) =>
  Math.ceil((expiresAt.getTime() - clock.now().getTime()) / 1000);
