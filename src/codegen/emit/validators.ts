/** validators.ts: a boolean function for every shape, as straight-line TypeScript. Nothing is compiled at start. */
import { formats } from "#contract/formats";
import type { Emitter, Property, Schema } from "../model.ts";
import { type Shape, shapesOf } from "./shapes.ts";
import { banner, literal, member, pascal, regex } from "./text.ts";

export const validators: Emitter = {
  file: "validators.ts",
  emit: (contract) => {
    const file = new ValidatorsFile();
    for (const group of shapesOf(contract).groups) for (const shape of group) file.add(shape);
    return file.text();
  },
};

/** The name of the function that checks a shape. */
export const validatorOf = (shape: string): string => `is${shape}`;

const FORMAT_FUNCTIONS = new Map(Object.entries(formats).map(([word, check]) => [word, check.name]));

/** The functions of the formats have names that shapes may have too. */
const FORMATS = "formats";

/** A pattern of the contract may name control characters; that is not the oversight which the linter takes it for. */
const CONTROL_CHARACTER = /\\x[01]|\\u00[01]/;
const IGNORED = "// biome-ignore lint/suspicious/noControlCharactersInRegex: the contract's own pattern";

/** More listed values than this are looked up in a set. */
const MAX_COMPARISONS = 12;
const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;

/** The opposite of a test, as a person would write it. */
function negated(test: string): string {
  const isOne = !test.includes(" && ") && !test.includes(" || ");
  if (isOne && test.includes(" === ")) return test.replace(" === ", " !== ");
  if (isOne && test.includes(" !== ")) return test.replace(" !== ", " === ");
  return isOne && test.endsWith(")") ? `!${test}` : `!(${test})`;
}

class ValidatorsFile {
  readonly #functions: string[] = [];
  readonly #constants: string[] = [];
  readonly #constantNames = new Map<string, string>();
  readonly #names = new Set<string>();
  readonly #used = new Set<string>();

  add({ name, schema }: Shape): void {
    this.#names.add(validatorOf(name));
    this.#function(validatorOf(name), name, schema, "export ");
  }

  text(): string {
    const parts = [`${banner()}${this.#imports()}`, this.#constants.join("\n"), ...this.#functions];
    return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
  }

  #imports(): string {
    const used = [...this.#used]
      .filter((name) => name !== FORMATS)
      .sort()
      .join(", ");
    const formats = this.#used.has(FORMATS) ? `import * as ${FORMATS} from "#contract/formats";\n` : "";
    return `${used === "" ? "" : `import { ${used} } from "#contract/check";\n`}${formats}`;
  }

  /** `at` is where the schema stands, for the names of what it needs: "SessionPageItems". */
  #function(name: string, at: string, schema: Schema, exported = ""): void {
    const place = this.#functions.push("") - 1;
    const body = this.#body(at, schema);
    this.#functions[place] = `${exported}function ${name}(value: unknown): boolean {\n${body}\n}`;
  }

  #body(at: string, schema: Schema): string {
    switch (schema.kind) {
      case "object":
        return this.#object(at, schema);
      case "union":
        return this.#union(at, schema);
      case "array":
        return this.#array(at, schema);
      default:
        return `return ${this.#test(at, schema, "value")};`;
    }
  }

  /** An expression that tells whether `value` fits. What needs statements becomes a function of its own. */
  #test(at: string, schema: Schema, value: string): string {
    switch (schema.kind) {
      case "ref":
        return `${validatorOf(schema.name)}(${value})`;
      case "string":
        return this.#string(at, schema, value);
      case "number":
        return this.#number(schema, value);
      case "boolean":
        return `typeof ${value} === "boolean"`;
      case "null":
        return `${value} === null`;
      case "literal":
        return this.#literal(at, schema.values, value);
      case "nullable":
        return `(${value} === null || ${this.#test(at, schema.inner, value)})`;
      case "any":
        return `${value} !== undefined`;
      case "binary":
        return `${value} instanceof Blob`;
      case "tuple": {
        const items = schema.items.map((item, i) => this.#test(`${at}Item${i + 1}`, item, `${value}[${i}]`));
        return [`Array.isArray(${value})`, `${value}.length === ${items.length}`, ...items].join(" && ");
      }
      default: {
        const name = this.#unused(validatorOf(at));
        this.#function(name, at, schema);
        return `${name}(${value})`;
      }
    }
  }

  #string(at: string, schema: Extract<Schema, { kind: "string" }>, value: string): string {
    const { minLength = 0, maxLength, format, pattern } = schema;
    const tests = [`typeof ${value} === "string"`];
    if (minLength === 1) tests.push(`${value} !== ""`);
    else if (minLength > 1) tests.push(`${this.#use("hasAtLeast")}(${value}, ${minLength})`);
    if (maxLength !== undefined) tests.push(`${this.#use("hasAtMost")}(${value}, ${maxLength})`);
    if (format !== undefined && format !== "password") {
      tests.push(`${this.#use(FORMATS)}.${FORMAT_FUNCTIONS.get(format)}(${value})`);
    }
    if (pattern !== undefined) tests.push(`${this.#constant(`${at}Pattern`, regex(pattern))}.test(${value})`);
    return tests.join(" && ");
  }

  #number(schema: Extract<Schema, { kind: "number" }>, value: string): string {
    const { integer, format, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
    const minimum = format === "int32" ? Math.max(schema.minimum ?? INT32_MIN, INT32_MIN) : schema.minimum;
    const maximum = format === "int32" ? Math.min(schema.maximum ?? INT32_MAX, INT32_MAX) : schema.maximum;
    const tests = [`typeof ${value} === "number"`, `Number.${integer ? "isInteger" : "isFinite"}(${value})`];
    if (minimum !== undefined) tests.push(`${value} >= ${literal(minimum)}`);
    if (exclusiveMinimum !== undefined) tests.push(`${value} > ${literal(exclusiveMinimum)}`);
    if (maximum !== undefined) tests.push(`${value} <= ${literal(maximum)}`);
    if (exclusiveMaximum !== undefined) tests.push(`${value} < ${literal(exclusiveMaximum)}`);
    if (multipleOf !== undefined) tests.push(`${this.#use("fitsStep")}(${value}, ${literal(multipleOf)})`);
    return tests.join(" && ");
  }

  #literal(at: string, values: readonly unknown[], value: string): string {
    if (values.length > MAX_COMPARISONS) {
      const set = this.#constant(`${at}Values`, `new Set<unknown>([${values.map(literal).join(", ")}])`);
      return `${set}.has(${value})`;
    }
    const tests = values.map((each) => `${value} === ${literal(each)}`);
    return tests.length === 1 ? tests[0]! : `(${tests.join(" || ")})`;
  }

  #array(at: string, { items, minItems = 0, maxItems, uniqueItems }: Extract<Schema, { kind: "array" }>): string {
    const lines = ["if (!Array.isArray(value)) return false;"];
    if (minItems > 0) lines.push(`if (value.length < ${minItems}) return false;`);
    if (maxItems !== undefined) lines.push(`if (value.length > ${maxItems}) return false;`);
    lines.push(`for (const item of value) if (${negated(this.#test(`${at}Item`, items, "item"))}) return false;`);
    lines.push(uniqueItems ? `return ${this.#use("allDiffer")}(value);` : "return true;");
    return lines.join("\n");
  }

  #union(_at: string, { property, branches }: Extract<Schema, { kind: "union" }>): string {
    const cases = branches.map(
      ({ value, schema }) => `case ${literal(value)}: return ${this.#test("", schema, "value")};`,
    );
    return [
      `if (!${this.#use("isObject")}(value)) return false;`,
      `switch (value${member(property)}) {`,
      ...cases,
      "default: return false;",
      "}",
    ].join("\n");
  }

  /**
   * Goes through the value's own names, so that nothing inherited counts, `__proto__` is a name like any other, and an
   * unknown name ends the check.
   */
  #object(at: string, schema: Extract<Schema, { kind: "object" }>): string {
    const { properties, minProperties = 0, maxProperties } = schema;
    const required = properties.filter((property) => property.required).length;
    const lines = [`if (!${this.#use("isObject")}(value)) return false;`];
    lines.push("const names = Object.keys(value);");
    if (minProperties > required) lines.push(`if (names.length < ${minProperties}) return false;`);
    if (maxProperties !== undefined) lines.push(`if (names.length > ${maxProperties}) return false;`);
    if (required > 0) lines.push("let required = 0;");
    lines.push(...this.#properties(at, schema));
    lines.push(required > 0 ? `return required === ${required};` : "return true;");
    const uses = lines.filter((line) => /\bnames\b/.test(line)).length;
    return uses > 1 ? lines.join("\n") : lines.filter((line) => !line.startsWith("const names")).join("\n");
  }

  #properties(at: string, schema: Extract<Schema, { kind: "object" }>): string[] {
    const other = this.#other(at, schema);
    if (schema.properties.length === 0) {
      if (schema.additional === false) return ["if (names.length > 0) return false;"];
      return other === "" ? [] : [`for (const name of names) { ${other} }`];
    }
    const cases = schema.properties.flatMap((property) => this.#property(at, property));
    const rest = other === "" ? [] : [`default: ${other}`];
    return ["for (const name of names) {", "switch (name) {", ...cases, ...rest, "}", "}"];
  }

  #property(at: string, { name, schema, required }: Property): string[] {
    const value = `value${member(name)}`;
    const test = this.#test(`${at}${pascal(name)}`, schema, value);
    const absent = required || schema.kind === "any" ? "" : `${value} !== undefined && `;
    const lines = [`case ${literal(name)}:`];
    if (required || schema.kind !== "any") lines.push(`if (${absent}${negated(test)}) return false;`);
    if (required) lines.push("required++;");
    return [...lines, "break;"];
  }

  #other(at: string, { additional, names }: Extract<Schema, { kind: "object" }>): string {
    if (additional === false) return "return false;";
    const tests: string[] = [];
    if (names !== undefined) tests.push(`${this.#constant(`${at}NamePattern`, regex(names))}.test(name)`);
    if (additional.kind !== "any") tests.push(this.#test(`${at}Entry`, additional, "value[name]"));
    return tests.length === 0 ? "" : `if (${negated(tests.join(" && "))}) return false;`;
  }

  #use(name: string): string {
    this.#used.add(name);
    return name;
  }

  /** The name of a constant with this value, made at the first use and shared by the others. */
  #constant(wanted: string, value: string): string {
    const known = this.#constantNames.get(value);
    if (known) return known;
    const name = this.#unused(wanted.replace(/^./, (first) => first.toLowerCase()));
    this.#constantNames.set(value, name);
    const lint = CONTROL_CHARACTER.test(value) ? `${IGNORED}\n` : "";
    this.#constants.push(`${lint}const ${name} = ${value};`);
    return name;
  }

  #unused(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#names.has(name); number++) name = `${wanted}${number}`;
    this.#names.add(name);
    return name;
  }
}
