import { compareContracts } from "../../src/codegen/diff/contract.ts";
import { textOf } from "../../src/codegen/diff/report.ts";
import { type Json, modelOf } from "./small.ts";

/** What the gate prints, but for the places in the file, when one contract becomes another. */
export const differences = (before: Json, after: Json): string[] =>
  compareContracts(modelOf(before), modelOf(after)).map(textOf);
