/** The generated types under TypeScript's checker: the type tests bite, and a thousand operations stay quick to check. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { generate } from "../../src/codegen/generate.ts";
import { syntheticContract } from "./synthetic.ts";
import { typeErrors } from "./type-check.ts";

const ROOT = resolve(import.meta.dir, "../..");
const TIMEOUT_MS = 120_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "groundwork-types-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A project outside of the tree, in which the aliases of package.json lead to the tree. */
function project(name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  const paths = {
    "#contract/*": [`${ROOT}/src/contract/*.ts`],
    "#lib/*": [`${ROOT}/src/lib/*.ts`],
    "#db/*": [`${ROOT}/src/db/*.ts`],
    "*": [`${ROOT}/node_modules/*`],
  };
  const compilerOptions = { paths, typeRoots: [`${ROOT}/node_modules/@types`] };
  const config = { extends: `${ROOT}/tsconfig.json`, compilerOptions, include: ["**/*.ts"], exclude: [] };
  writeFileSync(join(path, "tsconfig.json"), JSON.stringify(config));
  return path;
}

describe("a type test fails where a schema and its type have come apart:", () => {
  const changes = [
    ["a property that is optional in one", "Owner", /name: (t\.String\([^)]*\))/, "name: t.Optional($1)"],
    ["a property that one lacks", "Reader", /email: t\.String\([^)]*\),?/, ""],
    ["another type", "Ticket", "number: Version", "number: t.String()"],
    ["another value", "Genre", 't.Literal("poetry")', 't.Literal("prose")'],
    ["null in one", "BookPage", "t.Null()", "t.Boolean()"],
    ["a circle that ends in another type", "Chapter", "pages: PageRange", "pages: Title"],
    ["a map of other values", "Sample", "t.Record(t.String(), Point", "t.Record(t.String(), Title"],
    ["a tuple of other parts", "PageRange", "t.Tuple([", "t.Tuple([t.Boolean(),"],
  ] as const;

  for (const [what, name, from, to] of changes) {
    test(
      what,
      async () => {
        const path = project(what.replaceAll(" ", "-"));
        cpSync(join(import.meta.dir, "fixture/generated"), path, { recursive: true });
        const schemas = readFileSync(join(path, "schemas.ts"), "utf8");
        const start = schemas.search(new RegExp(`(?:const |\\b)${name}(?: =|: t\\.)`));
        const changed = schemas.slice(0, start) + changeOnce(schemas.slice(start), from, to);
        writeFileSync(join(path, "schemas.ts"), changed);
        const only = JSON.parse(readFileSync(join(path, "tsconfig.json"), "utf8"));
        writeFileSync(join(path, "tsconfig.json"), JSON.stringify({ ...only, include: ["type-tests.ts"] }));
        const errors = (await typeErrors(path)).filter(({ file }) => file === "type-tests.ts");
        expect(errors).toHaveLength(1);
        expect(errors[0]!.text).toContain(name);
      },
      TIMEOUT_MS,
    );
  }
});

function changeOnce(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${from} is not there any more`);
  return changed;
}

describe("a contract of 1,000 operations with all of its handlers", () => {
  test(
    "type-checks in less than ten times the time of a hundred, and the one wrong handler is found",
    async () => {
      const [path, fewer] = [project("thousand"), project("hundred")];
      const handlers = await writeContract(path, 1000);
      await writeContract(fewer, 100);
      const times = { thousand: [] as number[], hundred: [] as number[] };
      for (let round = 0; round < ROUNDS; round++) {
        times.thousand.push(await timeOf(path));
        times.hundred.push(await timeOf(fewer));
      }
      expect(Math.min(...times.thousand) / Math.min(...times.hundred)).toBeLessThan(10);
      writeFileSync(join(path, "handlers-map.ts"), handlers.replace("status: 201", "status: 202"));
      const errors = await typeErrors(path);
      expect(errors.map(({ file }) => file)).toEqual(["handlers-map.ts"]);
      expect(errors[0]!.text).toContain("Type '202' is not assignable to type '201'");
    },
    TIMEOUT_MS,
  );

  /** What other programs do at the same time slows both down. */
  const ROUNDS = 2;

  async function writeContract(path: string, operations: number): Promise<string> {
    writeFileSync(join(path, "contract.yaml"), syntheticContract(operations));
    const generated = await generate(ROOT, join(path, "contract.yaml"), "./context");
    if ("faults" in generated) throw new Error(generated.faults[0]!.sentence);
    for (const [file, text] of generated.files) writeFileSync(join(path, file), text);
    cpSync(join(import.meta.dir, "fixture/context.ts"), join(path, "context.ts"));
    const handlers = handlerMap(operations);
    writeFileSync(join(path, "handlers-map.ts"), handlers);
    return handlers;
  }
});

/** Milliseconds of a check that finds nothing. */
async function timeOf(path: string): Promise<number> {
  const started = performance.now();
  expect(await typeErrors(path)).toEqual([]);
  return performance.now() - started;
}

/** A handler for each operation of the synthetic contract, annotated as the house does. */
function handlerMap(operations: number): string {
  const nouns = Array.from({ length: operations / 4 }, (_, index) => `Noun${index}`);
  const written = nouns.map(
    (noun) => `
const list${noun}: Handlers["list${noun}"] = async (_ctx, { page }) => ({
  status: 200,
  body: { items: [{ id: "", name: String(page.limit) }], nextCursor: null },
});
const create${noun}: Handlers["create${noun}"] = async (ctx, { body }) => ({
  status: 201,
  body: { id: ctx.ids.next(), ...body },
  etag: 1,
});
const read${noun}: Handlers["read${noun}"] = async (_ctx, { path }) =>
  path.id === "" ? pipelineProblem("not_found") : { status: 200, body: { id: path.id, name: "" }, etag: 1 };
const update${noun}: Handlers["update${noun}"] = async (_ctx, { path, body, ifMatch }) =>
  ifMatch === 0 ? problem("noun_locked") : { status: 200, body: { id: path.id, ...body }, etag: ifMatch + 1 };`,
  );
  const names = nouns.flatMap((noun) => [`list${noun}`, `create${noun}`, `read${noun}`, `update${noun}`]);
  return `import { pipelineProblem } from "#contract/problem";
import type { Handlers } from "./handlers";
import { problem } from "./problems";
${written.join("")}

export const handlers = { ${names.join(", ")} } satisfies Handlers;
`;
}
