/** Where two JSON values differ in their property names or in the kinds of their values, as sentences. Empty is good. */
export function shapeDifferences(example: unknown, value: unknown, at = "body"): string[] {
  if (kindOf(example) !== kindOf(value)) return [`${at} is ${kindOf(value)}, and ${kindOf(example)} in the example`];
  if (Array.isArray(example) && Array.isArray(value))
    return value.flatMap((item, index) => closest(example, item, `${at}/${index}`));
  return isObject(example) && isObject(value) ? propertyDifferences(example, value, at) : [];
}

/** By the example that fits best. One that is empty, `[]` or `{}`, says nothing of what is inside. */
export function closest(examples: readonly unknown[], value: unknown, at = "body"): string[] {
  const found = examples.map((example) => shapeDifferences(example, value, at));
  return found.sort((one, other) => one.length - other.length)[0] ?? [];
}

type Json = Readonly<Record<string, unknown>>;

function propertyDifferences(example: Json, value: Json, at: string): string[] {
  if (Object.keys(example).length === 0) return [];
  const names = new Set([...Object.keys(example), ...Object.keys(value)]);
  return [...names].flatMap((name) => {
    if (!Object.hasOwn(value, name)) return [`${at} has no ${name}, which the example has`];
    if (!Object.hasOwn(example, name)) return [`${at} has ${name}, which the example has not`];
    return shapeDifferences(example[name], value[name], `${at}/${name}`);
  });
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

const isObject = (value: unknown): value is Json => kindOf(value) === "object";
