import { didYouMean } from "./faults.ts";
import type { Keywords } from "./keywords.ts";
import type { Property, Schema } from "./model.ts";
import { knownWords, type Reading } from "./reading.ts";
import { checkPattern, countsOf } from "./schema-scalars.ts";
import type { Spot } from "./schemas.ts";
import { child, items, type Place } from "./source.ts";

type ReadInner = (place: Place, spot: Spot) => Schema;

/** An array of one kind of item, or a tuple: prefixItems, all of them, and no more. */
export function readArray(reading: Reading, keywords: Keywords, inner: (place: Place) => Schema): Schema {
  const { words, place } = keywords;
  if (words.has("prefixItems")) return readTuple(reading, keywords, inner);
  const counts = countsOf(reading, keywords, "minItems", "maxItems");
  const unique = words.get("uniqueItems");
  if (unique && typeof unique.value !== "boolean") reading.faults.at(unique, "`uniqueItems` must be true or false.");
  const each = words.get("items");
  if (!each) reading.faults.at(place, "An array needs `items`: the schema of what is in it.");
  return { kind: "array", items: each ? inner(each) : { kind: "any" }, ...counts, uniqueItems: unique?.value === true };
}

function readTuple(reading: Reading, { words, place }: Keywords, inner: (place: Place) => Schema): Schema {
  const parts = items(words.get("prefixItems"));
  if (parts.length === 0) reading.faults.at(words.get("prefixItems")!, "`prefixItems` must list at least one schema.");
  if (words.get("items")?.value !== false)
    reading.faults.at(place, "A tuple needs `items: false`: nothing may follow its parts.");
  const { value: least } = words.get("minItems") ?? { value: undefined };
  const { value: most } = words.get("maxItems") ?? { value: parts.length };
  if (least !== parts.length || most !== parts.length) {
    reading.faults.at(
      place,
      `A tuple has all of its parts: write \`minItems: ${parts.length}\`, and the same maxItems or none.`,
    );
  }
  const unique = words.get("uniqueItems");
  if (unique) reading.faults.atKey(unique, "`uniqueItems` has no place in a tuple: leave it out.");
  return { kind: "tuple", items: parts.map(inner) };
}

/** An object that says what it does with properties that it does not name: closed, open, or a map. */
export function readObject(reading: Reading, keywords: Keywords, inner: ReadInner): Schema {
  const { words, place } = keywords;
  const properties = readProperties(reading, keywords, inner);
  const schema: Schema = {
    kind: "object",
    properties,
    additional: readAdditional(reading, keywords, inner),
    ...countsOf(reading, keywords, "minProperties", "maxProperties"),
  };
  const isMap = schema.additional !== false && schema.additional.kind !== "any";
  if (isMap && properties.length > 0) {
    reading.faults.at(
      place,
      "Named properties and a schema for the others do not mix: put the others into a property of their own.",
    );
  }
  const names = words.get("propertyNames");
  if (names) schema.names = readNames(reading, names, properties.length === 0 && schema.additional !== false);
  if (schema.names === undefined) delete schema.names;
  return schema;
}

function readAdditional(reading: Reading, { words, place, merged }: Keywords, inner: ReadInner): false | Schema {
  const [word, wrong] = merged
    ? ["unevaluatedProperties", "additionalProperties"]
    : ["additionalProperties", "unevaluatedProperties"];
  const misplaced = words.get(wrong!);
  if (misplaced) {
    reading.faults.atKey(
      misplaced,
      `\`${wrong}\` does not close ${merged ? "an allOf" : "an object without allOf"}: write \`${word}\`.`,
    );
  }
  const said = words.get(word!);
  if (said?.value === false || said?.value === undefined) {
    if (!said && !misplaced) {
      const choice = `write \`${word}: false\`, or \`true\` or a schema where others may be there`;
      reading.faults.at(place, `The object does not say whether other properties may be in it: ${choice}.`);
    }
    return false;
  }
  return inner(said, {});
}

function readNames(reading: Reading, names: Place, isMap: boolean): string | undefined {
  knownWords(reading, names, "propertyNames", ["pattern"], {
    type: "leave it out; names are text.",
    maxLength: "say it in the pattern, such as `^[a-z]{1,40}$`.",
    minLength: "say it in the pattern, such as `^[a-z]{1,40}$`.",
    format: "say it in the pattern.",
  });
  if (!isMap)
    reading.faults.atKey(names, "`propertyNames` belongs to a map: leave it out where properties are named or closed.");
  const pattern = child(names, "pattern");
  if (!pattern) reading.faults.at(names, "`propertyNames` needs a `pattern`.");
  return pattern && checkPattern(reading, pattern) ? (pattern.value as string) : undefined;
}

function readProperties(reading: Reading, keywords: Keywords, inner: ReadInner): Property[] {
  const required = new Set<unknown>();
  for (const at of keywords.required) {
    if (typeof at.value === "string" && keywords.properties.has(at.value)) required.add(at.value);
    else {
      const near = didYouMean(String(at.value), keywords.properties.keys());
      reading.faults.at(
        at,
        `\`required\` names \`${at.value}\`, which is not among the properties.${near || " Declare it, or leave it out."}`,
      );
    }
  }
  return [...keywords.properties].map(([name, place]) => {
    if (name === "__proto__")
      reading.faults.atKey(place, "A property cannot be called `__proto__`: JavaScript takes that name for itself.");
    const schema = inner(place, { property: true });
    if (schema.default !== undefined && required.has(name)) {
      reading.faults.at(
        child(place, "default") ?? place,
        `\`${name}\` is required, so that its default is never used: leave one of them out.`,
      );
    }
    return { name, schema, required: required.has(name), access: accessOf(reading, place) };
  });
}

function accessOf(reading: Reading, place: Place): Property["access"] {
  const readOnly = child(place, "readOnly")?.value === true;
  const writeOnly = child(place, "writeOnly")?.value === true;
  if (readOnly && writeOnly) reading.faults.at(place, "A property cannot be readOnly and writeOnly: keep one of them.");
  return readOnly ? "readOnly" : writeOnly ? "writeOnly" : "both";
}
