/**
 * The published contract: the hand-written one with everything that follows from its words written out, so that tools
 * and clients that know nothing of x-policy see the whole truth.
 */

import type { SecurityAlternative } from "#contract/operation";
import type { NamedSchema, OperationModel } from "./model.ts";
import type { Named } from "./named.ts";
import { PROBLEM_SCHEMA, problemAnswers } from "./problem-answers.ts";
import { withCache } from "./published-cache.ts";
import { PUBLISHED_HEADERS, withLimits } from "./published-limits.ts";
import { PUBLISHED_PARAMETERS, publishedParameters } from "./published-parameters.ts";
import type { Reading } from "./reading.ts";
import { componentsOf } from "./refs.ts";
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
  const components: Json = { ...(document.components as Json | undefined) };
  const added: Added = { parameters: new Map(), responses: new Map() };
  const published = operations.filter(isPublished);
  leaveOut(document, operations, published);
  for (const operation of published) {
    const item = (document.paths as Json)[operation.path] as Json;
    const method = operation.method.toLowerCase();
    item[method] = publishOperation(publishing, operation, item[method] as Json, components, added);
  }
  addComponents(components, "headers", new Map(Object.entries(PUBLISHED_HEADERS)));
  addComponents(components, "parameters", added.parameters);
  addComponents(components, "responses", added.responses);
  components.schemas = { ...withoutParts(publishing.named, components.schemas), Problem: PROBLEM_SCHEMA };
  document.components = components;
  return document;
}

/** What is served on a developer's machine only is nobody else's business. */
export const isPublished = ({ policy }: OperationModel): boolean => policy.listener !== "development";

/** Takes out the operations that are not published, with paths and tags that have no others. */
function leaveOut(document: Json, operations: readonly OperationModel[], published: readonly OperationModel[]): void {
  const paths = document.paths as Record<string, Json>;
  for (const { path, method, tags } of operations.filter((operation) => !isPublished(operation))) {
    delete paths[path]?.[method.toLowerCase()];
    if (!published.some((other) => other.path === path)) delete paths[path];
    const [tag] = tags;
    if (published.some((other) => other.tags[0] === tag)) continue;
    document.tags = (document.tags as { name: string }[]).filter(({ name }) => name !== tag);
  }
}

/** Components that the compiler adds, by name. */
interface Added {
  readonly parameters: Map<string, Json>;
  readonly responses: Map<string, Json>;
}

function publishOperation(
  { reading, schemes }: Publishing,
  operation: OperationModel,
  written: Json,
  components: Json,
  added: Added,
): Json {
  const own = publishedParameters(operation);
  for (const name of own.components) added.parameters.set(name, PUBLISHED_PARAMETERS[name]!);
  const problems = problemAnswers(operation, reading.tables.problems);
  for (const { name, answer } of problems) added.responses.set(name, answer);
  const parameters = [...((written.parameters as Json[] | undefined) ?? []), ...own.parameters];
  const { requestBody, responses, ...words } = written;
  const resolve = (answer: Json) => resolved(answer, components);
  const security = (written.security as SecurityAlternative[]).flatMap((each) => withCookies(each, schemes.cookies));
  return {
    ...words,
    // Viewers and generators that know the word leave the operation out: no caller from outside finds it.
    ...(operation.policy.listener === "internal" && { "x-internal": true }),
    security,
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody !== undefined && { requestBody }),
    responses: {
      ...withLimits(operation, withCache(operation, responses as Json, resolve), resolve),
      ...Object.fromEntries(problems.map(({ status, name }) => [status, { $ref: `#/components/responses/${name}` }])),
    },
  };
}

/** An answer that may be a component. */
function resolved(answer: Json, components: Json): Json {
  const name = typeof answer.$ref === "string" ? answer.$ref.split("/").at(-1)! : undefined;
  return name === undefined ? answer : resolved((components.responses as Record<string, Json>)[name]!, components);
}

function addComponents(
  components: Json,
  kind: "headers" | "parameters" | "responses",
  added: ReadonlyMap<string, Json>,
): void {
  if (added.size === 0) return;
  const names = [...added.keys()].sort();
  const entries = names.map((name) => [name, added.get(name)!]);
  components[kind] = { ...(components[kind] as Json | undefined), ...Object.fromEntries(entries) };
}

/** Refuses components that have the name of one that the compiler adds. */
export function checkAddedNames({ reading, operations }: Omit<Publishing, "named" | "schemes">): void {
  const responses = operations.flatMap((operation) => problemAnswers(operation, reading.tables.problems));
  const taken = {
    headers: Object.keys(PUBLISHED_HEADERS),
    parameters: Object.keys(PUBLISHED_PARAMETERS),
    responses: responses.map(({ name }) => name),
  };
  for (const kind of ["headers", "parameters", "responses"] as const) {
    for (const [name, place] of componentsOf(reading, kind)) {
      if (!taken[kind].includes(name)) continue;
      reading.faults.atKey(
        place,
        `The compiler adds a component \`${name}\` to the ${kind}: choose another name for yours.`,
      );
    }
  }
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
