/** What to send: ids by the contract's links, bodies by its examples, and the rest as its policy says. */
import type { WalkedOperation } from "#contract/walk";
import { walk } from "#generated/walk";
import type { Person } from "../support/app";
import type { Answered } from "../support/client";
import { describedOperation } from "../support/published";
import type { Scene } from "./callers";
import { policyOf } from "./expected";
import { BEFORE, BODIES, BY_NAME } from "./made";

/** Where a call is made, and whose things it is about. */
export interface Setting extends Scene {
  readonly person: Person;
}

type Values = Record<string, string>;

export interface Input {
  readonly path: Values;
  readonly query: Values;
  readonly headers: Values;
  readonly body: unknown;
}

interface Given {
  /** The example to send as the body; the one that says the most unless given. */
  readonly example?: unknown;
  /** The operations from which links led here. */
  readonly from?: readonly string[];
}

/** An input that the operation takes and that nobody has sent yet. Throws where nothing says what to send. */
export async function inputOf(
  operation: WalkedOperation,
  setting: Setting,
  { example = fullest(operation), from = [] }: Given = {},
): Promise<Input> {
  await BEFORE[operation.id]?.(setting);
  const required = operation.parameters.filter((parameter) => parameter.required);
  const { precondition, idempotency } = policyOf(operation.id);
  const names = required.map(({ name }) => name);
  if (precondition !== "none") names.push("If-Match");
  const values = await valuesOf(operation, names, setting, [...from, operation.id]);
  const placed = (place: string) =>
    Object.fromEntries(required.filter((each) => each.in === place).map(({ name }) => [name, values[name] as string]));
  const headers = placed("header");
  if (precondition !== "none") headers["If-Match"] = values["If-Match"] as string;
  if (idempotency !== "none") headers["Idempotency-Key"] = `"${setting.people.app.options.ids.next()}"`;
  return { path: placed("path"), query: placed("query"), headers, body: await filled(operation, example, setting) };
}

async function valuesOf(
  operation: WalkedOperation,
  names: readonly string[],
  setting: Setting,
  from: readonly string[],
): Promise<Values> {
  const values = await made(names, setting);
  const open = names.filter((name) => !(name in values));
  const linked = open.length > 0 ? await linkedValues(operation, setting, from) : {};
  for (const name of open) values[name] = linked[name] ?? parameterExample(operation, name);
  return values;
}

async function made(names: readonly string[], setting: Setting): Promise<Values> {
  const known = names.filter((name) => Object.hasOwn(BY_NAME, name));
  return Object.fromEntries(await Promise.all(known.map(async (name) => [name, await BY_NAME[name]!(setting)])));
}

/** What the answer of another operation gives, by the first link to this one that does not lead round in a circle. */
async function linkedValues(operation: WalkedOperation, setting: Setting, from: readonly string[]): Promise<Values> {
  const links = walk.flatMap((source) => source.links.map((link) => ({ source, ...link })));
  const link = links.find(({ source, operationId }) => operationId === operation.id && !from.includes(source.id));
  if (!link) return {};
  const { source, parameters } = link;
  const input = await inputOf(source, setting, { from });
  const caller = source.organizationScoped ? setting.organization.owner : setting.person;
  const answer = await caller.call<unknown>(source.id, input);
  if (answer.status !== link.answer)
    throw new Error(`${source.id}, from which a link leads to it, answered ${answer.status} ${answer.text}`);
  const entries = Object.entries(parameters).map(([name, words]) => [name, valueAt(words, input, answer)]);
  return Object.fromEntries(entries);
}

/** By a runtime expression of OpenAPI (3.1, section 4.8.20.4). */
function valueAt(expression: string, input: Input, answer: Answered<unknown>): string {
  const [, place, name = ""] = /^\$(response\.body#\/|response\.header\.|request\.path\.)(.+)$/.exec(expression) ?? [];
  let value: unknown;
  if (place === "request.path.") value = input.path[name];
  if (place === "response.header.") value = answer.headers.get(name);
  if (place === "response.body#/") value = name.split("/").reduce<unknown>(within, answer.body);
  if (typeof value !== "string") throw new Error(`${expression} gives nothing that could be sent`);
  return value;
}

const within = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** An id of an example belongs to nothing that is there, so it takes a link to know one. */
function parameterExample({ id, parameters }: WalkedOperation, name: string): string {
  const found = describedOperation(id).parameterExamples[name];
  if (found === undefined || parameters.some((each) => each.name === name && each.kind === "uuid"))
    throw new Error(`nothing says which ${name} to send: it takes a link that leads to ${id}`);
  return String(found);
}

function fullest({ bodies }: WalkedOperation): unknown {
  const values = bodies[0]?.examples.map(({ value }) => value) ?? [];
  return values.filter(isObject).sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0];
}

/** The example with what is made at run time put in. */
async function filled({ id, bodies }: WalkedOperation, example: unknown, setting: Setting): Promise<unknown> {
  if (bodies.length === 0) return undefined;
  if (!isObject(example)) throw new Error("no example says what to send as its body");
  return { ...example, ...(await made(Object.keys(example), setting)), ...(await BODIES[id]?.(setting)) };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
