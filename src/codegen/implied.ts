import type { PipelineProblemCode } from "#contract/problem";
import type { OperationModel } from "./model.ts";

type Words = Pick<
  OperationModel,
  "method" | "path" | "security" | "organizationScoped" | "parameters" | "body" | "answers" | "policy"
>;

/** The problems that the pipeline can answer an operation with, because the contract's other words imply them. By status. */
export function impliedProblems({
  method,
  path,
  security,
  organizationScoped,
  parameters,
  body,
  answers,
  policy,
}: Words): PipelineProblemCode[] {
  const secured = security.length > 0;
  const guardsCookies = method !== "GET" && parameters.some((parameter) => parameter.in === "cookie");
  const rules: [boolean, PipelineProblemCode[]][] = [
    [true, ["bad_request"]],
    [secured, ["unauthenticated"]],
    [policy.freshMs !== null, ["reauthentication_required"]],
    [secured || organizationScoped || guardsCookies, ["forbidden"]],
    [path.includes("{"), ["not_found"]],
    [answers.some(({ content }) => content.length > 0), ["not_acceptable"]],
    [body !== undefined, ["request_timeout"]],
    [policy.idempotency !== "none", ["idempotency_in_progress"]],
    [policy.precondition !== "none", ["precondition_failed"]],
    // Where nothing is taken, a body is too large and a query has a parameter that is not known.
    [true, ["body_too_large", "invalid_request"]],
    [body !== undefined, ["unsupported_media_type"]],
    [policy.idempotency !== "none", ["idempotency_mismatch"]],
    [policy.precondition === "required", ["precondition_required"]],
    [true, ["rate_limited", "internal", "unavailable"]],
  ];
  return rules.flatMap(([applies, codes]) => (applies ? codes : []));
}
