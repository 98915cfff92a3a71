/** JSON as RFC 8259 has it and I-JSON narrows it (RFC 7493): no duplicate names, and no deeper than a bound. */

export const MAX_JSON_DEPTH = 64;

/** Why a text cannot be read, for a person; it names a place and repeats nothing. */
export class UnreadableJson {
  constructor(readonly reason: string) {}
}

/**
 * JSON.parse does the work. What it lets through is found by one scan for depth and by counting: a text with more names
 * than the value has lost one to a duplicate. Only a text that is refused is read a second time, for the place.
 */
export function parseJson(text: string): unknown {
  const names = countNames(text);
  if (names === TOO_DEEP) return locate(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return locate(text);
  }
  return names === countKeys(value) ? value : locate(text);
}

const TOO_DEEP = -1;
const [QUOTE, BACKSLASH, COLON, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 58, 91, 93, 123, 125];

/** The colons outside strings, one for each name; TOO_DEEP where the nesting goes past its bound. */
function countNames(text: string): number {
  let names = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      i = endOfString(text, i);
      if (i === -1) return names;
    } else if (code === COLON) names++;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      if (++depth > MAX_JSON_DEPTH) return TOO_DEEP;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) depth--;
  }
  return names;
}

/** The closing quote of the string that opens at `start`, or -1. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return end;
  }
  return -1;
}

function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const item of value) keys += countKeys(item);
    return keys;
  }
  for (const name of Object.keys(value)) keys += 1 + countKeys((value as Record<string, unknown>)[name]);
  return keys;
}

/** Reads again by the grammar, to say where and why. */
function locate(text: string): UnreadableJson {
  try {
    const end = skipValue(text, skipSpace(text, 0), 0);
    const rest = skipSpace(text, end);
    return fault(text, rest, rest < text.length ? "there is something after the end" : "it cannot be read");
  } catch (found) {
    if (found instanceof UnreadableJson) return found;
    throw found;
  }
}

function fault(text: string, at: number, reason: string): UnreadableJson {
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  return new UnreadableJson(`The JSON is wrong at line ${line}, column ${at - before.lastIndexOf("\n")}: ${reason}.`);
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

const skipSpace = (text: string, at: number): number => skip(SPACE, text, at) ?? at;

function skip(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The end of the string that starts at `at`, or undefined where none does, or an escape or a control character breaks it. */
function skipString(text: string, at: number): number | undefined {
  const end = text[at] === '"' ? endOfString(text, at) : -1;
  if (end === -1) return undefined;
  try {
    JSON.parse(text.slice(at, end + 1));
    return end + 1;
  } catch {
    return undefined;
  }
}

function skipValue(text: string, at: number, depth: number): number {
  const first = text[at];
  if (first === "{" || first === "[") {
    if (depth === MAX_JSON_DEPTH) throw fault(text, at, `it is nested deeper than ${MAX_JSON_DEPTH} levels`);
    return first === "{" ? skipObject(text, at, depth + 1) : skipList(text, at, depth + 1);
  }
  const end = first === '"' ? skipString(text, at) : skip(SCALAR, text, at);
  if (end === undefined) throw fault(text, at, at < text.length ? "a value was expected" : "it ends too early");
  return end;
}

function skipList(text: string, open: number, depth: number): number {
  let at = skipSpace(text, open + 1);
  if (text[at] === "]") return at + 1;
  for (;;) {
    at = skipSpace(text, skipValue(text, at, depth));
    if (text[at] === "]") return at + 1;
    if (text[at] !== ",") throw fault(text, at, "a comma or the end of the list was expected");
    at = skipSpace(text, at + 1);
  }
}

function skipObject(text: string, open: number, depth: number): number {
  const names = new Set<string>();
  let at = skipSpace(text, open + 1);
  if (text[at] === "}") return at + 1;
  for (;;) {
    const end = skipString(text, at);
    if (end === undefined) throw fault(text, at, "a name in double quotes was expected");
    const name = JSON.parse(text.slice(at, end)) as string;
    if (names.has(name)) throw fault(text, at, "a name comes twice in one object");
    names.add(name);
    at = skipSpace(text, end);
    if (text[at] !== ":") throw fault(text, at, "a colon was expected");
    at = skipSpace(text, skipValue(text, skipSpace(text, at + 1), depth));
    if (text[at] === "}") return at + 1;
    if (text[at] !== ",") throw fault(text, at, "a comma or the end of the object was expected");
    at = skipSpace(text, at + 1);
  }
}
