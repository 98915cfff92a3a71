import { describe, expect, test } from "bun:test";
import type { AuditEvent, AuditEventPage } from "#generated/types";
import { type Person, testApp } from "../support/app";
import { chainOf, record } from "../support/audit";

const app = await testApp();

const list = async (person: Person, query: Record<string, string | number> = {}) =>
  (await person.call<AuditEventPage>("listMyEvents", { query })).body;

async function all(person: Person, limit: number): Promise<AuditEvent[]> {
  const items: AuditEvent[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: AuditEventPage = await list(person, { limit, ...(cursor !== undefined && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

describe("200", () => {
  test("what happened to the account, the newest first, as the audit log has it", async () => {
    const ada = await app.person();
    app.clock.advance(1000);
    await app.logIn(ada);
    const chain = await chainOf(app.sql, ada.userId);
    const { items } = await list(ada);
    expect(items.map(({ event }) => event).slice(0, 2)).toEqual(["session.created", "session.created"]);
    expect(items.map(({ hash }) => hash)).toEqual(chain.map(({ hash }) => hash.toString("hex")).reverse());
    expect(items.every(({ subject }) => subject === ada.userId)).toBeTrue();
  });

  test("nothing of anybody else's, nor of what was done in an organization", async () => {
    const [ada, charles] = [await app.person(), await app.person()];
    const organizationId = await app.organization(ada);
    await app.join(charles, organizationId, "admin");
    await record(app.sql, { organizationId, subject: ada.userId, event: "note.put" });
    await record(app.sql, { subject: charles.userId, event: "note.cut" });
    const events = (await list(ada)).items.map(({ event }) => event);
    expect(events).not.toContain("note.put");
    expect(events).not.toContain("note.cut");
    expect((await list(charles)).items.map(({ event }) => event)).toContain("note.cut");
  });

  test("pages put together are the whole chain, even for events of one instant", async () => {
    const ada = await app.person();
    for (let n = 0; n < 23; n++) await record(app.sql, { subject: ada.userId });
    const everything = await all(ada, 200);
    expect(everything.length).toBe((await chainOf(app.sql, ada.userId)).length);
    expect(await all(ada, 5)).toEqual(everything);
  });
});
