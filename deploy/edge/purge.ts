/**
 * EDGE_PURGE_TOKEN=... bun purge.ts <cache folder> <port>: takes Groundwork's purge hook on this machine for the nginx
 * beside it, which has no word for a tag. nginx stores the head of an answer in front of it, and asks anew for what is not
 * there any more. Runs as the user that nginx's workers run as. docs/cdn.md has the protocol.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { open, unlink } from "node:fs/promises";
import { join } from "node:path";

/** Well above what Groundwork sends in one call. */
const BODY_BYTES_MAXIMUM = 65_536;
/** A head has at most proxy_buffer_size, with nginx's own notes in front. */
const HEAD_BYTES = 32_768;

const [folder, port] = process.argv.slice(2);
const token = process.env.EDGE_PURGE_TOKEN;
if (!folder || !port || !token) {
  process.stderr.write("EDGE_PURGE_TOKEN=... bun purge.ts <cache folder> <port>\n");
  process.exit(1);
}

const expected = digest(`Bearer ${token}`);
const server = Bun.serve({
  hostname: "127.0.0.1",
  port: Number(port),
  maxRequestBodySize: BODY_BYTES_MAXIMUM,
  async fetch(request) {
    if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } });
    if (!timingSafeEqual(digest(request.headers.get("authorization") ?? ""), expected))
      return new Response(null, { status: 401, headers: { "WWW-Authenticate": "Bearer" } });
    const keys = keysOf(await request.json().catch(() => null));
    if (!keys) return new Response(null, { status: 400 });
    return Response.json({ forgotten: await forget(folder, keys) });
  },
});
process.stdout.write(`listening on ${server.port}\n`);

function keysOf(body: unknown): ReadonlySet<string> | null {
  const { surrogateKeys } = (body ?? {}) as { surrogateKeys?: unknown };
  if (!Array.isArray(surrogateKeys) || surrogateKeys.some((key) => typeof key !== "string")) return null;
  return new Set(surrogateKeys);
}

/** One that fails has the whole call fail, and Groundwork calls again. */
async function forget(cache: string, keys: ReadonlySet<string>): Promise<number> {
  let forgotten = 0;
  for await (const path of new Bun.Glob("**/*").scan(cache)) {
    const file = join(cache, path);
    const known = await surrogateKeysOf(file);
    if (!known.some((key) => keys.has(key))) continue;
    await unlink(file).catch(unlessGone);
    forgotten++;
  }
  return forgotten;
}

async function surrogateKeysOf(file: string): Promise<readonly string[]> {
  const handle = await open(file).catch(unlessGone);
  if (!handle) return [];
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const [head = ""] = buffer.toString("latin1", 0, bytesRead).split("\r\n\r\n", 1);
    return /\r\nsurrogate-key: *([^\r\n]*)/i.exec(head)?.[1]?.split(" ") ?? [];
  } finally {
    await handle.close();
  }
}

/** nginx puts files away itself. */
function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
