/** The nginx of deploy/edge, in front of whatever the test says, with a folder of its own. */
import { chmod, cp, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#lib/machine";
import { Program } from "../support/checkout";
import type { Send } from "../support/client";
import { findProgram } from "../support/programs";

export const SHIPPED = join(import.meta.dir, "../../deploy/edge");
/** What a request may say to be of another time than the rest. */
export const TIME_HEADER = "X-Test-Time";
const TIME = "2026-11-24T09:00:00+00:00";

export interface EdgeOptions {
  /** Another way to listen: a file of deploy/edge, and what lies beside it. */
  readonly listen?: { readonly file: string; readonly port: string; readonly beside: Readonly<Record<string, string>> };
  /** Origins that are listed in site.conf. */
  readonly corsOrigins?: readonly string[];
}

/** A folder that nginx may write in, also where its workers are not the user who runs the tests. */
export async function makePrefix(): Promise<string> {
  const prefix = await realpath(await mkdtemp(join(tmpdir(), "edge-")));
  await chmod(prefix, 0o755);
  return prefix;
}

export class Edge {
  private constructor(
    readonly prefix: string,
    readonly port: number,
    readonly program: Program,
  ) {}

  /** `origin` is asked for what is not in the cache. Time stands still, unless a request says otherwise. */
  static async start(origin: string, { listen = PLAIN, corsOrigins = [] }: EdgeOptions = {}): Promise<Edge> {
    const nginx = findProgram("nginx");
    const prefix = await makePrefix();
    const port = await freePort();
    await cp(SHIPPED, join(prefix, "conf"), { recursive: true });
    const edit = async (file: string, changes: Readonly<Record<string, string>>, as = file) => {
      const text = await readFile(join(prefix, "conf", file), "utf8");
      await writeFile(join(prefix, "conf", as), Object.entries(changes).reduce(replaceOnce, text));
    };
    for (const [name, text] of Object.entries(listen.beside)) await writeFile(join(prefix, "conf", name), text);
    await edit(listen.file, { [`listen ${listen.port}`]: `listen 127.0.0.1:${port}` }, "listen.conf");
    await edit("nginx.conf", { "error_log stderr warn": "error_log stderr notice" });
    const time = `map $http_x_test_time $test_time {\n  default $http_x_test_time;\n  "" "${TIME}";\n}\n`;
    await edit("site.conf", {
      "server 127.0.0.1:3000": `server ${new URL(origin).host.replace("localhost", "127.0.0.1")}`,
      "map $time_iso8601": `${time}map $test_time`,
      '  "" "";\n': `  "" "";\n${corsOrigins.map((each) => `  ${each} "";\n`).join("")}`,
    });
    const command = [nginx, "-p", prefix, "-c", join(prefix, "conf/nginx.conf"), "-g", "daemon off;"];
    const program = new Program(command, prefix, {});
    const edge = new Edge(prefix, port, program);
    await program.line(/start worker process/);
    return edge;
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** Takes what a client of the tests sends, as it is, and does not unpack what comes back. */
  readonly send: Send = (request) => {
    const { pathname, search } = new URL(request.url);
    return fetch(`${this.origin}${pathname}${search}`, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      redirect: "manual",
    });
  };

  /** With exactly these headers. What comes back is here, and not unpacked. */
  async get(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Response> {
    const response = await this.open(path, headers, method);
    const bytes = await response.bytes();
    return new Response(bytes.length > 0 ? bytes : null, response);
  }

  /** The same, while it comes. */
  open(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Response> {
    const all = { "accept-encoding": "identity", ...headers };
    return fetch(`${this.origin}${path}`, { method, headers: all, decompress: false, redirect: "manual" });
  }

  async close(): Promise<void> {
    this.program.signal("SIGTERM");
    await this.program.exited;
    await rm(this.prefix, { recursive: true, force: true });
  }
}

const PLAIN = { file: "listen.conf", port: "8080", beside: {} };

/** What nginx itself says of an answer. */
export const wordOf = ({ headers }: Response): string =>
  /(?:^|, )edge; (.*)$/.exec(headers.get("cache-status") ?? "")?.[1] ?? "nothing";

function replaceOnce(text: string, [what, by]: [string, string]): string {
  if (text.split(what).length !== 2) throw new Error(`"${what}" does not stand in it once:\n${text}`);
  return text.replace(what, () => by);
}
