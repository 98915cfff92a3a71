/** The short form: the same cases every time. make fuzz draws more, and others each time. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { fuzz } from "./fuzz";
import { unseen } from "./unseen";

const SHORT = { examples: 10, scenarios: 40, seed: null };
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
