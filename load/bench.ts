/**
 * bun load/bench.ts [--only list,read] [--rounds 5] [--seconds 1]: measures our pipeline against a server by hand, prints
 * a table and writes load/results/bench.json. docs/performance.md says how to read it. Exits 1 where a contender fails
 * or answers wrongly; a missed goal is a number like any other.
 */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createLog } from "#lib/log";
import { startEmbedded } from "../src/db/embedded";
import { openDatabase, type Seeded } from "./database";
import { measure, type Window } from "./measure";
import { pinMyself } from "./pinning";
import { machine, rowsOf, type Samples, tableOf } from "./report";
import { WORKS, type Work } from "./works";

const ROOT = resolve(import.meta.dir, "..");
const DATA_DIR = join(ROOT, ".data/bench");
const RESULTS = join(ROOT, "load/results");
const WARM_UP_SECONDS = 1;
const MAX_ROUNDS = 100;
const MAX_SECONDS = 60;

interface Options {
  readonly works: readonly Work[];
  readonly rounds: number;
  readonly window: Window;
}

try {
  await run(readOptions(process.argv.slice(2)));
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function run({ works, rounds, window }: Options): Promise<void> {
  console.log(pinMyself());
  const server = await startEmbedded({ dataDir: DATA_DIR, durable: false });
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void server.stop().finally(() => process.exit(130)));
  try {
    const seeded = await openDatabase(server, await createLog({ level: "warn", format: "json" }));
    const samples: Samples = new Map(works.map((work) => [work, new Map(work.contenders.map((one) => [one, []]))]));
    for (let round = 0; round < rounds; round++) {
      process.stdout.write(`round ${round + 1} of ${rounds}:`);
      for (const work of works) await measureAll(work, round, seeded, window, samples);
      process.stdout.write("\n");
    }
    await report(samples);
  } finally {
    await server.stop();
  }
}

/** Every contender once, each round in another order, so that none is always the one after another. */
async function measureAll(work: Work, round: number, seeded: Seeded, window: Window, samples: Samples): Promise<void> {
  process.stdout.write(` ${work.name}`);
  const { contenders } = work;
  const turn = round % contenders.length;
  const turned = [...contenders.slice(turn), ...contenders.slice(0, turn)];
  for (const contender of round % 2 === 0 ? turned : turned.reverse())
    samples
      .get(work)!
      .get(contender)!
      .push(await measure(work, contender, seeded, window));
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
      rounds: { type: "string", default: "5" },
      seconds: { type: "string", default: "1" },
    },
  });
  const works = values.only.split(",").map((name) => {
    const work = WORKS.find((one) => one.name === name);
    if (!work) throw new Error(`--only takes ${WORKS.map((one) => one.name).join()}, not "${name}".`);
    return work;
  });
  const seconds = within("--seconds", values.seconds, MAX_SECONDS);
  return {
    works,
    rounds: Math.ceil(within("--rounds", values.rounds, MAX_ROUNDS)),
    window: { warmUpSeconds: WARM_UP_SECONDS, measureSeconds: seconds },
  };
}

function within(name: string, text: string, maximum: number): number {
  const value = Number(text);
  if (!(value > 0 && value <= maximum)) throw new Error(`${name} is a number up to ${maximum}.`);
  return value;
}
