/** The server on one core, load and PostgreSQL on another, by taskset of util-linux. Other systems cannot pin. */
import { availableParallelism } from "node:os";

export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

const canPin = process.platform === "linux" && availableParallelism() > 1;

/** What a command starts with, so that it and its children run on this core. */
export const onCore = (core: number): string[] => (canPin ? ["taskset", "-c", String(core)] : []);

/** Moves this process, and what it starts from now on. Answers with a sentence for the reader of the numbers. */
export function pinMyself(): string {
  if (!canPin) return "Nothing is pinned to a core here, so these numbers are noisier than on Linux with two cores.";
  if (!Bun.which("taskset")) throw new Error("taskset is missing: apt-get install util-linux");
  const { exitCode, stderr } = Bun.spawnSync(["taskset", "-acp", String(LOAD_CORE), String(process.pid)]);
  if (exitCode !== 0) throw new Error(`taskset: ${stderr}`);
  return `The server runs on core ${SERVER_CORE}; load and PostgreSQL share core ${LOAD_CORE}.`;
}
