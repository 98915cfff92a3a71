import type { Schema } from "./model.ts";
import type { Named } from "./named.ts";

/** The component schemas that no finite value fits: each value would need another one of the same inside it. */
export function endlessSchemas(named: Named): string[] {
  const finite = new Set<string>();
  for (let before = -1; before < finite.size; ) {
    before = finite.size;
    for (const { name, schema } of named.values()) if (isKnownFinite(schema, finite)) finite.add(name);
  }
  const endless = [...named.values()].filter(({ name }) => !finite.has(name));
  // What only uses one of them is not at fault, and mere names for one another are refused elsewhere.
  return endless.filter(({ recursive, schema }) => recursive && schema.kind !== "ref").map(({ name }) => name);
}

/** Whether some value fits, as far as the schemas that are known to be finite tell. */
function isKnownFinite(schema: Schema, finite: ReadonlySet<string>): boolean {
  switch (schema.kind) {
    case "ref":
      return finite.has(schema.name);
    case "object":
      return schema.properties.every((property) => !property.required || isKnownFinite(property.schema, finite));
    case "array":
      return !schema.minItems || isKnownFinite(schema.items, finite);
    case "tuple":
      return schema.items.every((item) => isKnownFinite(item, finite));
    case "union":
      return schema.branches.some((branch) => isKnownFinite(branch.schema, finite));
    default:
      return true;
  }
}
