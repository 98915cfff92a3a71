/** That the matrix finds what is wrong: at the real server, with one thing broken in each of some operations. */
import { expect, setDefaultTimeout, test } from "bun:test";
import type { CompiledContract, Operation } from "#contract/operation";
import { isProblem, pipelineProblem } from "#contract/problem";
import type { WalkedOperation } from "#contract/walk";
import type { Handlers } from "#generated/handlers";
import { contract } from "#generated/operations";
import { walk } from "#generated/walk";
import { handlers } from "../../src/modules";
import { Matrix } from "./matrix";

/** As for the matrix itself. */
setDefaultTimeout(30_000);

const withoutScopes = (operation: Operation): Operation => ({
  ...operation,
  security: operation.security.map((way) => Object.fromEntries(Object.keys(way).map((scheme) => [scheme, []]))),
});

const brokenOperations: Readonly<Record<string, (operation: Operation) => Operation>> = {
  listInvitations: withoutScopes,
  listSessions: withoutScopes,
  deleteOrganization: (operation) => ({ ...operation, policy: { ...operation.policy, freshMs: null } }),
};

const brokenContract: CompiledContract = {
  ...contract,
  operations: contract.operations.map((operation) => brokenOperations[operation.id]?.(operation) ?? operation),
};

/** Finds the invitation wherever it is, as a query does that does not name the organization. */
const revokeInvitation: Handlers["revokeInvitation"] = async (ctx, { path }) => {
  const [row] = await ctx.sql<{ organizationId: string }[]>`
    select organization_id from invitations where id = ${path.invitationId}`;
  return handlers.revokeInvitation(ctx, { path: { ...path, ...row } });
};

/** Tells whom there is from whom there is not. */
const getMember: Handlers["getMember"] = async (ctx, input) => {
  const answer = await handlers.getMember(ctx, input);
  const [person] = await ctx.sql`select 1 from users where id = ${input.path.userId}`;
  const detail = "They are a member of another organization.";
  return isProblem(answer) && person ? pipelineProblem("not_found", { detail }) : answer;
};

/** Counts who asks, whatever the answer. */
const getRole: Handlers["getRole"] = async (ctx, input) => {
  await ctx.sql`update organizations set version = version + 1 where id = ${input.path.organizationId}`;
  return handlers.getRole(ctx, input);
};

const listRoles: Handlers["listRoles"] = () => {
  throw new Error("broken on purpose");
};

const matrix = await Matrix.open(() => ({
  contract: brokenContract,
  handlers: { ...handlers, revokeInvitation, getMember, getRole, listRoles },
}));

const FOREIGN = "a person of another organization, with the";

test.each([
  [
    "a scope that an operation does not ask for",
    "listInvitations",
    [
      "as a person whose role has all but the needed scopes: expected 403 forbidden, came 200",
      "as a key with all but the needed scopes: expected 403 forbidden, came 200",
      "as a person with the role viewer: expected 403 forbidden, came 200",
    ],
  ],
  [
    "a scope that an operation on what is a person's own does not ask for",
    "listSessions",
    ["as a person whose session may do nothing for them: expected 403 forbidden, came 200"],
  ],
  [
    "an operation that takes any login for a fresh one",
    "deleteOrganization",
    [
      "as the owner who logged in too long ago: expected 401 reauthentication_required, came 200",
      "as the owner who logged in too long ago: expected that nothing changes, came a change of audit_chains",
    ],
  ],
  [
    "a query that does not name the organization",
    "revokeInvitation",
    [
      `as ${FOREIGN} invitationId of the first one: expected 404 not_found, came 204`,
      `as ${FOREIGN} invitationId of the first one: expected that nothing changes, came a change of audit_chains`,
    ],
  ],
  [
    "a foreign id that is answered in other words than a missing one",
    "getMember",
    [
      `as ${FOREIGN} userId of the first one: expected the answer to an id that does not exist, came another body detail`,
    ],
  ],
  [
    "a refused call that changes something",
    "getRole",
    [`as ${FOREIGN} roleName of the first one: expected that nothing changes, came a change of organizations`],
  ],
  [
    "an operation with which the owner has no success",
    "listRoles",
    ["as a person with the role owner: expected a success, came 500 internal"],
  ],
])("%s is found, with the operation's name and the caller", async (_, id, sentences) => {
  const findings = await matrix.findings(walked(id));
  for (const sentence of sentences) expect(findings).toContainEqual(expect.stringContaining(`${id} ${sentence}`));
});

test("nothing is found of an operation that is whole", async () => {
  expect(await matrix.findings(walked("createRole"))).toEqual([]);
});

test.each<[string, Partial<WalkedOperation>, string]>([
  [
    "whose id no link gives",
    { parameters: [{ name: "ruleId", in: "path", required: true, kind: "uuid" }] },
    "nothing says which ruleId to send",
  ],
  [
    "whose body has no example",
    { bodies: [{ mediaType: "application/json", kind: "json", examples: [] }] },
    "no example says what to send as its body",
  ],
])("an operation %s cannot be called, and is named", async (_, change, sentence) => {
  const findings = await matrix.findings({ ...walked("getOrganization"), ...change });
  expect(findings).toEqual([expect.stringContaining(`getOrganization cannot be called: ${sentence}`)]);
});

function walked(id: string): WalkedOperation {
  const operation = walk.find((each) => each.id === id);
  if (!operation) throw new Error(`the contract has no ${id}`);
  return operation;
}
