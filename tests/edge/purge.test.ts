/** From a changed row to an answer that nginx asks for anew: trigger, job, purge hook, deploy/edge/purge.ts. */
import { afterAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import type { JsonWebKeySet } from "#generated/types";
import { freePort } from "#lib/machine";
import { tellOfChanges } from "../../src/modules/purging/jobs";
import { testApp } from "../support/app";
import { Program } from "../support/checkout";
import { Edge, SHIPPED, wordOf } from "./edge";

const TOKEN = "the token of the edge";
const port = await freePort();
const url = `http://127.0.0.1:${port}/`;
const app = await testApp({ purgeTarget: { url, token: TOKEN } });
const edge = await Edge.start(app.listen());
const command = [process.execPath, join(SHIPPED, "purge.ts"), join(edge.prefix, "cache"), String(port)];
const receiver = new Program(command, edge.prefix, { EDGE_PURGE_TOKEN: TOKEN });
await receiver.line(/^listening on \d+\n/);
afterAll(async () => {
  receiver.signal("SIGTERM");
  await receiver.exited;
  await edge.close();
});

async function tell(): Promise<void> {
  await app.services.jobs.add(app.sql, tellOfChanges, {});
  await app.drain();
}

const PATHS = ["/.well-known/jwks.json", "/openapi.json", "/docs/swagger-ui.css"];
const wordsOf = (coding = "identity") =>
  Promise.all(PATHS.map(async (path) => wordOf(await edge.get(path, { "accept-encoding": coding }))));

test("what is made of a changed row is asked for anew in every coding, and nothing else is", async () => {
  await tell();
  await app.sql`update purge_progress set everything_since = null`;
  for (const coding of ["identity", "gzip"]) {
    await wordsOf(coding);
    expect(await wordsOf(coding)).toEqual(["hit", "hit", "hit"]);
  }
  await app.services.keys.rotate();
  await tell();
  for (const coding of ["identity", "gzip"]) expect(await wordsOf(coding)).toEqual(["fwd=miss", "hit", "hit"]);
  const jwks = (await (await edge.get(PATHS[0]!)).json()) as JsonWebKeySet;
  expect(jwks.keys).toHaveLength(2);
});

test("everything is asked for anew when a server has started", async () => {
  await wordsOf();
  expect(await wordsOf()).toEqual(["hit", "hit", "hit"]);
  await app.another({ purgeTarget: { url, token: TOKEN } });
  await tell();
  expect(await wordsOf()).toEqual(["fwd=miss", "fwd=miss", "fwd=miss"]);
});

describe("the receiver", () => {
  const call = (body: string, authorization = `Bearer ${TOKEN}`, method = "POST") =>
    fetch(url, { method, headers: { authorization }, ...(method === "POST" && { body }) });
  const KEYS = '{"surrogateKeys":["getOpenApi"]}';

  test("forgets for nobody without the token", async () => {
    await wordsOf();
    expect((await call(KEYS, "Bearer another")).status).toBe(401);
    expect((await fetch(url, { method: "POST", body: KEYS })).status).toBe(401);
    expect((await call("", undefined, "GET")).status).toBe(405);
    expect(await wordsOf()).toEqual(["hit", "hit", "hit"]);
  });

  test.each(["", "null", "[]", "{}", '{"surrogateKeys":"getOpenApi"}', '{"surrogateKeys":[1]}'])(
    "refuses %s",
    async (body) => {
      expect((await call(body)).status).toBe(400);
    },
  );

  test("says how many it has forgotten, by whole names only", async () => {
    await wordsOf();
    expect(await (await call('{"surrogateKeys":["getOpen","signing","."]}')).json()).toEqual({ forgotten: 0 });
    expect(await (await call(KEYS)).json()).toEqual({ forgotten: 1 });
  });
});
