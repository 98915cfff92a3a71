/**
 * Repeat-safe writes: of many requests with one Idempotency-Key at the same moment one does the work, and all of them get
 * its answer, at once or when they ask again.
 */
import { check } from "k6";
import exec from "k6/execution";
import http from "k6/http";
import { Counter } from "k6/metrics";
import { setTimeout } from "k6/timers";
import { json, logIn, send } from "./lib/calls.js";
import { TREND_STATS } from "./lib/summary.js";
import { organization } from "./lib/target.js";

export { handleSummary } from "./lib/summary.js";

const TWINS = 8;
const ROUNDS = 8;
/** Of one that came while the first was still at work, and what it waits before it asks again. */
const ASKS_MAXIMUM = 40;
const WAIT_MS = 100;
const P95_MS = 250;

/** Results of one key beyond the first. */
const duplicates = new Counter("duplicates");
const results = new Counter("results");

/** @type {Record<string, import("k6/options").Scenario>} */
const scenarios = Object.fromEntries(
  ["createOrganization", "createInvitation"].map((operation) => [
    operation,
    { executor: "per-vu-iterations", exec: operation, iterations: ROUNDS },
  ]),
);

export const options = {
  summaryTrendStats: TREND_STATS,
  scenarios,
  thresholds: {
    checks: ["rate==1"],
    duplicates: ["count==0"],
    ...Object.fromEntries(
      Object.keys(scenarios).flatMap((operation) => [
        [`results{operation:${operation}}`, [`count==${ROUNDS}`]],
        [`http_req_duration{operation:${operation}}`, [`p(95)<${P95_MS}`]],
        [`http_req_failed{operation:${operation}}`, ["rate==0"]],
      ]),
    ),
  },
};

export const setup = async () => ({ tokens: await logIn(["owner"]) });

/** @typedef {{ tokens: Record<string, string> }} Data */

/** @param {Data} data */
export async function createOrganization({ tokens }) {
  const name = `Founded by ${__VU} in round ${exec.vu.iterationInScenario}`;
  await together("createOrganization", "/organizations", tokens.owner, [{ name }, { name: `${name}, or not` }]);
  const mine = await send({ operation: "listOrganizations", path: "/organizations?limit=100", token: tokens.owner });
  const named = json(mine).items.filter((/** @type {{ name: string }} */ one) => one.name.indexOf(name) === 0);
  check(named, { "it is there once": () => named.length === 1 });
}

/** @param {Data} data */
export async function createInvitation({ tokens }) {
  const { id } = organization("engines");
  const guest = `guest-${__VU}-${exec.vu.iterationInScenario}@example.com`;
  const bodies = [
    { email: guest, role: "member" },
    { email: guest, role: "viewer" },
  ];
  await together("createInvitation", `/organizations/${id}/invitations`, tokens.owner, bodies);
}

/**
 * @param {string} operation
 * @param {string} path
 * @param {string | undefined} token
 * @param {object[]} bodies What all send, and something else that nobody may send with the same key
 */
async function together(operation, path, token, [body, other]) {
  const headers = { "Idempotency-Key": `"${operation}-${__VU}-${exec.vu.iterationInScenario}"` };
  const call = { operation, method: "POST", path, token, headers };
  const ask = () => send({ ...call, body, expects: http.expectedStatuses(201, 409) });
  const answers = await Promise.all(
    Array.from({ length: TWINS }, async () => {
      let answer = await ask();
      for (let asked = 1; answer.status === 409 && asked < ASKS_MAXIMUM; asked++) {
        await new Promise((resolve) => setTimeout(() => resolve(null), WAIT_MS));
        answer = await ask();
      }
      return answer;
    }),
  );
  const made = answers.filter(({ status }) => status === 201);
  const ids = new Set(made.map((answer) => json(answer).id));
  check(answers, { "all twins get the answer": () => made.length === TWINS }, { operation });
  results.add(1, { operation });
  duplicates.add(Math.max(0, ids.size - 1), { operation });
  const mismatch = await send({ ...call, body: other, expects: http.expectedStatuses(422) });
  check(mismatch, { "another body with the same key is refused": ({ status }) => status === 422 }, { operation });
}
