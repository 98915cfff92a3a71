/** Everything in which a contract and a database differ, as sentences. */
import type { ContractModel, NamedSchema, OperationModel } from "../../../src/codegen/model.ts";
import type { Column, Table } from "./columns.ts";
import { compare, type Direction } from "./compare.ts";
import type { Correspondence } from "./correspondence.ts";
import { namedByPath, resourcesOf } from "./resources.ts";
import { type Components, type Said, saidOf } from "./said.ts";

export interface Compared {
  readonly contract: ContractModel;
  readonly tables: ReadonlyMap<string, Table>;
  readonly correspondence: Correspondence;
}

interface Comparison extends Compared {
  readonly components: Components;
  readonly resources: ReadonlySet<string>;
  /** Entries of the correspondence that something needed. */
  readonly used: Set<string>;
}

interface Kept {
  readonly table: Table;
  readonly column: Column;
}

export function disagreements(compared: Compared): string[] {
  const { contract } = compared;
  const components = new Map(contract.schemas.map((named) => [named.name, named]));
  const comparison = { ...compared, components, resources: resourcesOf(contract), used: new Set<string>() };
  const found = [
    ...contract.schemas.flatMap((named) => inComponent(comparison, named)),
    ...contract.operations.flatMap((operation) => inPath(comparison, operation)),
  ];
  return [...new Set([...found, ...unneeded(comparison)])];
}

function inComponent(comparison: Comparison, { name, schema, usedIn }: NamedSchema): string[] {
  if (schema.kind !== "object") return [];
  const [table, ...others] = tablesOf(comparison, name);
  if (!table) {
    if (!comparison.resources.has(name) || isUnkept(comparison, name)) return [];
    return [`${name}: no table keeps it. Name one in correspondence.ts, or say why there is none.`];
  }
  return schema.properties.flatMap((property) => {
    const place = `${name}.${property.name}`;
    const said = saidOf(property.schema, comparison.components);
    const direction = usedIn.answer && property.access !== "writeOnly" ? "answer" : "request";
    const kept = keptBy(comparison, place, property.name, [table, ...others]);
    if (!kept) return isRowOfItsOwn(comparison, said) || isUnkept(comparison, place) ? [] : [noColumn(place)];
    const identity = property.name === "id" ? inKey(comparison, place, kept.table, ["id"]) : [];
    return [...inColumn(comparison, place, said, kept, direction), ...identity];
  });
}

/** A path that ends with a parameter names one row, so a key of the table is among the parameters. */
function inPath(comparison: Comparison, operation: OperationModel): string[] {
  const [table] = tablesOf(comparison, namedByPath(comparison.contract, operation) ?? "");
  if (!table) return [];
  const parameters = operation.parameters
    .filter((parameter) => parameter.in === "path")
    .map(({ name, schema }) => ({ place: `{${name}}`, schema, kept: keptBy(comparison, `{${name}}`, name, [table]) }));
  const columns = parameters.flatMap(({ kept }) => kept?.column.name ?? []);
  return [
    ...parameters.flatMap(({ place, schema, kept }) => {
      if (!kept) return isUnkept(comparison, place) ? [] : [noColumn(`${operation.path} ${place}`)];
      return inColumn(comparison, place, saidOf(schema, comparison.components), kept, "request");
    }),
    ...inKey(comparison, operation.path, table, columns),
  ];
}

function inColumn(
  comparison: Comparison,
  place: string,
  said: Said,
  { table, column }: Kept,
  direction: Direction,
): string[] {
  const name = `${table.name}.${column.name}`;
  return compare(said, column, direction)
    .filter(({ kind }) => !isAccepted(comparison, `${name} ${kind}`))
    .map(({ kind, contract, column }) => `${place}, ${kind}: ${contract} in the contract, ${column} in ${name}.`);
}

function inKey(comparison: Comparison, place: string, table: Table, columns: readonly string[]): string[] {
  if (table.keys.some((key) => key.every((column) => columns.includes(column)))) return [];
  const name = `${table.name}.${columns.join("+")}`;
  return isAccepted(comparison, `${name} unique`)
    ? []
    : [`${place}, unique: one row in the contract, no unique key in ${name}.`];
}

const noColumn = (place: string) =>
  `${place}: no column keeps it. Name one in correspondence.ts, or say why there is none.`;

/** Where the tables have it: under the property's own name, or as the id of what the parameter is named after. */
function keptBy(
  { correspondence, tables, used }: Comparison,
  place: string,
  name: string,
  candidates: readonly Table[],
): Kept | undefined {
  const [named, other] = correspondence.columns[place]?.split(".") ?? [];
  if (named !== undefined) used.add(place);
  const own = snakeCase(name);
  for (const table of named === undefined ? candidates : [tables.get(named)]) {
    const column =
      table?.columns.get(other ?? own) ??
      (own === `${singular(table?.name)}_id` ? table?.columns.get("id") : undefined);
    if (table && column) return { table, column };
  }
  return undefined;
}

/** Empty where the correspondence names none, or one that is not there. */
function tablesOf({ correspondence, tables, used }: Comparison, component: string): readonly Table[] {
  const names = [correspondence.tables[component] ?? []].flat();
  const found = names.flatMap((name) => tables.get(name) ?? []);
  if (names.length === 0 || names.length !== found.length) return [];
  used.add(component);
  return found;
}

/** A value that is a component with a table, or a list of them. */
const isRowOfItsOwn = ({ correspondence }: Comparison, { component, element }: Said): boolean =>
  [component, element?.component].some((name) => name !== undefined && name in correspondence.tables);

function isUnkept({ correspondence, used }: Comparison, place: string): boolean {
  used.add(place);
  return place in correspondence.unkept;
}

function isAccepted({ correspondence, used }: Comparison, difference: string): boolean {
  used.add(difference);
  return difference in correspondence.accepted;
}

const unneeded = ({ correspondence, used }: Comparison): string[] =>
  Object.values(correspondence)
    .flatMap((entries) => Object.keys(entries))
    .filter((entry) => !used.has(entry))
    .map((entry) => `${entry}: correspondence.ts has an entry that fits nothing.`);

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const singular = (table = ""): string => table.replace(/ies$/, "y").replace(/s$/, "");
