import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { emitAll, type Job, startApart } from "./apart.ts";
import { emitters } from "./emit/index.ts";
import type { ContractFault } from "./model.ts";

/** The formatted text of every output file, or the faults of the contract. Writes nothing but a temporary folder. */
export async function generate(
  root: string,
  contractPath: string,
  contextModule: string,
): Promise<{ files: Map<string, string> } | { faults: ContractFault[] }> {
  const apart = startApart();
  try {
    const { compile } = await import("./compile.ts");
    const compiled = compile(contractPath);
    if ("faults" in compiled) return compiled;
    const job: Job = { model: compiled.model, options: { contextModule } };
    const slow = apart.run(job);
    const texts = new Map([...(await emitAll(job, (emitter) => !emitter.prepare)), ...(await slow)]);
    return { files: format(root, new Map(emitters.map(({ file }) => [file, texts.get(file)!]))) };
  } finally {
    apart.stop();
  }
}

/** Formats all files with one call: starting Biome costs more than what it then does. */
export function format(root: string, files: ReadonlyMap<string, string>): Map<string, string> {
  if (files.size === 0) return new Map();
  const folder = mkdtempSync(join(tmpdir(), "groundwork-generate-"));
  try {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    runBiome(root, folder);
    return new Map([...files.keys()].map((file) => [file, readFileSync(join(folder, file), "utf8")]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The largest file that Biome may format, well above what a contract of 1,000 operations becomes. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

function runBiome(root: string, folder: string): void {
  const { exitCode, stderr, stdout } = Bun.spawnSync(
    [
      biomeBinary(root),
      "format",
      "--write",
      `--config-path=${join(root, "biome.json")}`,
      "--vcs-enabled=false",
      `--files-max-size=${MAX_FILE_BYTES}`,
      ...readdirSync(folder).map((file) => join(folder, file)),
    ],
    { cwd: folder, stdout: "pipe", stderr: "pipe" },
  );
  if (exitCode !== 0) throw new Error(`Biome could not format what was generated:\n${stdout}${stderr}`);
}

/** Biome's own program, without the Node script around it, whose start takes longer than the formatting. */
function biomeBinary(root: string): string {
  const { resolve } = createRequire(join(root, "node_modules/@biomejs/biome/package.json"));
  const suffix = process.platform === "win32" ? ".exe" : "";
  for (const variant of ["", "-musl"]) {
    try {
      return resolve(`@biomejs/cli-${process.platform}-${process.arch}${variant}/biome${suffix}`);
    } catch {
      // Packages of other platforms are not installed.
    }
  }
  return join(root, "node_modules/.bin/biome");
}
