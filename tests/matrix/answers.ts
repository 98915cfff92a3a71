/** Answers in words, and what of two answers has to be the same. */

import { pipelineProblems } from "#contract/problem";
import type { WalkedOperation } from "#contract/walk";
import { problems } from "#generated/problems";
import type { AnonymousClient, Answered, CallInput } from "../support/client";
import type { Expected } from "./expected";

/** An answer, or what is wrong with one that the published contract does not have. */
export type Came = Answered<unknown> | Error;

export const call = (client: AnonymousClient, operation: WalkedOperation, input: CallInput): Promise<Came> =>
  client.call<unknown>(operation.id, input).catch((error: Error) => error);

export const isSuccess = ({ answers }: WalkedOperation, came: Came): boolean =>
  !(came instanceof Error) && answers.some(({ status }) => status === came.status);

/** Whether the operation itself objected, to a caller who may call it. */
const isOwnProblem = (operation: WalkedOperation, came: Came): boolean => {
  const code = codeOf(came);
  return code !== undefined && Object.hasOwn(problems, code) && operation.problems.includes(code);
};

/** What was expected where something else came; undefined where it is as it should be. */
export function unmet(operation: WalkedOperation, came: Came, expected: Expected, succeeds = false) {
  if (expected !== "passes") {
    const { status } = pipelineProblems[expected];
    return !(came instanceof Error) && came.status === status && codeOf(came) === expected
      ? undefined
      : `${status} ${expected}`;
  }
  if (isSuccess(operation, came) || (!succeeds && isOwnProblem(operation, came))) return undefined;
  return succeeds ? "a success" : "a success or a problem of its own";
}

export const inWords = (came: Came): string =>
  came instanceof Error ? came.message : [came.status, codeOf(came)].filter(Boolean).join(" ");

function codeOf(came: Came): string | undefined {
  const body = came instanceof Error ? undefined : (came.body as { code?: unknown } | undefined);
  return typeof body?.code === "string" ? body.code : undefined;
}

/** What two answers may differ in: the request's id, its trace, how many may follow; and which address it was sent to. */
const OF_ONE_REQUEST = new Set([
  ...["header x-request-id", "header traceresponse", "header ratelimit"],
  ...["body requestId", "body instance"],
]);

/** What of two answers differs, by name. */
export function differences(one: Came, other: Came): string[] {
  const [parts, others] = [partsOf(one), partsOf(other)];
  const names = differing(parts, others);
  return names.filter((name) => !OF_ONE_REQUEST.has(name) || !(name in parts && name in others));
}

function partsOf(came: Came): Readonly<Record<string, string>> {
  if (came instanceof Error) return { message: came.message };
  const { status, headers, body } = came;
  const inBody = typeof body === "object" && body !== null ? Object.entries(body) : [["", body] as const];
  return {
    status: String(status),
    ...Object.fromEntries([...headers].map(([name, value]) => [`header ${name}`, value])),
    ...Object.fromEntries(inBody.map(([name, value]) => [`body ${name}`, JSON.stringify(value)])),
  };
}

/** The names under which two records have different values. */
export const differing = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): string[] =>
  Object.keys({ ...one, ...other }).filter((name) => one[name] !== other[name]);
