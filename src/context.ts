import { Cache } from "#contract/cache/cache";
import type { Caller, RequestContext } from "#contract/context";
import type { Authenticator, Members } from "#contract/pipeline";
import { loadOf } from "#contract/transaction";
import { APPLICATION_ROLE, connect, mayChangeAuditLog, missingTimeLimits, type Sql } from "#db/client";
import { type Listen, listenAt } from "#db/listen";
import type { SlowQuery } from "#db/slow-query";
import { DatabaseWatch } from "#db/watch";
import { contract } from "#generated/operations";
import type { Transport } from "#generated/types";
import { type Build, readBuild } from "#lib/build";
import { type Clock, systemClock } from "#lib/clock";
import { type Ids, uuidv7 } from "#lib/ids";
import type { Mail } from "#lib/letter";
import type { Log } from "#lib/log";
import type { Config, Secrets } from "./config";
import type { AdmissionLimits } from "./modules/accounts/admission";
import { type PasswordCost, Passwords } from "./modules/accounts/passwords";
import { jobs as allJobs } from "./modules/all-jobs";
import { type ApiKeyCaller, ApiKeys } from "./modules/api-keys/authenticate";
import { FactorSecrets } from "./modules/factors/secrets";
import { github, google, IdentityProviders, type ProviderSettings } from "./modules/identities/identity-providers";
import type { Job } from "./modules/jobs/job";
import { JobQueue } from "./modules/jobs/queue";
import { Worker } from "./modules/jobs/worker";
import { KeyRing } from "./modules/keys/keyring";
import { Outbox, type OutboxOptions } from "./modules/mail/mail";
import { nowhere, smtpSettings, smtpTransport } from "./modules/mail/smtp";
import { mailSamples } from "./modules/mail-samples";
import { Memberships } from "./modules/members/memberships";
import { Metrics } from "./modules/metrics/metrics";
import type { RelyingParty } from "./modules/passkeys/relying-party";
import { tellOfChanges } from "./modules/purging/jobs";
import { type PurgeTarget, Purging } from "./modules/purging/purging";
import { openReference, type Reference } from "./modules/reference/reference";
import { Lifecycle } from "./modules/service/lifecycle";
import { type Published, readPublished } from "./modules/service/published";
import { type SessionCaller, sessionAuthenticator } from "./modules/sessions/authenticate";
import { type SessionLiveness, sessionLiveness } from "./modules/sessions/liveness";
import { RefreshTokens } from "./modules/sessions/refresh-tokens";
import { AccessTokens } from "./modules/sessions/tokens";

/** Whoever holds it sees what a request's time was spent on. */
const SERVER_TIMING_SCOPE = "diagnostics:read";
/** How long queries that still run may take to end when the process stops. */
const CLOSE_TIMEOUT_SECONDS = 2;

/** Who may call, by the contract's security schemes; `public` is anybody. */
export interface Callers {
  session: SessionCaller;
  apiKey: ApiKeyCaller;
  public: null;
}

/** What a handler gets: the pipeline's part, for callers of the schemes that its operation takes, and our services. */
export type Context<Scheme extends keyof Callers = keyof Callers> = RequestContext<Callers[Scheme]> & Services;

/** The same objects for every request. */
export interface Services {
  readonly jobs: JobQueue;
  readonly keys: KeyRing;
  readonly passwords: Passwords;
  readonly tokens: AccessTokens;
  readonly refreshTokens: RefreshTokens;
  readonly liveness: SessionLiveness;
  readonly memberships: Memberships;
  readonly apiKeys: ApiKeys;
  readonly identityProviders: IdentityProviders;
  readonly outbox: Outbox;
  readonly factorSecrets: FactorSecrets;
  readonly relyingParty: RelyingParty;
  /** What links in mails begin with. */
  readonly appUrl: string;
  /** One of each kind of mail. */
  readonly mailSamples: readonly Mail[];
  readonly lifecycle: Lifecycle;
  readonly published: Published;
  readonly metrics: Metrics;
  readonly reference: Reference;
  /** Null where no content delivery network is to be told of changes. */
  readonly purging: Purging | null;
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
  /** What kept answers may weigh together; unless given, and where it is 0, none are kept. */
  readonly cacheMaxBytes?: number;
  /** How a change that another process has made is heard of at once. */
  readonly listen?: Listen;
  /** How many passwords are hashed at once and may wait; what suits this machine's cores unless given. */
  readonly passwordLimits?: AdmissionLimits;
  /** What hashing a password costs; PASSWORD_COST unless given. */
  readonly passwordCost?: PasswordCost;
  /** Services that people can log in with; none unless given. */
  readonly identityProviders?: readonly ProviderSettings[];
  /** What links in mails begin with, and where people come back to; `publicOrigin` unless given. */
  readonly appUrl?: string;
  /** Whom passkeys are for; the host of `publicOrigin` and its pages unless given. */
  readonly relyingParty?: Omit<RelyingParty, "name">;
  /** How mails are sent; unless given, they are not. */
  readonly mail?: Pick<OutboxOptions, "from" | "replyTo" | "transport" | "keepsSent">;
  /** Who is told what to forget of the answers that everybody may keep; nobody unless given. */
  readonly purgeTarget?: PurgeTarget;
  /** What workers run; all modules' unless given. */
  readonly jobs?: readonly Job[];
}

/** What the process runs on, from its configuration. `close` ends it in reverse order. */
export async function openContext({ config, secrets, log }: { config: Config; secrets: Secrets; log: Log }) {
  const onNotice = (message: string) => log.debug({ message }, "postgres notice");
  // A pooler takes no role from us: there the address itself is of a role that is a member of this one.
  const role = config.database.prepare ? { role: APPLICATION_ROLE } : {};
  const onSlowQuery = (query: SlowQuery) => log.warn(query, "slow query");
  const pool = connect({ url: secrets.databaseUrl, ...config.database, ...role, onNotice, onSlowQuery });
  const unlimited = await missingTimeLimits(pool);
  if (unlimited.length > 0) log.warn({ unlimited }, "the database role sets no time limits: alter role ... set ...");
  if (await mayChangeAuditLog(pool))
    log.warn("the database role may change the audit log: log in as a member of groundwork_app");
  const { publicOrigin, allowedHosts, corsOrigins, trustedProxies, rateLimitScale } = config;
  const watch = new DatabaseWatch({ url: secrets.databaseUrl, log });
  const sql = watch.guard(pool);
  const build = await readBuild(config.revision);
  const shared = { sql, log, clock: systemClock, ids: uuidv7 };
  const built = await buildServices({
    ...shared,
    build,
    secret: secrets.secret,
    publicOrigin,
    cacheMaxBytes: config.cacheMaxBytes,
    // A pooler passes no notifications on.
    ...(config.database.prepare && { listen: listenAt(secrets.databaseUrl) }),
    appUrl: config.appUrl,
    identityProviders: providersOf(config.identityProviders, secrets.clientSecrets),
    relyingParty: config.relyingParty,
    ...(config.purgeUrl !== null && { purgeTarget: { url: config.purgeUrl, token: secrets.purgeToken } }),
    mail: {
      ...config.mail,
      transport: secrets.smtpUrl === null ? nowhere : smtpTransport(smtpSettings(secrets.smtpUrl)),
      keepsSent: config.profile === "development",
    },
  });
  const { services, worker, cache } = built;
  await cache?.changes.start();
  return {
    ...shared,
    services,
    worker,
    ...(cache && { cache }),
    authenticators: authenticatorsOf(services),
    members: membersOf(services),
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
      await built.close();
      await watch.close();
      await pool.end({ timeout: CLOSE_TIMEOUT_SECONDS });
    },
  };
}

/** By the names of the contract's security schemes. The cookie is another transport of the same token. */
export function authenticatorsOf({ tokens, liveness, apiKeys }: Services) {
  const { roles } = contract;
  const by = (transport: Transport) => sessionAuthenticator({ tokens, liveness, roles, transport });
  return { session: by("bearer"), sessionCookie: by("cookie"), apiKey: apiKeys.authenticate } satisfies Record<
    string,
    Authenticator
  >;
}

/** A person belongs to the organizations that know them, a key to the one that made it. */
export function membersOf({ memberships, apiKeys }: Services): Members {
  return (caller, organizationId) => {
    if (!isPerson(caller)) return apiKeys.enter(caller as ApiKeyCaller, organizationId);
    const member = memberships.enter(caller, organizationId);
    if (caller.impersonatedBy === null) return member;
    return member instanceof Promise
      ? member.then((found) => impersonated(caller, found))
      : impersonated(caller, member);
  };
}

/** Who acts as a member may do what that member's role and the role of the impersonated have in common. */
const impersonated = ({ scopes }: SessionCaller, member: SessionCaller | undefined): SessionCaller | undefined =>
  member && { ...member, scopes: scopes.intersection(member.scopes) };

const isPerson = (caller: Caller): caller is SessionCaller => caller.scheme === "session";

function providersOf(
  { google: atGoogle, github: atGithub, openid }: Config["identityProviders"],
  clientSecrets: Secrets["clientSecrets"],
): ProviderSettings[] {
  return [
    ...(atGoogle ? [google({ ...atGoogle, clientSecret: clientSecrets.google })] : []),
    ...(atGithub ? [github({ ...atGithub, clientSecret: clientSecrets.github })] : []),
    ...(openid ? [{ kind: "openid", id: "oidc", ...openid, clientSecret: clientSecrets.openid } as const] : []),
  ];
}

const UNSENT = {
  from: { name: "", address: "groundwork@localhost" },
  replyTo: null,
  transport: nowhere,
  keepsSent: false,
};

/** Builds what lives as long as the process. `close` ends it in reverse order; the database is closed by whoever opened it. */
export async function buildServices(
  options: ServiceOptions,
): Promise<{ services: Services; worker: Worker; cache: Cache | undefined; close: () => Promise<void> }> {
  const { sql, clock, ids, secret, publicOrigin, appUrl = publicOrigin, purgeTarget: target } = options;
  // Where there is no network to tell, nobody has to look each minute whether there is something to tell it.
  const dueJobs = target ? allJobs : allJobs.filter((job) => job !== tellOfChanges);
  const { cacheMaxBytes: maxBytes = 0, jobs = dueJobs } = options;
  const cache = maxBytes > 0 ? new Cache({ ...options, maxBytes }) : undefined;
  const keys = await KeyRing.open(options);
  const published = await readPublished();
  const passwords = await Passwords.create(options.passwordLimits, options.passwordCost);
  const tokens = new AccessTokens({ keys, clock, ids, issuer: publicOrigin, audience: publicOrigin });
  const liveness = sessionLiveness({ sql, clock });
  const memberships = new Memberships({ sql, clock });
  const apiKeys = new ApiKeys(options);
  const metrics = new Metrics({
    operations: contract.operations.map(({ id }) => id),
    build: options.build,
    pool: () => ({ connectionsMax: sql.options.max, ...loadOf(sql) }),
    passwords: () => passwords.counts,
    caches: {
      access_tokens: () => tokens.counts,
      session_liveness: () => liveness.counts,
      memberships: () => memberships.counts,
      api_keys: () => apiKeys.counts,
      ...(cache && { answers: () => cache.answers.counts }),
    },
    jobs: { names: jobs.map(({ name }) => name), counts: () => worker.counts },
  });
  const reference = await openReference(published.json);
  const queue = await JobQueue.open({ ...options, jobs });
  const services: Services = {
    jobs: queue,
    keys,
    passwords,
    tokens,
    refreshTokens: new RefreshTokens(secret),
    liveness,
    memberships,
    apiKeys,
    identityProviders: new IdentityProviders({ clock, secret, appUrl, providers: options.identityProviders ?? [] }),
    outbox: new Outbox({ ...options, ...(options.mail ?? UNSENT) }, queue),
    appUrl,
    factorSecrets: new FactorSecrets(secret),
    relyingParty: {
      name: published.title,
      ...(options.relyingParty ?? { id: new URL(publicOrigin).hostname, origins: [publicOrigin] }),
    },
    mailSamples,
    lifecycle: new Lifecycle(),
    published,
    reference,
    metrics,
    purging: target ? await Purging.open({ sql, target, contract }) : null,
  };
  const worker = new Worker({ ...options, services, jobs, observe: metrics.observeRun });
  const close = async () => {
    await worker.stop(0);
    await services.jobs.close();
    await apiKeys.close();
    await cache?.changes.close();
    metrics.close();
  };
  return { services, worker, cache, close };
}
