/**
 * bun load/stand-in/main.ts run [-e NAME=value] [--out json=file] script.js: runs a script of ours as k6 would, as far as our
 * scripts need it. docs/load-tests.md says where the two differ. Its exit codes are k6's.
 */
import { parseArgs } from "node:util";
import { EXIT_CODES } from "./exit-codes";
import { jsonOutput } from "./json-output";
import { runScript } from "./run";

const USAGE = "bun load/stand-in/main.ts run [-e NAME=value] [--out json=file] script.js";

const { values, positionals } = parseArgs({
  options: { env: { type: "string", short: "e", multiple: true, default: [] }, out: { type: "string" } },
  allowPositionals: true,
});
const [command, script, ...more] = positionals;
if (command !== "run" || !script || more.length > 0 || (values.out && !values.out.startsWith("json="))) {
  console.error(USAGE);
  process.exit(EXIT_CODES.invalidConfig);
}

const say = (line: string) => console.error(line);
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
// A promise that a script forgot.
process.on("unhandledRejection", (error) => say(`Not waited for: ${error instanceof Error ? error.stack : error}`));

const given = values.env.map((pair): [string, string] => {
  const equals = pair.indexOf("=");
  return [pair.slice(0, equals), pair.slice(equals + 1)];
});
const exitCode = await runScript(script, {
  env: { ...process.env, ...Object.fromEntries(given) } as Record<string, string>,
  outputs: values.out ? [jsonOutput(values.out.slice("json=".length))] : [],
  say,
  signal: stop.signal,
});
process.exit(exitCode);
