/** Scheduled jobs that keep house: what goes, when, and what stays. */
import { describe, expect, test } from "bun:test";
import type { ApiKeyGrant } from "#generated/types";
import { purgeApiKeys } from "../../../src/modules/api-keys/jobs";
import { purgeInvitations } from "../../../src/modules/invitations/jobs";
import { type Job, purge } from "../../../src/modules/jobs/job";
import { purgeCompletedJobs, purgeIdempotentAnswers } from "../../../src/modules/jobs/jobs";
import { rotateSigningKeys } from "../../../src/modules/keys/jobs";
import { eraseOrganizations } from "../../../src/modules/organizations/jobs";
import { purgeSessions } from "../../../src/modules/sessions/jobs";
import { type Person, type TestApp, testApp } from "../../support/app";
import { invite } from "../../support/invitations";
import { storedJobs } from "../../support/jobs";

const DAY_MS = 24 * 3_600_000;

async function run(app: TestApp, job: Job): Promise<void> {
  await app.services.jobs.add(app.sql, job, {});
  await app.drain();
}

/** How many rows each table has. */
async function rowsOf(app: TestApp, ...tables: string[]): Promise<Record<string, number>> {
  const counts = tables.map(async (table) => {
    const [row] = await app.sql<{ rows: number }[]>`select count(*)::int as rows from ${app.sql(table)}`;
    return [table, row!.rows];
  });
  return Object.fromEntries(await Promise.all(counts));
}

test("a purge deletes no more than its limit in a statement, and goes on until there is nothing left", async () => {
  const limits: number[] = [];
  const left = [10, 10, 3];
  const log = { debug() {}, info() {}, warn() {}, error() {}, child: () => log };
  const remove = async (limit: number) => {
    limits.push(limit);
    return { count: left.shift() ?? 0 };
  };
  await purge({ log }, remove, 10);
  expect([limits, left]).toEqual([[10, 10, 10], []]);
});

describe("sessions", () => {
  test("that ended or expired a month ago go with their tokens; others stay", async () => {
    const app = await testApp();
    const ada = await app.person();
    await app.anonymous.call("refreshSession", { body: { transport: "bearer", refreshToken: ada.refreshToken } });
    const loggedOut = await app.logIn(ada);
    await loggedOut.call("deleteSession");
    app.clock.advance(30 * DAY_MS);
    await run(app, purgeSessions);
    expect(await rowsOf(app, "sessions", "refresh_tokens")).toEqual({ sessions: 2, refresh_tokens: 3 });
    app.clock.advance(1);
    await run(app, purgeSessions);
    expect(await rowsOf(app, "sessions", "refresh_tokens")).toEqual({ sessions: 1, refresh_tokens: 2 });
    app.clock.advance(30 * DAY_MS);
    await run(app, purgeSessions);
    expect(await rowsOf(app, "sessions", "refresh_tokens")).toEqual({ sessions: 0, refresh_tokens: 0 });
  });
});

describe("invitations", () => {
  test("that were settled or expired three months ago go; open ones stay", async () => {
    const app = await testApp();
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const [revoked] = [await invite(app, ada, organizationId), await invite(app, ada, organizationId)];
    await ada.call("revokeInvitation", { path: { organizationId, invitationId: revoked.id } });
    app.clock.advance(90 * DAY_MS);
    const later = await app.logIn(ada);
    await invite(app, later, organizationId);
    await run(app, purgeInvitations);
    expect(await rowsOf(app, "invitations")).toEqual({ invitations: 3 });
    app.clock.advance(1);
    await run(app, purgeInvitations);
    expect(await rowsOf(app, "invitations")).toEqual({ invitations: 2 });
    app.clock.advance(7 * DAY_MS);
    await run(app, purgeInvitations);
    expect(await rowsOf(app, "invitations")).toEqual({ invitations: 1 });
  });
});

describe("API keys", () => {
  test("that were revoked or expired three months ago go with their secrets; those that work stay", async () => {
    const app = await testApp();
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    const make = async (more: object) => {
      const body = { name: "A program", scopes: ["organization:read"], ...more };
      const answer = await ada.call<ApiKeyGrant>("createApiKey", { path: { organizationId }, body });
      return answer.body.apiKey.id;
    };
    const [revoked] = [await make({}), await make({}), await make({ expiresInDays: 1 })];
    await ada.call("revokeApiKey", { path: { organizationId, keyId: revoked! } });
    app.clock.advance(90 * DAY_MS);
    await run(app, purgeApiKeys);
    expect(await rowsOf(app, "api_keys")).toEqual({ api_keys: 3 });
    app.clock.advance(1);
    await run(app, purgeApiKeys);
    expect(await rowsOf(app, "api_keys")).toEqual({ api_keys: 2 });
    app.clock.advance(DAY_MS);
    await run(app, purgeApiKeys);
    expect(await rowsOf(app, "api_keys", "api_key_secrets")).toEqual({ api_keys: 1, api_key_secrets: 1 });
  });
});

describe("organizations", () => {
  /** An organization with something in every table that has to do with it. */
  async function furnished(app: TestApp, owner: Person): Promise<string> {
    const organizationId = await app.organization(owner);
    await app.role(organizationId, "printer", ["organization:read"]);
    await app.member(organizationId, "printer");
    await invite(app, owner, organizationId, { role: "printer" });
    const { apiKeyId: keyId } = await app.apiKey(owner, organizationId, ["organization:read"]);
    await owner.call("rotateApiKey", { path: { organizationId, keyId }, body: { overlapHours: 24 } });
    await owner.call("switchOrganization", { path: { organizationId } });
    return organizationId;
  }

  test("whose thirty days are over are erased with all that is theirs but the audit log; others stay whole", async () => {
    const app = await testApp();
    const ada = await app.person();
    const gone = await furnished(app, ada);
    const bob = await app.person();
    await furnished(app, bob);
    const tables = await app.sql<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'organization_id' order by table_name`;
    const names = tables.map(({ name }) => name).filter((name) => name !== "audit_events");
    const before = await rowsOf(app, "organizations", "api_key_secrets", ...names);
    const logged = await rowsOf(app, "audit_events");
    await ada.call("deleteOrganization", { path: { organizationId: gone } });

    app.clock.advance(30 * DAY_MS - 1);
    await run(app, eraseOrganizations);
    expect(await rowsOf(app, "organizations", "api_key_secrets", ...names)).toEqual(before);

    app.clock.advance(1);
    await run(app, eraseOrganizations);
    expect(names).toEqual(["api_keys", "custom_roles", "invitations", "members", "sessions"]);
    expect(await rowsOf(app, "organizations", "api_key_secrets", ...names)).toEqual({
      organizations: before.organizations! - 1,
      api_key_secrets: before.api_key_secrets! / 2,
      api_keys: 1,
      custom_roles: 1,
      invitations: 1,
      members: before.members! - 2,
      sessions: before.sessions!,
    });
    for (const name of names) {
      const left = await app.sql`select organization_id from ${app.sql(name)} where organization_id = ${gone}`;
      expect([name, left.length]).toEqual([name, 0]);
    }
    expect((await rowsOf(app, "audit_events")).audit_events).toBe(logged.audit_events! + 1);
  });

  test("that were restored stay", async () => {
    const app = await testApp();
    const ada = await app.person();
    const organizationId = await app.organization(ada);
    await ada.call("deleteOrganization", { path: { organizationId } });
    await ada.call("restoreOrganization", { path: { organizationId } });
    app.clock.advance(31 * DAY_MS);
    await run(app, eraseOrganizations);
    expect(await rowsOf(app, "organizations")).toEqual({ organizations: 2 });
  });
});

describe("the rest", () => {
  test("answers that nobody can ask for again go, and those of the last day stay", async () => {
    const app = await testApp();
    const ada = await app.person();
    const found = (key: string) =>
      ada.call("createOrganization", { body: { name: "Engines" }, headers: { "Idempotency-Key": `"${key}"` } });
    await found("first");
    app.clock.advance(60_000);
    const later = await app.logIn(ada);
    await later.call("createOrganization", { body: { name: "Looms" }, headers: { "Idempotency-Key": '"second"' } });
    app.clock.advance(DAY_MS - 60_000);
    await run(app, purgeIdempotentAnswers);
    expect(await app.sql`select key from idempotency_keys`).toEqual([{ key: "second" }] as never);
  });

  test("a signing key is replaced when it is thirty days old, and not before", async () => {
    const app = await testApp();
    app.clock.advance(30 * DAY_MS - 1);
    await run(app, rotateSigningKeys);
    expect(await rowsOf(app, "signing_keys")).toEqual({ signing_keys: 1 });
    app.clock.advance(1);
    await run(app, rotateSigningKeys);
    expect(await rowsOf(app, "signing_keys")).toEqual({ signing_keys: 2 });
  });

  test("jobs that were done go after three days; those that failed stay", async () => {
    const app = await testApp();
    await run(app, rotateSigningKeys);
    await run(app, purgeIdempotentAnswers);
    await app.sql`update pgboss.job set state = 'failed' where name = ${purgeIdempotentAnswers.name}`;
    await app.sql`update pgboss.job set completed_on = completed_on - interval '71 hours 59 minutes'`;
    await run(app, purgeCompletedJobs);
    expect(await storedJobs(app, rotateSigningKeys.name)).toHaveLength(1);
    await app.sql`update pgboss.job set completed_on = completed_on - interval '1 minute'`;
    await run(app, purgeCompletedJobs);
    expect(await storedJobs(app, rotateSigningKeys.name)).toHaveLength(0);
    expect(await storedJobs(app, purgeIdempotentAnswers.name)).toMatchObject([{ state: "failed" }]);
  });
});
