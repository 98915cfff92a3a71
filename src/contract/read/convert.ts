import type { ScalarType } from "#contract/operation";

const INTEGER = /^-?(?:0|[1-9]\d{0,15})$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const MAX_NUMBER_LENGTH = 40;

/**
 * The value that a parameter's string stands for, or undefined where it stands for none of its type. Only the plain
 * decimal form counts: no 1e3, 0x10, Infinity, leading zero, sign of plus, or space.
 */
export function convert(text: string, type: ScalarType): string | number | boolean | undefined {
  if (type === "string") return text;
  // One spelling of each, the database's (RFC 9562, section 4), so that what is compared or remembered by it is found.
  if (type === "uuid") return text.toLowerCase();
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : undefined;
  if (type === "integer") {
    if (!INTEGER.test(text) || text === "-0") return undefined;
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : undefined;
  }
  return text.length <= MAX_NUMBER_LENGTH && NUMBER.test(text) && text !== "-0" ? Number(text) : undefined;
}

/** What to send instead, for a person. */
export const expected: Readonly<Record<ScalarType, string>> = {
  string: "Must be a string.",
  uuid: "Must be a UUID.",
  boolean: "Must be true or false.",
  integer: "Must be a whole number in plain digits.",
  number: "Must be a number in plain digits.",
};
