/** One HTTP request: in, through the stages, out, and on record. */
import { Call, type Outcome } from "#contract/call";
import { type Content, contentOf } from "#contract/content";
import { execute } from "#contract/execute";
import { problemOf, unavailable } from "#contract/failure";
import { logFailure } from "#contract/log";
import type { Pipeline, RequestInfo } from "#contract/pipeline";
import { isProblem, pipelineProblem } from "#contract/problem";
import { MAX_ADDRESS_LENGTH } from "#contract/read/head";
import { pathStart } from "#contract/read/host";
import { HttpSource } from "#contract/read/source";
import { PhaseTimes, type RequestRecord, toMicroseconds } from "#contract/record";
import type { Frame, Writer, Written } from "#contract/respond";
import type { Route } from "#contract/route";
import { timesOf } from "#contract/timing";
import { type Trace, traceOf, traceparent } from "#contract/trace";

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
    return answered(exchange, call, outcome);
  }
  outcome.finally(() => host.pipeline.inFlight--);
  return beforeDeadline(call, request, outcome).then((settled) => answered(exchange, call, settled, true));
}

/** Encodes a reply where the caller wants that. One that cannot be encoded is our fault, and the change stands. */
function answered(exchange: Exchange, call: Call, outcome: Outcome, waited = false): Response | Promise<Response> {
  call.enter(null);
  if (isProblem(outcome)) return exchange.answer(outcome, call, waited);
  const { pipeline } = call;
  const content = contentOf(call.route, outcome, exchange.request.headers);
  if (!(content instanceof Promise)) return exchange.answer(outcome, call, waited, content);
  pipeline.inFlight++;
  return content
    .then(
      (ready) => exchange.answer(outcome, call, true, ready),
      (error) => {
        call.cause = error;
        return exchange.answer(pipelineProblem("internal"), call, true);
      },
    )
    .finally(() => pipeline.inFlight--);
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
    const gone = () => {
      call.abandoned = true;
      giveUp();
    };
    request.signal.addEventListener("abort", gone);
    const { waiting } = call.pipeline;
    const interrupted = (cause: Error) => {
      call.cause = cause;
      giveUp();
    };
    waiting.add(interrupted);
    outcome.then((settled) => {
      clearTimeout(timer);
      request.signal.removeEventListener("abort", gone);
      waiting.delete(interrupted);
      resolve(settled);
    });
  });
}

/** What an answer takes from a call; a request that reached no operation has none of it. */
type Answered = Partial<
  Pick<Call, "abandoned" | "cacheUse" | "caller" | "cause" | "decisions" | "organizationId" | "phases">
>;

class Exchange implements RequestInfo {
  readonly requestId: string;
  readonly trace: Trace;
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
    const { ids, settings } = host.pipeline;
    const { headers } = request;
    this.requestId = ids.next();
    const parent = headers.get("traceparent");
    const state = parent === null ? null : headers.get("tracestate");
    this.trace = traceOf(this.requestId, parent, state, settings.traceSampleRatio ?? 0);
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

  /** `content` is that of a reply; of one without a body unless given. */
  answer(outcome: Outcome, call: Answered = nobody, waited = false, content: Content = NO_CONTENT): Response {
    const { host, route, request, extra, requestId, pathname } = this;
    const frame: Frame = {
      method: request.method,
      path: pathname,
      query: this.query,
      requestId,
      route,
      decisions: call.decisions ?? noDecisions,
      cacheUse: call.cacheUse ?? null,
      ageSeconds: call.cacheUse === "hit" ? (host.pipeline.cache?.changes.ageSeconds() ?? null) : null,
      trace: traceparent(this.trace),
      timing: this.#timing(call),
      waited,
      extra,
    };
    let settled = outcome;
    let cause = call.cause;
    let written: Written;
    try {
      written = host.writer.write(outcome, frame, content);
    } catch (error) {
      // A header that HTTP does not allow, out of a handler: the answer is lost, the request is not.
      cause = error;
      settled = problemOf(error, null);
      written = host.writer.write(settled, frame, NO_CONTENT);
    }
    tell(host.pipeline, this.#record(settled, written, call, cause));
    return written.response;
  }

  #timing({ caller, phases }: Answered): string | null {
    const { serverTiming, serverTimingScope } = this.host.pipeline.settings;
    const isTold = serverTiming || (serverTimingScope !== undefined && caller?.scopes.has(serverTimingScope));
    return isTold ? timesOf(phases ?? noPhases, performance.now() - this.#startedAtMs) : null;
  }

  #record(settled: Outcome, { status, bytesOut }: Written, call: Answered, cause: unknown): RequestRecord {
    const { host, route, request, requestId, pathname, trace, address } = this;
    const durationMs = toMicroseconds(performance.now() - this.#startedAtMs);
    return {
      operation: route?.operation.id ?? null,
      method: request.method,
      path: pathname,
      route: route?.operation.path ?? null,
      status,
      code: isProblem(settled) ? settled.code : null,
      abandoned: call.abandoned ?? false,
      subject: call.caller?.subject ?? null,
      scheme: call.caller?.scheme ?? null,
      organization: call.organizationId ?? null,
      startedAtMs: host.pipeline.clock.now().getTime() - durationMs,
      durationMs,
      phases: call.phases ?? noPhases,
      bytesIn: Number(request.headers.get("content-length") ?? 0),
      bytesOut,
      cache: call.cacheUse ?? (status === 304 ? "fresh" : null),
      requestId,
      trace,
      address,
      cause,
    };
  }
}

const nobody: Answered = {};
const NO_CONTENT: Content = { body: null, coding: null, tag: null, isFresh: false };
const noDecisions: Frame["decisions"] = [];
const noPhases = new PhaseTimes();

/** Tells each observer; one that fails keeps neither the answer from the caller nor the record from the others. */
function tell({ observers, log }: Pipeline, record: RequestRecord): void {
  for (const observer of observers) {
    try {
      observer(record);
    } catch (error) {
      const { operation, requestId } = record;
      logFailure(log, { operation, requestId }, error, "an observer of requests failed");
    }
  }
}
