import type { Transport } from "#generated/types";
import type { Grant } from "./sessions";

interface CookieHeaders {
  "Set-Cookie"?: string[];
}

/** As the contract names it: the access token. */
const ACCESS_COOKIE = "__Host-session";
/** As the contract names it: the refresh token. */
const REFRESH_COOKIE = "__Host-refresh";

/**
 * RFC 6265bis: `__Host-` binds a cookie to this very host, over TLS only, so no other subdomain can set or read it. The
 * access token is Lax, because a link from a mail must find the person logged in; writes from other sites are refused
 * by the pipeline's guard. The refresh token is Strict, because only our own pages ever need it.
 */
const ACCESS_ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Lax";
const REFRESH_ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Strict";

export const sessionCookies = (grant: Grant): CookieHeaders => ({
  "Set-Cookie": [
    `${ACCESS_COOKIE}=${grant.accessToken}; ${ACCESS_ATTRIBUTES}; Max-Age=${grant.expiresIn}`,
    `${REFRESH_COOKIE}=${grant.refreshToken}; ${REFRESH_ATTRIBUTES}; Max-Age=${grant.refreshExpiresIn}`,
  ],
});

const CLEARED = [
  `${ACCESS_COOKIE}=; ${ACCESS_ATTRIBUTES}; Max-Age=0`,
  `${REFRESH_COOKIE}=; ${REFRESH_ATTRIBUTES}; Max-Age=0`,
];

/** A program has no cookies to clear. */
export const clearedCookies = (transport: Transport): CookieHeaders =>
  transport === "cookie" ? { "Set-Cookie": CLEARED } : {};
