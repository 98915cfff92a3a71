/** A server of this machine that keeps what it is sent. */
export interface Received {
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

export class Receiver implements Disposable {
  readonly received: Received[] = [];
  readonly #server: Bun.Server<undefined>;

  constructor(answer: () => Response | Promise<Response> = () => Response.json({})) {
    this.#server = Bun.serve({
      port: 0,
      hostname: "127.0.0.1",
      fetch: async (request) => {
        const bytes = new Uint8Array(await request.arrayBuffer());
        const body = request.headers.get("content-encoding") === "gzip" ? Bun.gunzipSync(bytes) : bytes;
        const { pathname } = new URL(request.url);
        this.received.push({ path: pathname, headers: request.headers, body: new TextDecoder().decode(body) });
        return answer();
      },
    });
  }

  get port(): number {
    return this.#server.port!;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  [Symbol.dispose](): void {
    void this.#server.stop(true);
  }
}
