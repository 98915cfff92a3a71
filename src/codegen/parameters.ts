import type { ParameterModel, Schema } from "./model.ts";
import { type Named, target } from "./named.ts";
import { flag, isObject, knownWords, membersAt, type Reading, text } from "./reading.ts";
import { resolve } from "./refs.ts";
import { readSchema } from "./schemas.ts";
import { child, items, type Place } from "./source.ts";

export interface ReadParameter {
  readonly model: ParameterModel;
  /** Where it is used, which may be a $ref. */
  readonly place: Place;
}

export interface ReadParameters {
  readonly list: readonly ReadParameter[];
  /** False where one was refused, so that what seems to be missing may be that one. */
  readonly complete: boolean;
}

const WORDS = ["name", "in", "required", "description", "schema", "example", "examples", "deprecated"];
const ADVICE: Readonly<Record<string, string>> = {
  content: "write `schema`; a parameter is one value or a list of them.",
  style: "leave it out; the default of its place is the only form that is read.",
  explode: "leave it out; a list is a repeated query parameter.",
  allowReserved: "leave it out; values are percent-encoded.",
  allowEmptyValue: "leave it out; write `minLength: 0` where empty text is a value.",
};
/** OpenAPI says that these header parameters are ignored; other words of the contract say what they would. */
const IGNORED_HEADERS: Readonly<Record<string, string>> = {
  accept: "the media types of the answers say it",
  "content-type": "the media types of requestBody say it",
  authorization: "`security` says it",
  "if-match": "`x-policy.precondition` says it",
  "if-none-match": "`x-policy.cache` says it",
  "idempotency-key": "`x-policy.idempotency` says it",
  cookie: "a parameter with `in: cookie` says it",
};

/** The parameters of one operation: those of its path, unless it has its own of the same name and place, then its own. */
export function readParameters(reading: Reading, named: Named, pathItem: Place, operation: Place): ReadParameters {
  let complete = true;
  const found = new Map<string, ReadParameter>();
  for (const list of [child(pathItem, "parameters"), child(operation, "parameters")]) {
    if (list && !Array.isArray(list.value)) reading.faults.at(list, "`parameters` must be a list.");
    const inThisList = new Set<string>();
    for (const place of items(list)) {
      const model = readParameter(reading, named, place);
      complete &&= model !== undefined;
      if (!model) continue;
      const key = `${model.in} ${model.in === "header" ? model.name.toLowerCase() : model.name}`;
      if (inThisList.has(key))
        reading.faults.at(place, `The ${model.in} parameter \`${model.name}\` stands twice in this list: keep one.`);
      inThisList.add(key);
      found.set(key, { model, place });
    }
  }
  return { list: [...found.values()], complete };
}

function readParameter(reading: Reading, named: Named, written: Place): ParameterModel | undefined {
  const place = resolve(reading, written, "parameters");
  if (!place || !isObject(reading, place, "A parameter")) return undefined;
  knownWords(reading, place, "a parameter", WORDS, ADVICE);
  const name = text(reading, place, "name");
  const where = child(place, "in")?.value;
  if (where !== "path" && where !== "query" && where !== "header" && where !== "cookie") {
    reading.faults.at(place, "A parameter needs `in`: write path, query, header or cookie.");
    return undefined;
  }
  const schemaPlace = child(place, "schema");
  if (name === undefined || !schemaPlace) {
    reading.faults.at(place, `A parameter needs \`${name === undefined ? "name" : "schema"}\`.`);
    return undefined;
  }
  const schema = readSchema(reading, schemaPlace);
  const required = flag(reading, place, "required");
  const description = text(reading, place, "description");
  checkPlace(reading, place, name, where, required);
  checkShape(reading, named, schemaPlace, where, schema);
  if (required && schema.default !== undefined) {
    reading.faults.at(
      child(schemaPlace, "default")!,
      "A required parameter never gets its default: leave one of them out.",
    );
  }
  readExamples(reading, place, schema, "request");
  return { name, in: where, required, ...(description && { description }), schema };
}

/** Records the examples of a parameter, a header or a media type, so that they are checked. By name. */
export function readExamples(reading: Reading, place: Place, schema: Schema, direction: "request" | "answer") {
  const single = child(place, "example");
  const found = single ? [{ name: "example", place: single }] : [];
  for (const [name, written] of membersAt(reading, place, "examples")) {
    const example = resolve(reading, written, "examples");
    if (!example) continue;
    knownWords(reading, example, "an example", ["summary", "description", "value"], {
      externalValue: "write `value`; the contract is one file.",
    });
    const value = child(example, "value");
    if (value) found.push({ name, place: value });
    else reading.faults.at(example, "An example needs `value`.");
  }
  for (const example of found) reading.samples.push({ label: "example", place: example.place, schema, direction });
  return found.map(({ name, place: { value } }) => ({ name, value }));
}

function checkPlace(reading: Reading, place: Place, name: string, where: string, required: boolean): void {
  if (where === "path" && !required) {
    reading.faults.at(
      place,
      `The path parameter \`${name}\` needs \`required: true\`: a path without it is another path.`,
    );
  }
  const said = where === "header" ? IGNORED_HEADERS[name.toLowerCase()] : undefined;
  if (said) reading.faults.at(child(place, "name")!, `The header \`${name}\` cannot be a parameter: ${said}.`);
  if ((where === "header" || where === "cookie") && !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
    reading.faults.at(child(place, "name")!, `\`${name}\` cannot name a ${where}: write letters, digits and hyphens.`);
  }
}

function checkShape(reading: Reading, named: Named, place: Place, where: string, schema: Schema): void {
  const shape = target(named, schema);
  if (shape.kind === "array") {
    if (where !== "query") {
      reading.faults.at(
        place,
        `A list cannot be a ${where} parameter: write a query parameter, which is repeated for each item.`,
      );
    } else if (!isScalar(target(named, shape.items))) {
      reading.faults.at(place, "The items of a list parameter must be strings, numbers or booleans.");
    }
  } else if (!isScalar(shape) && shape.kind !== "any") {
    reading.faults.at(
      place,
      "A parameter must be a string, a number, a boolean or a list of them: send anything else in a body.",
    );
  }
}

/** Values that a string stands for without doubt: no null, and listed values of one type. */
export function isScalar(schema: Schema): boolean {
  if (schema.kind === "literal") return !schema.values.includes(null);
  return schema.kind === "string" || schema.kind === "number" || schema.kind === "boolean";
}
