/** make dev: the server on this machine, with a database and somebody to log in as, started again when a file changes. */
import { ConfigError, type Environment, readConfig } from "../config";
import { migrate } from "../db/migrate";
import { banner } from "./banner";
import { Changes } from "./changes";
import { ROOT, readEnvironment } from "./environment";
import { LocalLogin } from "./local-login";
import { explain, type Run, runAndExit, serverEnvironment } from "./runner";
import { readSeedPeople, seed } from "./seed";
import { Server } from "./server";

const PROFILES = ["development"] as const;
/** Of the files whose change made the server start again. */
const PATHS_SHOWN = 3;
const started = performance.now();

await runAndExit({ target: "dev", profiles: PROFILES, hint: "", serve });

async function serve(run: Run): Promise<number> {
  await seed(run.database.url);
  if (!(await generate())) console.error("The contract has faults: the server answers by the one before them.");
  using changes = await Changes.of(ROOT, run.signal);
  await using login = await LocalLogin.open(run);
  await start(run, login.addTo(serverEnvironment(run.environment, run)));
  const people = await readSeedPeople();
  if (run.server) console.log(banner(run, people, login, performance.now() - started));
  while (!run.signal.aborted) {
    const paths = await changes.next();
    if (paths.length > 0) await react(run, login, paths);
  }
  await run.server?.stop();
  return 0;
}

async function start(run: Run, environment: Environment): Promise<void> {
  const server = await Server.start(environment, run.dataDir, run.signal);
  run.server = server;
  const ended = () => {
    if (run.server !== server || run.signal.aborted) return;
    run.server = undefined;
    console.error("The server has ended. It starts again when a file changes.");
  };
  if (server) void server.exited.then(ended);
  else ended();
}

/** Whatever fails on the way is printed, and the server that runs goes on. */
async function react(run: Run, login: LocalLogin, paths: readonly string[]): Promise<void> {
  const since = performance.now();
  const touches = (...prefixes: string[]) => paths.some((path) => prefixes.some((prefix) => path.startsWith(prefix)));
  try {
    if (touches("openapi.yaml", "src/codegen/", "src/contract/") && !(await generate())) return;
    if (touches("db/migrations/")) console.log(await migrate(run.database.url));
    if (touches("db/seeds/")) await seed(run.database.url);
    const { INTERNAL_PORT } = run.environment;
    const given = { INTERNAL_PORT, ...(await readEnvironment(PROFILES)) };
    const environment = login.addTo(serverEnvironment(given, run));
    readConfig(environment);
    const before = run.server;
    run.server = undefined;
    await before?.stop();
    if (run.signal.aborted) return;
    await start(run, environment);
    if (run.server) console.log(`Reloaded in ${Math.round(performance.now() - since)} ms: ${named(paths)}`);
  } catch (error) {
    console.error(explain(error, error instanceof ConfigError ? "The server goes on with the settings before." : ""));
  }
}

/** Brings generated/ up to date, in a process of its own, which sees the compiler as it is now. False for a faulty contract. */
async function generate(): Promise<boolean> {
  const command = [process.execPath, "src/codegen/main.ts"];
  return (await Bun.spawn(command, { cwd: ROOT, stdin: "ignore", stdout: "ignore", stderr: "inherit" }).exited) === 0;
}

function named(paths: readonly string[]): string {
  const more = paths.length - PATHS_SHOWN;
  return paths.slice(0, PATHS_SHOWN).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
