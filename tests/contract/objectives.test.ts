/** load.js, which load tests read without a compiler: what operations are to hold, in numbers. */
import { expect, test } from "bun:test";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import * as product from "../../generated/load.js";
import { compile } from "../../src/codegen/compile.ts";
import { load } from "../../src/codegen/emit/load.ts";
import { objectives as ofLibrary } from "./fixture/generated/load.js";
import { type Json, modelOf, readThing, small } from "./small.ts";
import { typeErrors } from "./type-check.ts";

const ROOT = resolve(import.meta.dir, "../..");
const FIXTURE = join(import.meta.dir, "fixture/generated");
const TIMEOUT_MS = 60_000;

/** What is written of a public GET with these words in its policy, beside one that has no objective. */
async function objectivesOf(words: Json): Promise<Json[]> {
  const policy = { rateLimit: "standard", audit: { none: "Reading is not recorded" }, ...words };
  const text = await load.emit(modelOf(small({ paths: { "/thing": { get: readThing({ "x-policy": policy }) } } })), {
    contextModule: "",
  });
  return JSON.parse(text.slice(text.indexOf("= ") + 2, text.lastIndexOf(";")));
}

test("an operation with an objective is there: how it is called, how often in a second, and how its answers are kept", () => {
  expect(ofLibrary[0]).toEqual({
    operation: "listBooks",
    method: "GET",
    path: "/books",
    perSecond: 10,
    p95Ms: 80,
    scope: "private",
    kept: true,
    compressed: true,
  });
});

test("a rate of any unit is one of seconds, and a time of any unit one of milliseconds", async () => {
  const numbersOf = async (rate: string, p95: string) => {
    const [{ perSecond, p95Ms } = {}] = await objectivesOf({ objective: { rate, p95 } });
    return [perSecond, p95Ms];
  };
  expect(await numbersOf("600/min", "1 s")).toEqual([10, 1000]);
  expect(await numbersOf("20/s", "50 ms")).toEqual([20, 50]);
  expect(await numbersOf("1800/h", "1 min")).toEqual([0.5, 60_000]);
});

test("an operation whose answers nobody keeps or compresses says so", async () => {
  const objective = { rate: "1/s", p95: "1 s" };
  expect(await objectivesOf({ objective, compress: "never" })).toMatchObject([
    { scope: null, kept: false, compressed: false },
  ]);
  const cache = { scope: "public", maxAge: "1 min" };
  expect(await objectivesOf({ objective, cache })).toMatchObject([{ scope: "public", kept: false, compressed: true }]);
});

test("nothing else is there: no operation without an objective, and none of development", async () => {
  expect(await objectivesOf({})).toEqual([]);
  const objective = { rate: "1/s", p95: "1 s" };
  expect(await objectivesOf({ objective, listener: "development" })).toEqual([]);
  expect(await objectivesOf({ objective, listener: "internal" })).toHaveLength(1);
});

test(
  "the objectives of this project are those of its contract",
  () => {
    const compiled = compile(join(ROOT, "openapi.yaml"));
    const operations = "model" in compiled ? compiled.model.operations : [];
    const declared = operations.filter(({ policy }) => policy.objective);
    expect(product.objectives.map(({ operation, perSecond, p95Ms }) => [operation, perSecond, p95Ms])).toEqual(
      declared.map(({ id, policy }) => [id, policy.objective!.perSecond, policy.objective!.p95Ms]),
    );
    expect(declared).not.toBeEmpty();
  },
  TIMEOUT_MS,
);

test(
  "load.js has the type that load.d.ts says",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "groundwork-objectives-"));
    try {
      for (const file of ["load.js", "load.d.ts"]) cpSync(join(FIXTURE, file), join(folder, file));
      const compilerOptions = { allowJs: true, checkJs: true, types: [] };
      const config = { extends: join(ROOT, "tsconfig.json"), compilerOptions, include: ["load.js"], exclude: [] };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
      expect(await typeErrors(folder)).toEqual([]);
      const text = await Bun.file(join(folder, "load.js")).text();
      writeFileSync(join(folder, "load.js"), text.replace("perSecond: 10", 'perSecond: "10"'));
      expect(await typeErrors(folder)).toMatchObject([{ file: "load.js" }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  TIMEOUT_MS,
);
