/**
 * Compares schemas by one question: does all that is sent fit what is taken? A request that became narrower and an
 * answer that became wider are the same misfit; see walk.ts.
 */
import { toJsonSchema } from "../json-schema.ts";
import type { Property, Schema } from "../model.ts";
import { type Named, target } from "../named.ts";
import { schemaChecker } from "../samples.ts";
import { inside, paired, type Spot, spotOf } from "./changes.ts";
import { fitsArray, fitsCounts, fitsNumber, fitsString, fitsWord } from "./ranges.ts";
import { inOrder, misfit, shown, type Walk } from "./walk.ts";

type Kind<Name extends Schema["kind"]> = Extract<Schema, { kind: Name }>;

export function compareSchemas(walk: Walk, spot: Spot, before: Schema, after: Schema): void {
  fits(walk, spot, ...inOrder(walk.direction, before, after));
}

/** What may, must or cannot be there. */
interface Part {
  readonly required: boolean;
}

/**
 * What goes away breaks both who sends it and who reads it. What has to be there breaks who did not send it, and what
 * need not be there any more breaks who reads it.
 */
export function comparePresence(walk: Walk, spot: Spot, before: Part | undefined, after: Part | undefined): void {
  const [was, is] = [presenceOf(before), presenceOf(after)];
  const [sent, taken] = inOrder(walk.direction, was, is);
  if ((before && !after) || (taken === "required" && sent !== "required"))
    walk.changes.add("breaking", spot, was, is, walk.user);
}

const presenceOf = (part: Part | undefined) => (!part ? "absent" : part.required ? "required" : "optional");

/** A property, a parameter or a header. `words` lead from it to its schema. */
export function comparePart(
  walk: Walk,
  spot: Spot,
  before: (Part & { schema: Schema }) | undefined,
  after: (Part & { schema: Schema }) | undefined,
  ...words: string[]
): void {
  comparePresence(walk, spot, before, after);
  if (!before || !after) return;
  const at = inside(spot, ...words);
  const [was, is] = [shown(before.schema.default), shown(after.schema.default)];
  if (walk.direction === "request" && was !== is)
    walk.changes.add("breaking", inside(at, "default"), was, is, walk.user);
  compareSchemas(walk, at, before.schema, after.schema);
}

function fits(walk: Walk, spot: Spot, sent: Schema, taken: Schema): void {
  let at = spot;
  if (sent.kind === "ref" && taken.kind === "ref" && sent.name === taken.name) {
    if (walk.seen.has(sent.name)) return;
    walk.seen.add(sent.name);
    at = spotOf(`${sent.name} in ${walk.direction}s`, "components", "schemas", sent.name);
  }
  const [given, allowed] = [target(walk.sent, sent), target(walk.taken, taken)];
  if (walk.around.some(([one, other]) => one === given && other === allowed)) return;
  walk.around.push([given, allowed]);
  fitsShape(walk, at, given, allowed);
  walk.around.pop();
}

function fitsShape(walk: Walk, spot: Spot, sent: Schema, taken: Schema): void {
  if (taken.kind === "any" || (sent.kind === "null" && taken.kind === "nullable")) return;
  if (sent.kind === "nullable" || taken.kind === "nullable") {
    if (taken.kind !== "nullable" && taken.kind !== "null") fitsNot(walk, spot, sent, taken);
    fits(walk, spot, withoutNull(sent), withoutNull(taken));
  } else if (sent.kind === "union") fitsBranches(walk, spot, sent, taken);
  else if (taken.kind === "union") fitsOneBranch(walk, spot, sent, taken);
  else if (sent.kind === "literal") fitsValues(walk, spot, sent, taken);
  else if (taken.kind === "literal") misfit(walk, inside(spot, "enum"), "absent", typeOf(walk.taken, taken));
  else if (sent.kind === "string" && taken.kind === "string") fitsString(walk, spot, sent, taken);
  else if (sent.kind === "number" && taken.kind === "number") fitsNumber(walk, spot, sent, taken);
  else if (sent.kind === "object" && taken.kind === "object") fitsObject(walk, spot, sent, taken);
  else if (sent.kind === "tuple" && taken.kind === "tuple") fitsTuple(walk, spot, sent, taken);
  else if (sent.kind === "array" && taken.kind === "array") {
    fitsArray(walk, spot, sent, taken);
    fits(walk, inside(spot, "items"), sent.items, taken.items);
  } else if (sent.kind !== taken.kind) fitsNot(walk, spot, sent, taken);
}

const withoutNull = (schema: Schema) => (schema.kind === "nullable" ? schema.inner : schema);

const fitsNot = (walk: Walk, spot: Spot, sent: Schema, taken: Schema) =>
  misfit(walk, inside(spot, "type"), typeOf(walk.sent, sent), typeOf(walk.taken, taken));

function typeOf(named: Named, written: Schema): string {
  const schema = target(named, written);
  switch (schema.kind) {
    case "nullable":
      return `${typeOf(named, schema.inner)} or null`;
    case "number":
      return schema.integer ? "integer" : "number";
    case "literal":
      return schema.values.map(shown).join(", ");
    case "union":
      return `one of ${schema.branches.length} objects`;
    case "any":
      return "anything";
    case "binary":
      return "bytes";
    default:
      return schema.kind;
  }
}

const checker = schemaChecker();

/** Values of their own, or of a schema that takes them among others. */
function fitsValues(walk: Walk, spot: Spot, sent: Kind<"literal">, taken: Schema): void {
  const scalars: Schema["kind"][] = ["literal", "string", "number", "boolean"];
  if (!scalars.includes(taken.kind)) {
    fitsNot(walk, spot, sent, taken);
    return;
  }
  const schema = toJsonSchema(taken, walk.direction, "");
  for (const value of sent.values) {
    if (!checker.validate(schema, value)) misfit(walk, inside(spot, "enum"), shown(value), "absent");
  }
}

const BRANCHES = ["discriminator", "mapping"];

function fitsBranches(walk: Walk, spot: Spot, sent: Kind<"union">, taken: Schema): void {
  if (taken.kind === "union" && taken.property !== sent.property) {
    misfit(walk, inside(spot, "discriminator", "propertyName"), sent.property, taken.property);
    return;
  }
  for (const { value, schema } of sent.branches) {
    const at = inside(spot, ...BRANCHES, value);
    const other = taken.kind === "union" ? taken.branches.find((branch) => branch.value === value)?.schema : taken;
    if (other) fits(walk, at, schema, other);
    else misfit(walk, at, "possible", "absent");
  }
}

/** An object fits a union by the value that tells its branch. */
function fitsOneBranch(walk: Walk, spot: Spot, sent: Schema, taken: Kind<"union">): void {
  const tag = sent.kind === "object" ? sent.properties.find(({ name }) => name === taken.property) : undefined;
  const tags = tag && target(walk.sent, tag.schema);
  const branch = taken.branches.find(
    ({ value }) => tags?.kind === "literal" && tags.values.every((one) => one === value),
  );
  if (branch) fits(walk, spot, sent, branch.schema);
  else fitsNot(walk, spot, sent, taken);
}

function fitsTuple(walk: Walk, spot: Spot, sent: Kind<"tuple">, taken: Kind<"tuple">): void {
  const [given, allowed] = [sent.items.length, taken.items.length];
  if (given !== allowed) misfit(walk, inside(spot, "prefixItems"), `${given} items`, `${allowed} items`);
  for (const [index, item] of sent.items.entries()) {
    const other = taken.items[index];
    if (other) fits(walk, inside(spot, "prefixItems", String(index)), item, other);
  }
}

function fitsObject(walk: Walk, spot: Spot, sent: Kind<"object">, taken: Kind<"object">): void {
  compareAccess(walk, spot, ...inOrder(walk.direction, sent.properties, taken.properties));
  for (const [name, given, known] of paired(visible(walk, sent), visible(walk, taken), (property) => property.name)) {
    const at = inside(spot, "properties", name);
    // What an answer has more than before, callers pass over.
    if (given && !known && taken.additional) fits(walk, at, given.schema, taken.additional);
    else comparePart(walk, at, ...inOrder(walk.direction, given, known));
    // Until now an open object could have anything under this name.
    if (known && !given && sent.additional && walk.direction === "request") {
      fits(walk, at, sent.additional, known.schema);
    }
  }
  const others = inside(spot, "additionalProperties");
  if (sent.additional && taken.additional) fits(walk, others, sent.additional, taken.additional);
  else if (sent.additional && walk.direction === "request")
    misfit(walk, others, typeOf(walk.sent, sent.additional), "absent");
  fitsWord(walk, inside(spot, "propertyNames"), "pattern", sent.names, taken.names);
  fitsCounts(walk, spot, sent, taken, "minProperties", "maxProperties");
}

const visible = (walk: Walk, { properties }: Kind<"object">) =>
  properties.filter((property) => !isHidden(walk, property));

const isHidden = ({ direction }: Walk, { access }: Property) =>
  access === (direction === "request" ? "readOnly" : "writeOnly");

/** A secret that answers show from now on, or something that only the server could set. */
function compareAccess(walk: Walk, spot: Spot, before: readonly Property[], after: readonly Property[]): void {
  for (const [name, old, now] of paired(before, after, (property) => property.name)) {
    if (!old || !now || !isHidden(walk, old) || isHidden(walk, now)) continue;
    walk.changes.add("danger", inside(spot, "properties", name), old.access, now.access, walk.user);
  }
}
