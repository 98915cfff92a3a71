import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Sql } from "#db/client";
import type { AuditEvent, AuditEventPage } from "#generated/types";
import { uuidv7 } from "#lib/ids";
import { listEvents } from "../../src/modules/audit/audit";
import { type Person, testApp } from "../support/app";
import { chainOf, record } from "../support/audit";

const app = await testApp();

/** Each person's and each organization's own, so that tests do not see each other's. */
async function place() {
  const owner = await app.person();
  return { owner, path: { organizationId: await app.organization(owner) } };
}

const list = async (person: Person, path: { organizationId: string }, query: Record<string, string | number> = {}) =>
  (await person.call<AuditEventPage>("listAuditEvents", { path, query })).body;

async function all(person: Person, path: { organizationId: string }, query: Record<string, string | number>) {
  const items: AuditEvent[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: AuditEventPage = await list(person, path, { ...query, ...(cursor !== undefined && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

describe("200", () => {
  test("says what was recorded: who did what, when, from where, and its place in the chain", async () => {
    const { owner, path } = await place();
    const { items, nextCursor } = await list(owner, path);
    const [stored] = await chainOf(app.sql, path.organizationId);
    expect(items).toEqual([
      {
        id: stored!.id as string,
        sequence: 1,
        occurredAt: app.clock.now().toISOString(),
        event: "organization.created",
        operation: "createOrganization",
        scheme: "session",
        subject: owner.userId,
        requestId: stored!.requestId as string,
        address: "0.0.0.0",
        fields: { "body.name": "Analytical Engines" },
        hash: stored!.hash.toString("hex"),
      },
    ]);
    expect(nextCursor).toBeNull();
  });

  test("has nothing of another organization, nor of what its people do outside of it", async () => {
    const { owner, path } = await place();
    await app.organization(owner, "Difference Engines");
    await owner.call("updateMe", { headers: { "if-match": '"1"' }, body: { name: "Ada King" } });
    expect((await list(owner, path)).items.map(({ event }) => event)).toEqual(["organization.created"]);
  });

  test("every combination of the filters lets through what it says, to the microsecond", async () => {
    const { owner, path } = await place();
    const { organizationId } = path;
    const [one, other] = [uuidv7.next(), uuidv7.next()];
    const times = ["08:59:59.999999", "09:00:00", "09:00:00.000001", "09:00:00.5"].map((time) => `2026-11-23T${time}Z`);
    for (const occurredAt of times)
      for (const event of ["note.put", "note.cut"])
        for (const subject of [one, other, null])
          await record(app.sql, { organizationId, event, subject, occurredAt: occurredAt as unknown as Date });
    const whole = await all(owner, path, {});
    expect(whole).toHaveLength(25);
    const choices = [
      [undefined, "note.cut"],
      [undefined, one],
      [undefined, ...times],
      [undefined, ...times],
    ] as const;
    for (const event of choices[0])
      for (const subject of choices[1])
        for (const from of choices[2])
          for (const until of choices[3]) {
            const query = {
              ...(event && { event }),
              ...(subject && { subject }),
              ...(from && { from }),
              ...(until && { until }),
            };
            const expected = whole.filter(
              (item) =>
                (!event || item.event === event) &&
                (!subject || item.subject === subject) &&
                (!from || micros(item.occurredAt) >= micros(from)) &&
                (!until || micros(item.occurredAt) < micros(until)),
            );
            expect({ query, ids: (await list(owner, path, query)).items.map(({ id }) => id) }).toEqual({
              query,
              ids: expected.map(({ id }) => id),
            });
          }
  });

  test("the newest come first, and pages have no gap and no repeat while events of the same instant arrive", async () => {
    const { owner, path } = await place();
    const { organizationId } = path;
    const at = (micro: number) => `2026-11-23T09:00:00.00000${micro}Z` as unknown as Date;
    const before = Array.from({ length: 30 }, () => uuidv7.next());
    for (const [n, id] of before.entries()) await record(app.sql, { organizationId, id, occurredAt: at(n % 3) });
    const seen: AuditEvent[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: AuditEventPage = await list(owner, path, { limit: 7, ...(cursor !== undefined && { cursor }) });
      seen.push(...page.items);
      cursor = page.nextCursor;
      for (const micro of [0, 1, 2]) await record(app.sql, { organizationId, occurredAt: at(micro) });
    }
    const ids = seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(before));
    const places = seen.map(({ occurredAt, id }) => `${micros(occurredAt)} ${id}`);
    expect(places).toEqual([...places].sort().reverse());
  });

  test("a cursor goes on from its place in time under another filter, too", async () => {
    const { owner, path } = await place();
    const { organizationId } = path;
    for (let hour = 1; hour <= 6; hour++)
      await record(app.sql, {
        organizationId,
        event: hour % 2 ? "note.put" : "note.cut",
        occurredAt: new Date(Date.UTC(2026, 10, 23, hour)),
      });
    const { items, nextCursor } = await list(owner, path, { limit: 3, event: "note.cut" });
    expect(items.map(({ occurredAt }) => occurredAt.slice(11, 13))).toEqual(["06", "04", "02"]);
    expect(nextCursor).toBeNull();
    const first = await list(owner, path, { limit: 4 });
    const rest = await list(owner, path, { event: "note.cut", cursor: first.nextCursor! });
    expect(rest.items.map(({ occurredAt }) => occurredAt.slice(11, 13))).toEqual(["02"]);
  });
});

describe("422", () => {
  test.each(["2026-11-24T09:00:00+01:00", "0999-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "yesterday"])(
    "an instant that is not one in UTC: %s",
    async (from) => {
      const { owner, path } = await place();
      expect((await owner.call("listAuditEvents", { path, query: { from } })).status).toBe(422);
    },
  );
});

describe("each combination of filters is served by an index", () => {
  const organizationId = uuidv7.next();
  const subject = uuidv7.next();
  const span = { from: "2026-11-01T00:00:00Z", until: "2026-11-20T00:00:00Z" };
  const owner = app.database.connect({ max: 1, asOwner: true });
  afterAll(() => owner.end());
  beforeAll(async () => {
    await owner`alter table audit_events disable trigger audit_events_chain`;
    await owner`
      insert into audit_events (chain_id, sequence, id, organization_id, occurred_at, event, operation, subject,
        request_id, address, fields, hash)
      select organization, n, gen_random_uuid(), organization, timestamptz '2026-11-24Z' - n * interval '1 minute',
        case when n % 10 = 0 then 'note.cut' else 'note.put' end, 'putNote',
        case when n % 20 = 0 then ${subject} else gen_random_uuid()::text end, gen_random_uuid(), '::1', '{}',
        sha256(n::text::bytea)
      from generate_series(1, 25000) n,
        (values (${organizationId}::uuid), (gen_random_uuid()), (gen_random_uuid()), (gen_random_uuid())) as o (organization)`;
    await owner`alter table audit_events enable trigger audit_events_chain`;
    await owner`analyze audit_events`;
  });

  const page = { limit: 50, after: { at: "2026-11-18T00:00:00.000Z", id: uuidv7.next() } };
  const filters = {
    audit_events_by_time: {},
    audit_events_by_event: { event: "note.cut" },
    audit_events_by_subject: { subject },
    audit_events_by_event_and_subject: { event: "note.cut", subject },
  };
  test.each(
    Object.entries(filters).flatMap(([index, filter]) =>
      ["force_custom_plan", "force_generic_plan"].map((mode) => [index, mode, filter] as const),
    ),
  )("%s, %s", async (index, mode, filter) => {
    await owner`select set_config('plan_cache_mode', ${mode}, false)`;
    for (const bounds of [{}, span])
      for (const after of [null, page.after]) {
        const plan = await explained(owner, (sql) =>
          listEvents({ sql } as never, organizationId, { ...filter, ...bounds }, { ...page, after }),
        );
        expect(nodesOf(plan)).toEqual(["Limit", `Index Scan on ${index}`]);
        const [scan] = plan.Plans!;
        // What the index finds is what is wanted: nothing is thrown away.
        expect(scan!["Rows Removed by Filter"] ?? 0).toBe(0);
      }
  });
});

const micros = (text: string) =>
  text.slice(0, -1).replace(/(\.\d*)?$/, (fraction) => fraction.padEnd(7, "0").replace(/^0/, "."));

interface Plan {
  "Node Type": string;
  "Index Name"?: string;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
}

const nodesOf = (plan: Plan): string[] => [
  [plan["Node Type"], plan["Index Name"]].filter(Boolean).join(" on "),
  ...(plan.Plans ?? []).flatMap(nodesOf),
];

/** The plan of the one statement that `work` runs. */
async function explained(sql: Sql, work: (sql: Sql) => unknown): Promise<Plan> {
  let plan: Promise<Plan> | undefined;
  const explaining = (strings: TemplateStringsArray, ...values: never[]) => {
    const [first = "", ...rest] = strings;
    const parts = [`explain (analyze, format json) ${first}`, ...rest];
    plan = sql(Object.assign(parts, { raw: parts }) as TemplateStringsArray, ...values).then(
      ([row]) => (row as unknown as { "QUERY PLAN": [{ Plan: Plan }] })["QUERY PLAN"][0].Plan,
    );
    return plan;
  };
  await work(explaining as unknown as Sql);
  return plan!;
}
