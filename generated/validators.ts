// Generated from the contract. Edit openapi.yaml, then run make generate.
import { allDiffer, hasAtLeast, hasAtMost, isObject } from "#contract/check";
import * as formats from "#contract/formats";

const instantPattern = /^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the contract's own pattern
const namePattern = /^[^\s\x00-\x1f\x7f-\x9f](?:[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f])?$/u;
const refreshTokenPattern = /^gwr_[A-Za-z0-9_-]{43}$/u;
const deviceTokenPattern = /^gwd_[A-Za-z0-9_-]{43}$/u;
const linkTokenPattern = /^gwl_[A-Za-z0-9_-]{43}$/u;
const challengeTokenPattern = /^gwc_[A-Za-z0-9_-]{43}$/u;
const totpCodePattern = /^[0-9]{6}$/u;
const recoveryCodePattern = /^[0-9A-Za-z -]+$/u;
const ceremonyTokenPattern = /^gwp_[A-Za-z0-9_-]{43}$/u;
const totpSetupSecretPattern = /^[A-Z2-7]{32}$/u;
const providerIdPattern = /^[a-z][a-z0-9-]{1,39}$/u;
const authorizationTokenPattern = /^gwo_[A-Za-z0-9_-]{43}$/u;
const callbackValuePattern = /^[\x20-\x7e]+$/u;
const callbackIssuerPattern = /^[\x21-\x7e]+$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the contract's own pattern
const reasonPattern = /^[^\x00-\x1f\x7f-\x9f]+$/u;
const jobNamePattern = /^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)+$/u;
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
const listMyEventsParametersQueryCursorPattern = /^[A-Za-z0-9_-]+$/u;
const codePathPathCodePattern = /^[a-z][a-z0-9_]*$/u;
const templatePathPathTemplatePattern = /^[a-z][a-z0-9-]*$/u;
const pagePathPathPagePattern = /^[a-z][a-z-]*$/u;

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
  return typeof value === "string" && hasAtLeast(value, 8) && hasAtMost(value, 1024);
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
      case "emailVerifiedAt":
        if (!(value.emailVerifiedAt === null || isTimestamp(value.emailVerifiedAt))) return false;
        required++;
        break;
      case "name":
        if (!isName(value.name)) return false;
        required++;
        break;
      case "administrator":
        if (typeof value.administrator !== "boolean") return false;
        required++;
        break;
      case "impersonatedBy":
        if (!(value.impersonatedBy === null || isId(value.impersonatedBy))) return false;
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
  return required === 9;
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

export function isAnyPassword(value: unknown): boolean {
  return typeof value === "string" && value !== "" && hasAtMost(value, 1024);
}

export function isDeviceToken(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 64) && deviceTokenPattern.test(value);
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
        if (!isAnyPassword(value.password)) return false;
        required++;
        break;
      case "transport":
        if (value.transport !== undefined && !isTransport(value.transport)) return false;
        break;
      case "deviceToken":
        if (value.deviceToken !== undefined && !isDeviceToken(value.deviceToken)) return false;
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
      case "deviceToken":
        if (value.deviceToken !== undefined && !isDeviceToken(value.deviceToken)) return false;
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
      case "address":
        if (!(value.address === null || (typeof value.address === "string" && hasAtMost(value.address, 45))))
          return false;
        required++;
        break;
      case "impersonated":
        if (typeof value.impersonated !== "boolean") return false;
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
  return required === 8;
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

export function isNewPassword(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "password":
        if (!isPassword(value.password)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isAddressOnly(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "email":
        if (!isEmail(value.email)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isLinkToken(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 64) && linkTokenPattern.test(value);
}

export function isLinkUse(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "token":
        if (!isLinkToken(value.token)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isPasswordReset(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "token":
        if (!isLinkToken(value.token)) return false;
        required++;
        break;
      case "password":
        if (!isPassword(value.password)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isChallengeToken(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 64) && challengeTokenPattern.test(value);
}

export function isChallengeOnly(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "challenge":
        if (!isChallengeToken(value.challenge)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isSecondFactorMethod(value: unknown): boolean {
  return value === "totp" || value === "passkey" || value === "recovery_code";
}

export function isSecondFactorChallenge(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "challenge":
        if (!isChallengeToken(value.challenge)) return false;
        required++;
        break;
      case "methods":
        if (!isSecondFactorChallengeMethods(value.methods)) return false;
        required++;
        break;
      case "expiresIn":
        if (
          !(
            typeof value.expiresIn === "number" &&
            Number.isInteger(value.expiresIn) &&
            value.expiresIn >= 1 &&
            value.expiresIn <= 600
          )
        )
          return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 3;
}

function isSecondFactorChallengeMethods(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length < 1) return false;
  if (value.length > 3) return false;
  for (const item of value) if (!isSecondFactorMethod(item)) return false;
  return allDiffer(value);
}

export function isTotpCode(value: unknown): boolean {
  return typeof value === "string" && hasAtLeast(value, 6) && hasAtMost(value, 6) && totpCodePattern.test(value);
}

export function isRecoveryCode(value: unknown): boolean {
  return typeof value === "string" && hasAtLeast(value, 10) && hasAtMost(value, 20) && recoveryCodePattern.test(value);
}

export function isTotpFactor(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "method":
        if (value.method !== "totp") return false;
        required++;
        break;
      case "challenge":
        if (!isChallengeToken(value.challenge)) return false;
        required++;
        break;
      case "code":
        if (!isTotpCode(value.code)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 3;
}

export function isRecoveryCodeFactor(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "method":
        if (value.method !== "recovery_code") return false;
        required++;
        break;
      case "challenge":
        if (!isChallengeToken(value.challenge)) return false;
        required++;
        break;
      case "code":
        if (!isRecoveryCode(value.code)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 3;
}

export function isCeremonyToken(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 64) && ceremonyTokenPattern.test(value);
}

export function isPublicKeyCredential(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "id":
        if (!(typeof value.id === "string" && hasAtMost(value.id, 2048))) return false;
        required++;
        break;
      case "rawId":
        if (!(typeof value.rawId === "string" && hasAtMost(value.rawId, 2048))) return false;
        required++;
        break;
      case "type":
        if (value.type !== "public-key") return false;
        required++;
        break;
      case "response":
        if (!isPublicKeyCredentialResponse(value.response)) return false;
        required++;
        break;
    }
  }
  return required === 4;
}

function isPublicKeyCredentialResponse(value: unknown): boolean {
  if (!isObject(value)) return false;
  return true;
}

export function isPasskeyFactor(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "method":
        if (value.method !== "passkey") return false;
        required++;
        break;
      case "challenge":
        if (!isChallengeToken(value.challenge)) return false;
        required++;
        break;
      case "ceremony":
        if (!isCeremonyToken(value.ceremony)) return false;
        required++;
        break;
      case "response":
        if (!isPublicKeyCredential(value.response)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 4;
}

export function isSecondFactor(value: unknown): boolean {
  if (!isObject(value)) return false;
  switch (value.method) {
    case "totp":
      return isTotpFactor(value);
    case "recovery_code":
      return isRecoveryCodeFactor(value);
    case "passkey":
      return isPasskeyFactor(value);
    default:
      return false;
  }
}

export function isPasswordProof(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "method":
        if (value.method !== "password") return false;
        required++;
        break;
      case "password":
        if (!isAnyPassword(value.password)) return false;
        required++;
        break;
      case "code":
        if (value.code !== undefined && !isTotpCode(value.code)) return false;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isPasskeyProof(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "method":
        if (value.method !== "passkey") return false;
        required++;
        break;
      case "ceremony":
        if (!isCeremonyToken(value.ceremony)) return false;
        required++;
        break;
      case "response":
        if (!isPublicKeyCredential(value.response)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 3;
}

export function isProof(value: unknown): boolean {
  if (!isObject(value)) return false;
  switch (value.method) {
    case "password":
      return isPasswordProof(value);
    case "passkey":
      return isPasskeyProof(value);
    default:
      return false;
  }
}

export function isBearerAccess(value: unknown): boolean {
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
      default:
        return false;
    }
  }
  return required === 4;
}

export function isCookieAccess(value: unknown): boolean {
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

export function isAccessGrant(value: unknown): boolean {
  if (!isObject(value)) return false;
  switch (value.transport) {
    case "bearer":
      return isBearerAccess(value);
    case "cookie":
      return isCookieAccess(value);
    default:
      return false;
  }
}

export function isSecurity(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "password":
        if (typeof value.password !== "boolean") return false;
        required++;
        break;
      case "totp":
        if (typeof value.totp !== "boolean") return false;
        required++;
        break;
      case "recoveryCodes":
        if (
          !(
            typeof value.recoveryCodes === "number" &&
            Number.isInteger(value.recoveryCodes) &&
            value.recoveryCodes >= 0 &&
            value.recoveryCodes <= 10
          )
        )
          return false;
        required++;
        break;
      case "passkeys":
        if (
          !(
            typeof value.passkeys === "number" &&
            Number.isInteger(value.passkeys) &&
            value.passkeys >= 0 &&
            value.passkeys <= 20
          )
        )
          return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 4;
}

export function isTotpSetup(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "secret":
        if (
          !(
            typeof value.secret === "string" &&
            hasAtMost(value.secret, 64) &&
            totpSetupSecretPattern.test(value.secret)
          )
        )
          return false;
        required++;
        break;
      case "uri":
        if (!(typeof value.uri === "string" && hasAtMost(value.uri, 1024))) return false;
        required++;
        break;
      case "qrCode":
        if (!(typeof value.qrCode === "string" && hasAtMost(value.qrCode, 65536))) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 3;
}

export function isTotpConfirmation(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "code":
        if (!isTotpCode(value.code)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isNewRecoveryCodes(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 10) return false;
  for (const item of value) if (!isRecoveryCode(item)) return false;
  return true;
}

export function isRecoveryCodes(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "recoveryCodes":
        if (!isNewRecoveryCodes(value.recoveryCodes)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isPasskeyCeremony(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "ceremony":
        if (!isCeremonyToken(value.ceremony)) return false;
        required++;
        break;
      case "options":
        if (!isPasskeyCeremonyOptions(value.options)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

function isPasskeyCeremonyOptions(value: unknown): boolean {
  if (!isObject(value)) return false;
  return true;
}

export function isPasskeyCredentials(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "ceremony":
        if (!isCeremonyToken(value.ceremony)) return false;
        required++;
        break;
      case "response":
        if (!isPublicKeyCredential(value.response)) return false;
        required++;
        break;
      case "transport":
        if (value.transport !== undefined && !isTransport(value.transport)) return false;
        break;
      case "deviceToken":
        if (value.deviceToken !== undefined && !isDeviceToken(value.deviceToken)) return false;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isPasskeyName(value: unknown): boolean {
  return typeof value === "string" && value !== "" && hasAtMost(value, 100) && namePattern.test(value);
}

export function isNewPasskey(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "ceremony":
        if (!isCeremonyToken(value.ceremony)) return false;
        required++;
        break;
      case "name":
        if (!isPasskeyName(value.name)) return false;
        required++;
        break;
      case "response":
        if (!isPublicKeyCredential(value.response)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 3;
}

export function isPasskeyChange(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "name":
        if (!isPasskeyName(value.name)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isPasskey(value: unknown): boolean {
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
        if (!isPasskeyName(value.name)) return false;
        required++;
        break;
      case "backedUp":
        if (typeof value.backedUp !== "boolean") return false;
        required++;
        break;
      case "createdAt":
        if (!isTimestamp(value.createdAt)) return false;
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
  return required === 5;
}

export function isPasskeyList(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "items":
        if (!isPasskeyListItems(value.items)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isPasskeyListItems(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 20) return false;
  for (const item of value) if (!isPasskey(item)) return false;
  return true;
}

export function isAddedPasskey(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "passkey":
        if (!isPasskey(value.passkey)) return false;
        required++;
        break;
      case "recoveryCodes":
        if (!isNewRecoveryCodes(value.recoveryCodes)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isProviderId(value: unknown): boolean {
  return typeof value === "string" && hasAtLeast(value, 2) && hasAtMost(value, 40) && providerIdPattern.test(value);
}

export function isProvider(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "id":
        if (!isProviderId(value.id)) return false;
        required++;
        break;
      case "name":
        if (!(typeof value.name === "string" && value.name !== "" && hasAtMost(value.name, 100))) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isProviderList(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "items":
        if (!isProviderListItems(value.items)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isProviderListItems(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 16) return false;
  for (const item of value) if (!isProvider(item)) return false;
  return true;
}

export function isProviderChoice(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "provider":
        if (!isProviderId(value.provider)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isAuthorizationToken(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 64) && authorizationTokenPattern.test(value);
}

export function isAuthorization(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "authorization":
        if (!isAuthorizationToken(value.authorization)) return false;
        required++;
        break;
      case "url":
        if (!(typeof value.url === "string" && hasAtMost(value.url, 4096) && formats.isUri(value.url))) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 2;
}

export function isCallbackValue(value: unknown): boolean {
  return typeof value === "string" && value !== "" && hasAtMost(value, 2048) && callbackValuePattern.test(value);
}

export function isCallbackIssuer(value: unknown): boolean {
  return typeof value === "string" && value !== "" && hasAtMost(value, 1024) && callbackIssuerPattern.test(value);
}

export function isAuthorizationAnswer(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "authorization":
        if (!isAuthorizationToken(value.authorization)) return false;
        required++;
        break;
      case "state":
        if (!isCallbackValue(value.state)) return false;
        required++;
        break;
      case "code":
        if (!isCallbackValue(value.code)) return false;
        required++;
        break;
      case "iss":
        if (value.iss !== undefined && !isCallbackIssuer(value.iss)) return false;
        break;
      default:
        return false;
    }
  }
  return required === 3;
}

export function isFederatedCredentials(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "authorization":
        if (!isAuthorizationToken(value.authorization)) return false;
        required++;
        break;
      case "state":
        if (!isCallbackValue(value.state)) return false;
        required++;
        break;
      case "code":
        if (!isCallbackValue(value.code)) return false;
        required++;
        break;
      case "iss":
        if (value.iss !== undefined && !isCallbackIssuer(value.iss)) return false;
        break;
      case "transport":
        if (value.transport !== undefined && !isTransport(value.transport)) return false;
        break;
      case "deviceToken":
        if (value.deviceToken !== undefined && !isDeviceToken(value.deviceToken)) return false;
        break;
      default:
        return false;
    }
  }
  return required === 3;
}

export function isIdentity(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "id":
        if (!isId(value.id)) return false;
        required++;
        break;
      case "provider":
        if (!isProviderId(value.provider)) return false;
        required++;
        break;
      case "email":
        if (!isEmail(value.email)) return false;
        required++;
        break;
      case "createdAt":
        if (!isTimestamp(value.createdAt)) return false;
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
  return required === 5;
}

export function isIdentityList(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "items":
        if (!isIdentityListItems(value.items)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isIdentityListItems(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 16) return false;
  for (const item of value) if (!isIdentity(item)) return false;
  return true;
}

export function isAccountState(value: unknown): boolean {
  return value === "active" || value === "suspended" || value === "deleting";
}

export function isReason(value: unknown): boolean {
  return typeof value === "string" && value !== "" && hasAtMost(value, 500) && reasonPattern.test(value);
}

export function isAccount(value: unknown): boolean {
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
      case "emailVerifiedAt":
        if (!(value.emailVerifiedAt === null || isTimestamp(value.emailVerifiedAt))) return false;
        required++;
        break;
      case "name":
        if (!isName(value.name)) return false;
        required++;
        break;
      case "administrator":
        if (typeof value.administrator !== "boolean") return false;
        required++;
        break;
      case "suspendedAt":
        if (!(value.suspendedAt === null || isTimestamp(value.suspendedAt))) return false;
        required++;
        break;
      case "suspensionReason":
        if (!(value.suspensionReason === null || isReason(value.suspensionReason))) return false;
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
  return required === 10;
}

export function isAccountPage(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "items":
        if (!isAccountPageItems(value.items)) return false;
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

function isAccountPageItems(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 100) return false;
  for (const item of value) if (!isAccount(item)) return false;
  return true;
}

export function isSuspension(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "reason":
        if (!isReason(value.reason)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isImpersonation(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "reason":
        if (!isReason(value.reason)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isJobId(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 36) && formats.isUuid(value);
}

export function isJobName(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 64) && jobNamePattern.test(value);
}

export function isJobState(value: unknown): boolean {
  return value === "waiting" || value === "running" || value === "failed" || value === "done";
}

export function isJob(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "id":
        if (!isJobId(value.id)) return false;
        required++;
        break;
      case "name":
        if (!isJobName(value.name)) return false;
        required++;
        break;
      case "state":
        if (!isJobState(value.state)) return false;
        required++;
        break;
      case "attempts":
        if (
          !(
            typeof value.attempts === "number" &&
            Number.isInteger(value.attempts) &&
            value.attempts >= 0 &&
            value.attempts <= 1000
          )
        )
          return false;
        required++;
        break;
      case "error":
        if (!(value.error === null || (typeof value.error === "string" && hasAtMost(value.error, 1000)))) return false;
        required++;
        break;
      case "createdAt":
        if (!isTimestamp(value.createdAt)) return false;
        required++;
        break;
      case "startsAt":
        if (!isTimestamp(value.startsAt)) return false;
        required++;
        break;
      case "startedAt":
        if (!(value.startedAt === null || isTimestamp(value.startedAt))) return false;
        required++;
        break;
      case "endedAt":
        if (!(value.endedAt === null || isTimestamp(value.endedAt))) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 9;
}

export function isJobPage(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "items":
        if (!isJobPageItems(value.items)) return false;
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

function isJobPageItems(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 100) return false;
  for (const item of value) if (!isJob(item)) return false;
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
  return typeof value === "string" && hasAtLeast(value, 2) && hasAtMost(value, 40) && providerIdPattern.test(value);
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
        if (!(value.createdBy === null || isId(value.createdBy))) return false;
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

export function isContentDispositionHeader(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 200);
}

export function isListMyEventsParameters(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "query":
        if (!isListMyEventsParametersQuery(value.query)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isListMyEventsParametersQuery(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  for (const name of names) {
    switch (name) {
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
            listMyEventsParametersQueryCursorPattern.test(value.cursor)
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

export function isPasskeyIdPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isPasskeyIdPathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isPasskeyIdPathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "passkeyId":
        if (!isId(value.passkeyId)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isIdentityIdPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isIdentityIdPathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isIdentityIdPathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "identityId":
        if (!isId(value.identityId)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
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
            listMyEventsParametersQueryCursorPattern.test(value.cursor)
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

export function isCreateSessionParameters(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "cookie":
        if (!isCreateSessionParametersCookie(value.cookie)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isCreateSessionParametersCookie(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  for (const name of names) {
    switch (name) {
      case "__Host-device":
        if (value["__Host-device"] !== undefined && !isDeviceToken(value["__Host-device"])) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

export function isSetCookieHeader(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length > 3) return false;
  for (const item of value) if (!(typeof item === "string" && hasAtMost(item, 4096))) return false;
  return true;
}

export function isRevokeSessionsParameters(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "query":
        if (!isRevokeSessionsParametersQuery(value.query)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isRevokeSessionsParametersQuery(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "which":
        if (!(value.which === "others" || value.which === "all")) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
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
            listMyEventsParametersQueryCursorPattern.test(value.cursor)
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
            listMyEventsParametersQueryCursorPattern.test(value.cursor)
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

export function isGetInboxAnswer(value: unknown): boolean {
  return typeof value === "string" && hasAtMost(value, 1000000);
}

export function isMailIdPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isMailIdPathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isMailIdPathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "mailId":
        if (!(typeof value.mailId === "string" && formats.isUuid(value.mailId))) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isTemplatePath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isTemplatePathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isTemplatePathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "template":
        if (
          !(
            typeof value.template === "string" &&
            hasAtMost(value.template, 40) &&
            templatePathPathTemplatePattern.test(value.template)
          )
        )
          return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isListUsersParameters(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "query":
        if (!isListUsersParametersQuery(value.query)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isListUsersParametersQuery(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  for (const name of names) {
    switch (name) {
      case "query":
        if (
          value.query !== undefined &&
          !(
            typeof value.query === "string" &&
            value.query !== "" &&
            hasAtMost(value.query, 100) &&
            reasonPattern.test(value.query)
          )
        )
          return false;
        break;
      case "state":
        if (value.state !== undefined && !isAccountState(value.state)) return false;
        break;
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
            listMyEventsParametersQueryCursorPattern.test(value.cursor)
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

export function isAccountIdPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isAccountIdPathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isAccountIdPathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "accountId":
        if (!isId(value.accountId)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isListJobsParameters(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "query":
        if (!isListJobsParametersQuery(value.query)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isListJobsParametersQuery(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  for (const name of names) {
    switch (name) {
      case "state":
        if (value.state !== undefined && !isJobState(value.state)) return false;
        break;
      case "name":
        if (value.name !== undefined && !isJobName(value.name)) return false;
        break;
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
            listMyEventsParametersQueryCursorPattern.test(value.cursor)
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

export function isJobIdPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isJobIdPathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isJobIdPathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "jobId":
        if (!isJobId(value.jobId)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isPagePath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "path":
        if (!isPagePathPath(value.path)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isPagePathPath(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "page":
        if (!(typeof value.page === "string" && hasAtMost(value.page, 40) && pagePathPathPagePattern.test(value.page)))
          return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

export function isGetDevelopmentCallbackParameters(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  let required = 0;
  for (const name of names) {
    switch (name) {
      case "query":
        if (!isGetDevelopmentCallbackParametersQuery(value.query)) return false;
        required++;
        break;
      default:
        return false;
    }
  }
  return required === 1;
}

function isGetDevelopmentCallbackParametersQuery(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  for (const name of names) {
    switch (name) {
      case "code":
        if (value.code !== undefined && !(typeof value.code === "string" && hasAtMost(value.code, 4096))) return false;
        break;
      case "state":
        if (value.state !== undefined && !(typeof value.state === "string" && hasAtMost(value.state, 4096)))
          return false;
        break;
      case "iss":
        if (value.iss !== undefined && !(typeof value.iss === "string" && hasAtMost(value.iss, 4096))) return false;
        break;
      case "error":
        if (value.error !== undefined && !(typeof value.error === "string" && hasAtMost(value.error, 4096)))
          return false;
        break;
      case "error_description":
        if (
          value.error_description !== undefined &&
          !(typeof value.error_description === "string" && hasAtMost(value.error_description, 4096))
        )
          return false;
        break;
      case "error_uri":
        if (value.error_uri !== undefined && !(typeof value.error_uri === "string" && hasAtMost(value.error_uri, 4096)))
          return false;
        break;
      case "session_state":
        if (
          value.session_state !== undefined &&
          !(typeof value.session_state === "string" && hasAtMost(value.session_state, 4096))
        )
          return false;
        break;
      case "scope":
        if (value.scope !== undefined && !(typeof value.scope === "string" && hasAtMost(value.scope, 4096)))
          return false;
        break;
      case "authuser":
        if (value.authuser !== undefined && !(typeof value.authuser === "string" && hasAtMost(value.authuser, 4096)))
          return false;
        break;
      case "prompt":
        if (value.prompt !== undefined && !(typeof value.prompt === "string" && hasAtMost(value.prompt, 4096)))
          return false;
        break;
      case "hd":
        if (value.hd !== undefined && !(typeof value.hd === "string" && hasAtMost(value.hd, 4096))) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}
