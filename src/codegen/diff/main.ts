/** bun src/codegen/diff/main.ts [--base revision] [--ci] [--contract openapi.yaml]: what changed since the revision. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { compile } from "../compile.ts";
import type { ContractModel } from "../model.ts";
import { readSource, type Source } from "../source.ts";
import { type Base, chooseBase, readAt } from "./base.ts";
import { compareContracts } from "./contract.ts";
import { readExceptions } from "./exceptions.ts";
import { lineOf } from "./places.ts";
import { reportOf } from "./report.ts";

const EXCEPTIONS_FILE = ".contract-exceptions";

/** 0: nothing that nobody has reviewed. 1: something. 2: it cannot be said. */
type ExitCode = 0 | 1 | 2;

function run(contract: string, given: string, inCi: boolean): ExitCode {
  const base = chooseBase(dirname(contract), given, inCi);
  if (typeof base === "string") {
    console.error(base);
    return 2;
  }
  const before = compiledAt(base, contract);
  const after = compiled(contract, shown(contract));
  const read = readSource(contract);
  if (!before || !after || "faults" in read) return 2;
  return report(base, before, after, read.source);
}

/** Prints what changed, and beside it what is wrong with the exceptions. */
function report(base: Base, before: ContractModel, after: ContractModel, source: Source): ExitCode {
  const file = join(dirname(source.file), EXCEPTIONS_FILE);
  const { exceptions, refused } = readExceptions(existsSync(file) ? readFileSync(file, "utf8") : "");
  const placeOf = (words: readonly string[]) => `${shown(source.file)}:${lineOf(source, words)}`;
  const { lines, open, stale } = reportOf(compareContracts(before, after), exceptions, placeOf);
  for (const line of lines) console.log(line);
  const form = "write the change as it is printed, from its owner on, the day in brackets, the reason";
  for (const line of refused) console.error(`${shown(file)}:${line} This is not an exception: ${form}.`);
  for (const { line, id } of stale) {
    const advice = "leave it out once its change is released";
    console.error(`${shown(file)}:${line} This is stale, for nothing since ${base.name} is \`${id}\`: ${advice}.`);
  }
  if (open > 0) {
    const ways = `Undo what does, or write an exception for it into ${shown(file)}.`;
    console.error(`${open} of these would harm somebody who relies on ${base.name}. ${ways}`);
  }
  if (refused.length > 0) return 2;
  return open > 0 ? 1 : 0;
}

function compiledAt({ commit, name }: Base, contract: string): ContractModel | undefined {
  const text = readAt(commit, contract);
  if (text === undefined) {
    console.error(`There is no ${shown(contract)} at ${name}: compare with a later revision.`);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), "groundwork-contract-diff-"));
  try {
    const file = join(folder, basename(contract));
    writeFileSync(file, text);
    const model = compiled(file, `${name}:${shown(contract)}`);
    if (!model) console.error(`What ${name} says is refused by today's compiler: compare with a later revision.`);
    return model;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The contract, or its faults told under the name that it is shown by. */
function compiled(file: string, name: string): ContractModel | undefined {
  const result = compile(file);
  if ("model" in result) return result.model;
  for (const { line, column, sentence } of result.faults) console.error(`${name}:${line}:${column} ${sentence}`);
  return undefined;
}

const shown = (path: string) => relative(process.cwd(), path);

const { values } = parseArgs({
  options: {
    base: { type: "string", default: "" },
    ci: { type: "boolean", default: false },
    contract: { type: "string", default: resolve(import.meta.dir, "../../../openapi.yaml") },
  },
});
process.exit(run(resolve(values.contract), values.base, values.ci));
