/**
 * The only file that reads the environment: raw strings in, one validated config out, secrets apart. Every fault is
 * reported at once, and each names its variable. docs/configuration.md describes what stands here; a test compares them.
 */
import { isNetwork } from "#lib/networks";

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
  readonly log: { readonly level: LogLevel; readonly format: LogFormat };
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
  /** Keys are derived from it: page cursors, refresh tokens, signing keys at rest. */
  readonly secret: string;
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
const SECRET_MIN_CHARACTERS = 32;
/** What a committed secret starts with, so that it is recognized wherever it must not be. */
const DEVELOPMENT_MARK = "development";
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Throws a ConfigError with every fault there is. */
export function readConfig(environment: Environment = process.env): { config: Config; secrets: Secrets } {
  const read = new Reader(environment);
  const profile = read.oneOf("GROUNDWORK_ENV", PROFILES);
  const port = read.integer("PORT", 0, 65_535, 3000);
  const publicOrigin = read.origin("PUBLIC_ORIGIN", profile === "development" ? `http://localhost:${port}` : undefined);
  const config = {
    profile,
    port,
    host: read.text("HOST", "127.0.0.1"),
    publicOrigin,
    allowedHosts: read.list("ALLOWED_HOSTS", read.valid(publicOrigin) ? [new URL(publicOrigin).host] : []),
    corsOrigins: read.list("CORS_ORIGINS", []),
    trustedProxies: read.list("TRUSTED_PROXIES", []),
    database: {
      poolMax: read.integer("DATABASE_POOL_MAX", 1, 1000, 10),
      prepare: read.boolean("DATABASE_PREPARE", true),
    },
    rateLimitScale: read.decimal("RATE_LIMIT_SCALE", 0.001, 1_000_000, 1),
    log: { level: read.oneOf("LOG_LEVEL", LOG_LEVELS, "info"), format: read.oneOf("LOG_FORMAT", LOG_FORMATS, "json") },
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
    secret: read.secret("SECRET"),
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
function checkExposed(read: Reader, { publicOrigin, allowedHosts }: Unwarned, { secret, databaseUrl }: Secrets): void {
  if (secret.startsWith(DEVELOPMENT_MARK)) read.fault("SECRET", `is a development secret. ${HOW_TO_MAKE_A_SECRET}`);
  if (read.valid(databaseUrl) && new URL(databaseUrl).password.startsWith(DEVELOPMENT_MARK))
    read.fault("DATABASE_URL", "has a development password");
  if (read.valid(publicOrigin) && publicOrigin.startsWith("http:") && !LOOPBACK.has(new URL(publicOrigin).hostname))
    read.fault("PUBLIC_ORIGIN", "must be https, or this machine itself: session cookies travel over https only");
  for (const host of allowedHosts)
    if (host.endsWith(":*"))
      read.fault("ALLOWED_HOSTS", `must name the port of ${host.slice(0, -2)}: any port is for development`);
}

function warningsOf({ profile, rateLimitScale }: Unwarned): string[] {
  return profile === "production" && rateLimitScale !== 1
    ? [`RATE_LIMIT_SCALE is ${rateLimitScale}: every rate limit is multiplied by it`]
    : [];
}

const HOW_TO_MAKE_A_SECRET = "Make one with: openssl rand -base64 32";

/** Collects faults and goes on with a stand-in, so that one run finds them all. */
class Reader {
  readonly faults: string[] = [];

  constructor(private readonly environment: Environment) {}

  fault(name: string, sentence: string): void {
    this.faults.push(`${name} ${sentence}`);
  }

  /** Whether a value was given and understood; a missing one was reported already. */
  valid(value: string): boolean {
    return value !== "";
  }

  text(name: string, fallback: string): string {
    return this.raw(name) ?? fallback;
  }

  list(name: string, fallback: readonly string[]): readonly string[] {
    return (
      this.raw(name)
        ?.split(",")
        .map((item) => item.trim())
        .filter((item) => item !== "") ?? fallback
    );
  }

  oneOf<const T extends readonly string[]>(name: string, values: T, fallback?: T[number]): T[number] {
    const raw = this.raw(name);
    const value = raw === undefined ? fallback : values.find((known) => known === raw);
    if (value === undefined)
      this.fault(name, `${raw === undefined ? "is missing" : "is not known"}: one of ${values.join(", ")}`);
    return value ?? values[0]!;
  }

  boolean(name: string, fallback: boolean): boolean {
    const raw = this.raw(name);
    if (raw !== undefined && raw !== "true" && raw !== "false") this.fault(name, "is true or false");
    return raw === undefined ? fallback : raw === "true";
  }

  integer(name: string, minimum: number, maximum: number, fallback: number): number {
    return this.number(name, /^\d{1,9}$/, "a whole number", minimum, maximum, fallback);
  }

  decimal(name: string, minimum: number, maximum: number, fallback: number): number {
    return this.number(name, /^\d{1,9}(?:\.\d{1,9})?$/, "a number", minimum, maximum, fallback);
  }

  origin(name: string, fallback: string | undefined): string {
    const raw = this.raw(name) ?? fallback;
    if (raw !== undefined && isOrigin(raw)) return raw;
    this.fault(
      name,
      raw === undefined
        ? "is missing: the origin that callers use, such as https://api.example.com"
        : "is not an origin such as https://api.example.com",
    );
    return "";
  }

  /** Null where none is given. */
  url(name: string): string | null {
    const raw = this.raw(name);
    if (raw === undefined) return null;
    if (!URL.canParse(raw) || !/^https?:$/.test(new URL(raw).protocol)) this.fault(name, "is not an http or https URL");
    return raw;
  }

  /** `name=value`, separated by commas, each value percent-encoded where it needs to be. */
  pairs(name: string): Readonly<Record<string, string>> {
    const pairs = this.list(name, []).map((item) => /^([\w-]+)=(.*)$/.exec(item));
    if (pairs.some((pair) => pair === null || !isDecodable(pair[2]!)))
      this.fault(name, "is not of the form name=value, separated by commas");
    return Object.fromEntries(
      pairs.flatMap((pair) => (pair && isDecodable(pair[2]!) ? [[pair[1], decodeURIComponent(pair[2]!)]] : [])),
    );
  }

  databaseUrl(name: string): string {
    const raw = this.raw(name);
    if (raw !== undefined && URL.canParse(raw) && /^postgres(?:ql)?:$/.test(new URL(raw).protocol)) return raw;
    this.fault(
      name,
      raw === undefined
        ? "is missing: postgres://user:password@host/database"
        : "is not of the form postgres://user:password@host/database",
    );
    return "";
  }

  secret(name: string): string {
    const raw = this.raw(name);
    if (raw === undefined) this.fault(name, `is missing. ${HOW_TO_MAKE_A_SECRET}`);
    else if (raw.length < SECRET_MIN_CHARACTERS)
      this.fault(name, `is shorter than ${SECRET_MIN_CHARACTERS} characters. ${HOW_TO_MAKE_A_SECRET}`);
    return raw ?? "";
  }

  private number(
    name: string,
    shape: RegExp,
    kind: string,
    minimum: number,
    maximum: number,
    fallback: number,
  ): number {
    const raw = this.raw(name);
    if (raw === undefined) return fallback;
    const value = shape.test(raw) ? Number(raw) : Number.NaN;
    if (value >= minimum && value <= maximum) return value;
    this.fault(name, `is ${kind} from ${minimum} to ${maximum}`);
    return fallback;
  }

  /** An empty variable counts as none: env files and compose files cannot unset one. */
  private raw(name: string): string | undefined {
    return this.environment[name]?.trim() || undefined;
  }
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}
