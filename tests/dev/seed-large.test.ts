import { expect, test } from "bun:test";
import type { AuditVerification } from "#generated/types";
import { seedLarge } from "../../src/dev/seed-large";
import { type Person, testApp } from "../support/app";

const app = await testApp();
const PASSWORD = "the password of everybody";
const SIZE = { auditEvents: 3_000, members: 120 };
const passwordHash = await app.services.passwords.hash(PASSWORD, new AbortController().signal);
const seed = () => seedLarge(app.owner, { ...SIZE, passwordHash, at: app.clock.now() });

const before = await definitions();
const seeded = await seed();
const people = {
  large: await app.logIn({ email: seeded.large.email, password: PASSWORD }),
  small: await app.logIn({ email: seeded.small.email, password: PASSWORD }),
};

test("both organizations have an owner who can log in, and the sizes that were asked for", async () => {
  expect(await sizes()).toEqual({ large: SIZE, small: { auditEvents: 1_000, members: 10 } });
  for (const slug of ["large", "small"] as const) {
    const path = { organizationId: seeded[slug].organizationId };
    for (const list of [
      "listMembers",
      "listInvitations",
      "listApiKeys",
      "listRoles",
      "listAuditEvents",
      "listSessions",
    ])
      expect((await people[slug].call<{ items: unknown[] }>(list, { path })).body.items).not.toBeEmpty();
  }
});

test("everybody can log in with the same password", async () => {
  const [{ email } = { email: "" }] = await app.owner<{ email: string }[]>`
    select email from users where email like '%.5@large.example.com'`;
  expect((await app.logIn({ email, password: PASSWORD })).userId).toBeString();
});

test("the audit logs are chained as the database would have done it, and go on from there", async () => {
  const { large, small } = people;
  expect(await verified(large, seeded.large.organizationId)).toMatchObject({ valid: true, events: 3_000 });
  expect(await verified(small, seeded.small.organizationId)).toMatchObject({ valid: true, events: 1_000 });
  const path = { organizationId: seeded.large.organizationId };
  const answer = await large.call("createRole", {
    path,
    body: { name: "another", description: "", scopes: ["member:read"] },
  });
  expect(answer.status).toBe(201);
  expect(await verified(large, seeded.large.organizationId)).toMatchObject({ valid: true, events: 3_001 });
});

test("the log's indexes and its trigger are as they were", async () => {
  expect(before).toHaveLength(6);
  expect(await definitions()).toEqual(before);
});

test("a second run adds nothing", async () => {
  const counted = await sizes();
  expect(await seed()).toEqual({ ...seeded, added: false });
  expect(await sizes()).toEqual(counted);
});

const verified = async (person: Person, organizationId: string) =>
  (await person.call<AuditVerification>("verifyAuditChain", { path: { organizationId } })).body;

async function sizes() {
  const of = async (organizationId: string) => {
    const [row] = await app.owner<{ auditEvents: number; members: number }[]>`
      select (select count(*)::int from audit_events where chain_id = ${organizationId} and operation <> 'createRole')
          as audit_events,
        (select count(*)::int from members where organization_id = ${organizationId}) as members`;
    return { ...row! };
  };
  return { large: await of(seeded.large.organizationId), small: await of(seeded.small.organizationId) };
}

async function definitions(): Promise<string[]> {
  const rows = await app.owner<{ definition: string }[]>`
    select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = 'audit_events'::regclass
    union all
    select tgname || tgenabled::text from pg_trigger where tgrelid = 'audit_events'::regclass
    order by 1`;
  return rows.map(({ definition }) => definition);
}
