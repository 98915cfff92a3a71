/**
 * The published contract as openapi-typescript should see it: without discriminators, whose constants the branches
 * have already, and with two schemas where readOnly or writeOnly make requests and answers differ.
 */
import type { ContractModel } from "../model.ts";
import { type Direction, shapesOf } from "./shapes.ts";

type Json = Record<string, unknown>;

export function typedDocument(contract: ContractModel): Json {
  const components = contract.published.components as Record<string, Json> | undefined;
  return {
    ...(visit(contract, contract.published, "answer") as Json),
    ...(components && {
      components: {
        ...(visit(contract, components, "answer") as Json),
        schemas: schemasOf(contract, components.schemas ?? {}),
      },
    }),
  };
}

/** As answers carry them, and beside them as requests do where that is another shape. */
function schemasOf(contract: ContractModel, schemas: Json): Json {
  const { componentName } = shapesOf(contract);
  return Object.fromEntries(
    Object.entries(schemas).flatMap(([name, schema]) => {
      const requestName = componentName(name, "request");
      const answer = [name, schemaFor(contract, schema, "answer")] as const;
      return requestName === name ? [answer] : [answer, [requestName, schemaFor(contract, schema, "request")] as const];
    }),
  );
}

const INCOMING = new Set(["parameters", "requestBody", "requestBodies"]);

/** Outside of schemas. The body of a webhook is `announced`: we send it, so it is what answers are. */
function visit(contract: ContractModel, node: unknown, direction: Direction, announced = false): unknown {
  if (Array.isArray(node)) return node.map((item) => visit(contract, item, direction, announced));
  if (!isRecord(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([word, value]) => {
      if (word === "schema") return [word, schemaFor(contract, value, direction)];
      if (word === "example" || word === "examples") return [word, value];
      return [
        word,
        visit(
          contract,
          value,
          INCOMING.has(word) && !announced ? "request" : direction,
          announced || word === "webhooks",
        ),
      ];
    }),
  );
}

const MAPS = new Set(["properties", "patternProperties", "$defs"]);
const LISTS = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const SINGLE = new Set(["items", "additionalProperties", "unevaluatedProperties"]);

function schemaFor(contract: ContractModel, schema: unknown, direction: Direction): unknown {
  if (!isRecord(schema)) return schema;
  const { discriminator: _, readOnly: _r, writeOnly: _w, ...rest } = schema;
  const hidden = hiddenNames(schema, direction);
  const inner = (each: unknown) => schemaFor(contract, each, direction);
  return Object.fromEntries(
    Object.entries(rest).map(([word, value]) => {
      if (word === "$ref") return [word, referenceFor(contract, String(value), direction)];
      if (word === "required") return [word, (value as string[]).filter((name) => !hidden.has(name))];
      if (MAPS.has(word)) return [word, mapValues(value as Json, hidden, inner)];
      if (LISTS.has(word)) return [word, (value as unknown[]).map(inner)];
      return [word, SINGLE.has(word) ? inner(value) : value];
    }),
  );
}

const mapValues = (map: Json, hidden: ReadonlySet<string>, change: (value: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(map).flatMap(([name, value]) => (hidden.has(name) ? [] : [[name, change(value)]])));

function hiddenNames({ properties }: Json, direction: Direction): Set<string> {
  const word = direction === "request" ? "readOnly" : "writeOnly";
  const all = Object.entries((properties ?? {}) as Record<string, Json>);
  return new Set(all.filter(([, property]) => property[word] === true).map(([name]) => name));
}

function referenceFor(contract: ContractModel, reference: string, direction: Direction): string {
  const [, name] = /^#\/components\/schemas\/(.+)$/.exec(reference) ?? [];
  return name === undefined ? reference : `#/components/schemas/${shapesOf(contract).componentName(name, direction)}`;
}

const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
