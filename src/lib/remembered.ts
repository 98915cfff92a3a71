import { LRUCache } from "lru-cache";
import type { Clock } from "#lib/clock";

export interface RememberedOptions<Value> {
  /** Asks anew. One question at a time for one key, unless its answer takes longer than `recheckAfterMs`. */
  readonly find: (key: string, nowMs: number) => Promise<Value>;
  readonly clock: Clock;
  /** An answer is given again for this long: the bound on how late a change elsewhere is noticed here. */
  readonly recheckAfterMs: number;
  /**
   * Answers remembered at once, and as many more that there is nothing (undefined); the least recently asked for is
   * forgotten.
   */
  readonly maximum: number;
}

interface Answer<Value> {
  readonly atMs: number;
  readonly value: Value;
}

interface Question<Value> {
  readonly atMs: number;
  readonly answer: Promise<Value>;
}

/** Answers of the database that every request needs, asked for anew every few seconds and at once after `forget`. */
export class Remembered<Value> {
  readonly #options: RememberedOptions<Value>;
  readonly #found: LRUCache<string, Answer<Value>>;
  /** Apart, so that a flood of made-up keys pushes out nothing that there is. */
  readonly #absent: LRUCache<string, Answer<Value>>;
  /** No more of them than requests. */
  readonly #asking = new Map<string, Question<Value>>();
  #hits = 0;
  #misses = 0;

  constructor(options: RememberedOptions<Value>) {
    this.#options = options;
    this.#found = new LRUCache({ max: options.maximum });
    this.#absent = new LRUCache({ max: options.maximum });
  }

  /** How often the answer was known, and how many are remembered now. */
  get counts() {
    return { hits: this.#hits, misses: this.#misses, entries: this.#found.size + this.#absent.size };
  }

  /** There is a promise only where the answer is not known. Rejects when the database does not answer. */
  find(key: string): Value | Promise<Value> {
    const nowMs = this.#options.clock.now().getTime();
    const known = this.#found.get(key) ?? this.#absent.get(key);
    if (known && this.#isFresh(known, nowMs)) {
      this.#hits++;
      return known.value;
    }
    this.#misses++;
    return this.#ask(key, nowMs);
  }

  /** Forgets the answer, and the one that is under way too: its query may have begun before the change. */
  forget(key: string): void {
    this.#found.delete(key);
    this.#absent.delete(key);
    this.#asking.delete(key);
  }

  /** Forgets all answers whose keys begin so. */
  forgetAll(prefix: string): void {
    for (const keys of [this.#found.keys(), this.#absent.keys(), this.#asking.keys()])
      for (const key of [...keys]) if (key.startsWith(prefix)) this.forget(key);
  }

  /** A question that is under way is as old as its answer will be: after the bound it is asked anew. */
  #ask(key: string, atMs: number): Promise<Value> {
    const running = this.#asking.get(key);
    if (running && this.#isFresh(running, atMs)) return running.answer;
    const answer = this.#options
      .find(key, atMs)
      .then((value) => {
        if (this.#asking.get(key) !== question) return value;
        this.forget(key);
        (value === undefined ? this.#absent : this.#found).set(key, { atMs, value });
        return value;
      })
      .finally(() => {
        if (this.#asking.get(key) === question) this.#asking.delete(key);
      });
    const question = { atMs, answer };
    this.#asking.set(key, question);
    return answer;
  }

  /** An answer from the future is none: the clock was set back. */
  #isFresh({ atMs }: Answer<Value> | Question<Value>, nowMs: number): boolean {
    return Math.abs(nowMs - atMs) < this.#options.recheckAfterMs;
  }
}
