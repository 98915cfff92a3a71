import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { parse } from "yaml";
import { toYaml } from "../../src/codegen/emit/yaml.ts";

/** Text that means something in YAML, or nearly. */
const SYMBOLS = [
  ..."-:#?!&*|>%@`'\"{}[], \n\t~=<./$_09aeEnNyY\\",
  ": ",
  " #",
  "- ",
  "\n\n",
  "null",
  "true",
  "0x",
  "---",
  "...",
  "é",
  "\u2028",
  "\u0000",
  "\u0085",
  "\ufeff",
  "😀",
];
const oddText = fc.array(fc.constantFrom(...SYMBOLS), { maxLength: 8 }).map((parts) => parts.join(""));
const json = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, oddText, fc.constantFrom(null, true, 0, -1.5, 1e21), tie("list"), tie("object")),
  list: fc.array(tie("value"), { maxLength: 3 }),
  object: fc.dictionary(
    oddText.filter((key) => key !== "__proto__"),
    tie("value"),
    { maxKeys: 3 },
  ),
})).object;

describe("the YAML that is written", () => {
  test("reads back as the same value", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(parse(toYaml(value))).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });

  test("keeps lines as lines, and quotes only what it must", () => {
    const value = {
      title: "A plain title",
      text: "One.\n\nTwo.\n",
      end: "- a\n- b",
      list: [{ a: 1, b: [] }, ["x"]],
      odd: "a: b",
      no: "no",
    };
    expect(toYaml(value)).toBe(
      'title: A plain title\ntext: |\n  One.\n\n  Two.\nend: |-\n  - a\n  - b\nlist:\n  - a: 1\n    b: []\n  - - x\nodd: "a: b"\n"no": "no"\n',
    );
  });
});
