import { describe, expect, test } from "bun:test";
import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from "jose";
import type { User } from "#generated/types";
import { testApp } from "../support/app";
import { BearerClient } from "../support/client";

const app = await testApp();

describe("200", () => {
  test("a person reads their profile and its version", async () => {
    const ada = await app.person({ name: "Ada Lovelace" });
    const answer = await ada.call<User>("getMe");
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      id: ada.userId,
      email: ada.email,
      emailVerifiedAt: app.clock.now().toISOString(),
      name: "Ada Lovelace",
      administrator: false,
      impersonatedBy: null,
      createdAt: app.clock.now().toISOString(),
      updatedAt: app.clock.now().toISOString(),
      deletesAt: null,
    });
    expect(answer.headers.get("etag")).toMatch(/^"[^"]*1[^"]*"$/);
  });

  test("everybody reads their own", async () => {
    const [ada, grace] = [await app.person(), await app.person()];
    expect((await ada.call<User>("getMe")).body.email).toBe(ada.email);
    expect((await grace.call<User>("getMe")).body.email).toBe(grace.email);
  });
});

describe("401: an access token that is not ours, or no longer works", () => {
  test("a token works for fifteen minutes and not a second longer", async () => {
    const ada = await app.person();
    app.clock.advance(15 * 60_000 - 1000);
    expect(await ada.call("getMe")).toMatchObject({ status: 200 });
    app.clock.advance(1000);
    expect(await ada.call("getMe")).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
  });

  test("a token that was verified before is forgotten when it expires", async () => {
    const ada = await app.person();
    await ada.call("getMe");
    app.clock.advance(16 * 60_000);
    expect(await ada.call("getMe")).toMatchObject({ status: 401 });
  });

  test("a session that the database says has expired, five seconds later at most", async () => {
    const ada = await app.person();
    expect(await ada.call("getMe")).toMatchObject({ status: 200 });
    const expiresAt = new Date(app.clock.now().getTime() + 1000);
    await app.sql`update sessions set expires_at = ${expiresAt} where id = ${ada.sessionId}`;
    app.clock.advance(5000);
    expect(await ada.call("getMe")).toMatchObject({ status: 401 });
  });

  const now = () => Math.floor(app.clock.now().getTime() / 1000);
  const forgeries: Record<string, (claims: JWTPayload, header: JWTHeaderParameters) => void> = {
    "another issuer": (claims) => Object.assign(claims, { iss: "https://elsewhere.example" }),
    "another audience": (claims) => Object.assign(claims, { aud: "https://elsewhere.example" }),
    "no issuer": (claims) => delete claims.iss,
    "no audience": (claims) => delete claims.aud,
    "no subject": (claims) => delete claims.sub,
    "no session": (claims) => delete claims.sid,
    "a session that is not text": (claims) => Object.assign(claims, { sid: 1 }),
    "a session that is no id": (claims) => Object.assign(claims, { sid: "1" }),
    "no issue time": (claims) => delete claims.iat,
    "no expiry": (claims) => delete claims.exp,
    "no id": (claims) => delete claims.jti,
    "another type": (_, header) => Object.assign(header, { typ: "JWT" }),
    "no type": (_, header) => delete header.typ,
    "an unknown key id": (_, header) => Object.assign(header, { kid: crypto.randomUUID() }),
    "no key id": (_, header) => delete header.kid,
    "an issue time in the future": (claims) => Object.assign(claims, { iat: now() + 60, exp: now() + 600 }),
    "an issue time of an hour ago": (claims) => Object.assign(claims, { iat: now() - 3600, exp: now() + 600 }),
    "another person's id": (claims) => Object.assign(claims, { sub: crypto.randomUUID() }),
  };

  test("what the tests below forge works as long as nothing is changed", async () => {
    const { claims, header } = await genuine();
    expect(await callWith(await sign(claims, header))).toMatchObject({ status: 200 });
  });

  for (const [name, change] of Object.entries(forgeries)) {
    test(`${name}, although our own key signed it`, async () => {
      const { claims, header } = await genuine();
      change(claims, header);
      expect(await callWith(await sign(claims, header))).toMatchObject({ status: 401 });
    });
  }

  test("another key under our key's id", async () => {
    const { claims, header } = await genuine();
    const { privateKey } = await generateKeyPair("ES256");
    const token = await new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
    expect(await callWith(token)).toMatchObject({ status: 401 });
  });

  test("our public key used as an HMAC secret", async () => {
    const { claims, header } = await genuine();
    const [published] = await app.services.keys.published();
    const secret = new TextEncoder().encode(JSON.stringify(published));
    const token = await new SignJWT(claims).setProtectedHeader({ ...header, alg: "HS256" }).sign(secret);
    expect(await callWith(token)).toMatchObject({ status: 401 });
  });

  test("a key that the token brings along", async () => {
    const { claims, header } = await genuine();
    const { privateKey, publicKey } = await generateKeyPair("ES256");
    const jwk = await exportJWK(publicKey);
    const token = await new SignJWT(claims).setProtectedHeader({ ...header, jwk }).sign(privateKey);
    expect(await callWith(token)).toMatchObject({ status: 401 });
  });

  test("algorithm none, without a signature and with the genuine one", async () => {
    const { claims, header } = await genuine();
    const [, , signature] = (await sign(claims, header)).split(".");
    const unsigned = `${base64url({ ...header, alg: "none" })}.${base64url(claims)}`;
    expect(await callWith(`${unsigned}.`)).toMatchObject({ status: 401 });
    expect(await callWith(`${unsigned}.${signature}`)).toMatchObject({ status: 401 });
  });

  test("claims that were changed after signing", async () => {
    const { claims, header } = await genuine();
    const [head, , signature] = (await sign(claims, header)).split(".");
    const changed = `${head}.${base64url({ ...claims, exp: now() + 899 })}.${signature}`;
    expect(await callWith(changed)).toMatchObject({ status: 401 });
  });

  for (const garbage of ["x", "a.b.c", "....", "é", "x".repeat(8000)]) {
    test(`what is no token at all: ${garbage.slice(0, 8)}`, async () => {
      expect(await callWith(garbage)).toMatchObject({ status: 401 });
    });
  }
});

describe("503", () => {
  test("a database that is away is our fault and not the token's", async () => {
    const cut = await testApp();
    const ada = await cut.person();
    await cut.sql.end();
    const answer = await ada.call("getMe");
    expect(answer).toMatchObject({ status: 503, body: { code: "unavailable" } });
    expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
  });

  test("so are keys that cannot be read again", async () => {
    const cut = await testApp();
    const ada = await cut.person();
    cut.clock.advance(60_000);
    await cut.sql.end();
    expect(await ada.call("getMe")).toMatchObject({ status: 503, body: { code: "unavailable" } });
  });
});

const callWith = (token: string) => new BearerClient(app.send, token).call("getMe");
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Header and claims of a token that works, so that a forgery differs in one point only. */
async function genuine(): Promise<{ claims: JWTPayload; header: JWTHeaderParameters }> {
  const { accessToken } = await app.person();
  const [header, claims] = accessToken
    .split(".", 2)
    .map((part) => JSON.parse(Buffer.from(part, "base64url").toString()));
  return { claims, header };
}

/** Signs with the server's own key. */
async function sign(claims: JWTPayload, header: JWTHeaderParameters): Promise<string> {
  const { key } = await app.services.keys.signer();
  return new SignJWT(claims).setProtectedHeader(header).sign(key);
}
