/**
 * The load: connections that are kept, each of which sends its next request when the answer to the last one is whole.
 * Sockets without an HTTP library, because a client that costs more than the server measures itself. Status and length
 * of every answer are compared with those of one that was read and found right; anything else fails the run.
 */
import type { Socket } from "bun";
import type { Requests } from "./works";

export interface Load {
  /** Answers so far, all of them right. */
  readonly answered: number;
  /** Rejects with the first thing that went wrong. */
  readonly failed: Promise<never>;
  stop(): void;
}

interface Connection {
  next: number;
  /** Bytes of the answer that have not come yet; 0 before its head. */
  missing: number;
  head: Buffer | null;
}

const CONNECTIONS = 32;
const HEAD_END = "\r\n\r\n";
const CHUNKED = "Transfer-Encoding: chunked";
const HEAD_MAX_BYTES = 16_384;

/** Asks once and reads the answer with care. The length of its body. */
export async function probe(port: number, requests: Requests): Promise<number> {
  const [message] = messages(port, requests);
  const response = await ask(port, message!);
  const text = await response.text();
  if (response.status !== requests.status || !requests.isRight(text === "" ? null : JSON.parse(text)))
    throw new Error(`${message!.head.split("\r\n", 1)} was answered ${response.status}: ${text.slice(0, 500)}`);
  return Buffer.byteLength(text);
}

/** Of the answers to these heads, one after another. */
export async function etagsOf(port: number, heads: readonly string[]): Promise<string[]> {
  const etags: string[] = [];
  for (const message of messages(port, { heads, body: "" })) {
    const response = await ask(port, message);
    await response.arrayBuffer();
    const etag = response.headers.get("etag");
    if (!etag) throw new Error(`${message.head.split("\r\n", 1)} was answered ${response.status} without an ETag`);
    etags.push(etag);
  }
  return etags;
}

function ask(port: number, { head, body }: Message): Promise<Response> {
  const [line = "", ...fields] = head.trim().split("\r\n");
  const [method = "", path = ""] = line.split(" ");
  const headers = fields.map((field): [string, string] => {
    const colon = field.indexOf(":");
    return [field.slice(0, colon), field.slice(colon + 1).trim()];
  });
  return fetch(`http://localhost:${port}${path}`, { method, headers, keepalive: false, ...(body && { body }) });
}

export async function startLoad(port: number, requests: Requests, bodyBytes: number): Promise<Load> {
  const sent = messages(port, requests).map(({ head, body }) => Buffer.from(head + body));
  const status = Buffer.from(`HTTP/1.1 ${requests.status}`);
  let answered = 0;
  let stopped = false;
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  const send = (socket: Socket<Connection>) => {
    const message = sent[socket.data.next++ % sent.length]!;
    if (socket.write(message) !== message.length) fail(new Error("a request did not go out in one piece"));
  };
  const wrong = (chunk: Buffer) =>
    fail(new Error(`an answer is not like the first: ${chunk.toString().slice(0, 300)}`));
  /** What of an answer is missing after these first bytes of it; null while its head is not whole. */
  const begin = (chunk: Buffer): number | null => {
    const end = chunk.indexOf(HEAD_END);
    if (end === -1 && chunk.length < HEAD_MAX_BYTES) return null;
    if (end === -1 || chunk.compare(status, 0, status.length, 0, status.length) !== 0) wrong(chunk);
    const head = chunk.subarray(0, end);
    const bytes = requests.leewayBytes ? declaredBytes(head) : bodyBytes;
    if (requests.leewayBytes && !(Math.abs(bytes - bodyBytes) <= requests.leewayBytes)) wrong(chunk);
    return end + HEAD_END.length + (head.includes(CHUNKED) ? chunkedBytes(bytes) : bytes) - chunk.length;
  };
  const receive = (socket: Socket<Connection>, chunk: Buffer) => {
    const { data } = socket;
    if (data.missing > 0) data.missing -= chunk.length;
    else {
      const all = data.head ? Buffer.concat([data.head, chunk]) : chunk;
      const missing = begin(all);
      data.head = missing === null ? Buffer.from(all) : null;
      if (missing === null) return;
      data.missing = missing;
    }
    if (data.missing < 0) wrong(chunk);
    if (data.missing > 0 || stopped) return;
    answered++;
    send(socket);
  };
  const lost = () => {
    if (!stopped) fail(new Error("the server closed a connection"));
  };
  const sockets: Socket<Connection>[] = [];
  for (let i = 0; i < CONNECTIONS; i++)
    sockets.push(
      await Bun.connect<Connection>({
        hostname: "127.0.0.1",
        port,
        data: { next: i, missing: 0, head: null },
        socket: { data: receive, close: lost, error: (_, error) => fail(error) },
      }),
    );
  for (const socket of sockets) send(socket);
  const stayAwake = () => {
    if (!stopped) setImmediate(stayAwake);
  };
  if (requests.awake) stayAwake();
  return {
    get answered() {
      return answered;
    },
    failed,
    stop() {
      stopped = true;
      for (const socket of sockets) socket.terminate();
    },
  };
}

/** In one chunk and the empty one (RFC 9112, section 7.1). */
const chunkedBytes = (bytes: number) => `${bytes.toString(16)}\r\n`.length + bytes + "\r\n0\r\n\r\n".length;

/** NaN where there is no Content-Length. */
const declaredBytes = (head: Buffer) => Number(/^content-length: *(\d+)/im.exec(head.toString("latin1"))?.[1]);

interface Message {
  readonly head: string;
  readonly body: string;
}

function messages(port: number, { heads, body }: Pick<Requests, "heads" | "body">): Message[] {
  const length = body === "" ? "" : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  const fields = `Host: localhost:${port}\r\nAccept-Encoding: identity\r\n${length}\r\n`;
  return heads.map((head) => ({ head: head + fields, body }));
}
