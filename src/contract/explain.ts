/**
 * Why a value does not fit its schema. The compiled validators say yes or no; this walks the same schema as data, for
 * the no only. It finds a fault exactly where they say no, and repeats nothing of what was sent but the path to it.
 */
import type { TSchema } from "@sinclair/typebox";
import { allDiffer, fitsStep, hasAtLeast, hasAtMost, isObject } from "#contract/check";
import { formats } from "#contract/formats";
import type { Fault } from "#contract/problem";
import * as say from "#contract/sentences";

/** More faults than a person reads; the published contract promises no more. */
const MAX_FAULTS = 100;
/** Characters of a property's name that a pointer repeats. Declared names are shorter. */
const MAX_NAME_LENGTH = 100;
/** Characters of a whole pointer, as published. */
const MAX_POINTER_LENGTH = 2048;

/** Empty exactly when the schema's validator says yes. `where` is the part of the input that `value` is. */
export function explain(schema: TSchema, value: unknown, where: Fault["in"]): Fault[] {
  const explanation = new Explanation(where);
  explanation.visit(schema, value, "");
  return explanation.faults;
}

/** The members of a circle by name, as Type.Module has them. */
type Circle = Readonly<Record<string, TSchema>>;

class Explanation {
  readonly faults: Fault[] = [];

  constructor(readonly where: Fault["in"]) {}

  visit(schema: TSchema, value: unknown, pointer: string, circle: Circle = {}): void {
    if (this.faults.length >= MAX_FAULTS) return;
    if (schema.$ref !== undefined) {
      const members: Circle = schema.$defs ?? circle;
      this.visit(members[schema.$ref]!, value, pointer, members);
    } else if (schema.allOf) this.#all(schema.allOf, value, pointer, circle);
    else if (schema.anyOf) this.#any(schema, value, pointer, circle);
    else if ("const" in schema) {
      if (value !== schema.const) this.#add(pointer, "not_listed", say.oneOf([schema.const]));
    } else this.#typed(schema, value, pointer, circle);
  }

  /** An open object: what it names, and that it is an object. The first says enough where both find the same. */
  #all(schemas: readonly TSchema[], value: unknown, pointer: string, circle: Circle): void {
    const before = this.faults.length;
    for (const schema of schemas) if (this.faults.length === before) this.visit(schema, value, pointer, circle);
  }

  #any(schema: TSchema, value: unknown, pointer: string, circle: Circle): void {
    const branches: TSchema[] = schema.anyOf;
    const others = branches.filter((branch) => branch.type !== "null");
    const listed = branches.map((branch) => (branch.type === "null" ? null : branch.const));
    if (schema.discriminator !== undefined) this.#tagged(branches, schema.discriminator, value, pointer, circle);
    else if (value === null && others.length < branches.length) return;
    else if (others.length === 1) this.visit(others[0]!, value, pointer, circle);
    else if (!listed.includes(value)) this.#add(pointer, "not_listed", say.oneOf(listed));
  }

  /** One look at the discriminator tells the branch, and only that branch is explained. */
  #tagged(branches: readonly TSchema[], name: string, value: unknown, pointer: string, circle: Circle): void {
    const tags = branches.map((branch) => tagOf(branch, name, circle));
    const tag = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    const branch = tag === undefined ? undefined : branches[tags.indexOf(tag)];
    if (branch) this.visit(branch, value, pointer, circle);
    else if (!isObject(value)) this.#add(pointer, "type", say.type("object"));
    else if (tag === undefined) this.#add(step(pointer, name), "required", say.required);
    else this.#add(step(pointer, name), "not_listed", say.oneOf(tags));
  }

  #typed(schema: TSchema, value: unknown, pointer: string, circle: Circle): void {
    if (schema.type === undefined) {
      if (value === undefined) this.#add(pointer, "required", say.required);
    } else if (!isOfType(schema.type, value)) this.#add(pointer, "type", say.type(schema.type));
    else if (typeof value === "string") this.#string(schema, value, pointer);
    else if (typeof value === "number") this.#number(schema, value, pointer);
    else if (Array.isArray(value)) this.#list(schema, value, pointer, circle);
    else if (schema.type === "object") this.#object(schema, value as Record<string, unknown>, pointer, circle);
  }

  #string({ minLength, maxLength, format, pattern }: TSchema, text: string, pointer: string): void {
    if (minLength !== undefined && !hasAtLeast(text, minLength))
      this.#add(pointer, "too_short", say.tooShort(minLength));
    // A text that is too long is not matched: its length is what the sender must change first.
    else if (maxLength !== undefined && !hasAtMost(text, maxLength))
      this.#add(pointer, "too_long", say.tooLong(maxLength));
    else if (format !== undefined && !formats[format]!(text)) this.#add(pointer, "format", say.format(format));
    else if (pattern !== undefined && !patternOf(pattern).test(text))
      this.#add(pointer, "pattern", say.pattern(pattern));
  }

  #number(schema: TSchema, value: number, pointer: string): void {
    const { exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
    const minimum = schema.format === "int32" ? Math.max(schema.minimum ?? INT32_MIN, INT32_MIN) : schema.minimum;
    const maximum = schema.format === "int32" ? Math.min(schema.maximum ?? INT32_MAX, INT32_MAX) : schema.maximum;
    if (value < minimum) this.#add(pointer, "too_small", say.atLeast(minimum));
    else if (value <= exclusiveMinimum) this.#add(pointer, "too_small", say.above(exclusiveMinimum));
    else if (value > maximum) this.#add(pointer, "too_large", say.atMost(maximum));
    else if (value >= exclusiveMaximum) this.#add(pointer, "too_large", say.below(exclusiveMaximum));
    else if (multipleOf !== undefined && !fitsStep(value, multipleOf))
      this.#add(pointer, "not_a_multiple", say.multipleOf(multipleOf));
  }

  #list(schema: TSchema, items: readonly unknown[], pointer: string, circle: Circle): void {
    const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, uniqueItems } = schema;
    // A list that is too long is not walked.
    if (items.length > maxItems) {
      this.#add(pointer, "too_many_items", say.tooMany(maxItems, "item"));
      return;
    }
    if (items.length < minItems) this.#add(pointer, "too_few_items", say.tooFew(minItems, "item"));
    const parts: readonly TSchema[] | undefined = Array.isArray(schema.items) ? schema.items : undefined;
    for (let i = 0; i < items.length && this.faults.length < MAX_FAULTS; i++)
      this.visit(parts ? parts[i]! : schema.items, items[i], `${pointer}/${i}`, circle);
    if (uniqueItems && !allDiffer(items)) this.#add(pointer, "duplicate_items", say.duplicates);
  }

  #object(schema: TSchema, value: Record<string, unknown>, pointer: string, circle: Circle): void {
    const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY, properties = {}, required = [] } = schema;
    const names = Object.keys(value);
    if (names.length > maxProperties) this.#add(pointer, "too_many_properties", say.tooMany(maxProperties, "property"));
    if (names.length < minProperties) this.#add(pointer, "too_few_properties", say.tooFew(minProperties, "property"));
    for (const name of required)
      if (!Object.hasOwn(value, name) || value[name] === undefined)
        this.#add(step(pointer, name), "required", say.required);
    for (const name of names) {
      if (this.faults.length >= MAX_FAULTS) return;
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (!property) this.#other(schema, name, value[name], pointer, circle);
      else if (value[name] !== undefined) this.visit(property, value[name], step(pointer, name), circle);
    }
  }

  /** A property that the schema does not name: an entry of a map, or too much. */
  #other(schema: TSchema, name: string, value: unknown, pointer: string, circle: Circle): void {
    const [map] = Object.entries((schema.patternProperties ?? {}) as Record<string, TSchema>);
    if (!map) {
      if (schema.additionalProperties === false) this.#add(step(pointer, name), "unknown_property", say.unknown);
      return;
    }
    const [pattern, entry] = map;
    if (pattern !== ANY_NAME && !patternOf(pattern).test(name))
      this.#add(step(pointer, name), "property_name", say.propertyName(pattern));
    else if (Object.keys(entry).length > 0) this.visit(entry, value, step(pointer, name), circle);
  }

  #add(pointer: string, code: string, detail: string): void {
    if (this.faults.length < MAX_FAULTS) this.faults.push({ in: this.where, pointer, code, detail });
  }
}

/** The key with which TypeBox writes a map whose names may be anything. */
const ANY_NAME = "^(.*)$";
const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case "integer":
      return Number.isInteger(value);
    case "number":
      return Number.isFinite(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "null":
      return value === null;
    case "file":
      return value instanceof Blob;
    default:
      return typeof value === type;
  }
}

/** The value by which a branch is known. */
function tagOf(branch: TSchema, name: string, circle: Circle): unknown {
  const members: Circle = branch.$defs ?? circle;
  const target = branch.$ref === undefined ? branch : members[branch.$ref]!;
  return (target.properties ?? target.allOf[0].properties)[name].const;
}

/** Patterns come from the contract, so there are only as many as it has. */
const patterns = new Map<string, RegExp>();
function patternOf(source: string): RegExp {
  const pattern = patterns.get(source) ?? new RegExp(source, "u");
  patterns.set(source, pattern);
  return pattern;
}

/** One step further in a JSON pointer (RFC 6901, section 3). */
function step(pointer: string, name: string): string {
  const short = name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH)}…` : name;
  return `${pointer}/${short.replaceAll("~", "~0").replaceAll("/", "~1")}`.slice(0, MAX_POINTER_LENGTH);
}
