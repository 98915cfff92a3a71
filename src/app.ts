/** The server: the pipeline around the operations of one contract. No side effect until it listens. */
import http from "node:http";
import { cors } from "@elysiajs/cors";
import { Elysia } from "elysia";
import { mount, unknownPath } from "#contract/mount";
import type { CompiledContract, Method, Operation } from "#contract/operation";
import { type AppOptions, pipelineOf } from "#contract/pipeline";
import { challengeOf } from "#contract/policy/authenticate";
import { pipelineProblem } from "#contract/problem";
import { forwardedAddress, unmapped } from "#contract/read/address";
import { headProblem, SERVER_HEAD_BYTES } from "#contract/read/head";
import { hostCheck } from "#contract/read/host";
import { commonHeaders, Writer } from "#contract/respond";
import { routeOf } from "#contract/route";
import { type Host, NO_ADDRESS, refuse } from "#contract/serve";

export type { AppOptions };

export interface App extends Elysia {
  /** Requests that have not ended: what a graceful stop waits for. */
  readonly inFlight: () => number;
  /** Answers 503 to every request that waits now: for when what they wait for is known to be gone. */
  readonly interrupt: (cause: Error) => void;
}

/**
 * An Elysia app that answers exactly what the contract says. `app.listen({ port, hostname })` serves it, and
 * `app.fetch(request)` answers a request without a socket. Throws where contract, handlers and authenticators do not fit.
 */
export function createApp(options: AppOptions): App {
  const { contract, settings } = options;
  const pipeline = pipelineOf(options);
  const common = commonHeaders(settings);
  const app = new Elysia(elysiaSettings(contract));
  const writer = new Writer(common, settings, challengeOf(Object.values(contract.securitySchemes)));
  const forwarded = forwardedAddress(settings.trustedProxies);
  const addressOf = (request: Request) => forwarded(peerAddress(app, request), request.headers.get("x-forwarded-for"));
  const host: Host = { pipeline, writer, addressOf };
  const isAllowedHost = hostCheck(settings.allowedHosts);
  if (settings.corsOrigins.length > 0)
    app.use(
      crossOrigin(
        contract.operations.map(({ method }) => method),
        settings.corsOrigins,
      ),
    );
  app.onError(({ code, error, request, set }) => {
    const missing = code === "NOT_FOUND";
    const { headers } = set;
    set.headers = {};
    return refuse(
      host,
      request,
      headers,
      missing ? unknownPath(request) : pipelineProblem("internal"),
      missing ? undefined : error,
    );
  });
  mount(
    app as unknown as Elysia,
    host,
    served(options).map((operation) => routeOf(operation, options, common)),
  );
  app.wrap((fetch) => (request: Request) => {
    const refused = isAllowedHost(request.headers.get("host"), request.url) ? headProblem(request) : foreignHost();
    return refused ? refuse(host, request, {}, refused) : fetch(request);
  });
  // Node's type says read-only; Bun takes it, for every server of the process, and has no setting for one.
  (http as { maxHeaderSize: number }).maxHeaderSize = SERVER_HEAD_BYTES;
  const interrupt = (cause: Error) => {
    for (const giveUp of [...pipeline.waiting]) giveUp(cause);
  };
  return Object.assign(app, { inFlight: () => pipeline.inFlight, interrupt }) as unknown as App;
}

/** What the contract does not put on this listener is as unknown there as any other address. */
function served({ contract, listener = "public", development = false }: AppOptions): Operation[] {
  return contract.operations.filter(({ policy }) =>
    policy.listener === "development"
      ? development && listener === "public"
      : policy.listener === listener || policy.listener === "both",
  );
}

/** Bun's own limit of idleTimeout. */
const MAX_IDLE_SECONDS = 255;
/** What a handler may be silent for, and a little to answer in. */
const idleSeconds = ({ operations }: CompiledContract): number =>
  Math.min(MAX_IDLE_SECONDS, Math.ceil(Math.max(0, ...operations.map(({ policy }) => policy.timeoutMs)) / 1000) + 10);

const elysiaSettings = (contract: CompiledContract) => ({
  // A path with a slash more is another path.
  strictPath: true,
  // One way in: Bun's own router would take requests past the checks around Elysia's.
  systemRouter: false,
  nativeStaticResponse: false,
  serve: {
    development: false,
    // The pipeline counts bytes by operation and answers 413 itself; Bun's answer has no body.
    maxRequestBodySize: Number.MAX_SAFE_INTEGER,
    // It also cuts a handler that is silent for longer: the policy's timeout has to come first.
    idleTimeout: idleSeconds(contract),
  },
});

/** Response headers that a page of another origin may read. */
const EXPOSED_HEADERS = [
  "Content-Disposition",
  "ETag",
  "Link",
  "Location",
  "RateLimit",
  "RateLimit-Policy",
  "Retry-After",
  "X-Request-Id",
];
const ALLOWED_HEADERS = ["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match"];

/**
 * Every list is written out: what is left to its default, @elysiajs/cors takes from the request. The origin is a
 * function, because the plugin looks names up with `in`, which finds "constructor" in any object. Preflights are
 * answered by the routes, so that OPTIONS says Allow and only existing paths have one.
 */
function crossOrigin(used: readonly Method[], origins: readonly string[]) {
  const allowed = new Set(origins);
  return cors({
    origin: (request: Request) => allowed.has(request.headers.get("origin") ?? ""),
    methods: [...new Set(used)].sort(),
    allowedHeaders: ALLOWED_HEADERS,
    exposeHeaders: EXPOSED_HEADERS,
    credentials: true,
    preflight: false,
  });
}

const foreignHost = () => pipelineProblem("bad_request", { detail: "The Host is not one of this server's." });

function peerAddress(app: Pick<Elysia, "server">, request: Request): string {
  const address = app.server?.requestIP(request)?.address;
  return address === undefined ? NO_ADDRESS : unmapped(address);
}
