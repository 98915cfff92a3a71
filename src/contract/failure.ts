/** What a thrown error means for the caller. Its words never leave the server. */

import type { Outcome } from "#contract/call";
import type { Operation } from "#contract/operation";
import { AlreadyAnswered } from "#contract/policy/idempotency";
import { isProblem, type Problem, pipelineProblem } from "#contract/problem";
import { BodyTooLargeError } from "#contract/read/body";
import { AbortedError } from "#contract/transaction";
import { DATABASE_LOST } from "#db/watch";

/** Seconds that a caller waits before it asks again, when nothing says how long the trouble lasts. */
export const RETRY_AFTER_SECONDS = 5;

/** postgres.js's and the operating system's words for a database that cannot be reached. */
const UNREACHABLE = new Set([
  DATABASE_LOST,
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
]);

/**
 * SQLSTATEs (PostgreSQL, appendix A) that pass by themselves: connection exceptions, resources, shutdown, cancelled or
 * timed out statements, and transactions that met another one.
 */
const PASSING = /^(?:08|53|57P0|57014|55P03|25P03|40001|40P01)/;

/** SQLSTATEs that say what is wrong with the input: where the contract's own checks are looser than the database. */
const OF_THE_INPUT: Readonly<Record<string, "bad_request" | "invalid_request" | "conflict" | "not_found">> = {
  "22021": "bad_request",
  "22P05": "bad_request",
  "22P02": "invalid_request",
  "22003": "invalid_request",
  "23514": "invalid_request",
  "23505": "conflict",
  "23503": "conflict",
};

/** A transaction that may work when it runs again. */
export const isConflict = (error: unknown): boolean => ["40001", "40P01"].includes(codeOf(error));

/** A problem that the operation declares, or our own 500. */
export function problemOf(error: unknown, operation: Operation | null): Outcome {
  if (isProblem(error)) return !operation || operation.problems.includes(error.code) ? error : internal();
  if (error instanceof AlreadyAnswered) return error.outcome;
  if (error instanceof BodyTooLargeError) return pipelineProblem("body_too_large");
  const code = codeOf(error);
  if (error instanceof AbortedError || UNREACHABLE.has(code) || PASSING.test(code)) return unavailable();
  const named = OF_THE_INPUT[code];
  if (named && operation?.problems.includes(named)) return pipelineProblem(named);
  return internal();
}

export const unavailable = (): Problem => pipelineProblem("unavailable", { retryAfter: RETRY_AFTER_SECONDS });

const internal = (): Problem => pipelineProblem("internal");

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";
