import type { RequestContext } from "#contract/context";
import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import type { Ids } from "#lib/ids";
import type { Logger } from "#lib/log";
import type { AdmissionLimits } from "./modules/accounts/admission";
import { Passwords } from "./modules/accounts/passwords";
import { KeyRing } from "./modules/keys/keyring";
import { Lifecycle } from "./modules/service/lifecycle";
import { type Published, readPublished } from "./modules/service/published";
import type { SessionCaller } from "./modules/sessions/authenticate";
import { SessionLiveness } from "./modules/sessions/liveness";
import { RefreshTokens } from "./modules/sessions/refresh-tokens";
import { AccessTokens } from "./modules/sessions/tokens";

/** Who may call, by the contract's security schemes; `public` is anybody. */
export interface Callers {
  session: SessionCaller;
  public: null;
}

/** What a handler gets: the pipeline's part, for callers of the schemes that its operation takes, and our services. */
export type Context<Scheme extends keyof Callers = keyof Callers> = RequestContext<Callers[Scheme]> & Services;

/** The same objects for every request. */
export interface Services {
  readonly keys: KeyRing;
  readonly passwords: Passwords;
  readonly tokens: AccessTokens;
  readonly refreshTokens: RefreshTokens;
  readonly liveness: SessionLiveness;
  readonly lifecycle: Lifecycle;
  readonly published: Published;
}

export interface ServiceOptions {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  /** Encrypts signing keys at rest and derives refresh tokens. At least 32 characters. */
  readonly secret: string;
  /** Scheme and host that callers use: who issues the access tokens, and for whom. */
  readonly publicOrigin: string;
  /** How many passwords are hashed at once and may wait; what suits this machine's cores unless given. */
  readonly passwordLimits?: AdmissionLimits;
}

/** Builds what lives as long as the process. `close` ends it in reverse order; the database is closed by whoever opened it. */
export async function buildServices(options: ServiceOptions): Promise<{ services: Services; close: () => void }> {
  const { sql, clock, ids, secret, publicOrigin } = options;
  const keys = await KeyRing.open(options);
  const services: Services = {
    keys,
    passwords: await Passwords.create(options.passwordLimits),
    tokens: new AccessTokens({ keys, clock, ids, issuer: publicOrigin, audience: publicOrigin }),
    refreshTokens: new RefreshTokens(secret),
    liveness: new SessionLiveness({ sql, clock }),
    lifecycle: new Lifecycle(),
    published: await readPublished(),
  };
  return { services, close: () => keys.close() };
}
