/** What the pipeline is given: by the product through src/context.ts, by a test, by a benchmark. */
import type { Cache } from "#contract/cache/cache";
import { NO_CHANGES } from "#contract/cache/changes";
import type { Call } from "#contract/call";
import type { Caller, RequestContext } from "#contract/context";
import { sharedFlush } from "#contract/flush";
import { requestLine } from "#contract/log";
import type { CompiledContract } from "#contract/operation";
import type { AuditEvent } from "#contract/policy/audit";
import { memoryRateLimits, type RateLimitStore } from "#contract/policy/limit";
import { flushCommits, insertAuditEvent } from "#contract/queries";
import type { Observer } from "#contract/record";
import { RequestScope } from "#contract/scope";
import type { Trace } from "#contract/trace";
import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import { type Cursors, cursorsOf } from "#lib/cursor";
import type { Ids } from "#lib/ids";
import type { Log } from "#lib/log";
import type { Network } from "#lib/networks";

export type MaybePromise<T> = T | Promise<T>;

/**
 * A handler as the pipeline sees it. The generated `Handlers` type is the precise one; its map fits here, because
 * nothing is known of the parameters.
 */
export type Handler = (context: never, input: never) => unknown;

/** What an authenticator may look at besides the credential. */
export interface RequestInfo {
  readonly address: string;
  readonly userAgent: string | null;
  readonly requestId: string;
  readonly trace: Trace;
}

/**
 * Turns a credential into who it stands for, or undefined when it does not work (any more). The caller's `scheme` is
 * the one that handlers are typed with: the cookie transport of `session` answers "session" too.
 */
export type Authenticator = (credential: string, request: RequestInfo) => MaybePromise<Caller | undefined>;

/**
 * The caller as one who belongs to an organization, with the scopes that they have in it; undefined where there is no
 * such organization for them.
 */
export type Members = (caller: Caller, organizationId: string) => MaybePromise<Caller | undefined>;

export interface PipelineSettings {
  /** Scheme and host that callers use, "https://api.example.com": in problem types, and the first origin that cookies work from. */
  readonly publicOrigin: string;
  /**
   * Whole Host headers that are answered, "api.example.com" or "localhost:3000"; "localhost:*" takes any port. A host
   * has at least four characters: Elysia looks for the path from a fixed place in the address.
   */
  readonly allowedHosts: readonly string[];
  /** Origins whose pages may read answers, "https://app.example.com". None: no CORS header at all. */
  readonly corsOrigins: readonly string[];
  /** Proxies whose X-Forwarded-For is believed, as addresses or networks. None: the socket's other end is the caller. */
  readonly trustedProxies: readonly Network[];
  /** Multiplies every rate limit. 1 in production. */
  readonly rateLimitScale: number;
  /** Signs page cursors. At least 32 characters. */
  readonly cursorSecret: string;
  /** The share of traces that begin here and are sampled, 0 to 1; none unless given. A caller's own choice is kept. */
  readonly traceSampleRatio?: number;
  /** Whether every answer says in Server-Timing what its time was spent on; no unless given. */
  readonly serverTiming?: boolean;
  /** The scope whose callers get Server-Timing in any case. */
  readonly serverTimingScope?: string;
}

/** What all calls share, worked out once from the options. */
export interface Pipeline extends Pick<AppOptions, "sql" | "clock" | "ids" | "log" | "settings"> {
  readonly members: Members;
  readonly rateLimits: RateLimitStore;
  readonly recordAudit: (sql: Sql, event: AuditEvent) => Promise<void>;
  /** Waits until what was committed is on disk, and the cache knows of it. */
  readonly flush: () => Promise<unknown>;
  /** What is kept of answers; null where nothing is. */
  readonly cache: Cache | null;
  readonly cursors: Cursors;
  readonly observers: readonly Observer[];
  /** Origins whose pages may use cookies. */
  readonly cookieOrigins: ReadonlySet<string>;
  /** The context of one call, with the product's services on it. */
  readonly Scope: new (
    call: Call,
  ) => RequestContext;
  /** Requests that have not ended, those included whose caller no longer waits. */
  inFlight: number;
  /** Ends the wait of each request that waits, with 503 and this cause in the log. */
  readonly waiting: Set<(cause: Error) => void>;
}

export interface AppOptions {
  readonly contract: CompiledContract;
  /** By operation id; one for each operation of the contract. */
  readonly handlers: Readonly<Record<string, Handler>>;
  /** By name of the security scheme, cookie transports included; one for each that an operation names. */
  readonly authenticators: Readonly<Record<string, Authenticator>>;
  /** Whom organizations know; for a contract with operations on organizations. */
  readonly members?: Members;
  /** What the product's handlers find on `ctx` besides RequestContext. The same objects for every request. */
  readonly services: object;
  /** The pool. Its connections set statement_timeout, lock_timeout and idle_in_transaction_session_timeout. */
  readonly sql: Sql;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly settings: PipelineSettings;
  /** Which of the contract's operations are served; those of the public listener unless given. */
  readonly listener?: "public" | "internal";
  /** Whether the public listener has the operations of development too; no unless given. */
  readonly development?: boolean;
  /** Told of every request besides the log. */
  readonly observers?: readonly Observer[];
  /** Where rate limits are counted; this process's memory unless given. */
  readonly rateLimits?: RateLimitStore;
  /** What is kept of answers; nothing unless given. */
  readonly cache?: Cache;
  /** Writes an audit row by one query on the given transaction; into `audit_events` unless given. */
  readonly recordAudit?: (sql: Sql, event: AuditEvent) => Promise<void>;
}

/** Throws where a service would hide what ctx has already. */
export function pipelineOf(options: AppOptions): Pipeline {
  const { sql, clock, ids, log, settings, services, cache = null } = options;
  class Scope extends RequestScope {}
  for (const name of Object.keys(services))
    if (name in Scope.prototype) throw new Error(`The service ${name} has the name of something that ctx has already.`);
  Object.defineProperties(Scope.prototype, Object.getOwnPropertyDescriptors(services));
  return {
    sql,
    clock,
    ids,
    log,
    settings,
    members: options.members ?? nobody,
    rateLimits: options.rateLimits ?? memoryRateLimits(),
    recordAudit: options.recordAudit ?? insertAuditEvent,
    flush: cache?.changes.flush ?? sharedFlush(() => flushCommits(sql, NO_CHANGES)),
    cache,
    cursors: cursorsOf(settings.cursorSecret),
    observers: [requestLine(log), ...(options.observers ?? [])],
    cookieOrigins: new Set([settings.publicOrigin, ...settings.corsOrigins]),
    Scope,
    inFlight: 0,
    waiting: new Set(),
  };
}

const nobody: Members = () => undefined;
