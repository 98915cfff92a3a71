// Generated from the contract. Edit openapi.yaml, then run make generate.
import { allDiffer, hasAtLeast, hasAtMost, isObject } from "#contract/check";
import * as formats from "#contract/formats";

const instantPattern = /^[1-9].*Z$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the contract's own pattern
const namePattern = /^[^\s\x00-\x1f\x7f-\x9f](?:[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f])?$/u;
const refreshTokenPattern = /^gwr_[A-Za-z0-9_-]{43}$/u;
const roleNamePattern = /^[a-z][a-z0-9-]{1,39}$/u;
const scopeValues = new Set<unknown>([
  "organization:read",
  "organization:leave",
  "organization:write",
  "organization:delete",
  "member:read",
  "member:write",
  "role:read",
  "role:write",
  "invitation:read",
  "invitation:write",
  "key:read",
  "key:write",
  "audit:read",
]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: the contract's own pattern
const roleDescriptionPattern = /^[^\x00-\x1f\x7f-\x9f]*$/u;
const invitationTokenPattern = /^gwi_[A-Za-z0-9_-]{43}$/u;
const apiKeyGrantKeyPattern = /^gwk_[A-Za-z0-9]{49}$/u;
const auditEventNamePattern = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/u;
const hashPattern = /^[0-9a-f]{64}$/u;
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

export function isInstant(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 30) && formats.isDateTime(value) && instantPattern.test(value);
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

export function isNextCursor(value: unknown): boolean {
  return value === null || (typeof value === "string" && hasAtMost(value, 512));
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
        if (!isNextCursor(value.nextCursor)) return false;
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

export function isOrganizationName(value: unknown): boolean {
  return typeof value === "string" && value !== "" && hasAtMost(value, 100) && namePattern.test(value);
}

export function isNewOrganization(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "name":
        if (!isOrganizationName(value.name)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isOrganizationChange(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  if (names.length < 1) return false;
  for (const name of names) {
    switch (name) {
      case "name":
        if (value.name !== undefined && !isOrganizationName(value.name)) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

export function isOrganization(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "id":
        if (!isId(value.id)) return false;
        required++;
        break;
      case "name":
        if (!isOrganizationName(value.name)) return false;
        required++;
        break;
      case "personal":
        if (typeof value.personal !== "boolean") return false;
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
      case "deletesAt":
        if (!(value.deletesAt === null || isTimestamp(value.deletesAt))) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 6;
}

export function isRoleName(value: unknown): boolean {
  return typeof value === "string" && hasAtLeast(value, 2) && hasAtMost(value, 40) && roleNamePattern.test(value);
}

export function isMembership(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "organizationId":
        if (!isId(value.organizationId)) return false;
        required++;
        break;
      case "name":
        if (!isOrganizationName(value.name)) return false;
        required++;
        break;
      case "personal":
        if (typeof value.personal !== "boolean") return false;
        required++;
        break;
      case "role":
        if (!isRoleName(value.role)) return false;
        required++;
        break;
      case "current":
        if (typeof value.current !== "boolean") return false;
        required++;
        break;
      case "joinedAt":
        if (!isTimestamp(value.joinedAt)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 6;
}

export function isMembershipPage(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "items":
        if (!isMembershipPageItems(value.items)) return false;
        required++;
        break;
      case "nextCursor":
        if (!isNextCursor(value.nextCursor)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

function isMembershipPageItems(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 100) return false;
  for (const item of value) if (!isMembership(item)) return false;
  return true;
}

export function isScope(value: unknown): boolean {
  return scopeValues.has(value);
}

export function isScopes(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length < 1) return false;
  if (value.length > 64) return false;
  for (const item of value) if (!isScope(item)) return false;
  return allDiffer(value);
}

export function isRoleDescription(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 200) && roleDescriptionPattern.test(value);
}

export function isRole(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "name":
        if (!isRoleName(value.name)) return false;
        required++;
        break;
      case "description":
        if (!isRoleDescription(value.description)) return false;
        required++;
        break;
      case "builtIn":
        if (typeof value.builtIn !== "boolean") return false;
        required++;
        break;
      case "scopes":
        if (!isScopes(value.scopes)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 4;
}

export function isRoleList(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "items":
        if (!isRoleListItems(value.items)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isRoleListItems(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 54) return false;
  for (const item of value) if (!isRole(item)) return false;
  return true;
}

export function isNewRole(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "name":
        if (!isRoleName(value.name)) return false;
        required++;
        break;
      case "description":
        if (value.description !== undefined && !isRoleDescription(value.description)) return false;
        break;
      case "scopes":
        if (!isScopes(value.scopes)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isRoleChange(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  if (names.length < 1) return false;
  for (const name of names) {
    switch (name) {
      case "description":
        if (value.description !== undefined && !isRoleDescription(value.description)) return false;
        break;
      case "scopes":
        if (value.scopes !== undefined && !isScopes(value.scopes)) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

export function isMember(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "userId":
        if (!isId(value.userId)) return false;
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
      case "role":
        if (!isRoleName(value.role)) return false;
        required++;
        break;
      case "joinedAt":
        if (!isTimestamp(value.joinedAt)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 5;
}

export function isMemberChange(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "role":
        if (!isRoleName(value.role)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isMemberPage(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "items":
        if (!isMemberPageItems(value.items)) return false;
        required++;
        break;
      case "nextCursor":
        if (!isNextCursor(value.nextCursor)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

function isMemberPageItems(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 100) return false;
  for (const item of value) if (!isMember(item)) return false;
  return true;
}

export function isNewInvitation(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "email":
        if (!isEmail(value.email)) return false;
        required++;
        break;
      case "role":
        if (!isRoleName(value.role)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isInvitation(value: unknown): boolean {
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
      case "role":
        if (!isRoleName(value.role)) return false;
        required++;
        break;
      case "invitedBy":
        if (!(value.invitedBy === null || isId(value.invitedBy))) return false;
        required++;
        break;
      case "createdAt":
        if (!isTimestamp(value.createdAt)) return false;
        required++;
        break;
      case "sentAt":
        if (!isTimestamp(value.sentAt)) return false;
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
  return required === 7;
}

export function isInvitationPage(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "items":
        if (!isInvitationPageItems(value.items)) return false;
        required++;
        break;
      case "nextCursor":
        if (!isNextCursor(value.nextCursor)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

function isInvitationPageItems(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 100) return false;
  for (const item of value) if (!isInvitation(item)) return false;
  return true;
}

export function isInvitationToken(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 64) && invitationTokenPattern.test(value);
}

export function isInvitationAnswer(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "token":
        if (!isInvitationToken(value.token)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isInvitationPreview(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "organizationName":
        if (!isOrganizationName(value.organizationName)) return false;
        required++;
        break;
      case "email":
        if (!isEmail(value.email)) return false;
        required++;
        break;
      case "role":
        if (!isRoleName(value.role)) return false;
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
  return required === 4;
}

export function isKeyName(value: unknown): boolean {
  return typeof value === "string" && value !== "" && hasAtMost(value, 100) && namePattern.test(value);
}

export function isKeyScope(value: unknown): boolean {
  return (
    value === "organization:read" ||
    value === "organization:write" ||
    value === "member:read" ||
    value === "member:write" ||
    value === "role:read" ||
    value === "role:write" ||
    value === "invitation:read" ||
    value === "invitation:write" ||
    value === "key:read" ||
    value === "audit:read"
  );
}

export function isKeyScopes(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length < 1) return false;
  if (value.length > 64) return false;
  for (const item of value) if (!isKeyScope(item)) return false;
  return allDiffer(value);
}

export function isNewApiKey(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "name":
        if (!isKeyName(value.name)) return false;
        required++;
        break;
      case "scopes":
        if (!isKeyScopes(value.scopes)) return false;
        required++;
        break;
      case "expiresInDays":
        if (
          value.expiresInDays !== undefined &&
          !(
            typeof value.expiresInDays === "number" &&
            Number.isInteger(value.expiresInDays) &&
            value.expiresInDays >= 1 &&
            value.expiresInDays <= 3650
          )
        )
          return false;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isApiKey(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "id":
        if (!isId(value.id)) return false;
        required++;
        break;
      case "name":
        if (!isKeyName(value.name)) return false;
        required++;
        break;
      case "scopes":
        if (!isKeyScopes(value.scopes)) return false;
        required++;
        break;
      case "ending":
        if (!(typeof value.ending === "string" && hasAtLeast(value.ending, 4) && hasAtMost(value.ending, 4)))
          return false;
        required++;
        break;
      case "createdBy":
        if (!isId(value.createdBy)) return false;
        required++;
        break;
      case "createdAt":
        if (!isTimestamp(value.createdAt)) return false;
        required++;
        break;
      case "expiresAt":
        if (!(value.expiresAt === null || isTimestamp(value.expiresAt))) return false;
        required++;
        break;
      case "lastUsedAt":
        if (!(value.lastUsedAt === null || isTimestamp(value.lastUsedAt))) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 8;
}

export function isApiKeyPage(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "items":
        if (!isApiKeyPageItems(value.items)) return false;
        required++;
        break;
      case "nextCursor":
        if (!isNextCursor(value.nextCursor)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

function isApiKeyPageItems(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 100) return false;
  for (const item of value) if (!isApiKey(item)) return false;
  return true;
}

export function isApiKeyGrant(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "apiKey":
        if (!isApiKey(value.apiKey)) return false;
        required++;
        break;
      case "key":
        if (!(typeof value.key === "string" && hasAtMost(value.key, 64) && apiKeyGrantKeyPattern.test(value.key)))
          return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isApiKeyRotation(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  for (const name of names) {
    switch (name) {
      case "overlapHours":
        if (
          value.overlapHours !== undefined &&
          !(
            typeof value.overlapHours === "number" &&
            Number.isInteger(value.overlapHours) &&
            value.overlapHours >= 0 &&
            value.overlapHours <= 168
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

export function isAuditEventName(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 64) && auditEventNamePattern.test(value);
}

export function isHash(value: unknown): boolean {
  return typeof value === "string" && hasAtLeast(value, 64) && hasAtMost(value, 64) && hashPattern.test(value);
}

export function isAuditSequence(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 9007199254740991;
}

export function isAuditEvent(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "id":
        if (!isId(value.id)) return false;
        required++;
        break;
      case "sequence":
        if (!isAuditSequence(value.sequence)) return false;
        required++;
        break;
      case "occurredAt":
        if (!isTimestamp(value.occurredAt)) return false;
        required++;
        break;
      case "event":
        if (!isAuditEventName(value.event)) return false;
        required++;
        break;
      case "operation":
        if (!(typeof value.operation === "string" && hasAtMost(value.operation, 60))) return false;
        required++;
        break;
      case "scheme":
        if (!(value.scheme === null || (typeof value.scheme === "string" && hasAtMost(value.scheme, 60)))) return false;
        required++;
        break;
      case "subject":
        if (!(value.subject === null || (typeof value.subject === "string" && hasAtMost(value.subject, 64))))
          return false;
        required++;
        break;
      case "requestId":
        if (!isId(value.requestId)) return false;
        required++;
        break;
      case "address":
        if (!(typeof value.address === "string" && hasAtMost(value.address, 45))) return false;
        required++;
        break;
      case "fields":
        if (!isAuditEventFields(value.fields)) return false;
        required++;
        break;
      case "hash":
        if (!isHash(value.hash)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 11;
}

function isAuditEventFields(value: unknown): boolean {
  if (!isObject(value)) return false;
  return true;
}

export function isAuditEventPage(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "items":
        if (!isAuditEventPageItems(value.items)) return false;
        required++;
        break;
      case "nextCursor":
        if (!isNextCursor(value.nextCursor)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

function isAuditEventPageItems(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 200) return false;
  for (const item of value) if (!isAuditEvent(item)) return false;
  return true;
}

export function isAuditFault(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "sequence":
        if (!isAuditSequence(value.sequence)) return false;
        required++;
        break;
      case "kind":
        if (!(value.kind === "removed" || value.kind === "reordered" || value.kind === "changed")) return false;
        required++;
        break;
      case "eventId":
        if (!(value.eventId === null || isId(value.eventId))) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 3;
}

export function isAuditVerification(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "valid":
        if (typeof value.valid !== "boolean") return false;
        required++;
        break;
      case "events":
        if (
          !(
            typeof value.events === "number" &&
            Number.isInteger(value.events) &&
            value.events >= 0 &&
            value.events <= 9007199254740991
          )
        )
          return false;
        required++;
        break;
      case "hash":
        if (!(value.hash === null || isHash(value.hash))) return false;
        required++;
        break;
      case "fault":
        if (!(value.fault === null || isAuditFault(value.fault))) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 4;
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

export function isOrganizationIdPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isOrganizationIdPathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isOrganizationIdPathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "organizationId":
        if (!isId(value.organizationId)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isListMembersParameters(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isListMembersParametersPath(value.path)) return false;
        required++;
        break;
      case "query":
        if (!isListMembersParametersQuery(value.query)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

function isListMembersParametersPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "organizationId":
        if (!isId(value.organizationId)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isListMembersParametersQuery(value: unknown): boolean {
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

export function isOrganizationIdUserIdPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isOrganizationIdUserIdPathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isOrganizationIdUserIdPathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "organizationId":
        if (!isId(value.organizationId)) return false;
        required++;
        break;
      case "userId":
        if (!isId(value.userId)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isOrganizationIdRoleNamePath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isOrganizationIdRoleNamePathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isOrganizationIdRoleNamePathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "organizationId":
        if (!isId(value.organizationId)) return false;
        required++;
        break;
      case "roleName":
        if (!isRoleName(value.roleName)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isOrganizationIdInvitationIdPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isOrganizationIdInvitationIdPathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isOrganizationIdInvitationIdPathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "organizationId":
        if (!isId(value.organizationId)) return false;
        required++;
        break;
      case "invitationId":
        if (!isId(value.invitationId)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isOrganizationIdKeyIdPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isOrganizationIdKeyIdPathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isOrganizationIdKeyIdPathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "organizationId":
        if (!isId(value.organizationId)) return false;
        required++;
        break;
      case "keyId":
        if (!isId(value.keyId)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isListAuditEventsParameters(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isListAuditEventsParametersPath(value.path)) return false;
        required++;
        break;
      case "query":
        if (!isListAuditEventsParametersQuery(value.query)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

function isListAuditEventsParametersPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "organizationId":
        if (!isId(value.organizationId)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isListAuditEventsParametersQuery(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  for (const name of names) {
    switch (name) {
      case "event":
        if (value.event !== undefined && !isAuditEventName(value.event)) return false;
        break;
      case "subject":
        if (value.subject !== undefined && !isId(value.subject)) return false;
        break;
      case "from":
        if (value.from !== undefined && !isInstant(value.from)) return false;
        break;
      case "until":
        if (value.until !== undefined && !isInstant(value.until)) return false;
        break;
      case "limit":
        if (
          value.limit !== undefined &&
          !(typeof value.limit === "number" && Number.isInteger(value.limit) && value.limit >= 1 && value.limit <= 200)
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

export function isExportAuditEventsParameters(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isExportAuditEventsParametersPath(value.path)) return false;
        required++;
        break;
      case "query":
        if (!isExportAuditEventsParametersQuery(value.query)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

function isExportAuditEventsParametersPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "organizationId":
        if (!isId(value.organizationId)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isExportAuditEventsParametersQuery(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  for (const name of names) {
    switch (name) {
      case "format":
        if (value.format !== undefined && !(value.format === "ndjson" || value.format === "csv")) return false;
        break;
      case "event":
        if (value.event !== undefined && !isAuditEventName(value.event)) return false;
        break;
      case "subject":
        if (value.subject !== undefined && !isId(value.subject)) return false;
        break;
      case "from":
        if (value.from !== undefined && !isInstant(value.from)) return false;
        break;
      case "until":
        if (value.until !== undefined && !isInstant(value.until)) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

export function isContentDispositionHeader(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 200);
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
