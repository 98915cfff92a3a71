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
}

export interface SessionAuthenticatorOptions {
  readonly tokens: AccessTokens;
  readonly liveness: SessionLiveness;
  /** What everybody may do with what is theirs: the contract's role `self`. */
  readonly scopes: readonly string[];
  readonly transport: Transport;
}

/**
 * Finds out whose access token this is: undefined where it does not work. Rejects where that cannot be found out. There
 * is a promise only where something has to be asked that is not remembered.
 */
export function sessionAuthenticator({ tokens, liveness, scopes, transport }: SessionAuthenticatorOptions) {
  const granted: ReadonlySet<string> = new Set(scopes);
  const callerOf = ({ userId }: AccessClaims, session: LiveSessionRow | undefined): SessionCaller | undefined => {
    if (!session || session.userId !== userId) return undefined;
    return {
      scheme: "session",
      subject: userId,
      scopes: granted,
      authenticatedAtMs: Date.parse(session.createdAt),
      userId,
      sessionId: session.id,
      transport,
    };
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
