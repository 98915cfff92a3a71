/** What the generated validators are made of. A string's length is its number of code points, as JSON Schema says. */

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A string has at most two code units for each code point, so most lengths need no counting. */
export function hasAtMost(text: string, maximum: number): boolean {
  if (text.length <= maximum) return true;
  return text.length <= 2 * maximum && countCodePoints(text) <= maximum;
}

export function hasAtLeast(text: string, minimum: number): boolean {
  if (text.length < minimum) return false;
  return text.length >= 2 * minimum || countCodePoints(text) >= minimum;
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Close enough for decimals: 19.99 is a multiple of 0.01, although floating point makes it 1998.9999999999998 of them. */
export function fitsStep(value: number, of: number): boolean {
  if (Number.isInteger(of) && Number.isInteger(value)) return value % of === 0;
  const quotient = value / of;
  return Math.abs(quotient - Math.round(quotient)) <= 1e-6;
}

/** Whether no two items are equal as JSON: objects whatever the order of their names, 1 and "1" apart. */
export function allDiffer(items: readonly unknown[]): boolean {
  return new Set(items.map(canonical)).size === items.length;
}

function canonical(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return typeof value === "string" ? `"${value}` : value;
  if (Array.isArray(value)) return `[${value.map(within).join()}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${within((value as Record<string, unknown>)[name])}`).join()}}`;
}

const within = (value: unknown): string =>
  typeof value === "object" && value !== null ? String(canonical(value)) : (JSON.stringify(value) ?? "");
