/**
 * What can go wrong, as values. A handler returns a problem; the pipeline writes it as application/problem+json (RFC 9457).
 */

/** One line of the problem catalogue. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: string;
  /** For a person: what happened and what to do about it. */
  readonly meaning: string;
}

/** One thing that is wrong with an input, and where. Never carries the value itself. */
export interface Fault {
  readonly in: "path" | "query" | "header" | "cookie" | "body";
  /** JSON pointer (RFC 6901) into that part: "/address/0/zip" in a body, "/limit" in a query. "" is the whole part. */
  readonly pointer: string;
  /** A stable word to switch on: "required", "unknown_property", "too_long". */
  readonly code: string;
  /** One sentence for a person. */
  readonly detail: string;
}

/**
 * The statuses of refusals (RFC 9110, section 15.5 and 15.6). Listed, so that a handler's answers and its problems are
 * told apart by their status, and tsc's message about a wrong one names it.
 */
export type ProblemStatus =
  | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417 | 421)
  | (422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451)
  | (500 | 501 | 502 | 503 | 504 | 505 | 507 | 508 | 511);

export class Problem<Code extends string = string> {
  constructor(
    readonly code: Code,
    readonly status: ProblemStatus,
    readonly title: string,
    readonly detail: string,
    readonly extra: ProblemExtra = {},
  ) {}
}

export interface ProblemExtra {
  readonly faults?: readonly Fault[];
  /** Seconds, for 429 and 503. */
  readonly retryAfter?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whom it is about, for the audit row of a refusal whose caller is not known. Never part of the answer. */
  readonly actor?: string;
  /** In whose log its audit row belongs, where the path does not say. Never part of the answer. */
  readonly organization?: string;
}

export const isProblem = (value: unknown): value is Problem => value instanceof Problem;

/** Makes the constructor for one catalogue: `problem("last_owner")`. The detail is the catalogue's meaning unless given. */
export const problemsOf =
  <Catalogue extends Readonly<Record<string, ProblemEntry>>>(catalogue: Catalogue) =>
  <Code extends keyof Catalogue & string>(
    code: Code,
    extra: ProblemExtra & { detail?: string } = {},
  ): Problem<Code> => {
    const { status, title, meaning } = catalogue[code] as ProblemEntry;
    const { detail = meaning, ...rest } = extra;
    return new Problem(code, status as ProblemStatus, title, detail, rest);
  };

/**
 * What the pipeline itself answers. The compiler adds those that follow from an operation's words to the published
 * contract, so the contract never names them.
 */
export const pipelineProblems = {
  bad_request: {
    status: 400,
    title: "The request cannot be read",
    meaning: "Its address, its headers or its body is not well formed.",
  },
  unauthenticated: {
    status: 401,
    title: "Credentials are needed",
    meaning:
      "Send a credential that the operation takes; the one that was sent, if any, does not work or no longer does.",
  },
  reauthentication_required: {
    status: 401,
    title: "A fresh login is needed",
    meaning: "The caller is known, and logged in too long ago for this. Log in again, then repeat the request.",
  },
  forbidden: { status: 403, title: "Not allowed", meaning: "The caller is known and may not do this." },
  not_found: {
    status: 404,
    title: "Not found",
    meaning: "There is nothing here, or nothing that the caller may know of.",
  },
  method_not_allowed: {
    status: 405,
    title: "Method not allowed",
    meaning: "The address exists and does not take this method; Allow lists those that it takes.",
  },
  not_acceptable: {
    status: 406,
    title: "No such representation",
    meaning: "The operation answers with none of the media types that Accept lists.",
  },
  request_timeout: {
    status: 408,
    title: "The request took too long to arrive",
    meaning: "Its body did not come within the time that the operation allows. Send it again over a faster connection.",
  },
  conflict: { status: 409, title: "Conflict", meaning: "The request contradicts what is stored." },
  idempotency_in_progress: {
    status: 409,
    title: "The first request is still running",
    meaning: "A request with the same Idempotency-Key has not ended yet. Ask again in a moment.",
  },
  precondition_failed: {
    status: 412,
    title: "Changed in the meantime",
    meaning: "What was read is no longer current. Read it again, then send the change with the new ETag.",
  },
  body_too_large: {
    status: 413,
    title: "The body is too large",
    meaning: "The operation takes fewer bytes than were sent.",
  },
  uri_too_long: {
    status: 414,
    title: "The address is too long",
    meaning: "Addresses have at most 8,192 characters.",
  },
  unsupported_media_type: {
    status: 415,
    title: "Unsupported media type",
    meaning: "The operation does not take a body of this Content-Type.",
  },
  invalid_request: {
    status: 422,
    title: "The request breaks the contract",
    meaning: "It can be read, and errors lists what about it is not allowed.",
  },
  idempotency_mismatch: {
    status: 422,
    title: "The Idempotency-Key was used for something else",
    meaning: "The key belongs to a request with another payload. Use a new key.",
  },
  precondition_required: {
    status: 428,
    title: "A precondition is needed",
    meaning: "Send the ETag that was read as If-Match.",
  },
  rate_limited: { status: 429, title: "Too many requests", meaning: "Wait for the seconds in Retry-After." },
  headers_too_large: {
    status: 431,
    title: "The header fields are too large",
    meaning: "A request has at most 100 header fields and 16,384 characters in them.",
  },
  internal: {
    status: 500,
    title: "Something went wrong here",
    meaning: "The fault is ours. It has been recorded under the request id.",
  },
  not_implemented: { status: 501, title: "Unknown method", meaning: "The server does not know this method." },
  unavailable: {
    status: 503,
    title: "Not available right now",
    meaning:
      "Too much is going on, or something that the server depends on does not answer. Ask again after the seconds in Retry-After.",
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;

export type PipelineProblemCode = keyof typeof pipelineProblems;
export const pipelineProblem = problemsOf(pipelineProblems);
