/** Stops what still runs in the folders that `make clean` is about to remove. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { startEmbedded } from "../db/embedded";
import { ROOT } from "./environment";
import { lockDataDir, lockOwner } from "./lock";

for (const folder of [".data", ".data/test", ".data/e2e"]) {
  const dataDir = join(ROOT, folder);
  if (!existsSync(dataDir)) continue;
  if (!(await lockDataDir(dataDir))) {
    console.error(`Groundwork runs with ${folder} (process ${await lockOwner(dataDir)}). Stop that one first.`);
    process.exit(1);
  }
  if (!existsSync(join(dataDir, "postgres/postmaster.pid"))) continue;
  // It may be an orphan's or a stale file. Whatever does not start here does not run either.
  const server = await startEmbedded({ dataDir, durable: true }).catch(() => undefined);
  await server?.stop();
}
