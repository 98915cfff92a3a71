/**
 * Kept answers are found again, never stale and never somebody else's: the hit ratio at the rates of the objectives, 304
 * for what the caller has, reads that follow writes, and the same operations in two organizations at once.
 */
import { check } from "k6";
import exec from "k6/execution";
import { Rate } from "k6/metrics";
import { BROWSER_CODINGS, byteLength, logIn, send } from "./lib/calls.js";
import { CROSSINGS_PER_SECOND, neighbourThresholds } from "./lib/neighbours.js";
import { callOf, MEMBERS, objectives, scenariosOf, thresholdsOf } from "./lib/objectives.js";
import { staleReadScenarios, staleReadThresholds, WRITERS } from "./lib/stale-reads.js";
import { TREND_STATS } from "./lib/summary.js";

export { cross } from "./lib/neighbours.js";
export { objective } from "./lib/objectives.js";
export { step, watch, writeThenRead } from "./lib/stale-reads.js";
export { handleSummary } from "./lib/summary.js";

/** Of the longest scenario. */
const SECONDS = Number(__ENV.CACHING_SECONDS || "12");

/** Answers to a conditional request: whether they were 304. */
const notModified = new Rate("not_modified");

const kept = objectives.filter((objective) => objective.kept);
const tagged = objectives.filter(({ scope }) => scope !== null);

export const options = {
  summaryTrendStats: TREND_STATS,
  scenarios: {
    ...scenariosOf(kept, { duration: `${SECONDS}s` }),
    ...beside("conditional", 20),
    ...beside("watch", 30),
    ...beside("cross", CROSSINGS_PER_SECOND),
    ...staleReadScenarios,
  },
  thresholds: {
    ...thresholdsOf(kept, ",flow:normal"),
    ...Object.fromEntries(
      kept.map(({ operation }) => [`cache_hits{operation:${operation},flow:normal}`, ["rate>0.9"]]),
    ),
    checks: ["rate==1"],
    not_modified: ["rate==1"],
    ...staleReadThresholds,
    ...neighbourThresholds(SECONDS),
  },
};

/** @type {(exec: string, rate: number) => Record<string, import("k6/options").Scenario>} */
function beside(exec, rate) {
  return { [exec]: { executor: "constant-arrival-rate", exec, rate, duration: `${SECONDS}s`, preAllocatedVUs: 5 } };
}

export const setup = async () => ({ tokens: await logIn([...MEMBERS, ...WRITERS, "rival", "both"]) });

/**
 * What the caller has is not sent again. In an organization that nobody changes.
 * @param {{ tokens: Record<string, string> }} data
 */
export async function conditional({ tokens }) {
  const objective = tagged[exec.scenario.iterationInTest % tagged.length];
  if (!objective) throw new Error("No operation with an objective may be kept by anybody.");
  const call = { ...callOf(objective, "looms"), kept: false, token: tokens.rival, tags: { flow: "conditional" } };
  const codings = { "Accept-Encoding": BROWSER_CODINGS };
  const first = await send({ ...call, headers: codings });
  const tag = first.headers.Etag || "";
  const knownBytes = byteLength(first.body);
  const again = await send({ ...call, headers: { ...codings, "If-None-Match": tag }, knownBytes });
  notModified.add(again.status === 304, { operation: objective.operation });
  check(again, { "304 has no body and the same tag": () => !again.body && again.headers.Etag === tag });
}
