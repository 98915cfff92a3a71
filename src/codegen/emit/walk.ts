/** walk.ts: the published operations as tests walk them, with examples to send and links to follow. */
import type { ContractModel, Emitter, OperationModel, Schema } from "../model.ts";
import { isPublished } from "../publish.ts";
import { shapesOf } from "./shapes.ts";
import { banner, fields, literal } from "./text.ts";

export const walk: Emitter = {
  file: "walk.ts",
  emit: (contract) => {
    const entries = contract.operations.filter(isPublished).map((operation) => entry(contract, operation));
    return `${banner()}import type { WalkedOperation } from "#contract/walk";\n\nexport const walk: readonly WalkedOperation[] = [\n${entries.join(",\n")}];\n`;
  },
};

function entry(contract: ContractModel, operation: OperationModel): string {
  const { id, method, path, security, organizationScoped, parameters, body, answers, links } = operation;
  return `{ ${fields({
    id: literal(id),
    method: literal(method),
    path: literal(path),
    security: literal(security),
    organizationScoped: literal(organizationScoped),
    parameters: literal(
      parameters.map(({ name, in: place, required, schema }) => ({
        name,
        in: place,
        required,
        kind: kindOf(contract, schema),
      })),
    ),
    bodies: literal((body?.content ?? []).map(({ mediaType, kind, examples }) => ({ mediaType, kind, examples }))),
    answers: literal(
      answers.map(({ status, content }) => ({
        status,
        content: content.map(({ mediaType, examples }) => ({ mediaType, examples })),
      })),
    ),
    problems: literal([...operation.implied, ...operation.problems]),
    links: literal(links),
  })} }`;
}

/** What a value of the parameter is, so that a test can make one up. */
function kindOf(contract: ContractModel, schema: Schema): string {
  const value = shapesOf(contract).resolve(schema, "request");
  return value.kind === "string" && value.format !== undefined ? value.format : value.kind;
}
