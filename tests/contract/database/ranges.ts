/** From and to, both included; infinite where nothing is said. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

export const ANY: Range = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
/** How many characters or items there may be. */
export const ANY_COUNT: Range = { min: 0, max: Number.POSITIVE_INFINITY };
export const INT16: Range = { min: -(2 ** 15), max: 2 ** 15 - 1 };
export const INT32: Range = { min: -(2 ** 31), max: 2 ** 31 - 1 };
export const INT64: Range = { min: -(2 ** 63), max: 2 ** 63 };

export const narrowed = (range: Range, { min = range.min, max = range.max }: Partial<Range>): Range => ({
  min: Math.max(range.min, min),
  max: Math.min(range.max, max),
});

export const within = (inner: Range, outer: Range): boolean => inner.min >= outer.min && inner.max <= outer.max;
export const same = (one: Range, other: Range): boolean => one.min === other.min && one.max === other.max;

/** "1 to 100 characters", "at least 0", "any number of items" */
export function inWords({ min, max }: Range, unit = ""): string {
  const fromBelow = min === (unit ? 0 : Number.NEGATIVE_INFINITY);
  if (fromBelow && max === Number.POSITIVE_INFINITY) return unit ? `any number of ${unit}` : "any number";
  const [from, to] = [`at least ${min}`, `at most ${max}`];
  const words = fromBelow
    ? to
    : max === Number.POSITIVE_INFINITY
      ? from
      : min === max
        ? String(min)
        : `${min} to ${max}`;
  return `${words} ${unit}`.trim();
}

/** The next number, since ranges include their ends. */
export const above = (number: number, integer: boolean): number =>
  integer ? Math.floor(number) + 1 : number + Math.max(Number.MIN_VALUE, Math.abs(number) * Number.EPSILON);
export const below = (number: number, integer: boolean): number => -above(-number, integer);
