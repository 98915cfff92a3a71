/** Reads schemas of the profile: JSON Schema 2020-12, narrowed to what types, validators and clients agree on. */
import { didYouMean, listed } from "./faults.ts";
import { flattened, type Keywords, keywordsOf } from "./keywords.ts";
import type { Schema } from "./model.ts";
import { knownWords, type Reading } from "./reading.ts";
import { refName } from "./refs.ts";
import { readArray, readObject } from "./schema-containers.ts";
import { readNumber, readString, readValues } from "./schema-scalars.ts";
import { readOneOf } from "./schema-unions.ts";
import { LISTED_TYPES, OUTSIDE_THE_PROFILE, SCHEMA_ANNOTATIONS, SCHEMA_WORDS } from "./schema-words.ts";
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
  const schema = keywords.words.has("oneOf")
    ? readOneOf(reading, keywords, (place) => readSchema(reading, place))
    : readTyped(reading, keywords, spot);
  annotate(reading, schema, keywords.words);
  for (const example of items(keywords.words.get("examples"))) {
    reading.samples.push({ label: "example", place: example, schema });
  }
  return schema;
}

function readRef(reading: Reading, place: Place): Schema {
  knownWords(reading, place, "a schema $ref", ["$ref", ...SCHEMA_ANNOTATIONS], siblingAdvice);
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

function readTyped(reading: Reading, keywords: Keywords, spot: Spot): Schema {
  const { words, place } = keywords;
  const types = typesOf(reading, keywords);
  if (types === undefined) return REFUSED;
  const [type] = types.names;
  const allowed = type === undefined ? SCHEMA_ANNOTATIONS : [...SCHEMA_WORDS[type]!, ...SCHEMA_ANNOTATIONS];
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
    const constraint = [...words.keys()].find((word) =>
      Object.values(SCHEMA_WORDS).some((known) => known.includes(word)),
    );
    if (constraint === undefined) return { names: [], nullable: false };
    reading.faults.at(place, `A schema with \`${constraint}\` needs a \`type\`: write one of ${LISTED_TYPES}.`);
    return undefined;
  }
  const all = Array.isArray(type.value) ? type.value : [type.value];
  const known = all.filter((name): name is string => typeof name === "string" && Object.hasOwn(SCHEMA_WORDS, name));
  const names = known.filter((name) => name !== "null");
  const nullable = names.length < known.length;
  if (known.length !== all.length)
    reading.faults.at(type, `\`type\` must be one of ${LISTED_TYPES}, or two of them with "null".`);
  else if (names.length > 1)
    reading.faults.at(type, 'One value has one type, or that type and "null": write oneOf with a discriminator.');
  else if (names.length === 0 && !nullable) reading.faults.at(type, `\`type\` must be one of ${LISTED_TYPES}.`);
  else return { names: names.length === 0 ? ["null"] : names, nullable };
  return undefined;
}

function refuseWords(
  reading: Reading,
  words: ReadonlyMap<string, Place>,
  type: string | undefined,
  allowed: readonly string[],
): void {
  const what = type === undefined ? "a schema without a type" : `a schema of type ${type}`;
  for (const [word, at] of words) {
    if (allowed.includes(word) || word.startsWith("x-")) continue;
    const instead = OUTSIDE_THE_PROFILE[word];
    const others = Object.keys(SCHEMA_WORDS).filter((other) => SCHEMA_WORDS[other]!.includes(word));
    if (instead) reading.faults.atKey(at, `\`${word}\` is outside the profile: ${instead}`);
    else if (others.length > 0) {
      const change = `leave it out, or make the type ${listed(others)}`;
      reading.faults.atKey(at, `\`${word}\` says nothing in ${what}: ${change}.`);
    } else {
      const near = didYouMean(word, allowed) || ` It may have ${listed(SCHEMA_WORDS[type ?? "null"]!, "and")}.`;
      reading.faults.atKey(at, `\`${word}\` is not a word of ${what}.${near}`);
    }
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
