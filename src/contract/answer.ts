/** A handler's result becomes a reply: checked against the contract and serialized, before anything is committed. */
import { type Call, type Outcome, Reply } from "#contract/call";
import type { Version } from "#contract/context";
import { explain } from "#contract/explain";
import type { Answer, MediaType } from "#contract/operation";
import { entityTag } from "#contract/policy/precondition";
import { pipelineProblem } from "#contract/problem";
import { watched } from "#contract/stream";

export interface HandlerResult {
  readonly status: number;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly etag?: Version;
  readonly headers?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
  /** Who did it, where the caller was not known. */
  readonly actor?: string;
  /** In whose log it is recorded, where the path does not say. */
  readonly organization?: string;
  /** Whom it was done to, where that is another person than who called: their log has the event too. */
  readonly about?: string;
}

type Body = Reply["body"];

/** Where a result breaks the contract. Says where and how, and never what. */
class Breach {
  constructor(
    readonly place: string,
    readonly code: string,
  ) {}
}

const noHeaders: Reply["headers"] = [];

export function answerOf(call: Call, value: unknown): Outcome {
  const { operation } = call.route;
  const result = value as HandlerResult;
  const answer = operation.answers[result?.status];
  if (!answer) return broken(call, new Breach("/status", "undeclared"));
  const contentType = result.contentType ?? call.route.contentTypes[result.status] ?? null;
  const media = contentType === null ? undefined : answer.content[contentType];
  const breach = operation.policy.response === "off" ? null : breachOf(result, answer, contentType, media);
  if (breach && operation.policy.response === "enforce") return broken(call, breach);
  if (breach) logBreach(call, breach);
  const headers = headersOf(result);
  // Whatever the policy says of the contract: this answer could not be written, and its change would stand without one.
  if (headers instanceof Breach) return broken(call, headers);
  return new Reply(
    result.status,
    media ? contentType : null,
    media ? serialize(call, result.body, media) : null,
    headers,
    operation.policy.page ? nextCursorOf(result.body) : null,
  );
}

/** An answer that has no page, or a page that breaks the contract where that is only logged, leads nowhere. */
const nextCursorOf = (body: unknown): string | null =>
  typeof body === "object" && body !== null && "nextCursor" in body && typeof body.nextCursor === "string"
    ? body.nextCursor
    : null;

function breachOf(result: HandlerResult, answer: Answer, contentType: string | null, media: MediaType | undefined) {
  if (media === undefined)
    return contentType !== null || result.body !== undefined
      ? new Breach("/contentType", "undeclared")
      : headersBreach(result, answer);
  if (media.kind !== "binary" && media.body && !media.body.check(result.body)) {
    const [fault] = explain(media.body.schema, result.body, "body");
    return new Breach(`/body${fault?.pointer ?? ""}`, fault?.code ?? "invalid");
  }
  if (media.kind === "binary" && !isBytes(result.body)) return new Breach("/body", "type");
  return headersBreach(result, answer);
}

function headersBreach(result: HandlerResult, answer: Answer): Breach | null {
  for (const name in answer.headers) {
    const header = answer.headers[name]!;
    const value = name === "ETag" && result.etag !== undefined ? entityTag(result.etag) : result.headers?.[name];
    if (value === undefined ? header.required : !header.value.check(value))
      return new Breach(`/headers/${name}`, value === undefined ? "required" : "invalid");
  }
  for (const name in result.headers) if (!(name in answer.headers)) return new Breach(`/headers/${name}`, "undeclared");
  return null;
}

function serialize(call: Call, body: unknown, media: MediaType): Body {
  if (body instanceof ReadableStream) return watched(call, body);
  if (media.kind !== "json") return body as Body;
  return typeof body === "object" && body !== null && Object.isFrozen(body)
    ? serializeOnce(body)
    : JSON.stringify(body);
}

/** A frozen answer is the same text every time: the contract, the key set, the answer of a probe. */
const texts = new WeakMap<object, string>();
function serializeOnce(body: object): string {
  const known = texts.get(body);
  if (known !== undefined) return known;
  const text = JSON.stringify(body);
  texts.set(body, text);
  return text;
}

/** What a field's value may not hold (RFC 9110, section 5.5): a line's end in it would forge another field. */
const ILLEGAL = /[^\t\x20-\x7e\x80-\xff]/;

function headersOf({ etag, headers }: HandlerResult): Reply["headers"] | Breach {
  if (etag === undefined && headers === undefined) return noHeaders;
  const pairs: [string, string][] = [];
  if (etag !== undefined) pairs.push(["ETag", entityTag(etag)]);
  for (const name in headers) {
    const value = headers[name];
    if (Array.isArray(value)) for (const one of value) pairs.push([name, String(one)]);
    else if (value !== undefined) pairs.push([name, String(value)]);
  }
  const illegal = pairs.find(([, value]) => ILLEGAL.test(value));
  return illegal ? new Breach(`/headers/${illegal[0]}`, "illegal") : pairs;
}

function broken(call: Call, breach: Breach): Outcome {
  logBreach(call, breach);
  call.cause = new Error(
    `The answer of ${call.route.operation.id} breaks the contract at ${breach.place}: ${breach.code}.`,
  );
  return pipelineProblem("internal");
}

function logBreach(call: Call, { place, code }: Breach): void {
  const { pipeline, route, client } = call;
  const line = { operation: route.operation.id, requestId: client.requestId, pointer: place, code };
  pipeline.log.error(line, "an answer breaks the contract");
}

const isBytes = (body: unknown): boolean =>
  body instanceof Uint8Array || body instanceof ReadableStream || body instanceof Blob;
