/**
 * A copy of this checkout in a folder of its own, in which make runs as it does for a developer: files may be changed
 * and processes killed without harm to the real one. What was installed is shared.
 */
import { cp, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dir, "../..");
const COPIED = ["Makefile", "package.json", "bun.lock", "bunfig.toml", "biome.json", "tsconfig.json", "openapi.yaml"];
const COPIED_FOLDERS = ["src", "db", "generated", "load"];
const SHARED = ["node_modules", ".tools"];
const PROFILES = [".env.development", ".env.staging", ".env.production"];
/** Long enough for a busy machine; a line that never comes fails the test with all output. */
const LINE_WAIT_MS = 20_000;
/** PostgreSQL counts as stopped once its pid file is gone; its process ends a moment later. */
const END_GRACE_MS = 2_000;

export class Checkout implements AsyncDisposable {
  readonly #running: Program[] = [];

  private constructor(readonly path: string) {}

  static async copy(): Promise<Checkout> {
    const path = await realpath(await mkdtemp(join(tmpdir(), "checkout-")));
    // With their times: make would install again for a package.json that looks new.
    const options = { recursive: true, preserveTimestamps: true };
    for (const name of [...COPIED, ...COPIED_FOLDERS, ...PROFILES])
      await cp(join(ROOT, name), join(path, name), options);
    for (const name of SHARED) await symlink(join(ROOT, name), join(path, name));
    return new Checkout(path);
  }

  /** Runs a target, leading a process group as it would in a terminal. */
  make(target: string, environment: Record<string, string>): Program {
    const make = new Program(["make", target], this.path, environment);
    this.#running.push(make);
    return make;
  }

  async edit(file: string, change: (text: string) => string): Promise<void> {
    const path = join(this.path, file);
    await writeFile(path, change(await readFile(path, "utf8")));
  }

  /** What runs from this folder: servers by their program, PostgreSQL by its data. */
  async processes(): Promise<number[]> {
    const all = await commands();
    return all.filter(({ command }) => command.includes(this.path)).map(({ pid }) => pid);
  }

  /** What runs from this folder although all of it was to end. */
  async left(): Promise<number[]> {
    const deadline = performance.now() + END_GRACE_MS;
    for (;;) {
      const left = await this.processes();
      if (left.length === 0 || performance.now() > deadline) return left;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const make of this.#running) make.signal("SIGKILL");
    for (const pid of await this.processes()) kill(pid, "SIGKILL");
    await Promise.all(this.#running.map((make) => make.exited));
    await rm(this.path, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** A process with little of this one's environment, which leads a group of its own, and what it has printed so far. */
export class Program {
  readonly #child: Bun.Subprocess<"ignore", "pipe", "pipe">;
  readonly #ended: Promise<unknown>;
  #output = "";
  #heard: () => void = () => {};

  constructor(command: string[], cwd: string, environment: Record<string, string>) {
    const { PATH = "", HOME = "" } = process.env;
    const env = { PATH, HOME, ...environment };
    this.#child = Bun.spawn(command, {
      cwd,
      env,
      stdin: "ignore",
      stdout: "pipe",
      stderr: "pipe",
      detached: true,
    });
    this.#ended = Promise.all([this.#read(this.#child.stdout), this.#read(this.#child.stderr)]);
  }

  get output(): string {
    return this.#output;
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** The exit code once all output is read; null where a signal ended the process itself. */
  get exited(): Promise<number | null> {
    return Promise.all([this.#child.exited, this.#ended]).then(() => this.#child.exitCode);
  }

  /** As a terminal does: to the process and to everything that it runs in its group. */
  signal(signal: NodeJS.Signals): void {
    kill(-this.#child.pid, signal);
  }

  /** Waits until the output holds this, from `from` on. Answers with the match. */
  async line(pattern: RegExp, from = 0): Promise<RegExpExecArray> {
    const deadline = AbortSignal.timeout(LINE_WAIT_MS);
    const over = new Promise<void>((done) => deadline.addEventListener("abort", () => done()));
    const ended = this.#ended.then(() => {});
    for (let isLast = false; ; ) {
      const heard = new Promise<void>((next) => {
        this.#heard = next;
      });
      const match = pattern.exec(this.#output.slice(from));
      if (match) return match;
      if (isLast || deadline.aborted) throw new Error(`${pattern} is not in the output:\n${this.#output.slice(from)}`);
      isLast = (await Promise.race([heard, over, ended.then(() => "ended")])) === "ended";
    }
  }

  async #read(stream: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of stream) {
      this.#output += decoder.decode(chunk, { stream: true });
      this.#heard();
    }
  }
}

export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** From /proc where there is one: small machines come without ps. */
async function commands(): Promise<{ pid: number; command: string }[]> {
  if (process.platform !== "linux") {
    const lines = Bun.spawnSync(["ps", "-A", "-o", "pid=,args="]).stdout.toString().split("\n");
    return lines.map((line) => ({ pid: Number.parseInt(line, 10), command: line }));
  }
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  return Promise.all(
    pids.map(async (pid) => ({
      pid: Number(pid),
      command: await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => ""),
    })),
  );
}
