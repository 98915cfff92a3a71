/** The short form: the same cases every time. make fuzz draws more, and others each time. */
import { expect } from "bun:test";
import { walk } from "#generated/walk";
import { fuzz, type Pass } from "./fuzz";
import { unseen } from "./unseen";

const EXAMPLES = 10;
/** For each operation, so that every one is met some times. */
const SCENARIOS = 3;
/** On a machine that runs other tests too. */
export const TIMEOUT_MS = 300_000;

/** Fails where schemathesis finds something, or the pass proves too little. */
export async function fuzzShortly(caller: Pass["caller"]): Promise<void> {
  // What only refuses nobody does so before it reads more of the call: the long form alone tries all of it.
  const refusing = caller === "nobody" ? walk.filter(({ security }) => security.length > 0) : [];
  const scenarios = SCENARIOS * (walk.length - refusing.length);
  const withoutCoverage = refusing.map(({ id }) => id);
  const { report, faults, answers } = await fuzz({
    caller,
    examples: EXAMPLES,
    scenarios,
    withoutCoverage,
    seed: null,
  });
  if (faults.length > 0) console.error(report);
  expect(faults).toEqual([]);
  expect(unseen(caller, answers)).toEqual([]);
}
