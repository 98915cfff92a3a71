/** The browser that the tests drive: one that this machine has, or one that can be installed without asking anybody. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../config";
import { ROOT } from "./environment";

/** What is asked of the machine; a test has one of its own. */
export interface Machine {
  readonly environment: Environment;
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  /** Whether the program ends well. Its words go to the screen where it installs something. */
  readonly run: (command: readonly string[], install?: "install") => boolean;
  /** Where Playwright keeps a browser that it has downloaded, whether or not it has. */
  readonly downloaded: () => string;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_APPLICATIONS = ["Google Chrome", "Chromium"];
export const PLAYWRIGHT = join(ROOT, "node_modules/@playwright/test/cli.js");
const DOWNLOAD = ["node", PLAYWRIGHT, "install", "chromium", "--no-shell"];
const DEBIAN = [
  ["apt-get", "update", "-qq"],
  ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
];
/** A download that takes longer does not come. */
const INSTALL_TIMEOUT_MS = 300_000;
/** A browser that hangs is none. */
const RUN_TIMEOUT_MS = 30_000;

/** The path of a browser that starts. Installs one where there is none, and throws the command where it cannot. */
export function requireBrowser(machine: Machine): string {
  const given = machine.environment.CHROMIUM;
  if (given && !starts(machine, given)) throw new Error(`CHROMIUM is ${given}, which does not start as a browser.`);
  return given || (find(machine) ?? install(machine));
}

function find(machine: Machine): string | undefined {
  const { environment, platform } = machine;
  const named = NAMES.map((name) => Bun.which(name, { PATH: environment.PATH ?? "" }));
  const applications = MAC_APPLICATIONS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  const places = [...named, ...(platform === "darwin" ? applications : []), machine.downloaded()];
  return places.find((place) => place !== null && starts(machine, place)) ?? undefined;
}

function install(machine: Machine): string {
  const isDebian = machine.platform === "linux" && Bun.which("apt-get", { PATH: machine.environment.PATH ?? "" });
  machine.run(DOWNLOAD, "install");
  const downloaded = find(machine);
  if (downloaded) return downloaded;
  if (isDebian && machine.isRoot) for (const command of DEBIAN) machine.run(command, "install");
  const installed = find(machine);
  if (installed) return installed;
  const command = isDebian
    ? "apt-get install -y chromium"
    : "node node_modules/@playwright/test/cli.js install chromium";
  throw new Error(
    `The tests need a browser and none could be installed. Run ${command}, or set CHROMIUM to the path of one.`,
  );
}

/** One that lacks a library of the system, or was not downloaded whole, is there and does not start. */
const starts = (machine: Machine, path: string) => machine.run([path, "--version"]);

export const thisMachine = (environment: Environment): Machine => ({
  environment,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  run: ([program = "", ...words], install) => {
    const found = program.includes("/") ? existsSync(program) : Bun.which(program);
    if (!found) return false;
    const stdio = install ? "inherit" : "ignore";
    const timeout = install ? INSTALL_TIMEOUT_MS : RUN_TIMEOUT_MS;
    return Bun.spawnSync([program, ...words], { stdin: "ignore", stdout: stdio, stderr: stdio, timeout }).success;
  },
  downloaded: () => {
    const script = 'console.log(require("@playwright/test").chromium.executablePath())';
    return Bun.spawnSync(["node", "-e", script], { cwd: ROOT }).stdout.toString().trim();
  },
});
