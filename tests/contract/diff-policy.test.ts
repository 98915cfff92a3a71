/** What the gate tells of every policy word and of who may call: the exact lines. */
import { describe, expect, test } from "bun:test";
import policySchema from "../../src/codegen/policy.schema.json";
import { differences } from "./differences.ts";
import { type Json, json, readThing, small } from "./small.ts";

type Word = keyof typeof policySchema.$defs.policy.properties;

interface Changed {
  /** Words of x-policy, over those of small(). */
  readonly from: Json;
  readonly to: Json;
  readonly told: readonly string[];
}

const LIMITS = {
  standard: { caller: "600/min", address: "1200/min" },
  slow: { caller: "10/s", address: "1200/min" },
  slower: { caller: "10/min", address: "1200/min" },
  open: { address: "1500/min" },
};

const CACHE_TAGS = { things: "everybody", owners: "everybody" };
const kept = (words: Json) => ({
  cache: { scope: "private", maxAge: "0 s", validator: "etag", keep: "1 min", tags: ["things"], ...words },
});
const shared = (words: Json) => ({ cache: { scope: "public", maxAge: "1 min", ...words } });

const page = {
  type: "object",
  additionalProperties: false,
  required: ["items", "nextCursor"],
  properties: {
    items: { type: "array", maxItems: 100, items: { type: "string" } },
    nextCursor: { type: ["string", "null"] },
  },
};

/** An operation of the kind that has the word: GET /things for what is read, PUT /things/{thingId} for what is changed. */
const READ: readonly Word[] = ["cache", "page", "compress", "listener"];
const contractOf = (word: Word, policy: Json): Json => {
  const top = { "x-rate-limits": LIMITS, "x-problems": PROBLEMS, "x-cache-tags": CACHE_TAGS };
  if (!READ.includes(word)) return small({ policy, top });
  const operation = readThing({
    "x-policy": { rateLimit: "standard", audit: { none: "Reading is not recorded" }, ...policy },
    responses: { "200": { description: "Things", ...json(page) } },
  });
  return small({ paths: { "/things": { get: operation } }, top });
};

const PROBLEMS = {
  thing_locked: { status: 409, title: "The thing is locked", meaning: "Unlock it first." },
  thing_lost: { status: 410, title: "The thing is lost", meaning: "Nobody finds it." },
};
const audited = (words: Json) => ({ audit: { event: "thing.changed", fields: ["path.thingId"], ...words } });

const CHANGES: Readonly<Record<Word, Readonly<Record<string, Changed>>>> = {
  rateLimit: {
    "to fewer at once": {
      from: { rateLimit: "standard" },
      to: { rateLimit: "slow" },
      told: ["breaking changeThing /x-policy/rateLimit/caller: 600/min -> 10/s"],
    },
    "to fewer in the long run": {
      from: { rateLimit: "slow" },
      to: { rateLimit: "slower" },
      told: ["breaking changeThing /x-policy/rateLimit/caller: 10/s -> 10/min"],
    },
    "to more at once": {
      from: { rateLimit: "slow" },
      to: { rateLimit: "standard" },
      told: ["notice changeThing /x-policy/rateLimit/caller: 10/s -> 600/min"],
    },
    "to callers that nobody counts, and more from an address": {
      from: { rateLimit: "standard" },
      to: { rateLimit: "open" },
      told: [
        "danger changeThing /x-policy/rateLimit/caller: 600/min -> none",
        "notice changeThing /x-policy/rateLimit/address: 1200/min -> 1500/min",
      ],
    },
    "to callers that are counted": {
      from: { rateLimit: "open" },
      to: { rateLimit: "standard" },
      told: [
        "breaking changeThing /x-policy/rateLimit/caller: none -> 600/min",
        "breaking changeThing /x-policy/rateLimit/address: 1500/min -> 1200/min",
      ],
    },
  },
  bodyLimit: {
    "to fewer bytes": {
      from: { bodyLimit: "1 MiB" },
      to: { bodyLimit: "1000 B" },
      told: ["breaking changeThing /x-policy/bodyLimit: 1 MiB -> 1000 B"],
    },
    "to more bytes": {
      from: { bodyLimit: "4 KiB" },
      to: { bodyLimit: "8 KiB" },
      told: ["notice changeThing /x-policy/bodyLimit: 4 KiB -> 8 KiB"],
    },
  },
  timeout: {
    "to less than the default": {
      from: {},
      to: { timeout: "1500 ms" },
      told: ["notice changeThing /x-policy/timeout: 10 s -> 1500 ms"],
    },
    "to the same in other words": { from: {}, to: { timeout: "10000 ms" }, told: [] },
    "to more": {
      from: {},
      to: { timeout: "2 min" },
      told: ["notice changeThing /x-policy/timeout: 10 s -> 2 min"],
    },
  },
  fresh: {
    "that is new": {
      from: {},
      to: { fresh: "15 min" },
      told: ["breaking changeThing /x-policy/fresh: none -> 15 min"],
    },
    "to a login that is longer ago": {
      from: { fresh: "15 min" },
      to: { fresh: "1 h" },
      told: ["danger changeThing /x-policy/fresh: 15 min -> 1 h"],
    },
    "that is gone": { from: { fresh: "15 min" }, to: {}, told: ["danger changeThing /x-policy/fresh: 15 min -> none"] },
  },
  cache: {
    "that is new": {
      from: {},
      to: { cache: { scope: "private", maxAge: "30 s" } },
      told: ["danger readThing /x-policy/cache/maxAge: none -> 30 s"],
    },
    "that everybody shares, and for longer": {
      from: { cache: { scope: "private", maxAge: "30 s" } },
      to: { cache: { scope: "public", maxAge: "1 h" } },
      told: [
        "danger readThing /x-policy/cache/maxAge: 30 s -> 1 h",
        "danger readThing /x-policy/cache/scope: private -> public",
      ],
    },
    "that everybody shares already, for longer": {
      from: { cache: { scope: "public", maxAge: "30 s" } },
      to: { cache: { scope: "public", maxAge: "2 d" } },
      told: ["danger readThing /x-policy/cache/maxAge: 30 s -> 2 d"],
    },
    "that is shorter, without an ETag": {
      from: { cache: { scope: "public", maxAge: "30 s", validator: "etag" } },
      to: { cache: { scope: "private", maxAge: "10 s" } },
      told: ["breaking readThing /x-policy/cache/validator: etag -> none"],
    },
    "that proxies keep for longer": {
      from: shared({}),
      to: shared({ sharedMaxAge: "1 h" }),
      told: ["danger readThing /x-policy/cache/sharedMaxAge: 1 min -> 1 h"],
    },
    "that proxies keep for as long as everybody again, which is longer": {
      from: shared({ sharedMaxAge: "5 s" }),
      to: shared({}),
      told: ["danger readThing /x-policy/cache/sharedMaxAge: 5 s -> 1 min"],
    },
    "that proxies ask for again each time": {
      from: shared({}),
      to: shared({ sharedMaxAge: "0 s" }),
      told: [],
    },
    "that the server keeps too": {
      from: { cache: { scope: "private", maxAge: "0 s", validator: "etag" } },
      to: kept({}),
      told: ["notice readThing /x-policy/cache/keep: none -> 1 min"],
    },
    "that the server keeps for less": {
      from: kept({}),
      to: kept({ keep: "30 s" }),
      told: ["notice readThing /x-policy/cache/keep: 1 min -> 30 s"],
    },
    "that outlives a change that made it worthless": {
      from: kept({ tags: ["things", "owners"] }),
      to: kept({ tags: ["owners"] }),
      told: ["danger readThing /x-policy/cache/tags: things -> absent"],
    },
    "that outlives such a change where proxies keep it": {
      from: shared({ tags: ["things"] }),
      to: shared({}),
      told: ["danger readThing /x-policy/cache/tags: things -> absent"],
    },
    "that more changes make worthless": { from: kept({}), to: kept({ tags: ["things", "owners"] }), told: [] },
    "that nobody keeps any more, and no change makes worthless": {
      from: kept({}),
      to: { cache: { scope: "private", maxAge: "0 s", validator: "etag" } },
      told: ["notice readThing /x-policy/cache/keep: 1 min -> none"],
    },
  },
  idempotency: {
    "that is demanded": {
      from: { idempotency: "optional" },
      to: { idempotency: "required" },
      told: ["breaking changeThing /x-policy/idempotency: optional -> required"],
    },
    "that is offered": { from: {}, to: { idempotency: "optional" }, told: [] },
    "that is gone": {
      from: { idempotency: "optional" },
      to: {},
      told: ["danger changeThing /x-policy/idempotency: optional -> none"],
    },
  },
  precondition: {
    "that is demanded": {
      from: {},
      to: { precondition: "required" },
      told: ["breaking changeThing /x-policy/precondition: none -> required"],
    },
    "that is not demanded any more": {
      from: { precondition: "required" },
      to: { precondition: "optional" },
      told: ["danger changeThing /x-policy/precondition: required -> optional"],
    },
  },
  audit: {
    "that is gone": {
      from: audited({}),
      to: { audit: { none: "Nobody reads it" } },
      told: ["danger changeThing /x-policy/audit: thing.changed -> none"],
    },
    "under another name, with less in it": {
      from: audited({ fields: ["path.thingId", "body.name"] }),
      to: audited({ event: "thing.edited", fields: ["body.name"] }),
      told: [
        "danger changeThing /x-policy/audit/event: thing.changed -> thing.edited",
        "danger changeThing /x-policy/audit/fields: path.thingId -> absent",
      ],
    },
    "of a refusal that is gone, and of one with another name": {
      from: {
        ...audited({ problems: { thing_locked: "thing.refused", thing_lost: "thing.missed" } }),
        problems: ["thing_locked", "thing_lost"],
      },
      to: { ...audited({ problems: { thing_lost: "thing.lost" } }), problems: ["thing_locked", "thing_lost"] },
      told: [
        "danger changeThing /x-policy/audit/problems/thing_locked: thing.refused -> none",
        "danger changeThing /x-policy/audit/problems/thing_lost: thing.missed -> thing.lost",
      ],
    },
    "of an answer that has the event of every other now": {
      from: audited({ answers: { 200: "thing.touched" } }),
      to: audited({}),
      told: ["danger changeThing /x-policy/audit/answers/200: thing.touched -> thing.changed"],
    },
    "of more": {
      from: { audit: { none: "Nobody reads it" } },
      to: audited({ fields: ["path.thingId", "body.name"] }),
      told: [],
    },
  },
  problems: {
    "that is new": {
      from: { problems: ["thing_locked"] },
      to: { problems: ["thing_lost"] },
      told: ["notice changeThing /x-policy/problems: absent -> thing_lost"],
    },
  },
  page: {
    "of less": {
      from: { page: { maximum: 100, default: 50 } },
      to: { page: { maximum: 40, default: 20 } },
      told: [
        "breaking readThing /x-policy/page/maximum: 100 -> 40",
        "notice readThing /x-policy/page/default: 50 -> 20",
      ],
    },
    "of more": {
      from: { page: { maximum: 40, default: 20 } },
      to: { page: { maximum: 100, default: 20 } },
      told: ["notice readThing /x-policy/page/maximum: 40 -> 100"],
    },
    "in the place of all at once": {
      from: {},
      to: { page: { maximum: 100, default: 20 } },
      told: ["breaking readThing /x-policy/page: in one answer -> in pages"],
    },
  },
  transaction: {
    "of another kind": {
      from: {},
      to: { transaction: "handler" },
      told: ["notice changeThing /x-policy/transaction: pipeline -> handler"],
    },
  },
  response: {
    "that is only logged": {
      from: {},
      to: { response: "log" },
      told: ["danger changeThing /x-policy/response: enforce -> log"],
    },
    "that is enforced": { from: { response: "off" }, to: {}, told: [] },
  },
  compress: {
    "that is taken up": {
      from: { compress: "never" },
      to: {},
      told: ["danger readThing /x-policy/compress: never -> always"],
    },
    "that is given up": {
      from: { compress: "always" },
      to: { compress: "never" },
      told: ["notice readThing /x-policy/compress: always -> never"],
    },
  },
  objective: {
    "that is new": {
      from: {},
      to: { objective: { rate: "20/s", p95: "50 ms" } },
      told: [
        "notice changeThing /x-policy/objective/p95: none -> 50 ms",
        "notice changeThing /x-policy/objective/rate: none -> 20/s",
      ],
    },
    "of more requests, and slower ones": {
      from: { objective: { rate: "600/min", p95: "50 ms" } },
      to: { objective: { rate: "20/s", p95: "1500 ms" } },
      told: [
        "notice changeThing /x-policy/objective/p95: 50 ms -> 1500 ms",
        "notice changeThing /x-policy/objective/rate: 10/s -> 20/s",
      ],
    },
    "in other words": {
      from: { objective: { rate: "600/min", p95: "1000 ms" } },
      to: { objective: { rate: "10/s", p95: "1 s" } },
      told: [],
    },
    "that is gone": {
      from: { objective: { rate: "20/s", p95: "50 ms" } },
      to: {},
      told: [
        "notice changeThing /x-policy/objective/p95: 50 ms -> none",
        "notice changeThing /x-policy/objective/rate: 20/s -> none",
      ],
    },
  },
  listener: {
    "that everybody reaches": {
      from: { listener: "internal" },
      to: { listener: "both" },
      told: ["danger readThing /x-policy/listener: internal -> both"],
    },
    "that only operators reach": {
      from: {},
      to: { listener: "internal" },
      told: ["breaking readThing /x-policy/listener: public -> internal"],
    },
    "that only who develops reaches": {
      from: {},
      to: { listener: "development" },
      told: ["breaking readThing /x-policy/listener: public -> development"],
    },
    "that only who developed reached": { from: { listener: "development" }, to: {}, told: [] },
    "that moves from operators to everybody": {
      from: { listener: "internal" },
      to: {},
      told: [
        "breaking readThing /x-policy/listener: internal -> public",
        "danger readThing /x-policy/listener: internal -> public",
      ],
    },
  },
};

for (const [word, changes] of Object.entries(CHANGES)) {
  describe(word, () => {
    for (const [name, { from, to, told }] of Object.entries(changes)) {
      test(name, () =>
        expect(differences(contractOf(word as Word, from), contractOf(word as Word, to))).toEqual([...told]),
      );
    }
  });
}

describe("no word of policy.schema.json is forgotten", () => {
  const told = Object.values(CHANGES).flatMap((changes) => Object.values(changes).flatMap((change) => change.told));
  const words = Object.entries(policySchema.$defs.policy.properties).flatMap(([word, schema]) => {
    const { properties } = word === "audit" ? policySchema.$defs.audited : (schema as { properties?: object });
    return Object.keys(properties ?? {})
      .map((part) => `${word}/${part}`)
      .concat(word);
  });

  test.each(words)("a change of %s is told", (word) => {
    expect(told.filter((line) => line.includes(` /x-policy/${word}`))).not.toBeEmpty();
  });
});

test("a limit that many operations name is told once, under its name", () => {
  const with100 = { "x-rate-limits": { standard: { caller: "100/min", address: "1200/min" } } };
  const reads = ["readA", "readB", "readC", "readD", "readE", "readF"];
  const paths = Object.fromEntries(
    reads.map((operationId) => [`/${operationId}`, { get: readThing({ operationId }) }]),
  );
  expect(differences(small({ paths }), small({ paths, top: with100 }))).toEqual([
    "breaking x-rate-limits /standard/caller: 600/min -> 100/min (changeThing, readA, readB, readC, readD and 2 more)",
  ]);
});

describe("who may call", () => {
  const schemes = {
    session: { type: "http", scheme: "bearer" },
    key: { type: "apiKey", in: "header", name: "X-Key" },
  };
  const securedBy = (...security: Json[]) =>
    small({ operation: { security }, components: { securitySchemes: schemes } });
  const reader = { session: ["thing:read"] };
  const writer = { session: ["thing:write"] };

  const CALLERS: Record<string, { from: Json; to: Json; told: string[] }> = {
    "everybody, instead of somebody": {
      from: securedBy(writer),
      to: securedBy(),
      told: ["danger changeThing /security: session[thing:write] -> public"],
    },
    "somebody, instead of everybody": {
      from: securedBy(),
      to: securedBy(writer),
      told: ["breaking changeThing /security: public -> session[thing:write]"],
    },
    "without a scope": {
      from: securedBy({ session: ["thing:read", "thing:write"] }),
      to: securedBy(reader),
      told: ["danger changeThing /security: session[thing:read, thing:write] -> session[thing:read]"],
    },
    "with a scope more": {
      from: securedBy({ session: [] }),
      to: securedBy(reader),
      told: ["breaking changeThing /security: session[] -> session[thing:read]"],
    },
    "with another scope": {
      from: securedBy(reader),
      to: securedBy(writer),
      told: [
        "danger changeThing /security: session[thing:read] -> session[thing:write]",
        "breaking changeThing /security: session[thing:read] -> session[thing:write]",
      ],
    },
    "with another credential too": {
      from: securedBy(writer),
      to: securedBy(writer, { key: ["thing:write"] }),
      told: ["danger changeThing /security: session[thing:write] -> session[thing:write] or key[thing:write]"],
    },
    "with one credential instead of two": {
      from: securedBy({ ...writer, key: [] }),
      to: securedBy(writer),
      told: ["danger changeThing /security: session[thing:write] and key[] -> session[thing:write]"],
    },
    "with two credentials instead of one": {
      from: securedBy(writer),
      to: securedBy({ ...writer, key: [] }),
      told: ["breaking changeThing /security: session[thing:write] -> session[thing:write] and key[]"],
    },
    "in another order": {
      from: securedBy(writer, { key: [] }),
      to: securedBy({ key: [] }, writer),
      told: [],
    },
    "members of any organization": {
      from: small({ paths: { "/organizations/{organizationId}": { get: ofOrganization("organizationId") } } }),
      to: small({ paths: { "/organizations/{id}": { get: ofOrganization("id") } } }),
      told: [
        "breaking readThing: GET /organizations/{organizationId} -> GET /organizations/{id}",
        "danger readThing /organizationId: members only -> absent",
      ],
    },
  };

  for (const [name, { from, to, told }] of Object.entries(CALLERS)) {
    test(name, () => expect(differences(from, to)).toEqual(told));
  }
});

function ofOrganization(name: string): Json {
  const parameters = [{ name, in: "path", required: true, schema: { type: "string" } }];
  return readThing({ security: [{ session: [] }], parameters });
}
