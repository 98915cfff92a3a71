/**
 * The only file that reads the environment: raw strings in, one validated config out, secrets apart. Every fault is
 * reported at once, and each names its variable. docs/configuration.md describes what stands here; a test compares them.
 */
import type { Mailbox } from "#lib/letter";
import { isLoopback, isNetwork } from "#lib/networks";
import { HOW_TO_MAKE_A_SECRET, isOrigin, Reader } from "./config/reader";

export type Profile = "development" | "staging" | "production";

export interface Config {
  readonly profile: Profile;
  readonly port: number;
  /** The address to listen on: 127.0.0.1 for this machine only. */
  readonly host: string;
  /** Scheme, host and port that callers use. */
  readonly publicOrigin: string;
  readonly allowedHosts: readonly string[];
  readonly corsOrigins: readonly string[];
  /** Addresses and networks of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly database: { readonly poolMax: number; readonly prepare: boolean };
  readonly rateLimitScale: number;
  /** What kept answers may weigh together in this process; 0 keeps none. */
  readonly cacheMaxBytes: number;
  /** Whether this process runs jobs. It adds them either way. */
  readonly jobs: boolean;
  readonly log: { readonly level: LogLevel; readonly format: LogFormat };
  readonly mail: {
    /** Whom mails are from. */
    readonly from: Mailbox;
    /** Where answers go; to `from` unless given. */
    readonly replyTo: Mailbox | null;
  };
  /** What the links in mails begin with: scheme, host and perhaps a path, without a slash at the end. */
  readonly appUrl: string;
  /** This application at each service that people can log in with; null where they cannot. */
  readonly identityProviders: {
    readonly google: { readonly clientId: string } | null;
    readonly github: { readonly clientId: string } | null;
    /** Any other that speaks OpenID Connect. `name` is what people know it by. */
    readonly openid: { readonly issuer: string; readonly clientId: string; readonly name: string } | null;
  };
  /** For whom passkeys are made: a host, and the origins of pages on it and below it. */
  readonly relyingParty: { readonly id: string; readonly origins: readonly string[] };
  /** Where a content delivery network is told what to forget; null where there is none. */
  readonly purgeUrl: string | null;
  /** The listener for operators: probes and metrics. Null where there is none. */
  readonly internal: { readonly port: number; readonly host: string; readonly allowedHosts: readonly string[] } | null;
  /** Where spans go, by OTLP over HTTP; null for nowhere. */
  readonly traces: { readonly endpoint: string | null; readonly sampleRatio: number };
  /** Of the source, where whoever built it said so. */
  readonly revision: string;
  /** How long requests are still taken while readiness says no, so that load balancers see it first. */
  readonly shutdownDelayMs: number;
  /** How long running requests may take to end once the process was told to stop. */
  readonly shutdownTimeoutMs: number;
  /** What an operator should know and need not change. */
  readonly warnings: readonly string[];
}

/** Kept apart from the config, so that whoever prints the config prints no secret. */
export interface Secrets {
  readonly databaseUrl: string;
  /** The mail server, with its password; null where mails are only kept for the inbox of development. */
  readonly smtpUrl: string | null;
  /** Keys are derived from it: page cursors, refresh tokens, signing keys at rest. */
  readonly secret: string;
  /** Of this application at the services that people can log in with; empty where they cannot. */
  readonly clientSecrets: Readonly<Record<keyof Config["identityProviders"], string>>;
  /** What the address that purges are sent to wants to see; empty where there is none. */
  readonly purgeToken: string;
  /** What the collector of spans wants to see, such as a key. */
  readonly traceHeaders: Readonly<Record<string, string>>;
  /** Where failures of ours are reported; null for nowhere. */
  readonly sentryDsn: string | null;
}

export type LogLevel = (typeof LOG_LEVELS)[number];
export type LogFormat = (typeof LOG_FORMATS)[number];
export type Environment = Readonly<Record<string, string | undefined>>;

export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(readonly faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? "a fault" : `${faults.length} faults`}:\n${faults.map((fault) => `  ${fault}`).join("\n")}`,
    );
  }
}

/** The strictest first: it stands in for a profile that is not given. */
const PROFILES = ["production", "staging", "development"] as const;
const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
const LOG_FORMATS = ["json", "pretty"] as const;
const MIB = 1024 * 1024;
/** What a committed secret starts with, so that it is recognized wherever it must not be. */
const DEVELOPMENT_MARK = "development";

/** Throws a ConfigError with every fault there is. */
export function readConfig(environment: Environment = process.env): { config: Config; secrets: Secrets } {
  const read = new Reader(environment);
  const profile = read.oneOf("GROUNDWORK_ENV", PROFILES);
  const port = read.integer("PORT", 0, 65_535, 3000);
  const publicOrigin = read.origin("PUBLIC_ORIGIN", profile === "development" ? `http://localhost:${port}` : undefined);
  const appUrl = read.base("APP_URL", profile === "development" ? `${publicOrigin}/dev/app` : publicOrigin);
  const corsOrigins = read.list("CORS_ORIGINS", []);
  const config = {
    profile,
    port,
    host: read.text("HOST", "127.0.0.1"),
    publicOrigin,
    allowedHosts: read.list("ALLOWED_HOSTS", read.valid(publicOrigin) ? [new URL(publicOrigin).host] : []),
    corsOrigins,
    trustedProxies: read.list("TRUSTED_PROXIES", []),
    database: {
      poolMax: read.integer("DATABASE_POOL_MAX", 1, 1000, 10),
      prepare: read.boolean("DATABASE_PREPARE", true),
    },
    rateLimitScale: read.decimal("RATE_LIMIT_SCALE", 0.001, 1_000_000, 1),
    cacheMaxBytes:
      read.oneOf("CACHE", ["on", "off"], "on") === "on" ? read.integer("CACHE_MIB", 1, 65_536, 64) * MIB : 0,
    jobs: read.oneOf("JOBS", ["on", "off"], "on") === "on",
    log: { level: read.oneOf("LOG_LEVEL", LOG_LEVELS, "info"), format: read.oneOf("LOG_FORMAT", LOG_FORMATS, "json") },
    mail: {
      from: read.mailbox("MAIL_FROM", profile === "development" ? "Groundwork <groundwork@localhost>" : undefined),
      replyTo: read.has("MAIL_REPLY_TO") ? read.mailbox("MAIL_REPLY_TO") : null,
    },
    identityProviders: readIdentityProviders(read, profile),
    appUrl,
    relyingParty: readRelyingParty(read, appUrl, [publicOrigin, ...corsOrigins]),
    purgeUrl: read.allOrNone("CDN_PURGE_URL", "CDN_PURGE_TOKEN") ? read.url("CDN_PURGE_URL") : null,
    internal: readInternal(read),
    traces: {
      endpoint: read.url("OTEL_EXPORTER_OTLP_ENDPOINT"),
      sampleRatio: read.decimal("TRACE_SAMPLE_RATIO", 0, 1, 1),
    },
    revision: read.text("REVISION", "unknown"),
    shutdownDelayMs: read.integer("SHUTDOWN_DELAY_MS", 0, 600_000, 0),
    shutdownTimeoutMs: read.integer("SHUTDOWN_TIMEOUT_MS", 0, 600_000, 10_000),
  };
  const secrets = {
    databaseUrl: read.databaseUrl("DATABASE_URL"),
    smtpUrl: read.smtpUrl("SMTP_URL", profile === "development"),
    secret: read.secret("SECRET"),
    clientSecrets: {
      google: read.text("GOOGLE_CLIENT_SECRET", ""),
      github: read.text("GITHUB_CLIENT_SECRET", ""),
      openid: read.text("OIDC_CLIENT_SECRET", ""),
    },
    purgeToken: read.text("CDN_PURGE_TOKEN", ""),
    traceHeaders: read.pairs("OTEL_EXPORTER_OTLP_HEADERS"),
    sentryDsn: read.url("SENTRY_DSN"),
  };
  checkOrigins(read, config);
  if (profile !== "development") checkExposed(read, config, secrets);
  if (read.faults.length > 0) throw new ConfigError(read.faults);
  return { config: { ...config, warnings: warningsOf(config) }, secrets };
}

/** What a program on the same machine calls. */
const LOOPBACK_HOSTS = ["localhost:*", "127.0.0.1:*", "[::1]:*"];

function readInternal(read: Reader): Config["internal"] {
  const port = read.integer("INTERNAL_PORT", 0, 65_535, -1);
  const host = read.text("INTERNAL_HOST", "127.0.0.1");
  const allowedHosts = read.list("INTERNAL_ALLOWED_HOSTS", LOOPBACK_HOSTS);
  checkHosts(read, "INTERNAL_ALLOWED_HOSTS", allowedHosts);
  return port === -1 ? null : { port, host, allowedHosts };
}

/** What a page has room for, and what the contract says of a provider's name. */
const PROVIDER_NAME_LENGTH_MAXIMUM = 100;

function readIdentityProviders(read: Reader, profile: Profile): Config["identityProviders"] {
  const hasGoogle = read.allOrNone("GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET");
  const hasGithub = read.allOrNone("GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET");
  const hasOpenid = read.allOrNone("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET");
  const issuer = read.url("OIDC_ISSUER") ?? "";
  const name = read.text("OIDC_NAME", "Single sign-on");
  if (profile === "development" ? isPlain(issuer) : issuer.startsWith("http:"))
    read.fault("OIDC_ISSUER", "must be https, or this machine itself in development: who logs in there is believed");
  if (name.length > PROVIDER_NAME_LENGTH_MAXIMUM)
    read.fault("OIDC_NAME", `has more than ${PROVIDER_NAME_LENGTH_MAXIMUM} characters`);
  return {
    google: hasGoogle ? { clientId: read.text("GOOGLE_CLIENT_ID", "") } : null,
    github: hasGithub ? { clientId: read.text("GITHUB_CLIENT_ID", "") } : null,
    openid: hasOpenid ? { issuer, clientId: read.text("OIDC_CLIENT_ID", ""), name } : null,
  };
}

/**
 * A browser lets a page ask for the passkeys of its own host and of those above it (Web Authentication, level 3, section
 * 5.1.3), so the pages of other hosts could not.
 */
function readRelyingParty(read: Reader, appUrl: string, origins: readonly string[]): Config["relyingParty"] {
  if (!read.valid(appUrl)) return { id: "", origins: [] };
  const app = new URL(appUrl);
  const id = read.text("RP_ID", app.hostname);
  const isWithin = (hostname: string) => hostname === id || hostname.endsWith(`.${id}`);
  if (!isWithin(app.hostname)) read.fault("RP_ID", "must be the host of APP_URL, or a domain that it is in");
  const within = [app.origin, ...origins].filter((origin) => isOrigin(origin) && isWithin(new URL(origin).hostname));
  return { id, origins: [...new Set(within)] };
}

type Unwarned = Omit<Config, "warnings">;

function checkOrigins(read: Reader, { corsOrigins, allowedHosts, trustedProxies }: Unwarned): void {
  for (const network of trustedProxies)
    if (!isNetwork(network))
      read.fault("TRUSTED_PROXIES", "takes addresses and networks such as 10.0.0.0/8, separated by commas");
  for (const origin of corsOrigins)
    if (origin !== "*" && !isOrigin(origin))
      read.fault("CORS_ORIGINS", "takes origins such as https://app.example.com, separated by commas");
  checkHosts(read, "ALLOWED_HOSTS", allowedHosts);
  if (corsOrigins.includes("*"))
    read.fault("CORS_ORIGINS", 'must name each origin: "*" would let any page read answers');
}

function checkHosts(read: Reader, name: string, hosts: readonly string[]): void {
  for (const host of hosts)
    if (host === "*") read.fault(name, 'must name each host: "*" would take any');
    else if (!/^[a-z0-9.[\]:-]{4,255}(?::\*)?$/i.test(host))
      read.fault(name, "takes hosts such as api.example.com or localhost:3000, separated by commas");
}

/** What may not stand where strangers can reach the server. */
function checkExposed(
  read: Reader,
  { publicOrigin, appUrl, allowedHosts, purgeUrl }: Unwarned,
  { secret, databaseUrl }: Secrets,
): void {
  if (secret.startsWith(DEVELOPMENT_MARK)) read.fault("SECRET", `is a development secret. ${HOW_TO_MAKE_A_SECRET}`);
  if (read.valid(databaseUrl) && new URL(databaseUrl).password.startsWith(DEVELOPMENT_MARK))
    read.fault("DATABASE_URL", "has a development password");
  if (isPlain(publicOrigin))
    read.fault("PUBLIC_ORIGIN", "must be https, or this machine itself: session cookies travel over https only");
  if (appUrl !== publicOrigin && isPlain(appUrl))
    read.fault("APP_URL", "must be https, or this machine itself: the links in mails carry tokens");
  if (purgeUrl !== null && isPlain(purgeUrl))
    read.fault("CDN_PURGE_URL", "must be https, or this machine itself: CDN_PURGE_TOKEN is sent there");
  for (const host of allowedHosts)
    if (host.endsWith(":*"))
      read.fault("ALLOWED_HOSTS", `must name the port of ${host.slice(0, -2)}: any port is for development`);
}

/** Whether what is sent there can be read on the way. */
const isPlain = (url: string) => url.startsWith("http:") && !isLoopback(new URL(url).hostname);

function warningsOf({ profile, rateLimitScale }: Unwarned): string[] {
  return profile === "production" && rateLimitScale !== 1
    ? [`RATE_LIMIT_SCALE is ${rateLimitScale}: every rate limit is multiplied by it`]
    : [];
}
