import { readEvents } from "./events.ts";
import { Faults } from "./faults.ts";
import { endlessSchemas } from "./finite.ts";
import type { ContractFault, ContractModel, NamedSchema, Schema } from "./model.ts";
import { markUsed, type Named, readNamed } from "./named.ts";
import { readOperations } from "./operations.ts";
import { checkAddedNames, publish } from "./publish.ts";
import type { Reading } from "./reading.ts";
import { component } from "./refs.ts";
import { checkSamples } from "./samples.ts";
import { readSource, type Source } from "./source.ts";
import { readCacheTags, readProblems, readRateLimits, readRoles, readSchemes } from "./tables.ts";
import { readTop } from "./top.ts";

/** Reads one contract. Either the model that the emitters write from, or every fault that it has, in the file's order. */
export function compile(contractPath: string): { model: ContractModel } | { faults: ContractFault[] } {
  const read = readSource(contractPath);
  return "faults" in read ? read : compileSource(read.source);
}

function compileSource(source: Source): { model: ContractModel } | { faults: ContractFault[] } {
  const faults = new Faults(source);
  const tables: Reading["tables"] = { roles: {}, problems: {}, cacheTags: {} };
  const reading: Reading = { source, faults, merged: new Map(), samples: [], tables };
  const info = readTop(reading);
  tables.roles = readRoles(reading);
  tables.problems = readProblems(reading);
  tables.cacheTags = readCacheTags(reading);
  const limits = readRateLimits(reading);
  const schemes = readSchemes(reading);
  const named = readNamed(reading);
  const operations = readOperations(reading, { named, limits, schemes });
  const events = readEvents(reading, named);
  checkFinite(reading, named);
  checkSamples(reading, named, operations);
  checkAddedNames({ reading, operations });
  const found = faults.list();
  if (found.length > 0) return { faults: found };
  const schemas = markDirections(named, operations, events);
  const published = publish({ reading, named, schemes, operations });
  return { model: { ...info, securitySchemes: schemes.schemes, ...tables, schemas, operations, events, published } };
}

function checkFinite(reading: Reading, named: Named): void {
  for (const name of endlessSchemas(named)) {
    const place = component(reading, "schemas", name);
    const sentence = `Nothing can be a \`${name}\`: each would need another inside it. Make a property on the way optional or nullable.`;
    if (place) reading.faults.atKey(place, sentence);
  }
}

function markDirections(
  named: Named,
  operations: ContractModel["operations"],
  events: ContractModel["events"],
): NamedSchema[] {
  const requests = operations.flatMap(({ parameters, body }): Schema[] => [
    ...parameters.map(({ schema }) => schema),
    ...(body?.content ?? []).map(({ schema }) => schema),
  ]);
  const answers = operations.flatMap((operation) =>
    operation.answers.flatMap(({ content, headers }) => [...content, ...headers].map(({ schema }) => schema)),
  );
  markUsed(named, requests, "request");
  markUsed(named, [...answers, ...events.map(({ schema }) => schema)], "answer");
  return [...named.values()];
}
