/** Every operation that has an objective answers, each of its callers, with the headers that the contract promises. */
import { check } from "k6";
import { BROWSER_CODINGS, logIn, send } from "./lib/calls.js";
import { callersOf, callOf, MEMBERS, objectives } from "./lib/objectives.js";
import { TREND_STATS } from "./lib/summary.js";

export { handleSummary } from "./lib/summary.js";

const ROUNDS = 3;

export const options = {
  summaryTrendStats: TREND_STATS,
  scenarios: { smoke: { executor: "per-vu-iterations", iterations: ROUNDS, maxDuration: "30s" } },
  thresholds: {
    checks: ["rate==1"],
    http_req_failed: ["rate==0"],
    http_reqs: [`count>=${ROUNDS * objectives.length}`],
  },
};

export const setup = async () => ({ tokens: await logIn(MEMBERS) });

/** @param {{ tokens: Record<string, string> }} data */
export default async function ({ tokens }) {
  for (const objective of objectives)
    for (const caller of callersOf(objective)) {
      const headers = { "Accept-Encoding": BROWSER_CODINGS };
      judge(objective, await send({ ...callOf(objective), token: tokens[caller], headers }));
    }
}

/**
 * @param {import("../generated/load").Objective} objective
 * @param {import("./lib/calls.js").Answer} answer
 */
function judge({ operation, scope, kept }, answer) {
  const { headers } = answer;
  const control = headers["Cache-Control"] || "";
  /** @type {Record<string, boolean>} */
  const found = {
    "status is 200": answer.status === 200,
    "has a body": answer.body.length > 0,
    "has a request id": (headers["X-Request-Id"] || "").length === 36,
    "is not sniffed": headers["X-Content-Type-Options"] === "nosniff",
    "says its limit": (headers.Ratelimit || "") !== "",
    "says who may keep it": scope === null ? control === "no-store" : control.indexOf(scope) === 0,
    "has a tag where it may be kept": scope === null || /^"[^"]+"$/.test(headers.Etag || ""),
    "says whether the server had it": !kept || /^groundwork; /.test(headers["Cache-Status"] || ""),
  };
  for (const [name, isSo] of Object.entries(found)) check(answer, { [name]: () => isSo }, { operation });
}
