/**
 * What the contract says that operations are to hold (`x-policy.objective`), as scenarios and thresholds. An operation that
 * gets an objective is under load from then on; what a call of it needs beyond the contract stands in WAYS.
 */
import exec from "k6/execution";
import { objectives } from "../../generated/load.js";
import { BROWSER_CODINGS, send } from "./calls.js";
import { organization } from "./target.js";

export { objectives };

/** @typedef {import("../../generated/load").Objective} Objective */

/**
 * @typedef {object} Way
 * @property {readonly string[]} [callers] Names of those who may call it
 * @property {() => unknown} [body]
 */

/** Who belongs to the organization `engines`, each with another role. */
export const MEMBERS = ["owner", "admin", "member", "viewer"];

/** @type {Record<string, Way>} */
const WAYS = {
  listAuditEvents: { callers: ["owner", "admin"] },
};

const USERS_MAXIMUM = 50;
/** Of a thousand requests so many may fail. */
const FAILED_MAXIMUM = 1;

/**
 * One scenario for each objective, named after its operation and at its rate, which calls `objective`.
 * @param {readonly Objective[]} list
 * @param {{ duration: string, startTime?: string }} when
 * @returns {Record<string, import("k6/options").Scenario>}
 */
export function scenariosOf(list, { duration, startTime = "0s" }) {
  return Object.fromEntries(
    list.map(({ operation, perSecond, p95Ms }) => [
      operation,
      {
        executor: "constant-arrival-rate",
        exec: "objective",
        rate: perSecond,
        duration,
        startTime,
        // As many as are busy at once where each takes as long as it may.
        preAllocatedVUs: Math.min(USERS_MAXIMUM, 2 + Math.ceil((perSecond * p95Ms) / 1000)),
        maxVUs: USERS_MAXIMUM,
        gracefulStop: "5s",
      },
    ]),
  );
}

/**
 * @param {readonly Objective[]} list
 * @param {string} [tags] More that a request has to have: ",flow:normal"
 * @returns {Record<string, string[]>}
 */
export function thresholdsOf(list, tags = "") {
  const entries = list.map(({ operation, p95Ms }) => [
    [`http_req_duration{operation:${operation}${tags}}`, [`p(95)<${p95Ms}`]],
    [`http_req_failed{operation:${operation}${tags}}`, [`rate<${FAILED_MAXIMUM / 1000}`]],
  ]);
  return Object.fromEntries(entries.flat());
}

/**
 * What a call of an objective's operation needs, in an organization of the seed.
 * @param {Objective} objective
 * @param {string} [name] Of the organization
 */
export function callOf({ operation, method, path, kept }, name = "engines") {
  const { id, memberId } = organization(name);
  /** @type {Record<string, string>} */
  const known = { organizationId: id, userId: memberId };
  const filled = path.replace(/\{(\w+)\}/g, (_, parameter) => {
    const value = known[parameter];
    if (value === undefined) throw new Error(`${operation}: callOf in load/lib/objectives.js knows no ${parameter}.`);
    return value;
  });
  const way = WAYS[operation];
  return { operation, method, path: filled, kept, ...(way?.body && { body: way.body() }) };
}

/**
 * Those of the seed who may call it.
 * @param {Objective} objective
 */
export const callersOf = ({ operation }) => WAYS[operation]?.callers || MEMBERS;

/**
 * An iteration of a scenario that is named after an objective's operation. Those who may call it take turns, as browsers
 * do: with codings, and without what they have already.
 * @param {{ tokens: Record<string, string> }} data
 */
export async function objective({ tokens }) {
  const found = objectives.filter(({ operation }) => operation === exec.scenario.name)[0];
  if (!found) throw new Error(`${exec.scenario.name} is no operation with an objective.`);
  const callers = callersOf(found);
  const token = tokens[/** @type {string} */ (callers[exec.scenario.iterationInTest % callers.length])];
  await send({ ...callOf(found), token, headers: { "Accept-Encoding": BROWSER_CODINGS }, tags: { flow: "normal" } });
}
