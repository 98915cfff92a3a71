/**
 * The Postman collection: openapi-to-postmanv2 makes the requests, and we make of them a collection that can be run from
 * top to bottom. It logs in first and out last; what an answer holds for a later request is handed on by variables.
 */
import { createHash } from "node:crypto";
import type { ContractModel, OperationModel } from "../model.ts";
import { problemAnswers } from "../problem-answers.ts";
import { convert, type Folder, type Request } from "./convert.ts";
import { fill } from "./fill.ts";
import { ADDRESS, handedOn, TOKEN } from "./variables.ts";

/** The operations that the first and the last request are; the contract has to have them. */
const LOG_IN = "createSession";
const LOG_OUT = "deleteSession";

/** In Postman's format 2.1. Throws where the converter fails, or makes a request that belongs to no operation. */
export async function postmanCollection(model: ContractModel): Promise<{ item: (Folder | Request)[] }> {
  const { info, item: folders } = await convert(model.published);
  const variables = handedOn(model.operations, LOG_IN);
  const requests = folders.flatMap(({ item }) => item);
  const operations = new Map(requests.map((request) => [request, operationOf(model, request)]));
  const find = (id: string): Request => {
    const found = requests.find((request) => operations.get(request)!.id === id);
    if (!found) throw new Error(`The collection begins with ${LOG_IN} and ends with ${LOG_OUT}: ${id} is missing.`);
    return found;
  };
  const finish = (request: Request, logsIn = false): Request => {
    const operation = operations.get(request)!;
    const refusals = problemAnswers(operation, model.problems).map(({ status }) => status);
    // What a collection is run against may fail, but that is then the finding.
    return fill(request, { operation, refusals: refusals.filter((status) => status < 500), variables, logsIn });
  };
  const logOut = find(LOG_OUT);
  const between = folders.map((folder) => {
    const kept = folder.item.filter((request) => request !== logOut);
    return { ...folder, item: deletesLast(kept).map((request) => finish(request)) };
  });
  return {
    info: { ...info, _postman_id: idOf(info.name) },
    item: identified([finish(find(LOG_IN), true), ...between, finish(logOut)]),
    auth: { type: "bearer", bearer: [{ key: "token", value: `{{${TOKEN}}}`, type: "string" }] },
    variable: [
      { key: ADDRESS, value: addressOf(model.published) },
      ...[...new Set(variables.map(({ name }) => name))].map((key) => ({ key, value: "" })),
    ],
  } as { item: (Folder | Request)[] };
}

function operationOf({ operations }: ContractModel, { request: { method, url } }: Request): OperationModel {
  const path = `/${url.path.map((segment) => segment.replace(/^:(.+)$/, "{$1}")).join("/")}`;
  const operation = operations.find((each) => each.method === method && each.path === path);
  if (!operation) throw new Error(`openapi-to-postmanv2 made a request of no operation: ${method} ${path}`);
  return operation;
}

/** As the contract has them, but what deletes comes after what may still need it, and a thing before all of its kind. */
const deletesLast = (requests: readonly Request[]): Request[] =>
  requests.toSorted((one, other) => deletes(one) - deletes(other));

/** More the shorter the path is; 0 where nothing is deleted. */
const deletes = ({ request: { method, url } }: Request): number => (method === "DELETE" ? 1 / url.path.length : 0);

function addressOf(published: Readonly<Record<string, unknown>>): string {
  const [server] = published.servers as [{ url: string; variables?: Record<string, { default: string }> }];
  return server.url.replace(/\{(\w+)\}/g, (_, name) => server.variables?.[name]?.default ?? "");
}

/** The converter's ids are new each time. These follow from where something stands. */
const identified = (items: readonly (Folder | Request)[], at = ""): (Folder | Request)[] =>
  items.map((item) => {
    const place = `${at}/${item.name}`;
    if ("item" in item) return { ...item, id: idOf(place), item: identified(item.item, place) as Request[] };
    const response = item.response.map((each) => ({ ...each, id: idOf(`${place}/${each.code}`) }));
    return { ...item, id: idOf(place), response };
  });

/** A UUID of version 8, whose bits mean what its maker wants (RFC 9562, section 5.8). */
function idOf(place: string): string {
  const hex = createHash("sha256").update(place).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
