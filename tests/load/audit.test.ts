/** The program that measures the chain does what it says: every change has its row, and the chain is whole. */
import { describe, expect, test } from "bun:test";
import { measureWriters, prepare, WAYS } from "../../load/audit";
import { chainOf, placesOf } from "../support/audit";
import { openTestDatabase } from "../support/database";

describe.each(WAYS)("%s", (way) => {
  test.each(["one", "each"] as const)("writers in %s organization", async (organizations) => {
    const database = await openTestDatabase();
    await prepare(database.url, way);
    const measured = await measureWriters(database.url, { writers: 4, way, organizations, seconds: 0.1 });
    const sql = database.connect({ max: 1, asOwner: true });
    const [counted] = await sql`
      select (select sum(changes)::int from bench_rows) as changes, (select count(*)::int from audit_events) as rows`;
    const [chain] = await sql`select id from audit_chains limit 1`;
    const places = chain && placesOf(await chainOf(sql, chain.id));
    await sql.end();
    await database.close();
    expect(counted!.changes).toBe(counted!.rows);
    expect(measured.changesPerSecond).toBeGreaterThan(0);
    expect(places === undefined).toBe(way === "unchained");
    if (places) expect(places).toEqual({ sequences: places.sequences.map((_, place) => place + 1), wrong: [] });
  });
});
