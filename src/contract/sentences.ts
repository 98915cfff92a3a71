/** What explain() tells a person, in words of the contract alone. */

/** Characters of a list of values, or of a pattern, that a sentence still carries. */
const MAX_SHOWN_LENGTH = 200;

export const required = "Is required.";
export const unknown = "Is not known here.";
export const duplicates = "Must not have the same item twice.";

const TYPES: Readonly<Record<string, string>> = {
  string: "a string",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  null: "null",
  array: "a list",
  object: "an object",
  file: "a file",
};
export const type = (name: string): string => `Must be ${TYPES[name]}.`;

const FORMATS: Readonly<Record<string, string>> = {
  uuid: "a UUID",
  "date-time": "a date and time with its offset, such as 2026-11-24T09:00:00Z",
  date: "a date, such as 2026-11-24",
  time: "a time with its offset, such as 09:00:00Z",
  duration: "a duration, such as P1DT12H",
  email: "an e-mail address",
  hostname: "a host name",
  ipv4: "an IPv4 address",
  ipv6: "an IPv6 address",
  uri: "an absolute URI",
  "uri-reference": "a URI or a relative reference",
  byte: "base64 with its padding",
};
export const format = (name: string): string => `Must be ${FORMATS[name]}.`;

export function oneOf(values: readonly unknown[]): string {
  const shown = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  if (shown.length === 1) return `Must be ${bounded(shown[0]!, "the value that the contract names")}.`;
  return `Must be one of ${bounded(shown.join(", "), "the values that the contract lists")}.`;
}

export const pattern = (source: string): string =>
  `Must match ${bounded(`the pattern ${source}`, "the pattern that the contract gives")}.`;
export const propertyName = (source: string): string =>
  `The name must match ${bounded(`the pattern ${source}`, "the pattern that the contract gives")}.`;

export const tooShort = (minimum: number): string => `Must have at least ${count(minimum, "character")}.`;
export const tooLong = (maximum: number): string => `Must have at most ${count(maximum, "character")}.`;
export const tooFew = (minimum: number, of: "item" | "property"): string => `Must have at least ${count(minimum, of)}.`;
export const tooMany = (maximum: number, of: "item" | "property"): string => `Must have at most ${count(maximum, of)}.`;

export const atLeast = (minimum: number): string => `Must be at least ${minimum}.`;
export const atMost = (maximum: number): string => `Must be at most ${maximum}.`;
export const above = (minimum: number): string => `Must be above ${minimum}.`;
export const below = (maximum: number): string => `Must be below ${maximum}.`;
export const multipleOf = (step: number): string => `Must be a multiple of ${step}.`;

const PLURALS = { character: "characters", item: "items", property: "properties" } as const;
const count = (number: number, of: keyof typeof PLURALS) => `${number} ${number === 1 ? of : PLURALS[of]}`;

const bounded = (text: string, otherwise: string) => (text.length <= MAX_SHOWN_LENGTH ? text : otherwise);
