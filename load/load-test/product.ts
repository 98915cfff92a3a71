/** The product with production settings, as make start runs it, on a database of its own. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { freePort } from "#lib/machine";
import { startEmbedded } from "../../src/db/embedded";
import { ROOT } from "../../src/dev/environment";
import { lockDataDir, lockOwner } from "../../src/dev/lock";
import { endOrphan, Server } from "../../src/dev/server";
import { openDatabase } from "./database";
import type { Seed } from "./seed";

export interface Product extends AsyncDisposable {
  readonly origin: string;
  readonly metricsUrl: string;
  readonly seed: Seed;
  /** Aborted once the server has ended, also by itself. */
  readonly gone: AbortSignal;
}

const DATA_DIR = join(ROOT, ".data/load-test");
/**
 * The load comes from few people, so each may do more than in production: 120 logins a minute from an address, 3,600 other
 * requests a minute of a caller. A flood still meets that.
 */
const RATE_LIMIT_SCALE = 6;

export interface ProductOptions {
  /** In the log of the large organization. */
  readonly events: number;
  /** Where the server's own lines go. */
  readonly log: string;
  readonly signal: AbortSignal;
}

/** Undefined where the signal came first. */
export async function openProduct({ events, log, signal }: ProductOptions): Promise<Product | undefined> {
  const stack = new AsyncDisposableStack();
  try {
    const lock = await lockDataDir(DATA_DIR);
    if (!lock) throw new Error(`A load test runs already (process ${await lockOwner(DATA_DIR)}).`);
    stack.use(lock);
    await endOrphan(DATA_DIR);
    await mkdir(DATA_DIR, { recursive: true });
    const postgres = await startEmbedded({ dataDir: DATA_DIR, durable: true });
    stack.defer(() => postgres.stop());
    const database = await openDatabase(postgres, events);
    const mail = await openMailSink();
    stack.defer(mail.close);
    const [port, internalPort] = [await freePort(), await freePort()];
    const environment = environmentOf({ databaseUrl: database.url, port, internalPort, mailPort: mail.port });
    const server = signal.aborted ? undefined : await Server.start(environment, DATA_DIR, signal, Bun.file(log));
    if (!server && !signal.aborted) throw new Error(`The server does not start. Its last words are in ${log}.`);
    if (!server) return void (await stack.disposeAsync());
    stack.defer(() => server.stop());
    const gone = new AbortController();
    void server.exited.then(() => gone.abort());
    const opened = stack.move();
    return {
      origin: `http://localhost:${port}`,
      metricsUrl: `http://127.0.0.1:${internalPort}/metrics`,
      seed: database.seed,
      gone: gone.signal,
      [Symbol.asyncDispose]: () => opened.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

interface Places {
  readonly databaseUrl: string;
  readonly port: number;
  readonly internalPort: number;
  readonly mailPort: number;
}

/** CACHE is the caller's to choose. */
function environmentOf({ databaseUrl, port, internalPort, mailPort }: Places): Record<string, string | undefined> {
  const { PATH, HOME, TMPDIR, CACHE } = process.env;
  return {
    ...{ PATH, HOME, TMPDIR, CACHE },
    GROUNDWORK_ENV: "production",
    PORT: String(port),
    PUBLIC_ORIGIN: `http://localhost:${port}`,
    INTERNAL_PORT: String(internalPort),
    DATABASE_URL: databaseUrl,
    SECRET: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64"),
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    MAIL_FROM: "Groundwork <groundwork@example.com>",
    RATE_LIMIT_SCALE: String(RATE_LIMIT_SCALE),
    // The load is its own proxy: X-Forwarded-For lets it come from many addresses.
    TRUSTED_PROXIES: "127.0.0.1,::1",
  };
}

/** Takes every mail and forgets it. */
async function openMailSink(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _, answer) => {
      stream.on("end", () => answer()).resume();
    },
  });
  // A client that goes away is no fault of the sink's.
  server.on("error", () => {});
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
