/**
 * bun load/bench.ts [--only list,read] [--peers all|none|go,node,...] [--rounds 3] [--seconds 1]: measures our pipeline and
 * its peers against a server by hand, prints a table and writes load/results/bench.json. docs/performance.md says how to
 * read it. Exits 1 where a contender fails or answers otherwise than the server by hand; a missed goal is a number like
 * any other.
 */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createLog } from "#lib/log";
import { startEmbedded } from "../src/db/embedded";
import { answersOf, disagreements } from "./agreement";
import { type Contender, type Peer, peersNamed, programOf } from "./contenders";
import { openDatabase, type Seeded } from "./database";
import { install } from "./installation";
import { measure } from "./measure";
import { pinMyself } from "./pinning";
import { machine, rowsOf, type Samples, tableOf } from "./report";
import { Server } from "./server";
import { WORKS, type Work } from "./works";

const ROOT = resolve(import.meta.dir, "..");
const DATA_DIR = join(ROOT, ".data/bench");
const RESULTS = join(ROOT, "load/results");
/** Peers are measured in every second round, because there are many. */
const PEER_ROUNDS = 2;
const MAX_ROUNDS = 100;
const MAX_SECONDS = 60;

interface Options {
  readonly works: readonly Work[];
  readonly peers: readonly Peer[];
  readonly rounds: number;
  readonly seconds: number;
}

try {
  await run(readOptions(process.argv.slice(2)));
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function run({ works, peers, rounds, seconds }: Options): Promise<void> {
  await install(peers);
  console.log(pinMyself());
  const server = await startEmbedded({ dataDir: DATA_DIR, durable: false });
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void server.stop().finally(() => process.exit(130)));
  try {
    const seeded = await openDatabase(server, await createLog({ level: "warn", format: "json" }));
    await agree(works, seeded);
    const samples: Samples = new Map(works.map((work) => [work, new Map(work.contenders.map((one) => [one, []]))]));
    for (let round = 0; round < rounds; round++) {
      process.stdout.write(`round ${round + 1} of ${rounds}:`);
      for (const work of works) await measureAll(work, round, await seeded.renewed(), seconds, samples);
      process.stdout.write("\n");
    }
    await report(samples);
  } finally {
    await server.stop();
  }
}

/** Nobody is measured who does other work than the server by hand. */
async function agree(works: readonly Work[], seeded: Seeded): Promise<void> {
  const serving = works.filter(({ requests }) => requests).flatMap(({ contenders }) => contenders);
  const answers = async (contender: Contender) => {
    await using server = await Server.start(contender, seeded.setup);
    return await answersOf(server.port, await seeded.renewed()).catch((error) => {
      throw new Error(`${contender}: ${error}`);
    });
  };
  const reference = await answers("bare-bun");
  const others = new Set(serving.filter((contender) => contender !== "bare-bun again"));
  const wrong: string[] = [];
  for (const contender of others) wrong.push(...disagreements(contender, await answers(contender), reference));
  if (wrong.length > 0) throw new Error(`Not the same work:\n${wrong.join("\n")}`);
  console.log(`${others.size} servers give the same answers: ${[...others].join(", ")}.`);
}

/** Every contender once, each round in another order, so that none is always the one after another. */
async function measureAll(work: Work, round: number, seeded: Seeded, seconds: number, samples: Samples): Promise<void> {
  process.stdout.write(` ${work.name}`);
  const contenders = work.contenders.filter((one) => round % PEER_ROUNDS === 0 || !isPeer(work, one));
  const turn = round % contenders.length;
  const turned = [...contenders.slice(turn), ...contenders.slice(0, turn)];
  for (const contender of round % 2 === 0 ? turned : turned.reverse())
    samples
      .get(work)!
      .get(contender)!
      .push({ round, ...(await measure(work, contender, seeded, seconds)) });
}

/** Elysia's own check of a page runs in the process of ours, and needs nothing that peers do. */
function isPeer({ requests }: Work, contender: Contender): boolean {
  return requests !== undefined && programOf(contender).peer !== undefined;
}

async function report(samples: Samples): Promise<void> {
  const rows = rowsOf(samples);
  await mkdir(RESULTS, { recursive: true });
  const result = { machine: machine(), date: new Date().toISOString(), rows };
  await Bun.write(join(RESULTS, "bench.json"), `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\n${tableOf(rows)}\n\nWrote load/results/bench.json.`);
}

function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: "string", default: WORKS.map(({ name }) => name).join() },
      peers: { type: "string", default: "all" },
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "1" },
    },
  });
  const peers = peersNamed(values.peers);
  const isChosen = (work: Work, contender: Contender) =>
    !isPeer(work, contender) || peers.includes(programOf(contender).peer!);
  const works = values.only.split(",").map((name) => {
    const work = WORKS.find((one) => one.name === name);
    if (!work) throw new Error(`--only takes ${WORKS.map((one) => one.name).join()}, not "${name}".`);
    return { ...work, contenders: work.contenders.filter((contender) => isChosen(work, contender)) };
  });
  return {
    works,
    peers,
    rounds: Math.ceil(within("--rounds", values.rounds, MAX_ROUNDS)),
    seconds: within("--seconds", values.seconds, MAX_SECONDS),
  };
}

function within(name: string, text: string, maximum: number): number {
  const value = Number(text);
  if (!(value > 0 && value <= maximum)) throw new Error(`${name} is a number up to ${maximum}.`);
  return value;
}
