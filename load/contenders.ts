/** Who is measured: a program each, which its environment tells what to serve and where (setup.ts). */
import { join, resolve } from "node:path";

/** Each in its folder of load/peers, with the runtime that it needs. */
export const PEERS = {
  hono: "bun",
  elysia: "bun",
  fastify: "node",
  express: "node",
  go: "go",
  fastapi: "python",
} as const;

export type Peer = keyof typeof PEERS;

interface Program {
  readonly command: readonly string[];
  /** Of its core, until it is as fast as it gets: JIT_WARM_UP_SECONDS unless given. */
  readonly warmUpSeconds?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Absent where nothing has to be installed. */
  readonly peer?: Peer;
}

export const PEERS_FOLDER = join(import.meta.dir, "peers");
/** What is built or installed for those that package managers of JavaScript know nothing of. */
export const BUILT_FOLDER = resolve(import.meta.dir, "../.tools/peers");

const ours = (...args: string[]): Program => ({
  command: [process.execPath, join(import.meta.dir, "contender.ts"), ...args],
});

const script = (runtime: string, peer: Peer, environment = {}): Program => ({
  command: [runtime, join(PEERS_FOLDER, peer, "server.js")],
  environment,
  peer,
});

/** Node needs most of it, Bun a second or two. */
const JIT_WARM_UP_SECONDS = 3;
/** For connections and caches. */
const WARM_UP_SECONDS = 1;

/** "again" is the same program a second time, which shows the noise. */
export const PROGRAMS = {
  "bare-bun": ours("bare"),
  "bare-bun again": ours("bare"),
  "bare-bun remembering tokens": ours("bare", "remember"),
  "bare-bun with Bun.sql": ours("bare", "bun-sql"),
  groundwork: ours("groundwork"),
  hono: script(process.execPath, "hono"),
  elysia: script(process.execPath, "elysia"),
  "elysia with schema": script(process.execPath, "elysia", { RESPONSE_SCHEMA: "on" }),
  fastify: script("node", "fastify"),
  express: script("node", "express"),
  // More threads than it has cores would only change places.
  go: {
    command: [join(BUILT_FOLDER, "go")],
    environment: { GOMAXPROCS: "1" },
    warmUpSeconds: WARM_UP_SECONDS,
    peer: "go",
  },
  fastapi: {
    command: [join(BUILT_FOLDER, "fastapi/bin/python"), join(PEERS_FOLDER, "fastapi/server.py")],
    warmUpSeconds: WARM_UP_SECONDS,
    peer: "fastapi",
  },
} as const satisfies Record<string, Program>;

export type Contender = keyof typeof PROGRAMS;

export const programOf = (contender: Contender): Program => PROGRAMS[contender];

export const warmUpSecondsOf = (contender: Contender): number =>
  programOf(contender).warmUpSeconds ?? JIT_WARM_UP_SECONDS;

/** Names of peers and of their runtimes, "all" or "none". */
export function peersNamed(text: string): Peer[] {
  const all = Object.keys(PEERS) as Peer[];
  if (text === "all") return all;
  const names = text === "none" ? [] : text.split(",");
  const known = new Set<string>([...all, ...Object.values(PEERS)]);
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new Error(`--peers takes all, none or some of ${[...known].join()}, not "${unknown}".`);
  return all.filter((peer) => names.includes(peer) || names.includes(PEERS[peer]));
}
