/** What peers run on: their packages are installed and their programs built here, and their runtimes have to be there. */
import { existsSync } from "node:fs";
import { copyFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { BUILT_FOLDER, PEERS, PEERS_FOLDER, type Peer } from "./contenders";

const NODE_MINIMUM = "20.19.0";
const PYTHON_MINIMUM = "3.11.0";

/** Does nothing where nothing has changed. Rejects with the command that installs a runtime which is missing. */
export async function install(peers: readonly Peer[]): Promise<void> {
  const runtimes = new Set(peers.map((peer) => PEERS[peer]));
  if (runtimes.has("node")) requireNode();
  if (runtimes.has("bun") || runtimes.has("node")) installPackages();
  if (runtimes.has("go")) buildGo();
  if (runtimes.has("python")) await installPython();
}

function requireNode(): void {
  const version = versionOf("node", ["--version"]);
  if (version === undefined || Bun.semver.order(version, NODE_MINIMUM) < 0)
    throw new Error(`Fastify and Express need Node ${NODE_MINIMUM} or later as node: https://nodejs.org/en/download`);
}

const installPackages = () => run([process.execPath, "install", "--frozen-lockfile", "--silent"], PEERS_FOLDER);

function buildGo(): void {
  if (!Bun.which("go"))
    throw new Error("The Go server needs Go: apt-get install golang, brew install go, or https://go.dev/dl");
  run(["go", "build", "-o", join(BUILT_FOLDER, "go"), "."], join(PEERS_FOLDER, "go"));
}

/** A virtual environment of its own, with every package pinned by its hash. */
async function installPython(): Promise<void> {
  const folder = join(BUILT_FOLDER, "fastapi");
  const requirements = join(PEERS_FOLDER, "fastapi/requirements.txt");
  const installed = join(folder, ".installed");
  if (existsSync(installed) && (await Bun.file(installed).text()) === (await Bun.file(requirements).text())) return;
  const python = process.env.PYTHON ?? "python3";
  const version = versionOf(python, ["-c", "import platform; print(platform.python_version())"]);
  if (version === undefined || Bun.semver.order(version, PYTHON_MINIMUM) < 0)
    throw new Error(
      `FastAPI needs Python ${PYTHON_MINIMUM} or later as ${python}. Install it (apt-get install python3 python3-venv, ` +
        "brew install python), or name another: PYTHON=python3.12",
    );
  await rm(folder, { recursive: true, force: true });
  await mkdir(BUILT_FOLDER, { recursive: true });
  run([python, "-m", "venv", folder], PEERS_FOLDER);
  const pip = "install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r".split(" ");
  run([join(folder, "bin/pip"), ...pip, requirements], PEERS_FOLDER);
  await copyFile(requirements, installed);
}

function versionOf(program: string, args: string[]): string | undefined {
  if (!Bun.which(program)) return undefined;
  return Bun.spawnSync([program, ...args])
    .stdout.toString()
    .trim()
    .replace(/^v/, "");
}

function run(command: string[], cwd: string): void {
  const { exitCode } = Bun.spawnSync(command, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  if (exitCode !== 0) throw new Error(`${command.slice(0, 3).join(" ")} ended with ${exitCode}, in ${cwd}`);
}
