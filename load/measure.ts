/** One contender, started, warmed up, then measured for a moment. */
import { fileURLToPath } from "node:url";
import { type Load, probe, startLoad } from "./client";
import { type Contender, warmUpSecondsOf } from "./contenders";
import type { Seeded } from "./database";
import { onCore, SERVER_CORE } from "./pinning";
import { Server } from "./server";
import { environmentOf } from "./setup";
import type { Work } from "./works";

export interface Sample {
  /** By the clock on the wall. */
  readonly requestsPerSecond: number;
  /** What the server's process used of its core, system calls included, for each request. */
  readonly cpuMicroseconds: number;
  /** Share of the window in which it used its core. Below one, something else was the limit. */
  readonly busy: number;
}

const SPINNING = fileURLToPath(new URL("spinning.ts", import.meta.url));
/** Between two looks at the server. */
const LOOK_MS = 50;
/** What a window may take on the wall, for each second of the core. */
const PATIENCE = 10;

/** `seconds` of the server's core, which other programs cannot shorten: a busy machine makes the run longer. */
export async function measure(work: Work, contender: Contender, seeded: Seeded, seconds: number): Promise<Sample> {
  if (!work.requests) return spun(contender, seeded, seconds);
  await using server = await Server.start(contender, seeded.setup);
  const requests = await work.requests(seeded, server.port);
  const load = await startLoad(server.port, requests, await probe(server.port, requests));
  try {
    const before = await used(server, load, reading(server, load), warmUpSecondsOf(contender));
    return sampleOf(before, await used(server, load, before, seconds));
  } finally {
    load.stop();
  }
}

/** Waits until the server has used so much of its core, or as long as patience lasts. */
async function used(server: Server, load: Load, since: Reading, seconds: number): Promise<Reading> {
  for (;;) {
    await Promise.race([Bun.sleep(LOOK_MS), load.failed, server.failed]);
    const now = reading(server, load);
    if (now.cpuSeconds - since.cpuSeconds >= seconds) return now;
    if (now.at - since.at > seconds * 1000 * PATIENCE) return now;
  }
}

interface Reading {
  readonly at: number;
  readonly answered: number;
  readonly cpuSeconds: number;
}

const reading = (server: Server, { answered }: Load): Reading => ({
  at: performance.now(),
  answered,
  cpuSeconds: server.cpuSeconds(),
});

function sampleOf(before: Reading, after: Reading): Sample {
  const seconds = (after.at - before.at) / 1000;
  const answered = after.answered - before.answered;
  const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
  if (answered === 0) throw new Error("nothing was answered");
  return {
    requestsPerSecond: answered / seconds,
    cpuMicroseconds: (cpuSeconds * 1e6) / answered,
    busy: cpuSeconds / seconds,
  };
}

/** Where nothing goes over a socket, the process measures itself. */
async function spun(contender: Contender, { setup }: Seeded, seconds: number): Promise<Sample> {
  const args = [contender, String(warmUpSecondsOf(contender)), String(seconds)];
  const child = Bun.spawn([...onCore(SERVER_CORE), process.execPath, SPINNING, ...args], {
    env: { ...process.env, NODE_ENV: "production", ...environmentOf(setup, 0) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [text, code] = await Promise.all([child.stdout.text(), child.exited]);
  if (code !== 0) throw new Error(`${contender} ended with ${code}`);
  return JSON.parse(text);
}
