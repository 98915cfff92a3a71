/**
 * The first page of a list costs the same in a large organization as in a small one. The two are asked in turn, so that
 * what slows one down slows the other; make load-test compares their p95, because k6 has no threshold for a ratio.
 */
import { check } from "k6";
import exec from "k6/execution";
import { json, logIn, send } from "./lib/calls.js";
import { change } from "./lib/changes.js";
import { objectives } from "./lib/objectives.js";
import { TREND_STATS } from "./lib/summary.js";
import { organization } from "./lib/target.js";

export { handleSummary } from "./lib/summary.js";

const ROUNDS = 300;
/** The small organization has no more members. */
const MEMBERS = 10;
const SIZES = ["small", "large"];
const LISTS = ["listAuditEvents", "listMembers"];

export const options = {
  summaryTrendStats: TREND_STATS,
  scenarios: Object.fromEntries(
    LISTS.map((operation) => [
      operation,
      { executor: "per-vu-iterations", exec: operation, iterations: ROUNDS, maxDuration: "40s" },
    ]),
  ),
  thresholds: {
    checks: ["rate==1"],
    ...Object.fromEntries(
      objectives
        .filter(({ operation }) => LISTS.indexOf(operation) >= 0)
        .flatMap(({ operation, p95Ms }) =>
          SIZES.flatMap((size) => [
            [`http_req_duration{operation:${operation},size:${size}}`, [`p(95)<${p95Ms}`]],
            [`http_reqs{operation:${operation},size:${size}}`, [`count==${ROUNDS}`]],
          ]),
        ),
    ),
  },
};

export const setup = async () => ({ tokens: await logIn(SIZES) });

/** @typedef {{ tokens: Record<string, string> }} Data */

/** @param {Data} data */
export const listAuditEvents = ({ tokens }) =>
  inTurn(async (size) => {
    const path = `/organizations/${organization(size).id}/audit-events`;
    await list("listAuditEvents", path, tokens[size], size, 50);
  });

/**
 * The server keeps this list, so a member is changed before each reading: what is measured is the query.
 * @param {Data} data
 */
export const listMembers = ({ tokens }) =>
  inTurn(async (size) => {
    const { id, memberId } = organization(size);
    const path = `/organizations/${id}/members`;
    const role = exec.vu.iterationInScenario % 2 === 0 ? "viewer" : "member";
    await change("updateMember", `${path}/${memberId}`, tokens[size], { role }, { flow: "change" });
    await list("listMembers", `${path}?limit=${MEMBERS}`, tokens[size], size, MEMBERS);
  });

/** @param {(size: string) => Promise<void>} work */
async function inTurn(work) {
  const turned = exec.vu.iterationInScenario % 2 === 0 ? SIZES : [...SIZES].reverse();
  for (const size of turned) await work(size);
}

/**
 * @param {string} operation
 * @param {string} path
 * @param {string | undefined} token
 * @param {string} size
 * @param {number} items
 */
async function list(operation, path, token, size, items) {
  const answer = await send({ operation, path, token, tags: { size } });
  check(answer, { "is a whole page": () => json(answer).items.length === items }, { operation, size });
}
