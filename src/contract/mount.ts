/** Registers a contract's operations with Elysia, one route each, and an answer of ours for everything else. */
import type { Elysia } from "elysia";
import { Reply } from "#contract/call";
import type { Method } from "#contract/operation";
import { pipelineProblem } from "#contract/problem";
import type { Route } from "#contract/route";
import { type Host, refuse, serve } from "#contract/serve";

/** What Elysia hands to a handler, as far as it is used: nothing that it would have to parse. */
interface Context {
  readonly request: Request;
  readonly set: { headers: Record<string, unknown> };
}

export const KNOWN_METHODS: ReadonlySet<string> = new Set([
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "QUERY",
]);

/** Bodies are read by the pipeline, so that a refused caller makes the server read none. */
const unparsed = { parse: "none" } as const;

export function mount(app: Elysia, host: Host, routes: readonly Route[]): void {
  const heads = new WeakMap<Request, Response>();
  app.wrap((fetch) => headAnswers(fetch as unknown as Fetch, heads));
  for (const [path, onPath] of Map.groupBy(routes, (route) => routerPath(route.operation.path))) {
    for (const route of onPath) {
      const handle = ({ request, set }: Context) => answered(serve(host, route, request, taken(set)), request, heads);
      app.route(route.operation.method, path, handle, unparsed);
      if (route.operation.method === "GET") app.route("HEAD", path, handle, unparsed);
    }
    const allow = allowed(onPath.map((route) => route.operation.method));
    app.route("OPTIONS", path, ({ request, set }: Context) => options(host, request, taken(set), allow), unparsed);
    const limitBytes = Math.max(...onPath.map((route) => route.operation.policy.bodyLimitBytes));
    app.all(
      path,
      ({ request, set }: Context) => refuse(host, request, taken(set), otherMethod(request, allow, limitBytes)),
      unparsed,
    );
  }
}

type Fetch = (request: Request) => Response | Promise<Response>;

/**
 * Elysia answers HEAD on a path with parameters by its GET route, and measures the answer by reading all of it. Ours is
 * kept aside and goes out as it is.
 */
const headAnswers =
  (fetch: Fetch, heads: WeakMap<Request, Response>): Fetch =>
  (request) => {
    if (request.method !== "HEAD") return fetch(request);
    return Promise.resolve(fetch(request)).then((response) => heads.get(request) ?? response);
  };

function answered(response: Response | Promise<Response>, request: Request, heads: WeakMap<Request, Response>) {
  if (request.method !== "HEAD") return response;
  return Promise.resolve(response).then((head) => {
    heads.set(request, head);
    return new Response(null);
  });
}

/** Headers that plugins set go out with ours: left where they are, Elysia would copy the whole response to add them. */
function taken(set: Context["set"]): Record<string, unknown> {
  const { headers } = set;
  set.headers = {};
  return headers;
}

function otherMethod(request: Request, allow: string, limitBytes: number) {
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) return pipelineProblem("body_too_large");
  return KNOWN_METHODS.has(request.method)
    ? pipelineProblem("method_not_allowed", { headers: { Allow: allow } })
    : pipelineProblem("not_implemented");
}

/** An address that the contract does not have. */
export const unknownPath = (request: Request) =>
  pipelineProblem(KNOWN_METHODS.has(request.method) ? "not_found" : "not_implemented");

const PREFLIGHT_SECONDS = "600";

/** What the address takes; to a page of an allowed origin it is the answer to its preflight too. */
function options(host: Host, request: Request, extra: Record<string, unknown>, allow: string): Response {
  if ("access-control-allow-origin" in extra) extra["access-control-max-age"] = PREFLIGHT_SECONDS;
  return refuse(host, request, extra, new Reply(204, null, null, [["Allow", allow]]));
}

function allowed(methods: readonly Method[]): string {
  const all = new Set<string>([...methods, "OPTIONS"]);
  if (all.has("GET")) all.add("HEAD");
  return [...all].sort().join(", ");
}

/** By place instead of by name: Elysia refuses two names at one place, and the pipeline reads segments itself. */
function routerPath(path: string): string {
  const segments = path.split("/").map((segment, place) => {
    if (!/[{}:*]/.test(segment)) return segment;
    if (!/^\{[^{}]+\}$/.test(segment)) throw new Error(`A segment of ${path} is neither a name nor one parameter.`);
    return `:p${place}`;
  });
  return segments.join("/");
}
