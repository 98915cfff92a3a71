/**
 * A script as k6 sees it: bundled once, then evaluated once for each virtual user, so that the state of its modules is
 * theirs alone. The bundle asks for k6's modules by `require`, and each user is given modules of their own.
 */
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, resolve } from "node:path";
import { compileFunction } from "node:vm";
import type { Options } from "k6/options";

export interface ScriptModule {
  readonly options?: Options;
  readonly setup?: () => unknown;
  readonly teardown?: (data: unknown) => unknown;
  readonly handleSummary?: (data: unknown) => unknown;
  readonly [name: string]: unknown;
}

/** What an evaluation reads as `__VU`, `__ITER` and `__ENV`. */
export interface Scope {
  readonly id: number;
  readonly iteration: number;
  readonly env: Readonly<Record<string, string>>;
}

type Require = (name: string) => object;
type Open = (path: string, mode?: "b") => string | ArrayBuffer;
type Evaluate = (require: Require, module: { exports: object }, scope: Scope, open: Open) => void;

const FILE = "script bundled for the stand-in";
const FRAME = new RegExp(`${FILE}:(\\d+):(\\d+)`);

export class Script {
  readonly #folder: string;
  readonly #evaluate: Evaluate;
  readonly #map: SourceMap;

  private constructor(folder: string, text: string, map: string) {
    this.#folder = folder;
    this.#evaluate = compileFunction(text, ["require", "module", "__scope", "open"], { filename: FILE }) as Evaluate;
    this.#map = new SourceMap(JSON.parse(map));
  }

  /** Throws where it, or something that it imports, is missing or cannot be parsed. */
  static async load(path: string): Promise<Script> {
    const built = await Bun.build({
      entrypoints: [resolve(path)],
      format: "cjs",
      target: "browser",
      sourcemap: "external",
      external: ["k6", "k6/*"],
      define: { __VU: "__scope.id", __ITER: "__scope.iteration", __ENV: "__scope.env" },
    });
    const [text, map] = await Promise.all(built.outputs.slice(0, 2).map((output) => output.text()));
    return new Script(dirname(resolve(path)), text!, map!);
  }

  evaluate(scope: Scope, modules: Readonly<Record<string, object>>): ScriptModule {
    const module = { exports: {} };
    const require = (name: string) => {
      const found = modules[name];
      if (!found) throw new Error(`${name} is not in the stand-in for k6. It has ${Object.keys(modules).join(", ")}.`);
      return found;
    };
    this.#evaluate(require, module, scope, this.#open);
    return module.exports;
  }

  /** An error's words, with the places in the script's own files that it came from: Bun names them from where it runs. */
  explain(error: unknown): string {
    if (!(error instanceof Error)) return String(error);
    const frames = (error.stack ?? "").split("\n").filter((line) => line.includes(FILE));
    return [`${error.name}: ${error.message}`, ...frames.map((frame) => frame.replace(FRAME, this.#placed))].join("\n");
  }

  readonly #placed = (place: string, line: string, column: string): string => {
    const entry = this.#map.findEntry(Number(line) - 1, Number(column) - 1) as Partial<SourceEntry>;
    if (!entry.originalSource) return place;
    return `${resolve(entry.originalSource)}:${entry.originalLine! + 1}:${entry.originalColumn! + 1}`;
  };

  /** Synchronous, as k6 has it; scripts call it while they are evaluated. */
  readonly #open: Open = (path, mode) => {
    const bytes = readFileSync(resolve(this.#folder, path));
    return mode === "b" ? bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) : bytes.toString();
  };
}

interface SourceEntry {
  readonly originalSource: string;
  readonly originalLine: number;
  readonly originalColumn: number;
}
