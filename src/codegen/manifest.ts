/**
 * generated/manifest.json says what the generated files were made from and what they were when they were written, so
 * that a run in which nothing changed reads hashes and ends, and a file that was edited by hand is noticed.
 * Nothing here imports the compiler: that would cost more than the whole check.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export interface Manifest {
  readonly contract: string;
  readonly compiler: string;
  readonly context: string;
  readonly packages: Readonly<Record<string, string>>;
  /** File to the hash of what was written. */
  readonly files: Readonly<Record<string, string>>;
}

export const MANIFEST_FILE = "manifest.json";

/** The packages whose version shows in the output. */
const PACKAGES = ["@biomejs/biome", "@sinclair/typebox", "ajv", "openapi-typescript", "typescript", "yaml"];

/** Everything that the output follows from. */
export function inputsOf(root: string, contractPath: string, context: string): Omit<Manifest, "files"> {
  return {
    contract: existsSync(contractPath) ? hashOf(readFileSync(contractPath)) : "",
    compiler: hashOfFiles(root, compilerSources(root)),
    context,
    packages: Object.fromEntries(PACKAGES.map((name) => [name, versionOf(root, name)])),
  };
}

export function readManifest(folder: string): Manifest | undefined {
  const file = join(folder, MANIFEST_FILE);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

export const sameInputs = (manifest: Manifest | undefined, inputs: Omit<Manifest, "files">) =>
  manifest !== undefined && Bun.deepEquals({ ...manifest, files: null }, { ...inputs, files: null });

/** Files of the manifest that are no longer what was written: edited by hand, or gone. */
export const changedFiles = (folder: string, { files }: Manifest) =>
  Object.keys(files).filter((file) => hashOfFile(join(folder, file)) !== files[file]);

export const hashOf = (content: string | Uint8Array) => new Bun.CryptoHasher("sha256").update(content).digest("hex");

const hashOfFile = (path: string) => (existsSync(path) ? hashOf(readFileSync(path)) : undefined);

/** The compiler's own files, and those of the server whose constants it reads. */
function compilerSources(root: string): string[] {
  const folder = join(root, "src/codegen");
  const own = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|json)$/.test(file))
    .map((file) => join(folder, file));
  const transpiler = new Bun.Transpiler({ loader: "ts" });
  const imported = own
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => transpiler.scanImports(readFileSync(file)))
    .flatMap(({ path }) => (path.startsWith("#contract/") ? [join(root, "src/contract", `${path.slice(10)}.ts`)] : []));
  return [...own, ...new Set(imported), join(root, "biome.json")].sort();
}

function hashOfFiles(root: string, files: readonly string[]): string {
  const hasher = new Bun.CryptoHasher("sha256");
  for (const file of files) hasher.update(`${relative(root, file)}\0`).update(readFileSync(file));
  return hasher.digest("hex");
}

function versionOf(root: string, name: string): string {
  const file = join(root, "node_modules", name, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : "none";
}
