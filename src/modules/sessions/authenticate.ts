import type { Caller } from "#contract/context";
import type { MaybePromise } from "#contract/pipeline";
import type { Transport } from "#generated/types";
import type { SessionLiveness } from "./liveness";
import type { LiveSessionRow } from "./queries";
import type { AccessClaims, AccessTokens } from "./tokens";

/** A person with a session, whichever way its access token came. */
export interface SessionCaller extends Caller {
  readonly scheme: "session";
  readonly userId: string;
  readonly sessionId: string;
  readonly transport: Transport;
  /** The administrator who acts as the person; null in a session of their own. */
  readonly impersonatedBy: string | null;
}

export interface SessionAuthenticatorOptions {
  readonly tokens: AccessTokens;
  readonly liveness: SessionLiveness;
  /** The contract's roles. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly transport: Transport;
}

/**
 * Finds out whose access token this is: undefined where it does not work. Rejects where that cannot be found out. There
 * is a promise only where something has to be asked that is not remembered.
 */
export function sessionAuthenticator({ tokens, liveness, roles, transport }: SessionAuthenticatorOptions) {
  const scopesOf = grantedScopes(roles);
  const callerOf = (claims: AccessClaims, session: LiveSessionRow | undefined): SessionCaller | undefined => {
    const { userId, authenticatedAtMs } = claims;
    if (!session || session.userId !== userId) return undefined;
    const { id: sessionId, impersonatedBy } = session;
    const caller = {
      scheme: "session",
      subject: userId,
      scopes: scopesOf(session),
      userId,
      sessionId,
      transport,
    } as const;
    // Who acts as somebody else has not proved to be them.
    if (impersonatedBy !== null) return { ...caller, impersonatedBy, actor: impersonatedBy };
    return { ...caller, impersonatedBy, ...(authenticatedAtMs !== null && { authenticatedAtMs }) };
  };
  const check = (claims: AccessClaims | undefined): MaybePromise<SessionCaller | undefined> => {
    if (!claims) return undefined;
    const session = liveness.find(claims.sessionId);
    return session instanceof Promise ? session.then((found) => callerOf(claims, found)) : callerOf(claims, session);
  };
  return (credential: string): MaybePromise<SessionCaller | undefined> => {
    const claims = tokens.verify(credential);
    return claims instanceof Promise ? claims.then(check) : check(claims);
  };
}

/** What a person may do with what is theirs, by the contract's roles. */
function grantedScopes(roles: SessionAuthenticatorOptions["roles"]) {
  const granted = (...names: string[]): ReadonlySet<string> => new Set(names.flatMap((name) => roles[name] ?? []));
  const [impersonated, unverified, verified] = [granted("impersonated"), granted("unverified"), granted("self")];
  const administrator = granted("self", "administrator");
  return ({ impersonatedBy, isVerified, isAdministrator }: LiveSessionRow) => {
    if (impersonatedBy !== null) return impersonated;
    if (!isVerified) return unverified;
    return isAdministrator ? administrator : verified;
  };
}
