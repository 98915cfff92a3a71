/** bun load/contender.ts <contender> <work>: one server, or one loop, which the benchmark starts and asks over IPC. */
import { createLog, type Log } from "#lib/log";
import type { Answering } from "./answering";
import type { Setup } from "./setup";
import type { Contender } from "./works";

/** What the benchmark says, and what it is answered. */
export type Order = { setup: Setup } | { spin: number } | "usage";
export type Report = { port: number } | { answered: number } | { cpuMicroseconds: number };

/** Answers in a row between two looks at the clock. */
const SPIN_STEP = 50;

const [contender, work] = process.argv.slice(2) as [Contender, string];
let answer: (() => Promise<void>) | undefined;

process.on("disconnect", () => process.exit());
process.on("message", async (order: Order) => {
  const report = order === "usage" ? usage() : "spin" in order ? await spin(order.spin) : await start(order.setup);
  process.send!(report satisfies Report);
});

const usage = () => {
  const { user, system } = process.cpuUsage();
  return { cpuMicroseconds: user + system };
};

async function start(setup: Setup): Promise<{ port: number }> {
  const log = await createLog({ level: "info", format: "json" });
  if (work === "answer") {
    const respond = await answeringOf(setup, log);
    const { samplePages } = await import("./answering");
    const pages = samplePages();
    let turn = 0;
    answer = async () => {
      const response = await respond(pages[turn++ % pages.length]);
      if (response.status !== 200) throw new Error(`the page was answered ${response.status}`);
    };
    return { port: 0 };
  }
  if (contender === "groundwork") {
    const { serve } = await import("./groundwork");
    return { port: (await serve(setup, log)).port };
  }
  const { serve } = await import("./bare");
  return { port: (await serve(setup, { remember: contender === "bare-bun remembering tokens" })).port };
}

/** Each loads its own program and no other. */
async function answeringOf(setup: Setup, log: Log): Promise<Answering> {
  if (contender === "elysia") return (await import("./elysia")).elysiaAnswers();
  return (await import("./checked-answers")).groundworkAnswers(setup, log);
}

/** Answers in a loop until so much of the core is used. */
async function spin(seconds: number): Promise<{ answered: number }> {
  const { cpuMicroseconds } = usage();
  let answered = 0;
  while (usage().cpuMicroseconds - cpuMicroseconds < seconds * 1e6) {
    for (let i = 0; i < SPIN_STEP; i++) await answer!();
    answered += SPIN_STEP;
  }
  return { answered };
}
