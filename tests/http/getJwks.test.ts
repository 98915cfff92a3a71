import { describe, expect, test } from "bun:test";
import type { Sql } from "#db/client";
import type { JsonWebKeySet } from "#generated/types";
import { KeyRing } from "../../src/modules/keys/keyring";
import { testApp } from "../support/app";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const keyIds = async (app: Awaited<ReturnType<typeof testApp>>) =>
  (await app.anonymous.call<JsonWebKeySet>("getJwks")).body.keys.map(({ kid }) => kid);
const keyIdOf = (accessToken: string) =>
  JSON.parse(Buffer.from(accessToken.split(".")[0]!, "base64url").toString()).kid;

describe("200", () => {
  test("the key that signs, its public half only", async () => {
    const app = await testApp();
    const { body, headers } = await app.anonymous.call<JsonWebKeySet>("getJwks");
    expect(body.keys).toHaveLength(1);
    expect(Object.keys(body.keys[0]!).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x", "y"]);
    expect(keyIdOf((await app.person()).accessToken)).toBe(body.keys[0]!.kid);
    expect(headers.get("cache-control")).toBe("public, max-age=300");
  });

  test("the private half is stored encrypted, and opens with this secret under this id only", async () => {
    const app = await testApp();
    const [row] = await app.sql<{ id: string; sealed: Uint8Array }[]>`
      select id, private_jwk_sealed as sealed from signing_keys`;
    expect(Buffer.from(row!.sealed).toString("latin1")).not.toContain('"d"');
    expect(app.another({ secret: "another secret of thirty-two characters" })).rejects.toThrow("does not open");
    await app.owner`alter table signing_keys drop constraint signing_keys_replaces_fkey`;
    await app.sql`update signing_keys set id = gen_random_uuid()`;
    expect(app.another()).rejects.toThrow("does not open");
  });
});

describe("200 while keys change", () => {
  test("the next key is published for longer than the answer may be cached, before it signs", async () => {
    const app = await testApp();
    const [first] = await keyIds(app);
    await app.services.keys.rotate();
    const [, second] = await keyIds(app);
    expect(await keyIds(app)).toEqual([first!, second!]);
    app.clock.advance(10 * MINUTE - 1);
    expect(keyIdOf((await app.person()).accessToken)).toBe(first);
    app.clock.advance(1);
    expect(keyIdOf((await app.person()).accessToken)).toBe(second);
  });

  test("nobody is logged out: the last token of the old key works to its end, and the session after it", async () => {
    const app = await testApp();
    const [first] = await keyIds(app);
    await app.services.keys.rotate();
    app.clock.advance(10 * MINUTE - 1);
    const ada = await app.person();
    expect(keyIdOf(ada.accessToken)).toBe(first);
    app.clock.advance(15 * MINUTE - 1000);
    const elsewhere = await app.another();
    expect(await elsewhere.as(ada).call("getMe")).toMatchObject({ status: 200 });
    app.clock.advance(10 * MINUTE);
    expect(await keyIds(app)).not.toContain(first!);
    const body = { transport: "bearer", refreshToken: ada.refreshToken };
    expect(await app.anonymous.call("refreshSession", { body })).toMatchObject({ status: 200 });
  });

  test("a server that never heard of a key reads it when a token names it", async () => {
    const app = await testApp();
    const elsewhere = await app.another();
    await app.services.keys.rotate();
    app.clock.advance(10 * MINUTE);
    expect(await elsewhere.as(await app.person()).call("getMe")).toMatchObject({ status: 200 });
  });

  test("made-up key ids make the server read its keys once in five seconds", async () => {
    const app = await testApp();
    let queries = 0;
    const counted: ProxyHandler<Sql> = {
      apply: (sql, self, parameters) => {
        queries++;
        return Reflect.apply(sql, self, parameters);
      },
    };
    const ring = await KeyRing.open({ ...app.options, sql: new Proxy(app.sql, counted) });
    const atStart = queries;
    const askForTwenty = async () => {
      for (let i = 0; i < 20; i++) expect(await ring.verifier(crypto.randomUUID())).toBeUndefined();
    };
    await askForTwenty();
    expect(queries - atStart).toBe(0);
    app.clock.advance(5000);
    await askForTwenty();
    expect(queries - atStart).toBe(1);
  });

  test("a key is replaced when it is thirty days old, once, however many servers notice", async () => {
    const app = await testApp();
    const others = [await app.another(), await app.another()];
    app.clock.advance(30 * DAY - 1);
    await app.services.keys.rotateIfDue();
    expect(await keyIds(app)).toHaveLength(1);
    app.clock.advance(1);
    await Promise.all([app, ...others].map(({ services }) => services.keys.rotateIfDue()));
    expect(await keyIds(app)).toHaveLength(2);
    await app.services.keys.rotate();
    expect(await keyIds(app)).toHaveLength(2);
  });

  test("a server that starts replaces a key that is too old", async () => {
    const app = await testApp();
    app.clock.advance(30 * DAY);
    await app.another();
    expect(await app.sql`select id from signing_keys`).toHaveLength(2);
  });

  test("servers that start at once on an empty database agree on one key", async () => {
    const app = await testApp();
    await app.sql`delete from signing_keys`;
    const started = await Promise.all([app.another(), app.another(), app.another()]);
    const published = await Promise.all(started.map(({ services }) => services.keys.published()));
    expect(new Set(published.flat().map(({ kid }) => kid)).size).toBe(1);
  });
});
