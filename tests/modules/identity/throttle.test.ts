/** A thousand wrong passwords from a thousand addresses, and the owner all the while. */
import { beforeEach, describe, expect, test } from "bun:test";
import type { BearerGrant } from "#generated/types";
import { type Known, settings, testApp } from "../../support/app";
import { attempt, WRONG_PASSWORD } from "../../support/logins";

/** Behind a proxy, so that callers have addresses; with the limits of production. */
const app = await testApp({
  instead: () => ({ settings: { ...settings, rateLimitScale: 1, trustedProxies: ["0.0.0.0/0", "::/0"] } }),
});
const from = (number: number) => ({ "x-forwarded-for": `203.0.${number >> 8}.${number & 255}` });

const ATTACKS = 1_000;

/** The tests' own calls come from one address, and have used up nothing when one begins. */
beforeEach(() => app.clock.advance(600_000));

/** All at once, each from an address of its own. */
const attack = ({ email }: Pick<Known, "email">) =>
  app.working(() =>
    Promise.all(
      Array.from({ length: ATTACKS }, (_, number) =>
        attempt(app, { email, password: WRONG_PASSWORD }, undefined, from(number)),
      ),
    ),
  );

const counted = (answers: readonly { status: number }[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, some]) => [status, some.length]));

describe("1,000 wrong passwords from 1,000 addresses", () => {
  test("ten are looked at, whether or not the address has an account; the rest costs no hash and says when to come again", async () => {
    const ada = await app.person();
    for (const email of [ada.email, "nobody@example.com"]) {
      const { answer: answers, passwordsHashed } = await attack({ email });
      expect(counted(answers)).toEqual({ 401: 10, 429: ATTACKS - 10 });
      expect(passwordsHashed).toBe(10);
      const refused = answers.filter(({ status }) => status === 429);
      expect(new Set(refused.map(({ body }) => (body as unknown as { code: string }).code))).toEqual(
        new Set(["too_many_attempts"]),
      );
      expect(new Set(refused.map(({ headers }) => headers.get("retry-after")))).toEqual(new Set(["30"]));
    }
  });

  test("the owner logs in at once from a device that the account knows, and has ten wrong tries there", async () => {
    const ada = await app.person();
    const { deviceToken } = ada.grant;
    await attack(ada);
    for (let i = 0; i < 9; i++)
      expect(await attempt(app, { ...ada.known, password: WRONG_PASSWORD }, deviceToken)).toMatchObject({
        status: 401,
      });
    expect(await attempt(app, ada, deviceToken)).toMatchObject({ status: 201 });
    for (let i = 0; i < 5; i++) expect(await attempt(app, ada, deviceToken)).toMatchObject({ status: 201 });
  });

  test("the owner's browser is known by its cookie", async () => {
    const ada = await app.person();
    const browser = app.browser();
    await browser.logIn(ada);
    await attack(ada);
    await browser.logIn(ada);
    expect(await browser.call("getMe")).toMatchObject({ status: 200 });
  });

  test("sessions that go on are not asked for a password, and other accounts notice nothing", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    await attack(ada);
    expect(await ada.call("getMe")).toMatchObject({ status: 200 });
    const body = { transport: "bearer", refreshToken: ada.refreshToken };
    expect(await app.anonymous.call<BearerGrant>("refreshSession", { body })).toMatchObject({ status: 200 });
    expect(await attempt(app, grace)).toMatchObject({ status: 201 });
  });

  test("on a new device the right password waits its turn like any other, and half a minute is enough", async () => {
    const ada = await app.person();
    await attack(ada);
    expect(await attempt(app, ada)).toMatchObject({ status: 429 });
    app.clock.advance(30_000);
    expect(await attempt(app, ada)).toMatchObject({ status: 201 });
  });

  test("what nobody tells apart: the answers for an account and for none are the same to the last header", async () => {
    const ada = await app.person();
    await attack(ada);
    await attack({ email: "nobody.else@example.com" });
    const emails = [ada.email, "nobody.else@example.com"];
    const [one, two] = await Promise.all(emails.map((email) => attempt(app, { email, password: WRONG_PASSWORD })));
    const told = ({ status, headers, body }: NonNullable<typeof one>) => {
      const { requestId: _, ...rest } = body as unknown as Record<string, unknown>;
      return { status, rest, names: [...headers.keys()].sort(), retryAfter: headers.get("retry-after") };
    };
    expect(told(one!)).toEqual(told(two!));
  });
});
