/** k6's Response. */
import type { JSONValue } from "k6";
import type { Response, ResponseType } from "k6/http";
import type { Tags } from "./registry";
import type { Exchange } from "./wire";

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ArrayBuffer | null;
  readonly timeoutMs: number;
  readonly tags: Tags;
  readonly redirects: number | undefined;
}

export interface Answer extends Exchange {
  /** Empty where an answer came. */
  readonly error: string;
  readonly errorCode: number;
}

export function responseOf(asked: Asked, answer: Answer, responseType: ResponseType): Response {
  const { waitingMs, receivingMs } = answer;
  const notHere = (name: string) => () => {
    throw new Error(`Response.${name} is not in the stand-in for k6.`);
  };
  return {
    status: answer.status,
    status_text: answer.statusText,
    headers: answer.headers,
    body: bodyOf(answer, responseType),
    json(selector?: string): JSONValue {
      if (selector !== undefined) throw new Error("Response.json takes no selector in the stand-in for k6.");
      return JSON.parse(new TextDecoder().decode(answer.body));
    },
    error: answer.error,
    error_code: answer.errorCode,
    url: asked.url,
    proto: "HTTP/1.1",
    request: {
      method: asked.method,
      url: asked.url,
      headers: Object.fromEntries(Object.entries(asked.headers).map(([name, value]) => [name, [value]])),
      body: typeof asked.body === "string" ? asked.body : "",
      cookies: {},
    },
    timings: {
      blocked: 0,
      connecting: 0,
      tls_handshaking: 0,
      sending: 0,
      waiting: waitingMs,
      receiving: receivingMs,
      duration: waitingMs + receivingMs,
    },
    cookies: {},
    remote_ip: "",
    remote_port: 0,
    ...UNENCRYPTED,
    html: notHere("html"),
    clickLink: notHere("clickLink"),
    submitForm: notHere("submitForm"),
  };
}

/** Load is sent without TLS. */
const UNENCRYPTED: Pick<Response, "ocsp" | "tls_version" | "tls_cipher_suite"> = {
  ocsp: { produced_at: 0, this_update: 0, next_update: 0, revocation_reason: "", revoked_at: 0, status: "" },
  tls_version: "",
  tls_cipher_suite: "" as Response["tls_cipher_suite"],
};

function bodyOf({ body, error }: Answer, responseType: ResponseType): Response["body"] {
  if (error !== "" || responseType === "none") return null;
  if (responseType === "text") return new TextDecoder().decode(body);
  return body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength);
}
