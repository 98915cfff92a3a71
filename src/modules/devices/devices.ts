import type { Context } from "#context";
import type { Sql } from "#db/client";
import { hashToken, randomToken } from "#lib/opaque-tokens";
import * as queries from "./queries";

export { type Attempt, giveBackAttempt, takeAttempt } from "./attempts";

/** A device that was not used for this long is as good as new. */
export const UNUSED_LIFETIME_MS = 365 * 24 * 60 * 60_000;
/** Of one person. Those unused for longest go. */
const DEVICES_MAXIMUM = 50;
/** As the contract says: characters of a User-Agent that are kept. */
const USER_AGENT_LENGTH_MAXIMUM = 512;
const PREFIX = "gwd_";

export interface Device {
  readonly id: string;
  /** `gwd_` and 256 bits in base64url, shown this once; undefined for a device that has its token already. */
  readonly token?: string;
  /** Whether the account has other devices and not this one. */
  readonly isNew: boolean;
}

/**
 * The device that a login comes from, where this token is one of this person's. Asks the database the same where there
 * is no such person, so that the time does not tell.
 */
export async function recognizeDevice(
  ctx: Pick<Context, "clock">,
  sql: Sql,
  userId: string | undefined,
  token: string | undefined,
): Promise<{ id: string } | undefined> {
  if (token === undefined) return undefined;
  const device = await queries.selectDeviceByToken(sql, hashToken(token));
  const isKnown = device?.userId === userId && Date.parse(device?.lastUsedAt ?? "") > unusedSince(ctx);
  return device && isKnown ? { id: device.id } : undefined;
}

/**
 * Notes that a person logged in from the device that was recognized, or from a new one. Lock the person first: parallel
 * logins then agree on which device is the first, and which go.
 */
export async function rememberDevice(
  ctx: Pick<Context, "clock" | "ids" | "client">,
  sql: Sql,
  userId: string,
  knownId: string | undefined,
): Promise<Device> {
  const now = ctx.clock.now();
  const known = knownId === undefined ? undefined : await queries.updateDeviceUsed(sql, { id: knownId, userId }, now);
  if (known) return { id: known.id, isNew: false };
  const device = { id: ctx.ids.next(), token: randomToken(PREFIX), isNew: await queries.hasDevice(sql, userId) };
  const userAgent = keptUserAgent(ctx);
  await queries.insertDevice(sql, { id: device.id, userId, tokenHash: hashToken(device.token), userAgent, at: now });
  await queries.deleteOldestDevices(sql, userId, DEVICES_MAXIMUM);
  return device;
}

/** Forgets the devices that these sessions were started from, except the one that the session `keptId` came from. */
export const forgetDevicesOf = (sql: Sql, sessionIds: readonly string[], keptId: string) =>
  queries.deleteDevicesOfSessions(sql, sessionIds, keptId);

/** Forgets every device of a person: whoever else is known as one of theirs is no longer. */
export const forgetDevices = (sql: Sql, userId: string) => queries.deleteDevicesByUser(sql, userId);

/** What the browser or program calls itself, as far as it is kept. */
export const keptUserAgent = ({ client: { userAgent } }: Pick<Context, "client">): string | null =>
  userAgent && Array.from(userAgent).slice(0, USER_AGENT_LENGTH_MAXIMUM).join("");

const unusedSince = ({ clock }: Pick<Context, "clock">) => clock.now().getTime() - UNUSED_LIFETIME_MS;
