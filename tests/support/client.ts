import { breaches, publishedOperation } from "./published";

export interface CallInput {
  path?: Record<string, string>;
  query?: Record<string, string | number>;
  headers?: Record<string, string>;
  /** Sent as JSON, unless it is a string: then as it is. */
  body?: unknown;
  signal?: AbortSignal;
}

export interface Answered<Body> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, else the text; undefined where there is none. */
  readonly body: Body;
  readonly text: string;
}

export type Send = (request: Request) => Response | Promise<Response>;

/** In-process calls carry the Host that the server allows in tests. */
export const ORIGIN = "http://localhost";

/** Calls operations by their id, without a credential, and checks every answer against the published contract. */
export class AnonymousClient {
  constructor(protected readonly send: Send) {}

  /** Fails when the answer is not one that the published contract declares. So `Body` may say what a test expects. */
  async call<Body = Record<string, unknown>>(operationId: string, input: CallInput = {}): Promise<Answered<Body>> {
    const response = await this.send(this.request(operationId, input));
    this.received(response);
    const text = await response.text();
    const body = parsed(response, text);
    const found = breaches(operationId, response, body);
    if (found.length > 0) throw new Error(`the answer breaks the published contract:\n${found.join("\n")}\n${text}`);
    return { status: response.status, headers: response.headers, body: body as Body, text };
  }

  protected request(operationId: string, { path = {}, query = {}, headers = {}, body, signal }: CallInput): Request {
    const operation = publishedOperation(operationId);
    const url = new URL(
      operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name] ?? "")),
      ORIGIN,
    );
    for (const [name, value] of Object.entries(query)) url.searchParams.append(name, String(value));
    const all = new Headers({ ...this.credentials(), ...headers });
    if (body !== undefined && !all.has("content-type")) all.set("content-type", "application/json");
    const content = typeof body === "string" ? body : JSON.stringify(body);
    return new Request(url.href, {
      method: operation.method,
      headers: all,
      body: content ?? null,
      signal: signal ?? null,
    });
  }

  protected credentials(): Record<string, string> {
    return {};
  }

  protected received(_response: Response): void {}
}

/** A person's program: sends the access token as `Authorization: Bearer`. */
export class BearerClient extends AnonymousClient {
  constructor(
    send: Send,
    public accessToken: string,
  ) {
    super(send);
  }

  protected override credentials(): Record<string, string> {
    return { authorization: `Bearer ${this.accessToken}` };
  }
}

/** A program with a key of an organization, which it sends as `X-API-Key`. */
export class ApiKeyClient extends AnonymousClient {
  constructor(
    send: Send,
    readonly key: string,
    readonly apiKeyId: string,
  ) {
    super(send);
  }

  protected override credentials(): Record<string, string> {
    return { "x-api-key": this.key };
  }
}

/** A browser: keeps the cookies that it is given, and says of each call that a page of the same origin makes it. */
export class BrowserClient extends AnonymousClient {
  readonly cookies = new Map<string, string>();

  protected override credentials(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return { "sec-fetch-site": "same-origin", origin: ORIGIN, ...(cookie && { cookie }) };
  }

  protected override received(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value, attributes] = /^([^=]+)=([^;]*)(.*)$/.exec(line) ?? [];
      if (!name) throw new Error("a Set-Cookie line without a name");
      if (/; *Max-Age=0\b/i.test(attributes ?? "")) this.cookies.delete(name);
      else this.cookies.set(name, value ?? "");
    }
  }
}

function parsed(response: Response, text: string): unknown {
  if (text === "") return undefined;
  return /[/+]json\b/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : text;
}

/** The version that an ETag begins with. */
export const versionIn = (headers: Headers): number => Number.parseInt(headers.get("etag")?.slice(1) ?? "", 10);
