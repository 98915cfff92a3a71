/** Two hundred logins at once: a hash is what a login costs, and no more are made at once than there is room for. */
import { expect, test } from "bun:test";
import { PASSWORD_COST } from "../../../src/modules/accounts/passwords";
import { testApp } from "../../support/app";
import { attempt, WRONG_PASSWORD } from "../../support/logins";

const LOGINS = 200;
const LIMITS = { concurrency: 2, queueLength: 16, waitMs: 60_000 };

/** Passwords cost what they cost in production. */
const app = await testApp({ passwordLimits: LIMITS, passwordCost: PASSWORD_COST });
const ada = await app.person();

/** Each with an address of its own, so that it is the queue that turns them away. */
const flood = () =>
  Array.from({ length: LOGINS }, (_, number) =>
    attempt(app, { email: `nobody${number}@example.com`, password: WRONG_PASSWORD }),
  );

test("other routes are answered while logins wait, no more are hashed at once than allowed, and the rest is told to come again", async () => {
  const { passwords } = app.services;
  const running = flood();
  let settled = 0;
  for (const login of running) void login.then(() => settled++);
  await Promise.any(running.map(async (login) => ((await login).status === 503 ? true : Promise.reject(login))));

  const during: { settled: number; running: number; waiting: number }[] = [];
  for (let i = 0; i < 5; i++) {
    expect(await app.anonymous.call("getLiveness")).toMatchObject({ status: 200 });
    expect(await ada.call("getMe")).toMatchObject({ status: 200 });
    const { counts } = passwords;
    during.push({ settled, running: counts.running, waiting: counts.waiting });
  }
  expect(during[0]!.settled).toBeLessThan(LOGINS);
  expect(during[0]!.waiting).toBeGreaterThan(0);
  for (const { running, waiting } of during) {
    expect(running).toBeLessThanOrEqual(LIMITS.concurrency);
    expect(waiting).toBeLessThanOrEqual(LIMITS.queueLength);
  }

  const answers = await Promise.all(running);
  const [refused, checked] = [503, 401].map((status) => answers.filter((answer) => answer.status === status));
  expect(refused!.length + checked!.length).toBe(LOGINS);
  expect(checked!.length).toBeGreaterThanOrEqual(LIMITS.concurrency + LIMITS.queueLength);
  for (const { body, headers } of refused!) {
    expect(body).toMatchObject({ code: "unavailable" });
    expect(headers.get("retry-after")).toBe("5");
  }
  expect(passwords.counts).toMatchObject({ running: 0, waiting: 0 });
});

test("who was turned away because of others has used up none of their tries", async () => {
  const busy = await app.another({ passwordLimits: { concurrency: 0, queueLength: 0, waitMs: 60_000 } });
  for (let i = 0; i < 12; i++) expect(await attempt(busy, ada)).toMatchObject({ status: 503 });
  expect(await attempt(app, ada)).toMatchObject({ status: 201 });
});
