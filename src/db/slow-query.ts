/** What auto_explain says of a slow query, without anybody's values. */
import type postgres from "postgres";

export interface SlowQuery {
  readonly durationMs: number;
  /** On one line, as it stands in the source: with $1 for a value. */
  readonly query: string;
  /** As EXPLAIN writes it, line by line, with ? for a value. */
  readonly plan: readonly string[];
}

const QUERY_LENGTH_MAXIMUM = 500;
const PLAN_LINES_MAXIMUM = 60;
const PLAN_LINE_LENGTH_MAXIMUM = 300;

/** Undefined for a notice about anything else. */
export function slowQueryOf({ file, message = "" }: postgres.Notice): SlowQuery | undefined {
  if (file !== "auto_explain.c") return undefined;
  const [head = "", ...lines] = message.split("\n");
  const planAt = lines.findIndex((line) => line.includes("(cost="));
  const [query, plan] = planAt < 0 ? [lines, []] : [lines.slice(0, planAt), lines.slice(planAt)];
  return {
    // The words around it are in the language of the server.
    durationMs: Number(/\d+(?:\.\d+)?/.exec(head)?.[0] ?? Number.NaN),
    query: shortened(oneLine(query.join(" ").replace(/^Query Text: /, "")), QUERY_LENGTH_MAXIMUM),
    plan: withoutValues(plan.join("\n")),
  };
}

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

export const shortened = (text: string, lengthMaximum: number): string =>
  text.length > lengthMaximum ? `${text.slice(0, lengthMaximum - 1)}…` : text;

/** A text as PostgreSQL writes it in an expression, over several lines if it has them. */
const TEXT = /E?'(?:[^']|'')*'/g;
const NUMBER = /(?<![\w$.]|Plan )\d+(?:\.\d+)?(?:e[+-]?\d+)?(?!\w)/g;
/** Lines on which numbers are PostgreSQL's own. On any other they may be somebody's. */
const MEASURED =
  /\(cost=|^\s*(?:Rows Removed by |Sort Method|Full-sort |Pre-sorted |Heap |Index Searches|Workers? |Buckets|Batches|Hits|Storage|Buffers|Peak Memory|InitPlan |SubPlan )/;

/** The plan of a query with parameters has their values in its conditions, while PostgreSQL plans it for each anew. */
function withoutValues(plan: string): string[] {
  const lines = plan.replace(TEXT, "?").split("\n");
  const kept = lines.slice(0, PLAN_LINES_MAXIMUM).map((line) => {
    const clean = MEASURED.test(line) ? line : line.replace(NUMBER, "?");
    return shortened(clean.trimEnd(), PLAN_LINE_LENGTH_MAXIMUM);
  });
  return lines.length > kept.length ? [...kept, "…"] : kept;
}
