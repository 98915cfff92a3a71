/**
 * bun load/spinning.ts <elysia|groundwork> <warm-up seconds> <seconds>: pages become answers in a loop, without a socket,
 * for so much of the core. Prints a Sample; its environment says the rest (setup.ts).
 */
import { createLog } from "#lib/log";
import { type Answering, samplePages } from "./answering";
import type { Sample } from "./measure";
import { type Environment, setupIn } from "./setup";

/** Answers in a row between two looks at the clock. */
const STEP = 50;

const [program, warmUpSeconds, seconds] = process.argv.slice(2);
const answer = await answering();
const pages = samplePages();
let turn = 0;

await spin(Number(warmUpSeconds));
console.log(JSON.stringify(await spin(Number(seconds))));
process.exit(0);

/** Each loads its own program and no other. */
async function answering(): Promise<Answering> {
  if (program === "elysia") return (await import("./elysia")).elysiaAnswers();
  const { groundworkAnswers } = await import("./checked-answers");
  const setup = setupIn(process.env as unknown as Environment);
  return groundworkAnswers(setup, await createLog({ level: "warn", format: "json" }));
}

async function spin(limitSeconds: number): Promise<Sample> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  let answered = 0;
  let cpuMicroseconds = 0;
  while (cpuMicroseconds < limitSeconds * 1e6) {
    for (let i = 0; i < STEP; i++) {
      const { status } = await answer(pages[turn++ % pages.length]);
      if (status !== 200) throw new Error(`the page was answered ${status}`);
    }
    answered += STEP;
    const { user, system } = process.cpuUsage(before);
    cpuMicroseconds = user + system;
  }
  const elapsedSeconds = (performance.now() - began) / 1000;
  return {
    requestsPerSecond: answered / elapsedSeconds,
    cpuMicroseconds: cpuMicroseconds / answered,
    busy: cpuMicroseconds / 1e6 / elapsedSeconds,
  };
}
