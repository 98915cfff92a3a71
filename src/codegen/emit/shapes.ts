/**
 * Every schema that is checked at run time, with the name that it has in all generated files. A component that has
 * readOnly or writeOnly properties has two: `Person` as answers carry it, `PersonRequest` as requests do. What an
 * operation writes in place (a header, a list, its parameters) gets a name from where it stands.
 */
import type { ContractModel, MediaTypeModel, NamedSchema, OperationModel, Property, Schema } from "../model.ts";
import { innerSchemas } from "../named.ts";
import { pascal } from "./text.ts";

export type Direction = "request" | "answer";

export interface Shape {
  readonly name: string;
  /** References are to other shapes by name, and hidden properties are gone: nothing here depends on a direction any more. */
  readonly schema: Schema;
  /** Has a type of the same name in types.ts. */
  readonly component: boolean;
}

export interface Shapes {
  /** In dependency order. Those that refer to one another in a circle stand together. */
  readonly groups: readonly (readonly Shape[])[];
  /** The name of the shape that checks a schema of the model. */
  readonly nameOf: (schema: Schema, direction: Direction) => string;
  /** The name of the shape that checks an operation's parameters, where it has any. */
  readonly parametersOf: (operation: OperationModel) => string | undefined;
  /** Follows references to the schema behind them. */
  readonly resolve: (schema: Schema, direction: Direction) => Schema;
  /** Rewritten for a direction: references lead to shapes. */
  readonly directed: (schema: Schema, direction: Direction) => Schema;
  /** The component that carries a name in a direction, as types.ts writes it. */
  readonly componentName: (name: string, direction: Direction) => string;
}

const known = new WeakMap<ContractModel, Shapes>();

export function shapesOf(contract: ContractModel): Shapes {
  const shapes = known.get(contract) ?? collect(contract);
  known.set(contract, shapes);
  return shapes;
}

function collect(contract: ContractModel): Shapes {
  const components = new Map(contract.schemas.map((named) => [named.name, named]));
  const names = new Set(components.keys());
  const requestNames = new Map(
    contract.schemas
      .filter(({ directional }) => directional)
      .map(({ name }) => [name, unused(`${name}Request`, names)]),
  );
  const componentName = (name: string, direction: Direction) =>
    direction === "request" ? (requestNames.get(name) ?? name) : name;
  const directed = (schema: Schema, direction: Direction) => rewrite(schema, direction, componentName);
  const shapes = new Map<string, Shape>();
  for (const { name, direction, schema } of contract.schemas.flatMap(formsOf)) {
    const own = componentName(name, direction);
    shapes.set(own, { name: own, schema: directed(schema, direction), component: true });
  }
  const inline = inlineShapes(contract, directed, names, shapes);
  const nameOf = (schema: Schema, direction: Direction) =>
    schema.kind === "ref"
      ? componentName(schema.name, direction)
      : inline.names.get(signature(directed(schema, direction)))!;
  const resolve = (schema: Schema, direction: Direction): Schema => {
    let at = directed(schema, direction);
    while (at.kind === "ref") at = shapes.get(at.name)!.schema;
    return at;
  };
  return {
    groups: ordered(shapes),
    nameOf,
    parametersOf: ({ id }) => inline.parameters.get(id),
    resolve,
    directed,
    componentName,
  };
}

/** The forms in which a component is used: one, unless it has readOnly or writeOnly somewhere below. */
function formsOf({
  name,
  schema,
  directional,
  usedIn,
}: NamedSchema): { name: string; schema: Schema; direction: Direction }[] {
  if (!directional) return usedIn.request || usedIn.answer ? [{ name, schema, direction: "answer" }] : [];
  return (["answer", "request"] as const)
    .filter((direction) => usedIn[direction])
    .map((direction) => ({ name, schema, direction }));
}

function rewrite(schema: Schema, direction: Direction, rename: Shapes["componentName"]): Schema {
  const inner = (each: Schema) => rewrite(each, direction, rename);
  switch (schema.kind) {
    case "ref":
      return { ...schema, name: rename(schema.name, direction) };
    case "array":
      return { ...schema, items: inner(schema.items) };
    case "tuple":
      return { ...schema, items: schema.items.map(inner) };
    case "nullable":
      return { ...schema, inner: inner(schema.inner) };
    case "union":
      return { ...schema, branches: schema.branches.map(({ value, schema }) => ({ value, schema: inner(schema) })) };
    case "object":
      return {
        ...schema,
        properties: visible(schema.properties, direction).map((property) => ({
          ...property,
          schema: inner(property.schema),
        })),
        additional: schema.additional && inner(schema.additional),
      };
    default:
      return schema;
  }
}

export const visible = (properties: readonly Property[], direction: Direction): Property[] =>
  properties.filter(({ access }) => access !== (direction === "request" ? "readOnly" : "writeOnly"));

/** What makes two schemas written in place the same shape. Descriptions do not. */
const signature = (schema: Schema): string =>
  JSON.stringify(schema, (word, value) => (word === "description" || word === "deprecated" ? undefined : value));

function inlineShapes(
  contract: ContractModel,
  directed: Shapes["directed"],
  names: Set<string>,
  shapes: Map<string, Shape>,
): { names: ReadonlyMap<string, string>; parameters: ReadonlyMap<string, string> } {
  const inline = new Map<string, string>();
  const add = (schema: Schema, direction: Direction, wanted: string): void => {
    if (schema.kind === "ref") return;
    const shape = directed(schema, direction);
    const same = signature(shape);
    if (inline.has(same)) return;
    const name = unused(wanted, names);
    inline.set(same, name);
    shapes.set(name, { name, schema: shape, component: false });
  };
  const parameters = new Map<string, string>();
  for (const operation of contract.operations) {
    const own = pascal(operation.id);
    const input = parametersSchema(operation);
    if (input) {
      add(input, "request", parametersName(operation));
      parameters.set(operation.id, inline.get(signature(directed(input, "request")))!);
    }
    for (const media of checkedContent(operation.body?.content)) add(media.schema, "request", `${own}Body`);
    for (const answer of operation.answers) {
      for (const media of checkedContent(answer.content)) add(media.schema, "answer", `${own}Answer`);
      for (const header of answer.headers) add(header.schema, "answer", `${pascal(header.name)}Header`);
    }
  }
  for (const event of contract.events) add(event.schema, "answer", `${pascal(event.name)}Event`);
  return { names: inline, parameters };
}

/** Operations of one path often have nothing but its parameters, and then share their shape. */
function parametersName(operation: OperationModel): string {
  const all = allParameters(operation);
  return all.every((parameter) => parameter.in === "path")
    ? `${all.map(({ name }) => pascal(name)).join("")}Path`
    : `${pascal(operation.id)}Parameters`;
}

/** Streams of bytes have nothing to check. */
const checkedContent = (content: readonly MediaTypeModel[] = []) => content.filter(({ kind }) => kind !== "binary");

/** { path, query, header, cookie }, as the pipeline checks them. */
function parametersSchema(operation: OperationModel): Schema | undefined {
  const all = allParameters(operation);
  const places = (["path", "query", "header", "cookie"] as const).filter((place) =>
    all.some((each) => each.in === place),
  );
  if (places.length === 0) return undefined;
  const properties = places.map((place): Property => {
    const own = all.filter((parameter) => parameter.in === place);
    const inner = own.map(({ name, schema, required }): Property => ({ name, schema, required, access: "both" }));
    return {
      name: place,
      schema: { kind: "object", properties: inner, additional: false },
      required: true,
      access: "both",
    };
  });
  return { kind: "object", properties, additional: false };
}

/** Those that the contract names, and those that a page adds. */
export const allParameters = ({ parameters, pageParameters }: OperationModel) => [...parameters, ...pageParameters];

/** The name itself, or with a number where it is taken. */
function unused(wanted: string, names: Set<string>): string {
  let name = wanted;
  for (let number = 2; names.has(name); number++) name = `${wanted}${number}`;
  names.add(name);
  return name;
}

/** Strongly connected parts in dependency order (Tarjan), so that each shape stands after what it refers to. */
function ordered(shapes: ReadonlyMap<string, Shape>): Shape[][] {
  const groups: Shape[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (name: string): void => {
    index.set(name, index.size);
    low.set(name, index.get(name)!);
    stack.push(name);
    for (const next of references(shapes.get(name)!.schema)) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(name, Math.min(low.get(name)!, low.get(next)!));
    }
    if (low.get(name) !== index.get(name)) return;
    groups.push(stack.splice(stack.indexOf(name)).map((member) => shapes.get(member)!));
  };
  for (const name of shapes.keys()) if (!index.has(name)) visit(name);
  return groups;
}

/** The names of the shapes that a schema refers to. */
export const references = (schema: Schema): string[] =>
  schema.kind === "ref" ? [schema.name] : innerSchemas(schema).flatMap(references);

/** Whether a group refers to itself, and so cannot be written as constants one after the other. */
export const isRecursive = (group: readonly Shape[]): boolean =>
  group.length > 1 || references(group[0]!.schema).includes(group[0]!.name);
