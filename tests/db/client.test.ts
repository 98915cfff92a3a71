import { afterAll, describe, expect, test } from "bun:test";
import { connect, mayChangeAuditLog, missingTimeLimits } from "../../src/db/client";
import { openTestDatabase } from "../support/database";

const database = await openTestDatabase();
const sql = database.connect({ max: 1 });

afterAll(async () => {
  await sql.end();
  await database.close();
});

describe("a connection", () => {
  test.each(["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"])(
    "has a %s of its own",
    async (name) => {
      const [row] = await sql<{ setting: string; source: string }[]>`
        select setting, source from pg_settings where name = ${name}`;
      expect(Number(row!.setting)).toBeGreaterThan(0);
      expect(row!.source).toBe("client");
    },
  );

  test("says who it is", async () => {
    const [row] = await sql<{ name: string }[]>`select current_setting('application_name') as name`;
    expect(row!.name).toBe("groundwork");
  });

  test("plans a statement once, for all values", async () => {
    for (const n of [1, 2, 3]) await sql`select ${n}::int as planned_once`;
    const plans = await sql`
      select generic_plans::int as once, custom_plans::int as anew from pg_prepared_statements
      where statement = 'select $1::int as planned_once'`;
    expect([...plans]).toEqual([{ once: 3, anew: 0 }]);
  });

  test("keeps no prepared statement behind a pooler", async () => {
    const pooled = connect({ url: database.url, poolMax: 1, prepare: false });
    await pooled`select ${1}::int`;
    const rows = await pooled`select name from pg_prepared_statements`;
    await pooled.end();
    expect(rows).toHaveLength(0);
  });

  test("leaves the time limits to the role behind a pooler, which takes none, and tells which are missing", async () => {
    const pooled = connect({ url: database.url, poolMax: 1, prepare: false });
    const missing = await missingTimeLimits(pooled);
    await pooled`set lock_timeout = '1s'`;
    const rest = await missingTimeLimits(pooled);
    await pooled.end();
    expect(missing).toEqual(["idle_in_transaction_session_timeout", "lock_timeout", "statement_timeout"]);
    expect(rest).toEqual(["idle_in_transaction_session_timeout", "statement_timeout"]);
    expect(await missingTimeLimits(sql)).toEqual([]);
  });

  test("tells whether its role may change the audit log, also by a right of its own to one column", async () => {
    const owner = database.connect({ max: 1, asOwner: true });
    const pooled = connect({ url: database.url, poolMax: 1, prepare: false });
    const told = await Promise.all([sql, owner, pooled].map(mayChangeAuditLog));
    expect(told).toEqual([false, true, true]);
    for (const right of ["update (fields) on audit_events", "truncate on audit_events", "delete on audit_chains"]) {
      await owner.unsafe(`grant ${right} to groundwork_app`);
      expect(await mayChangeAuditLog(sql)).toBe(true);
      await owner.unsafe(`revoke ${right} from groundwork_app`);
    }
    expect(await mayChangeAuditLog(sql)).toBe(false);
    await Promise.all([owner.end(), pooled.end()]);
  });

  test("hands on what PostgreSQL remarks", async () => {
    const notices: string[] = [];
    const remarked = connect({ url: database.url, poolMax: 1, prepare: true, onNotice: (text) => notices.push(text) });
    await remarked`drop table if exists no_such_table`;
    await remarked.end();
    expect(notices.join()).toContain("no_such_table");
  });
});

describe("a row", () => {
  test("has names in camelCase, and instants and large numbers as text", async () => {
    const [row] = await sql`
      select timestamptz '2026-11-24 09:00:00.123456Z' as read_at, 9007199254740993::bigint as size_bytes,
        1.10::numeric as price, null::text as no_name`;
    expect(row).toEqual({
      readAt: "2026-11-24T09:00:00.123456Z",
      sizeBytes: "9007199254740993",
      price: "1.10",
      noName: null,
    });
  });

  test.each([
    ["2026-11-24 09:00:00Z", "2026-11-24T09:00:00.000Z"],
    ["2026-11-24 09:00:00.1Z", "2026-11-24T09:00:00.100Z"],
    ["2026-11-24 09:00:00.123Z", "2026-11-24T09:00:00.123Z"],
    ["2026-11-24 09:00:00.1234Z", "2026-11-24T09:00:00.1234Z"],
    ["2026-11-24 09:00:00.000001Z", "2026-11-24T09:00:00.000001Z"],
    ["2026-11-24 09:00:00.123456+05:30", "2026-11-24T03:30:00.123456Z"],
  ])("says %s as RFC 3339 does, and takes it back", async (written, text) => {
    const [row] = await sql`
      select ${written}::text::timestamptz as at, ${text}::timestamptz = ${written}::text::timestamptz as equal`;
    expect(row).toEqual({ at: text, equal: true });
  });

  test("takes a date for an instant too, and knows lists of both", async () => {
    const text = "2026-11-24T09:00:00.123Z";
    const [row] = await sql`select ${new Date(text)}::timestamptz as at, ${[text]}::timestamptz[] as list`;
    expect(row).toEqual({ at: text, list: [text] });
  });

  test("says the same where the database prefers another zone and style", async () => {
    const name = new URL(database.url).pathname.slice(1);
    const owner = database.connect({ max: 1, asOwner: true });
    await owner`alter database ${sql(name)} set timezone = 'Asia/Kolkata'`;
    await owner`alter database ${sql(name)} set datestyle = 'German'`;
    await owner.end();
    const other = database.connect({ max: 1 });
    const [row] = await other`select timestamptz '2026-11-24 09:00:00.5Z' as at`.finally(() => other.end());
    expect(row).toEqual({ at: "2026-11-24T09:00:00.500Z" });
  });
});
