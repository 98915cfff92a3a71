/** What of a reply goes out: in which coding, under which tag, or nothing where the caller has it already. */
import { createHash } from "node:crypto";
import type { Reply } from "#contract/call";
import { type Bytes, canEncode, encode, encodeStream } from "#contract/encode";
import type { MaybePromise } from "#contract/pipeline";
import { acceptedCodings, type Coding } from "#contract/policy/coding";
import type { Route } from "#contract/route";

export interface Content {
  readonly body: Reply["body"];
  readonly coding: Coding | null;
  /** With its quotation marks; null where there is none. */
  readonly tag: string | null;
  /** Whether the caller has this very content: the answer is 304. */
  readonly isFresh: boolean;
}

/** What is smaller does not get smaller. */
const WORTH_ENCODING_BYTES = 1_024;

/** There is a promise only where something has to be encoded first. */
export function contentOf(route: Route, reply: Reply, headers: Headers): MaybePromise<Content> {
  const coding = codingOf(route, reply, headers.get("accept-encoding"));
  const tag = tagOf(route, reply, coding);
  const sent = route.cached?.tagged && tag !== null ? headers.get("if-none-match") : null;
  if (reply.status === 200 && sent !== null && isFresh(sent, tag!)) {
    if (reply.body instanceof ReadableStream) void reply.body.cancel().catch(() => {});
    return { body: null, coding: null, tag, isFresh: true };
  }
  if (coding === null) return { body: reply.body, coding, tag, isFresh: false };
  if (reply.body instanceof ReadableStream)
    return { body: encodeStream(reply.body, coding), coding, tag, isFresh: false };
  const whole = (body: Bytes): Content => ({ body, coding, tag, isFresh: false });
  const bytes = reply.kept
    ? reply.kept.encoded(coding, (body) => encode(body, coding, "kept"))
    : encode(bytesOf(reply.body), coding, "once");
  return bytes instanceof Promise ? bytes.then(whole) : whole(bytes);
}

/** Text from 1 KiB on, where the contract does not forbid it; anything, where the caller does not take it as it is. */
function codingOf(route: Route, { body, contentType }: Reply, acceptEncoding: string | null): Coding | null {
  if (!route.compresses || body === null || contentType === null || acceptEncoding === null) return null;
  const { codings, identity } = acceptedCodings(acceptEncoding);
  const [best] = codings;
  if (best === undefined) return null;
  if (!identity) return best;
  const isWorthIt = isText(contentType) && sizeAtLeast(body, WORTH_ENCODING_BYTES);
  return isWorthIt && canEncode() ? best : null;
}

/** Not events: each would wait in the encoder for more of them. */
const TEXT =
  /^(?:text\/(?!event-stream)|application\/(?:json|yaml|javascript|xml|x-ndjson)\b|image\/svg\+xml\b|[a-z]+\/[^;]+\+(?:json|xml|yaml)\b)/;
const isText = (contentType: string): boolean => TEXT.test(contentType);

/** A character is a byte at least. A stream is as long as it is. */
function sizeAtLeast(body: NonNullable<Reply["body"]>, bytes: number): boolean {
  if (body instanceof ReadableStream) return true;
  if (typeof body === "string") return body.length >= bytes || Buffer.byteLength(body) >= bytes;
  return (body instanceof Blob ? body.size : body.byteLength) >= bytes;
}

/** Another coding is another sequence of bytes, and a strong tag names one (RFC 9110, section 8.8.3.3). */
function tagOf(route: Route, reply: Reply, coding: Coding | null): string | null {
  const base = reply.kept?.tag ?? (route.cached?.tagged && reply.status === 200 ? contentTag(reply) : versionOf(reply));
  if (base === null) return null;
  return coding === null ? `"${base}"` : `"${base}-${coding}"`;
}

/**
 * A tag over the bytes, without quotation marks, after the version where there is one: what the version says nothing of
 * changes the tag too. Null where the bytes are not at hand.
 */
export function contentTag(reply: Reply, body: Bytes): string;
export function contentTag(reply: Reply): string | null;
export function contentTag(reply: Reply, body: Reply["body"] = reply.body): string | null {
  const version = versionOf(reply);
  if (typeof body !== "string" && !(body instanceof Uint8Array)) return version;
  return version === null ? digest(body) : `${version}.${digest(body)}`;
}

const versionOf = ({ headers }: Reply): string | null =>
  headers.find(([name]) => name === "ETag")?.[1].slice(1, -1) ?? null;

/** 132 bits of SHA-256: nobody makes another content with the same tag. */
const DIGEST_LENGTH = 22;
const digest = (body: string | Uint8Array): string =>
  createHash("sha256").update(body).digest("base64url").slice(0, DIGEST_LENGTH);

/** Whether a client has it already (RFC 9110, section 13.1.2): tags compare weakly, `*` means any. */
export function isFresh(ifNoneMatch: string, tag: string): boolean {
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((sent) => sent.trim().replace(/^W\//, "") === tag);
}

/** Null for a stream, and for nothing. */
export async function bytesOf(body: Reply["body"]): Promise<Bytes | null> {
  if (typeof body === "string") return Buffer.from(body);
  if (body instanceof Blob) return body.bytes();
  return body instanceof Uint8Array ? (body as Bytes) : null;
}
