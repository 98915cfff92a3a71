import { didYouMean } from "./faults.ts";
import { knownWords, type Reading } from "./reading.ts";
import { child, isRecord, members, type Place } from "./source.ts";

export type ComponentKind = "schemas" | "parameters" | "headers" | "examples" | "responses" | "requestBodies" | "links";

/** The component name that a $ref at this place names, or undefined where there is no $ref or it cannot be followed. */
export function refName(reading: Reading, place: Place, kind: ComponentKind): string | undefined {
  const ref = child(place, "$ref");
  if (ref === undefined) return undefined;
  const { faults } = reading;
  const prefix = `#/components/${kind}/`;
  if (typeof ref.value !== "string") faults.at(ref, `A $ref must be text: write \`${prefix}Name\`.`);
  else if (!ref.value.startsWith("#")) {
    faults.at(
      ref,
      `A $ref stays in this file: copy what it names into components/${kind} and write \`${prefix}Name\`.`,
    );
  } else if (!ref.value.startsWith(prefix) || ref.value.slice(prefix.length).includes("/")) {
    faults.at(ref, `A $ref here names one of components/${kind}: write \`${prefix}Name\`.`);
  } else {
    const name = ref.value.slice(prefix.length);
    const table = componentsOf(reading, kind);
    if (table.some(([known]) => known === name)) return name;
    const near = didYouMean(
      name,
      table.map(([known]) => known),
    );
    faults.at(
      ref,
      `This $ref leads nowhere: components/${kind} has no \`${name}\`.${near || " Add it there, or name one that is."}`,
    );
  }
  return undefined;
}

/** Follows $refs to the component itself. Undefined where that is impossible: the fault is recorded. Not for schemas. */
export function resolve(reading: Reading, place: Place, kind: Exclude<ComponentKind, "schemas">): Place | undefined {
  const seen = new Set<string>();
  let at = place;
  while (isRecord(at.value) && Object.hasOwn(at.value, "$ref")) {
    knownWords(reading, at, "a $ref", ["$ref", "summary", "description"]);
    const name = refName(reading, at, kind);
    if (name === undefined) return undefined;
    if (seen.has(name)) {
      reading.faults.at(child(at, "$ref")!, "This $ref goes in a circle: let one of them hold the thing itself.");
      return undefined;
    }
    seen.add(name);
    at = component(reading, kind, name)!;
  }
  return at;
}

export const componentsOf = (reading: Reading, kind: ComponentKind): [string, Place][] => {
  const components = child(reading.source.root, "components");
  return components ? members(child(components, kind)) : [];
};

export function component(reading: Reading, kind: ComponentKind, name: string): Place | undefined {
  const components = child(reading.source.root, "components");
  const table = components && child(components, kind);
  return table && child(table, name);
}
