// Generated from the contract. Edit openapi.yaml, then run make generate.
import { type ProblemEntry, problemsOf } from "#contract/problem";

/** The contract's own catalogue, x-problems. */
export const problems = {
  invalid_credentials: {
    status: 401,
    title: "Wrong e-mail address or password",
    meaning:
      "No account has this e-mail address with this password. Both are checked together, so the answer does not tell which one is wrong.",
  },
  invalid_refresh_token: {
    status: 401,
    title: "The refresh token does not work",
    meaning: "It is missing, unknown or expired, or its session has ended. Log in again.",
  },
  refresh_token_reused: {
    status: 401,
    title: "The refresh token was used before",
    meaning:
      "A token that was already exchanged came back too late to be a repeat. It may have been stolen, so the session has ended. Log in again.",
  },
  not_ready: {
    status: 503,
    title: "The server is not ready",
    meaning:
      "It is starting or stopping, or something that it depends on does not answer. Ask again after the seconds in Retry-After.",
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;

export type ProblemCode = keyof typeof problems;

/** Makes a problem by its code, for a handler to return. The detail is the catalogue's meaning unless given. */
export const problem = problemsOf(problems);
