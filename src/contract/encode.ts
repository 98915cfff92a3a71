/** Makes answers smaller, in threads of their own or bit by bit, so that nobody else's answer waits for it. */
import { once } from "node:events";
import type { Transform } from "node:stream";
import type { ReadableStreamDefaultReader } from "node:stream/web";
import { promisify } from "node:util";
import {
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  createZstdCompress,
  gzip,
  zstdCompress,
} from "node:zlib";
import type { Coding } from "#contract/policy/coding";

export type Bytes = Uint8Array<ArrayBuffer>;

/** `kept` is encoded once and sent often. */
type Effort = "kept" | "once";

type Encode = (body: Bytes, effort: Effort) => Promise<Bytes>;

const [gzipped, brotlied, zstded] = [promisify(gzip), promisify(brotliCompress), promisify(zstdCompress)];

/** The levels from which more time buys almost nothing for JSON of some KiB; docs/caching.md has the numbers. */
const LEVELS: Readonly<Record<Coding, Readonly<Record<Effort, number>>>> = {
  br: { kept: 5, once: 4 },
  zstd: { kept: 9, once: 3 },
  gzip: { kept: 6, once: 4 },
};

const ENCODERS: Readonly<Record<Coding, Encode>> = {
  gzip: (body, effort) => gzipped(body, { level: LEVELS.gzip[effort] }) as Promise<Bytes>,
  br: (body, effort) =>
    brotlied(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: LEVELS.br[effort],
        [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
      },
    }) as Promise<Bytes>,
  zstd: (body, effort) =>
    zstded(body, { params: { [constants.ZSTD_c_compressionLevel]: LEVELS.zstd[effort] } }) as Promise<Bytes>,
};

/** Answers that wait for a thread at once. Beyond it the next ones go out as they are, where their callers take that. */
const MAX_ENCODING = 64;
let encoding = 0;

export const canEncode = (): boolean => encoding < MAX_ENCODING;

/** Counts from the call on, so that who asks in the same moment counts too. */
export async function encode(body: Bytes | Promise<Bytes | null>, coding: Coding, effort: Effort): Promise<Bytes> {
  encoding++;
  try {
    return await ENCODERS[coding]((await body)!, effort);
  } finally {
    encoding--;
  }
}

/** Brotli's own window of 4 MiB would keep the first of a stream back until almost all of it is there. */
const STREAM_WINDOW_BITS = 18;

/** CompressionStream has no levels: its brotli takes half a minute for 5 MB, on the thread of everybody else's answers. */
const STREAM_ENCODERS: Readonly<Record<Coding, () => Transform>> = {
  gzip: () => createGzip({ level: LEVELS.gzip.once }),
  br: () =>
    createBrotliCompress({
      params: {
        [constants.BROTLI_PARAM_QUALITY]: LEVELS.br.once,
        [constants.BROTLI_PARAM_LGWIN]: STREAM_WINDOW_BITS,
      },
    }),
  zstd: () => createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: LEVELS.zstd.once } }),
};

/** Takes of the stream what is taken of it. A stream that breaks off breaks this one off. */
export const encodeStream = (stream: ReadableStream, coding: Coding): ReadableStream =>
  new ReadableStream(new Encoding(stream.getReader(), STREAM_ENCODERS[coding]()), { highWaterMark: 0 });

class Encoding {
  readonly #reader: ReadableStreamDefaultReader;
  readonly #encoder: Transform;
  readonly #pieces: Uint8Array[] = [];

  constructor(reader: ReadableStreamDefaultReader, encoder: Transform) {
    this.#reader = reader;
    this.#encoder = encoder;
    encoder.on("data", (piece: Uint8Array) => this.#pieces.push(piece));
    // Whoever writes hears of it.
    encoder.on("error", () => {});
  }

  async pull(controller: ReadableStreamDefaultController): Promise<void> {
    try {
      let ended = false;
      while (this.#pieces.length === 0 && !ended) {
        const { done, value } = await this.#reader.read();
        await (done ? this.#end() : this.#write(value));
        ended = done;
      }
      for (const piece of this.#pieces.splice(0)) controller.enqueue(piece);
      if (ended) controller.close();
    } catch (error) {
      await this.cancel(error);
      throw error;
    }
  }

  async cancel(reason: unknown): Promise<void> {
    this.#encoder.destroy();
    await this.#reader.cancel(reason).catch(() => {});
  }

  #write(chunk: Uint8Array | string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#encoder.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
  }

  async #end(): Promise<void> {
    const ended = once(this.#encoder, "end");
    this.#encoder.end();
    await ended;
  }
}
