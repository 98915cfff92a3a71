// Generated from the contract. Edit openapi.yaml, then run make generate.
import createFetchClient, { type Client, type Middleware } from "openapi-fetch";
import type { paths } from "./types";

export interface ClientOptions {
  /** Scheme and host of the server, "https://api.example.com"; "" for the origin of the page. */
  origin: string;
  /** An access token, sent as `Authorization: Bearer` with every call. Browsers that use cookies need none. */
  token?: string;
  /** Asked before every call, where the token changes; undefined sends none. */
  getToken?: () => string | undefined | Promise<string | undefined>;
  /** What sends a request: SvelteKit's `fetch` in `load`, or a test's. */
  fetch?: (request: Request) => Promise<Response>;
}

export type ApiClient = Client<paths>;

/**
 * A client for the contract: `const { data, error } = await client.GET("/some/path", { params })`. `data` is the
 * declared answer, `error` the problem document (RFC 9457), and exactly one of them is there.
 */
export function createClient({ origin, token, getToken, fetch }: ClientOptions): ApiClient {
  const client = createFetchClient<paths>({ baseUrl: origin, bodySerializer, ...(fetch && { fetch }) });
  if (token !== undefined || getToken) client.use(authorization(getToken ?? (() => token)));
  return client;
}

function authorization(getToken: NonNullable<ClientOptions["getToken"]>): Middleware {
  return {
    async onRequest({ request }) {
      const token = await getToken();
      if (token !== undefined) request.headers.set("Authorization", `Bearer ${token}`);
      return request;
    },
  };
}

/** Bytes go as they are; an object that holds a file becomes multipart/form-data; everything else is JSON. */
function bodySerializer(body: unknown): Bytes | FormData | string {
  if (isBytes(body) || body instanceof FormData || typeof body === "string") return body;
  const entries = Object.entries(body ?? {});
  if (!entries.some(([, value]) => [value].flat().some((each) => each instanceof Blob))) return JSON.stringify(body);
  const form = new FormData();
  for (const [name, value] of entries)
    for (const each of [value].flat()) if (each !== undefined) form.append(name, part(each));
  return form;
}

type Bytes = Blob | ArrayBuffer | ReadableStream;

const isBytes = (body: unknown): body is Bytes =>
  body instanceof Blob || body instanceof ArrayBuffer || body instanceof ReadableStream;

function part(value: unknown): Blob | string {
  if (value instanceof Blob || typeof value === "string") return value;
  return typeof value === "object" ? new Blob([JSON.stringify(value)], { type: "application/json" }) : String(value);
}
