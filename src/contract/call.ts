/** One operation being executed for one caller, from the first stage to the last. */
import type { Kept } from "#contract/cache/answers";
import type { Caller, PageInput, RequestContext, Version } from "#contract/context";
import { logFailure } from "#contract/log";
import type { MaybePromise, Pipeline, RequestInfo } from "#contract/pipeline";
import type { Claim } from "#contract/policy/idempotency";
import type { CacheUse } from "#contract/policy/keep";
import type { Decision } from "#contract/policy/limit";
import type { Fault, Problem } from "#contract/problem";
import { type Phase, PhaseTimes } from "#contract/record";
import type { Route } from "#contract/route";
import { poolWork, UnitOfWork, type Work } from "#contract/transaction";

/** What the operation's schemas have not judged yet: strings are values already, nothing else is known. */
export interface RawInput {
  readonly parameters: Partial<Record<"path" | "query" | "header" | "cookie", Record<string, unknown>>>;
  /** Undefined where nothing was sent. */
  readonly body: unknown;
  /** The media type of the body, as the contract writes it. */
  readonly contentType: string | null;
  /** What was wrong already while it was read. */
  readonly faults: readonly Fault[];
}

/** Where an input comes from. HTTP is one way in. */
export interface Source {
  /** Called after the caller may call and is within its limits, so that nobody else makes the server read. */
  read(): MaybePromise<RawInput | Problem>;
  /** A field of the request apart from its declared input: "if-match", "idempotency-key". */
  field(name: string): string | null;
  /** The parameter of this name in the path, before anything is read or judged; null where it stands for no value. */
  segment(name: string): string | null;
}

/** What a handler gets as its second argument; the generated types say which parts an operation has. */
export interface HandlerInput {
  path?: unknown;
  query?: unknown;
  headers?: unknown;
  cookies?: unknown;
  body?: unknown;
  contentType?: string;
  ifMatch?: Version | null;
  page?: PageInput;
}

/** A success, checked and serialized: ready to be written, or to be kept for a repeat. */
export class Reply {
  constructor(
    readonly status: number,
    readonly contentType: string | null,
    readonly body: string | Uint8Array | ReadableStream | Blob | null,
    readonly headers: readonly (readonly [name: string, value: string])[],
    /** Where the next page of a list begins; null where there is none. */
    readonly nextCursor: string | null = null,
    /** What the cache knows of it; null where it is not out of the cache. */
    readonly kept: Kept | null = null,
  ) {}
}

export type Outcome = Reply | Problem;

/** Answers when there is nothing left to do, or lets the next stage go on. */
export type Stage = (call: Call) => MaybePromise<Outcome | undefined>;

export class Call {
  caller: Caller | null = null;
  /** The organization that the caller is known to belong to, where the path names one. */
  organizationId: string | null = null;
  raw: RawInput | null = null;
  input: HandlerInput = {};
  /** What the rate limits said, for the RateLimit headers. */
  readonly decisions: Decision[] = [];
  /** Whether the body is still on its way. */
  isReading = false;
  /** Set where the caller sent an Idempotency-Key. */
  claim: Claim | null = null;
  /** What went wrong on our side, for the log alone. */
  cause: unknown;
  /** What ctx.transaction settled already, and for which result. */
  settled: { readonly result: unknown; readonly outcome: Outcome } | null = null;
  /** Whether the answer came out of the cache; null where the operation has none. */
  cacheUse: CacheUse | null = null;
  /** Whether the caller had gone before there was an answer. */
  abandoned = false;
  /** By performance.now(). */
  readonly startedAtMs = performance.now();
  readonly phases = new PhaseTimes();
  /** Null once the call was answered. */
  #phase: Phase | null | undefined;
  #phaseSinceMs = 0;
  readonly #works: Work[] = [];
  #work: Work | null = null;
  #controller: AbortController | null = null;
  #aborted = false;
  #afterCommit: (() => void)[] = [];

  constructor(
    readonly pipeline: Pipeline,
    readonly route: Route,
    readonly client: RequestInfo,
    readonly source: Source,
  ) {}

  /** What the handler gets as its first argument. */
  context(): RequestContext {
    return new this.pipeline.Scope(this);
  }

  /** From now on time counts for this phase; for none once the call was answered, whatever still runs. */
  enter(phase: Phase | null): void {
    if (phase === this.#phase || this.#phase === null) return;
    const nowMs = performance.now();
    if (this.#phase !== undefined) this.phases[this.#phase] += nowMs - this.#phaseSinceMs;
    this.#phase = phase;
    this.#phaseSinceMs = nowMs;
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#aborted) this.#controller.abort();
    return this.#controller.signal;
  }

  /** The deadline has passed, or nobody waits for the answer any more. */
  abort(): void {
    this.#aborted = true;
    this.#controller?.abort();
    for (const work of this.#works) void work.abort();
  }

  /** Whether the input is there a second time: a streamed body is gone once it was read. */
  get repeatable(): boolean {
    return !(this.input.body instanceof ReadableStream);
  }

  /** Where ctx.sql runs: the operation's transaction, or the pool for an operation that has none or opens its own. */
  get work(): Work {
    if (this.#work) return this.#work;
    if (this.route.operation.policy.transaction === "pipeline") return this.begin();
    return this.#use(poolWork(this.pipeline.sql));
  }

  /** A new unit of work for ctx.sql. */
  begin(): UnitOfWork {
    return this.#use(new UnitOfWork(this.pipeline.sql));
  }

  /** Gives back what is still open. ctx.sql starts anew after it. */
  async release(): Promise<void> {
    const work = this.#work;
    this.#work = null;
    if (work instanceof UnitOfWork) await work.rollback();
  }

  #use<W extends Work>(work: W): W {
    this.#works.push(work);
    this.#work = work;
    if (this.#aborted) void work.abort();
    return work;
  }

  afterCommit(action: () => void): void {
    this.#afterCommit.push(action);
  }

  /** Forgets what was to follow a commit that did not happen. */
  discardAfterCommit(): void {
    this.#afterCommit = [];
  }

  /** The change stands, whatever an action does now: a failure is logged and answers nobody. */
  runAfterCommit(): void {
    const actions = this.#afterCommit;
    this.#afterCommit = [];
    for (const action of actions) {
      try {
        action();
      } catch (error) {
        logFailure(this.pipeline.log, { requestId: this.client.requestId }, error, "after commit");
      }
    }
  }
}
