/** One pass of schemathesis over the real server on a database of its own, and what the server has to say of it. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { walk } from "#generated/walk";
import { freePort } from "#lib/machine";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { readLog, type Said } from "./log";

export interface Pass {
  readonly caller: "nobody" | "person";
  /** Cases for each operation in the fuzzing phase. */
  readonly examples: number;
  /** Chains of calls in the stateful phase. */
  readonly scenarios: number;
  /** The ids of operations that the systematic phase leaves out. */
  readonly withoutCoverage: readonly string[];
  /** Null for the same cases every time. */
  readonly seed: number | null;
  /** Shows what schemathesis writes while it writes, instead of keeping it. */
  readonly live?: boolean;
}

export interface Outcome {
  /** What schemathesis wrote. */
  readonly report: string;
  /** Sentences; none is good. */
  readonly faults: readonly string[];
  /** By operation, how often the server answered with each status. */
  readonly answers: Said["answers"];
}

const ROOT = resolve(import.meta.dir, "../..");
const PROGRAM = join(ROOT, ".tools/schemathesis/bin/schemathesis");
const CONFIG = join(import.meta.dir, "schemathesis.toml");
const HOOKS = join(import.meta.dir, "hooks.py");
const START_WAIT_MS = 30_000;
/** Far more than the long form takes. */
const PASS_MAX_MS = 60 * 60_000;

export async function fuzz(pass: Pass): Promise<Outcome> {
  if (!existsSync(PROGRAM))
    throw new Error("schemathesis is not installed: run make test or make fuzz, which install it.");
  const database = await openTestDatabase();
  try {
    const server = await serve(database.url);
    await registerAda(server.origin, database);
    const folder = await mkdtemp(join(tmpdir(), "fuzz-"));
    try {
      const { report, exitCode } = await attack(pass, server.origin, folder);
      const faults = exitCode === 0 ? [] : [`schemathesis ended with ${exitCode}.`];
      if (!(await isReady(server.origin))) faults.push("The server does not answer any more.");
      const said = await server.stop();
      return { report, faults: [...faults, ...said.faults], answers: said.answers };
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
    }
  } finally {
    await database.close();
  }
}

/** The person of the contract's examples, whose address counts as verified. */
async function registerAda(origin: string, database: TestDatabase): Promise<void> {
  const body = JSON.stringify(walk.find(({ id }) => id === "createUser")?.bodies[0]?.examples[0]?.value);
  const headers = { "Content-Type": "application/json" };
  const { status } = await fetch(`${origin}/users`, { method: "POST", headers, body });
  if (status !== 202) throw new Error(`the person of the examples could not register: ${status}`);
  const sql = database.connect({ max: 1 });
  await sql`update users set email_verified_at = created_at`;
  await sql.end();
}

async function attack(pass: Pass, origin: string, folder: string) {
  const { caller, examples, seed, live } = pass;
  const config = join(folder, "schemathesis.toml");
  await Bun.write(config, `${await Bun.file(CONFIG).text()}${scopeOf(pass)}`);
  // By its address, schemathesis would leave out the operation that serves it.
  const contract = join(folder, "openapi.json");
  const published = (await (await fetch(`${origin}/openapi.json`)).json()) as Published;
  await Bun.write(contract, JSON.stringify(forCallers(published)));
  const draw = seed === null ? ["--generation-deterministic"] : ["--generation-database=none", `--seed=${seed}`];
  const child = Bun.spawn(
    [
      PROGRAM,
      `--config-file=${config}`,
      "run",
      contract,
      `--url=${origin}`,
      `--max-examples=${examples}`,
      "--no-color",
      // As from a page of ours, so that cookies count.
      ...(caller === "person" ? ["--header=Sec-Fetch-Site: same-origin"] : []),
      ...draw,
    ],
    {
      cwd: folder,
      env: { ...process.env, SCHEMATHESIS_HOOKS: HOOKS, FUZZ_ORIGIN: origin, FUZZ_CALLER: caller },
      timeout: PASS_MAX_MS,
      stdin: "ignore",
      stdout: live ? "inherit" : "pipe",
      stderr: live ? "inherit" : "pipe",
    },
  );
  const written = await Promise.all([child.stdout?.text(), child.stderr?.text()]);
  return { report: written.join(""), exitCode: await child.exited };
}

/** In the words of schemathesis.toml. */
function scopeOf({ scenarios, withoutCoverage }: Pass): string {
  const chains = `\n[phases.stateful.generation]\nmax-examples = ${scenarios}\n`;
  if (withoutCoverage.length === 0) return chains;
  return `${chains}\n[[operations]]\ninclude-operation-id = ${JSON.stringify(withoutCoverage)}\nphases.coverage.enabled = false\n`;
}

interface Published {
  paths: Record<string, Record<string, { "x-internal"?: boolean }>>;
}

/** Less what only the internal listener has. */
function forCallers(published: Published): Published {
  for (const methods of Object.values(published.paths))
    for (const [method, operation] of Object.entries(methods)) if (operation["x-internal"]) delete methods[method];
  return published;
}

/** src/main.ts in a process that ends with this one. */
async function serve(databaseUrl: string) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = Bun.spawn([process.execPath, "--preload", join(ROOT, "src/dev/leash.ts"), join(ROOT, "src/main.ts")], {
    env: {
      GROUNDWORK_ENV: "development",
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      SECRET: "a secret that only the fuzz runs know of",
      RATE_LIMIT_SCALE: "100000",
      LOG_LEVEL: "info",
    },
    stdin: "pipe",
    stdout: "pipe",
    stderr: "pipe",
  });
  const written = Promise.all([child.stdout.text(), child.stderr.text()]);
  const stop = async (): Promise<Said> => {
    child.kill("SIGTERM");
    const exitCode = await child.exited;
    const [log, errors] = await written;
    const said = readLog(log);
    if (exitCode !== 0) said.faults.push(`The server ended with ${exitCode}.`);
    if (errors !== "") said.faults.push(`The server wrote to its standard error: ${errors}`);
    return said;
  };
  const overdue = AbortSignal.timeout(START_WAIT_MS);
  while (child.exitCode === null && !overdue.aborted) if (await isReady(origin)) return { origin, stop };
  child.kill("SIGKILL");
  throw new Error(`The server does not start:\n${(await written).join("\n")}`);
}

const isReady = (origin: string): Promise<boolean> =>
  fetch(`${origin}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
