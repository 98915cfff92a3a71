/** Checks that every example and every default fits the schema that it stands beside. */
import type { ErrorObject, ValidateFunction } from "ajv";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { toJsonSchema } from "./json-schema.ts";
import type { OperationModel, Schema } from "./model.ts";
import { type Named, target } from "./named.ts";
import type { Direction, Reading, Sample } from "./reading.ts";
import { child, decodePointer, type Place } from "./source.ts";

export function checkSamples(reading: Reading, named: Named, operations: readonly OperationModel[]): void {
  const checkerOf = checkers(named);
  for (const sample of reading.samples) {
    if (sample.label === "example" || sample.schema.kind !== "ref") tellMisfit(reading, sample, checkerOf);
    else tellMisfit(reading, { ...sample, schema: { kind: "ref", name: sample.schema.name } }, checkerOf);
  }
  const filled = filledDefaults(named, operations);
  for (const { label, place, schema } of reading.samples) {
    if (label === "example" || filled.has(schema)) continue;
    const instead = "say in the description what its absence means";
    reading.faults.atKey(
      place,
      `Only a parameter and a property right at the top of a body get a default: leave it out and ${instead}.`,
    );
  }
}

function tellMisfit(reading: Reading, sample: Sample, checkerOf: ReturnType<typeof checkers>): void {
  const check = checkerOf(sample.schema, sample.direction);
  if (!check || check(sample.place.value)) return;
  const error = check.errors![0]!;
  const at = error.instancePath
    .split("/")
    .slice(1)
    .reduce<Place>((place, word) => child(place, decodePointer(word)) ?? place, sample.place);
  reading.faults.at(at, `This ${sample.label} does not fit its schema: it ${reasonOf(error)}.`);
}

function reasonOf({ keyword, params, message }: ErrorObject): string {
  if (keyword === "additionalProperties") return `has \`${params.additionalProperty}\`, which is not declared`;
  if (keyword === "required") return `lacks \`${params.missingProperty}\``;
  return message ?? "is not allowed";
}

/** Compiles each schema once for each direction. Undefined for bytes, which no example can show. */
function checkers(named: Named): (schema: Schema, direction: Direction) => ValidateFunction | undefined {
  const ajv = new Ajv({ strict: false, validateFormats: true, logger: false });
  addFormats(ajv);
  for (const direction of ["request", "answer"] as const) {
    const entries = [...named.values()].map(({ name, schema }) => [name, toJsonSchema(schema, direction, direction)]);
    ajv.addSchema({ $id: direction, $defs: Object.fromEntries(entries) });
  }
  const compiled = new Map<string, ValidateFunction>();
  return (schema, direction) => {
    if (target(named, schema).kind === "binary") return undefined;
    const source = toJsonSchema(schema, direction, direction);
    const key = `${direction} ${JSON.stringify(source)}`;
    const known = compiled.get(key) ?? ajv.compile(source);
    compiled.set(key, known);
    return known;
  };
}

/** The schemas whose default the pipeline fills in. */
function filledDefaults(named: Named, operations: readonly OperationModel[]): Set<Schema> {
  const filled = new Set<Schema>();
  for (const { parameters, body } of operations) {
    for (const { schema } of parameters) filled.add(schema);
    for (const { schema } of body?.content ?? []) {
      const shape = target(named, schema);
      if (shape.kind === "object") for (const property of shape.properties) filled.add(property.schema);
    }
  }
  return filled;
}
