/** What the gate tells of operations, of what they share, and of webhooks: the exact lines. */
import { describe, expect, test } from "bun:test";
import { differences } from "./differences.ts";
import { type Json, json, readThing, small } from "./small.ts";

const text = { type: "string", maxLength: 36 };
const thingId = { name: "thingId", in: "path", required: true, schema: text };
const secret = { ...text, writeOnly: true };
const query = (words: Json = {}): Json => ({ name: "color", in: "query", schema: text, ...words });
const withParameters = (...parameters: Json[]) => small({ operation: { parameters: [thingId, ...parameters] } });
const withAnswers = (responses: Json) => small({ operation: { responses } });
const withGet = (words?: Json, path = "/thing") => small({ paths: { [path]: { get: readThing(words) } } });
const ok = (words: Json = json({ $ref: "#/components/schemas/Thing" })): Json => ({
  "200": { description: "The thing", ...words },
});
const node = (words: Json): Json => ({
  type: "object",
  additionalProperties: false,
  properties: { next: { $ref: "#/components/schemas/Node" }, ...words },
});
/** A kept answer of an organization, under a tag of whom is said. */
const tagged = (of: string): Json => {
  const cache = { scope: "private", maxAge: "0 s", validator: "etag", keep: "1 min", tags: ["things"] };
  const get = readThing({
    security: [{ session: [] }],
    parameters: [{ ...thingId, name: "organizationId" }],
    "x-policy": { rateLimit: "standard", cache, audit: { none: "Reading is not recorded" } },
  });
  return small({
    paths: { "/organizations/{organizationId}/things": { get } },
    top: { "x-cache-tags": { things: of } },
  });
};
/** Both go on without an end, in steps of one and of two. */
const answersWith = (name: "Node" | "Tree") => {
  const Tree = node({ next: { ...node({ next: { $ref: "#/components/schemas/Tree" }, name: text }) } });
  const operation = { responses: ok(json({ $ref: `#/components/schemas/${name}` })) };
  return small({ operation, schemas: { Node: node({ name: text }), Tree } });
};
const upload = (type: string | undefined): Json => {
  const schema = {
    type: "object",
    additionalProperties: false,
    properties: { cover: { type: "string", format: "binary" } },
  };
  return small({
    operation: {
      requestBody: {
        required: true,
        content: { "multipart/form-data": { schema, ...(type && { encoding: { cover: { contentType: type } } }) } },
      },
    },
  });
};
const withEvent = (schema: Json): Json => {
  const post = { requestBody: json(schema), responses: { "204": { description: "Heard" } } };
  return small({ top: { webhooks: { "thing.changed": { post } } } });
};

interface Changed {
  readonly before: Json;
  readonly after: Json;
  readonly told: readonly string[];
}

const CHANGES: Record<string, Changed> = {
  "a contract that stays as it is": { before: withGet(), after: withGet(), told: [] },
  "an operation that is new": { before: small(), after: withGet(), told: [] },
  "an operation that is gone": {
    before: withGet(),
    after: small(),
    told: ["breaking readThing: GET /thing -> absent"],
  },
  "an operation with another name": {
    before: withGet(),
    after: withGet({ operationId: "getThing" }),
    told: ["breaking readThing /operationId: readThing -> getThing"],
  },
  "an operation on another path": {
    before: withGet(),
    after: withGet({}, "/things"),
    told: ["breaking readThing: GET /thing -> GET /things"],
  },
  "an operation with another name, and another name in its path": {
    before: withGet({ parameters: [thingId] }, "/other/{thingId}"),
    after: withGet({ operationId: "getThing", parameters: [{ ...thingId, name: "id" }] }, "/other/{id}"),
    told: [
      "breaking readThing /operationId: readThing -> getThing",
      "breaking readThing: GET /other/{thingId} -> GET /other/{id}",
    ],
  },
  "an operation that takes the place of another": {
    before: small({ paths: { "/a": { get: readThing() }, "/b": { get: readThing({ operationId: "readOther" }) } } }),
    after: small({ paths: { "/a": { get: readThing({ operationId: "readOther" }) } } }),
    told: ["breaking readThing: GET /a -> absent", "breaking readOther: GET /b -> GET /a"],
  },
  "two operations that change places": {
    before: small({ paths: { "/a": { get: readThing() }, "/b": { get: readThing({ operationId: "readOther" }) } } }),
    after: small({ paths: { "/b": { get: readThing() }, "/a": { get: readThing({ operationId: "readOther" }) } } }),
    told: ["breaking readThing: GET /a -> GET /b", "breaking readOther: GET /b -> GET /a"],
  },
  "a path parameter with another name that takes less": {
    before: withGet({ parameters: [thingId] }, "/other/{thingId}"),
    after: withGet(
      { parameters: [{ ...thingId, name: "id", schema: { type: "string", maxLength: 9 } }] },
      "/other/{id}",
    ),
    told: [
      "breaking readThing: GET /other/{thingId} -> GET /other/{id}",
      "breaking readThing /parameters/path.id/schema/maxLength: 36 -> 9",
    ],
  },
  "a parameter that is new and required": {
    before: withParameters(),
    after: withParameters(query({ required: true })),
    told: ["breaking changeThing /parameters/query.color: absent -> required"],
  },
  "a parameter that is new": { before: withParameters(), after: withParameters(query()), told: [] },
  "a parameter that is gone": {
    before: withParameters(query()),
    after: withParameters(),
    told: ["breaking changeThing /parameters/query.color: optional -> absent"],
  },
  "a parameter with another default": {
    before: withParameters(query({ schema: { ...text, default: "red" } })),
    after: withParameters(query({ schema: { ...text, default: "blue" } })),
    told: ['breaking changeThing /parameters/query.color/schema/default: "red" -> "blue"'],
  },
  "a header in other letters": {
    before: withParameters({ name: "X-Color", in: "header", schema: text }),
    after: withParameters({ name: "x-color", in: "header", schema: text }),
    told: [],
  },
  "a body that is demanded": {
    before: small({ operation: { requestBody: json(text) } }),
    after: small({ operation: { requestBody: { required: true, ...json(text) } } }),
    told: ["breaking changeThing /requestBody: optional -> required"],
  },
  "a body that is not taken any more": {
    before: small(),
    after: small({ operation: { requestBody: undefined }, policy: { bodyLimit: undefined } }),
    told: ["breaking changeThing /requestBody: required -> absent"],
  },
  "a media type that is not taken any more": {
    before: small({
      operation: {
        requestBody: {
          required: true,
          content: { "application/json": { schema: text }, "text/plain": { schema: text } },
        },
      },
    }),
    after: small({ operation: { requestBody: { required: true, ...json(text) } } }),
    told: ["breaking changeThing /requestBody/content/text~1plain: possible -> absent"],
  },
  "a file of fewer media types": {
    before: upload("image/png, image/jpeg"),
    after: upload("image/png"),
    told: [
      "breaking changeThing /requestBody/content/multipart~1form-data/encoding/cover/contentType: image/png, image/jpeg -> image/png",
    ],
  },
  "a file that could have any media type": {
    before: upload(undefined),
    after: upload("image/png"),
    told: [
      "breaking changeThing /requestBody/content/multipart~1form-data/encoding/cover/contentType: any -> image/png",
    ],
  },
  "a file of more media types": { before: upload("image/png"), after: upload("image/png, image/jpeg"), told: [] },
  "another status": {
    before: withAnswers({ "200": { description: "Changed" } }),
    after: withAnswers({ "204": { description: "Changed" } }),
    told: [
      "breaking changeThing /responses/200: possible -> absent",
      "breaking changeThing /responses/204: absent -> possible",
    ],
  },
  "a media type that is not answered any more": {
    before: withAnswers(ok({ content: { "application/json": { schema: text }, "text/plain": { schema: text } } })),
    after: withAnswers(ok(json(text))),
    told: ["breaking changeThing /responses/200/content/text~1plain: possible -> absent"],
  },
  "a media type more": {
    before: withAnswers(ok(json(text))),
    after: withAnswers(ok({ content: { "application/json": { schema: text }, "text/plain": { schema: text } } })),
    told: [],
  },
  "headers that an answer had": {
    before: withAnswers(ok({ headers: { ETag: { required: true, schema: text }, Link: { schema: text } } })),
    after: withAnswers(ok({ headers: { etag: { schema: { type: "string" } } } })),
    told: [
      "breaking changeThing /responses/200/headers/etag: required -> optional",
      "breaking changeThing /responses/200/headers/etag/schema/maxLength: 36 -> absent",
      "breaking changeThing /responses/200/headers/Link: optional -> absent",
    ],
  },
  "an ETag that the policy gives now": {
    before: withGet({ responses: ok({ headers: { ETag: { required: true, schema: text } } }) }),
    after: withGet({
      responses: ok({}),
      "x-policy": {
        rateLimit: "standard",
        cache: { scope: "private", maxAge: "0 s", validator: "etag" },
        audit: { none: "Reading is not recorded" },
      },
    }),
    told: [],
  },
  "a secret that answers show": {
    before: small({ schemas: { Thing: node({ code: secret, pin: secret }), Node: node({}) } }),
    after: small({ schemas: { Thing: node({ code: text, pin: secret }), Node: node({}) } }),
    told: ["danger Thing in answers /properties/code: writeOnly -> both (changeThing)"],
  },
  "something that only the server could set": {
    before: small({ schemas: { Thing: node({ owner: { ...text, readOnly: true } }), Node: node({}) } }),
    after: small({ schemas: { Thing: node({ owner: text }), Node: node({}) } }),
    told: ["danger Thing in requests /properties/owner: readOnly -> both (changeThing)"],
  },
  "a schema that several operations share, told once": {
    before: withGet(),
    after: small({
      paths: { "/thing": { get: readThing() } },
      schemas: { Thing: { type: "object", additionalProperties: false, properties: { name: { type: "string" } } } },
    }),
    told: [
      "breaking Thing in answers /properties/name: required -> optional (changeThing, readThing)",
      "breaking Thing in answers /properties/name/maxLength: 100 -> absent (changeThing, readThing)",
    ],
  },
  "a schema that contains itself": {
    before: small({ schemas: { Thing: node({}), Node: node({ name: text }) } }),
    after: small({ schemas: { Thing: node({}), Node: node({}) } }),
    told: [
      "breaking Node in requests /properties/name: optional -> absent (changeThing)",
      "breaking Node in answers /properties/name: optional -> absent (changeThing)",
    ],
  },
  "a schema that contains itself, in the place of another that does": {
    before: answersWith("Node"),
    after: answersWith("Tree"),
    told: ["breaking changeThing /responses/200/content/application~1json/schema/properties/name: optional -> absent"],
  },
  "an event that is not announced any more": {
    before: withEvent(text),
    after: small(),
    told: ["breaking thing.changed: announced -> absent"],
  },
  "an event with less in it": {
    before: withEvent({ $ref: "#/components/schemas/Thing" }),
    after: withEvent({ type: "object", additionalProperties: false, properties: {} }),
    told: [
      "breaking thing.changed /post/requestBody/content/application~1json/schema/properties/name: required -> absent",
    ],
  },
  "a role that lost one scope and gained another": {
    before: small(),
    after: small({ top: { "x-roles": { admin: ["thing:write", "thing:delete"], root: ["thing:read"] } } }),
    told: ["breaking x-roles /admin: thing:read -> absent", "danger x-roles /admin: absent -> thing:delete"],
  },
  "a role that is gone": {
    before: small({ top: { "x-roles": { admin: ["thing:write"], other: ["thing:write"] } } }),
    after: small({ top: { "x-roles": { admin: ["thing:write"] } } }),
    told: ["breaking x-roles /other: declared -> absent"],
  },
  "a problem with another status": {
    before: small({ policy: { problems: ["thing_locked"] } }),
    after: small({
      policy: { problems: ["thing_locked"] },
      top: { "x-problems": { thing_locked: { status: 422, title: "Locked", meaning: "Unlock it first." } } },
    }),
    told: ["breaking x-problems /thing_locked/status: 409 -> 422 (changeThing)"],
  },
  "a problem that nobody answers any more": {
    before: small({ policy: { problems: ["thing_locked"] } }),
    after: small({ top: { "x-problems": {} } }),
    told: [],
  },
  "a cache tag of somebody else": {
    before: tagged("organization"),
    after: tagged("everybody"),
    told: ["danger x-cache-tags /things: organization -> everybody (readThing)"],
  },
  "a cache tag that nobody names any more": {
    before: small({ top: { "x-cache-tags": { things: "everybody" } } }),
    after: small({ top: { "x-cache-tags": { others: "caller" } } }),
    told: [],
  },
  "a credential that is sent elsewhere": {
    before: small(),
    after: small({ components: { securitySchemes: { session: { type: "apiKey", in: "header", name: "X-Key" } } } }),
    told: ["breaking session: http bearer -> apiKey in header X-Key (changeThing)"],
  },
  "a server that is gone": {
    before: small({ top: { servers: [{ url: "/v1" }] } }),
    after: small({ top: { servers: [{ url: "/v2" }] } }),
    told: ["breaking servers: /v1 -> absent"],
  },
  "other words only": {
    before: small(),
    after: small({ operation: { summary: "Other", description: "Other", deprecated: true } }),
    told: [],
  },
};

/** Each schema has the next one twice, so that there are a thousand million ways to the last. */
const doubled = (last: Json): Json => {
  const ref = (level: number) => ({ $ref: `#/components/schemas/Level${level}` });
  const levels = Array.from({ length: 30 }, (_, level) => [
    `Level${level}`,
    node({ a: ref(level + 1), b: ref(level + 1) }),
  ]);
  const operation = { responses: ok(json(ref(0))) };
  return small({ operation, schemas: { ...Object.fromEntries(levels), Level30: last, Node: node({}) } });
};

test("a schema to which there are many ways is looked at once", () => {
  expect(differences(doubled(text), doubled({ type: "string" }))).toEqual([
    "breaking Level30 in answers /maxLength: 36 -> absent (changeThing)",
  ]);
});

describe("the gate tells", () => {
  for (const [name, { before, after, told }] of Object.entries(CHANGES)) {
    test(name, () => expect(differences(before, after)).toEqual([...told]));
  }
});
