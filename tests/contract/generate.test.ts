import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { small } from "./small.ts";
import { syntheticContract } from "./synthetic.ts";

const ROOT = resolve(import.meta.dir, "../..");
const TIMEOUT_MS = 60_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "groundwork-generate-test-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** One run of the compiler's command, with a contract and an output folder of its own. */
function generate(name: string, ...flags: string[]) {
  const args = ["--contract", join(folder, `${name}.yaml`), "--out", join(folder, name), ...flags];
  const { exitCode, stdout, stderr, resourceUsage } = Bun.spawnSync(
    [process.execPath, "src/codegen/main.ts", ...args],
    {
      cwd: ROOT,
      stdout: "pipe",
      stderr: "pipe",
    },
  );
  const cpuMs = Number(resourceUsage.cpuTime.total) / 1000;
  return { exitCode, stdout: stdout.toString(), stderr: stderr.toString(), cpuMs };
}

const write = (name: string, contract: unknown) =>
  writeFileSync(join(folder, `${name}.yaml`), JSON.stringify(contract, null, 2));
const outputs = (name: string) =>
  Object.fromEntries(
    readdirSync(join(folder, name)).map((file) => [file, readFileSync(join(folder, name, file), "utf8")]),
  );

describe("a run", () => {
  test(
    "writes, then finds nothing to do, then writes only what changed",
    () => {
      write("again", small());
      expect(generate("again").stdout).toMatch(/wrote (\d+) of \1 files/);
      expect(generate("again")).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("is fresh") });
      write("again", { ...small(), info: { title: "Other", version: "1.0.0" } });
      const [, wrote, all] = /wrote (\d+) of (\d+) files/.exec(generate("again").stdout)!;
      expect(Number(wrote)).toBeLessThan(Number(all));
    },
    TIMEOUT_MS,
  );

  test(
    "is deterministic: another folder gets the same bytes",
    () => {
      write("first", small());
      write("second", small());
      generate("first");
      generate("second");
      expect(outputs("second")).toEqual(outputs("first"));
    },
    TIMEOUT_MS,
  );

  test(
    "tells every fault with file, line and column, and writes nothing",
    () => {
      write("refused", small({ operation: { operationId: undefined }, policy: { rateLimit: "none" } }));
      const { exitCode, stderr } = generate("refused");
      expect(exitCode).toBe(1);
      const lines = stderr.trim().split("\n");
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(line).toMatch(/refused\.yaml:\d+:\d+ [A-Zx`].*\.$/);
      expect(existsSync(join(folder, "refused"))).toBe(false);
    },
    TIMEOUT_MS,
  );

  test(
    "removes a file that no emitter writes any more",
    () => {
      write("orphan", small());
      generate("orphan");
      const manifest = JSON.parse(readFileSync(join(folder, "orphan/manifest.json"), "utf8"));
      manifest.files["old.ts"] = "0";
      writeFileSync(join(folder, "orphan/manifest.json"), JSON.stringify(manifest));
      writeFileSync(join(folder, "orphan/old.ts"), "export {};\n");
      generate("orphan");
      expect(existsSync(join(folder, "orphan/old.ts"))).toBe(false);
    },
    TIMEOUT_MS,
  );
});

describe("--check", () => {
  test(
    "passes what is fresh, and names what was edited by hand without writing it",
    () => {
      write("checked", small());
      generate("checked");
      expect(generate("checked", "--check").exitCode).toBe(0);
      const file = join(folder, "checked/openapi.json");
      const edited = readFileSync(file, "utf8").replace("Small", "Large");
      writeFileSync(file, edited);
      const { exitCode, stderr } = generate("checked", "--check");
      expect(exitCode).toBe(1);
      expect(stderr).toContain("checked/openapi.json was edited by hand, or is gone: run make generate.");
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(readFileSync(file, "utf8")).toBe(edited);
    },
    TIMEOUT_MS,
  );

  test(
    "names what the contract says differently now",
    () => {
      write("stale", small());
      generate("stale");
      write("stale", { ...small(), info: { title: "Other", version: "1.0.0" } });
      const { exitCode, stderr } = generate("stale", "--check");
      expect(exitCode).toBe(1);
      expect(stderr).toContain("stale/openapi.json is not what the contract says now: run make generate.");
    },
    TIMEOUT_MS,
  );
});

describe("generated/", () => {
  test(
    "is what openapi.yaml says, to the byte",
    () => {
      const { exitCode, stderr } = Bun.spawnSync([process.execPath, "src/codegen/main.ts", "--check"], {
        cwd: ROOT,
        stdout: "pipe",
        stderr: "pipe",
      });
      expect({ exitCode, stderr: stderr.toString() }).toEqual({ exitCode: 0, stderr: "" });
    },
    TIMEOUT_MS,
  );
});

/** Of a core, so that other tests on the same machine change little; docs/testing.md has the times of a quiet one. */
describe("the time that the compiler takes", () => {
  const TRIES = 3;

  test(
    "is less than four times as much for ten times the operations, and a fifth at most where nothing changed",
    () => {
      for (const count of [10, 100]) writeFileSync(join(folder, `${count}.yaml`), syntheticContract(count));
      const [few, many] = [fastest("10", { anew: true }), fastest("100", { anew: true })];
      expect(many / few).toBeLessThan(4);
      expect(fastest("100", { anew: false }) / many).toBeLessThan(0.2);
    },
    TIMEOUT_MS,
  );

  /** Milliseconds. */
  function fastest(name: string, { anew }: { anew: boolean }): number {
    const times = Array.from({ length: TRIES }, () => {
      if (anew) rmSync(join(folder, name), { recursive: true, force: true });
      const { exitCode, stderr, cpuMs } = generate(name);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      return cpuMs;
    });
    return Math.min(...times);
  }
});
