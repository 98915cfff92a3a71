/** Who may call what: every operation of the public listener as everybody, by nothing but the contract. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { walk } from "#generated/walk";
import { callersOf } from "./callers";
import { expected, policyOf } from "./expected";
import { Matrix } from "./matrix";

/** An operation takes some forty calls, and the machine may do other things too. */
setDefaultTimeout(30_000);

const matrix = await Matrix.open();
const operations = walk.filter(({ id }) => policyOf(id).listener !== "internal");

test("every way into an operation asks for a scope", () => {
  const open = operations.filter(({ security }) => security.some((way) => Object.values(way).flat().length === 0));
  expect(open.map(({ id }) => id)).toEqual([]);
});

test("somebody is expected to pass, and somebody to be refused in each way", () => {
  const all = operations.flatMap((operation) => callersOf(operation).map((caller) => expected(operation, caller)));
  const ways = ["passes", "unauthenticated", "forbidden", "not_found", "reauthentication_required"];
  expect([...new Set<string>(all)].sort()).toEqual(ways.sort());
});

test.each(operations)("$id", async (operation) => {
  expect(await matrix.findings(operation)).toEqual([]);
});
