import type { Transport } from "#generated/types";
import type { Grant } from "./start";

interface CookieHeaders {
  "Set-Cookie"?: string[];
}

type Access = Pick<Grant, "accessToken" | "expiresIn">;

/** As the contract names it: the access token. */
const ACCESS_COOKIE = "__Host-session";
/** As the contract names it: the refresh token. */
const REFRESH_COOKIE = "__Host-refresh";
/** As the contract names it: the device token. */
const DEVICE_COOKIE = "__Host-device";
const DEVICE_COOKIE_SECONDS = 365 * 24 * 3600;

/**
 * RFC 6265bis: `__Host-` binds a cookie to this very host, over TLS only, so no other subdomain can set or read it. The
 * access token is Lax, because a link from a mail must find the person logged in; writes from other sites are refused
 * by the pipeline's guard. The others are Strict, because only our own pages ever need them. The device outlives the
 * session: logging out does not make it a stranger.
 */
const ACCESS_ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Lax";
const STRICT_ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Strict";

export const sessionCookies = (grant: Grant, deviceToken: string | undefined): CookieHeaders => ({
  "Set-Cookie": [
    accessCookie(grant),
    `${REFRESH_COOKIE}=${grant.refreshToken}; ${STRICT_ATTRIBUTES}; Max-Age=${grant.refreshExpiresIn}`,
    ...(deviceToken === undefined
      ? []
      : [`${DEVICE_COOKIE}=${deviceToken}; ${STRICT_ATTRIBUTES}; Max-Age=${DEVICE_COOKIE_SECONDS}`]),
  ],
});

/** Where only the access token is another one. */
export const accessCookies = (access: Access): CookieHeaders => ({ "Set-Cookie": [accessCookie(access)] });

const accessCookie = ({ accessToken, expiresIn }: Access) =>
  `${ACCESS_COOKIE}=${accessToken}; ${ACCESS_ATTRIBUTES}; Max-Age=${expiresIn}`;

const CLEARED = [
  `${ACCESS_COOKIE}=; ${ACCESS_ATTRIBUTES}; Max-Age=0`,
  `${REFRESH_COOKIE}=; ${STRICT_ATTRIBUTES}; Max-Age=0`,
];

/** A program has no cookies to clear. */
export const clearedCookies = (transport: Transport): CookieHeaders =>
  transport === "cookie" ? { "Set-Cookie": CLEARED } : {};
