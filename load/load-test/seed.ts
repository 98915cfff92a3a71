/** Whom and what the load tests find in the database. load/lib/target.js says what the scripts are told of it. */
import { UnitOfWork } from "#contract/transaction";
import { connect, type Sql } from "#db/client";
import { systemClock } from "#lib/clock";
import { uuidv7 } from "#lib/ids";
import { seedLarge } from "../../src/dev/seed-large";
import { createAccount } from "../../src/modules/accounts/accounts";
import { Passwords } from "../../src/modules/accounts/passwords";
import { found } from "../../src/modules/organizations/organizations";

export interface Seed {
  /** Everybody's. */
  readonly password: string;
  /** Name to e-mail address. */
  readonly people: Readonly<Record<string, string>>;
  readonly organizations: Readonly<Record<string, Organization>>;
}

interface Organization {
  readonly id: string;
  /** A member whose role may be changed: nothing else depends on it. */
  readonly memberId: string;
}

const PASSWORD = "seven wooden looms by the river";
const HASH_TIMEOUT_MS = 10_000;
/** Of the large organization, as in make seed-large. */
const EVENTS_PER_MEMBER = 100;
const MEMBERS_MINIMUM = 20;

/** Roles of people, and how many more members and events there are besides. */
const ORGANIZATIONS: Record<string, { roles: Record<string, string>; others: number; events: number }> = {
  engines: {
    roles: { owner: "owner", admin: "admin", member: "member", viewer: "viewer", both: "viewer" },
    others: 60,
    events: 300,
  },
  looms: { roles: { rival: "owner", both: "member" }, others: 30, events: 100 },
  square: { roles: { owner: "owner", admin: "admin", member: "member", viewer: "viewer" }, others: 1, events: 0 },
  ...Object.fromEntries(
    ["writer1", "writer2", "writer3", "writer4"].map((writer) => [
      `workshop of ${writer}`,
      { roles: { [writer]: "owner", both: "viewer" }, others: 25, events: 0 },
    ]),
  ),
};

/** Somebody whose password is guessed at, and who never logs in. */
const ALONE = ["patient"];
/** A role of the organization's own, which one person changes while others read it. */
const STEPPER = { organization: "square", role: "stepper", scopes: ["member:read"] };

/** Fills a migrated database, as the owner of its tables. `events` is how many the large organization has. */
export async function seed(databaseUrl: string, events: number): Promise<Seed> {
  const sql = connect({ url: databaseUrl, poolMax: 1, prepare: false });
  try {
    const passwords = await Passwords.create();
    const passwordHash = await passwords.hash(PASSWORD, AbortSignal.timeout(HASH_TIMEOUT_MS));
    const people = await insertPeople(sql, passwordHash);
    const organizations: Record<string, Organization> = {};
    for (const [name, plan] of Object.entries(ORGANIZATIONS)) {
      const id = await insertOrganization(sql, name, people, plan.roles);
      const memberId = await insertOthers(sql, id, name, plan.others);
      await insertEvents(sql, id, plan.events);
      organizations[name] = { id, memberId };
    }
    await insertStepper(sql, organizations[STEPPER.organization]!.id);
    const { large, small } = await seedLarge(sql, {
      passwordHash,
      auditEvents: events,
      members: Math.max(MEMBERS_MINIMUM, Math.round(events / EVENTS_PER_MEMBER)),
    });
    for (const [name, { organizationId: id }] of Object.entries({ large, small }))
      organizations[name] = { id, memberId: await selectMember(sql, id) };
    await sql`analyze`;
    const addresses = Object.keys(people).map((name) => [name, emailOf(name)]);
    return {
      password: PASSWORD,
      people: { ...Object.fromEntries(addresses), large: large.email, small: small.email },
      organizations,
    };
  } finally {
    await sql.end();
  }
}

const emailOf = (name: string) => `${name}@load.example.com`;

/** Ids by name. */
async function insertPeople(pool: Sql, passwordHash: string): Promise<Record<string, string>> {
  const named = Object.values(ORGANIZATIONS).flatMap(({ roles }) => Object.keys(roles));
  const names = [...new Set([...named, ...ALONE])];
  const ids: Record<string, string> = {};
  await within(pool, async (ctx) => {
    for (const name of names)
      ids[name] = (await createAccount(ctx, ctx.sql, { email: emailOf(name), name, passwordHash, isVerified: true }))!;
  });
  return ids;
}

async function insertOrganization(
  pool: Sql,
  name: string,
  people: Readonly<Record<string, string>>,
  roles: Readonly<Record<string, string>>,
): Promise<string> {
  const [founder, ...others] = Object.entries(roles).map(([person, role]) => ({ userId: people[person]!, role }));
  let id = "";
  await within(pool, async (ctx) => {
    ({ id } = await found(ctx, founder!.userId, { name }));
    for (const { userId, role } of others)
      await ctx.sql`
        insert into members (organization_id, user_id, role, joined_at)
        values (${id}, ${userId}, ${role}, ${systemClock.now()})`;
  });
  return id;
}

/** People who only stand in lists. Answers with the id of one. */
async function insertOthers(sql: Sql, organizationId: string, name: string, count: number): Promise<string> {
  const slug = name.replaceAll(" ", "-");
  const [row] = await sql<{ userId: string }[]>`
    with added as (
      insert into users (id, email, email_verified_at, name, created_at, updated_at)
      select gen_random_uuid(), 'weaver' || n || '@' || ${slug}::text || '.example.com', now(), 'Weaver ' || n, now(), now()
      from generate_series(1, ${count}::int) n
      returning id
    )
    insert into members (organization_id, user_id, role, joined_at)
    select ${organizationId}, id, 'member', now() + row_number() over () * interval '1 microsecond' from added
    returning user_id`;
  return row!.userId;
}

/** The trigger chains them. */
async function insertEvents(sql: Sql, organizationId: string, count: number): Promise<void> {
  await sql`
    insert into audit_events
      (id, organization_id, occurred_at, event, operation, scheme, subject, request_id, address, fields)
    select gen_random_uuid(), ${organizationId}, now() - n * interval '1 minute', 'member.updated', 'updateMember', 'session',
      gen_random_uuid()::text, gen_random_uuid(), '198.51.100.7', jsonb_build_object('body.role', 'member')
    from generate_series(1, ${count}::int) n`;
}

async function insertStepper(sql: Sql, organizationId: string): Promise<void> {
  await sql`
    insert into custom_roles (organization_id, name, description, scopes, created_at, updated_at)
    values (${organizationId}, ${STEPPER.role}, 'step -1', ${STEPPER.scopes}, now(), now())`;
}

async function selectMember(sql: Sql, organizationId: string): Promise<string> {
  const [row] = await sql<{ userId: string }[]>`
    select user_id from members where organization_id = ${organizationId} and role = 'member'
    order by joined_at desc limit 1`;
  return row!.userId;
}

type Writing = { readonly sql: Sql; readonly clock: typeof systemClock; readonly ids: typeof uuidv7 };

/** All of it or nothing. */
async function within(pool: Sql, work: (ctx: Writing) => Promise<void>): Promise<void> {
  const unit = new UnitOfWork(pool);
  try {
    await work({ sql: unit.sql, clock: systemClock, ids: uuidv7 });
    await unit.commit();
  } finally {
    await unit.rollback();
  }
}
