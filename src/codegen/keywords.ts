/**
 * A schema's own words, with allOf merged into them: the one object schema that all of its parts mean together.
 * Closing a composition is the whole's business, as JSON Schema 2020-12 has it: the parts of an allOf leave
 * additionalProperties out and the whole says unevaluatedProperties.
 */
import type { Reading } from "./reading.ts";
import { component, refName } from "./refs.ts";
import { isRecord, items, members, type Place } from "./source.ts";

export interface Keywords {
  readonly place: Place;
  readonly words: Map<string, Place>;
  readonly properties: Map<string, Place>;
  readonly required: Place[];
  /** Whether allOf was merged, so that unevaluatedProperties is the word that closes it. */
  readonly merged: boolean;
}

export function keywordsOf(reading: Reading, place: Place, seen: readonly string[] = []): Keywords {
  const words = new Map(members(place));
  const own: Keywords = {
    place,
    words,
    properties: new Map(members(words.get("properties"))),
    required: items(words.get("required")),
    merged: words.has("allOf"),
  };
  checkShapes(reading, words);
  for (const part of items(words.get("allOf"))) mergePart(reading, own, part, seen);
  words.delete("allOf");
  return own;
}

function checkShapes(reading: Reading, words: ReadonlyMap<string, Place>): void {
  for (const word of ["allOf", "oneOf", "required", "prefixItems"]) {
    const at = words.get(word);
    if (at && !Array.isArray(at.value)) reading.faults.at(at, `\`${word}\` must be a list.`);
  }
  const properties = words.get("properties");
  if (properties && !isRecord(properties.value))
    reading.faults.at(properties, "`properties` must be an object of schemas.");
}

/** The merged schema as plain JSON, closed by additionalProperties as any other object. */
export function flattened({ words, properties, required }: Keywords): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [word, { value }] of words) {
    if (word === "properties" || word === "required") continue;
    result[word === "unevaluatedProperties" ? "additionalProperties" : word] = value;
  }
  if (required.length > 0) result.required = [...new Set(required.map(({ value }) => value))];
  if (properties.size > 0)
    result.properties = Object.fromEntries([...properties].map(([name, { value }]) => [name, value]));
  return result;
}

function mergePart(reading: Reading, whole: Keywords, written: Place, seen: readonly string[]): void {
  const name = refName(reading, written, "schemas");
  if (name === undefined && isRecord(written.value) && Object.hasOwn(written.value, "$ref")) return;
  if (name !== undefined && seen.includes(name)) {
    reading.faults.at(written, `allOf goes in a circle through \`${name}\`: a schema cannot be part of itself.`);
    return;
  }
  const place = name === undefined ? written : component(reading, "schemas", name)!;
  const part = keywordsOf(reading, place, name === undefined ? seen : [...seen, name]);
  for (const word of ["oneOf", "additionalProperties", "unevaluatedProperties"]) {
    if (part.words.has(word)) refusePart(reading, written, word, name);
  }
  for (const [word, at] of part.words) mergeWord(reading, whole, written, word, at);
  for (const [property, at] of part.properties) {
    const before = whole.properties.get(property);
    if (before && !same(before.value, at.value)) conflict(reading, written, `property \`${property}\``);
    else whole.properties.set(property, at);
  }
  whole.required.push(...part.required);
}

function refusePart(reading: Reading, written: Place, word: string, name: string | undefined): void {
  const subject = name === undefined ? "A part of allOf" : `\`${name}\`, a part of allOf,`;
  reading.faults.at(
    written,
    word === "oneOf"
      ? `${subject} has oneOf: write the oneOf outside and let its branches share what they have in common.`
      : `${subject} has \`${word}\`: leave it out there and write \`unevaluatedProperties: false\` beside allOf.`,
  );
}

const NOT_MERGED = new Set([
  "properties",
  "required",
  "description",
  "title",
  "deprecated",
  "examples",
  "$comment",
  "oneOf",
]);
const TIGHTER: Record<string, (a: number, b: number) => number> = {
  minimum: Math.max,
  exclusiveMinimum: Math.max,
  minLength: Math.max,
  minItems: Math.max,
  minProperties: Math.max,
  maximum: Math.min,
  exclusiveMaximum: Math.min,
  maxLength: Math.min,
  maxItems: Math.min,
  maxProperties: Math.min,
};

function mergeWord(reading: Reading, whole: Keywords, written: Place, word: string, at: Place): void {
  if (NOT_MERGED.has(word) || word === "additionalProperties" || word === "unevaluatedProperties") return;
  const before = whole.words.get(word);
  if (before === undefined || same(before.value, at.value)) whole.words.set(word, before ?? at);
  else if (TIGHTER[word] && typeof before.value === "number" && typeof at.value === "number") {
    if (TIGHTER[word](before.value, at.value) === at.value) whole.words.set(word, at);
  } else conflict(reading, written, `\`${word}\``);
}

const conflict = (reading: Reading, written: Place, what: string) =>
  reading.faults.at(
    written,
    `Parts of allOf contradict each other about ${what}: say it in one of them, or the same in all.`,
  );

const same = (a: unknown, b: unknown) => Bun.deepEquals(a, b, true);
