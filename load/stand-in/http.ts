/** k6/http: what can be done without stopping everybody else. `http.get` and its like wait, so they are not here. */
import type {
  ExpectedStatusesObject,
  asyncRequest as k6AsyncRequest,
  Params,
  RefinedParams,
  RefinedResponse,
  RequestBody,
  ResponseType,
  setResponseCallback,
} from "k6/http";
import { milliseconds } from "./durations";
import { type Answer, type Asked, responseOf } from "./http-response";
import type { VirtualUser } from "./virtual-user";
import { exchange, headBytes } from "./wire";

type Callback = Parameters<typeof setResponseCallback>[0];
type Url = Parameters<typeof k6AsyncRequest>[1];
type Expected = (status: number) => boolean;

const TIMEOUT = "60s";
const USER_AGENT = "Groundwork's stand-in for k6";
/** What k6 takes and this does not. Whoever needs one of them needs k6, or a line here. */
const UNKNOWN_PARAMS = ["auth", "compression", "cookies", "jar"] as const satisfies (keyof Params)[];

export function httpModule(user: VirtualUser) {
  const callbacks = new WeakMap<object, Expected>();
  let expected: Expected | null = (status) => status >= 200 && status < 400;

  const expectedOf = (callback: Callback): Expected | null => (callback === null ? null : callbacks.get(callback)!);

  async function asyncRequest<RT extends ResponseType | undefined>(
    method: string,
    url: Url,
    body?: RequestBody | null,
    params?: RefinedParams<RT> | null,
  ): Promise<RefinedResponse<RT>> {
    const asked = readRequest(user, method, String(url), body ?? null, params ?? {});
    const answer = await answered(user, asked);
    // Whoever was interrupted asks for nothing more.
    if (user.isInterrupted) return new Promise(() => {});
    const isExpected = params?.responseCallback === undefined ? expected : expectedOf(params.responseCallback);
    record(user, asked, answer, isExpected);
    const responseType = params?.responseType ?? (user.test.options.discardResponseBodies ? "none" : "text");
    return responseOf(asked, answer, responseType) as RefinedResponse<RT>;
  }

  return {
    asyncRequest,
    expectedStatuses(...statuses: (number | ExpectedStatusesObject)[]): Callback {
      const callback = {};
      callbacks.set(callback, (status) =>
        statuses.some((one) => (typeof one === "number" ? one === status : one.min <= status && status <= one.max)),
      );
      return callback;
    },
    setResponseCallback(callback: Callback): void {
      expected = expectedOf(callback);
    },
  } satisfies Pick<typeof import("k6/http"), "asyncRequest" | "expectedStatuses" | "setResponseCallback">;
}

function readRequest(user: VirtualUser, method: string, url: string, body: RequestBody | null, params: Params): Asked {
  const unknown = UNKNOWN_PARAMS.filter((name) => params[name] !== undefined);
  if (unknown.length > 0) throw new Error(`${unknown.join(", ")}: not in the stand-in for k6.`);
  if (body !== null && typeof body !== "string" && !(body instanceof ArrayBuffer))
    throw new Error("A body is a text or an ArrayBuffer; the stand-in for k6 writes no forms.");
  return {
    method: method.toUpperCase(),
    url,
    headers: { "User-Agent": user.test.options.userAgent ?? USER_AGENT, ...params.headers },
    body,
    timeoutMs: milliseconds(params.timeout ?? TIMEOUT),
    tags: { ...user.sampleTags(), ...params.tags },
    redirects: params.redirects,
  };
}

/** As k6 numbers them: docs "Error codes". */
const ERROR_CODES: Readonly<Record<string, number>> = {
  TimeoutError: 1050,
  ECONNREFUSED: 1212,
  ConnectionRefused: 1212,
  ECONNRESET: 1220,
};
const OTHER_ERROR = 1000;

async function answered(user: VirtualUser, asked: Asked): Promise<Answer> {
  const begun = performance.now();
  try {
    const signal = AbortSignal.any([user.signal, AbortSignal.timeout(asked.timeoutMs)]);
    const { status, ...rest } = await exchange({ ...asked, signal });
    const errorCode = status >= 400 ? OTHER_ERROR + status : 0;
    if (status >= 300 && status < 400 && rest.headers.Location && asked.redirects !== 0)
      throw new Error("the stand-in for k6 follows no redirects: set redirects to 0");
    return { ...rest, status, error: "", errorCode };
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException;
    const errorCode = ERROR_CODES[name] ?? ERROR_CODES[code ?? ""] ?? OTHER_ERROR;
    if (!user.isInterrupted) user.test.warn(`Request failed: ${asked.method} ${asked.url}: ${message}`);
    const waitingMs = performance.now() - begun;
    return { ...NO_ANSWER, waitingMs, error: message, errorCode };
  }
}

const NO_ANSWER = {
  status: 0,
  statusText: "",
  headers: {},
  body: new Uint8Array(),
  receivedBytes: 0,
  receivingMs: 0,
} as const;

function record(user: VirtualUser, asked: Asked, answer: Answer, isExpected: Expected | null): void {
  const { registry } = user.test;
  const { http_reqs, http_req_duration, http_req_waiting, http_req_receiving, http_req_failed } = registry.builtIn;
  const { http_req_blocked, http_req_connecting, http_req_sending, http_req_tls_handshaking } = registry.builtIn;
  const isRight = isExpected?.(answer.status);
  const name = asked.tags.name ?? asked.url;
  const tags = {
    ...asked.tags,
    method: asked.method,
    name,
    url: name,
    status: String(answer.status),
    proto: "HTTP/1.1",
    ...(isRight !== undefined && { expected_response: String(isRight) }),
    ...(answer.error !== "" && { error: answer.error }),
    ...(answer.errorCode !== 0 && { error_code: String(answer.errorCode) }),
  };
  user.receivedBytes += answer.receivedBytes;
  user.sentBytes += headBytes(`${asked.method} ${asked.url} HTTP/1.1`, asked.headers) + bytesOf(asked.body);
  registry.add(
    [
      [http_reqs, 1],
      [http_req_duration, answer.waitingMs + answer.receivingMs],
      [http_req_waiting, answer.waitingMs],
      [http_req_receiving, answer.receivingMs],
      // Bun tells nothing of these, so the time of a new connection is part of the waiting.
      [http_req_blocked, 0],
      [http_req_connecting, 0],
      [http_req_sending, 0],
      [http_req_tls_handshaking, 0],
      ...(isRight === undefined ? [] : [[http_req_failed, isRight ? 0 : 1] as const]),
    ],
    tags,
  );
}

const bytesOf = (body: Asked["body"]): number =>
  typeof body === "string" ? Buffer.byteLength(body) : (body?.byteLength ?? 0);
