import { createLog } from "#lib/log";

export const ORIGIN = "https://api.example.com";
export const BUILD = { version: "1.2.3", revision: "4f2a91c", runtime: "1.0.0" };

/** A log, and the lines that it wrote. */
export async function linesOf() {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  return { lines, log: await createLog({ level: "debug", format: "json", destination }) };
}
