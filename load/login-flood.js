/**
 * A flood of wrong logins beside normal traffic. The flood is refused, by the limit of its address or of the account, the
 * operations with an objective keep it, and people still log in.
 */
import { check } from "k6";
import exec from "k6/execution";
import http from "k6/http";
import { Rate } from "k6/metrics";
import { setTimeout } from "k6/timers";
import { json, logIn, login, send } from "./lib/calls.js";
import { MEMBERS, objectives, scenariosOf, thresholdsOf } from "./lib/objectives.js";
import { TREND_STATS } from "./lib/summary.js";
import { email } from "./lib/target.js";

export { objective } from "./lib/objectives.js";
export { handleSummary } from "./lib/summary.js";

const DURATION = "15s";
/** From one address, each time for another account. */
const STUFFING_RATE = 30;
/** For one account, each time from another address. */
const GUESSING_RATE = 15;
/** Three seconds are the most that somebody waits for their turn to be hashed. */
const LOGIN_P95_MS = 4000;
const LOGIN_ATTEMPTS = 5;
const LOGIN_WAIT_MS = 1000;

/** Of the flood: whether it was refused before a password was hashed. */
const refused = new Rate("refused");

export const options = {
  summaryTrendStats: TREND_STATS,
  scenarios: {
    ...scenariosOf(objectives, { duration: DURATION }),
    stuffing: flood("stuff", STUFFING_RATE),
    guessing: flood("guess", GUESSING_RATE),
    people: { executor: "constant-arrival-rate", exec: "person", rate: 1, duration: DURATION, preAllocatedVUs: 5 },
  },
  thresholds: {
    ...thresholdsOf(objectives, ",flow:normal"),
    checks: ["rate==1"],
    "http_req_failed{flow:flood}": ["rate==0"],
    "refused{scenario:stuffing}": ["rate>0.4"],
    "refused{scenario:guessing}": ["rate>0.8"],
    "http_req_failed{operation:createSession,flow:person}": ["rate==0"],
    "http_req_duration{operation:createSession,flow:person}": [`p(95)<${LOGIN_P95_MS}`],
  },
};

/** @type {(exec: string, rate: number) => import("k6/options").Scenario} */
function flood(exec, rate) {
  return { executor: "constant-arrival-rate", exec, rate, duration: DURATION, preAllocatedVUs: rate, maxVUs: rate * 4 };
}

export const setup = async () => ({ tokens: await logIn(MEMBERS) });

export const stuff = () => attempt(`nobody${exec.scenario.iterationInTest}@example.com`, "198.51.100.1");

export const guess = () => {
  const number = exec.scenario.iterationInTest;
  return attempt(email("patient"), `203.0.113.${number % 250}`);
};

/**
 * 503 is for those who would wait too long for their turn to be hashed.
 * @param {string} address
 * @param {string} from
 */
async function attempt(address, from) {
  const answer = await send({
    operation: "createSession",
    method: "POST",
    path: "/sessions",
    body: { email: address, password: `not the password ${exec.scenario.iterationInTest}` },
    headers: { "X-Forwarded-For": from },
    expects: http.expectedStatuses(401, 429, 503),
    tags: { flow: "flood" },
  });
  refused.add(answer.status === 429, { status: String(answer.status) });
}

/** Somebody who knows the password and comes from elsewhere. Where too many wait, they come again, as they are told. */
export async function person() {
  const again = { expects: http.expectedStatuses(201, 503), tags: { flow: "person" } };
  let answer = await login("member", again);
  for (let asked = 1; answer.status === 503 && asked < LOGIN_ATTEMPTS; asked++) {
    await new Promise((resolve) => setTimeout(() => resolve(null), LOGIN_WAIT_MS));
    answer = await login("member", again);
  }
  check(answer, { "people log in": () => answer.status === 201 && json(answer).accessToken.length > 0 });
}
