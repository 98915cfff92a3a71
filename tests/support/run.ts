/** bun tests/support/run.ts [flags of bun test]: all tests, several files at once, on one cluster that stands until the end. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { closeTestCluster, openTestDatabase } from "./database";
import { providePrograms } from "./programs";

/** More of them would wait for PostgreSQL, which needs cores too. */
const WORKERS_MAXIMUM = 4;
/** A test has five seconds where it runs alone. Here others take its cores, and a slow machine fails nothing. */
const TIMEOUT_MS = 60_000;

// Before the clock of a test runs. Where they cannot be had, the tests that need them say so.
providePrograms();
const database = await openTestDatabase();
const workers = Math.min(availableParallelism(), WORKERS_MAXIMUM);
// Of the files that take minutes, so that they begin first.
const timings = `--timings=${join(import.meta.dir, "timings.json")}`;
const options = [`--parallel=${workers}`, `--timeout=${TIMEOUT_MS}`, timings];
const command = [process.execPath, "test", ...options, ...process.argv.slice(2)];
const child = Bun.spawn(command, { stdio: ["ignore", "inherit", "inherit"] });
// Ctrl-C reaches the tests too, whose status is ours.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill());
const status = await child.exited;
await database.close();
await closeTestCluster();
process.exit(status);
