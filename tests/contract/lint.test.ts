import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { compile } from "../../src/codegen/compile.ts";
import { isPublished } from "../../src/codegen/publish.ts";

const ROOT = resolve(import.meta.dir, "../..");
const WRITTEN = join(ROOT, "openapi.yaml");
const TIMEOUT_MS = 60_000;
/** Nothing may be fetched or reported: a tool that tries finds a closed door. */
const OFFLINE = {
  ...process.env,
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  HTTP_PROXY: "http://127.0.0.1:9",
  HTTPS_PROXY: "http://127.0.0.1:9",
  NO_COLOR: "1",
};

let folder: string;
let published: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "groundwork-lint-"));
  published = join(folder, "generated/openapi.json");
  const result = compile(WRITTEN);
  if ("faults" in result) throw new Error("openapi.yaml does not compile");
  mkdirSync(join(folder, "generated"));
  writeFileSync(published, JSON.stringify(result.model.published, null, 2));
  cpSync(WRITTEN, join(folder, "openapi.yaml"));
  cpSync(join(ROOT, "redocly.yaml"), join(folder, "redocly.yaml"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("redocly, recommended-strict", () => {
  test("the published contract passes whole", () => expect(redocly("published")).toEqual([]), TIMEOUT_MS);

  test(
    "openapi.yaml passes, less the rules about what the compiler adds",
    () => expect(redocly("written")).toEqual([]),
    TIMEOUT_MS,
  );

  test(
    "the rules are on: without its summary an operation does not pass",
    () => {
      const text = readFileSync(WRITTEN, "utf8").replace("      summary: Register\n", "");
      writeFileSync(join(folder, "openapi.yaml"), text);
      expect(redocly("written")).toContain("operation-summary");
      cpSync(WRITTEN, join(folder, "openapi.yaml"));
    },
    TIMEOUT_MS,
  );
});

describe("Spectral, OpenAPI and OWASP", () => {
  test(
    "the published contract passes without so much as a hint",
    () => expect(spectral(published)).toEqual([]),
    TIMEOUT_MS,
  );

  test(
    "the rules are on: without its 401 a secured operation does not pass",
    () => {
      const broken = join(folder, "broken.json");
      writeFileSync(broken, readFileSync(published, "utf8").replaceAll('"401": {', '"402": {'));
      expect(spectral(broken)).toContain("owasp:api8:2023-define-error-responses-401");
    },
    TIMEOUT_MS,
  );
});

describe("openapi-to-postmanv2", () => {
  for (const name of ["written", "published"] as const) {
    test(
      `the ${name} contract becomes a collection without a warning`,
      async () => {
        const { result, reason, warnings, requests } = await toPostman(name === "written" ? WRITTEN : published);
        expect({ result, reason, warnings }).toEqual({ result: true, reason: undefined, warnings: [] });
        expect(requests).toBe(countOperations(name));
      },
      TIMEOUT_MS,
    );
  }
});

/** The rules that an API of redocly.yaml breaks. */
function redocly(api: "published" | "written"): string[] {
  const cli = join(ROOT, "node_modules/@redocly/cli/bin/cli.js");
  const { stdout, stderr } = run([cli, "lint", api, "--format=json"], folder);
  if (!stdout.startsWith("{")) throw new Error(`redocly did not answer: ${stdout}${stderr}`);
  return JSON.parse(stdout).problems.map(({ ruleId }: { ruleId: string }) => ruleId);
}

/** The rules of .spectral.yaml that a file breaks. */
function spectral(file: string): string[] {
  const cli = join(ROOT, "node_modules/@stoplight/spectral-cli/dist/index.js");
  const args = ["lint", file, "--ruleset", join(ROOT, ".spectral.yaml"), "--fail-severity=hint", "--format=json"];
  const { stdout, stderr } = run([cli, ...args], ROOT);
  const start = stdout.indexOf("[");
  if (start < 0) throw new Error(`Spectral did not answer: ${stdout}${stderr}`);
  return JSON.parse(stdout.slice(start, stdout.lastIndexOf("]") + 1)).map(({ code }: { code: string }) => code);
}

function run(command: string[], cwd: string): { stdout: string; stderr: string } {
  const { stdout, stderr } = Bun.spawnSync(["node", ...command], { cwd, env: OFFLINE, stdout: "pipe", stderr: "pipe" });
  return { stdout: stdout.toString(), stderr: stderr.toString() };
}

/** Runs the converter in Node, where its console is its only way to warn. */
async function toPostman(file: string) {
  const script = `
    const warnings = [];
    console.warn = console.error = (...words) => warnings.push(words.join(" "));
    process.on("warning", (warning) => warnings.push(String(warning)));
    const { convertV2 } = require("openapi-to-postmanv2");
    const data = require("node:fs").readFileSync(process.argv[1], "utf8");
    convertV2({ type: "string", data }, {}, (error, answer) => {
      const collection = answer?.output?.[0]?.data;
      const count = (item) => (item.item ? item.item.reduce((sum, each) => sum + count(each), 0) : 1);
      const { result, reason } = answer ?? { result: false, reason: String(error) };
      process.stdout.write(JSON.stringify({ result, reason, warnings, requests: collection ? count(collection) : 0 }));
    });`;
  const { stdout, stderr } = run(["-e", script, file], ROOT);
  if (stdout === "") throw new Error(`openapi-to-postmanv2 did not answer: ${stderr}`);
  return { reason: undefined, ...JSON.parse(stdout) } as {
    result: boolean;
    reason?: string;
    warnings: string[];
    requests: number;
  };
}

function countOperations(contract: "written" | "published"): number {
  const result = compile(WRITTEN);
  if ("faults" in result) return 0;
  const { operations } = result.model;
  return contract === "written" ? operations.length : operations.filter(isPublished).length;
}
