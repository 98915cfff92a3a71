/** Outcomes become responses. Headers that do not depend on the request are made once. */
import { type Outcome, Reply } from "#contract/call";
import type { Content } from "#contract/content";
import { RETRY_AFTER_SECONDS } from "#contract/failure";
import type { PipelineSettings } from "#contract/pipeline";
import { NO_STORE } from "#contract/policy/cache";
import type { CacheUse } from "#contract/policy/keep";
import type { Decision } from "#contract/policy/limit";
import type { Problem } from "#contract/problem";
import type { Route } from "#contract/route";

const PROBLEM_TYPE = "application/problem+json";
const HSTS_SECONDS = 63_072_000;

/** What an answer is written with, besides its outcome. */
export interface Frame {
  readonly method: string;
  /** The request's path, as a problem names it. */
  readonly path: string;
  /** Without its question mark. */
  readonly query: string;
  readonly requestId: string;
  /** Null where the request reached no operation. */
  readonly route: Route | null;
  readonly decisions: readonly Decision[];
  readonly cacheUse: CacheUse | null;
  /** Seconds since it was known to be current, where it was kept (RFC 9111, section 5.1). */
  readonly ageSeconds: number | null;
  /** For traceresponse. */
  readonly trace: string;
  /** For Server-Timing; null where the caller is not told. */
  readonly timing: string | null;
  /** Whether the caller of the server had to wait for it, so that it goes out when nothing else of its connection does. */
  readonly waited: boolean;
  /** Of a plugin, such as CORS: lower-case names. */
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface Written {
  readonly response: Response;
  readonly status: number;
  /** Null for a stream, whose length is not known yet. */
  readonly bytesOut: number | null;
}

/** Headers of every response; an answer's own come on top. */
export function commonHeaders({ publicOrigin, corsOrigins }: PipelineSettings): Headers {
  const headers = new Headers({
    "Cache-Control": NO_STORE,
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  });
  if (publicOrigin.startsWith("https:"))
    headers.set("Strict-Transport-Security", `max-age=${HSTS_SECONDS}; includeSubDomains`);
  if (corsOrigins.length > 0) headers.set("Vary", "Origin");
  return headers;
}

export class Writer {
  readonly #common: Headers;
  readonly #problemBase: string;
  /** What a 401 asks for where the operation itself takes no credential. */
  readonly #challenge: string;

  constructor(common: Headers, settings: PipelineSettings, challenge: string) {
    this.#common = common;
    this.#problemBase = `${settings.publicOrigin}/problems/`;
    this.#challenge = challenge;
  }

  /** `content` is that of a reply. */
  write(outcome: Outcome, frame: Frame, content: Content): Written {
    const headers = new Headers(frame.route ? frame.route.headers : this.#common);
    headers.set("X-Request-Id", frame.requestId);
    headers.set("traceresponse", frame.trace);
    if (frame.timing !== null) headers.set("Server-Timing", frame.timing);
    if (frame.decisions.length > 0) headers.set("RateLimit", rateLimit(frame.decisions));
    addExtra(headers, frame.extra);
    return outcome instanceof Reply
      ? writeReply(outcome, content, frame, headers)
      : this.#writeProblem(outcome, frame, headers);
  }

  #writeProblem(problem: Problem, frame: Frame, headers: Headers): Written {
    const { code, status, title, detail, extra } = problem;
    headers.set("Content-Type", PROBLEM_TYPE);
    headers.set("Cache-Control", NO_STORE);
    for (const name in extra.headers) headers.set(name, extra.headers[name]!);
    if (status === 401 && !headers.has("WWW-Authenticate"))
      headers.set("WWW-Authenticate", frame.route?.security.challenge ?? this.#challenge);
    if (extra.retryAfter !== undefined || status === 429 || status === 503)
      headers.set("Retry-After", String(extra.retryAfter ?? RETRY_AFTER_SECONDS));
    const body = JSON.stringify({
      type: this.#problemBase + code,
      title,
      status,
      detail,
      instance: frame.path,
      code,
      requestId: frame.requestId,
      errors: extra.faults,
    });
    return send(status, body, headers, frame);
  }
}

function writeReply(reply: Reply, content: Content, frame: Frame, headers: Headers): Written {
  for (const [name, value] of reply.headers)
    if (name === "Set-Cookie") headers.append(name, value);
    else headers.set(name, value);
  if (content.tag !== null) headers.set("ETag", content.tag);
  if (frame.route) addCacheHeaders(headers, frame.route, frame, reply.kept !== null);
  if (content.isFresh) return send(304, null, headers, frame);
  if (content.coding !== null) headers.set("Content-Encoding", content.coding);
  if (reply.nextCursor !== null) headers.set("Link", nextLink(frame, reply.nextCursor));
  if (reply.contentType !== null) headers.set("Content-Type", fullType(reply.contentType));
  return send(reply.status, content.body, headers, frame);
}

function addCacheHeaders(
  headers: Headers,
  { cached, compresses }: Route,
  { cacheUse, ageSeconds }: Frame,
  isKept: boolean,
): void {
  if (compresses) headers.append("Vary", "Accept-Encoding");
  if (!cached) return;
  headers.set("Cache-Control", cached.control);
  if (cached.vary !== null) headers.append("Vary", cached.vary);
  if (cached.surrogateKey !== null) headers.set("Surrogate-Key", cached.surrogateKey);
  if (cacheUse !== null)
    headers.set(
      "Cache-Status",
      cacheUse === "miss" && isKept ? `${CACHE_STATUS.miss}; stored` : CACHE_STATUS[cacheUse],
    );
  if (ageSeconds !== null) headers.set("Age", String(ageSeconds));
}

/** RFC 9211. */
const CACHE_STATUS: Readonly<Record<CacheUse, string>> = {
  hit: "groundwork; hit",
  joined: "groundwork; fwd=miss; collapsed",
  miss: "groundwork; fwd=miss",
  bypass: "groundwork; fwd=bypass",
};

/** Where the next page is, for programs that follow links (RFC 8288). */
function nextLink({ path, query }: Frame, cursor: string): string {
  const others = query.split("&").filter((pair) => pair !== "" && !pair.startsWith("cursor="));
  return `<${path}?${[...others, `cursor=${cursor}`].join("&")}>; rel="next"`;
}

/**
 * From this size on, Bun sends an answer that was waited for with one system call for each piece of its head, four for a
 * header: ten times the cost of the answer itself.
 */
const IN_PIECES_BYTES = 16_384 - 1_024;

/** Bun collects the head and the body of a stream that ends at once, and sends them chunked, in one piece. */
function atOnce(body: string | Uint8Array<ArrayBuffer>): ReadableStream {
  return new ReadableStream({
    type: "direct",
    pull(controller) {
      controller.write(body);
      controller.end();
    },
  });
}

/** HEAD has the headers of GET and no body (RFC 9110, section 9.3.2). */
function send(status: number, body: Reply["body"], headers: Headers, { method, waited }: Frame): Written {
  const bytesOut = sizeOf(body);
  if (method !== "HEAD") {
    const inPieces = waited && bytesOut !== null && bytesOut >= IN_PIECES_BYTES && !(body instanceof Blob);
    const sent = inPieces ? atOnce(body as string | Uint8Array<ArrayBuffer>) : body;
    return { response: new Response(sent, { status, headers }), status, bytesOut };
  }
  if (body instanceof ReadableStream) void body.cancel().catch(() => {});
  if (bytesOut !== null && body !== null) headers.set("Content-Length", String(bytesOut));
  return { response: new Response(null, { status, headers }), status, bytesOut: 0 };
}

function sizeOf(body: Reply["body"]): number | null {
  if (body === null) return 0;
  if (typeof body === "string") return Buffer.byteLength(body);
  if (body instanceof Uint8Array) return body.byteLength;
  return body instanceof Blob ? body.size : null;
}

const fullType = (contentType: string): string =>
  contentType.startsWith("text/") ? `${contentType}; charset=utf-8` : contentType;

/** draft-ietf-httpapi-ratelimit-headers-10: what is left, and the seconds until all of it is back. */
function rateLimit(decisions: readonly Decision[]): string {
  let text = "";
  for (const { plan, verdict } of decisions)
    text += `${text && ", "}"${plan.name}";r=${verdict.remaining};t=${Math.ceil(verdict.resetMs / 1000)}`;
  return text;
}

function addExtra(headers: Headers, extra: Frame["extra"]): void {
  // Without an allowed origin the other CORS headers mean nothing, and say what nobody asked.
  if (!("access-control-allow-origin" in extra)) return;
  for (const name in extra) if (name !== "vary") headers.set(name, String(extra[name]));
}
