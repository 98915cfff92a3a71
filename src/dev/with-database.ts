/**
 * bun src/dev/with-database.ts <program.ts> [arguments]: runs a program of ours with the DATABASE_URL that make dev would
 * use, and starts the embedded PostgreSQL for that long where it does not run. GROUNDWORK_ENV chooses other settings.
 */
import { openDatabase } from "./database";
import { dataDirOf, ROOT, readEnvironment } from "./environment";
import { lockDataDir } from "./lock";
import { explain } from "./runner";
import { aborted, stopSignal } from "./stop";

process.exit(
  await run(process.argv.slice(2)).catch((error) => {
    console.error(explain(error));
    return 1;
  }),
);

async function run(command: readonly string[]): Promise<number> {
  const signal = stopSignal(() => {});
  const environment = await readEnvironment(["development", "staging", "production"]);
  // Without the lock somebody else runs the database, and stops it.
  const lock = await lockDataDir(dataDirOf(environment));
  const database = await openDatabase(environment);
  try {
    const env = { ...environment, DATABASE_URL: database.url };
    const child = Bun.spawn([process.execPath, ...command], {
      cwd: ROOT,
      env,
      stdio: ["inherit", "inherit", "inherit"],
    });
    aborted(signal).then(() => child.kill());
    return await child.exited;
  } finally {
    if (lock) await database[Symbol.asyncDispose]();
    await lock?.[Symbol.asyncDispose]();
  }
}
