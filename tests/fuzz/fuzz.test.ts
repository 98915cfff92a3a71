/** The short form: the same cases every time. make fuzz draws more, and others each time. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { walk } from "#generated/walk";
import { fuzz } from "./fuzz";
import { unseen } from "./unseen";

/** As many chains of calls as it takes to meet every operation some times. */
const SHORT = { examples: 10, scenarios: 3 * walk.length, seed: null };
setDefaultTimeout(180_000);

test.each(["nobody", "person"] as const)(
  "schemathesis finds nothing wrong as %s, in any phase by any check",
  async (caller) => {
    const { report, faults, answers } = await fuzz({ caller, ...SHORT });
    if (faults.length > 0) console.error(report);
    expect(faults).toEqual([]);
    expect(unseen(caller, answers)).toEqual([]);
  },
);
