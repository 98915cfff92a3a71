import type { Json } from "./small.ts";

/** A contract of many operations, in fours: each noun is listed, read, created and changed. As YAML text. */
export function syntheticContract(operations: number): string {
  const nouns = Array.from({ length: Math.ceil(operations / 4) }, (_, index) => `Noun${index}`);
  const contract: Json = {
    openapi: "3.1.0",
    info: { title: "Synthetic", version: "1.0.0" },
    tags: [{ name: "Nouns" }],
    "x-roles": { member: ["noun:read", "noun:write"] },
    "x-rate-limits": { standard: { caller: "600/min", address: "1200/min" } },
    "x-problems": { noun_locked: { status: 409, title: "The noun is locked", meaning: "Unlock it first." } },
    paths: Object.fromEntries(nouns.flatMap(pathsOf)),
    components: {
      securitySchemes: { session: { type: "http", scheme: "bearer" } },
      schemas: { Id: { type: "string", format: "uuid" }, ...Object.fromEntries(nouns.flatMap(schemasOf)) },
    },
  };
  // What is shared would become an anchor, which a contract may not have.
  return Bun.YAML.stringify(JSON.parse(JSON.stringify(contract)), null, 2);
}

const json = (name: string, examples: Json = {}) => ({
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` }, examples } },
});

function pathsOf(noun: string): [string, Json][] {
  const path = `/${noun.toLowerCase()}s`;
  const words = (operationId: string, scope: string, policy: Json): Json => ({
    operationId,
    tags: ["Nouns"],
    summary: `${operationId} of many`,
    description: "One of many operations that look alike.",
    security: [{ session: [scope] }],
    "x-policy": { rateLimit: "standard", ...policy },
  });
  const parameter = { name: "id", in: "path", required: true, schema: { $ref: "#/components/schemas/Id" } };
  const etag = { ETag: { required: true, schema: { type: "string" } } };
  const change = { required: true, ...json(`${noun}Change`, { one: { value: { name: "One" } } }) };
  const unrecorded = { audit: { none: "Reading is not recorded" } };
  return [
    [
      path,
      {
        get: {
          ...words(`list${noun}`, "noun:read", { ...unrecorded, page: { maximum: 100, default: 20 } }),
          responses: { "200": { description: "A page", ...json(`${noun}Page`) } },
        },
        post: {
          ...words(`create${noun}`, "noun:write", {
            bodyLimit: "4 KiB",
            idempotency: "optional",
            audit: { event: "noun.created", fields: ["body.name"] },
          }),
          requestBody: change,
          responses: { "201": { description: "Created", headers: etag, ...json(noun) } },
        },
      },
    ],
    [
      `${path}/{id}`,
      {
        get: {
          ...words(`read${noun}`, "noun:read", unrecorded),
          parameters: [parameter],
          responses: { "200": { description: "As it is", headers: etag, ...json(noun) } },
        },
        patch: {
          ...words(`update${noun}`, "noun:write", {
            bodyLimit: "4 KiB",
            precondition: "required",
            audit: { event: "noun.updated", fields: ["path.id", "body.name"] },
            problems: ["noun_locked"],
          }),
          parameters: [parameter],
          requestBody: change,
          responses: { "200": { description: "As it is now", headers: etag, ...json(noun) } },
        },
      },
    ],
  ];
}

function schemasOf(noun: string): [string, Json][] {
  const fields = {
    name: { type: "string", minLength: 1, maxLength: 100 },
    size: { type: "integer", minimum: 0, maximum: 1000 },
    color: { type: "string", enum: ["red", "green", "blue"] },
    tags: { type: "array", maxItems: 10, uniqueItems: true, items: { type: "string", maxLength: 20 } },
  };
  const closed = { type: "object", additionalProperties: false };
  const id = { id: { $ref: "#/components/schemas/Id" } };
  const items = { type: "array", maxItems: 100, items: { $ref: `#/components/schemas/${noun}` } };
  return [
    [noun, { ...closed, required: ["id", "name"], properties: { ...id, ...fields } }],
    [`${noun}Change`, { ...closed, required: ["name"], properties: fields }],
    [
      `${noun}Page`,
      {
        ...closed,
        required: ["items", "nextCursor"],
        properties: { items, nextCursor: { type: ["string", "null"], maxLength: 512 } },
      },
    ],
  ];
}
