/** Whoever reads after a write reads what was written, whatever the server had kept before it. */
import exec from "k6/execution";
import { Rate } from "k6/metrics";
import { change, read } from "./changes.js";
import { MEMBERS } from "./objectives.js";
import { organization } from "./target.js";

/** Answers after a write: whether they did not show it. */
const staleReads = new Rate("stale_reads");

/** Each is a scenario too, so that nobody else writes where they do. */
export const WRITERS = ["writer1", "writer2", "writer3", "writer4"];
const WRITES = 15;
/** Read by everybody while one person changes it. */
const SQUARE = "square";
const SQUARE_ROLE = "stepper";
const STEPS = 30;

/** @type {Record<string, import("k6/options").Scenario>} */
export const staleReadScenarios = {
  ...Object.fromEntries(
    WRITERS.map((name) => [name, { executor: "per-vu-iterations", exec: "writeThenRead", iterations: WRITES }]),
  ),
  stepper: { executor: "per-vu-iterations", exec: "step", iterations: STEPS },
};

/** That all of it was done counts as much as that nothing was stale. */
export const staleReadThresholds = {
  stale_reads: ["rate==0"],
  ...Object.fromEntries(WRITERS.map((name) => [`iterations{scenario:${name}}`, [`count==${WRITES}`]])),
  "iterations{scenario:stepper}": [`count==${STEPS}`],
};

/** @typedef {{ tokens: Record<string, string> }} Data */

/**
 * Each writer changes an organization of their own, then all that they changed is read by two persons at once. What is
 * kept is read before, so that there is something that could be stale.
 * @param {Data} data
 */
export async function writeThenRead({ tokens }) {
  const { name } = exec.scenario;
  const { id, memberId } = organization(`workshop of ${name}`);
  const path = `/organizations/${id}`;
  const members = `${path}/members?limit=100`;
  const member = `${path}/members/${memberId}`;
  const token = tokens[name];
  const readers = [token, tokens.both];
  const role = exec.vu.iterationInScenario % 2 === 0 ? "viewer" : "member";
  const title = `Workshop of ${name}, ${exec.vu.iterationInScenario}`;

  await Promise.all(readers.map((reader) => read("listMembers", members, reader)));
  await change("updateOrganization", path, token, { name: title });
  await change("updateMember", member, token, { role });
  await change("updateMe", "/me", token, { name: title });
  await Promise.all(
    readers.map(async (reader) => {
      const [organizationNow, memberNow, list] = await Promise.all([
        read("getOrganization", path, reader),
        read("getMember", member, reader),
        read("listMembers", members, reader),
      ]);
      judge("getOrganization", organizationNow.name === title);
      judge("getMember", memberNow.role === role);
      judge("listMembers", roleIn(list, memberId) === role);
    }),
  );
  judge("getMe", (await read("getMe", "/me", token)).name === title);
}

/** @type {(operation: string, isFresh: boolean) => void} */
const judge = (operation, isFresh) => staleReads.add(!isFresh, { operation });

/**
 * @param {{ items: { userId: string, role: string }[] }} page
 * @param {string} id
 */
const roleIn = ({ items }, id) => items.filter(({ userId }) => userId === id)[0]?.role;

/**
 * One person counts up in the description of a role. Whoever reads after that reads this number.
 * @param {Data} data
 */
export async function step({ tokens }) {
  const number = exec.scenario.iterationInTest;
  const roles = `/organizations/${organization(SQUARE).id}/roles`;
  await change("updateRole", `${roles}/${SQUARE_ROLE}`, tokens.owner, { description: `step ${number}` });
  const lists = await Promise.all(MEMBERS.map((reader) => read("listRoles", roles, tokens[reader])));
  for (const list of lists) judge("listRoles", numberIn(list) === number);
}

/** The highest that this virtual user has read. */
let highest = -1;

/**
 * Nobody reads an older number after a newer one.
 * @param {Data} data
 */
export async function watch({ tokens }) {
  const reader = /** @type {string} */ (MEMBERS[__VU % MEMBERS.length]);
  const roles = `/organizations/${organization(SQUARE).id}/roles`;
  const number = numberIn(await read("listRoles", roles, tokens[reader]));
  judge("listRoles", number >= highest);
  highest = Math.max(highest, number);
}

/** @param {{ items: { name: string, description: string }[] }} list */
function numberIn({ items }) {
  const role = items.filter(({ name }) => name === SQUARE_ROLE)[0];
  return Number(role?.description.replace(/^step /, ""));
}
