import { describe, expect, test } from "bun:test";
import { join, resolve } from "node:path";
import type { CachePolicy } from "#contract/operation";
import { compile } from "../../src/codegen/compile.ts";
import type { NamedSchema, OperationModel, Schema } from "../../src/codegen/model.ts";
import { compiled, type Json, modelOf, operationOf, readThing, sentencesOf, small } from "./small.ts";

const TIMEOUT_MS = 60_000;
const OPENAPI = resolve(import.meta.dir, "../../openapi.yaml");

/** A component schema of a small contract. */
function schemaOf(schema: Json, others: Json = {}): NamedSchema {
  const { schemas } = modelOf(small({ schemas: { Subject: schema, ...others }, paths: usingSubject }));
  return schemas.find(({ name }) => name === "Subject")!;
}

const development = { rateLimit: "standard", listener: "development", audit: { none: "Nobody is named" } };

/** A public GET with this cache. */
function cacheOf(cache: Json): OperationModel {
  const policy = { rateLimit: "standard", cache, audit: { none: "Reading is not recorded" } };
  const paths = { "/thing": { get: readThing({ "x-policy": policy }) } };
  return modelOf(small({ paths, top: { "x-cache-tags": { things: "everybody", mine: "caller" } } })).operations[1]!;
}

const usingSubject = {
  "/subject": {
    get: readThing({
      operationId: "readSubject",
      responses: {
        "200": {
          description: "The subject",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Subject" } } },
        },
      },
    }),
  },
};

describe("the contract of this project", () => {
  test(
    "compiles, and twice to the same",
    () => {
      const first = compile(OPENAPI);
      expect("model" in first).toBe(true);
      expect(JSON.stringify(compile(OPENAPI))).toBe(JSON.stringify(first));
    },
    TIMEOUT_MS,
  );

  test(
    "as JSON it compiles to the same as in YAML",
    async () => {
      const yaml = await Bun.file(OPENAPI).text();
      expect(JSON.stringify(modelOf(Bun.YAML.parse(yaml) as Json))).toBe(JSON.stringify(modelOf(yaml)));
    },
    TIMEOUT_MS,
  );
});

describe("a file that cannot be read", () => {
  test("is a fault, not an exception", () => {
    const result = compile(join(import.meta.dir, "missing.yaml"));
    expect("faults" in result && result.faults.map(({ line, sentence }) => [line, sentence])).toEqual([
      [1, "The contract cannot be read: name a file that exists."],
    ]);
  });

  for (const [what, text] of Object.entries({ empty: "", "a list": "[]", "a word": "hello" })) {
    test(`${what}: faults, not an exception`, () => {
      const result = compiled(text);
      expect("faults" in result && result.faults.length > 0).toBe(true);
    });
  }
});

describe("any word with a value that it cannot be", () => {
  const cache = {
    scope: "public",
    maxAge: "0 s",
    sharedMaxAge: "1 h",
    validator: "etag",
    keep: "1 h",
    tags: ["things"],
  };
  const more = { cache, compress: "always", objective: { rate: "1/s", p95: "1 s" }, audit: { none: "A test" } };
  const kept = readThing({ "x-policy": { rateLimit: "standard", ...more } });
  const contract = small({
    paths: { ...usingSubject, "/kept": { get: kept } },
    schemas: { Subject: { type: "object", additionalProperties: false } },
    top: { "x-cache-tags": { things: "everybody" } },
  });
  const wrong = [1, null, { a: 1 }];

  for (const [pointer, at] of placesOf(contract)) {
    test(`${pointer} never throws`, () => {
      for (const value of wrong) {
        const changed = structuredClone(contract);
        at(changed, value);
        expect(() => compiled(changed)).not.toThrow();
      }
    });
  }
});

/** Every member of a value, with a function that puts something else there. */
function placesOf(value: unknown, path: string[] = []): [string, (root: Json, value: unknown) => void][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const here = [...path, key];
    const put = (root: Json, replacement: unknown) => {
      const parent = path.reduce<Json>((at, word) => at[word] as Json, root);
      parent[key] = replacement;
    };
    return [[here.join("/"), put], ...placesOf(member, here)] as [string, (root: Json, value: unknown) => void][];
  });
}

describe("allOf", () => {
  const parts = {
    Named: { type: "object", required: ["name"], properties: { name: { type: "string", maxLength: 100 } } },
  };

  test("is merged into one object, closed by unevaluatedProperties", () => {
    const { schema } = schemaOf(
      {
        description: "Both",
        allOf: [{ $ref: "#/components/schemas/Named" }, { type: "object", properties: { size: { type: "integer" } } }],
        unevaluatedProperties: false,
      },
      parts,
    );
    expect(schema).toEqual({
      kind: "object",
      description: "Both",
      additional: false,
      properties: [
        { name: "name", required: true, access: "both", schema: { kind: "string", maxLength: 100 } },
        { name: "size", required: false, access: "both", schema: { kind: "number", integer: true } },
      ],
    });
  });

  test("is published merged, without the schemas that were only parts", () => {
    const { published } = modelOf(
      small({
        schemas: {
          Subject: { allOf: [{ $ref: "#/components/schemas/Named" }], unevaluatedProperties: false },
          ...parts,
        },
        paths: usingSubject,
      }),
    );
    const { schemas } = published.components as { schemas: Json };
    expect(Object.keys(schemas)).toEqual(["Thing", "Subject", "Problem"]);
    expect(schemas.Subject).toEqual({
      type: "object",
      additionalProperties: false,
      required: ["name"],
      properties: { name: { type: "string", maxLength: 100 } },
    });
  });

  test("takes the tighter bound of two", () => {
    const bounded = { allOf: [{ type: "string", maxLength: 10, minLength: 1 }, { maxLength: 5 }, { minLength: 2 }] };
    expect(schemaOf(bounded).schema).toEqual({ kind: "string", maxLength: 5, minLength: 2 });
  });
});

describe("a schema of the profile", () => {
  const cases: [string, Json, Schema][] = [
    ["a type with null", { type: ["string", "null"] }, { kind: "nullable", inner: { kind: "string" } }],
    [
      "an enum with null",
      { type: ["string", "null"], enum: ["a", null] },
      { kind: "nullable", inner: { kind: "literal", values: ["a"] } },
    ],
    ["a const", { type: "integer", const: 1 }, { kind: "literal", values: [1] }],
    [
      "a ref or null",
      { oneOf: [{ $ref: "#/components/schemas/Thing" }, { type: "null" }] },
      { kind: "nullable", inner: { kind: "ref", name: "Thing" } },
    ],
    [
      "a map",
      { type: "object", additionalProperties: { type: "boolean" }, propertyNames: { pattern: "^[a-z]+$" } },
      { kind: "object", properties: [], additional: { kind: "boolean" }, names: "^[a-z]+$" },
    ],
    [
      "an open object",
      { type: "object", additionalProperties: true },
      { kind: "object", properties: [], additional: { kind: "any" } },
    ],
    [
      "a tuple",
      { type: "array", prefixItems: [{ type: "string" }, { type: "number" }], items: false, minItems: 2 },
      { kind: "tuple", items: [{ kind: "string" }, { kind: "number", integer: false }] },
    ],
    [
      "an array with bounds",
      { type: "array", items: { type: "string" }, minItems: 1, maxItems: 3, uniqueItems: true },
      { kind: "array", items: { kind: "string" }, minItems: 1, maxItems: 3, uniqueItems: true },
    ],
    ["anything", {}, { kind: "any" }],
  ];
  for (const [what, schema, expected] of cases) {
    test(what, () => expect(schemaOf(schema).schema).toEqual(expected));
  }

  test("a union names its property and the value of each branch", () => {
    const branch = (kind: string) => ({
      type: "object",
      additionalProperties: false,
      required: ["kind"],
      properties: { kind: { type: "string", const: kind } },
    });
    const union = {
      oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }],
      discriminator: {
        propertyName: "kind",
        mapping: { circle: "#/components/schemas/Circle", square: "#/components/schemas/Square" },
      },
    };
    const others = { Circle: branch("circle"), Square: branch("square") };
    const expected: Schema = {
      kind: "union",
      property: "kind",
      branches: [
        { value: "circle", schema: { kind: "ref", name: "Circle" } },
        { value: "square", schema: { kind: "ref", name: "Square" } },
      ],
    };
    expect(schemaOf(union, others).schema).toEqual(expected);
    const orNull = { ...union, oneOf: [...union.oneOf, { type: "null" }] };
    expect(schemaOf(orNull, others).schema).toEqual({ kind: "nullable", inner: expected });
  });

  test("a schema that contains itself is recursive, one beside it is not", () => {
    const tree = {
      type: "object",
      additionalProperties: false,
      properties: { children: { type: "array", maxItems: 9, items: { $ref: "#/components/schemas/Subject" } } },
    };
    expect(schemaOf(tree).recursive).toBe(true);
    expect(modelOf(small()).schemas.map(({ name, recursive }) => [name, recursive])).toEqual([["Thing", false]]);
  });

  test("readOnly below makes a schema directional, and examples show the one way or the other", () => {
    const inner = {
      type: "object",
      additionalProperties: false,
      required: ["id"],
      properties: { id: { type: "string", readOnly: true }, key: { type: "string", writeOnly: true } },
      examples: [{ id: "a" }, { key: "b" }],
    };
    const outer = {
      type: "object",
      additionalProperties: false,
      properties: { inner: { $ref: "#/components/schemas/Inner" } },
    };
    expect(schemaOf(outer, { Inner: inner }).directional).toBe(true);
  });

  test("what requests and answers use is marked", () => {
    const { schemas } = modelOf(small({ schemas: { Subject: { type: "boolean" } }, paths: usingSubject }));
    expect(schemas.map(({ name, usedIn }) => [name, usedIn])).toEqual([
      ["Thing", { request: true, answer: true }],
      ["Subject", { request: false, answer: true }],
    ]);
  });
});

describe("multipart", () => {
  const body = {
    type: "object",
    additionalProperties: false,
    required: ["file"],
    properties: {
      file: { type: "string", format: "binary" },
      more: { type: "array", maxItems: 3, items: { type: "string", format: "binary" } },
      about: { $ref: "#/components/schemas/Thing" },
      note: { type: "string", maxLength: 10 },
    },
  };

  test("has typed parts", () => {
    const encoding = { file: { contentType: "image/png, image/jpeg" } };
    const requestBody = { required: true, content: { "multipart/form-data": { schema: body, encoding } } };
    expect(operationOf(small({ operation: { requestBody } })).body!.content[0]!.parts).toEqual([
      { name: "file", kind: "file", required: true, many: false, types: ["image/png", "image/jpeg"] },
      { name: "more", kind: "file", required: false, many: true },
      { name: "about", kind: "json", required: false, many: false },
      { name: "note", kind: "text", required: false, many: false },
    ]);
  });

  test("may be a component of its own, which JSON may not use then", () => {
    const schema = { $ref: "#/components/schemas/Upload" };
    const operation = { requestBody: { required: true, content: { "multipart/form-data": { schema } } } };
    expect(sentencesOf(small({ operation, schemas: { Upload: body } }))).toEqual([]);
    const both = { required: true, content: { "multipart/form-data": { schema }, "application/json": { schema } } };
    const sentences = sentencesOf(small({ operation: { requestBody: both }, schemas: { Upload: body } }));
    expect(sentences[0]).toStartWith("Bytes cannot stand inside JSON");
  });
});

describe("a policy", () => {
  test("reads human values", () => {
    const { policy } = operationOf(small({ policy: { bodyLimit: "2 MiB", timeout: "500 ms" } }));
    expect(policy.bodyLimitBytes).toBe(2 * 1024 * 1024);
    expect(policy.timeoutMs).toBe(500);
    expect(policy.rateLimit).toEqual({
      name: "standard",
      caller: { count: 600, perSeconds: 60 },
      address: { count: 1200, perSeconds: 60 },
    });
  });

  test("says nothing and gets ten seconds, one transaction and enforced answers", () => {
    const { policy } = operationOf(small());
    expect(policy).toMatchObject({
      timeoutMs: 10_000,
      transaction: "pipeline",
      precondition: "none",
      idempotency: "none",
      cache: null,
      compress: false,
      objective: null,
      page: null,
      response: "enforce",
      listener: "public",
    });
  });

  test("says how an answer is kept: by whom, for how long, and what makes it worthless", () => {
    const written = { scope: "public", maxAge: "0 s", validator: "etag", tags: ["things"] };
    const keptBy = (words: Json) => cacheOf({ ...written, ...words }).policy.cache;
    const nobody = { scope: "public", maxAgeSeconds: 0, sharedMaxAgeSeconds: null, validator: "etag", keepMs: null };
    const tags = [{ name: "things", of: "everybody" }];
    expect(keptBy({})).toEqual({ ...nobody, tags } as CachePolicy);
    expect(keptBy({ sharedMaxAge: "1 h", keep: "1 d" })).toEqual({
      ...nobody,
      sharedMaxAgeSeconds: 3600,
      keepMs: 86_400_000,
      tags,
    } as CachePolicy);
    expect(keptBy({ keep: "500 ms", tags: [] })).toMatchObject({ keepMs: 500, tags: [] });
  });

  test("lets answers to GET be compressed, others where it says so, and none with a secret in it", () => {
    const secret = { type: "string", format: "password", maxLength: 9 };
    const object = (words: Json) => ({
      type: "object",
      additionalProperties: false,
      properties: { name: { ...secret, ...words } },
    });
    const get = (words: Json) => modelOf(small({ paths: { "/thing": { get: readThing() } }, ...words })).operations[1]!;
    expect(get({}).policy.compress).toBe(true);
    expect(get({ schemas: { Thing: object({ writeOnly: true }) } }).policy.compress).toBe(true);
    expect(operationOf(small({ policy: { compress: "always" } })).policy.compress).toBe(true);
    const shown = { Thing: object({ readOnly: true }) };
    const refused = (id: string) => expect.stringContaining(`\`${id}\` answers with a secret`);
    expect(sentencesOf(small({ schemas: shown, policy: { audit: { none: "A test" } } }))).toEqual([]);
    expect(sentencesOf(small({ schemas: shown, policy: { compress: "always", audit: { none: "A test" } } }))).toEqual([
      refused("changeThing"),
    ]);
    expect(sentencesOf(small({ schemas: shown, paths: { "/thing": { get: readThing() } } }))).toEqual([
      refused("readThing"),
    ]);
    const never = { rateLimit: "standard", compress: "never", audit: { none: "A test" } };
    const silent = readThing({ "x-policy": never });
    expect(sentencesOf(small({ schemas: shown, paths: { "/thing": { get: silent } } }))).toEqual([]);
  });

  test("is marked as internal in the published contract where only operators find it", () => {
    const published = (policy: Record<string, unknown>) => {
      const { operations, published } = modelOf(small({ policy }));
      const { path, method } = operations[0]!;
      return (published.paths as Record<string, Record<string, object>>)[path]![method.toLowerCase()];
    };
    expect(published({ listener: "internal" })).toMatchObject({ "x-internal": true });
    for (const policy of [{ listener: "both" }, {}]) expect(published(policy)).not.toHaveProperty("x-internal");
  });

  test("is not in the published contract where only who develops finds it, nor are its path and its tag", () => {
    const desk = readThing({ operationId: "readDesk", tags: ["Desk"], "x-policy": development });
    const tags = [{ name: "Things" }, { name: "Desk" }];
    const { operations, published } = modelOf(small({ paths: { "/desk": { get: desk } }, top: { tags } }));
    expect(operations.map(({ id }) => id)).toEqual(["changeThing", "readDesk"]);
    expect(published).toMatchObject({ tags: [{ name: "Things" }] });
    expect(Object.keys(published.paths as object)).toEqual(["/things/{thingId}"]);
    const beside = readThing({ operationId: "readDesk", "x-policy": development });
    const { paths } = modelOf(small({ paths: { "/desk": { get: beside, post: readThing() } } })).published;
    expect(Object.keys((paths as Record<string, object>)["/desk"]!)).toEqual(["post"]);
  });

  test("cannot be led to by a link where only who develops finds it", () => {
    const desk = readThing({ operationId: "readDesk", "x-policy": development });
    const links = { desk: { operationId: "readDesk" } };
    const responses = { "200": { description: "The thing", links } };
    const contract = small({ paths: { "/desk": { get: desk }, "/thing": { get: readThing({ responses }) } } });
    expect(sentencesOf(contract)).toEqual([expect.stringContaining("The link `desk` leads to no operation.")]);
  });

  test("a GET runs without a transaction", () => {
    const { operations } = modelOf(small({ paths: { "/thing": { get: readThing() } } }));
    expect(operations[1]!.policy.transaction).toBe("none");
  });

  test("an audited field is a path into the request", () => {
    const audit = { event: "thing.changed", fields: ["path.thingId", "body.name"] };
    expect(operationOf(small({ policy: { audit } })).policy.audit).toEqual({
      event: "thing.changed",
      fields: [
        { in: "path", at: ["thingId"] },
        { in: "body", at: ["name"] },
      ],
      answers: {},
      problems: {},
    });
  });
});

describe("a cookie scheme", () => {
  const components = {
    securitySchemes: {
      session: { type: "http", scheme: "bearer", "x-cookie": "sessionCookie" },
      sessionCookie: { type: "apiKey", in: "cookie", name: "__Host-session" },
    },
    schemas: { Thing: { type: "object", additionalProperties: false } },
  };
  const policy = { audit: { none: "A test" } };

  test("is another alternative with the same scopes, and the same caller", () => {
    const { security, callers } = operationOf(small({ components, policy }));
    expect(security).toEqual([{ session: ["thing:write"] }, { sessionCookie: ["thing:write"] }]);
    expect(callers).toEqual(["session"]);
  });

  test("is published beside the scheme", () => {
    const { published } = modelOf(small({ components, policy }));
    expect(published).toHaveProperty(
      ["paths", "/things/{thingId}", "put", "security"],
      [{ session: ["thing:write"] }, { sessionCookie: ["thing:write"] }],
    );
  });
});

describe("a page", () => {
  test("gives the operation table limit and cursor, and the handler neither", () => {
    const page = { maximum: 50, default: 10 };
    const list = {
      type: "object",
      additionalProperties: false,
      required: ["items", "nextCursor"],
      properties: {
        items: { type: "array", maxItems: 50, items: { type: "string" } },
        nextCursor: { type: ["string", "null"] },
      },
    };
    const words = readThing({
      "x-policy": { rateLimit: "standard", audit: { none: "A test" }, page },
      responses: { "200": { description: "A page", content: { "application/json": { schema: list } } } },
    });
    const operation = modelOf(small({ paths: { "/list": { get: words } } })).operations[1]!;
    expect(operation.parameters).toEqual([]);
    expect(operation.pageParameters.map(({ name }) => name)).toEqual(["limit", "cursor"]);
    expect(operation.policy.page).toEqual(page);
  });
});

describe("a path that is more exact", () => {
  test("is no ambiguity: the exact one wins", () => {
    expect(sentencesOf(small({ paths: { "/things/newest": { get: readThing() } } }))).toEqual([]);
  });
});
