import { describe, expect, test } from "bun:test";
import type { Security } from "#generated/types";
import { testApp } from "../support/app";
import { newcomer } from "../support/links";

const app = await testApp();

describe("200", () => {
  test("who has just registered has a password and nothing else", async () => {
    const ada = await newcomer(app);
    const { status, body } = await ada.call<Security>("getSecurity");
    expect([status, body]).toEqual([200, { password: true, totp: false, recoveryCodes: 0, passkeys: 0 }]);
  });

  test("an account without a password says so", async () => {
    const ada = await app.person();
    await app.sql`update users set password_hash = null where id = ${ada.userId}`;
    expect((await ada.call<Security>("getSecurity")).body.password).toBeFalse();
  });

  test("one-time codes count once they are confirmed, recovery codes until they are used, and passkeys all", async () => {
    const ada = await app.person();
    const { userId } = ada;
    const now = app.clock.now();
    await app.sql`
      insert into totp_secrets (user_id, secret_sealed, created_at) values (${userId}, ${Buffer.alloc(48)}, ${now})`;
    await app.sql`
      insert into recovery_codes (user_id, code_hash, created_at, used_at)
      values (${userId}, ${Buffer.alloc(32, 1)}, ${now}, null), (${userId}, ${Buffer.alloc(32, 2)}, ${now}, ${now})`;
    await app.sql`
      insert into passkeys (id, user_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
      values (${app.options.ids.next()}, ${userId}, ${Buffer.alloc(16)}, ${Buffer.alloc(77)}, 0, '{}', false, 'Phone', ${now})`;
    const read = async () => (await ada.call<Security>("getSecurity")).body;
    expect(await read()).toEqual({ password: true, totp: false, recoveryCodes: 1, passkeys: 1 });
    await app.sql`update totp_secrets set confirmed_at = ${now} where user_id = ${userId}`;
    expect(await read()).toEqual({ password: true, totp: true, recoveryCodes: 1, passkeys: 1 });
  });

  test("nobody else's are counted", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    await app.sql`
      insert into recovery_codes (user_id, code_hash, created_at)
      values (${grace.userId}, ${Buffer.alloc(32, 3)}, ${app.clock.now()})`;
    expect((await ada.call<Security>("getSecurity")).body.recoveryCodes).toBe(0);
  });
});
