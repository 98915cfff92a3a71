import { type ProblemEntry, pipelineProblems } from "#contract/problem";
import type { OperationModel } from "./model.ts";
import { LIMIT_HEADERS } from "./published-limits.ts";

type Json = Record<string, unknown>;

export interface ProblemAnswer {
  readonly status: number;
  /** Of the response component: the codes that it stands for. */
  readonly name: string;
  readonly answer: Json;
}

/** One answer for each status at which an operation can refuse, with the codes that are possible there. */
export function problemAnswers(
  operation: OperationModel,
  catalogue: Readonly<Record<string, ProblemEntry>>,
): ProblemAnswer[] {
  const entries: Readonly<Record<string, ProblemEntry>> = { ...pipelineProblems, ...catalogue };
  const byStatus = new Map<number, string[]>();
  for (const code of [...operation.implied, ...operation.problems]) {
    const { status } = entries[code]!;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, codes]) => ({
      status,
      name: codes.map(pascal).join("Or"),
      answer: problemAnswer(status, codes, entries),
    }));
}

const pascal = (code: string) => code.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function problemAnswer(
  status: number,
  codes: readonly string[],
  entries: Readonly<Record<string, ProblemEntry>>,
): Json {
  const lines = codes.map((code) => `${entries[code]!.title}. ${entries[code]!.meaning}`);
  return {
    description:
      codes.length === 1 ? lines[0]! : codes.map((code, index) => `- \`${code}\`: ${lines[index]}`).join("\n"),
    headers: { ...HEADERS[status], ...LIMIT_HEADERS },
    content: {
      "application/problem+json": {
        schema: {
          allOf: [
            { $ref: "#/components/schemas/Problem" },
            { type: "object", properties: { code: { type: "string", enum: codes } } },
          ],
        },
        examples: Object.fromEntries(codes.map((code) => [code, exampleOf(code, entries[code]!)])),
      },
    },
  };
}

const exampleOf = (code: string, { status, title, meaning }: ProblemEntry): Json => ({
  summary: title,
  value: {
    type: `/problems/${code}`,
    title,
    status,
    detail: meaning,
    instance: "/",
    code,
    requestId: "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d",
    ...(code === "invalid_request" && {
      errors: [{ in: "body", pointer: "/name", code: "required", detail: "It is missing." }],
    }),
  },
});

const RETRY_AFTER = {
  "Retry-After": {
    description: "Seconds to wait before asking again",
    required: true,
    schema: { type: "integer", format: "int32", minimum: 0, maximum: 86_400 },
    example: 30,
  },
};
const HEADERS: Readonly<Record<number, Json>> = {
  401: {
    "WWW-Authenticate": {
      description: "How to authenticate (RFC 9110, section 11.6.1)",
      required: true,
      schema: { type: "string", maxLength: 1024 },
      example: "Bearer",
    },
  },
  429: RETRY_AFTER,
  503: RETRY_AFTER,
};

/** RFC 9457, with a code to switch on, the request's id, and what is wrong with an input. */
export const PROBLEM_SCHEMA: Json = {
  description: "What went wrong (RFC 9457)",
  type: "object",
  additionalProperties: false,
  required: ["type", "title", "status", "detail", "instance", "code", "requestId"],
  properties: {
    type: { description: "Where the problem is documented", type: "string", format: "uri-reference", maxLength: 2048 },
    title: { description: "The same for every problem of this code", type: "string", maxLength: 200 },
    status: { description: "The status of the answer", type: "integer", format: "int32", minimum: 400, maximum: 599 },
    detail: { description: "What happened, and what to do about it", type: "string", maxLength: 2000 },
    instance: { description: "The path that was asked for", type: "string", format: "uri-reference", maxLength: 8192 },
    code: { description: "A stable word to switch on", type: "string", maxLength: 64, pattern: "^[a-z][a-z0-9_]*$" },
    requestId: { description: "To quote when asking for help", type: "string", format: "uuid", maxLength: 36 },
    errors: {
      description: "All that is wrong with the input, with 400 and 422",
      type: "array",
      maxItems: 100,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["in", "pointer", "code", "detail"],
        properties: {
          in: { type: "string", enum: ["path", "query", "header", "cookie", "body"] },
          pointer: { description: "A JSON pointer into that part (RFC 6901)", type: "string", maxLength: 2048 },
          code: { description: "A stable word to switch on", type: "string", maxLength: 64 },
          detail: { description: "One sentence for a person", type: "string", maxLength: 500 },
        },
      },
    },
  },
};
