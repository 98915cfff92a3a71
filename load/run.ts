/**
 * bun load/run.ts [--only smoke,lists] [--minutes 10] [--events 1000000] [--serve]: starts the product with production settings on a seeded
 * database and runs the load tests against it, by k6 where it is installed. Writes load/results/load-test.html and .json,
 * and exits 1 where a threshold was crossed. docs/load-tests.md says what each script proves.
 */
import { mkdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../src/dev/environment";
import { aborted, stopSignal } from "../src/dev/stop";
import { openProduct, type Product } from "./load-test/product";
import { CROSSED, findProgram, HELD, type Program, runScript } from "./load-test/program";
import { reportOf } from "./load-test/report";
import { isHeld, resultOf, type ScriptResult } from "./load-test/results";
import { isScript, SCRIPTS, type ScriptName, SHORT_SET } from "./load-test/scripts";
import { crossedOf, tableOf } from "./load-test/table";
import { machine } from "./report";

const RESULTS = join(ROOT, "load/results");
const PARTS = join(RESULTS, "load-test");
const MINUTES_MAXIMUM = 24 * 60;
const EVENTS_MAXIMUM = 10_000_000;
const INTERRUPTED = 130;

interface Options {
  readonly scripts: readonly ScriptName[];
  /** Of the soak. */
  readonly minutes: number;
  /** In the log of the large organization. */
  readonly events: number;
  /** Only serve, so that scripts can be run by hand. */
  readonly serve: boolean;
}

const stop = stopSignal(() => process.exit(INTERRUPTED));
try {
  const held = await run(readOptions(process.argv.slice(2)), stop);
  process.exit(stop.aborted ? INTERRUPTED : held ? 0 : 1);
} catch (error) {
  if (!stop.aborted) console.error(error instanceof Error ? error.message : error);
  process.exit(stop.aborted ? INTERRUPTED : 1);
}

/** Whether everything held. */
async function run({ scripts, minutes, events, serve }: Options, signal: AbortSignal): Promise<boolean> {
  const program = findProgram();
  console.log(`Load is sent by ${program.words}.`);
  await rm(PARTS, { recursive: true, force: true });
  await mkdir(PARTS, { recursive: true });
  const began = performance.now();
  const log = join(PARTS, "server.log");
  await using product = await openProduct({ events, log, signal });
  if (!product) return false;
  const ended = AbortSignal.any([signal, product.gone]);
  console.log(
    `The product serves ${product.origin} with production settings, ${secondsSince(began)} s after the start.`,
  );
  await Bun.write(join(PARTS, "seed.json"), JSON.stringify(product.seed));
  const results: ScriptResult[] = [];
  if (serve) await serveUntil(ended, product, program);
  else
    for (const script of scripts) {
      const result = await runOne(program, script, { ...environmentOf(product), MINUTES: String(minutes) }, ended);
      if (ended.aborted) break;
      results.push(result);
    }
  if (signal.aborted) return false;
  if (product.gone.aborted)
    throw new Error(`The product ended by itself. Its last words are in ${relative(ROOT, log)}.`);
  await report(program, results);
  console.log(`All of it took ${secondsSince(began)} s.`);
  return results.every(isHeld);
}

function environmentOf({ origin, metricsUrl }: Product) {
  return { BASE_URL: origin, METRICS_URL: metricsUrl, SEED: join(PARTS, "seed.json") };
}

async function serveUntil(signal: AbortSignal, product: Product, { command }: Program): Promise<void> {
  const variables = Object.entries(environmentOf(product)).map(([name, value]) => `-e ${name}=${value}`);
  console.log(
    `Run a script with:\n  ${[...command, "run", ...variables, "load/smoke.js"].join(" ")}\nCtrl-C stops it.`,
  );
  await aborted(signal);
}

async function runOne(
  program: Program,
  script: ScriptName,
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<ScriptResult> {
  const [samples, summary, log] = ["samples.json.gz", "summary.json", "log"].map((end) =>
    join(PARTS, `${script}.${end}`),
  );
  process.stdout.write(`${script}: `);
  const began = performance.now();
  const exitCode = await runScript(program, {
    script,
    env: { ...env, SUMMARY: summary! },
    samples: samples!,
    log: log!,
    signal,
  });
  const seconds = (performance.now() - began) / 1000;
  if (exitCode !== HELD && exitCode !== CROSSED && !signal.aborted) console.log(`\n${await Bun.file(log!).text()}`);
  const result = await resultOf({ script, seconds, exitCode, samples: samples!, summary: summary! });
  if (!signal.aborted) console.log(`${seconds.toFixed(1)} s, ${isHeld(result) ? "held" : "FAILED"}`);
  return result;
}

async function report(program: Program, results: readonly ScriptResult[]): Promise<void> {
  const run = { machine: machine(), date: new Date().toISOString(), program: program.name, words: program.words };
  const [page, data] = [join(RESULTS, "load-test.html"), join(RESULTS, "load-test.json")];
  await Bun.write(data, `${JSON.stringify({ ...run, results }, null, 2)}\n`);
  await Bun.write(page, reportOf(run, results));
  const crossed = crossedOf(results);
  console.log(`\n${tableOf(results)}\n`);
  if (crossed.length > 0) console.log(`Crossed:\n${crossed.map((line) => `  ${line}`).join("\n")}\n`);
  console.log(`Sent by ${program.words}. Wrote ${[page, data].map((path) => relative(ROOT, path)).join(" and ")}.`);
}

function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}

function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: "string", default: SHORT_SET.join() },
      minutes: { type: "string", default: "10" },
      events: { type: "string", default: "1000000" },
      serve: { type: "boolean", default: false },
    },
  });
  const scripts = values.only.split(",").map((name) => {
    if (!isScript(name)) throw new Error(`--only takes ${SCRIPTS.join()}, not "${name}".`);
    return name;
  });
  return {
    scripts,
    minutes: within("--minutes", values.minutes, MINUTES_MAXIMUM),
    events: Math.ceil(within("--events", values.events, EVENTS_MAXIMUM)),
    serve: values.serve,
  };
}

function within(name: string, text: string, maximum: number): number {
  const value = Number(text);
  if (!(value > 0 && value <= maximum)) throw new Error(`${name} is a number up to ${maximum}.`);
  return value;
}
