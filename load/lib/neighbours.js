/**
 * Two organizations, and persons with other scopes, at the same time and by the same operations: everybody gets their own,
 * and nobody what somebody else was just given.
 */
import { check } from "k6";
import http from "k6/http";
import { Counter } from "k6/metrics";
import { isHit, json, send } from "./calls.js";
import { email, organization } from "./target.js";

/** Answers with what is another's, or what the caller has no right to. */
const leaks = new Counter("leaks");
const crossings = new Counter("crossings");

export const CROSSINGS_PER_SECOND = 10;

/**
 * Half of them have to come about, however busy the machine is.
 * @param {number} seconds
 * @returns {Record<string, string[]>}
 */
export const neighbourThresholds = (seconds) => ({
  leaks: ["count==0"],
  crossings: [`count>${(CROSSINGS_PER_SECOND * seconds) / 2}`],
});

/** @typedef {import("./calls.js").Answer} Answer */
/** @typedef {ReturnType<typeof http.expectedStatuses>} Expected */

/** @param {{ tokens: Record<string, string> }} data */
export async function cross({ tokens }) {
  const [here, there] = [organization("engines").id, organization("looms").id];
  /** @type {(operation: string, path: string, who: string, expects?: Expected) => Promise<Answer>} */
  const get = (operation, path, who, expects) =>
    send({ operation, path, token: tokens[who], tags: { flow: "crossing" }, ...(expects && { expects }) });
  const members = (/** @type {string} */ id) => `/organizations/${id}/members?limit=100`;
  const [ours, theirs, mine, yours, foreign, hidden, bothHere, bothThere] = await Promise.all([
    get("listMembers", members(here), "owner"),
    get("listMembers", members(there), "rival"),
    get("getMe", "/me", "owner"),
    get("getMe", "/me", "rival"),
    get("listMembers", members(there), "owner", http.expectedStatuses(404)),
    get("listAuditEvents", `/organizations/${here}/audit-events`, "viewer", http.expectedStatuses(403)),
    get("listMembers", members(here), "both"),
    get("listMembers", members(there), "both"),
  ]);
  judge(has(ours, "owner") && !has(ours, "rival") && has(theirs, "rival") && !has(theirs, "owner"));
  judge(json(mine).email === email("owner") && json(yours).email === email("rival"));
  judge(foreign.status === 404 && hidden.status === 403);
  judge(bothHere.body === ours.body && bothThere.body === theirs.body);
  check(ours, { "a hit says how old it is": () => !isHit(ours) || /^\d+$/.test(ours.headers.Age || "") });
  crossings.add(1);
}

/** @type {(isTheirs: boolean) => void} */
const judge = (isTheirs) => leaks.add(isTheirs ? 0 : 1);

/** @type {(page: Answer, who: string) => boolean} */
const has = ({ body }, who) => body.indexOf(email(who)) >= 0;
