/** A contender in a process of its own, on the server's core. */
import { freePort } from "#lib/machine";
import { type Contender, programOf } from "./contenders";
import { cpuSecondsOf } from "./cpu-time";
import { onCore, SERVER_CORE } from "./pinning";
import { environmentOf, type Setup } from "./setup";

const LISTEN_WAIT_MS = 30_000;
const LOOK_MS = 10;

const running = new Set<Bun.Subprocess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

export class Server implements AsyncDisposable {
  readonly port: number;
  /** Rejects when the process ends before it is told to. */
  readonly failed: Promise<never>;
  readonly #child: Bun.Subprocess;

  private constructor(contender: Contender, port: number, child: Bun.Subprocess) {
    this.port = port;
    this.#child = child;
    this.failed = child.exited.then((code) => {
      throw new Error(`${contender} ended with ${code}`);
    });
    this.failed.catch(() => {});
  }

  /** Resolves when it listens. */
  static async start(contender: Contender, setup: Setup): Promise<Server> {
    const port = await freePort();
    const { command, environment } = programOf(contender);
    // The log goes where nobody reads it, written all the same.
    const child = Bun.spawn([...onCore(SERVER_CORE), ...command], {
      env: { ...process.env, NODE_ENV: "production", ...environmentOf(setup, port), ...environment },
      stdio: ["ignore", Bun.file("/dev/null"), "inherit"],
    });
    running.add(child);
    const server = new Server(contender, port, child);
    try {
      await Promise.race([listening(contender, port), server.failed]);
      return server;
    } catch (error) {
      await server[Symbol.asyncDispose]();
      throw error;
    }
  }

  cpuSeconds(): number {
    return cpuSecondsOf(this.#child.pid);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#child.exited;
    running.delete(this.#child);
  }
}

async function listening(contender: Contender, port: number): Promise<void> {
  const until = performance.now() + LISTEN_WAIT_MS;
  while (!(await accepts(port))) {
    if (performance.now() > until) throw new Error(`${contender} does not listen after ${LISTEN_WAIT_MS / 1000} s`);
    await Bun.sleep(LOOK_MS);
  }
}

async function accepts(port: number): Promise<boolean> {
  try {
    const socket = await Bun.connect({ hostname: "127.0.0.1", port, socket: { data() {} } });
    socket.terminate();
    return true;
  } catch {
    return false;
  }
}
