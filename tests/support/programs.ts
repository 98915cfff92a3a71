/** The programs that tests run and that no package of npm or PyPI brings. */
import { thisMachine } from "../../src/dev/browser";

/** Each with the name of its package, which Debian and Homebrew share. */
const PACKAGES = { nginx: "nginx", promtool: "prometheus" } as const;
type Name = keyof typeof PACKAGES;
const NAMES = Object.keys(PACKAGES) as Name[];

/** Where Debian and Homebrew put them, which is not on every PATH. */
const PLACES = [process.env.PATH, "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"].join(":");

/** Installs those that are missing where that asks nobody: on Debian, as root. */
export function providePrograms(): void {
  const missing = NAMES.filter((name) => !find(name)).map((name) => PACKAGES[name]);
  const { isRoot, run } = thisMachine(process.env);
  if (missing.length === 0 || !isRoot || !Bun.which("apt-get")) return;
  for (const words of [["update"], ["install", "-y", "--no-install-recommends", ...missing]])
    run(["apt-get", "-qq", ...words], "install");
}

/** Its path. */
export function findProgram(name: Name): string {
  const found = find(name);
  if (found) return found;
  const its = PACKAGES[name];
  throw new Error(`The tests need ${name}: apt-get install ${its}, or brew install ${its}`);
}

const find = (name: Name) => Bun.which(name, { PATH: PLACES });
