import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { OperationModel } from "../../src/codegen/model.ts";
import { scaffold } from "../../src/codegen/scaffold.ts";
import { modelOf, readThing, small } from "./small.ts";

const ROOT = resolve(import.meta.dir, "../..");

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "groundwork-scaffold-"));
  mkdirSync(join(root, "src/modules"), { recursive: true });
  cpSync(join(ROOT, "src/modules/index.ts"), join(root, "src/modules/index.ts"));
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (file: string) => readFileSync(join(root, file), "utf8");
const operations = (policy = {}): readonly OperationModel[] =>
  modelOf(small({ policy, paths: { "/things": { get: readThing() } } })).operations;

describe("an operation without a handler", () => {
  test("gets one in the module of its tag, and the module a place in the map", () => {
    expect(scaffold(root, operations())).toEqual([
      "src/modules/things/handlers.ts",
      "src/modules/index.ts",
      "tests/http/changeThing.test.ts",
      "tests/http/readThing.test.ts",
    ]);
    const handlers = read("src/modules/things/handlers.ts");
    expect(handlers.match(/#generated\/handlers/g)).toHaveLength(1);
    expect(handlers).toContain(
      '/** GET /things: Read a thing */\nexport const readThing: Handlers["readThing"] = () => {',
    );
    const index = read("src/modules/index.ts");
    expect(index).toContain('import * as things from "./things/handlers";\n');
    expect(index).toContain("  ...things,\n} satisfies Handlers;");
    const withoutThings = index
      .replace('import * as things from "./things/handlers";\n', "")
      .replace("  ...things,\n", "");
    expect(withoutThings).toBe(readFileSync(join(ROOT, "src/modules/index.ts"), "utf8"));
  });

  test("gets it after what its module has already, which stays as it is", () => {
    const before = '// ours\nexport const changeThing: unknown = () => "mine";\n';
    mkdirSync(join(root, "src/modules/things"));
    writeFileSync(join(root, "src/modules/things/handlers.ts"), before);
    scaffold(root, operations());
    const after = read("src/modules/things/handlers.ts");
    expect(after).toContain(before);
    expect(after).not.toContain('Handlers["changeThing"]');
    expect(after).toContain('Handlers["readThing"]');
  });

  test("gets none where another module has it", () => {
    mkdirSync(join(root, "src/modules/elsewhere"));
    const text = "export async function changeThing() {}\nexport const readThing = 1;\n";
    writeFileSync(join(root, "src/modules/elsewhere/handlers.ts"), text);
    const written = scaffold(root, operations());
    expect(written.filter((file) => file.startsWith("src"))).toEqual([]);
  });
});

describe("an operation without a test", () => {
  test("gets one that fails, with a case for each answer and each problem of its own", () => {
    scaffold(root, operations({ problems: ["thing_locked"] }));
    const { exitCode, stderr } = Bun.spawnSync([process.execPath, "test", "tests/http/changeThing.test.ts"], {
      cwd: root,
      stdout: "pipe",
      stderr: "pipe",
    });
    expect(exitCode).not.toBe(0);
    expect(stderr.toString()).toContain("changeThing, 200: no test is written yet.");
    expect(stderr.toString()).toContain("changeThing, thing_locked: no test is written yet.");
  });

  test("keeps the one that it has", () => {
    mkdirSync(join(root, "tests/http"), { recursive: true });
    writeFileSync(join(root, "tests/http/readThing.test.ts"), "mine");
    scaffold(root, operations());
    expect(read("tests/http/readThing.test.ts")).toBe("mine");
  });
});

test("a second run writes nothing", () => {
  scaffold(root, operations());
  expect(scaffold(root, operations())).toEqual([]);
});
