/** bun src/codegen/main.ts [--contract openapi.yaml] [--out generated] [--context #context] [--check] */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { changedFiles, hashOf, inputsOf, MANIFEST_FILE, type Manifest, readManifest, sameInputs } from "./manifest.ts";

const ROOT = resolve(import.meta.dir, "../..");

interface Options {
  contract: string;
  out: string;
  context: string;
  check: boolean;
}

function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      contract: { type: "string", default: join(ROOT, "openapi.yaml") },
      out: { type: "string", default: join(ROOT, "generated") },
      context: { type: "string", default: "#context" },
      check: { type: "boolean", default: false },
    },
  });
  return values;
}

/** Brings the folder up to date with the contract, or only says whether it is. The exit code. */
async function run({ contract, out, context, check }: Options): Promise<number> {
  const started = performance.now();
  const shown = relative(process.cwd(), resolve(out)) || ".";
  const inputs = inputsOf(ROOT, contract, context);
  const before = readManifest(out);
  if (before && sameInputs(before, inputs) && changedFiles(out, before).length === 0) {
    console.log(`${shown}/ is fresh (${seconds(started)})`);
    return 0;
  }
  // Imported only now: YAML, Ajv and TypeScript take longer to load than the check above takes in all.
  const { generate } = await import("./generate.ts");
  const generated = await generate(ROOT, contract, context);
  if ("faults" in generated) {
    for (const { file, line, column, sentence } of generated.faults) {
      console.error(`${relative(process.cwd(), resolve(file))}:${line}:${column} ${sentence}`);
    }
    return 1;
  }
  const files = withManifest(generated.files, inputs);
  const stale = [...files].filter(([file, text]) => current(out, file) !== text).map(([file]) => file);
  const orphans = Object.keys(before?.files ?? {}).filter(
    (file) => !files.has(file) && current(out, file) !== undefined,
  );
  if (check) return report(shown, before ? new Set(changedFiles(out, before)) : new Set(), [...stale, ...orphans]);
  write(out, files, stale, orphans);
  console.log(`${shown}/: wrote ${stale.length} of ${files.size} files (${seconds(started)})`);
  return 0;
}

function withManifest(files: ReadonlyMap<string, string>, inputs: Omit<Manifest, "files">): Map<string, string> {
  const hashes = Object.fromEntries([...files].map(([file, text]) => [file, hashOf(text)]));
  const manifest: Manifest = { ...inputs, files: hashes };
  return new Map([...files, [MANIFEST_FILE, `${JSON.stringify(manifest, null, 2)}\n`]]);
}

function current(out: string, file: string): string | undefined {
  try {
    return readFileSync(join(out, file), "utf8");
  } catch {
    return undefined;
  }
}

function report(shown: string, edited: ReadonlySet<string>, wrong: readonly string[]): number {
  for (const file of wrong) {
    const reason = edited.has(file) ? "was edited by hand, or is gone" : "is not what the contract says now";
    console.error(`${shown}/${file} ${reason}: run make generate.`);
  }
  return wrong.length > 0 ? 1 : 0;
}

function write(
  out: string,
  files: ReadonlyMap<string, string>,
  stale: readonly string[],
  orphans: readonly string[],
): void {
  for (const file of stale) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), files.get(file)!);
  }
  for (const file of orphans) rmSync(join(out, file));
}

const seconds = (started: number) => `${((performance.now() - started) / 1000).toFixed(2)} s`;

try {
  process.exit(await run(readOptions(process.argv.slice(2))));
} catch (error) {
  if (!String((error as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS")) throw error;
  console.error((error as Error).message);
  process.exit(2);
}
