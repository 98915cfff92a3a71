/** Each compiled validator against Ajv, on values that are mostly right and slightly wrong. */
import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { explain } from "#contract/explain";
import * as productSchemas from "#generated/schemas";
import * as productValidators from "#generated/validators";
import { compile } from "../../src/codegen/compile.ts";
import { type Shape, shapesOf } from "../../src/codegen/emit/shapes.ts";
import { typedDocument } from "../../src/codegen/emit/typed-document.ts";
import { toJsonSchema } from "../../src/codegen/json-schema.ts";
import * as fixtureSchemas from "./fixture/generated/schemas.ts";
import * as fixtureValidators from "./fixture/generated/validators.ts";
import { valuesOf } from "./values/arbitrary.ts";
import { located, oracle } from "./values/oracle.ts";

const RUNS = 300;
const DEPTH_OF_CIRCLES = 4;

const contracts = {
  product: { path: "openapi.yaml", schemas: productSchemas, validators: productValidators },
  fixture: { path: "tests/contract/fixture/contract.yaml", schemas: fixtureSchemas, validators: fixtureValidators },
};

for (const [contract, { path, schemas, validators }] of Object.entries(contracts)) {
  describe(contract, () => {
    const { shapes, oracleOf } = readContract(path);
    const making = { resolve: (name: string) => shapes.get(name)!.schema, depth: DEPTH_OF_CIRCLES };
    const checkOf = (name: string) =>
      (validators as Record<string, unknown>)[`is${name}`] as (value: unknown) => boolean;

    for (const { name, schema } of shapes.values()) {
      // Files come from multipart forms only, and JSON has none.
      if (holdsFile(schema)) continue;
      test(`${name}: the validator agrees with Ajv, and the explanation with the validator`, () => {
        const check = checkOf(name);
        const ajv = oracleOf(name);
        const typebox = (schemas as Record<string, unknown>)[name] as Parameters<typeof explain>[0];
        fc.assert(
          fc.property(valuesOf(schema, making), (value) => {
            const expected = ajv(value);
            return check(value) === expected && (explain(typebox, value, "body").length === 0) === expected;
          }),
          { numRuns: RUNS },
        );
      });
    }

    test("good values and bad ones both came up for every schema", () => {
      const oneSided = [...shapes.values()]
        .filter(({ schema }) => !holdsFile(schema) && schema.kind !== "any")
        .filter(({ name, schema }) => {
          const answers = fc.sample(valuesOf(schema, making), RUNS).map((value) => checkOf(name)(value));
          return new Set(answers).size < 2;
        });
      expect(oneSided.map(({ name }) => name)).toEqual([]);
    });
  });
}

function readContract(path: string) {
  const compiled = compile(path);
  if ("faults" in compiled) throw new Error(`${path} does not compile`);
  const shapes = new Map(shapesOf(compiled.model).groups.flatMap((group) => group.map((shape) => [shape.name, shape])));
  const document = typedDocument(compiled.model) as { components: { schemas: Record<string, unknown> } };
  const inline = [...shapes.values()]
    .filter(({ component }) => !component)
    .map(({ name, schema }) => [name, toJsonSchema(schema, "answer", "contract")]);
  const components = located(document.components.schemas) as Record<string, unknown>;
  return { shapes, oracleOf: oracle({ ...components, ...Object.fromEntries(inline) }) };
}

const holdsFile = (schema: Shape["schema"]): boolean => JSON.stringify(schema).includes('"kind":"binary"');
