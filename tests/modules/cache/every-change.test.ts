/** Whatever operation changes something: what is kept says the same as what would be made, here at once and elsewhere. */
import { describe, expect, test } from "bun:test";
import type { WalkedOperation } from "#contract/walk";
import { contract } from "#generated/operations";
import type { BearerAccess } from "#generated/types";
import { walk } from "#generated/walk";
import { eraseAccounts } from "../../../src/modules/closures/jobs";
import { eraseOrganizations } from "../../../src/modules/organizations/jobs";
import { type Input, inputOf, type Setting } from "../../matrix/inputs";
import { PROVIDER } from "../../matrix/made";
import { People } from "../../matrix/people";
import { Person, type TestApp, testApp } from "../../support/app";
import type { AnonymousClient } from "../../support/client";
import { endOrganization, invite } from "../../support/invitations";
import { oidcProvider } from "../../support/oidc-provider";
import { describedOperation } from "../../support/published";

const provider = await oidcProvider();
const identityProviders = [provider.settings(PROVIDER)];
/** Hears of nothing but what it has changed itself. */
const app = await testApp({ identityProviders, hearsAtOnce: false });
const hearing = await app.another({ identityProviders });
/** Keeps nothing. */
const plain = await app.another({ identityProviders, instead: () => ({ cache: undefined }) as never });
const people = await People.gather(app, provider);
const bystander = await app.person();

const KEPT = contract.operations.filter(({ policy }) => policy.cache?.keepMs != null && policy.listener === "public");
/** Another server asks again after so long who somebody is and where they belong. */
const REMEMBERED_MS = 5_001;

/** One thing that is kept, and who reads it. */
interface Reading {
  readonly name: string;
  readonly operation: string;
  readonly path: Record<string, string>;
  readonly reader: Person | null;
}

/** Every kept operation, as everybody who reads, about everybody. */
function readingsOf(
  organizationId: string,
  readers: readonly Person[],
  given: Readonly<Record<string, string>> = {},
): Reading[] {
  const values: Readonly<Record<string, readonly (string | undefined)[]>> = {
    organizationId: [organizationId],
    userId: [...readers.map(({ userId }) => userId), given.userId],
    roleName: ["guest", given.roleName],
  };
  return KEPT.flatMap(({ id, path, security }) => {
    const { parameterExamples } = describedOperation(id);
    let paths: Record<string, string>[] = [{}];
    for (const [, name = ""] of path.matchAll(/\{(\w+)\}/g)) {
      const found = new Set(values[name] ?? [String(parameterExamples[name])]);
      paths = paths.flatMap((each) => [...found].flatMap((value) => (value ? [{ ...each, [name]: value }] : [])));
    }
    return (security.length === 0 ? [null] : readers).flatMap((reader, n) =>
      paths.map((each) => ({ name: `${id} ${JSON.stringify(each)} as ${n}`, operation: id, path: each, reader })),
    );
  });
}

async function read(server: TestApp, readings: readonly Reading[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const { name, operation, path, reader } of readings) {
    const client = reader ? server.as(reader) : server.anonymous;
    const { status, text } = await client.call<unknown>(operation, { path });
    answers.set(name, status === 200 ? `200 ${text}` : String(status));
  }
  return answers;
}

/** What tests have changed past this server is known to it too from here on: it changes something itself. */
async function catchUp(): Promise<void> {
  const { headers } = await plain.as(bystander).call("getMe");
  const input = { headers: { "if-match": headers.get("etag")! }, body: { name: "Bystander" } };
  expect((await bystander.call("updateMe", input)).status).toBe(200);
}

/** What each operation has changed of what is kept. */
const changedBy = new Map<string, string[]>();

/** Calls it here; everybody reads before and after it, here and elsewhere. */
async function sees(
  id: string,
  readings: readonly Reading[],
  call: () => Promise<{ readonly status: number }>,
): Promise<void> {
  await catchUp();
  const before = await read(app, readings);
  expect([id, ...(await read(hearing, readings))]).toEqual([id, ...before]);
  expect([id, (await call()).status < 400]).toEqual([id, true]);
  const here = await read(app, readings);
  app.clock.advance(REMEMBERED_MS);
  const now = await read(plain, readings);
  expect([id, ...here]).toEqual([id, ...now]);
  expect([id, ...(await read(hearing, readings))]).toEqual([id, ...now]);
  const changed = readings.filter(({ name }) => now.get(name) !== before.get(name));
  changedBy.set(id, [...new Set(changed.map(({ operation }) => operation))].sort());
}

async function prepare(operation: WalkedOperation) {
  const person = await people.callerOf(operation);
  const newcomer = await people.somebody("newcomer");
  const readers: Person[] = [];
  for (const { known } of [people.owner, person, newcomer]) readers.push(await app.logIn(known));
  const organization = await people.organization();
  await organization.role("guest", ["role:read"]);
  if (!operation.organizationScoped) await organization.admit(person, "viewer");
  const input = await inputOf(operation, { people, operation, person, organization } as Setting);
  const client = await clientFor(operation, input, person);
  return { client, input, readings: readingsOf(organization.id, readers, input.path) };
}

async function clientFor(operation: WalkedOperation, { body }: Input, person: Person): Promise<AnonymousClient> {
  const readsCookie = operation.parameters.some((parameter) => parameter.in === "cookie");
  if (readsCookie && (body as { transport?: string } | undefined)?.transport === "cookie")
    return people.browserOf(person);
  return operation.security.length === 0 ? app.anonymous : person;
}

const CHANGING = walk.filter(({ id, method }) => method !== "GET" && !describedOperation(id).isInternal);

describe("everybody reads what is so", () => {
  test.each(CHANGING.map((operation) => [operation.id, operation] as const))("after %s", async (id, operation) => {
    const { client, input, readings } = await prepare(operation);
    await sees(id, readings, () => client.call<unknown>(id, input));
  });

  test("after acceptInvitation, where somebody comes", async () => {
    const host = await app.person();
    const [guest, organizationId] = [await app.person(), await app.organization(host)];
    const { token } = await invite(app, host, organizationId, guest);
    const readings = readingsOf(organizationId, [host, guest]);
    await sees("acceptInvitation", readings, () => guest.call("acceptInvitation", { body: { token } }));
  });

  test("after leaveOrganization, where somebody goes", async () => {
    const host = await app.person();
    const organizationId = await app.organization(host);
    const guest = await app.member(organizationId, "viewer");
    const path = { organizationId };
    await sees("leaveOrganization", readingsOf(organizationId, [host, guest]), () =>
      guest.call("leaveOrganization", { path }),
    );
  });

  test("after an administrator has ended what they did as somebody", async () => {
    const [administrator, somebody] = [await app.administrator(), await app.person()];
    const input = { path: { accountId: somebody.userId }, body: { reason: "A test" } };
    const { accessToken } = (await administrator.call<BearerAccess>("impersonateUser", input)).body;
    const acting = new Person(app.send, somebody.known, { ...somebody.grant, accessToken });
    const organizationId = await app.organization(somebody);
    const readings = readingsOf(organizationId, [acting, somebody]);
    await sees("deleteSession", readings, () => acting.call("deleteSession"));
    expect(changedBy.get("deleteSession")).toContain("getMe");
  });

  test("after a person's time is over, and an organization's", async () => {
    for (const job of [eraseAccounts, eraseOrganizations]) {
      const host = await app.person();
      const organizationId = await app.organization(host);
      const guest = await app.member(organizationId, "viewer");
      const readings = readingsOf(organizationId, [host, guest]);
      await app.sql`update users set deletes_at = ${app.clock.now()} where id = ${guest.userId}`;
      if (job === eraseOrganizations) await endOrganization(app, organizationId);
      await sees(job.name, readings, async () => {
        await app.services.jobs.add(app.sql, job, {});
        await app.drain();
        // A job writes as another process would: it is told by a notification, or within a second.
        await catchUp();
        return { status: 200 };
      });
    }
  });

  /** Without it nothing would have been shown. */
  test("and it was something else than before, where that is what an operation is for", () => {
    const expected = {
      acceptInvitation: ["getMember", "listMembers", "listRoles"],
      confirmEmailChange: ["getMe", "getMember", "listMembers"],
      createRole: ["listRoles"],
      deleteRole: ["getRole", "listRoles"],
      leaveOrganization: ["getMember", "listMembers", "listRoles"],
      removeMember: ["getMember", "getRole", "listMembers", "listRoles"],
      updateMe: ["getMe", "getMember", "listMembers"],
      updateMember: ["getMember", "listMembers"],
      updateRole: ["getRole", "listRoles"],
    };
    const seen = Object.keys(expected).map((id) => [id, changedBy.get(id)]);
    expect(Object.fromEntries(seen)).toEqual(expected);
  });
});
