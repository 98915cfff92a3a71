/** The thread in which slow emitters run, and both of its ends. */
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { emitters } from "./emit/index.ts";
import type { ContractModel, EmitOptions, Emitter } from "./model.ts";

export interface Job {
  readonly model: ContractModel;
  readonly options: EmitOptions;
}

/** File to its text, not formatted yet, for the emitters that are wanted. */
export async function emitAll(
  { model, options }: Job,
  wanted: (emitter: Emitter) => boolean,
): Promise<Map<string, string>> {
  const chosen = emitters.filter(wanted);
  const texts = await Promise.all(chosen.map(({ emit }) => emit(model, options)));
  return new Map(chosen.map(({ file }, index) => [file, texts[index]!]));
}

/** Starts the thread, which prepares its emitters at once. `run` gives it the contract and may be called once. */
export function startApart(): { run: (job: Job) => Promise<Map<string, string>>; stop: () => void } {
  const worker = new Worker(new URL(import.meta.url));
  const done = new Promise<Map<string, string>>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  // Whoever waits gets the error; nobody may be waiting yet when loading fails.
  done.catch(() => {});
  return {
    run: (job) => {
      worker.postMessage(job);
      return done;
    },
    stop: () => void worker.terminate(),
  };
}

const isSlow = ({ prepare }: Emitter) => prepare !== undefined;

if (!isMainThread) {
  parentPort!.once("message", async (job: Job) => parentPort!.postMessage(await emitAll(job, isSlow)));
  await Promise.all(emitters.map(({ prepare }) => prepare?.()));
}
