/** How generated TypeScript is written: names, values and the line that says where the file comes from. */

/** The first line of a generated file, and how its folder is written anew. */
export const banner = (comment = "//") =>
  `${comment} Generated from the contract. Edit openapi.yaml, then run make generate.\n`;

/** A JSON value as a TypeScript expression. */
export const literal = (value: unknown): string =>
  typeof value === "number" && Object.is(value, -0) ? "-0" : (JSON.stringify(value) ?? "undefined");

/** The key of an object literal or of a property in a type. `__proto__` would set the prototype if it were written plainly. */
export const key = (name: string): string =>
  name === "__proto__" ? `["__proto__"]` : /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);

/** The access to a property: `.name` or `["a-name"]`. */
export const member = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;

/** "updateMe" as "UpdateMe", "Set-Cookie" as "SetCookie". */
export const pascal = (words: string): string =>
  words
    .replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    .replace(/[^A-Za-z0-9]/g, "");

/** A pattern of the contract as a regular expression literal, matched by code points as JSON Schema says. */
export const regex = (pattern: string): string => String(new RegExp(pattern, "u"));

/** The properties of an object literal or type, without those that are undefined. */
export const fields = (entries: Readonly<Record<string, string | undefined>>, separator = ", "): string =>
  Object.entries(entries)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${key(name)}: ${value}`]))
    .join(separator);

/** A comment that cannot end early. */
export const comment = (lines: readonly string[]): string => {
  const safe = lines.flatMap((line) => line.split("\n")).map((line) => line.replaceAll("*/", "*\\/").trimEnd());
  return safe.length === 1
    ? `/** ${safe[0]} */\n`
    : `/**\n${safe.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
};
