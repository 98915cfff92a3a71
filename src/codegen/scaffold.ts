/**
 * bun src/codegen/scaffold.ts: a handler and a test for each operation that has none yet. Never changes what somebody
 * wrote: a handler is added at the end of its module's handlers.ts, and found by its export wherever it stands.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { compile } from "./compile.ts";
import { pascal } from "./emit/text.ts";
import type { OperationModel } from "./model.ts";

/** Writes into the folders below `root`. The files that were written or added to, relative to it. */
export function scaffold(root: string, operations: readonly OperationModel[]): string[] {
  const handled = exportedHandlers(root);
  const written = new Set<string>();
  for (const operation of operations) {
    if (!handled.has(operation.id)) for (const file of writeHandler(root, operation)) written.add(file);
    const test = writeTest(root, operation);
    if (test) written.add(test);
  }
  return [...written];
}

const MODULES = "src/modules";
const INDEX = `${MODULES}/index.ts`;

function exportedHandlers(root: string): Set<string> {
  const folder = join(root, MODULES);
  const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, "handlers.ts")) : [];
  const texts = files.filter(existsSync).map((file) => readFileSync(file, "utf8"));
  return new Set(texts.flatMap((text) => [...text.matchAll(EXPORTED)].map(([, name]) => name!)));
}

const EXPORTED = /^export (?:const|(?:async )?function) (\w+)/gm;
const HANDLERS_IMPORT = 'import type { Handlers } from "#generated/handlers";\n';

/** In the module that has the name of the operation's tag. */
function writeHandler(root: string, operation: OperationModel): string[] {
  const folder = folderOf(operation);
  const file = `${MODULES}/${folder}/handlers.ts`;
  const before = existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : HANDLERS_IMPORT;
  const imported = before.includes('"#generated/handlers"') ? before : `${HANDLERS_IMPORT}${before}`;
  write(root, file, `${imported}\n${handlerText(operation)}`);
  return wire(root, folder) ? [file, INDEX] : [file];
}

/** "Audit log" is src/modules/audit-log. */
const folderOf = ({ tags: [tag] }: OperationModel) => (tag ?? "service").toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** It compiles, so that everything else can be tried; its test fails until it does what its name says. */
const handlerText = ({ id, method, path, summary }: OperationModel) => `/** ${method} ${path}: ${summary} */
export const ${id}: Handlers["${id}"] = () => {
  throw new Error("${id} is not written yet.");
};
`;

/** Adds a new module to the one map of handlers. */
function wire(root: string, folder: string): boolean {
  const from = `"./${folder}/handlers"`;
  const text = readFileSync(join(root, INDEX), "utf8");
  if (text.includes(from)) return false;
  const name = pascal(folder).replace(/^./, (first) => first.toLowerCase());
  const wired = text
    .replace(/(import \* as [^\n]*\n)(?!import)/, `$1import * as ${name} from ${from};\n`)
    .replace(/(export const handlers = \{[^}]*?,\n)\}/, `$1  ...${name},\n}`);
  if (!wired.includes(from) || !wired.includes(`...${name}`))
    throw new Error(`${INDEX} has no map to add ${folder} to.`);
  write(root, INDEX, wired);
  return true;
}

function writeTest(root: string, operation: OperationModel): string | undefined {
  const file = `tests/http/${operation.id}.test.ts`;
  if (existsSync(join(root, file))) return undefined;
  write(root, file, testText(operation));
  return file;
}

/** A case for each answer and for each problem that the operation names itself. The matrix walks the others. */
function testText({ id, answers, problems }: OperationModel): string {
  const cases = [...answers.map(({ status }) => String(status)), ...problems].map(
    (name) => `
describe("${name}", () => {
  test("somebody says here what is guaranteed", () => {
    expect.unreachable("${id}, ${name}: no test is written yet.");
  });
});
`,
  );
  return `import { describe, expect, test } from "bun:test";\n${cases.join("")}`;
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function run(root: string): number {
  const compiled = compile(join(root, "openapi.yaml"));
  if ("faults" in compiled) {
    for (const { line, column, sentence } of compiled.faults)
      console.error(`openapi.yaml:${line}:${column} ${sentence}`);
    return 1;
  }
  const files = scaffold(root, compiled.model.operations);
  for (const file of files) console.log(`wrote ${file}`);
  if (files.length === 0) console.log("every operation has its handler and its test");
  return 0;
}

if (import.meta.main) process.exit(run(resolve(import.meta.dir, "../..")));
