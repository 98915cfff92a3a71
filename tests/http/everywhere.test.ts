/** What every operation answers alike, whatever else it does. The client compares each answer with the published contract. */
import { describe, expect, test } from "bun:test";
import { walk } from "#generated/walk";
import { testApp } from "../support/app";
import { describedOperation } from "../support/published";

const app = await testApp();
const ada = await app.administrator();
/** What an example in the contract cannot be: there before anybody made it. */
const MADE: Readonly<Record<string, string>> = { organizationId: await app.organization(ada) };

describe.each(walk)("$id", ({ id, parameters, bodies }) => {
  const { parameterExamples, isInternal } = describedOperation(id);
  const caller = isInternal ? app.operator : ada;
  const path = Object.fromEntries(
    parameters
      .filter((each) => each.in === "path")
      .map(({ name }) => [name, MADE[name] ?? String(parameterExamples[name])]),
  );
  const headers = { "if-match": '"1"' };

  test("422 for a query parameter that the contract does not have", async () => {
    const body = bodies[0]?.examples[0]?.value;
    const answer = await caller.call(id, { path, headers, query: { unheardOf: "1" }, body });
    expect([answer.status, answer.body]).toEqual([422, expect.objectContaining({ code: "invalid_request" })]);
  });

  test("413 for a body that is larger than it takes, which may be none at all", async () => {
    const answer = await caller.call(id, { path, headers: { ...headers, "content-length": "100000" } });
    expect([answer.status, answer.body]).toEqual([413, expect.objectContaining({ code: "body_too_large" })]);
  });
});
