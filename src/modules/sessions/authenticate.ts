import type { Caller } from "#contract/context";
import type { Transport } from "#generated/types";
import type { SessionLiveness } from "./liveness";
import type { AccessTokens } from "./tokens";

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

/** Finds out whose access token this is: undefined where it does not work. Rejects where that cannot be found out. */
export function sessionAuthenticator({ tokens, liveness, scopes, transport }: SessionAuthenticatorOptions) {
  const granted: ReadonlySet<string> = new Set(scopes);
  return async (credential: string): Promise<SessionCaller | undefined> => {
    const claims = await tokens.verify(credential);
    const session = claims && (await liveness.find(claims.sessionId));
    if (!session || session.userId !== claims.userId) return undefined;
    return {
      scheme: "session",
      subject: session.userId,
      scopes: granted,
      userId: session.userId,
      sessionId: session.id,
      transport,
    };
  };
}
