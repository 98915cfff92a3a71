import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "../../src/codegen/compile.ts";
import type { ContractFault, ContractModel, OperationModel } from "../../src/codegen/model.ts";

export type Json = Record<string, unknown>;

export interface Small {
  /** Words of the one operation, PUT /things/{thingId}, over its own. */
  operation?: Json;
  /** Words of its x-policy, over its own. */
  policy?: Json;
  /** Schemas beside Thing, or instead of it. */
  schemas?: Json;
  components?: Json;
  paths?: Json;
  top?: Json;
}

/** A contract of one operation, with what a test wants to see in it. */
export function small({ operation, policy, schemas, components, paths, top }: Small = {}): Json {
  return {
    openapi: "3.1.0",
    info: { title: "Small", version: "1.0.0" },
    tags: [{ name: "Things" }],
    "x-roles": { admin: ["thing:read", "thing:write"] },
    "x-rate-limits": { standard: { caller: "600/min", address: "1200/min" } },
    "x-problems": { thing_locked: { status: 409, title: "The thing is locked", meaning: "Unlock it first." } },
    paths: {
      "/things/{thingId}": {
        put: { ...changeThing, "x-policy": { ...changeThing["x-policy"], ...policy }, ...operation },
      },
      ...paths,
    },
    components: {
      securitySchemes: { session: { type: "http", scheme: "bearer" } },
      schemas: { Thing: thing, ...schemas },
      ...components,
    },
    ...top,
  };
}

/** The content of a body or of an answer. */
export const json = (schema: Json) => ({ content: { "application/json": { schema } } });

const changeThing = {
  operationId: "changeThing",
  tags: ["Things"],
  summary: "Change a thing",
  security: [{ session: ["thing:write"] }],
  "x-policy": {
    rateLimit: "standard",
    bodyLimit: "4 KiB",
    audit: { event: "thing.changed", fields: ["path.thingId"] },
  } as Json,
  parameters: [{ name: "thingId", in: "path", required: true, schema: { type: "string", maxLength: 36 } }],
  requestBody: { required: true, ...json({ $ref: "#/components/schemas/Thing" }) },
  responses: {
    "200": {
      description: "The thing as it is now",
      headers: { ETag: { required: true, schema: { type: "string" } } },
      ...json({ $ref: "#/components/schemas/Thing" }),
    },
  },
};

const thing: Json = {
  type: "object",
  additionalProperties: false,
  required: ["name"],
  properties: { name: { type: "string", maxLength: 100 } },
};

/** A GET for `paths`, public and not recorded. */
export const readThing = (words: Json = {}): Json => ({
  operationId: "readThing",
  tags: ["Things"],
  summary: "Read a thing",
  security: [],
  "x-policy": { rateLimit: "standard", audit: { none: "Reading is not recorded" } },
  responses: { "200": { description: "The thing", ...json({ $ref: "#/components/schemas/Thing" }) } },
  ...words,
});

/** Compiles a contract given as JSON or as YAML text. */
export function compiled(contract: Json | string): { model: ContractModel } | { faults: ContractFault[] } {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-contract-"));
  try {
    const file = join(folder, "contract.yaml");
    writeFileSync(file, typeof contract === "string" ? contract : JSON.stringify(contract, null, 2));
    return compile(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The model of a contract that must compile. */
export function modelOf(contract: Json | string): ContractModel {
  const result = compiled(contract);
  if ("faults" in result) throw new Error(result.faults.map(({ line, sentence }) => `${line} ${sentence}`).join("\n"));
  return result.model;
}

/** The one operation of a small contract. */
export const operationOf = (contract: Json): OperationModel => modelOf(contract).operations[0]!;

/** The sentences of a contract that must be refused. */
export function sentencesOf(contract: Json | string): string[] {
  const result = compiled(contract);
  return "faults" in result ? result.faults.map(({ sentence }) => sentence) : [];
}
