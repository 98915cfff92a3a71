/** problems.ts: the constructor of the contract's own problems. */
import type { Emitter } from "../model.ts";
import { banner, comment, literal } from "./text.ts";

export const problems: Emitter = {
  file: "problems.ts",
  emit: ({ problems }) =>
    [
      `${banner()}import { type ProblemEntry, problemsOf } from "#contract/problem";\n\n`,
      comment(["The contract's own catalogue, x-problems."]),
      `export const problems = ${literal(problems)} as const satisfies Readonly<Record<string, ProblemEntry>>;\n\n`,
      "export type ProblemCode = keyof typeof problems;\n\n",
      comment([
        "Makes a problem by its code, for a handler to return. The detail is the catalogue's meaning unless given.",
      ]),
      "export const problem = problemsOf(problems);\n",
    ].join(""),
};
