import type { RequestContext } from "#contract/context";
import type { Authenticator } from "#contract/pipeline";
import { loadOf } from "#contract/transaction";
import { connect, missingTimeLimits, type Sql } from "#db/client";
import { DatabaseWatch } from "#db/watch";
import { contract } from "#generated/operations";
import type { Transport } from "#generated/types";
import { type Build, readBuild } from "#lib/build";
import { type Clock, systemClock } from "#lib/clock";
import { type Ids, uuidv7 } from "#lib/ids";
import type { Log } from "#lib/log";
import type { Config, Secrets } from "./config";
import type { AdmissionLimits } from "./modules/accounts/admission";
import { Passwords } from "./modules/accounts/passwords";
import { KeyRing } from "./modules/keys/keyring";
import { Metrics } from "./modules/metrics/metrics";
import { openReference, type Reference } from "./modules/reference/reference";
import { Lifecycle } from "./modules/service/lifecycle";
import { type Published, readPublished } from "./modules/service/published";
import { type SessionCaller, sessionAuthenticator } from "./modules/sessions/authenticate";
import { SessionLiveness } from "./modules/sessions/liveness";
import { RefreshTokens } from "./modules/sessions/refresh-tokens";
import { AccessTokens } from "./modules/sessions/tokens";

/** Whoever holds it sees what a request's time was spent on. */
const SERVER_TIMING_SCOPE = "diagnostics:read";
/** How long queries that still run may take to end when the process stops. */
const CLOSE_TIMEOUT_SECONDS = 2;

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
  readonly metrics: Metrics;
  readonly reference: Reference;
}

export interface ServiceOptions {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Encrypts signing keys at rest and derives refresh tokens. At least 32 characters. */
  readonly secret: string;
  /** Scheme and host that callers use: who issues the access tokens, and for whom. */
  readonly publicOrigin: string;
  readonly build: Build;
  /** How many passwords are hashed at once and may wait; what suits this machine's cores unless given. */
  readonly passwordLimits?: AdmissionLimits;
}

/** What the process runs on, from its configuration. `close` ends it in reverse order. */
export async function openContext({ config, secrets, log }: { config: Config; secrets: Secrets; log: Log }) {
  const onNotice = (message: string) => log.debug({ message }, "postgres notice");
  const pool = connect({ url: secrets.databaseUrl, ...config.database, onNotice });
  const unlimited = await missingTimeLimits(pool);
  if (unlimited.length > 0) log.warn({ unlimited }, "the database role sets no time limits: alter role ... set ...");
  const { publicOrigin, allowedHosts, corsOrigins, trustedProxies, rateLimitScale } = config;
  const watch = new DatabaseWatch({ url: secrets.databaseUrl, log });
  const sql = watch.guard(pool);
  const build = await readBuild(config.revision);
  const shared = { sql, log, clock: systemClock, ids: uuidv7 };
  const { services, close } = await buildServices({ ...shared, build, secret: secrets.secret, publicOrigin });
  return {
    ...shared,
    services,
    authenticators: authenticatorsOf(services),
    build,
    settings: {
      publicOrigin,
      allowedHosts,
      corsOrigins,
      trustedProxies,
      rateLimitScale,
      cursorSecret: secrets.secret,
      traceSampleRatio: config.traces.endpoint === null ? 0 : config.traces.sampleRatio,
      serverTiming: config.profile === "development",
      serverTimingScope: SERVER_TIMING_SCOPE,
    },
    /** For requests that wait for the database when it is lost. */
    onDatabaseLost: (react: () => void) => watch.onLost(react),
    close: async () => {
      close();
      await watch.close();
      await pool.end({ timeout: CLOSE_TIMEOUT_SECONDS });
    },
  };
}

/** By the names of the contract's security schemes. The cookie is another transport of the same token. */
export function authenticatorsOf({ tokens, liveness }: Services) {
  const scopes = contract.roles.self ?? [];
  const by = (transport: Transport) => sessionAuthenticator({ tokens, liveness, scopes, transport });
  return { session: by("bearer"), sessionCookie: by("cookie") } satisfies Record<string, Authenticator>;
}

/** Builds what lives as long as the process. `close` ends it in reverse order; the database is closed by whoever opened it. */
export async function buildServices(options: ServiceOptions): Promise<{ services: Services; close: () => void }> {
  const { sql, clock, ids, secret, publicOrigin } = options;
  const keys = await KeyRing.open(options);
  const published = await readPublished();
  const passwords = await Passwords.create(options.passwordLimits);
  const tokens = new AccessTokens({ keys, clock, ids, issuer: publicOrigin, audience: publicOrigin });
  const liveness = new SessionLiveness({ sql, clock });
  const metrics = new Metrics({
    operations: contract.operations.map(({ id }) => id),
    build: options.build,
    pool: () => ({ connectionsMax: sql.options.max, ...loadOf(sql) }),
    passwords: () => passwords.counts,
    caches: { access_tokens: () => tokens.counts, session_liveness: () => liveness.counts },
  });
  const services: Services = {
    keys,
    passwords,
    tokens,
    refreshTokens: new RefreshTokens(secret),
    liveness,
    lifecycle: new Lifecycle(),
    published,
    reference: await openReference(published.json),
    metrics,
  };
  const close = () => {
    metrics.close();
    keys.close();
  };
  return { services, close };
}
