import type { PageKey } from "#contract/context";
import type { Session, SessionGrant, Transport } from "#generated/types";
import { sessionCookies } from "./cookies";
import type { SessionRow } from "./queries";
import type { Grant } from "./sessions";

/** Tokens travel in the body or in cookies, never in both. */
export function presentGrant(transport: Transport, grant: Grant) {
  const { sessionId, expiresIn, accessToken, refreshToken } = grant;
  const body: SessionGrant =
    transport === "cookie"
      ? { transport, sessionId, expiresIn }
      : { transport, sessionId, accessToken, expiresIn, refreshToken };
  return { body, headers: transport === "cookie" ? sessionCookies(grant) : {} };
}

export const presentSession = (row: SessionRow, currentId: string): Session => ({
  id: row.id,
  current: row.id === currentId,
  userAgent: row.userAgent,
  createdAt: row.createdAt,
  lastUsedAt: row.lastUsedAt,
  expiresAt: row.expiresAt,
});

/** Where a session stands in the list, which is in the order of (created_at, id). */
export const placeOf = ({ createdAt, id }: SessionRow): PageKey => ({ at: createdAt, id });
