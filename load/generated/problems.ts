// Generated from the contract. Edit openapi.yaml, then run make generate.
import { type ProblemEntry, problemsOf } from "#contract/problem";

/** The contract's own catalogue, x-problems. */
export const problems = {} as const satisfies Readonly<Record<string, ProblemEntry>>;

export type ProblemCode = keyof typeof problems;

/** Makes a problem by its code, for a handler to return. The detail is the catalogue's meaning unless given. */
export const problem = problemsOf(problems);
