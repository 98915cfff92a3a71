/** The contract's examples are true: each request is sent as it stands, and what comes back looks like the answer's. */
import { beforeAll, describe, expect, test } from "bun:test";
import type { Example, WalkedOperation } from "#contract/walk";
import type { ApiKeyGrant } from "#generated/types";
import { walk } from "#generated/walk";
import { type Person, type Registration, testApp } from "../support/app";
import type { AnonymousClient, CallInput } from "../support/client";
import { invite } from "../support/invitations";
import { describedOperation, hasSchema } from "../support/published";
import { closest, shapeDifferences } from "../support/shape";

const app = await testApp();

/** Whom the examples speak of: registered as the example of createUser says. */
const ADA = exampleOf("createUser") as Registration;
beforeAll(() => app.anonymous.call("createUser", { body: ADA }));

/**
 * What an example cannot hold, because it is made while the server runs: by the parameter's or the property's name. Who
 * makes it sees what was made for the path before it, such as the organization that it is for.
 */
const MADE: Readonly<Record<string, (ada: Person, path: Record<string, string>) => string | Promise<string>>> = {
  sessionId: async (ada) => (await app.logIn(ada.known)).sessionId,
  refreshToken: (ada) => ada.refreshToken,
  organizationId: organizationWithTwoOwners,
  userId: async (_, { organizationId = "" }) => (await app.member(organizationId, "viewer")).userId,
  roleName: async (_, { organizationId = "" }) => {
    await app.role(organizationId, "auditor", ["audit:read"]);
    return "auditor";
  },
  invitationId: async (ada, { organizationId = "" }) => (await invite(app, ada, organizationId)).id,
  token: linkFor,
  keyId: async (ada, { organizationId = "" }) => {
    const made = { path: { organizationId }, body: exampleOf("createApiKey") };
    return (await ada.call<ApiKeyGrant>("createApiKey", made)).body.apiKey.id;
  },
};

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
  const ada = await app.logIn(ADA);
  const path: Record<string, string> = {};
  const input: CallInput = { path, headers: {} };
  for (const { name, in: place, required } of operation.parameters)
    if (place === "path") path[name] = (await MADE[name]?.(ada, path)) ?? parameterExample(operation, name);
    else if (required) input[place === "query" ? "query" : "headers"]![name] = parameterExample(operation, name);
  Object.assign(input.headers!, await precondition(operation, ada, path));
  if (example) input.body = await filled(example.value, ada);
  return { client: await clientFor(operation, input.body, ada), input };
}

async function filled(value: unknown, ada: Person): Promise<unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const made = Object.entries(value).map(
    async ([name, each]) => [name, (await MADE[name]?.(ada, {})) ?? each] as const,
  );
  return Object.fromEntries(await Promise.all(made));
}

/** A change sends the tag that the GET of its path answers with. */
async function precondition(operation: WalkedOperation, ada: Person, path: Record<string, string>) {
  if (!operation.problems.includes("precondition_required")) return {};
  const read = walk.find(({ method, path }) => method === "GET" && path === operation.path);
  const etag = read && (await ada.call(read.id, { path })).headers.get("etag");
  if (!etag) throw new Error(`nothing says which version ${operation.path} has`);
  return { "If-Match": etag };
}

/** One that either of them may leave. */
async function organizationWithTwoOwners(ada: Person): Promise<string> {
  const organizationId = await app.organization(ada);
  await app.member(organizationId, "owner");
  return organizationId;
}

/** A browser where the example asks for cookies and the operation reads one; else a program, logged in where it must be. */
async function clientFor(operation: WalkedOperation, body: unknown, ada: Person): Promise<AnonymousClient> {
  const readsCookie = operation.parameters.some((parameter) => parameter.in === "cookie");
  if (readsCookie && (body as { transport?: string }).transport === "cookie") {
    const browser = app.browser();
    await browser.logIn(ada.known);
    return browser;
  }
  if (describedOperation(operation.id).isInternal) return app.operator;
  return operation.security.length === 0 ? app.anonymous : ada;
}

function parameterExample({ id }: WalkedOperation, name: string): string {
  const example = describedOperation(id).parameterExamples[name];
  if (example === undefined)
    throw new Error(`${id} cannot be called: give its parameter ${name} an example in the contract, or add it to MADE`);
  return String(example);
}

/** Into somebody else's organization, open, and out of the mail. */
async function linkFor({ email }: Person): Promise<string> {
  const owner = await app.person();
  return (await invite(app, owner, await app.organization(owner), { email })).token;
}

function exampleOf(id: string): unknown {
  return walk.find((operation) => operation.id === id)?.bodies[0]?.examples[0]?.value;
}
