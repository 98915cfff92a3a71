import type { Method, RateLimit } from "#contract/operation";
import { type ReadAnswer, readAnswers } from "./answers.ts";
import { didYouMean } from "./faults.ts";
import { impliedProblems } from "./implied.ts";
import { readLinks } from "./links.ts";
import { readContent } from "./media-types.ts";
import type { OperationModel } from "./model.ts";
import type { Named } from "./named.ts";
import { type ReadParameters, readParameters } from "./parameters.ts";
import { checkPathParameters, checkPaths } from "./paths.ts";
import { type ReadPolicy, readPolicy } from "./policy.ts";
import { checkPolicy, hasETag } from "./policy-checks.ts";
import { isPublished } from "./publish.ts";
import { pageParameters } from "./published-parameters.ts";
import { flag, isObject, knownWords, type Reading, text } from "./reading.ts";
import { resolve } from "./refs.ts";
import { callersOf, readSecurity } from "./security.ts";
import { child, items, members, type Place } from "./source.ts";
import type { SchemeTable } from "./tables.ts";

export interface OperationTables {
  readonly named: Named;
  readonly limits: Readonly<Record<string, RateLimit>>;
  readonly schemes: SchemeTable;
}

interface ReadOperation {
  readonly model: OperationModel;
  readonly place: Place;
  readonly policy: ReadPolicy;
  readonly parameters: ReadParameters;
  readonly answers: readonly ReadAnswer[];
}

const METHODS: Readonly<Record<string, Method>> = {
  get: "GET",
  put: "PUT",
  post: "POST",
  patch: "PATCH",
  delete: "DELETE",
};
const WORDS = [
  ...[
    "operationId",
    "tags",
    "summary",
    "description",
    "security",
    "x-policy",
    "parameters",
    "requestBody",
    "responses",
  ],
  "deprecated",
];
const ADVICE: Readonly<Record<string, string>> = {
  servers: "write `servers` once, at the top.",
  callbacks: "declare what is announced in `webhooks`.",
  externalDocs: "put the address into the description.",
};

/** Reads every operation of the contract, in its order, and checks what they must agree on. */
export function readOperations(reading: Reading, tables: OperationTables): OperationModel[] {
  const paths = members(child(reading.source.root, "paths"));
  checkPaths(reading, paths);
  const read = paths.flatMap(([path, item]) =>
    members(item).flatMap(([word, place]) => {
      const method = METHODS[word];
      if (!method || !isObject(reading, place, "An operation")) return [];
      return [readOperation(reading, tables, path, item, method, place)];
    }),
  );
  checkIds(reading, read);
  // A link is published, and so leads to what is published too.
  const linkable = new Map(read.filter(({ model }) => isPublished(model)).map(({ model }) => [model.id, model]));
  for (const operation of read) finish(reading, tables, operation, read, linkable);
  return read.map(({ model }) => model);
}

function readOperation(
  reading: Reading,
  tables: OperationTables,
  path: string,
  item: Place,
  method: Method,
  place: Place,
): ReadOperation {
  knownWords(reading, place, "an operation", WORDS, ADVICE);
  const id = readId(reading, place, method, path);
  const parameters = readParameters(reading, tables.named, item, place);
  checkPathParameters(reading, path, place, parameters);
  const policy = readPolicy(reading, tables.limits, place, method);
  const answers = readAnswers(reading, tables.named, place, id);
  const security = readSecurity(reading, tables.schemes, place, id);
  const description = text(reading, place, "description");
  const body = readBody(reading, tables.named, place, method);
  const model: OperationModel = {
    id,
    method,
    path,
    tags: readTags(reading, place, id),
    summary: readSummary(reading, place, id),
    ...(description && { description }),
    deprecated: flag(reading, place, "deprecated"),
    security,
    callers: callersOf(security, tables.schemes),
    organizationScoped: path.includes("{organizationId}"),
    policy: policy.policy,
    parameters: parameters.list.map((parameter) => parameter.model),
    pageParameters: pageParameters(policy.policy),
    ...(body && { body }),
    answers: answers.map((answer) => answer.model).sort((a, b) => a.status - b.status),
    problems: policy.problems,
    implied: [],
    links: [],
  };
  model.implied = impliedProblems(model);
  return { model, place, policy, parameters, answers };
}

/** What can be said only when every operation has been read. */
function finish(
  reading: Reading,
  { named }: OperationTables,
  { model, place, policy, parameters, answers }: ReadOperation,
  all: readonly ReadOperation[],
  operations: ReadonlyMap<string, OperationModel>,
): void {
  const readsETag = all.some(
    ({ model: other }) => other.path === model.path && other.method === "GET" && other.answers.some(hasETag),
  );
  checkPolicy({ reading, named, operation: model, place, read: policy, parameters, readsETag });
  model.links = answers.flatMap((answer) =>
    readLinks({ reading, named, operation: model, operations }, answer.place, answer.model.status),
  );
  if (model.organizationScoped && model.security.length === 0 && child(place, "security")) {
    reading.faults.at(
      child(place, "security")!,
      "An operation on an organization cannot be public: write who may call it.",
    );
  }
}

/** Words that JavaScript keeps for itself, so that no function can have them as its name. */
const KEPT_WORDS = new Set(
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield".split(
    " ",
  ),
);

function readId(reading: Reading, place: Place, method: Method, path: string): string {
  const id = text(reading, place, "operationId");
  if (id === undefined) {
    if (!child(place, "operationId")) {
      const instead = "write `operationId`, a verb and a noun such as `updateMember`";
      reading.faults.atKey(place, `This operation has no name: ${instead}.`);
    }
    return `${method} ${path}`;
  }
  if (!/^[a-z][A-Za-z0-9]{0,59}$/.test(id) || KEPT_WORDS.has(id)) {
    const instead = "write a verb and a noun in camelCase, such as `updateMember`";
    reading.faults.at(child(place, "operationId")!, `\`${id}\` cannot name a function and a file: ${instead}.`);
  }
  return id;
}

function checkIds(reading: Reading, read: readonly ReadOperation[]): void {
  const first = new Map<string, ReadOperation>();
  for (const operation of read) {
    const { id, method, path } = operation.model;
    const key = id.toLowerCase();
    const other = first.get(key);
    if (other) {
      const owner = `${other.model.method} ${other.model.path}`;
      const difference = other.model.id === id ? "" : `, but for capital letters, which some file systems ignore`;
      const at = child(operation.place, "operationId");
      if (at)
        reading.faults.at(
          at,
          `\`${id}\` already names ${owner}${difference}: give ${method} ${path} a name of its own.`,
        );
    } else first.set(key, operation);
  }
}

function readTags(reading: Reading, place: Place, id: string): string[] {
  const tags = child(place, "tags");
  const declared = items(child(reading.source.root, "tags")).map((tag) => String(child(tag, "name")?.value));
  if (items(tags).length !== 1) {
    const sentence = `\`${id}\` must have exactly one tag, the group that it belongs to: write \`tags: [Name]\`.`;
    if (tags) reading.faults.at(tags, sentence);
    else reading.faults.atKey(place, sentence);
  }
  return items(tags).flatMap((tag) => {
    if (declared.includes(String(tag.value))) return [String(tag.value)];
    const near = didYouMean(String(tag.value), declared) || " Declare it there with a description.";
    reading.faults.at(tag, `The contract's \`tags\` have no \`${tag.value}\`.${near}`);
    return [];
  });
}

function readSummary(reading: Reading, place: Place, id: string): string {
  const summary = text(reading, place, "summary");
  if (summary === undefined && !child(place, "summary")) {
    reading.faults.atKey(place, `\`${id}\` has no \`summary\`: say in a few words what a caller gets from it.`);
  }
  return summary ?? "";
}

function readBody(reading: Reading, named: Named, operation: Place, method: Method): OperationModel["body"] {
  const written = child(operation, "requestBody");
  if (!written) return undefined;
  if (method === "GET") {
    reading.faults.atKey(
      written,
      "A GET has no body (RFC 9110, section 9.3.1): send query parameters, or write a POST.",
    );
    return undefined;
  }
  const place = resolve(reading, written, "requestBodies");
  if (!place || !isObject(reading, place, "`requestBody`")) return undefined;
  knownWords(reading, place, "a request body", ["required", "description", "content"]);
  const content = child(place, "content");
  if (!content) reading.faults.at(place, "A request body needs `content`: a schema for each media type.");
  return {
    required: flag(reading, place, "required"),
    content: content ? readContent(reading, named, content, "request") : [],
  };
}
