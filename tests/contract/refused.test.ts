import { describe, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../../src/codegen/compile.ts";

const FOLDER = join(import.meta.dir, "refused");

describe("a refused contract", () => {
  for (const name of readdirSync(FOLDER).sort()) {
    test(`${name} has exactly the faults that its first lines name, with line, column and sentence`, () => {
      const file = join(FOLDER, name);
      const result = compile(file);
      const found = "faults" in result ? result.faults : [];
      expect(found.map(({ line, column, sentence }) => `${line}:${column} ${sentence}`)).toEqual(expectedOf(file));
      expect(found.every((fault) => fault.file === file)).toBe(true);
    });
  }

  test("tells several faults at once, in the order of the file", () => {
    const expected = expectedOf(join(FOLDER, "several-at-once.yaml"));
    expect(expected.length).toBeGreaterThan(4);
    const lines = expected.map((fault) => Number.parseInt(fault, 10));
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });
});

/** `# refused 12:7 sentence`, once for each fault, at the top of the file. */
function expectedOf(file: string): string[] {
  const marked = readFileSync(file, "utf8").matchAll(/^# refused (.+)$/gm);
  const expected = [...marked].map(([, fault]) => fault!);
  if (expected.length === 0) throw new Error(`${file} does not say what is refused in it`);
  return expected;
}
