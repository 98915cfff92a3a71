/** Every difference between two contracts that a caller or a reviewer wants to know of. */
import type { ContractModel, OperationModel } from "../model.ts";
import type { Named } from "../named.ts";
import { isPublished } from "../publish.ts";
import { type Change, Changes, inside, paired, spotOf } from "./changes.ts";
import { compareOperation } from "./operations.ts";
import { compareSchemas } from "./schemas.ts";
import { compareTables } from "./tables.ts";
import { startWalk } from "./walk.ts";

export interface Comparison {
  readonly changes: Changes;
  readonly before: Side;
  readonly after: Side;
}

interface Side {
  readonly model: ContractModel;
  readonly named: Named;
}

/** The changes from one compiled contract to another. What is new breaks nobody and is not among them. */
export function compareContracts(before: ContractModel, after: ContractModel): Change[] {
  const comparison = { changes: new Changes(), before: sideOf(before), after: sideOf(after) };
  compareTables(comparison);
  // Of what is not published nobody has a client.
  const known = before.operations.filter(isPublished);
  for (const [old, now] of matched(known, after.operations)) compareOperation(comparison, old, now);
  compareEvents(comparison);
  return comparison.changes.list();
}

const sideOf = (model: ContractModel): Side => ({
  model,
  named: new Map(model.schemas.map((schema) => [schema.name, schema])),
});

/** Each operation with what became of it: the one of its name, or else one with a new name in its place. */
function matched(
  before: readonly OperationModel[],
  after: readonly OperationModel[],
): [OperationModel, OperationModel | undefined][] {
  const byId = new Map(after.map((operation) => [operation.id, operation]));
  const known = new Set(before.map(({ id }) => id));
  const byPlace = new Map(after.filter(({ id }) => !known.has(id)).map((operation) => [placeOf(operation), operation]));
  return before.map((operation) => [operation, byId.get(operation.id) ?? byPlace.get(placeOf(operation))]);
}

/** The same for `/things/{id}` and `/things/{thingId}`. */
const placeOf = ({ method, path }: OperationModel) => `${method} ${path.replace(/\{[^}]*\}/g, "{}")}`;

function compareEvents(comparison: Comparison): void {
  const { changes, before, after } = comparison;
  for (const [name, old, now] of paired(before.model.events, after.model.events, (event) => event.name)) {
    const spot = spotOf(name, "webhooks", name);
    const body = inside(spot, "post", "requestBody", "content", "application/json", "schema");
    if (!now) changes.add("breaking", spot, "announced", "absent");
    else if (old) compareSchemas(startWalk(comparison, "answer", name), body, old.schema, now.schema);
  }
}
