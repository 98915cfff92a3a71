/**
 * make fuzz: the long form. bun tests/fuzz/main.ts [--examples=500] [--seed=1]: both passes, with a seed that is printed,
 * so that a run can be repeated. Exits 1 when anything was found.
 */
import { parseArgs } from "node:util";
import { closeTestCluster } from "../support/database";
import { fuzz, type Outcome, type Pass } from "./fuzz";
import { unseen } from "./unseen";

const SEED_MAX = 2 ** 31;
const { values } = parseArgs({ options: { examples: { type: "string" }, seed: { type: "string" } } });
const examples = whole("examples", values.examples, 500);
const seed = whole("seed", values.seed, crypto.getRandomValues(new Uint32Array(1))[0]! % SEED_MAX);

console.log(
  `${examples} examples for each operation. To repeat it: make fuzz FUZZ_EXAMPLES=${examples} FUZZ_SEED=${seed}`,
);
let found = 0;
for (const caller of ["nobody", "person"] as const)
  found += report(caller, await fuzz({ caller, examples, scenarios: examples, withoutCoverage: [], seed, live: true }));
await closeTestCluster();
process.exit(found === 0 ? 0 : 1);

function report(caller: Pass["caller"], outcome: Outcome): number {
  for (const [operation, statuses] of Object.entries(outcome.answers).sort())
    console.log(
      `  ${operation.padEnd(20)} ${Object.entries(statuses)
        .map(([status, count]) => `${status}: ${count}`)
        .join(", ")}`,
    );
  const faults = [...outcome.faults, ...unseen(caller, outcome.answers)];
  for (const fault of faults) console.error(fault);
  console.log(`As ${caller}: ${faults.length === 0 ? "no failure" : `${faults.length} failures`}.`);
  return faults.length;
}

function whole(name: string, text: string | undefined, fallback: number): number {
  if (!text) return fallback;
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  console.error(`--${name} is a whole number from 1 on.`);
  process.exit(2);
}
