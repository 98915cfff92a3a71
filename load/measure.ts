/** One contender in a process of its own, warmed up, then measured for a moment. */
import { fileURLToPath } from "node:url";
import { type Load, probe, startLoad } from "./client";
import type { Order, Report } from "./contender";
import type { Seeded } from "./database";
import { onCore, SERVER_CORE } from "./pinning";
import type { Contender, Work } from "./works";

export interface Sample {
  /** By the clock on the wall. */
  readonly requestsPerSecond: number;
  /** What the server's process used of its core, system calls included, for each request. */
  readonly cpuMicroseconds: number;
  /** Share of the window in which it used its core. Below one, something else was the limit. */
  readonly busy: number;
}

/** In seconds of the server's core, which other programs cannot shorten: a busy machine makes the run longer. */
export interface Window {
  readonly warmUpSeconds: number;
  readonly measureSeconds: number;
}

const PROGRAM = fileURLToPath(new URL("contender.ts", import.meta.url));
const REPORT_WAIT_MS = 30_000;
/** Between two looks at the server. */
const LOOK_MS = 50;
/** What a window may take on the wall, for each second of the core. */
const PATIENCE = 10;

export async function measure(work: Work, contender: Contender, seeded: Seeded, window: Window): Promise<Sample> {
  await using process = new Process(contender, work);
  const { port } = (await process.ask({ setup: seeded.setup })) as { port: number };
  const requests = work.requests?.(seeded);
  if (!requests) return await spun(process, window);
  const load = await startLoad(port, requests, await probe(port, requests));
  try {
    const begun = await reading(process, () => load.answered);
    const before = await used(process, load, begun, window.warmUpSeconds);
    return sampleOf(before, await used(process, load, before, window.measureSeconds));
  } finally {
    load.stop();
  }
}

/** Waits until the server has used so much of its core, or as long as patience lasts. */
async function used(process: Process, load: Load, since: Reading, seconds: number): Promise<Reading> {
  for (;;) {
    await Promise.race([Bun.sleep(LOOK_MS), load.failed]);
    const now = await reading(process, () => load.answered);
    if (now.cpuMicroseconds - since.cpuMicroseconds >= seconds * 1e6) return now;
    if (now.at - since.at > seconds * 1000 * PATIENCE) return now;
  }
}

async function spun(process: Process, { warmUpSeconds, measureSeconds }: Window): Promise<Sample> {
  await process.ask({ spin: warmUpSeconds });
  const before = await reading(process, () => 0);
  const { answered } = (await process.ask({ spin: measureSeconds })) as { answered: number };
  return sampleOf(before, await reading(process, () => answered));
}

interface Reading {
  readonly at: number;
  readonly answered: number;
  readonly cpuMicroseconds: number;
}

async function reading(process: Process, answered: () => number): Promise<Reading> {
  const { cpuMicroseconds } = (await process.ask("usage")) as { cpuMicroseconds: number };
  return { at: performance.now(), answered: answered(), cpuMicroseconds };
}

function sampleOf(before: Reading, after: Reading): Sample {
  const seconds = (after.at - before.at) / 1000;
  const answered = after.answered - before.answered;
  const cpu = after.cpuMicroseconds - before.cpuMicroseconds;
  if (answered === 0) throw new Error("nothing was answered");
  return { requestsPerSecond: answered / seconds, cpuMicroseconds: cpu / answered, busy: cpu / 1e6 / seconds };
}

class Process implements AsyncDisposable {
  readonly #child: Bun.Subprocess;
  #heard: (report: Report) => void = () => {};

  constructor(contender: Contender, work: Work) {
    // The log goes where nobody reads it, written all the same.
    this.#child = Bun.spawn([...onCore(SERVER_CORE), process.execPath, PROGRAM, contender, work.name], {
      stdio: ["ignore", Bun.file("/dev/null"), "inherit"],
      ipc: (report: Report) => this.#heard(report),
    });
  }

  ask(order: Order): Promise<Report> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("a contender does not answer")), REPORT_WAIT_MS);
      this.#heard = (report) => {
        clearTimeout(timer);
        resolve(report);
      };
      this.#child.exited.then((code) => reject(new Error(`a contender ended with ${code}`)));
      this.#child.send(order);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill();
    await this.#child.exited;
  }
}
