import { describe, expect, test } from "bun:test";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import type { BearerGrant, CookieGrant } from "#generated/types";
import { registration, testApp } from "../support/app";
import { ORIGIN } from "../support/client";

const app = await testApp();
const known = registration();
await app.anonymous.call("createUser", { body: known });

const logIn = (body: Record<string, unknown>) => app.anonymous.call("createSession", { body });

describe("201", () => {
  test("a program gets its tokens in the body, and no cookie", async () => {
    const { email, password } = known;
    const answer = await app.anonymous.call<BearerGrant>("createSession", { body: { email, password } });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ transport: "bearer", expiresIn: 900 });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test("a browser gets its tokens in HttpOnly cookies, and none in the body", async () => {
    const browser = app.browser();
    const { email, password } = known;
    const answer = await browser.call<CookieGrant>("createSession", { body: { email, password, transport: "cookie" } });
    expect(Object.keys(answer.body).sort()).toEqual(["expiresIn", "sessionId", "transport"]);
    const [access, refresh] = answer.headers.getSetCookie();
    expect(access).toMatch(/^__Host-session=[\w.-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=900$/);
    expect(refresh).toMatch(
      /^__Host-refresh=gwr_[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=2592000$/,
    );
    expect(await browser.call("getMe")).toMatchObject({ status: 200 });
  });

  test("whoever has the JWKS can verify the access token, and it names person, session and server (RFC 9068)", async () => {
    const ada = await app.person();
    const { body } = await app.anonymous.call<JSONWebKeySet>("getJwks");
    const { payload, protectedHeader } = await jwtVerify(ada.accessToken, createLocalJWKSet(body), {
      currentDate: app.clock.now(),
    });
    const issuedAt = Math.floor(app.clock.now().getTime() / 1000);
    expect(protectedHeader).toEqual({ alg: "ES256", typ: "at+jwt", kid: expect.any(String) });
    expect(payload).toEqual({
      iss: ORIGIN,
      aud: ORIGIN,
      sub: ada.userId,
      sid: ada.sessionId,
      iat: issuedAt,
      exp: issuedAt + 900,
      jti: expect.any(String),
    });
  });

  test("neither token is stored or logged", async () => {
    const ada = await app.person();
    const stored = await app.everythingStored();
    expect(stored).not.toContain(ada.refreshToken.slice(4));
    expect(stored).not.toContain(ada.accessToken);
    expect(app.logged()).not.toContain(ada.refreshToken);
    expect(app.logged()).not.toContain(ada.accessToken);
    expect(app.logged()).not.toContain(ada.password);
  });

  test("a user agent that is too long for the list is kept as far as it fits", async () => {
    const { email, password } = known;
    const headers = { "user-agent": "x".repeat(1000) };
    const { body } = await app.anonymous.call<BearerGrant>("createSession", { body: { email, password }, headers });
    const stored = await app.sql`select char_length(user_agent) as length from sessions where id = ${body.sessionId}`;
    expect(stored).toMatchObject([{ length: 512 }]);
  });

  test("the audit log names who, and which transport", async () => {
    const ada = await app.person();
    expect(await app.audited("session.created", ada.userId)).toMatchObject([
      { operation: "createSession", fields: { "body.transport": "bearer" } },
    ]);
  });
});

describe("401 invalid_credentials", () => {
  test("an unknown account and a wrong password: one answer, and one password check each", async () => {
    const wrong = await app.working(() => logIn({ email: known.email, password: "not the password" }));
    const unknown = await app.working(() => logIn({ email: "nobody@example.com", password: "not the password" }));
    expect(wrong.answer.status).toBe(401);
    expect(withoutRequestId(unknown.answer.body)).toEqual(withoutRequestId(wrong.answer.body));
    expect(wrong.answer.body).toMatchObject({ code: "invalid_credentials" });
    expect([...unknown.answer.headers.keys()].sort()).toEqual([...wrong.answer.headers.keys()].sort());
    expect([wrong.passwordsHashed, unknown.passwordsHashed]).toEqual([1, 1]);
  });

  test("no session is made, and the refusal is on record without the address or the password", async () => {
    const password = "certainly not the password";
    const before = await app.sql`select id from sessions`;
    await logIn({ email: known.email, password });
    expect(await app.sql`select id from sessions`).toHaveLength(before.length);
    const recorded = await app.audited("session.refused", null);
    expect(recorded.length).toBeGreaterThan(0);
    expect(JSON.stringify(recorded)).not.toContain(known.email);
    expect(app.logged()).not.toContain(password);
  });
});

describe("503 under a flood of log ins", () => {
  test("what does not fit into the queue is turned away, and everything else is answered meanwhile", async () => {
    const small = await testApp({ passwordLimits: { concurrency: 1, queueLength: 4, waitMs: 60_000 } });
    const { email, password } = await small.person();
    const logIn = () => small.anonymous.call("createSession", { body: { email, password } });
    const flood = Array.from({ length: 30 }, logIn);
    await Promise.any(flood.map(async (answer) => ((await answer).status === 503 ? true : Promise.reject(answer))));
    expect(await small.anonymous.call("getLiveness")).toMatchObject({ status: 200 });
    expect(small.services.passwords.counts.running).toBe(1);

    const answers = await Promise.all(flood);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(5);
    expect(answers.filter(({ status }) => ![201, 503].includes(status))).toEqual([]);
    for (const { body, headers } of refused) {
      expect(body).toMatchObject({ code: "unavailable" });
      expect(headers.get("retry-after")).toBe("5");
    }
    expect(small.services.passwords.counts).toMatchObject({ running: 0, waiting: 0 });
  });
});

const withoutRequestId = ({ requestId: _, ...rest }: Record<string, unknown>) => rest;
