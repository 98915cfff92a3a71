/** Apps that keep answers, and a database that knows of changes when a test says so. */
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { Cache } from "#contract/cache/cache";
import type { CachePolicy } from "#contract/operation";
import type { Sql } from "#db/client";
import { type AppGiven, cachePolicy, type Given, operation, TestClock, type TestHandler, testApp } from "./support";

export const KEEP_MS = 60_000;
const MAX_BYTES = 1024 * 1024;

interface ToldChange {
  readonly xid: string;
  readonly tag: string;
  readonly owner: string | null;
}

/** In the place of table cache_changes: answers to whoever asks what changed since a transaction. */
export class ToldChanges {
  /** The oldest transaction that is open. */
  horizon = 100;
  changes: ToldChange[] = [];
  /** How often somebody asked. */
  asked = 0;
  /** What the database answers with, where it does not answer. */
  failure: Error | null = null;
  /** Set where answers are to wait: called with what lets one go. */
  hold: ((answer: () => void) => void) | null = null;

  /** A transaction that was committed, and is older than none that is open. */
  change(tag: string, owner: string | null = null): void {
    this.changes.push({ xid: String(this.horizon++), tag, owner });
  }

  readonly sql = ((_: TemplateStringsArray, since: string) => this.#answer(since)) as unknown as Sql;

  /** What is answered is known when the question comes, like a snapshot. */
  async #answer(since: string) {
    this.asked++;
    const { failure, hold } = this;
    const horizon = String(this.horizon);
    const changes = this.changes.filter(({ xid }) => BigInt(xid) >= BigInt(since));
    if (hold) await new Promise<void>(hold);
    if (failure) throw failure;
    const none = { horizon, xid: null, tag: null, owner: null };
    return changes.length === 0 ? [none] : changes.map((change) => ({ ...change, horizon }));
  }
}

export interface CachingGiven extends AppGiven {
  readonly maxBytes?: number;
  readonly monotonicMs?: () => number;
}

/** Changes are known, and none was made. */
export async function cachingApp(
  operations: readonly [ReturnType<typeof operation>, TestHandler][],
  { maxBytes = MAX_BYTES, monotonicMs, ...given }: CachingGiven = {},
) {
  const clock = new TestClock();
  const told = new ToldChanges();
  const silent = { error() {} } as never;
  const cache = new Cache({ sql: told.sql, log: silent, clock, maxBytes, monotonicMs });
  await cache.changes.read();
  const app = testApp(operations, { ...given, testClock: clock, cache });
  const changed = (tag: string, owner: string | null = null) => {
    told.change(tag, owner);
    return cache.changes.read();
  };
  return { ...app, cache, told, changed };
}

export type ParameterGiven = NonNullable<Given["parameters"]>[number];

interface KeptGiven extends Given {
  readonly id?: string;
  readonly path?: string;
  readonly cache?: Partial<CachePolicy>;
}

/** Whose answers the server keeps; anybody may call it, unless given. */
export const kept = ({ id = "things", path = "/things", cache, policy, ...given }: KeptGiven = {}) =>
  operation(id, "GET", path, {
    ...given,
    policy: { cache: cachePolicy({ keepMs: KEEP_MS, ...cache }), ...policy },
  });

/** A handler that answers when a test says so, and what each of its runs was given. */
export function heldHandler() {
  const runs: (PromiseWithResolvers<unknown> & { context: Parameters<TestHandler>[0] })[] = [];
  const handler: TestHandler = (context) => {
    const run = { ...Promise.withResolvers<unknown>(), context };
    runs.push(run);
    return run.promise;
  };
  const answer = (run: number, body: unknown) => runs[run]!.resolve({ status: 200, body });
  return { handler, runs, answer };
}

/** A handler that says how often it ran. */
export function countingHandler(more: (run: number) => object = () => ({})) {
  const counted = { runs: 0, handler: (() => {}) as TestHandler };
  counted.handler = () => ({ status: 200, body: { run: ++counted.runs }, ...more(counted.runs) });
  return counted;
}

/** On a busy machine; what does not come about fails the test. */
const WAIT_MS = 4_500;

/** Lets go on what waits for nothing but its turn, or for a timer of the server. */
export async function until(condition: () => boolean, limitMs = WAIT_MS): Promise<void> {
  const deadlineMs = performance.now() + limitMs;
  while (!condition()) {
    if (performance.now() > deadlineMs) throw new Error(`This did not come about: ${condition}`);
    await new Promise(setImmediate);
  }
}

export const cacheStatus = ({ headers }: { headers: Headers }): string | null => headers.get("cache-status");

const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync };
export type KnownCoding = keyof typeof DECODERS;
export const KNOWN_CODINGS = Object.keys(DECODERS) as KnownCoding[];

/** An answer with its bytes as they came, and the text that they stand for. */
export async function received(answer: Response | Promise<Response>) {
  const { status, headers, body } = await answer;
  const bytes = body ? await new Response(body).bytes() : new Uint8Array();
  const coding = headers.get("content-encoding") as KnownCoding | null;
  const decoded = coding === null || bytes.byteLength === 0 ? bytes : DECODERS[coding](bytes);
  return { status, headers, coding, bytes, text: new TextDecoder().decode(decoded) };
}
