import { pipelineProblem } from "#contract/problem";

export interface AdmissionLimits {
  /** How many pieces of work run at once. */
  readonly concurrency: number;
  /** How many may wait for their turn. */
  readonly queueLength: number;
  /** How long one may wait for its turn. */
  readonly waitMs: number;
}

/** Seconds after which a caller who was turned away may ask again: by then a full queue has been worked off. */
const RETRY_AFTER_SECONDS = 5;

interface Waiting {
  readonly start: () => void;
  readonly leave: (reason: unknown) => void;
}

/**
 * Lets in a few pieces of expensive work at a time, first come, first served. Whoever finds the queue full, or waits
 * too long in it, gets the problem `unavailable` thrown; whoever goes away leaves the queue.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #queue = new Set<Waiting>();
  #running = 0;
  #admitted = 0;
  #refused = 0;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  /** What runs and waits now, and what has been let in and turned away since the start. */
  get counts() {
    return { running: this.#running, waiting: this.#queue.size, admitted: this.#admitted, refused: this.#refused };
  }

  /** Runs the work when its turn comes. Rejects with the signal's reason when it is aborted before that. */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    if (this.#running >= this.#limits.concurrency) await this.#turn(signal);
    else this.#running++;
    this.#admitted++;
    try {
      return await work();
    } finally {
      this.#passOn();
    }
  }

  /** Resolves when a place has been handed over; the place is then already counted as running. */
  #turn(signal: AbortSignal): Promise<void> {
    if (this.#queue.size >= this.#limits.queueLength) throw this.#refusal();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const settle = () => {
      this.#queue.delete(waiting);
      clearTimeout(timer);
      signal.removeEventListener("abort", aborted);
    };
    const waiting: Waiting = {
      start: () => {
        settle();
        resolve();
      },
      leave: (reason) => {
        settle();
        reject(reason);
      },
    };
    const aborted = () => waiting.leave(signal.reason);
    const timer = setTimeout(() => waiting.leave(this.#refusal()), this.#limits.waitMs);
    signal.addEventListener("abort", aborted, { once: true });
    this.#queue.add(waiting);
    return promise;
  }

  /** Hands the place to whoever has waited longest, without a moment in which a newcomer could take it. */
  #passOn(): void {
    const [next] = this.#queue;
    if (next) next.start();
    else this.#running--;
  }

  #refusal() {
    this.#refused++;
    return pipelineProblem("unavailable", { retryAfter: RETRY_AFTER_SECONDS });
  }
}
