/** TypeScript's own checker, as the tests of types run it. */
import { resolve } from "node:path";

const TSC = resolve(import.meta.dir, "../../node_modules/typescript-native/bin/tsc");

export interface TypeError {
  readonly file: string;
  readonly line: number;
  /** The message with its reasons, on one line. */
  readonly text: string;
}

/** Every error in the project of a folder. */
export async function typeErrors(folder: string): Promise<TypeError[]> {
  const tsc = Bun.spawn(["node", TSC, "-p", folder, "--pretty", "false"], {
    cwd: folder,
    stdout: "pipe",
    stderr: "inherit",
  });
  const output = await new Response(tsc.stdout).text();
  const errors: { file: string; line: number; text: string }[] = [];
  for (const line of output.split("\n")) {
    const [, file, number, message] = /^(.+)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line) ?? [];
    if (file !== undefined) errors.push({ file, line: Number(number), text: message! });
    else if (line.startsWith(" ") && errors.length > 0) errors.at(-1)!.text += ` ${line.trim()}`;
    else if (line !== "") errors.push({ file: "", line: 0, text: line });
  }
  return errors;
}
