/** Bodies, read against the operation's limit whatever Content-Length says. */
import type { MediaType, Operation } from "#contract/operation";
import { type Fault, isProblem, type Problem, pipelineProblem } from "#contract/problem";
import { parseJson, UnreadableJson } from "#contract/read/json";
import { declaredMedia } from "#contract/read/media";
import { readParts } from "#contract/read/multipart";

export class BodyTooLargeError extends Error {
  override readonly name = "BodyTooLargeError";
}

export interface ReadBody {
  readonly value: unknown;
  readonly contentType: string | null;
  readonly media: MediaType | null;
}

export const noBody: ReadBody = { value: undefined, contentType: null, media: null };

export async function readBody(
  request: Request,
  body: NonNullable<Operation["body"]>,
  limitBytes: number,
  faults: Fault[],
): Promise<ReadBody | Problem> {
  if (!hasBody(request)) {
    if (body.required) faults.push({ in: "body", pointer: "", code: "required", detail: "A body is required." });
    return noBody;
  }
  const header = request.headers.get("content-type");
  const declared = declaredMedia(body, header);
  const encoding = request.headers.get("content-encoding");
  if (!declared || (encoding !== null && encoding !== "identity")) return pipelineProblem("unsupported_media_type");
  const { media, contentType } = declared;
  if (media.kind === "binary") return { value: boundedStream(request, limitBytes), contentType, media };
  const bytes = await readBytes(request, limitBytes);
  if (isProblem(bytes)) return bytes;
  const value = await parse(bytes, media, header as string, faults);
  return isProblem(value) ? value : { value, contentType, media };
}

/** A body of length 0 is none (RFC 9112, section 6.3). */
export function hasBody(request: Request): boolean {
  const length = request.headers.get("content-length");
  if (length !== null) return length !== "0";
  return request.headers.has("transfer-encoding") || request.body !== null;
}

async function parse(bytes: Uint8Array, media: MediaType, header: string, faults: Fault[]): Promise<unknown> {
  if (media.kind === "multipart") return readParts(bytes, header, media.parts ?? {}, faults);
  const text = decodeUtf8(bytes);
  if (text === null) return pipelineProblem("bad_request", { detail: "The body is not UTF-8." });
  if (media.kind === "text") return text;
  const value = parseJson(text);
  return value instanceof UnreadableJson ? pipelineProblem("bad_request", { detail: value.reason }) : value;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** The whole body, or 413 as soon as it is known to be too large. */
async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array | Problem> {
  const length = request.headers.get("content-length");
  // HTTP/1.1 ends the body where Content-Length says, so a small one can be taken whole.
  if (length !== null && Number(length) <= limitBytes) {
    const bytes = await request.bytes();
    return bytes.byteLength > limitBytes ? pipelineProblem("body_too_large") : bytes;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as ReadableStream<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limitBytes) return pipelineProblem("body_too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** For binary bodies: the handler reads at its own pace, and gets an error where the limit is passed. */
function boundedStream(request: Request, limitBytes: number): ReadableStream<Uint8Array> {
  let size = 0;
  return (request.body as ReadableStream<Uint8Array>).pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size > limitBytes) controller.error(new BodyTooLargeError("The body is larger than the operation takes."));
        else controller.enqueue(chunk);
      },
    }),
  );
}
