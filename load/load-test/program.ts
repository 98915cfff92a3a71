/** What runs a script: k6 where it is installed, else the stand-in. Both take the same words and end with the same codes. */
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ROOT } from "../../src/dev/environment";
import { aborted } from "../../src/dev/stop";
import type { ScriptName } from "./scripts";

export interface Program {
  readonly name: "k6" | "stand-in";
  /** For a person. */
  readonly words: string;
  readonly command: readonly string[];
}

export interface Run {
  readonly script: ScriptName;
  readonly env: Readonly<Record<string, string>>;
  /** Where samples, and all that is said, go. */
  readonly samples: string;
  readonly log: string;
  readonly signal: AbortSignal;
}

/** As k6 has them. */
export const HELD = 0;
export const CROSSED = 99;

/** For a k6 to end what it does; then it is killed. */
const STOP_GRACE_MS = 10_000;

export function findProgram(path = process.env.PATH ?? ""): Program {
  const k6 = Bun.which("k6", { PATH: path });
  if (k6) {
    const version = Bun.spawnSync([k6, "version"]).stdout.toString().trim().split(" ", 2).join(" ");
    return { name: "k6", words: version || "k6", command: [k6] };
  }
  const standIn = join(ROOT, "load/stand-in/main.ts");
  const words = "the stand-in for k6 on Bun, because k6 is not on the PATH";
  return { name: "stand-in", words, command: [process.execPath, standIn] };
}

/** Answers with its exit code. */
export async function runScript(program: Program, { script, env, samples, log, signal }: Run): Promise<number> {
  const variables = Object.entries(env).flatMap(([name, value]) => ["-e", `${name}=${value}`]);
  const child = Bun.spawn(
    [...program.command, "run", ...variables, "--out", `json=${samples}`, join(ROOT, `load/${script}.js`)],
    {
      cwd: ROOT,
      stdin: "ignore",
      stdout: "pipe",
      stderr: "pipe",
      // Ctrl-C reaches this process only, which then stops things in their order.
      detached: true,
      // Of k6: the shape of a summary that all versions have, and nothing sent to its makers.
      env: {
        ...process.env,
        K6_NEW_MACHINE_READABLE_SUMMARY: "false",
        K6_NO_USAGE_REPORT: "true",
        K6_NO_COLOR: "true",
      },
    },
  );
  const said = createWriteStream(log);
  const saying = [child.stdout, child.stderr].map((stream) => pipeline(stream, said, { end: false }));
  const stopped = await Promise.race([child.exited.then(() => false), aborted(signal).then(() => true)]);
  if (stopped) {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), STOP_GRACE_MS);
    await child.exited;
    clearTimeout(late);
  }
  await Promise.all(saying);
  await new Promise<void>((resolve) => said.end(resolve));
  return child.exited;
}
