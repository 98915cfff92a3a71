/** What one answer holds and a later request needs. */
import type { OperationModel } from "../model.ts";

/** Which server, and as whom: the two that a person sets. */
export const ADDRESS = "baseUrl";
export const TOKEN = "token";

/** A request's value that an earlier answer gives, or an earlier request had already. */
export interface Variable {
  readonly name: string;
  /** The operation whose answer gives it. */
  readonly from: string;
  readonly status: number;
  /**
   * A runtime expression (OpenAPI 3.1, section 4.8.20.4): $response.body#/name or $response.header.Name. Null where the
   * value has its name from what an earlier request sent.
   */
  readonly expression: string | null;
  /** The operations that send it, and under which name; every operation where it has no id. */
  readonly to: { readonly operationId?: string; readonly parameter: string };
  /** Whether the first request alone gives it, and no log-in after that. */
  readonly ofCaller: boolean;
}

/**
 * The caller's tokens, the values of the contract's links, those included that a link takes from the request which it
 * stands at, and the version that a change sends as If-Match, which is the ETag of the GET of its path.
 */
export function handedOn(operations: readonly OperationModel[], logIn: string): Variable[] {
  const all = [
    ...callers(logIn),
    ...operations.flatMap(ofLinks),
    ...operations.flatMap((each) => ofVersion(operations, each)),
  ];
  // A link may say what the precondition says.
  const key = ({ name, from, status }: Variable) => `${name} ${from} ${status}`;
  return withRepeated(operations, [...new Map(all.map((variable) => [key(variable), variable])).values()]);
}

/** Follows links that hand on what their own request was sent with, until nothing new is found. */
function withRepeated(operations: readonly OperationModel[], given: Variable[]): Variable[] {
  const known = [...given];
  const find = (operationId: string, parameter: string) =>
    known.find(({ to }) => to.operationId === operationId && to.parameter === parameter);
  const repeats = operations.flatMap(({ id: from, links }) =>
    links.flatMap(({ answer: status, operationId, parameters }) =>
      Object.entries(parameters).flatMap(([parameter, expression]) => {
        const sent = /^\$request\.path\.(.+)$/.exec(expression)?.[1];
        return sent === undefined ? [] : [{ from, status, sent, to: { operationId, parameter } }];
      }),
    ),
  );
  for (let before = -1; before < known.length; ) {
    before = known.length;
    for (const { from, status, sent, to } of repeats) {
      const source = find(to.operationId, to.parameter) ? undefined : find(from, sent);
      if (source) known.push({ name: source.name, from, status, expression: null, to, ofCaller: false });
    }
  }
  return known;
}

function callers(from: string): Variable[] {
  const shared = { from, status: 201, ofCaller: true };
  return [
    { ...shared, name: TOKEN, expression: "$response.body#/accessToken", to: { parameter: "" } },
    { ...shared, name: "refreshToken", expression: "$response.body#/refreshToken", to: { parameter: "refreshToken" } },
  ];
}

/** Less those that lead from an operation to itself, such as to the next page: the first request has no earlier answer. */
function ofLinks({ id: from, links }: OperationModel): Variable[] {
  const onward = links.filter(({ operationId }) => operationId !== from);
  return onward.flatMap(({ answer: status, operationId, parameters }) =>
    Object.entries(parameters)
      .filter(([, expression]) => expression.startsWith("$response."))
      .map(([written, expression]) => {
        const parameter = written.replace(/^(?:path|query|header|cookie)\./, "");
        const name = `${operationId}.${parameter}`;
        return { name, from, status, expression, to: { operationId, parameter }, ofCaller: false };
      }),
  );
}

function ofVersion(operations: readonly OperationModel[], { id, path, policy }: OperationModel): Variable[] {
  const read = operations.find((operation) => operation.method === "GET" && operation.path === path);
  if (policy.precondition === "none" || !read) return [];
  const to = { operationId: id, parameter: "If-Match" };
  const expression = "$response.header.ETag";
  return [{ name: `${id}.If-Match`, from: read.id, status: 200, expression, to, ofCaller: false }];
}
