/** Which components are about something that is kept: what has an id, what a list has as items, what a request carries. */
import type { ContractModel, OperationModel, Schema } from "../../../src/codegen/model.ts";

export function resourcesOf(contract: ContractModel): Set<string> {
  const schemas = new Map(contract.schemas.map(({ name, schema }) => [name, schema]));
  const withId = [...schemas].filter(([, schema]) => propertyOf(schema, "id")).map(([name]) => name);
  const items = [...schemas.values()].map(itemOf);
  const bodies = contract.operations.flatMap(({ body }) =>
    (body?.content ?? []).flatMap(({ schema }) => branchesOf(schema, schemas)),
  );
  return new Set([...withId, ...items, ...bodies].filter((name) => name !== undefined));
}

/** What the path of an operation names one of, by its answers, or else by the list that the path above answers with. */
export function namedByPath(contract: ContractModel, { path }: OperationModel): string | undefined {
  if (!path.endsWith("}")) return undefined;
  const schemas = new Map(contract.schemas.map(({ name, schema }) => [name, schema]));
  const answersAt = (address: string) =>
    contract.operations
      .filter((operation) => operation.path === address)
      .flatMap(({ answers }) => answers.flatMap(({ content }) => content.map(({ schema }) => nameOf(schema))))
      .filter((name) => name !== undefined);
  const [own] = answersAt(path);
  const [listed] = answersAt(path.slice(0, path.lastIndexOf("/"))).map((name) => itemOf(schemas.get(name)));
  return own ?? listed;
}

/** The component of a list's items. */
function itemOf(schema: Schema | undefined): string | undefined {
  const items = propertyOf(schema, "items")?.schema;
  return items?.kind === "array" ? nameOf(items.items) : undefined;
}

function branchesOf(schema: Schema, schemas: ReadonlyMap<string, Schema>): (string | undefined)[] {
  const name = nameOf(schema);
  const meant = name === undefined ? schema : schemas.get(name);
  return meant?.kind === "union" ? meant.branches.map((branch) => nameOf(branch.schema)) : [name];
}

const propertyOf = (schema: Schema | undefined, name: string) =>
  schema?.kind === "object" ? schema.properties.find((property) => property.name === name) : undefined;

const nameOf = (schema: Schema): string | undefined => (schema.kind === "ref" ? schema.name : undefined);
