/** What kept answers are made of, held against the tags that the contract names and the triggers that the database has. */
import { describe, expect, test } from "bun:test";
import type { CacheTag, Operation } from "#contract/operation";
import { contract } from "#generated/operations";
import type { Services } from "../../../src/context";
import { type Instead, type Person, testApp } from "../../support/app";
import { describedOperation } from "../../support/published";
import { overheard } from "../../support/statements";

const KEPT = contract.operations.filter(({ policy }) => policy.cache?.keepMs != null);

/** Services whose answers come from the configuration and from files: none of them asks the database. */
const WITHOUT_DATA: ReadonlySet<string> = new Set<keyof Services>(["identityProviders", "published", "reference"]);

/** New rows of a table that need no tag of their own, with the reason. */
const NEW_ROWS_OF_NOTHING: Readonly<Record<string, string>> = {
  users: "nobody belongs to an organization, or has a session, before the row that says so",
};

const app = await testApp();
const { owner } = app;
const ada = await app.person();
const organizationId = await app.organization(ada);
await app.role(organizationId, "guest", ["role:read"]);

/** What an operation was made of: its statements, and the services that its handler reached for. */
const { sql, statements } = overheard(app.sql);
const used = new Set<string>();
const watched: Instead = (services) => ({
  sql,
  services: Object.defineProperties(
    {},
    Object.fromEntries(
      Object.entries(services).map(([name, service]) => [
        name,
        { enumerable: true, get: () => [used.add(name), service][1] },
      ]),
    ),
  ),
});
const listening = await app.another({ instead: watched });

const PATHS: Readonly<Record<string, string>> = { organizationId, userId: ada.userId, roleName: "guest" };

function pathOf({ id, path }: Operation): Record<string, string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const { parameterExamples } = describedOperation(id);
  return Object.fromEntries(names.map((name) => [name, PATHS[name] ?? String(parameterExamples[name])]));
}

async function madeOf(operation: Operation) {
  const caller: Person = listening.as(ada);
  // More than can be told one by one: whatever was kept is made anew.
  await owner`insert into cache_changes (tag) select 'all' from generate_series(1, 10001)`;
  const client = operation.security.length === 0 ? listening.anonymous : caller;
  statements.length = 0;
  used.clear();
  const answered = await client.call<unknown>(operation.id, { path: pathOf(operation) });
  expect([operation.id, answered.status, answered.headers.get("cache-status")]).toEqual([
    operation.id,
    200,
    "groundwork; fwd=miss; stored",
  ]);
  const asked = statements.filter((statement) => !statement.includes("cache_changes"));
  const tables = new Set((await Promise.all(asked.map(tablesOf))).flat());
  return { services: [...used], tables: [...tables].sort(), statements: asked };
}

interface Plan {
  readonly "Relation Name"?: string;
  readonly Plans?: readonly Plan[];
}

/** As PostgreSQL would run it, whatever its values. */
async function tablesOf(statement: string): Promise<string[]> {
  let values = 0;
  const text = statement.replace(/\$/g, () => `$${++values}`);
  const [row] = await owner.unsafe<{ "QUERY PLAN": { Plan: Plan }[] }[]>(`explain (generic_plan, format json) ${text}`);
  const found: string[] = [];
  const walk = (plan: Plan): void => {
    if (plan["Relation Name"]) found.push(plan["Relation Name"]);
    for (const each of plan.Plans ?? []) walk(each);
  };
  walk(row!["QUERY PLAN"][0]!.Plan);
  return found;
}

interface Trigger {
  readonly event: "INSERT" | "UPDATE" | "DELETE";
  readonly source: string;
}

/** What is called when a table changes, with what it is called with. */
const triggersOf = (table: string) =>
  owner<Trigger[]>`
    select event.event_manipulation as event,
      pg_get_triggerdef(found.oid) || ' ' || pg_get_functiondef(found.tgfoid) as source
    from pg_trigger found
    join information_schema.triggers event
      on event.trigger_name = found.tgname and event.event_object_table = ${table}
    where found.tgrelid = ${table}::regclass and not found.tgisinternal`;

const says = ({ source }: Trigger, { name }: CacheTag): boolean => source.includes(`'${name}'`);

describe("every kept operation", () => {
  test("is one of those that this file knows how to call", () => {
    expect(KEPT.length).toBeGreaterThan(5);
  });

  test.each(KEPT.map((operation) => [operation.id, operation] as const))(
    "%s is made of tables alone whose triggers write one of its tags, and of no service with data",
    async (_, operation) => {
      const { services, tables } = await madeOf(operation);
      expect(services.filter((name) => !WITHOUT_DATA.has(name))).toEqual([]);
      const { tags } = operation.policy.cache!;
      if (tags.length === 0) expect(tables).toEqual([]);
      const missing: string[] = [];
      for (const table of tables) {
        const triggers = await triggersOf(table);
        for (const event of ["INSERT", "UPDATE", "DELETE"] as const)
          if (
            !triggers.some((trigger) => trigger.event === event && tags.some((tag) => says(trigger, tag))) &&
            !(event === "INSERT" && table in NEW_ROWS_OF_NOTHING)
          )
            missing.push(`${event} of ${table} writes none of ${tags.map(({ name }) => name)}`);
      }
      expect(missing).toEqual([]);
    },
  );

  test("of the product reads what we know that it reads", async () => {
    const read: Record<string, string[]> = {};
    for (const operation of KEPT) {
      const { tables } = await madeOf(operation);
      if (tables.length > 0) read[operation.id] = tables;
    }
    expect(read).toEqual({
      getMe: ["users"],
      listMembers: ["members", "users"],
      getMember: ["members", "users"],
      listRoles: ["custom_roles"],
      getRole: ["custom_roles"],
    });
  });

  test.each([...new Set(KEPT.flatMap(({ policy }) => policy.cache!.tags.map(({ name }) => name)))])(
    "that names %s has a trigger which says whose it is, as the contract does",
    async (name) => {
      const of = contract.cacheTags[name];
      await owner`truncate cache_changes`;
      for (const table of new Set(["users", "members", "custom_roles"]))
        await owner`update ${owner(table)} set version = version + 1`;
      const rows = await owner<{ owner: string | null }[]>`select owner from cache_changes where tag = ${name}`;
      expect(rows.length).toBeGreaterThan(0);
      const owners = { caller: owner`select id from users`, organization: owner`select id from organizations` };
      const known = of === "everybody" ? [null] : (await owners[of!]).map(({ id }) => id as string);
      for (const row of rows) expect(known).toContain(row.owner);
    },
  );
});
