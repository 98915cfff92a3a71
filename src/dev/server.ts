import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BunFile } from "bun";
import { type Config, type Environment, readConfig } from "../config";
import { ROOT } from "./environment";

const LEASH = join(import.meta.dir, "leash.ts");
const MAIN = join(ROOT, "src/main.ts");
const READY_WAIT_MS = 30_000;
const READY_POLL_MS = 25;
/** Beyond the time that running requests have to end. */
const STOP_GRACE_MS = 2_000;
const ORPHAN_WAIT_MS = 3_000;

/** src/main.ts in a process of its own. */
export class Server {
  private constructor(
    private readonly child: Bun.Subprocess<"pipe">,
    private readonly config: Config,
    private readonly pidFile: string,
  ) {}

  /** The exit code, once the process has ended. */
  get exited(): Promise<number> {
    return this.child.exited;
  }

  /**
   * Starts it with this environment and waits until it says that it is ready. Undefined where it ended before that, with
   * its own words on the screen or in `log`, or where the signal was aborted.
   */
  static async start(
    environment: Environment,
    dataDir: string,
    signal: AbortSignal,
    log: "inherit" | BunFile = "inherit",
  ): Promise<Server | undefined> {
    const { config } = readConfig(environment);
    const child = Bun.spawn([process.execPath, "--preload", LEASH, MAIN], {
      cwd: ROOT,
      env: environment,
      stdin: "pipe",
      stdout: log,
      stderr: "inherit",
      // A process group of its own: Ctrl-C reaches the runner only, which then stops things in their order.
      detached: true,
    });
    const server = new Server(child, config, pidFileIn(dataDir));
    await writeFile(server.pidFile, String(child.pid));
    if (await server.isReady(signal)) return server;
    await server.stop();
    return undefined;
  }

  /** Running requests end first, as they may in production; one that takes too long is cut off. */
  async stop(): Promise<void> {
    const { shutdownDelayMs, shutdownTimeoutMs } = this.config;
    this.child.kill("SIGTERM");
    const overdue = setTimeout(() => this.kill(), shutdownDelayMs + shutdownTimeoutMs + STOP_GRACE_MS);
    await this.child.exited;
    clearTimeout(overdue);
    await rm(this.pidFile, { force: true });
  }

  kill(): void {
    this.child.kill("SIGKILL");
  }

  private get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  private async isReady(signal: AbortSignal): Promise<boolean> {
    const { host, port, publicOrigin } = this.config;
    const url = `http://${reachable(host)}:${port}/health/ready`;
    const headers = { host: new URL(publicOrigin).host };
    const deadline = performance.now() + READY_WAIT_MS;
    while (this.isAlive && !signal.aborted && performance.now() < deadline) {
      const answer = await fetch(url, { headers }).catch(() => undefined);
      if (answer?.ok) return true;
      await Bun.sleep(READY_POLL_MS);
    }
    return false;
  }
}

/** Waits for a server whose runner was killed, and ends it where it does not end by itself. */
export async function endOrphan(dataDir: string): Promise<void> {
  const pid = Number(await readFile(pidFileIn(dataDir), "utf8").catch(() => ""));
  const deadline = performance.now() + ORPHAN_WAIT_MS;
  while (pid > 0 && (await isOurs(pid))) {
    if (performance.now() > deadline) process.kill(pid, "SIGKILL");
    await Bun.sleep(READY_POLL_MS);
  }
  await rm(pidFileIn(dataDir), { force: true });
}

/** Process ids are used again: only a process with our files on its command line is ours. */
async function isOurs(pid: number): Promise<boolean> {
  const proc = `/proc/${pid}/cmdline`;
  const command = existsSync("/proc/self")
    ? await readFile(proc, "utf8").catch(() => "")
    : Bun.spawnSync(["ps", "-o", "args=", "-p", String(pid)]).stdout.toString();
  return command.includes(LEASH);
}

const pidFileIn = (dataDir: string) => join(dataDir, "server.pid");

/** Where a program on this machine finds what listens on that address. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}
