import { type Keywords, keywordsOf } from "./keywords.ts";
import type { Schema } from "./model.ts";
import { knownWords, membersAt, type Reading } from "./reading.ts";
import { component, refName } from "./refs.ts";
import { SCHEMA_ANNOTATIONS } from "./schema-words.ts";
import { child, isRecord, items, type Place } from "./source.ts";

/** oneOf: a schema or null, or branches that a discriminator tells apart at one look. */
export function readOneOf(reading: Reading, keywords: Keywords, inner: (place: Place) => Schema): Schema {
  const { words, place } = keywords;
  const written = items(words.get("oneOf"));
  const others = written.filter((branch) => !isNull(branch));
  if (written.length === 2 && others.length === 1) {
    knownWords(reading, place, "oneOf with null", ["oneOf", ...SCHEMA_ANNOTATIONS]);
    return { kind: "nullable", inner: inner(others[0]!) };
  }
  knownWords(reading, place, "oneOf", ["oneOf", "discriminator", ...SCHEMA_ANNOTATIONS], {
    type: "leave it out; every branch says its own.",
    properties: "put what the branches share into each of them, with allOf.",
    allOf: "put what the branches share into each of them, with allOf.",
  });
  const discriminator = words.get("discriminator");
  if (!discriminator) {
    reading.faults.at(
      place,
      "oneOf needs a `discriminator` with propertyName and mapping, so that one look tells the branch.",
    );
    return { kind: "any" };
  }
  const union = readUnion(reading, place, discriminator, others);
  return others.length < written.length ? { kind: "nullable", inner: union } : union;
}

const isNull = (branch: Place) => isRecord(branch.value) && branch.value.type === "null";

function readUnion(reading: Reading, place: Place, discriminator: Place, written: Place[]): Schema {
  knownWords(reading, discriminator, "a discriminator", ["propertyName", "mapping"]);
  const property = child(discriminator, "propertyName")?.value;
  if (typeof property !== "string") {
    reading.faults.at(
      discriminator,
      "A discriminator needs `propertyName`: the property whose value tells the branch.",
    );
    return { kind: "any" };
  }
  const mapping = membersAt(reading, discriminator, "mapping");
  const branches: { value: string; schema: Schema }[] = [];
  for (const branch of written) {
    const value = readBranch(reading, branch, property);
    if (value === undefined) continue;
    const { name, tag } = value;
    if (branches.some((other) => other.value === tag)) {
      reading.faults.at(branch, `Two branches have \`${property}: ${tag}\`: give each its own value.`);
    }
    if (!mapping.some(([key, to]) => key === tag && to.value === `#/components/schemas/${name}`)) {
      reading.faults.at(
        discriminator,
        `The mapping does not lead to \`${name}\`: write \`${tag}: "#/components/schemas/${name}"\`.`,
      );
    }
    branches.push({ value: tag, schema: { kind: "ref", name } });
  }
  for (const [key, at] of mapping) {
    if (branches.length === written.length && !branches.some(({ value }) => value === key)) {
      reading.faults.atKey(at, `The mapping has \`${key}\`, and no branch has \`${property}: ${key}\`: leave it out.`);
    }
  }
  if (written.length === 0) reading.faults.at(place, "oneOf needs at least one branch.");
  return branches.length > 0 ? { kind: "union", property, branches } : { kind: "any" };
}

/** A branch is a component, and its discriminating property is required and a const. */
function readBranch(reading: Reading, branch: Place, property: string): { name: string; tag: string } | undefined {
  if (isRecord(branch.value) && !Object.hasOwn(branch.value, "$ref")) {
    reading.faults.at(branch, "A branch of oneOf is a $ref: put the schema under components/schemas and name it.");
    return undefined;
  }
  knownWords(reading, branch, "a branch of oneOf", ["$ref"]);
  const name = refName(reading, branch, "schemas");
  if (name === undefined) return undefined;
  const { properties, required } = keywordsOf(reading, component(reading, "schemas", name)!);
  const declared = properties.get(property);
  const tag = declared && child(declared, "const")?.value;
  if (typeof tag === "string" && required.some(({ value }) => value === property)) return { name, tag };
  reading.faults.at(
    branch,
    `\`${name}\` must have the property \`${property}\`, required, with a const such as \`{ type: string, const: x }\`.`,
  );
  return undefined;
}
