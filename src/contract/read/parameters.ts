/** Path, query, header and cookie strings become values, by their declared types and strictly. */
import type { Operation, Parameter } from "#contract/operation";
import { type Fault, type Problem, pipelineProblem } from "#contract/problem";
import { convert, expected } from "#contract/read/convert";
import { readCookies } from "#contract/read/cookies";

type Values = Record<string, unknown>;

/** An operation's parameters, sorted by where they stand. */
export interface ParameterPlan {
  /** Place of each path parameter among the segments: /sessions/{sessionId} has one at 2. */
  readonly path: readonly { readonly segment: number; readonly parameter: Parameter }[];
  readonly query: ReadonlyMap<string, Parameter>;
  readonly header: readonly Parameter[];
  readonly cookie: readonly Parameter[];
}

/** Pairs in one query; the address as a whole is bounded too. */
const MAX_QUERY_PAIRS = 100;

export function parameterPlan({ path, parameters }: Operation): ParameterPlan {
  const of = (where: Parameter["in"]) => parameters.filter((parameter) => parameter.in === where);
  const segments = path.split("/");
  return {
    path: of("path").map((parameter) => ({ segment: segments.indexOf(`{${parameter.name}}`), parameter })),
    query: new Map(of("query").map((parameter) => [parameter.name, parameter])),
    header: of("header"),
    cookie: of("cookie"),
  };
}

/**
 * Null where a segment stands for no value at all: an encoded slash, backslash or NUL, or escapes that are not UTF-8.
 * Such an address names nothing.
 */
export function readPath(plan: ParameterPlan["path"], path: string): Values | null {
  const values: Values = {};
  for (const { segment, parameter } of plan) {
    const text = readSegment(path, segment);
    if (text === null) return null;
    const value = convert(text, scalar(parameter));
    if (value === undefined) return null;
    values[parameter.name] = value;
  }
  return values;
}

/** Null where it stands for no value at all. */
export function readSegment(path: string, segment: number): string | null {
  const text = decode(path.split("/")[segment] ?? "");
  return text === null || /[/\\\0]/.test(text) ? null : text;
}

/** Values by name; what is unknown or of another type goes to `faults`. A problem where the query cannot be read. */
export function readQuery(plan: ParameterPlan["query"], text: string, faults: Fault[]): Values | Problem {
  const values: Values = {};
  if (text !== "") {
    const pairs = text.split("&", MAX_QUERY_PAIRS + 1);
    if (pairs.length > MAX_QUERY_PAIRS) return unreadable(`The query has more than ${MAX_QUERY_PAIRS} parameters.`);
    for (const pair of pairs) {
      const problem = pair === "" ? undefined : readPair(plan, pair, values, faults);
      if (problem) return problem;
    }
  }
  for (const parameter of plan.values()) fillDefault(parameter, values);
  return values;
}

function readPair(plan: ParameterPlan["query"], pair: string, values: Values, faults: Fault[]): Problem | undefined {
  const equals = pair.indexOf("=");
  const name = decodeForm(equals === -1 ? pair : pair.slice(0, equals));
  const text = decodeForm(equals === -1 ? "" : pair.slice(equals + 1));
  if (name === null || text === null || text.includes("\0"))
    return unreadable("The query has an escape that is not well formed.");
  const parameter = plan.get(name);
  if (!parameter) {
    faults.push({
      in: "query",
      pointer: pointerTo(name),
      code: "unknown_property",
      detail: "Is not a parameter of this operation.",
    });
    return;
  }
  const list = parameter.type === "list";
  if (
    !list &&
    (name in values || faults.some(({ pointer, in: where }) => where === "query" && pointer === pointerTo(name)))
  )
    return unreadable(`The query parameter ${name} comes more than once.`);
  const value = convert(text, scalar(parameter));
  if (value === undefined) faults.push(wrongType(parameter));
  else if (!list) values[name] = value;
  else if (Array.isArray(values[name])) (values[name] as unknown[]).push(value);
  else values[name] = [value];
  return;
}

export function readHeaders(
  plan: readonly Parameter[],
  field: (name: string) => string | null,
  faults: Fault[],
): Values {
  const values: Values = {};
  for (const parameter of plan) {
    const text = field(parameter.name);
    if (text !== null) store(parameter, text, values, faults);
    fillDefault(parameter, values);
  }
  return values;
}

export function readCookieParameters(
  plan: readonly Parameter[],
  header: string | null,
  faults: Fault[],
): Values | Problem {
  const values: Values = {};
  const cookies = readCookies(header);
  for (const parameter of plan) {
    const texts = cookies.get(parameter.name) ?? [];
    if (texts.length > 1) return unreadable(`The cookie ${parameter.name} was sent more than once.`);
    if (texts[0] !== undefined) store(parameter, texts[0], values, faults);
    fillDefault(parameter, values);
  }
  return values;
}

function store(parameter: Parameter, text: string, values: Values, faults: Fault[]): void {
  const value = convert(text, scalar(parameter));
  if (value === undefined) faults.push(wrongType(parameter));
  else values[parameter.name] = parameter.type === "list" ? [value] : value;
}

function fillDefault(parameter: Parameter, values: Values): void {
  if (parameter.default !== undefined && !(parameter.name in values)) values[parameter.name] = parameter.default;
}

const scalar = ({ type, items }: Parameter) => (type === "list" ? (items ?? "string") : type);

const wrongType = (parameter: Parameter): Fault => ({
  in: parameter.in,
  pointer: pointerTo(parameter.name),
  code: "type",
  detail: expected[scalar(parameter)],
});

const unreadable = (detail: string): Problem => pipelineProblem("bad_request", { detail });

/** Characters of an unknown name that a pointer repeats; declared names are shorter. */
const MAX_NAME_LENGTH = 100;

/** One step of a JSON pointer (RFC 6901, section 3). */
const pointerTo = (name: string): string =>
  `/${name.slice(0, MAX_NAME_LENGTH).replaceAll("~", "~0").replaceAll("/", "~1")}`;

function decode(text: string): string | null {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A plus is a space in a query (WHATWG URL, application/x-www-form-urlencoded). */
const decodeForm = (text: string): string | null => decode(text.includes("+") ? text.replaceAll("+", " ") : text);
