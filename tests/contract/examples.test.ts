/** The contract's examples are true: each request is sent as it stands, and what comes back looks like the answer's. */
import { beforeAll, describe, expect, test } from "bun:test";
import type { Example, WalkedOperation } from "#contract/walk";
import { walk } from "#generated/walk";
import { inputOf } from "../matrix/inputs";
import { PROVIDER } from "../matrix/made";
import { People } from "../matrix/people";
import { type Person, testApp } from "../support/app";
import type { AnonymousClient } from "../support/client";
import { oidcProvider } from "../support/oidc-provider";
import { describedOperation, hasSchema } from "../support/published";
import { closest, shapeDifferences } from "../support/shape";

const provider = await oidcProvider();
const app = await testApp({ identityProviders: [provider.settings(PROVIDER)] });

/** Whom the examples speak of is the owner: registered as the example of createUser says. */
let people: People;
beforeAll(async () => {
  people = await People.gather(app, provider);
});

/** Every password, token and key that was sent or answered. */
const secrets = new Set<string>();
function remember(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, each] of Object.entries(value))
    if (typeof each === "string" && /password|token$|^key$/i.test(name)) secrets.add(each);
    else remember(each);
}

const ids = walk.map((operation) => [operation.id, operation] as const);

describe.each(ids)("%s", (id, operation) => {
  test("says in a user's words what it does", () => {
    const { summary, description } = describedOperation(id);
    for (const words of [summary, description]) expect(words).toMatch(/^[A-Z].{4,}/s);
    expect(description).not.toBe(summary);
    expect(description).toEndWith(".");
  });

  test("has an example of each body that it takes and of each that it answers with", () => {
    for (const { mediaType, examples } of operation.bodies)
      expect([mediaType, examples.length > 0]).toEqual([mediaType, true]);
    // Nobody could read an example of bytes.
    for (const { status, content } of operation.answers)
      for (const { mediaType, examples } of content)
        if (hasSchema(id, status, mediaType))
          expect([status, mediaType, examples.length > 0]).toEqual([status, mediaType, true]);
  });

  const examples: (readonly [string, Example | undefined])[] = operation.bodies.flatMap((body) =>
    body.examples.map((example) => [example.name, example] as const),
  );
  test.each(examples.length > 0 ? examples : [["without a body", undefined]])(
    "%s: succeeds, and the answer has the shape of its example",
    async (_, example) => {
      const { client, input } = await prepare(operation, example);
      const answer = await client.call<unknown>(id, input);
      for (const body of [input.body, answer.body]) remember(body);
      const declared = operation.answers.find(({ status }) => status === answer.status);
      if (!declared) throw new Error(`${id} answered ${answer.status} to its own example: ${answer.text}`);
      const mediaType = answer.headers.get("content-type")?.split(";")[0];
      const shown = declared.content.find((content) => content.mediaType === mediaType)?.examples ?? [];
      const values = shown.map(({ value }) => value);
      expect(closest(values, answer.body)).toEqual([]);
    },
  );
});

describe("the audit log", () => {
  test("holds none of the secrets that were sent or answered", async () => {
    expect(secrets.size).toBeGreaterThan(5);
    const rows = await app.sql<{ row: string }[]>`select stored::text as row from audit_events stored`;
    const log = rows.map(({ row }) => row).join("\n");
    expect([...secrets].filter((secret) => log.includes(secret))).toEqual([]);
  });
});

describe("the comparison of shapes finds", () => {
  const example = { id: "a", items: [{ size: 1 }], meta: {}, next: null };
  test.each([
    ["a property less", { id: "a", items: [], meta: {} }, "body has no next"],
    ["a property more", { ...example, extra: 1 }, "body has extra"],
    ["another kind of value", { ...example, id: 5 }, "body/id is number, and string in the example"],
    ["null in place of a text", { ...example, id: null }, "body/id is null"],
    ["an item of another kind", { ...example, items: [{ size: 1 }, { size: "1" }] }, "body/items/1/size is string"],
    ["a list in place of an object", { ...example, meta: [] }, "body/meta is array"],
  ])("%s", (_, value, sentence) => {
    expect(shapeDifferences(example, value)).toEqual([expect.stringContaining(sentence)]);
  });

  test("no difference in other values of the same shape", () => {
    expect(shapeDifferences(example, { id: "b", items: [], meta: { any: 1 }, next: null })).toEqual([]);
  });
});

/** Somebody who may call it, and the example with what is made at run time put in. */
async function prepare(operation: WalkedOperation, example: Example | undefined) {
  const person = await people.callerOf(operation);
  const setting = { people, operation, person, organization: await people.organization() };
  const input = await inputOf(operation, setting, { example: example?.value });
  return { client: await clientFor(operation, input.body, person), input };
}

/** A browser where the example asks for cookies and the operation reads one; else a program, logged in where it must be. */
async function clientFor(operation: WalkedOperation, body: unknown, person: Person): Promise<AnonymousClient> {
  const readsCookie = operation.parameters.some((parameter) => parameter.in === "cookie");
  if (readsCookie && (body as { transport?: string }).transport === "cookie") return people.browserOf(person);
  if (describedOperation(operation.id).isInternal) return app.operator;
  return operation.security.length === 0 ? app.anonymous : person;
}
