/** A server in a process of its own, whose memory a test can measure. It prints its port. */
import { noteBody, operation, testApp } from "./support";

const TIMEOUT_MS = 60_000;
const bytes = { required: true, content: { "application/octet-stream": { kind: "binary", defaults: false } as const } };

const { app } = testApp([
  [operation("read", "GET", "/read"), () => ({ status: 200, body: { running: app.inFlight() } })],
  [
    operation("write", "PUT", "/note", { body: noteBody, policy: { bodyLimitBytes: 1_000, timeoutMs: TIMEOUT_MS } }),
    () => ({ status: 200, body: {} }),
  ],
  [
    operation("upload", "PUT", "/file", { body: bytes, policy: { bodyLimitBytes: 1_000_000, timeoutMs: TIMEOUT_MS } }),
    async (_, { body }) => {
      let size = 0;
      for await (const chunk of body as unknown as ReadableStream<Uint8Array>) size += chunk.byteLength;
      return { status: 200, body: { size } };
    },
  ],
]);
app.listen({ port: 0, hostname: "127.0.0.1" });
console.log(app.server?.port);
