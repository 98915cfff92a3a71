import { describe, expect, test } from "bun:test";
import { type Attempt, giveBackAttempt, recognizeDevice, takeAttempt } from "../../src/modules/devices/devices";
import { purgeDevices, purgeThrottles } from "../../src/modules/devices/jobs";
import { testApp } from "../support/app";
import { newDevice } from "../support/logins";
import { contextOf } from "../support/second-factors";

const app = await testApp();
const ctx = contextOf(app);
const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const devicesOf = (userId: string) =>
  app.sql<{ id: string }[]>`select id from devices where user_id = ${userId} order by last_used_at`;
const recognize = (userId: string | undefined, token: string | undefined) =>
  recognizeDevice(ctx, app.sql, userId, token);
const run = (job: typeof purgeDevices) => job.run({ ...ctx, sql: app.sql } as never, {});

describe("a device", () => {
  test("is known by its token to its person alone, until it was not used for a year", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    const token = ada.grant.deviceToken!;
    expect(await recognize(ada.userId, token)).toEqual({ id: expect.any(String) });
    expect(await recognize(grace.userId, token)).toBeUndefined();
    expect(await recognize(undefined, token)).toBeUndefined();
    expect(await recognize(ada.userId, undefined)).toBeUndefined();
    app.clock.advance(365 * DAY - SECOND);
    expect(await recognize(ada.userId, token)).toBeDefined();
    app.clock.advance(SECOND);
    expect(await recognize(ada.userId, token)).toBeUndefined();
  });

  test("is one of fifty: the one that was unused for longest goes", async () => {
    const ada = await app.person();
    await app.sql`
      insert into devices (id, user_id, token_hash, created_at, last_used_at)
      select gen_random_uuid(), ${ada.userId}, sha256(number::text::bytea), ${app.clock.now()},
        ${app.clock.now()}::timestamptz - number * interval '1 minute'
      from generate_series(1, 49) number`;
    const [oldest] = await devicesOf(ada.userId);
    await newDevice(app, ada);
    const left = await devicesOf(ada.userId);
    expect(left).toHaveLength(50);
    expect(left).not.toContainEqual(oldest);
  });

  test("that was not used for a year is purged, but not the last one: the next is not taken for the person's first", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    const first = ada.grant.deviceToken;
    app.clock.advance(DAY);
    const second = await newDevice(app, ada);
    app.clock.advance(364 * DAY + SECOND);
    await run(purgeDevices);
    expect(await devicesOf(ada.userId)).toHaveLength(1);
    expect(await devicesOf(grace.userId)).toHaveLength(1);
    expect(await recognize(ada.userId, first)).toBeUndefined();
    expect(await recognize(ada.userId, second)).toBeDefined();
  });
});

describe("attempts", () => {
  const take = (attempt: Attempt) => takeAttempt(ctx, app.sql, attempt);
  const exhaust = async (attempt: Attempt) => {
    for (let i = 0; i < 10; i++) expect(await take(attempt)).toBeNull();
  };

  test("ten at once, then one in thirty seconds; what waited long enough has all ten again", async () => {
    const attempt = { email: "one@example.com" };
    await exhaust(attempt);
    expect(await take(attempt)).toBe(30);
    app.clock.advance(29 * SECOND);
    expect(await take(attempt)).toBe(1);
    app.clock.advance(SECOND);
    expect(await take(attempt)).toBeNull();
    expect(await take(attempt)).toBe(30);
    app.clock.advance(HOUR);
    await exhaust(attempt);
    expect(await take(attempt)).toBe(30);
  });

  test("of a hundred in one moment ten get through", async () => {
    const attempt = { email: "parallel@example.com" };
    const waits = await Promise.all(Array.from({ length: 100 }, () => take(attempt)));
    expect(waits.filter((wait) => wait === null)).toHaveLength(10);
    expect(new Set(waits)).toEqual(new Set([null, 30]));
  });

  test("an address is one however its letters are typed, and each known device, person and address counts apart", async () => {
    const deviceId = app.options.ids.next();
    await exhaust({ email: "Case@Example.com" });
    expect(await take({ email: "cASE@eXAMPLE.com" })).toBe(30);
    expect(await take({ email: "other@example.com" })).toBeNull();
    expect(await take({ email: "case@example.com", deviceId })).toBeNull();
    expect(await take({ userId: deviceId })).toBeNull();
    expect(await take({ userId: app.options.ids.next(), deviceId })).toBeNull();
  });

  test("one that is given back leaves no trace, whenever that is", async () => {
    const attempt = { email: "right@example.com" };
    for (let i = 0; i < 30; i++) {
      expect(await take(attempt)).toBeNull();
      app.clock.advance(i % 2);
      await giveBackAttempt(app.sql, attempt);
    }
    await exhaust(attempt);
    expect(await take(attempt)).not.toBeNull();
  });

  test("a clock that is set back keeps nobody waiting for what it said, and a little difference opens nothing", async () => {
    const [used, full] = [{ email: "used@example.com" }, { email: "full@example.com" }];
    await take(used);
    await exhaust(full);
    app.clock.advance(-30 * SECOND);
    expect(await take(full)).toBe(60);
    app.clock.advance(30 * SECOND - HOUR);
    await exhaust(used);
    await exhaust(full);
    expect(await take(full)).toBe(30);
    app.clock.advance(HOUR);
  });

  test("no address is stored, and counts that say nothing any more are purged, those that do are not", async () => {
    await take({ email: "idle@example.com" });
    app.clock.advance(HOUR);
    await exhaust({ email: "busy@example.com" });
    const stored = await app.everythingStored();
    for (const address of ["idle@example.com", "busy@example.com"]) expect(stored).not.toContain(address);
    await run(purgeThrottles);
    expect(await app.sql`select key_hash from login_throttles`).toHaveLength(1);
    expect(await take({ email: "busy@example.com" })).toBe(30);
  });
});
