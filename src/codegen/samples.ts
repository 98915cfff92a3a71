/** Checks that every example and every default fits the schema that it stands beside. */
import type { ErrorObject, ValidateFunction } from "ajv";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { formats } from "#contract/formats";
import { toJsonSchema } from "./json-schema.ts";
import type { OperationModel, Schema } from "./model.ts";
import { type Named, target } from "./named.ts";
import type { Direction, Reading, Sample } from "./reading.ts";
import { child, decodePointer, type Place } from "./source.ts";

export function checkSamples(reading: Reading, named: Named, operations: readonly OperationModel[]): void {
  const checkerOf = checkers(named);
  const filled = filledDefaults(named, operations);
  for (const sample of reading.samples) {
    tellMisfit(reading, sample, checkerOf);
    if (sample.label === "example" || filled.has(sample.schema)) continue;
    const where = "Only a parameter and a property right at the top of a body get a default";
    reading.faults.atKey(sample.place, `${where}: leave it out and say in the description what its absence means.`);
  }
}

/** Tells the first thing that is wrong, unless the sample fits in one of the directions that it may stand for. */
function tellMisfit(reading: Reading, sample: Sample, checkerOf: ReturnType<typeof checkers>): void {
  const directions: readonly Direction[] = sample.direction ? [sample.direction] : ["answer", "request"];
  const checks = directions.flatMap((direction) => checkerOf(sample.schema, direction) ?? []);
  if (checks.length === 0 || checks.some((check) => check(sample.place.value))) return;
  const error = checks[0]!.errors![0]!;
  const words = error.instancePath.split("/").slice(1).map(decodePointer);
  const at = words.reduce<Place>((place, word) => child(place, word) ?? place, sample.place);
  reading.faults.at(at, `This ${sample.label} does not fit its schema: it ${reasonOf(error)}.`);
}

function reasonOf({ keyword, params, message }: ErrorObject): string {
  if (keyword === "additionalProperties") return `has \`${params.additionalProperty}\`, which is not declared`;
  if (keyword === "required") return `lacks \`${params.missingProperty}\``;
  return message ?? "is not allowed";
}

/** Compiles each schema once for each direction. Undefined for bytes, which no example can show. */
function checkers(named: Named): (schema: Schema, direction: Direction) => ValidateFunction | undefined {
  const ajv = schemaChecker();
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

/** Checks values against what `toJsonSchema` makes, by the formats of the profile. */
export function schemaChecker(): Ajv {
  const ajv = new Ajv({ strict: false, meta: false, validateSchema: false, logger: false });
  addFormats(ajv, ["int32", "int64", "float", "double"]);
  for (const [name, isOne] of Object.entries(formats)) ajv.addFormat(name, isOne);
  return ajv;
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
