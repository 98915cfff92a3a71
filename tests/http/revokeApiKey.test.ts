import { describe, expect, test } from "bun:test";
import { type Person, testApp } from "../support/app";
import type { ApiKeyClient } from "../support/client";

const app = await testApp();

async function withKey() {
  const owner = await app.person();
  const organizationId = await app.organization(owner);
  return { owner, organizationId, program: await app.apiKey(owner, organizationId, ["organization:read"]) };
}

const read = (program: ApiKeyClient, organizationId: string) =>
  program.call("getOrganization", { path: { organizationId } });

const revoke = (person: Person, organizationId: string, keyId: string) =>
  person.call("revokeApiKey", { path: { organizationId, keyId } });

describe("204", () => {
  test("the key stops working at once on this server", async () => {
    const { owner, organizationId, program } = await withKey();
    expect(await read(program, organizationId)).toMatchObject({ status: 200 });
    expect(await revoke(owner, organizationId, program.apiKeyId)).toMatchObject({ status: 204, text: "" });
    expect(await read(program, organizationId)).toMatchObject({ status: 401 });
  });

  test("it stops working within five seconds on another server", async () => {
    const elsewhere = await app.another();
    const { owner, organizationId, program } = await withKey();
    const there = elsewhere.withKey(program.key, program.apiKeyId);
    expect(await read(there, organizationId)).toMatchObject({ status: 200 });
    await revoke(owner, organizationId, program.apiKeyId);
    app.clock.advance(5000);
    expect(await read(there, organizationId)).toMatchObject({ status: 401 });
  });

  test("in the overlap of a rotation both of its secrets stop", async () => {
    const { owner, organizationId, program } = await withKey();
    const path = { organizationId, keyId: program.apiKeyId };
    const { body } = await owner.call<{ key: string }>("rotateApiKey", { path, body: {} });
    const secrets = [program, app.withKey(body.key, program.apiKeyId)];
    for (const secret of secrets) expect(await read(secret, organizationId)).toMatchObject({ status: 200 });
    await revoke(owner, organizationId, program.apiKeyId);
    for (const secret of secrets) expect(await read(secret, organizationId)).toMatchObject({ status: 401 });
  });

  test("no secret of a rotation that comes in at the same time outlives it", async () => {
    for (let round = 0; round < 5; round++) {
      const { owner, organizationId, program } = await withKey();
      const path = { organizationId, keyId: program.apiKeyId };
      const [rotated, revoked] = await Promise.all([
        owner.call<{ key: string }>("rotateApiKey", { path, body: {} }),
        revoke(owner, organizationId, program.apiKeyId),
      ]);
      expect(revoked.status).toBe(204);
      expect([200, 404]).toContain(rotated.status);
      const keys = rotated.status === 200 ? [program.key, rotated.body.key] : [program.key];
      for (const key of keys) expect((await read(app.withKey(key, program.apiKeyId), organizationId)).status).toBe(401);
    }
  });

  test("the row says when, and the audit log who and which", async () => {
    const { owner, organizationId, program } = await withKey();
    await revoke(owner, organizationId, program.apiKeyId);
    const rows = await app.sql`select revoked_at as at from api_keys where id = ${program.apiKeyId}`;
    expect(rows).toMatchObject([{ at: app.clock.now().toISOString() }]);
    expect(await app.audited("key.revoked", owner.userId)).toMatchObject([
      { operation: "revokeApiKey", fields: { "path.keyId": program.apiKeyId } },
    ]);
  });
});

describe("404", () => {
  test("unknown, foreign and revoked keys: one answer, and nothing changes", async () => {
    const { owner, organizationId, program } = await withKey();
    const foreign = await withKey();
    await revoke(owner, organizationId, program.apiKeyId);
    for (const id of [app.options.ids.next(), foreign.program.apiKeyId, program.apiKeyId]) {
      const { status, body } = await revoke(owner, organizationId, id);
      expect({ status, code: body.code, detail: body.detail }).toEqual({
        status: 404,
        code: "not_found",
        detail: "There is nothing here, or nothing that the caller may know of.",
      });
    }
    expect(await read(foreign.program, foreign.organizationId)).toMatchObject({ status: 200 });
    expect(await app.audited("key.revoked", owner.userId)).toHaveLength(1);
  });

  test("of revocations at once one revokes", async () => {
    const { owner, organizationId, program } = await withKey();
    const answers = await Promise.all([1, 2, 3, 4].map(() => revoke(owner, organizationId, program.apiKeyId)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404, 404, 404]);
    expect(await app.audited("key.revoked", owner.userId)).toHaveLength(1);
  });
});
