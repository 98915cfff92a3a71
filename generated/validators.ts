// Generated from the contract. Edit openapi.yaml, then run make generate.
import { hasAtLeast, hasAtMost, isObject } from "#contract/check";
import * as formats from "#contract/formats";

// biome-ignore lint/suspicious/noControlCharactersInRegex: the contract's own pattern
const namePattern = /^[^\s\x00-\x1f\x7f-\x9f](?:[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f])?$/u;
const refreshTokenPattern = /^gwr_[A-Za-z0-9_-]{43}$/u;
const jsonWebKeyXPattern = /^[A-Za-z0-9_-]{43}$/u;
const eTagHeaderPattern = /^"[!#-~]+"$/u;
const listSessionsParametersQueryCursorPattern = /^[A-Za-z0-9_-]+$/u;
const eTagHeader2Pattern = /^"[0-9]+"$/u;
const codePathPathCodePattern = /^[a-z][a-z0-9_]*$/u;

export function isId(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 36) && formats.isUuid(value);
}

export function isTimestamp(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 30) && formats.isDateTime(value);
}

export function isEmail(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 254) && formats.isEmail(value);
}

export function isPassword(value: unknown): boolean {
  return typeof value === "string" && hasAtLeast(value, 8) && hasAtMost(value, 256);
}

export function isName(value: unknown): boolean {
  return typeof value === "string" && value !== "" && hasAtMost(value, 100) && namePattern.test(value);
}

export function isRefreshToken(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 64) && refreshTokenPattern.test(value);
}

export function isRegistration(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "email":
        if (!isEmail(value.email)) return false;
        required++;
        break;
      case "password":
        if (!isPassword(value.password)) return false;
        required++;
        break;
      case "name":
        if (!isName(value.name)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 3;
}

export function isUser(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "id":
        if (!isId(value.id)) return false;
        required++;
        break;
      case "email":
        if (!isEmail(value.email)) return false;
        required++;
        break;
      case "name":
        if (!isName(value.name)) return false;
        required++;
        break;
      case "createdAt":
        if (!isTimestamp(value.createdAt)) return false;
        required++;
        break;
      case "updatedAt":
        if (!isTimestamp(value.updatedAt)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 5;
}

export function isProfileChange(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  if (names.length < 1) return false;
  for (const name of names) {
    switch (name) {
      case "name":
        if (value.name !== undefined && !isName(value.name)) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

export function isTransport(value: unknown): boolean {
  return value === "bearer" || value === "cookie";
}

export function isCredentials(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "email":
        if (!isEmail(value.email)) return false;
        required++;
        break;
      case "password":
        if (!(typeof value.password === "string" && value.password !== "" && hasAtMost(value.password, 256)))
          return false;
        required++;
        break;
      case "transport":
        if (value.transport !== undefined && !isTransport(value.transport)) return false;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isBearerRefresh(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "transport":
        if (value.transport !== "bearer") return false;
        required++;
        break;
      case "refreshToken":
        if (!isRefreshToken(value.refreshToken)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isCookieRefresh(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "transport":
        if (value.transport !== "cookie") return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isRefresh(value: unknown): boolean {
  if (!isObject(value)) return false;
  switch (value.transport) {
    case "bearer":
      return isBearerRefresh(value);
    case "cookie":
      return isCookieRefresh(value);
    default:
      return false;
  }
}

export function isExpiresIn(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 900;
}

export function isBearerGrant(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "transport":
        if (value.transport !== "bearer") return false;
        required++;
        break;
      case "sessionId":
        if (!isId(value.sessionId)) return false;
        required++;
        break;
      case "accessToken":
        if (!(typeof value.accessToken === "string" && hasAtMost(value.accessToken, 4096))) return false;
        required++;
        break;
      case "expiresIn":
        if (!isExpiresIn(value.expiresIn)) return false;
        required++;
        break;
      case "refreshToken":
        if (!isRefreshToken(value.refreshToken)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 5;
}

export function isCookieGrant(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "transport":
        if (value.transport !== "cookie") return false;
        required++;
        break;
      case "sessionId":
        if (!isId(value.sessionId)) return false;
        required++;
        break;
      case "expiresIn":
        if (!isExpiresIn(value.expiresIn)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 3;
}

export function isSessionGrant(value: unknown): boolean {
  if (!isObject(value)) return false;
  switch (value.transport) {
    case "bearer":
      return isBearerGrant(value);
    case "cookie":
      return isCookieGrant(value);
    default:
      return false;
  }
}

export function isSession(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "id":
        if (!isId(value.id)) return false;
        required++;
        break;
      case "current":
        if (typeof value.current !== "boolean") return false;
        required++;
        break;
      case "userAgent":
        if (!(value.userAgent === null || (typeof value.userAgent === "string" && hasAtMost(value.userAgent, 512))))
          return false;
        required++;
        break;
      case "createdAt":
        if (!isTimestamp(value.createdAt)) return false;
        required++;
        break;
      case "lastUsedAt":
        if (!isTimestamp(value.lastUsedAt)) return false;
        required++;
        break;
      case "expiresAt":
        if (!isTimestamp(value.expiresAt)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 6;
}

export function isSessionPage(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "items":
        if (!isSessionPageItems(value.items)) return false;
        required++;
        break;
      case "nextCursor":
        if (!(value.nextCursor === null || (typeof value.nextCursor === "string" && hasAtMost(value.nextCursor, 512))))
          return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

function isSessionPageItems(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 100) return false;
  for (const item of value) if (!isSession(item)) return false;
  return true;
}

export function isHealth(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "status":
        if (value.status !== "ok") return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isContract(value: unknown): boolean {
  if (!isObject(value)) return false;
  return true;
}

export function isReferenceAsset(value: unknown): boolean {
  return value === "swagger-ui-bundle.js" || value === "swagger-ui.css";
}

export function isJsonWebKey(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "kty":
        if (value.kty !== "EC") return false;
        required++;
        break;
      case "crv":
        if (value.crv !== "P-256") return false;
        required++;
        break;
      case "alg":
        if (value.alg !== "ES256") return false;
        required++;
        break;
      case "use":
        if (value.use !== "sig") return false;
        required++;
        break;
      case "kid":
        if (!isId(value.kid)) return false;
        required++;
        break;
      case "x":
        if (!(typeof value.x === "string" && hasAtMost(value.x, 43) && jsonWebKeyXPattern.test(value.x))) return false;
        required++;
        break;
      case "y":
        if (!(typeof value.y === "string" && hasAtMost(value.y, 43) && jsonWebKeyXPattern.test(value.y))) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 7;
}

export function isJsonWebKeySet(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "keys":
        if (!isJsonWebKeySetKeys(value.keys)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isJsonWebKeySetKeys(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 16) return false;
  for (const item of value) if (!isJsonWebKey(item)) return false;
  return true;
}

export function isETagHeader(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 64) && eTagHeaderPattern.test(value);
}

export function isListSessionsParameters(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "query":
        if (!isListSessionsParametersQuery(value.query)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isListSessionsParametersQuery(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  for (const name of names) {
    switch (name) {
      case "limit":
        if (
          value.limit !== undefined &&
          !(typeof value.limit === "number" && Number.isInteger(value.limit) && value.limit >= 1 && value.limit <= 100)
        )
          return false;
        break;
      case "cursor":
        if (
          value.cursor !== undefined &&
          !(
            typeof value.cursor === "string" &&
            value.cursor !== "" &&
            hasAtMost(value.cursor, 512) &&
            listSessionsParametersQueryCursorPattern.test(value.cursor)
          )
        )
          return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

export function isSetCookieHeader(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 2) return false;
  for (const item of value) if (!(typeof item === "string" && hasAtMost(item, 4096))) return false;
  return true;
}

export function isSessionIdPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isSessionIdPathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isSessionIdPathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "sessionId":
        if (!isId(value.sessionId)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isRefreshSessionParameters(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "cookie":
        if (!isRefreshSessionParametersCookie(value.cookie)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isRefreshSessionParametersCookie(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  for (const name of names) {
    switch (name) {
      case "__Host-refresh":
        if (value["__Host-refresh"] !== undefined && !isRefreshToken(value["__Host-refresh"])) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

export function isGetMetricsAnswer(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 10000000);
}

export function isGetReferenceAnswer(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 100000);
}

export function isContentSecurityPolicyHeader(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 1024);
}

export function isAssetPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isAssetPathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isAssetPathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "asset":
        if (!isReferenceAsset(value.asset)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isETagHeader2(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 64) && eTagHeader2Pattern.test(value);
}

export function isCodePath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isCodePathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isCodePathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "code":
        if (!(typeof value.code === "string" && hasAtMost(value.code, 64) && codePathPathCodePattern.test(value.code)))
          return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}
