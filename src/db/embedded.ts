/**
 * A real PostgreSQL out of an npm package, for machines that have none: development, tests, a first look at production
 * settings. It listens on the loopback interface only, behind a random password that lies beside its data.
 */
import { chmod, chown, mkdir, mkdtemp, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { freePort, isAlive } from "#lib/machine";
import { loadModules } from "./modules";
import { type Programs, programsIn } from "./programs";

export interface EmbeddedOptions {
  /** Holds the cluster, its password and its log. Made when missing. */
  readonly dataDir: string;
  /** False trades safety for speed: a power cut may lose the data. For tests. */
  readonly durable: boolean;
  readonly maxConnections?: number;
  /** Whoever runs a query that takes longer than this gets a notice with its plan; nobody unless given. */
  readonly slowQueryMs?: number;
}

export interface EmbeddedPostgres {
  readonly dataDir: string;
  readonly port: number;
  /** Whether it was running already, started by a process that is gone or by a neighbour. */
  readonly adopted: boolean;
  /** Modules of PostgreSQL's own that the package for this machine comes without. */
  readonly missingModules: readonly string[];
  /** The address of one of its databases, password included. */
  url(database: string): string;
  /** Ends connections and stops the server. */
  stop(): Promise<void>;
}

const USER = "groundwork";
const START_ATTEMPTS = 10;
const RETRY_DELAY_MS = 300;
const LOG_TAIL_CHARACTERS = 2_000;

/**
 * Starts the cluster of a data folder, making it first where there is none, or adopts the one that runs there: after a
 * crash of its owner the server is still up, or its pid file still lies there. Rejects with the end of the server's log.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const programs = await programsIn(dataDir);
  const cluster = join(dataDir, "postgres");
  const password = await passwordIn(dataDir);
  if (!(await exists(cluster))) await initialize(programs, dataDir, cluster, password);
  for (let attempt = 1; ; attempt++) {
    const running = await runningPort(cluster, password);
    if (running)
      return embedded(programs, options, { dataDir, cluster, password, port: running, adopted: attempt === 1 });
    const failure = await start(programs, dataDir, cluster, options);
    if (failure && attempt === START_ATTEMPTS) throw new Error(`PostgreSQL does not start in ${cluster}:\n${failure}`);
    // Children of a killed server may hold its shared memory a moment longer; a neighbour may be starting it just now.
    if (failure) await delay(RETRY_DELAY_MS);
  }
}

interface Running extends Pick<EmbeddedPostgres, "dataDir" | "port" | "adopted"> {
  readonly cluster: string;
  readonly password: string;
}

function embedded(programs: Programs, options: EmbeddedOptions, running: Running): EmbeddedPostgres {
  const { dataDir, cluster, password, port, adopted } = running;
  return {
    dataDir,
    port,
    adopted,
    missingModules: loadModules(programs.modules, options.slowQueryMs).missing,
    url: (database) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`,
    stop: async () => {
      const { exitCode, output } = await programs.run("pg_ctl", [
        "stop",
        "-D",
        cluster,
        "-m",
        "fast",
        "-w",
        "-t",
        "30",
      ]);
      if (exitCode !== 0 && (await exists(join(cluster, "postmaster.pid"))))
        throw new Error(`PostgreSQL does not stop: ${output}`);
    },
  };
}

/** Beside its final place first, so that an interrupted run leaves no half a cluster. */
async function initialize(programs: Programs, dataDir: string, cluster: string, password: string): Promise<void> {
  const workshop = await mkdtemp(join(dataDir, "new-"));
  const [unfinished, passwordFile] = [join(workshop, "postgres"), join(workshop, "password")];
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  const { owner } = programs;
  if (owner) await Promise.all([workshop, unfinished, passwordFile].map((path) => chown(path, owner.uid, owner.gid)));
  try {
    // The same order of text and the same lower case on every machine, whatever its locale.
    const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
    const access = [`--username=${USER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
    const args = ["-D", unfinished, ...locale, ...access, "--no-sync", "--no-instructions"];
    const { exitCode, output } = await programs.run("initdb", args);
    if (exitCode !== 0) throw new Error(`PostgreSQL cannot make a cluster in ${dataDir}:\n${output}`);
    await rename(unfinished, cluster).catch((error) => {
      // A neighbour was faster; its cluster is as good.
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Undefined when it runs, else what kept it from running. */
async function start(
  programs: Programs,
  dataDir: string,
  cluster: string,
  { durable, maxConnections = 100, slowQueryMs }: EmbeddedOptions,
): Promise<string | undefined> {
  const log = join(dataDir, "postgres.log");
  const settings = [
    `port=${await freePort()}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `max_connections=${maxConnections}`,
    ...(durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"]),
    ...loadModules(programs.modules, slowQueryMs).settings,
  ];
  await (await open(log, "a", 0o600)).close();
  if (programs.owner) await chown(log, programs.owner.uid, programs.owner.gid);
  const options = settings.map((setting) => `-c ${setting.endsWith("=") ? `${setting}''` : setting}`).join(" ");
  const { exitCode, output } = await programs.run("pg_ctl", [
    "start",
    "-D",
    cluster,
    "-l",
    log,
    "-o",
    options,
    "-w",
    "-t",
    "30",
  ]);
  return exitCode === 0 ? undefined : `${output}\n${(await readFile(log, "utf8")).slice(-LOG_TAIL_CHARACTERS)}`;
}

/** The port of the server that runs in the cluster's folder, if one does and is ours. */
async function runningPort(cluster: string, password: string): Promise<number | undefined> {
  const lines = (await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port || !isAlive(pid)) return undefined;
  const sql = postgres({
    host: "127.0.0.1",
    port,
    user: USER,
    password,
    database: "postgres",
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
  });
  try {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    return row?.folder === cluster ? port : undefined;
  } catch {
    return undefined;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function passwordIn(dataDir: string): Promise<string> {
  const file = join(dataDir, "postgres.password");
  const fresh = Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString("base64url");
  // Whoever comes first decides: a neighbour that starts at the same moment reads the same password.
  await writeFile(file, fresh, { flag: "wx", mode: 0o600 }).catch((error) => {
    if (error.code !== "EEXIST") throw error;
  });
  await chmod(file, 0o600);
  return readFile(file, "utf8");
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
