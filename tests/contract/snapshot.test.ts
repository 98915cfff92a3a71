/** Whole outputs, to the byte: what the compiler makes of the fixture now is what stands beside it. */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { generate } from "../../src/codegen/generate.ts";

const ROOT = resolve(import.meta.dir, "../..");
const FIXTURE = join(import.meta.dir, "fixture");
const TIMEOUT_MS = 60_000;

test(
  "the outputs of the fixture are the committed ones; after a wanted change, write them anew as contract.yaml says",
  async () => {
    const generated = await generate(ROOT, join(FIXTURE, "contract.yaml"), "../context");
    if ("faults" in generated) throw new Error(JSON.stringify(generated.faults));
    const committed = [...generated.files.keys()].map(
      (file) => [file, read(join(FIXTURE, "generated", file))] as const,
    );
    expect(Object.fromEntries(generated.files)).toEqual(Object.fromEntries(committed));
  },
  TIMEOUT_MS,
);

const read = (path: string) => readFileSync(path, "utf8");
