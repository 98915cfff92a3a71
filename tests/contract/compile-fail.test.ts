/** What does not compile, and what tsc says about it: each file of compile-fail/ has one mistake, below its message. */
import { describe, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { typeErrors } from "./type-check.ts";

const FOLDER = resolve(import.meta.dir, "compile-fail");
const TIMEOUT_MS = 60_000;

const files = readdirSync(FOLDER).filter((file) => file.endsWith(".ts"));
const errors = typeErrors(FOLDER);

describe("tsc refuses, on the right line and naming the thing,", () => {
  for (const file of files) {
    test(
      file.replace(/\.ts$/, "").replaceAll("-", " "),
      async () => {
        const lines = readFileSync(join(FOLDER, file), "utf8").split("\n");
        const at = lines.findIndex((line) => line.includes("// refused: "));
        const [, message] = lines[at]!.split("// refused: ");
        const found = (await errors).filter((error) => error.file === file);
        expect(found.map(({ line }) => line)).toEqual([at + 2]);
        expect(found[0]!.text).toContain(message!);
      },
      TIMEOUT_MS,
    );
  }
});
