import type { PageKey } from "#contract/context";
import type { AccessGrant, Session, SessionGrant, Transport } from "#generated/types";
import { accessCookies, sessionCookies } from "./cookies";
import type { SessionRow } from "./queries";
import type { Grant } from "./start";

/** Tokens travel in the body or in cookies, never in both. A refresh says nothing of the device. */
export function presentGrant(transport: Transport, grant: Grant, deviceToken?: string) {
  const { sessionId, expiresIn, accessToken, refreshToken } = grant;
  const body: SessionGrant =
    transport === "cookie"
      ? { transport, sessionId, expiresIn }
      : { transport, sessionId, accessToken, expiresIn, refreshToken, ...(deviceToken && { deviceToken }) };
  return { body, headers: transport === "cookie" ? sessionCookies(grant, deviceToken) : {} };
}

/** Only the access token is another one. */
export function presentAccess(transport: Transport, access: Pick<Grant, "sessionId" | "accessToken" | "expiresIn">) {
  const { sessionId, expiresIn } = access;
  const body: AccessGrant = transport === "cookie" ? { transport, sessionId, expiresIn } : { transport, ...access };
  return { body, headers: transport === "cookie" ? accessCookies(access) : {} };
}

export const presentSession = (row: SessionRow, currentId: string): Session => ({
  id: row.id,
  current: row.id === currentId,
  userAgent: row.userAgent,
  address: row.address,
  impersonated: row.impersonatedBy !== null,
  createdAt: row.createdAt,
  lastUsedAt: row.lastUsedAt,
  expiresAt: row.expiresAt,
});

/** Where a session stands in the list, which is in the order of (created_at, id). */
export const placeOf = ({ createdAt, id }: SessionRow): PageKey => ({ at: createdAt, id });
