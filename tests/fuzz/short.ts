/** The short form: the same cases every time. make fuzz draws more, and others each time. */
import { expect } from "bun:test";
import { walk } from "#generated/walk";
import { fuzz, type Pass } from "./fuzz";
import { unseen } from "./unseen";

/** As many chains of calls as it takes to meet every operation some times. */
const SHORT = { examples: 10, scenarios: 3 * walk.length, seed: null };
/** On a machine that runs other tests too. */
export const TIMEOUT_MS = 300_000;

/** Fails where schemathesis finds something, or the pass proves too little. */
export async function fuzzShortly(caller: Pass["caller"]): Promise<void> {
  const { report, faults, answers } = await fuzz({ caller, ...SHORT });
  if (faults.length > 0) console.error(report);
  expect(faults).toEqual([]);
  expect(unseen(caller, answers)).toEqual([]);
}
