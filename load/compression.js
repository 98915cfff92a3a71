/**
 * Each coding does what it is for: the same answer, smaller, under a tag of its own, in time. What the contract keeps from
 * being compressed never is.
 */
import { check } from "k6";
import exec from "k6/execution";
import http from "k6/http";
import { Counter, Trend } from "k6/metrics";
import { byteLength, logIn, login, send } from "./lib/calls.js";
import { callersOf, callOf, MEMBERS, objectives } from "./lib/objectives.js";
import { TREND_STATS } from "./lib/summary.js";

export { handleSummary } from "./lib/summary.js";

/** What is asked for, and what a body shrinks to at most. */
const CODINGS = { br: 0.5, zstd: 0.5, gzip: 0.5, identity: 1 };
/** From this size on an answer is compressed, as docs/performance.md says. */
const WORTH_ENCODING_BYTES = 1024;
const LOGINS = 5;

/** Bytes on the wire over those of the body, of what is large enough. */
const sizeRatio = new Trend("size_ratio");
/** Compressed where the contract says never. */
const compressedSecrets = new Counter("compressed_secrets");

const slowest = Math.max(...objectives.map(({ p95Ms }) => p95Ms));

export const options = {
  summaryTrendStats: TREND_STATS,
  scenarios: {
    ...Object.fromEntries(
      Object.keys(CODINGS).map((coding) => [
        coding,
        { executor: "constant-arrival-rate", exec: "coded", rate: 15, duration: "8s", preAllocatedVUs: 5 },
      ]),
    ),
    tags: { executor: "per-vu-iterations", exec: "compare", iterations: objectives.length * 2 },
    wishes: { executor: "per-vu-iterations", exec: "wish", iterations: 1 },
    secrets: { executor: "per-vu-iterations", exec: "secret", iterations: LOGINS },
  },
  thresholds: {
    checks: ["rate==1"],
    "http_req_failed{flow:coding}": ["rate<0.001"],
    ...Object.fromEntries(
      Object.entries(CODINGS).flatMap(([coding, ratio]) => [
        [`size_ratio{coding:${coding}}`, [`avg<=${ratio}`, "min>0"]],
        [`http_req_duration{coding:${coding}}`, [`p(95)<${slowest}`]],
      ]),
    ),
    "iterations{scenario:secrets}": [`count==${LOGINS}`],
    compressed_secrets: ["count==0"],
  },
};

export const setup = async () => ({ tokens: await logIn(MEMBERS) });

/** @typedef {{ tokens: Record<string, string> }} Data */
/** @typedef {import("../generated/load").Objective} Objective */

/**
 * The scenario is named after the coding.
 * @param {Data} data
 */
export async function coded(data) {
  const objective = objectives[exec.scenario.iterationInTest % objectives.length];
  if (objective) await ask(objective, exec.scenario.name, data);
}

/**
 * The same answer in all codings: one body, and a tag for each form that it has (RFC 9110, section 8.8.3.3).
 * @param {Data} data
 */
export async function compare(data) {
  const objective = objectives[exec.scenario.iterationInTest % objectives.length];
  if (!objective) return;
  const answers = [];
  for (const coding of Object.keys(CODINGS)) answers.push(await ask(objective, coding, data));
  const bodies = new Set(answers.map(({ body }) => body));
  const tags = new Set(answers.map(({ headers }) => headers.Etag || ""));
  const forms = new Set(answers.map(({ headers }) => headers["Content-Encoding"] || "identity"));
  check(answers, { "one body in all codings": () => bodies.size === 1 }, { operation: objective.operation });
  if (objective.scope !== null)
    check(answers, { "one tag for each form": () => tags.size === forms.size }, { operation: objective.operation });
}

/**
 * @param {Objective} objective
 * @param {string} coding
 * @param {Data} data
 */
async function ask(objective, coding, { tokens }) {
  const [caller] = callersOf(objective);
  const call = { ...callOf(objective), token: tokens[caller || ""], headers: { "Accept-Encoding": coding } };
  const tags = { coding, flow: "coding" };
  const answer = await send({ ...call, tags });
  const bytes = byteLength(answer.body);
  const isCoded = coding !== "identity" && objective.compressed && bytes >= WORTH_ENCODING_BYTES;
  const named = { operation: objective.operation, coding };
  check(answer, { "is in the coding that it should be in": () => codingOf(answer) === (isCoded ? coding : "") }, named);
  check(answer, {
    "varies by coding": () => !objective.compressed || /Accept-Encoding/.test(answer.headers.Vary || ""),
  });
  if (isCoded || coding === "identity") sizeRatio.add((await wireBytes(answer, call)) / bytes, named);
  return answer;
}

/** @param {{ headers: Record<string, string> }} answer */
const codingOf = ({ headers }) => headers["Content-Encoding"] || "";

/**
 * A large answer that was waited for says no length, but HEAD has it (RFC 9110, section 9.3.2).
 * @param {import("./lib/calls.js").Answer} answer
 * @param {import("./lib/calls.js").Call} call
 */
async function wireBytes({ headers }, call) {
  const length = headers["Content-Length"];
  if (length !== undefined) return Number(length);
  const head = await send({ ...call, method: "HEAD", kept: false, tags: { flow: "head" } });
  return Number(head.headers["Content-Length"]);
}

/**
 * What a caller likes best is what they get, and what they refuse they do not (RFC 9110, section 12.5.3).
 * @param {Data} data
 */
export async function wish({ tokens }) {
  const objective = objectives.filter(({ operation }) => operation === "listMembers")[0];
  if (!objective) throw new Error("listMembers has no objective.");
  /** @type {Record<string, string>} */
  const wishes = {
    "br;q=0.5, gzip": "gzip",
    "gzip;q=0.2, zstd;q=0.9": "zstd",
    "br;q=0, zstd;q=0, *": "gzip",
    "identity, br;q=0.5": "",
    deflate: "",
    "": "",
  };
  for (const [field, coding] of Object.entries(wishes)) {
    const call = { ...callOf(objective), token: tokens.owner, tags: { flow: "coding" } };
    const answer = await send({ ...call, headers: { "Accept-Encoding": field } });
    check(answer, { [`"${field}" gets ${coding || "it as it is"}`]: () => codingOf(answer) === coding });
  }
}

/**
 * A secret in an answer to what the caller wrote: its length would tell of it.
 */
export async function secret() {
  const headers = { "Accept-Encoding": "br, zstd, gzip" };
  const right = await login("owner", { headers, tags: { flow: "secret" } });
  const wrong = await login("owner", {
    headers,
    body: { email: "nobody@example.com", password: "x".repeat(500) },
    expects: http.expectedStatuses(401, 429),
    tags: { flow: "secret" },
  });
  check(right, { "somebody logs in": ({ status }) => status === 201 });
  for (const { headers: sent } of [right, wrong]) if (sent["Content-Encoding"]) compressedSecrets.add(1);
}
