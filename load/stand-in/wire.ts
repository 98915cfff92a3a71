/** One request and its answer as bytes: k6 counts what travels, and decodes what was compressed by itself. */
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib";

export interface Exchange {
  readonly status: number;
  readonly statusText: string;
  /** By k6's names: Etag, X-Request-Id. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly receivedBytes: number;
  /** Until the head was there, and from then on until all of it was, in milliseconds. */
  readonly waitingMs: number;
  readonly receivingMs: number;
}

export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ArrayBuffer | null;
  readonly signal: AbortSignal;
}

/** Rejects where no answer came. */
export async function exchange({ method, url, headers, body, signal }: Outgoing): Promise<Exchange> {
  const begun = performance.now();
  // Without `decompress: false` Bun would ask for codings that nobody asked for, and hand over what it decoded.
  const response = await fetch(url, { method, headers, body, signal, redirect: "manual", decompress: false });
  const headed = performance.now();
  const bytes = new Uint8Array(await response.arrayBuffer());
  const ended = performance.now();
  const named = headersOf(response.headers);
  return {
    status: response.status,
    statusText: `${response.status} ${response.statusText}`.trim(),
    headers: named,
    body: decode(bytes, named["Content-Encoding"] ?? ""),
    receivedBytes: headBytes(`HTTP/1.1 ${response.status} ${response.statusText}`, named) + bytes.byteLength,
    waitingMs: headed - begun,
    receivingMs: ended - headed,
  };
}

/** What a head takes on the wire: Bun does not tell, so it is counted as it would be written. */
export function headBytes(line: string, headers: Readonly<Record<string, string>>): number {
  let bytes = line.length + 4;
  for (const name in headers) bytes += name.length + headers[name]!.length + 4;
  return bytes;
}

function headersOf(headers: Headers): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [name, value] of headers) named[canonical(name)] = value;
  return named;
}

/** As Go writes them. The same few names come with every answer. */
function canonical(name: string): string {
  const known = canonicalNames.get(name);
  if (known !== undefined) return known;
  const made = name.toLowerCase().replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());
  if (canonicalNames.size < CANONICAL_NAMES_MAXIMUM) canonicalNames.set(name, made);
  return made;
}

const CANONICAL_NAMES_MAXIMUM = 1_000;
const canonicalNames = new Map<string, string>();

const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
  gzip: gunzipSync,
  deflate: inflateSync,
};

/** The last coding was put on last (RFC 9110, section 8.4). */
function decode(bytes: Uint8Array<ArrayBuffer>, codings: string): Uint8Array<ArrayBuffer> {
  if (bytes.byteLength === 0) return bytes;
  return codings
    .split(",")
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "" && coding !== "identity")
    .reduceRight((encoded, coding) => {
      const decoder = DECODERS[coding];
      if (!decoder) throw new Error(`the answer is in the coding ${coding}, which k6 does not know`);
      return decoder(encoded) as Uint8Array<ArrayBuffer>;
    }, bytes);
}
