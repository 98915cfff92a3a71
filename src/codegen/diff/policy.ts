/** What became of an operation's x-policy: a row for each of its words. */
import type { CachePolicy, Limit, Policy } from "#contract/operation";
import type { OperationModel } from "../model.ts";
import type policySchema from "../policy.schema.json";
import { rateText, sizeText, timeText } from "../units.ts";
import { type Changes, type Grade, inside, type Spot, spotOf } from "./changes.ts";

interface Pair {
  readonly changes: Changes;
  /** The policy, and in a row the word that it is about. */
  readonly spot: Spot;
  readonly before: OperationModel;
  readonly after: OperationModel;
}

type Row = (pair: Pair) => void;

/** The rows of a word whose parts are graded each for itself. */
const each =
  (...rows: Row[]): Row =>
  (pair) => {
    for (const row of rows) row(pair);
  };

/** A number, which may become less or more; undefined where the operation has none to compare. Infinity is no limit. */
const amount =
  (
    of: (operation: OperationModel) => number | undefined,
    text: (amount: number) => string,
    grades: { readonly less?: Grade; readonly more?: Grade },
    ...words: string[]
  ): Row =>
  ({ changes, spot, before, after }) => {
    const [was, is] = [of(before), of(after)];
    if (was === undefined || is === undefined || was === is) return;
    const grade = is < was ? grades.less : grades.more;
    const shown = (value: number) => (value === 0 || value === Number.POSITIVE_INFINITY ? "none" : text(value));
    if (grade) changes.add(grade, inside(spot, ...words), shown(was), shown(is));
  };

/** Words from the weakest to the strongest. What is demanded now refuses those who do not bring it. */
const strength =
  (of: (policy: Policy) => string, order: readonly string[]): Row =>
  ({ changes, spot, before, after }) => {
    const [was, is] = [of(before.policy), of(after.policy)];
    if (order.indexOf(is) < order.indexOf(was)) changes.add("danger", spot, was, is);
    else if (is === "required" && was !== is) changes.add("breaking", spot, was, is);
  };

const DEMANDS = ["none", "optional", "required"];

/** A word that is not here does not compile, and one that nothing tells of fails tests/contract/diff-policy.test.ts. */
const ROWS: Readonly<Record<keyof typeof policySchema.$defs.policy.properties, Row>> = {
  rateLimit: compareLimits,
  bodyLimit: amount(({ body, policy }) => body && policy.bodyLimitBytes, sizeText, {
    less: "breaking",
    more: "notice",
  }),
  fresh: amount(({ policy }) => policy.freshMs ?? Number.POSITIVE_INFINITY, timeText, {
    less: "breaking",
    more: "danger",
  }),
  timeout: amount(({ policy }) => policy.timeoutMs, timeText, { less: "notice", more: "notice" }),
  cache: each(
    amount(({ policy }) => (policy.cache?.maxAgeSeconds ?? 0) * 1000, timeText, { more: "danger" }, "maxAge"),
    compareSharedAge,
    amount(({ policy }) => policy.cache?.keepMs ?? 0, timeText, { less: "notice", more: "notice" }, "keep"),
    compareCacheWords,
    compareTags,
  ),
  idempotency: strength(({ idempotency }) => idempotency, DEMANDS),
  precondition: strength(({ precondition }) => precondition, DEMANDS),
  audit: compareAudit,
  problems: compareProblems,
  page: each(
    comparePaging,
    amount(({ policy }) => policy.page?.maximum, String, { less: "breaking", more: "notice" }, "maximum"),
    amount(({ policy }) => policy.page?.default, String, { less: "notice", more: "notice" }, "default"),
  ),
  transaction: ({ changes, spot, before, after }) => {
    const [was, is] = [before.policy.transaction, after.policy.transaction];
    if (was !== is) changes.add("notice", spot, was, is);
  },
  response: strength(({ response }) => response, ["off", "log", "enforce"]),
  compress: ({ changes, spot, before, after }) => {
    const text = ({ compress }: Policy) => (compress ? "always" : "never");
    const [was, is] = [text(before.policy), text(after.policy)];
    if (was !== is) changes.add(is === "always" ? "danger" : "notice", spot, was, is);
  },
  objective: each(
    amount(
      ({ policy }) => policy.objective?.p95Ms ?? Number.POSITIVE_INFINITY,
      timeText,
      { less: "notice", more: "notice" },
      "p95",
    ),
    amount(
      ({ policy }) => policy.objective?.perSecond ?? 0,
      (rate) => `${rate}/s`,
      { less: "notice", more: "notice" },
      "rate",
    ),
  ),
  listener: compareListeners,
};

export function comparePolicy({ changes, spot, before, after }: Pair): void {
  for (const [word, row] of Object.entries(ROWS)) row({ changes, spot: inside(spot, word), before, after });
}

function compareLimits({ changes, spot, before, after }: Pair): void {
  const [was, is] = [before.policy.rateLimit, after.policy.rateLimit];
  // What a name stands for changes for all that have it, and is told once.
  const at = was.name === is.name ? inside(spotOf("x-rate-limits", "x-rate-limits"), was.name) : spot;
  for (const part of ["caller", "address"] as const) {
    const grade = gradeOfLimit(was[part], is[part]);
    const text = (limit: Limit | undefined) => (limit ? rateText(limit) : "none");
    if (grade) changes.add(grade, inside(at, part), text(was[part]), text(is[part]), before.id);
  }
}

/** Fewer at once or fewer in the long run: either refuses somebody who was not refused before. */
function gradeOfLimit(was: Limit | undefined, is: Limit | undefined): Grade | undefined {
  if (!was || !is) return was ? "danger" : is && "breaking";
  const [rateBefore, rate] = [was.count / was.perSeconds, is.count / is.perSeconds];
  if (rate < rateBefore || is.count < was.count) return "breaking";
  return rate > rateBefore || is.count > was.count ? "notice" : undefined;
}

function compareCacheWords({ changes, spot, before, after }: Pair): void {
  const [was, is] = [before.policy.cache, after.policy.cache];
  if (is?.scope === "public" && was?.scope !== "public") {
    changes.add("danger", inside(spot, "scope"), was?.scope ?? "none", is.scope);
  }
  // The answer loses the ETag that it came with.
  if (was?.validator === "etag" && is?.validator !== "etag") {
    changes.add("breaking", inside(spot, "validator"), was.validator, "none");
  }
}

/** How long proxies keep it, where that is not told of `maxAge` already. */
function compareSharedAge({ changes, spot, before, after }: Pair): void {
  const [was, is] = [before.policy.cache, after.policy.cache];
  if (was?.sharedMaxAgeSeconds == null && is?.sharedMaxAgeSeconds == null) return;
  const [old, now] = [sharedAgeSeconds(was), sharedAgeSeconds(is)];
  const text = (seconds: number) => (seconds === 0 ? "none" : timeText(seconds * 1000));
  if (now > old) changes.add("danger", inside(spot, "sharedMaxAge"), text(old), text(now));
}

const sharedAgeSeconds = (cache: CachePolicy | null) =>
  cache?.scope === "public" ? (cache.sharedMaxAgeSeconds ?? cache.maxAgeSeconds) : 0;

/** An answer that is kept outlives the changes of what it does not name: here, or where everybody's answers are kept. */
function compareTags({ changes, spot, before, after }: Pair): void {
  const [was, is] = [before.policy.cache, after.policy.cache];
  if (!was || !is || (is.keepMs === null && is.scope === "private")) return;
  for (const { name } of was.tags) {
    if (!is.tags.some((tag) => tag.name === name)) changes.add("danger", inside(spot, "tags"), name, "absent");
  }
}

function compareAudit({ changes, spot, before, after }: Pair): void {
  const [was, is] = [before.policy.audit, after.policy.audit];
  if (!was) return;
  if (!is) {
    changes.add("danger", spot, was.event, "none");
    return;
  }
  if (was.event !== is.event) changes.add("danger", inside(spot, "event"), was.event, is.event);
  const kept = is.fields.map(fieldText);
  for (const field of was.fields.map(fieldText)) {
    if (!kept.includes(field)) changes.add("danger", inside(spot, "fields"), field, "absent");
  }
  for (const [status, event] of Object.entries(was.answers)) {
    const now = is.answers[Number(status)] ?? is.event;
    if (now !== event) changes.add("danger", inside(spot, "answers", status), event, now);
  }
  for (const [code, event] of Object.entries(was.problems)) {
    const now = is.problems[code];
    if (now !== event) changes.add("danger", inside(spot, "problems", code), event, now ?? "none");
  }
}

const fieldText = ({ in: where, at }: { in: string; at: readonly string[] }) => [where, ...at].join(".");

/** Those that other words imply are not told: those words are. */
function compareProblems({ changes, spot, before, after }: Pair): void {
  for (const code of after.problems) {
    if (!before.problems.includes(code)) changes.add("notice", spot, "absent", code);
  }
}

function comparePaging({ changes, spot, before, after }: Pair): void {
  const text = ({ page }: Policy) => (page ? "in pages" : "in one answer");
  const [was, is] = [text(before.policy), text(after.policy)];
  if (was !== is) changes.add("breaking", spot, was, is);
}

const LISTENERS = { public: ["public"], internal: ["internal"], both: ["public", "internal"], development: [] };

function compareListeners({ changes, spot, before, after }: Pair): void {
  const [was, is] = [before.policy.listener, after.policy.listener];
  const [served, serves]: [readonly string[], readonly string[]] = [LISTENERS[was], LISTENERS[is]];
  if (served.some((listener) => !serves.includes(listener))) changes.add("breaking", spot, was, is);
  if (!served.includes("public") && serves.includes("public")) changes.add("danger", spot, was, is);
}
