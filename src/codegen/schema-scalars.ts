import { didYouMean, listed } from "./faults.ts";
import { INTEGER_FORMATS, NUMBER_FORMATS, STRING_FORMATS } from "./formats.ts";
import type { Keywords } from "./keywords.ts";
import type { Schema } from "./model.ts";
import { isRepetitionOfRepetition } from "./patterns.ts";
import type { Reading } from "./reading.ts";
import { items, type Place } from "./source.ts";

export function readString(reading: Reading, keywords: Keywords, binaryHere: boolean): Schema {
  const { words } = keywords;
  const format = words.get("format");
  if (format?.value === "binary") {
    if (binaryHere) return { kind: "binary" };
    reading.faults.at(
      format,
      "Bytes cannot stand inside JSON: write `format: byte` for base64, or a binary body or part.",
    );
    return { kind: "any" };
  }
  const schema: Schema = { kind: "string" };
  const known = formatOf(reading, format, STRING_FORMATS, "a string");
  if (known) schema.format = known;
  const pattern = words.get("pattern");
  if (pattern && checkPattern(reading, pattern)) schema.pattern = pattern.value as string;
  Object.assign(schema, countsOf(reading, keywords, "minLength", "maxLength"));
  return schema;
}

/** Whether the text is a pattern that can be used: well formed with the u flag, and not of the plainest exponential kind. */
export function checkPattern(reading: Reading, place: Place): boolean {
  const { value } = place;
  try {
    if (typeof value !== "string") throw new SyntaxError("it is not text");
    new RegExp(value, "u");
  } catch (error) {
    const reason = (error as Error).message.replace(/^Invalid regular expression: /, "").replace(/\.$/, "");
    reading.faults.at(
      place,
      `The pattern does not compile with the u flag (${reason}): write a regular expression of ECMA-262.`,
    );
    return false;
  }
  if (!isRepetitionOfRepetition(value)) return true;
  reading.faults.at(place, "The pattern repeats a repetition, as in `(a+)+`, and can take for ever: repeat it once.");
  return false;
}

export function readNumber(reading: Reading, keywords: Keywords, type: "integer" | "number"): Schema {
  const { words, place } = keywords;
  const schema: Schema = { kind: "number", integer: type === "integer" };
  const formats = type === "integer" ? INTEGER_FORMATS : NUMBER_FORMATS;
  const format = formatOf(reading, words.get("format"), formats, `a schema of type ${type}`);
  if (format) schema.format = format;
  for (const word of ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] as const) {
    const at = words.get(word);
    if (!at) continue;
    if (typeof at.value !== "number" || !Number.isFinite(at.value))
      reading.faults.at(at, `\`${word}\` must be a number.`);
    else if (word === "multipleOf" && at.value <= 0) reading.faults.at(at, "`multipleOf` must be above 0.");
    else if (type === "integer" && !Number.isInteger(at.value))
      reading.faults.at(at, `\`${word}\` of an integer must be whole.`);
    else schema[word] = at.value;
  }
  const { minimum, maximum } = schema;
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    reading.faults.at(words.get("minimum")!, "`minimum` is above `maximum`, so that nothing fits: swap them.");
  }
  if (format === "int64" && !(isSafe(minimum) && isSafe(maximum))) {
    const range = `within ±${Number.MAX_SAFE_INTEGER}`;
    reading.faults.at(
      place,
      `A whole number of 64 bits loses digits in JSON: write \`minimum\` and \`maximum\` ${range}, or a string.`,
    );
  }
  return schema;
}

const isSafe = (bound: number | undefined) => bound !== undefined && Math.abs(bound) <= Number.MAX_SAFE_INTEGER;

function formatOf(reading: Reading, place: Place | undefined, known: Readonly<Record<string, string>>, what: string) {
  if (!place) return undefined;
  const format = String(place.value);
  if (Object.hasOwn(known, format)) return format;
  const near = didYouMean(format, Object.keys(known)) || ` Known are ${listed(Object.keys(known), "and")}.`;
  reading.faults.at(place, `\`${format}\` is not a format of ${what}.${near}`);
  return undefined;
}

/** A lower and an upper count, whole and not negative; the lower one may not be above the upper one. */
export function countsOf<Low extends string, High extends string>(
  reading: Reading,
  { words }: Keywords,
  low: Low,
  high: High,
): { [word in Low | High]?: number } {
  const found: { [word in Low | High]?: number } = {};
  for (const word of [low, high]) {
    const at = words.get(word);
    if (!at) continue;
    if (Number.isSafeInteger(at.value) && (at.value as number) >= 0) found[word] = at.value as number;
    else reading.faults.at(at, `\`${word}\` must be a whole number from 0 on.`);
  }
  const [least, most] = [found[low], found[high]];
  if (least !== undefined && most !== undefined && least > most) {
    reading.faults.at(words.get(low)!, `\`${low}\` is above \`${high}\`, so that nothing fits: swap them.`);
  }
  return found;
}

type Scalar = string | number | boolean | null;

/** enum and const. */
export function readValues(reading: Reading, { words }: Keywords, type: string, nullable: boolean): Schema {
  const listedValues = words.get("enum");
  const single = words.get("const");
  for (const word of ["format", "pattern", "minLength", "maxLength", "minimum", "maximum", "multipleOf"]) {
    const at = words.get(word);
    if (at) reading.faults.atKey(at, `\`${word}\` adds nothing to listed values: leave it out.`);
  }
  if (single && listedValues) reading.faults.atKey(single, "`const` and `enum` stand side by side: keep one of them.");
  if (listedValues && !Array.isArray(listedValues.value))
    reading.faults.at(listedValues, "`enum` must be a list of values.");
  const written = single ? [single] : items(listedValues);
  const values: Scalar[] = [];
  for (const at of written) {
    const value = at.value as Scalar;
    if (!isOfType(value, type) && !(nullable && value === null)) {
      reading.faults.at(at, `This value is not of type ${type}: change one of the two.`);
    } else if (values.includes(value)) reading.faults.at(at, "This value stands in the list already: leave it out.");
    else values.push(value);
  }
  if (nullable && listedValues && !values.includes(null)) {
    reading.faults.at(
      listedValues,
      'The type allows null and the list does not: add `null`, or take "null" out of the type.',
    );
  }
  if (written.length === 0) reading.faults.at(listedValues!, "`enum` needs at least one value.");
  if (values.length === 1 && values[0] === null) {
    reading.faults.at(
      listedValues ?? single!,
      'Only null is left of this type: write `type: "null"`, or list what else there is.',
    );
  }
  const own = nullable ? values.filter((value) => value !== null) : values;
  return own.length > 0 ? { kind: "literal", values: own } : { kind: "any" };
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isSafeInteger(value);
  return type === "number" ? Number.isFinite(value) : typeof value === type;
}
