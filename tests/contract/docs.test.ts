import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { formats } from "#contract/formats";
import { pipelineProblems } from "#contract/problem";
import { INTEGER_FORMATS, NUMBER_FORMATS, STRING_FORMATS } from "../../src/codegen/formats.ts";
import policySchema from "../../src/codegen/policy.schema.json";
import { OUTSIDE_THE_PROFILE } from "../../src/codegen/schema-words.ts";

const text = readFileSync(resolve(import.meta.dir, "../../docs/contract.md"), "utf8");

const parts = policySchema.$defs.policy.properties.cache.properties;

/** The cells of each row of the tables in one section, by the first cell without its backticks. */
function rows(heading: string): string[][] {
  const start = text.indexOf(`# ${heading}\n`);
  const section = text.slice(start, text.indexOf("\n#", start + 1));
  const lines = section.split("\n").filter((line) => /^\| `|^\| \d/.test(line));
  return lines.map((line) =>
    line
      .slice(2, -2)
      .split(" | ")
      .map((cell) => cell.replaceAll("`", "").trim()),
  );
}

describe("docs/contract.md", () => {
  test("has exactly the policy words of policy.schema.json, in its order", () => {
    expect(rows("x-policy").map(([word]) => word)).toEqual(Object.keys(policySchema.$defs.policy.properties));
  });

  test("has exactly the parts of a cache", () => {
    expect(new Set(rows("x-policy.cache").map(([part]) => part))).toEqual(new Set(Object.keys(parts)));
    const [, written] = rows("x-policy").find(([word]) => word === "cache")!;
    for (const part of Object.keys(parts)) expect(written).toContain(part);
  });

  test("has exactly those whose a cache tag can be", () => {
    const owners = policySchema.$defs.cacheTags.additionalProperties.enum;
    expect(rows("x-cache-tags").map(([owner]) => owner!)).toEqual(owners);
  });

  test.each([
    ["x-policy", policySchema.$defs.policy.properties],
    ["x-policy.cache", parts],
  ])("%s names every value that a word of a fixed list can have", (heading, words) => {
    for (const [word, schema] of Object.entries(words)) {
      const values = "enum" in schema ? schema.enum : [];
      const [, written] = rows(heading).find(([name]) => name === word)!;
      for (const value of values) expect(written).toContain(value);
    }
  });

  test("says what a change of every policy word breaks", () => {
    const told = rows("What a change breaks").flatMap(([words]) => words!.split(", "));
    const untold = Object.keys(policySchema.$defs.policy.properties).filter(
      (word) => !told.some((name) => name.split(".")[0] === word),
    );
    expect(untold).toEqual([]);
  });

  test("has exactly the formats of the compiler, with what they mean", () => {
    const known = { ...STRING_FORMATS, ...INTEGER_FORMATS, ...NUMBER_FORMATS };
    const shown = Object.fromEntries(rows("Formats").map(([format, meaning]) => [format, meaning]));
    const { binary: _, ...checked } = shown;
    expect(checked).toEqual(known);
  });

  test("has the status of every problem that the compiler adds", () => {
    const shown = rows("What the compiler adds").filter(([, code]) => /^[a-z_]+$/.test(code!));
    const catalogue: Record<string, { status: number }> = pipelineProblems;
    for (const [status, code] of shown) expect([code, catalogue[code!]?.status]).toEqual([code, Number(status)]);
    expect(shown.length).toBe(17);
  });

  test("names only words as outside the profile that are refused as such", () => {
    const [list] = text.slice(text.indexOf("### Outside the profile")).split("refusal says");
    const words = [...list!.matchAll(/`([$\w]+)`/g)].map(([, word]) => word!);
    expect(words.length).toBeGreaterThan(5);
    for (const word of words) expect(Object.keys(OUTSIDE_THE_PROFILE)).toContain(word);
  });
});

describe("the formats of the compiler", () => {
  test("are those that the server checks", () => {
    expect(Object.keys(STRING_FORMATS).sort()).toEqual(Object.keys(formats).sort());
  });
});
