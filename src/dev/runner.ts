import { type Config, ConfigError, type Environment, type Profile, readConfig } from "../config";
import { migrate } from "../db/migrate";
import { freePort } from "../lib/machine";
import { type OpenDatabase, openDatabase } from "./database";
import { dataDirOf, readEnvironment } from "./environment";
import { lockDataDir, lockOwner } from "./lock";
import { requireFreePort } from "./port";
import { endOrphan, type Server } from "./server";
import { stopSignal } from "./stop";

export interface Run {
  readonly environment: Environment;
  readonly config: Config;
  readonly dataDir: string;
  readonly database: OpenDatabase;
  /** Aborted when everything is to stop. */
  readonly signal: AbortSignal;
  /** The server that runs now. A second Ctrl-C ends it without waiting for its requests. */
  server: Server | undefined;
}

export interface Runner {
  /** The make target, for messages. */
  readonly target: "dev" | "start";
  readonly profiles: readonly [Profile, ...Profile[]];
  /** What to add to the configuration's faults. */
  readonly hint: string;
  /** Runs until the signal is aborted or the server has ended for good. Answers with the exit code. */
  readonly serve: (run: Run) => Promise<number>;
}

/** Stands in for the address of the embedded PostgreSQL, which is not known before it runs. */
const EMBEDDED_URL = "postgres://localhost/embedded";

/** Checks what may be wrong, opens the database, serves, and gives everything back in reverse order. Ends the process. */
export async function runAndExit(runner: Runner): Promise<never> {
  let run: Run | undefined;
  const signal = stopSignal(() => run?.server?.kill());
  const exitCode = await (async () => {
    const environment = await withInternalPort(await readEnvironment(runner.profiles), runner);
    const { config } = readConfig({ DATABASE_URL: EMBEDDED_URL, ...environment });
    const dataDir = dataDirOf(environment);
    await using _lock = await requireLock(dataDir);
    await endOrphan(dataDir);
    await requireFreePort(config.host, config.port, runner.target);
    await using database = await openDatabase(environment);
    await migrate(database.url);
    run = { environment, config, dataDir, database, signal, server: undefined };
    return signal.aborted ? 0 : await runner.serve(run);
  })().catch((error) => {
    // Ctrl-C reaches the programs that were at work too, and their failure is what was asked for.
    if (signal.aborted) return 0;
    console.error(explain(error, runner.hint));
    return 1;
  });
  process.exit(exitCode);
}

/** A developer wants to see the metrics without choosing a port for them. */
async function withInternalPort(environment: Environment, { target }: Runner): Promise<Environment> {
  if (target !== "dev" || environment.INTERNAL_PORT !== undefined) return environment;
  return { ...environment, INTERNAL_PORT: String(await freePort()) };
}

/** What the server's process is given. */
export const serverEnvironment = (environment: Environment, { database }: Run): Environment => ({
  ...environment,
  DATABASE_URL: database.url,
});

async function requireLock(dataDir: string): Promise<AsyncDisposable> {
  const lock = await lockDataDir(dataDir);
  if (lock) return lock;
  throw new Error(
    `Groundwork runs with ${dataDir} already (process ${await lockOwner(dataDir)}). Stop that one, or set DATA_DIR and PORT to others.`,
  );
}

export function explain(error: unknown, hint = ""): string {
  if (error instanceof ConfigError) return [error.message, hint].filter(Boolean).join("\n");
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || String(error);
}
