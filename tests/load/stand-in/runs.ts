/** Runs a script in the stand-in for k6, against a real server, and keeps all that it measured. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Output, Tags } from "../../../load/stand-in/registry";
import { runScript } from "../../../load/stand-in/run";
import type { SummaryData } from "../../../load/stand-in/summary";

export interface Sample {
  readonly metric: string;
  readonly value: number;
  readonly tags: Tags;
}

export interface Ran {
  readonly exitCode: number;
  /** What was said to a person. */
  readonly lines: readonly string[];
  readonly samples: readonly Sample[];
  /** The values of a metric, in their order. */
  values(metric: string): number[];
  readonly summary: SummaryData;
}

/** A summary that nobody asks for goes where the test can read it. */
const SUMMARY = "\nexport const handleSummary = (data) => ({ [__ENV.SUMMARY]: JSON.stringify(data) });\n";

export interface RunOptions {
  readonly env?: Record<string, string>;
  readonly signal?: AbortSignal;
  /** Other files beside the script, by their names. */
  readonly files?: Readonly<Record<string, string>>;
}

export async function run(script: string, { env = {}, signal, files = {} }: RunOptions = {}): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), "stand-in-"));
  try {
    const [path, place] = [join(folder, "script.js"), join(folder, "summary.json")];
    await Bun.write(path, script.includes("handleSummary") ? script : script + SUMMARY);
    for (const [name, text] of Object.entries(files)) await Bun.write(join(folder, name), text);
    const lines: string[] = [];
    const samples: Sample[] = [];
    const output: Output = {
      metric() {},
      points: (points, tags) => {
        samples.push(...points.map(([{ name }, value]) => ({ metric: name, value, tags })));
      },
      close: async () => {},
    };
    const exitCode = await runScript(path, {
      env: { SUMMARY: place, ...env },
      outputs: [output],
      say: (line) => void lines.push(line.replaceAll(folder, "")),
      ...(signal && { signal }),
    });
    const written = Bun.file(place);
    const summary = (await written.exists()) ? await written.json() : undefined;
    const values = (name: string) => samples.filter(({ metric }) => metric === name).map(({ value }) => value);
    return { exitCode, lines, samples, values, summary };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What scripts of these tests begin with. */
export const IMPORTS = `
import { check, fail, group } from "k6";
import exec from "k6/execution";
import http from "k6/http";
import { Counter, Gauge, Rate, Trend } from "k6/metrics";
`;
