/** One HTTP request: in, through the stages, out, and on record. */
import { Call, type Outcome } from "#contract/call";
import { execute } from "#contract/execute";
import { problemOf, unavailable } from "#contract/failure";
import { logRequest } from "#contract/log";
import type { Pipeline, RequestInfo } from "#contract/pipeline";
import { isProblem, pipelineProblem } from "#contract/problem";
import { MAX_ADDRESS_LENGTH } from "#contract/read/head";
import { pathStart } from "#contract/read/host";
import { HttpSource } from "#contract/read/source";
import type { Frame, Writer } from "#contract/respond";
import type { Route } from "#contract/route";

/** What a server gives a request besides its operation. */
export interface Host {
  readonly pipeline: Pipeline;
  readonly writer: Writer;
  /** The address of the socket's other end. */
  readonly addressOf: (request: Request) => string;
}

/** An address that is not known: a request that came over no socket. */
export const NO_ADDRESS = "0.0.0.0";

/** Runs an operation for a request. Answers at its deadline whatever the handler does. Never throws. */
export function serve(host: Host, route: Route, request: Request, extra: Frame["extra"]): Response | Promise<Response> {
  const exchange = new Exchange(host, route, request, extra);
  const { pathname, query } = exchange;
  const call = new Call(host.pipeline, route, exchange, new HttpSource(request, route, pathname, query));
  host.pipeline.inFlight++;
  const outcome = execute(call, "all");
  if (!(outcome instanceof Promise)) {
    host.pipeline.inFlight--;
    return exchange.answer(outcome, call);
  }
  outcome.finally(() => host.pipeline.inFlight--);
  return beforeDeadline(call, request, outcome).then((settled) => exchange.answer(settled, call));
}

/** The answer to a request that reached no operation. */
export function refuse(
  host: Host,
  request: Request,
  extra: Frame["extra"],
  outcome: Outcome,
  cause?: unknown,
): Response {
  return new Exchange(host, null, request, extra).answer(outcome, cause === undefined ? undefined : { cause });
}

/** The outcome, or 503 once the time is over. The caller going away ends the work too, and its answer reaches nobody. */
function beforeDeadline(call: Call, request: Request, outcome: Promise<Outcome>): Promise<Outcome> {
  return new Promise((resolve) => {
    const giveUp = () => {
      call.abort();
      resolve(unavailable());
    };
    const { timeoutMs } = call.route.operation.policy;
    const timer = setTimeout(() => {
      // A body that is still on its way is late by its sender's doing, and no fault of ours.
      if (call.isReading) resolve(pipelineProblem("request_timeout", { headers: { Connection: "close" } }));
      else call.cause = new Error(`The operation was not done after ${timeoutMs} ms.`);
      giveUp();
    }, timeoutMs);
    request.signal.addEventListener("abort", giveUp);
    const { waiting } = call.pipeline;
    waiting.add(giveUp);
    outcome.then((settled) => {
      clearTimeout(timer);
      request.signal.removeEventListener("abort", giveUp);
      waiting.delete(giveUp);
      resolve(settled);
    });
  });
}

class Exchange implements RequestInfo {
  readonly requestId: string;
  readonly address: string;
  readonly pathname: string;
  readonly query: string;
  readonly #startedAtMs = performance.now();

  constructor(
    readonly host: Host,
    readonly route: Route | null,
    readonly request: Request,
    readonly extra: Frame["extra"],
  ) {
    this.requestId = host.pipeline.ids.next();
    this.address = host.addressOf(request);
    // A longer one is refused, and neither the answer nor the log repeats all of it.
    const url = request.url.slice(0, MAX_ADDRESS_LENGTH);
    const start = pathStart(url);
    const mark = url.indexOf("?", start);
    this.pathname = mark === -1 ? url.slice(start) : url.slice(start, mark);
    this.query = mark === -1 ? "" : url.slice(mark + 1);
  }

  get userAgent(): string | null {
    return this.request.headers.get("user-agent");
  }

  answer(outcome: Outcome, call?: Partial<Pick<Call, "cause" | "caller" | "decisions">>): Response {
    const { host, route, request, extra, requestId, pathname } = this;
    const frame: Frame = {
      method: request.method,
      path: pathname,
      requestId,
      route,
      decisions: call?.decisions ?? noDecisions,
      ifNoneMatch: route?.cached?.tagged ? request.headers.get("if-none-match") : null,
      extra,
    };
    let settled = outcome;
    let cause = call?.cause;
    let written: ReturnType<Writer["write"]>;
    try {
      written = host.writer.write(outcome, frame);
    } catch (error) {
      // A header that HTTP does not allow, out of a handler: the answer is lost, the request is not.
      cause = error;
      settled = problemOf(error, null);
      written = host.writer.write(settled, frame);
    }
    logRequest(host.pipeline.log, {
      operation: route?.operation.id ?? null,
      method: request.method,
      path: pathname,
      status: written.status,
      code: isProblem(settled) ? settled.code : null,
      subject: call?.caller?.subject ?? null,
      durationMs: Math.round((performance.now() - this.#startedAtMs) * 1000) / 1000,
      bytesIn: Number(request.headers.get("content-length") ?? 0),
      bytesOut: written.bytesOut,
      requestId,
      address: this.address,
      cause,
    });
    return written.response;
  }
}

const noDecisions: Frame["decisions"] = [];
