/**
 * Answers that are given again, in this process's memory. Bounded in bytes; the least recently asked for goes first. What
 * a key must tell apart is known in policy/keep.ts: here are only keys, and tags whose change makes an answer worthless.
 */
import { LRUCache } from "lru-cache";
import { type Outcome, Reply } from "#contract/call";
import { bytesOf, contentTag } from "#contract/content";
import type { Bytes } from "#contract/encode";
import type { MaybePromise } from "#contract/pipeline";
import type { Coding } from "#contract/policy/coding";
import { isProblem } from "#contract/problem";
import type { Clock } from "#lib/clock";

/** What a reply out of the cache knows besides. */
export interface Kept {
  /** Of the bytes as they are, without its quotation marks. */
  readonly tag: string;
  /** The bytes in another coding, made once: whoever asks meanwhile waits for the same, and later ones for nothing. */
  encoded(coding: Coding, encode: (body: Bytes) => Promise<Bytes>): MaybePromise<Bytes>;
}

/** Where an answer belongs, and until when it may be given. */
export interface Keeping {
  readonly key: string;
  readonly tags: readonly string[];
  readonly keepMs: number;
}

export interface AnswerCacheOptions {
  readonly clock: Clock;
  readonly maxBytes: number;
}

/** What an entry weighs besides its bytes: keys, maps, headers. */
const ENTRY_BYTES = 1_024;
/** The share of all memory that one answer may take. */
const LARGEST_SHARE = 1 / 8;

class Entry implements Kept {
  readonly reply: Reply;
  readonly tag: string;
  sizeBytes: number;
  readonly #encoded = new Map<Coding, MaybePromise<Bytes>>();

  constructor(
    readonly keeping: Keeping,
    made: Reply,
    readonly body: Bytes,
    readonly atMs: number,
    readonly onGrown: (entry: Entry) => void,
  ) {
    this.sizeBytes = body.byteLength + keeping.key.length * 2 + ENTRY_BYTES;
    this.reply = new Reply(made.status, made.contentType, body, made.headers, made.nextCursor, this);
    this.tag = contentTag(made, body);
  }

  encoded(coding: Coding, encode: (body: Bytes) => Promise<Bytes>): MaybePromise<Bytes> {
    const known = this.#encoded.get(coding);
    if (known) return known;
    const bytes = encode(this.body);
    this.#encoded.set(coding, bytes);
    bytes.then(
      (made) => {
        this.#encoded.set(coding, made);
        this.sizeBytes += made.byteLength;
        this.onGrown(this);
      },
      () => this.#encoded.delete(coding),
    );
    return bytes;
  }
}

type Make = (late: () => void) => Promise<Outcome>;

/** An answer that is being made. */
interface Making {
  readonly outcome: Promise<Outcome>;
  readonly tags: readonly string[];
}

export class AnswerCache {
  readonly #clock: Clock;
  readonly #entries: LRUCache<string, Entry>;
  /** Which entries a change of a tag makes worthless. */
  readonly #keysByTag = new Map<string, Set<string>>();
  /** No more of them than requests. */
  readonly #making = new Map<string, Making>();
  #hits = 0;
  #misses = 0;

  constructor({ clock, maxBytes }: AnswerCacheOptions) {
    this.#clock = clock;
    this.#entries = new LRUCache<string, Entry>({
      maxSize: maxBytes,
      maxEntrySize: Math.floor(maxBytes * LARGEST_SHARE),
      dispose: ({ keeping }) => this.#untag(keeping),
    });
  }

  /** How often there was one, how many there are now, what they weigh, and how many tags a change could be of. */
  get counts() {
    const { size: entries, calculatedSize: bytes } = this.#entries;
    return { hits: this.#hits, misses: this.#misses, entries, bytes, tags: this.#keysByTag.size };
  }

  find(key: string): Reply | undefined {
    const entry = this.#entries.get(key);
    if (entry && this.#isCurrent(entry)) {
      this.#hits++;
      return entry.reply;
    }
    this.#misses++;
    return undefined;
  }

  /**
   * The answer that is being made for this key already, or the one that `make` makes now. It is kept unless one of its
   * tags has changed since it was begun: what it was made of may be older than the change. `make` says when it is late:
   * nobody joins it any more.
   */
  make(keeping: Keeping, make: Make): { outcome: Promise<Outcome>; joined: boolean } {
    const { key, tags } = keeping;
    const running = this.#making.get(key);
    if (running)
      return { outcome: running.outcome.then((made) => (isForAll(made) ? made : make(NOBODY))), joined: true };
    const atMs = this.#clock.now().getTime();
    const end = () => {
      if (this.#making.get(key) === making) this.#making.delete(key);
    };
    const outcome = make(end)
      .then(async (made) => {
        const body = isKeepable(made) ? await bytesOf(made.body) : null;
        if (body === null || this.#making.get(key) !== making) return made;
        const entry = new Entry(keeping, made as Reply, body, atMs, this.#grow);
        return this.#keep(entry) ? entry.reply : made;
      })
      .finally(end);
    const making: Making = { outcome, tags };
    this.#making.set(key, making);
    return { outcome, joined: false };
  }

  /** What is made of these is worth nothing from now on, and neither is what is just being made of them. */
  forget(tags: readonly string[]): void {
    for (const tag of tags) for (const key of this.#keysByTag.get(tag) ?? []) this.#entries.delete(key);
    for (const [key, making] of this.#making)
      if (making.tags.some((tag) => tags.includes(tag))) this.#making.delete(key);
  }

  forgetAll(): void {
    this.#entries.clear();
    this.#making.clear();
  }

  /** False where it is too large. */
  #keep(entry: Entry): boolean {
    const { key, tags } = entry.keeping;
    this.#entries.set(key, entry, { size: entry.sizeBytes });
    if (this.#entries.peek(key) !== entry) return false;
    for (const tag of tags) this.#keysByTag.set(tag, (this.#keysByTag.get(tag) ?? new Set()).add(key));
    return true;
  }

  /** The entry weighs more now; where that is too much, it goes. lru-cache weighs a value once, so it comes anew. */
  readonly #grow = (entry: Entry): void => {
    const { key } = entry.keeping;
    if (this.#entries.peek(key) !== entry) return;
    this.#entries.delete(key);
    this.#keep(entry);
  };

  #untag({ key, tags }: Keeping): void {
    for (const tag of tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }

  /** One from the future is none: the clock was set back. */
  #isCurrent({ atMs, keeping }: Entry): boolean {
    const nowMs = this.#clock.now().getTime();
    return nowMs >= atMs && nowMs < atMs + keeping.keepMs;
  }
}

const NOBODY = () => {};

/** A refusal is given to those who wait for it now. */
const isKeepable = (outcome: Outcome): outcome is Reply =>
  !isProblem(outcome) && outcome.status === 200 && isForAll(outcome);

/** A stream is read once, and a cookie given to nobody else. */
const isForAll = (outcome: Outcome): boolean =>
  isProblem(outcome) ||
  !(outcome.body instanceof ReadableStream || outcome.headers.some(([name]) => name.toLowerCase() === "set-cookie"));
