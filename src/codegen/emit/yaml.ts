/**
 * Writes plain JSON as YAML 1.2 in block style, for people to read. A general writer takes longer than the rest of the
 * compiler; this one quotes whatever it is not sure of.
 */
export const toYaml = (value: unknown): string => `${block(value, "").replace(/^\n/, "")}\n`;

/** A value after its key or dash: on the same line with a space before it, or on lines of its own. */
function block(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return " []";
    return value.map((item) => `\n${indent}-${besideDash(item, indent)}`).join("");
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    if (entries.length === 0) return " {}";
    return entries.map(([key, member]) => `\n${indent}${plainOrQuoted(key)}:${block(member, `${indent}  `)}`).join("");
  }
  return ` ${typeof value === "string" ? text(value, indent) : JSON.stringify(value)}`;
}

/** The first line of an object or a list follows its dash. */
const besideDash = (item: unknown, indent: string): string => block(item, `${indent}  `).replace(/^\n */, " ");

/** Several lines as they are, if YAML can carry them so; anything else on one line. */
function text(value: string, indent: string): string {
  if (!LINES.test(value) || NOT_LINES.test(value)) return plainOrQuoted(value);
  const isEnded = value.endsWith("\n");
  const lines = (isEnded ? value.slice(0, -1) : value).split("\n");
  return `${isEnded ? "|" : "|-"}\n${lines.map((line) => (line === "" ? "" : `${indent}${line}`)).join("\n")}`;
}

/** Two lines or more that begin with something to see. */
const LINES = /^[^\s\p{C}][^\p{C}]*(?:\n[^\p{C}]*)+$/u;
/** Space at the end of a line, or more than one empty line at the end of all. */
const NOT_LINES = /\n\n$|[^\S\n](?:\n|$)/;

/** Begins like a word or a path, and has nothing in it that YAML could take for more than text. */
const PLAIN = /^[A-Za-z/_$][^\p{C}]*$/u;
const NOT_PLAIN = /: | #|[:\s]$/;
/** What YAML 1.2, or an older reader, takes for something else than text. */
const OTHER_VALUE = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

const plainOrQuoted = (value: string): string =>
  PLAIN.test(value) && !NOT_PLAIN.test(value) && !OTHER_VALUE.test(value) ? value : JSON.stringify(value);
