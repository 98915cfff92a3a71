/**
 * The published contract: the hand-written one with everything that follows from its words written out, so that tools
 * and clients that know nothing of x-policy see the whole truth.
 */

import type { SecurityAlternative } from "#contract/operation";
import type { NamedSchema, OperationModel } from "./model.ts";
import type { Named } from "./named.ts";
import { PROBLEM_SCHEMA, problemAnswers } from "./problem-answers.ts";
import { PUBLISHED_PARAMETERS, publishedParameters } from "./published-parameters.ts";
import type { Reading } from "./reading.ts";
import { withCookies } from "./security.ts";
import { encodePointer, isRecord } from "./source.ts";
import type { SchemeTable } from "./tables.ts";

type Json = Record<string, unknown>;

export interface Publishing {
  readonly reading: Reading;
  readonly named: Named;
  readonly schemes: SchemeTable;
  readonly operations: readonly OperationModel[];
}

export function publish(publishing: Publishing): Json {
  const { reading, operations } = publishing;
  const document = copy(reading, reading.source.root.value, "") as Json;
  const used = { parameters: new Map<string, Json>(), responses: new Map<string, Json>() };
  for (const operation of operations) {
    const item = (document.paths as Json)[operation.path] as Json;
    const written = item[operation.method.toLowerCase()] as Json;
    item[operation.method.toLowerCase()] = publishOperation(publishing, operation, written, used);
  }
  const components: Json = { ...(document.components as Json | undefined) };
  document.components = components;
  components.parameters = withAdded(components.parameters, used.parameters);
  components.responses = withAdded(components.responses, used.responses);
  components.schemas = { ...withoutParts(publishing.named, components.schemas), Problem: PROBLEM_SCHEMA };
  for (const kind of ["parameters", "responses"])
    if (Object.keys(components[kind] as Json).length === 0) delete components[kind];
  return document;
}

interface Used {
  parameters: Map<string, Json>;
  responses: Map<string, Json>;
}

function publishOperation(
  { reading, schemes }: Publishing,
  operation: OperationModel,
  written: Json,
  used: Used,
): Json {
  const added = publishedParameters(operation);
  for (const name of added.components) used.parameters.set(name, PUBLISHED_PARAMETERS[name]!);
  const parameters = [...((written.parameters as Json[] | undefined) ?? []), ...added.parameters];
  const problems = problemAnswers(operation, reading.tables.problems);
  for (const { name, answer } of problems) used.responses.set(name, answer);
  const responses = {
    ...withCacheAnswer(operation, written.responses as Json),
    ...Object.fromEntries(problems.map(({ status, name }) => [status, { $ref: `#/components/responses/${name}` }])),
  };
  const result: Json = {};
  for (const [word, value] of Object.entries(written)) {
    if (word === "requestBody" || word === "responses") addParameters(result, parameters);
    if (word === "security")
      result.security = (value as SecurityAlternative[]).flatMap((each) => withCookies(each, schemes.cookies));
    else if (word === "responses") result.responses = responses;
    else if (word !== "parameters") result[word] = value;
  }
  return result;
}

function addParameters(result: Json, parameters: Json[]): void {
  if (parameters.length > 0) result.parameters = parameters;
}

/** A validated cache answers 304 to a caller who has the current version already. */
function withCacheAnswer({ policy }: OperationModel, responses: Json): Json {
  if (policy.cache?.validator !== "etag") return responses;
  return { ...responses, "304": { description: "What the caller has, as If-None-Match says, is still current" } };
}

function withAdded(written: unknown, added: ReadonlyMap<string, Json>): Json {
  const names = [...added.keys()].sort();
  return { ...(written as Json | undefined), ...Object.fromEntries(names.map((name) => [name, added.get(name)!])) };
}

/** Schemas that were only parts of an allOf are merged into what they were part of. */
function withoutParts(named: ReadonlyMap<string, NamedSchema>, schemas: unknown): Json {
  return Object.fromEntries(Object.entries((schemas as Json | undefined) ?? {}).filter(([name]) => named.has(name)));
}

/** A deep copy in which each schema with allOf stands as the one schema that it means. */
function copy(reading: Reading, value: unknown, pointer: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => copy(reading, item, `${pointer}/${index}`));
  if (!isRecord(value)) return value;
  const source = reading.merged.get(pointer) ?? value;
  return Object.fromEntries(
    Object.entries(source).map(([key, member]) => [key, copy(reading, member, `${pointer}/${encodePointer(key)}`)]),
  );
}
