/**
 * The load of all objectives, with a write now and then, for as long as MINUTES says. What the server needs of memory stays
 * within a bound of what it needed once it was warm.
 */
import { check } from "k6";
import exec from "k6/execution";
import http from "k6/http";
import { Gauge, Trend } from "k6/metrics";
import { logIn } from "./lib/calls.js";
import { change } from "./lib/changes.js";
import { objective as callObjective, MEMBERS, objectives, scenariosOf, thresholdsOf } from "./lib/objectives.js";
import { TREND_STATS } from "./lib/summary.js";
import { metricsUrl, organization } from "./lib/target.js";

export { handleSummary } from "./lib/summary.js";

const MINUTES = Number(__ENV.MINUTES || "10");
/** What is compiled, cached and pooled by then, stays. */
const WARM_MINUTES = Math.min(2, MINUTES / 3);
/** Of the process, over its size once warm. */
const GROWTH_MAXIMUM = 1.5;
/** Below this nothing is said of growth: one collection of garbage more or less is a third of it. */
const RESIDENT_FLOOR_BYTES = 200 * 1024 * 1024;
/** A token works for fifteen minutes. */
const TOKEN_MS = 10 * 60_000;

const residentBytes = new Gauge("server_resident_bytes");
const heapBytes = new Gauge("server_heap_bytes");
/** Size of the process, over that when it was warm. */
const growth = new Trend("server_growth");

const duration = `${Math.round(MINUTES * 60)}s`;

export const options = {
  summaryTrendStats: TREND_STATS,
  scenarios: {
    ...scenariosOf(objectives, { duration }),
    writer: { executor: "constant-arrival-rate", exec: "write", rate: 1, duration, preAllocatedVUs: 1 },
    watcher: {
      executor: "constant-arrival-rate",
      exec: "watch",
      rate: 12,
      timeUnit: "1m",
      duration,
      preAllocatedVUs: 1,
    },
  },
  thresholds: {
    ...thresholdsOf(objectives),
    checks: ["rate>0.999"],
    server_growth: [`max<${GROWTH_MAXIMUM}`, "min>0"],
    "iterations{scenario:writer}": ["count>0"],
  },
};

/** @typedef {{ tokens: Record<string, string>, atMs: number }} Data */

const logAllIn = async () => ({ tokens: await logIn(MEMBERS), atMs: Date.now() });

export const setup = logAllIn;

/** Of this virtual user, who logs in again before its tokens expire. */
let own = /** @type {Data | null} */ (null);

/** @param {Data} data */
async function current(data) {
  if (own === null) own = data;
  if (Date.now() - own.atMs > TOKEN_MS) own = await logAllIn();
  return own;
}

/** @param {Data} data */
export const objective = async (data) => callObjective(await current(data));

/**
 * The only one who writes.
 * @param {Data} data
 */
export async function write(data) {
  const { tokens } = await current(data);
  const { id } = organization("engines");
  await change("updateOrganization", `/organizations/${id}`, tokens.owner, {
    name: `Engines, ${exec.scenario.iterationInTest}`,
  });
}

let warmBytes = 0;

export async function watch() {
  const answer = await http.asyncRequest("GET", metricsUrl, null, {
    tags: { operation: "getMetrics", name: "getMetrics" },
  });
  const resident = value(String(answer.body), "process_resident_memory_bytes");
  check(answer, { "the metrics tell the size of the process": () => resident > 0 });
  residentBytes.add(resident);
  heapBytes.add(value(String(answer.body), "process_heap_bytes"));
  if (exec.instance.currentTestRunDuration < WARM_MINUTES * 60_000) return;
  if (warmBytes === 0) warmBytes = Math.max(resident, RESIDENT_FLOOR_BYTES);
  growth.add(resident / warmBytes);
}

/**
 * A number out of Prometheus's text; 0 where it is not there.
 * @param {string} text
 * @param {string} name
 */
function value(text, name) {
  const line = text.split("\n").filter((one) => one.indexOf(`${name} `) === 0)[0];
  return line === undefined ? 0 : Number(line.split(" ")[1]);
}
