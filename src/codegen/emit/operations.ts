/** operations.ts: the operation table, all that the pipeline needs to know. */
import type { ScalarType } from "#contract/operation";
import type { ContractModel, Emitter, MediaTypeModel, OperationModel, ParameterModel, Schema } from "../model.ts";
import { allParameters, type Direction, type Shapes, shapesOf } from "./shapes.ts";
import { banner, comment, fields, key, literal } from "./text.ts";
import { validatorOf } from "./validators.ts";

export const operations: Emitter = {
  file: "operations.ts",
  emit: (contract) => {
    const table = contract.operations.map((operation) => entry(contract, operation));
    return [
      banner(),
      `import type { CompiledContract } from "#contract/operation";\n`,
      `import * as schemas from "./schemas";\nimport * as validators from "./validators";\n\n`,
      "export const contract: CompiledContract = {\n",
      `operations: [\n${table.join(",\n")}],\n`,
      `securitySchemes: ${literal(contract.securitySchemes)},\n`,
      `roles: ${literal(contract.roles)},\ncacheTags: ${literal(contract.cacheTags)},\n};\n`,
    ].join("");
  },
};

function entry(contract: ContractModel, operation: OperationModel): string {
  const shapes = shapesOf(contract);
  const { id, method, path, security, organizationScoped, deprecated, policy, body } = operation;
  const input = shapes.parametersOf(operation);
  const written = fields({
    id: literal(id),
    method: literal(method),
    path: literal(path),
    security: literal(security),
    organizationScoped: literal(organizationScoped),
    deprecated: literal(deprecated),
    policy: literal(policy),
    parameters: `[${allParameters(operation)
      .map((each) => parameter(shapes, each))
      .join(", ")}]`,
    input: input && checked(input),
    body: body && `{ required: ${body.required}, content: ${content(shapes, body.content, "request")} }`,
    answers: answers(shapes, operation),
    problems: literal([...operation.implied, ...operation.problems]),
  });
  return `${comment([operation.summary])}{ ${written} }`;
}

const checked = (shape: string) => `{ check: validators.${validatorOf(shape)}, schema: schemas.${shape} }`;

function parameter(shapes: Shapes, { name, in: place, required, schema }: ParameterModel): string {
  const value = shapes.resolve(schema, "request");
  const isList = value.kind === "array";
  const fallback = schema.default ?? value.default;
  return `{ ${fields({
    name: literal(name),
    in: literal(place),
    required: literal(required),
    type: literal(isList ? "list" : scalar(value)),
    items: isList ? literal(scalar(shapes.resolve(value.items, "request"))) : undefined,
    default: fallback === undefined ? undefined : literal(fallback),
  })} }`;
}

/** How the string of a parameter is read. */
function scalar(schema: Schema): ScalarType {
  if (schema.kind === "string" && schema.format === "uuid") return "uuid";
  if (schema.kind === "number") return schema.integer ? "integer" : "number";
  if (schema.kind === "boolean") return "boolean";
  if (schema.kind !== "literal" || typeof schema.values[0] === "string") return "string";
  if (typeof schema.values[0] === "boolean") return "boolean";
  return schema.values.every(Number.isInteger) ? "integer" : "number";
}

const content = (shapes: Shapes, media: readonly MediaTypeModel[], direction: Direction): string =>
  `{ ${media.map((each) => `${key(each.mediaType)}: ${mediaType(shapes, each, direction)}`).join(", ")} }`;

function mediaType(shapes: Shapes, { kind, schema, defaults, parts }: MediaTypeModel, direction: Direction): string {
  const partTable = parts.map(({ name, ...part }) => `${key(name)}: ${literal(part)}`);
  return `{ ${fields({
    kind: literal(kind),
    body: kind === "binary" ? undefined : checked(shapes.nameOf(schema, direction)),
    defaults: literal(direction === "request" && defaults.length > 0),
    parts: kind === "multipart" ? `{ ${partTable.join(", ")} }` : undefined,
  })} }`;
}

function answers(shapes: Shapes, { answers }: OperationModel): string {
  const table = answers.map((answer) => {
    const headers = answer.headers.map(({ name, required, schema }) => {
      return `${key(name)}: { required: ${required}, value: ${checked(shapes.nameOf(schema, "answer"))} }`;
    });
    return `${answer.status}: { content: ${content(shapes, answer.content, "answer")}, headers: { ${headers.join(", ")} } }`;
  });
  return `{ ${table.join(", ")} }`;
}
