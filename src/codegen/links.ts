import { didYouMean } from "./faults.ts";
import type { OperationModel } from "./model.ts";
import { type Named, target } from "./named.ts";
import { knownWords, membersAt, type Reading, text } from "./reading.ts";
import { resolve } from "./refs.ts";
import { child, decodePointer, members, type Place } from "./source.ts";

export interface Linking {
  readonly reading: Reading;
  readonly named: Named;
  readonly operation: OperationModel;
  readonly operations: ReadonlyMap<string, OperationModel>;
}

/** The links of one answer: what to call next, and which values of this exchange to call it with. */
export function readLinks(linking: Linking, answer: Place, status: number): OperationModel["links"] {
  const { reading } = linking;
  return membersAt(reading, answer, "links").flatMap(([name, written]) => {
    const place = resolve(reading, written, "links");
    if (!place) return [];
    knownWords(reading, place, "a link", ["operationId", "parameters", "description"], {
      operationRef: "write `operationId`.",
      requestBody: "say in the description what to send.",
      server: "leave it out; there is one server.",
    });
    const operationId = text(reading, place, "operationId");
    const next = operationId === undefined ? undefined : linking.operations.get(operationId);
    if (!next || operationId === undefined) {
      const near =
        didYouMean(operationId ?? "", linking.operations.keys()) ||
        " Write the operationId of one that the contract has.";
      reading.faults.at(child(place, "operationId") ?? place, `The link \`${name}\` leads to no operation.${near}`);
      return [];
    }
    return [{ answer: status, name, operationId, parameters: readLinkParameters(linking, place, next, status) }];
  });
}

function readLinkParameters(
  linking: Linking,
  link: Place,
  next: OperationModel,
  status: number,
): Record<string, string> {
  const { faults } = linking.reading;
  const result: Record<string, string> = {};
  const parameters = linkable(next);
  for (const [written, place] of membersAt(linking.reading, link, "parameters")) {
    const [, where, name] = /^(?:(path|query|header|cookie)\.)?(.+)$/.exec(written)!;
    const found = parameters.some((parameter) => parameter.name === name && (!where || parameter.in === where));
    if (!found) {
      const names = parameters.map((parameter) => parameter.name);
      const near = didYouMean(name!, names) || " Name one that it declares.";
      faults.atKey(place, `\`${next.id}\` has no parameter \`${written}\`.${near}`);
    }
    if (typeof place.value === "string" && isExpression(linking, place.value, status)) result[written] = place.value;
    else {
      const instead =
        "name something declared with `$response.body#/name`, `$response.header.Name`, `$request.body#/name` or `$request.path.name`";
      faults.at(place, `This names nothing of the exchange that the link follows: ${instead}.`);
    }
  }
  for (const parameter of next.parameters) {
    if (!parameter.required || Object.keys(result).some((written) => written.split(".").at(-1) === parameter.name))
      continue;
    if (members(child(link, "parameters")).some(([written]) => written.split(".").at(-1) === parameter.name)) continue;
    faults.at(
      link,
      `The link does not say the parameter \`${parameter.name}\`, without which \`${next.id}\` cannot be called: add it.`,
    );
  }
  return result;
}

/** Its own parameters, and those that its policy adds to the published contract. */
const linkable = ({ parameters, pageParameters, policy }: OperationModel): readonly { name: string; in: string }[] => [
  ...parameters,
  ...pageParameters,
  ...(policy.precondition === "none" ? [] : [{ name: "If-Match", in: "header" }]),
];

/** A runtime expression (OpenAPI 3.1, section 4.8.20.4) about something that the operation declares. */
function isExpression({ operation, named }: Linking, expression: string, status: number): boolean {
  const body = /^\$(request|response)\.body#((?:\/[^/]+)+)$/.exec(expression);
  const answer = operation.answers.find((each) => each.status === status);
  if (body) {
    const content = body[1] === "request" ? operation.body?.content : answer?.content;
    const names = body[2]!.split("/").slice(1).map(decodePointer);
    return (content ?? []).some(({ schema }) => hasPath(named, schema, names));
  }
  const header = /^\$response\.header\.(.+)$/.exec(expression);
  if (header) return answer?.headers.some(({ name }) => name.toLowerCase() === header[1]!.toLowerCase()) ?? false;
  const parameter = /^\$request\.(path|query|header)\.(.+)$/.exec(expression);
  return operation.parameters.some(({ name, in: where }) => where === parameter?.[1] && name === parameter[2]);
}

function hasPath(named: Named, schema: Parameters<typeof target>[1], names: readonly string[]): boolean {
  const [name, ...rest] = names;
  if (name === undefined) return true;
  const shape = target(named, schema);
  switch (shape.kind) {
    case "object": {
      const property = shape.properties.find((each) => each.name === name);
      if (property) return hasPath(named, property.schema, rest);
      return shape.additional !== false && hasPath(named, shape.additional, rest);
    }
    case "union":
      return shape.branches.some((branch) => hasPath(named, branch.schema, names));
    case "nullable":
      return hasPath(named, shape.inner, names);
    case "array":
      return /^\d+$/.test(name) && hasPath(named, shape.items, rest);
    case "tuple":
      return shape.items[Number(name)] !== undefined && hasPath(named, shape.items[Number(name)]!, rest);
    default:
      return shape.kind === "any";
  }
}
