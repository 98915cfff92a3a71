/** A request of the converter's, with variables in place of what earlier answers give, and with its test. */
import type { OperationModel } from "../model.ts";
import type { Request } from "./convert.ts";
import type { Variable } from "./variables.ts";

export interface Filling {
  readonly operation: OperationModel;
  /** The statuses of its problems that are not the server's own fault. */
  readonly refusals: readonly number[];
  readonly variables: readonly Variable[];
  /** The first request has to succeed, and its answer gives the caller's tokens. */
  readonly logsIn: boolean;
}

export function fill(item: Request, filling: Filling): Request {
  const { operation, logsIn } = filling;
  const sent = (parameter: string) => variableFor(filling, parameter);
  const given = <F extends { key: string; value: string }>(field: F): F => ({
    ...field,
    value: sent(field.key) ?? field.value,
  });
  const optional = <F extends { key: string; value: string }>(field: F) => ({
    ...given(field),
    disabled: !isNeeded(operation, field.key) && sent(field.key) === undefined,
  });
  const { url, header = [], auth: _, body, ...request } = item.request;
  const raw = bodyOf(operation, sent);
  return {
    ...item,
    name: logsIn ? `${item.name}, and keep the token` : item.name,
    request: {
      ...request,
      // Every other one inherits the collection's token.
      ...(operation.security.length === 0 && { auth: { type: "noauth" } }),
      url: { ...url, variable: url.variable.map(given), query: url.query.map(optional) },
      header: header.map(optional),
      ...(body && { body: raw === undefined ? body : { ...body, raw } }),
    },
    event: [{ listen: "test", script: { type: "text/javascript", exec: script(filling) } }],
  };
}

function variableFor({ operation, variables }: Filling, parameter: string): string | undefined {
  const found = variables.find(
    ({ to }) => to.parameter === parameter && (to.operationId ?? operation.id) === operation.id,
  );
  return found && `{{${found.name}}}`;
}

/** What may be left out is there to be switched on: the converter makes up a cursor, a tag, and sends them. */
function isNeeded({ parameters }: OperationModel, name: string): boolean {
  if (/^(?:accept|content-type)$/i.test(name)) return true;
  return parameters.some((parameter) => parameter.required && parameter.name.toLowerCase() === name.toLowerCase());
}

/** The first example that sends something of an earlier answer's, else the first. Undefined where no JSON is sent. */
function bodyOf({ body }: OperationModel, sent: (property: string) => string | undefined): string | undefined {
  const json = body?.content.find(({ kind }) => kind === "json");
  const values = json?.examples.map(({ value }) => value) ?? [];
  const chosen = values.find((value) => isObject(value) && Object.keys(value).some(sent)) ?? values[0];
  if (!isObject(chosen)) return chosen === undefined ? undefined : JSON.stringify(chosen, null, 2);
  const properties = Object.entries(chosen).map(([name, value]) => [name, sent(name) ?? value]);
  return JSON.stringify(Object.fromEntries(properties), null, 2);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The status has to be one of the contract's, and no fault of the server's. */
function script({ operation, refusals, variables, logsIn }: Filling): string[] {
  const successes = operation.answers.map(({ status }) => status);
  const expected = logsIn ? successes : [...successes, ...refusals];
  const kept = variables.filter(({ from, ofCaller }) => from === operation.id && ofCaller === logsIn);
  const given = kept.flatMap(({ expression, ...variable }) => (expression === null ? [] : { ...variable, expression }));
  return [
    `pm.test(${JSON.stringify(`${operation.id} answers as the contract says`)}, () => {`,
    `  pm.expect(pm.response.code).to.be.oneOf(${JSON.stringify(expected)});`,
    "});",
    ...given.map(
      ({ name, status, expression }) =>
        `if (pm.response.code === ${status}) pm.collectionVariables.set(${JSON.stringify(name)}, ${readBy(expression)});`,
    ),
  ];
}

function readBy(expression: string): string {
  const header = /^\$response\.header\.(.+)$/.exec(expression)?.[1];
  if (header !== undefined) return `pm.response.headers.get(${JSON.stringify(header)})`;
  const names = expression.slice(expression.indexOf("#/") + 2).split("/");
  return `pm.response.json()${names.map((name) => `[${JSON.stringify(name)}]`).join("")}`;
}
