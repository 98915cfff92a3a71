/** Reads schemas of the profile: JSON Schema 2020-12, narrowed to what types, validators and clients agree on. */
import { listed } from "./faults.ts";
import { flattened, type Keywords, keywordsOf, listedTypes, OUTSIDE_THE_PROFILE } from "./keywords.ts";
import type { Schema } from "./model.ts";
import { knownWords, type Reading } from "./reading.ts";
import { component, refName } from "./refs.ts";
import { readArray, readObject } from "./schema-containers.ts";
import { readNumber, readString, readValues } from "./schema-scalars.ts";
import { child, isRecord, items, members, type Place } from "./source.ts";

export interface Spot {
  /** Bytes may stand here: a binary body, or a part of a multipart one. */
  readonly binary?: boolean;
  /** The properties are parts of a multipart body. */
  readonly parts?: boolean;
  /** readOnly and writeOnly may stand here. */
  readonly property?: boolean;
}

/** What a schema becomes that is refused: anything fits it, so that one fault does not cause others. */
const REFUSED: Schema = { kind: "any" };

const ANNOTATIONS = ["title", "description", "deprecated", "default", "examples", "readOnly", "writeOnly", "$comment"];
const WORDS: Readonly<Record<string, readonly string[]>> = {
  string: ["type", "enum", "const", "format", "pattern", "minLength", "maxLength"],
  integer: [
    "type",
    "enum",
    "const",
    "format",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
  ],
  number: [
    "type",
    "enum",
    "const",
    "format",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
  ],
  boolean: ["type", "enum", "const"],
  null: ["type"],
  array: ["type", "items", "prefixItems", "minItems", "maxItems", "uniqueItems"],
  object: [
    ...["type", "properties", "required", "additionalProperties", "unevaluatedProperties"],
    ...["propertyNames", "minProperties", "maxProperties"],
  ],
};

export function readSchema(reading: Reading, place: Place, spot: Spot = {}): Schema {
  if (place.value === true) return { kind: "any" };
  if (!isRecord(place.value)) {
    const instead =
      place.value === false ? "leave out what may not be there" : "write an object such as `{ type: string }`";
    reading.faults.at(place, `A schema is refused that is not an object: ${instead}.`);
    return REFUSED;
  }
  if (!spot.property) refuseAccess(reading, place);
  if (Object.hasOwn(place.value, "$ref")) return readRef(reading, place);
  const keywords = keywordsOf(reading, place);
  if (keywords.merged) reading.merged.set(place.pointer, flattened(keywords));
  const schema = keywords.words.has("oneOf") ? readOneOf(reading, keywords, spot) : readTyped(reading, keywords, spot);
  annotate(reading, schema, keywords.words);
  for (const example of items(keywords.words.get("examples"))) {
    reading.samples.push({ label: "example", place: example, schema });
  }
  return schema;
}

function readRef(reading: Reading, place: Place): Schema {
  knownWords(reading, place, "a schema $ref", ["$ref", ...ANNOTATIONS], siblingAdvice);
  const name = refName(reading, place, "schemas");
  if (name === undefined) return REFUSED;
  const schema: Schema = { kind: "ref", name };
  annotate(reading, schema, new Map(members(place)));
  return schema;
}

const siblingAdvice: Readonly<Record<string, string>> = Object.fromEntries(
  ["type", "nullable", "enum", "const", "properties", "required", "minLength", "maxLength", "pattern", "format"].map(
    (word) => [word, "put it into the schema that the $ref names, or write `allOf`."],
  ),
);

function refuseAccess(reading: Reading, place: Place): void {
  for (const word of ["readOnly", "writeOnly"]) {
    const found = child(place, word);
    if (found)
      reading.faults.atKey(found, `\`${word}\` belongs to a property: write it beside the property's $ref or type.`);
  }
}

function annotate(reading: Reading, schema: Schema, words: ReadonlyMap<string, Place>): void {
  const description = words.get("description");
  if (typeof description?.value === "string") schema.description = description.value;
  else if (description) reading.faults.at(description, "`description` must be text.");
  if (words.get("deprecated")?.value === true) schema.deprecated = true;
  const fallback = words.get("default");
  if (!fallback) return;
  schema.default = fallback.value;
  reading.samples.push({ label: "default", place: fallback, schema, direction: "request" });
}

function readOneOf(reading: Reading, keywords: Keywords, spot: Spot): Schema {
  const { words, place } = keywords;
  const written = items(words.get("oneOf"));
  const others = written.filter((branch) => !isNull(branch));
  if (written.length === 2 && others.length === 1) {
    knownWords(reading, place, "oneOf with null", ["oneOf", ...ANNOTATIONS]);
    return { kind: "nullable", inner: readSchema(reading, others[0]!, {}) };
  }
  knownWords(reading, place, "oneOf", ["oneOf", "discriminator", ...ANNOTATIONS], {
    type: "leave it out: every branch says its own.",
    properties: "put what the branches share into each of them, with allOf.",
    allOf: "put what the branches share into each of them, with allOf.",
  });
  const discriminator = words.get("discriminator");
  if (!discriminator || spot.binary) {
    reading.faults.at(
      place,
      "oneOf needs a `discriminator` with propertyName and mapping, so that one look tells the branch.",
    );
    return REFUSED;
  }
  return readUnion(reading, place, discriminator, others);
}

const isNull = (branch: Place) => isRecord(branch.value) && branch.value.type === "null";

function readUnion(reading: Reading, place: Place, discriminator: Place, written: Place[]): Schema {
  knownWords(reading, discriminator, "a discriminator", ["propertyName", "mapping"]);
  const property = child(discriminator, "propertyName")?.value;
  if (typeof property !== "string") {
    reading.faults.at(
      discriminator,
      "A discriminator needs `propertyName`: the property whose value tells the branch.",
    );
    return REFUSED;
  }
  const mapping = members(child(discriminator, "mapping"));
  const branches: { value: string; schema: Schema }[] = [];
  for (const branch of written) {
    const value = readBranch(reading, branch, property);
    if (value === undefined) continue;
    const { name, tag } = value;
    if (branches.some((other) => other.value === tag)) {
      reading.faults.at(branch, `Two branches have \`${property}: ${tag}\`: give each its own value.`);
    }
    if (!mapping.some(([key, to]) => key === tag && to.value === `#/components/schemas/${name}`)) {
      reading.faults.at(
        discriminator,
        `The mapping does not lead to \`${name}\`: write \`${tag}: "#/components/schemas/${name}"\`.`,
      );
    }
    branches.push({ value: tag, schema: { kind: "ref", name } });
  }
  for (const [key, at] of mapping) {
    if (branches.length === written.length && !branches.some(({ value }) => value === key)) {
      reading.faults.atKey(at, `The mapping has \`${key}\`, and no branch has \`${property}: ${key}\`: leave it out.`);
    }
  }
  if (written.length === 0) reading.faults.at(place, "oneOf needs at least one branch.");
  return { kind: "union", property, branches };
}

/** A branch is a component, and its discriminating property is required and a const. */
function readBranch(reading: Reading, branch: Place, property: string): { name: string; tag: string } | undefined {
  if (isRecord(branch.value) && !Object.hasOwn(branch.value, "$ref")) {
    reading.faults.at(branch, "A branch of oneOf is a $ref: put the schema under components/schemas and name it.");
    return undefined;
  }
  knownWords(reading, branch, "a branch of oneOf", ["$ref"]);
  const name = refName(reading, branch, "schemas");
  if (name === undefined) return undefined;
  const { properties, required } = keywordsOf(silent(reading), component(reading, "schemas", name)!);
  const declared = properties.get(property);
  const tag = declared && child(declared, "const")?.value;
  if (typeof tag === "string" && required.some(({ value }) => value === property)) return { name, tag };
  reading.faults.at(
    branch,
    `\`${name}\` must have the property \`${property}\`, required, with a const such as \`{ type: string, const: x }\`.`,
  );
  return undefined;
}

/** The same reading whose faults go nowhere: for a schema that is read in full elsewhere. */
const silent = (reading: Reading): Reading => ({
  ...reading,
  faults: Object.assign(Object.create(reading.faults), { at() {}, atKey() {} }),
});

function readTyped(reading: Reading, keywords: Keywords, spot: Spot): Schema {
  const { words, place } = keywords;
  const types = typesOf(reading, keywords);
  if (types === undefined) return REFUSED;
  const [type] = types.names;
  const allowed = type === undefined ? ANNOTATIONS : [...WORDS[type]!, ...ANNOTATIONS];
  refuseWords(reading, words, type, allowed);
  if (type === undefined) return { kind: "any" };
  const inner = readType(reading, keywords, type, spot, types.nullable);
  if (types.nullable && type === "null") return { kind: "null" };
  if (types.nullable && inner.kind === "binary")
    reading.faults.at(place, "Bytes cannot be null: leave the part out instead.");
  return types.nullable ? { kind: "nullable", inner } : inner;
}

function typesOf(reading: Reading, { words, place }: Keywords): { names: string[]; nullable: boolean } | undefined {
  const type = words.get("type");
  if (type === undefined) {
    const constraint = [...words.keys()].find((word) => Object.values(WORDS).some((known) => known.includes(word)));
    if (constraint === undefined) return { names: [], nullable: false };
    reading.faults.at(place, `A schema with \`${constraint}\` needs a \`type\`: write one of ${listedTypes}.`);
    return undefined;
  }
  const all = Array.isArray(type.value) ? type.value : [type.value];
  const known = all.filter((name): name is string => typeof name === "string" && Object.hasOwn(WORDS, name));
  const names = known.filter((name) => name !== "null");
  const nullable = names.length < known.length;
  if (known.length !== all.length)
    reading.faults.at(type, `\`type\` must be one of ${listedTypes}, or two of them with "null".`);
  else if (names.length > 1)
    reading.faults.at(type, 'One value has one type, or that type and "null": write oneOf with a discriminator.');
  else if (names.length === 0 && !nullable) reading.faults.at(type, `\`type\` must be one of ${listedTypes}.`);
  else return { names: names.length === 0 ? ["null"] : names, nullable };
  return undefined;
}

function refuseWords(
  reading: Reading,
  words: Map<string, Place>,
  type: string | undefined,
  allowed: readonly string[],
): void {
  const what = type === undefined ? "a schema without a type" : `a schema of type ${type}`;
  for (const [word, at] of words) {
    if (allowed.includes(word) || word.startsWith("x-")) continue;
    const instead = OUTSIDE_THE_PROFILE[word];
    if (instead) reading.faults.atKey(at, `\`${word}\` is outside the profile: ${instead}`);
    else reading.faults.atKey(at, `\`${word}\` says nothing in ${what}: it may have ${listed(allowed)}.`);
  }
}

function readType(reading: Reading, keywords: Keywords, type: string, spot: Spot, nullable: boolean): Schema {
  const { words } = keywords;
  if (words.has("enum") || words.has("const")) return readValues(reading, keywords, type, nullable);
  if (type === "string") return readString(reading, keywords, spot.binary === true);
  if (type === "integer" || type === "number") return readNumber(reading, keywords, type);
  if (type === "array")
    return readArray(reading, keywords, (place) => readSchema(reading, place, { binary: spot.binary }));
  if (type === "object")
    return readObject(reading, keywords, (place, inner) =>
      readSchema(reading, place, { ...inner, binary: spot.parts }),
    );
  return { kind: type === "null" ? "null" : "boolean" };
}
