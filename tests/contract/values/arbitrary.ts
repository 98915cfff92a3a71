/** Values for a schema of the model, made up by fast-check: mostly good, with something wrong in them now and then. */
import fc from "fast-check";
import type { Schema } from "../../../src/codegen/model.ts";
import { slippedTextsOf, textsOf } from "./texts.ts";

export interface Making {
  /** The schema behind a reference. */
  readonly resolve: (name: string) => Schema;
  /** How deep circles go on. */
  readonly depth: number;
  /** Whether something may be wrong. */
  readonly slips: boolean;
}

type Values = fc.Arbitrary<unknown>;

/** JSON values, so that a name like __proto__ is there as JSON.parse puts it there. Every second one is meant to be good. */
export const valuesOf = (schema: Schema, making: Omit<Making, "slips">): Values =>
  fc
    .oneof(
      { weight: 5, arbitrary: valueFor(schema, { ...making, slips: false }) },
      { weight: 5, arbitrary: valueFor(schema, { ...making, slips: true }) },
      { weight: 1, arbitrary: junk },
    )
    .map((value) => JSON.parse(JSON.stringify(value) ?? "null"));

/** How many values are as they should be, for each that is something else entirely. */
const GOOD_TO_BAD = 40;

function valueFor(schema: Schema, making: Making): Values {
  const good = goodOf(schema, making);
  return making.slips ? fc.oneof({ weight: GOOD_TO_BAD, arbitrary: good }, { weight: 1, arbitrary: junk }) : good;
}

const junk: Values = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -0, 1, -1, 1.5, 1e21, 2 ** 31, -(2 ** 31) - 1, "", " ", "x", "😀😀😀"),
  fc.constantFrom<unknown>([], {}, [null], [[]], { "": 0 }, "a".repeat(300), JSON.parse('{"__proto__":{}}'), "null"),
  fc.jsonValue({ maxDepth: 1 }),
);

function goodOf(schema: Schema, making: Making): Values {
  switch (schema.kind) {
    case "string":
      return making.slips ? fc.oneof(textsOf(schema), slippedTextsOf(schema)) : textsOf(schema);
    case "number":
      return numberOf(schema, making);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "literal":
      return fc.constantFrom<unknown>(...schema.values);
    case "array":
      return arrayOf(schema, making);
    case "tuple":
      return tupleOf(schema, making);
    case "object":
      return objectOf(schema, making);
    case "union":
      return fc.oneof(...schema.branches.map((branch) => valueFor(branch.schema, making)));
    case "nullable":
      return fc.oneof(fc.constant(null), valueFor(schema.inner, making));
    case "ref":
      return making.depth === 0
        ? fc.constant({})
        : valueFor(making.resolve(schema.name), { ...making, depth: making.depth - 1 });
    case "any":
      return fc.jsonValue({ maxDepth: 2 });
    case "binary":
      return fc.constant(null);
  }
}

function numberOf(schema: Extract<Schema, { kind: "number" }>, { slips }: Making): Values {
  const { exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const low = schema.minimum ?? exclusiveMinimum ?? -1000;
  const high = schema.maximum ?? exclusiveMaximum ?? 1000;
  const good =
    schema.integer || multipleOf !== undefined
      ? stepsBetween(low, high, multipleOf ?? 1).filter(
          (value) => value !== exclusiveMinimum && value !== exclusiveMaximum,
        )
      : fc.double({ min: low, max: high, noNaN: true, minExcluded: low < high, maxExcluded: low < high });
  const edges = [low, high, low - 1, high + 1, low + 0.5, 0, multipleOf ?? 1, 2 ** 31, -(2 ** 31)];
  return slips ? fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: fc.constantFrom(...edges) }) : good;
}

const stepsBetween = (low: number, high: number, step: number) =>
  fc.integer({ min: Math.ceil(low / step), max: Math.floor(high / step) }).map((count) => count * step);

function arrayOf(
  { items, minItems = 0, maxItems = 4, uniqueItems }: Extract<Schema, { kind: "array" }>,
  making: Making,
) {
  const item = valueFor(items, making);
  const most = Math.min(maxItems, minItems + 4);
  const good = uniqueItems
    ? fc.uniqueArray(item, { minLength: minItems, maxLength: most, selector: (value) => JSON.stringify(value) })
    : fc.array(item, { minLength: minItems, maxLength: most });
  if (!making.slips) return good;
  const twice = good.map((list) => [...list, ...list.slice(0, 1)]);
  return fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: fc.array(item, { maxLength: 6 }) }, twice);
}

function tupleOf({ items }: Extract<Schema, { kind: "tuple" }>, making: Making): Values {
  const good = fc.tuple(...items.map((item) => valueFor(item, making)));
  if (!making.slips) return good;
  const wrong = fc.constantFrom<(list: unknown[]) => unknown>(
    (list) => list.slice(1),
    (list) => [...list, 1],
  );
  return fc.oneof(
    { weight: 12, arbitrary: good },
    fc.tuple(good, wrong).map(([list, change]) => change(list)),
  );
}

const OTHER_NAMES = ["extra", "__proto__", "constructor", "toString", "", "a/b~c", "x".repeat(200), "length", "😀"];

function objectOf(schema: Extract<Schema, { kind: "object" }>, making: Making): Values {
  const model = Object.fromEntries(schema.properties.map(({ name, schema }) => [name, valueFor(schema, making)]));
  const required = schema.properties.filter((property) => property.required).map(({ name }) => name);
  const named = fc.record(model, { requiredKeys: required });
  const others = schema.additional === false ? fc.constant({}) : mapOf(schema, schema.additional, making);
  const good = fc.tuple(named, others).map(([own, more]) => ({ ...more, ...own }));
  if (!making.slips) return atLeastOne(good, schema.minProperties ?? 0);
  const lacking = fc.record(model, { requiredKeys: [] });
  const extended = fc
    .tuple(named, fc.constantFrom(...OTHER_NAMES), fc.jsonValue({ maxDepth: 0 }))
    .map(([own, name, value]) => Object.defineProperty({ ...own }, name, { value, enumerable: true }));
  return fc.oneof({ weight: 30, arbitrary: good }, lacking, extended);
}

const atLeastOne = (objects: fc.Arbitrary<object>, count: number): Values =>
  count === 0 ? objects : objects.filter((object) => Object.keys(object).length >= count);

function mapOf(
  { names, maxProperties = 4 }: Extract<Schema, { kind: "object" }>,
  entry: Schema,
  making: Making,
): fc.Arbitrary<object> {
  const name = names === undefined ? fc.string() : textsOf({ pattern: names });
  const someName = making.slips ? fc.oneof({ weight: 12, arbitrary: name }, fc.constantFrom(...OTHER_NAMES)) : name;
  return fc
    .array(fc.tuple(someName, valueFor(entry, making)), { maxLength: maxProperties + (making.slips ? 1 : 0) })
    .map((entries) => Object.fromEntries(entries));
}
