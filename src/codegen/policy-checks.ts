/** What a policy must agree on with the rest of its operation. */

import type { AuditField } from "#contract/operation";
import { checkCache } from "./cache-checks.ts";
import { didYouMean, listed } from "./faults.ts";
import type { OperationModel, Schema } from "./model.ts";
import { innerSchemas, type Named, target } from "./named.ts";
import type { ReadParameters } from "./parameters.ts";
import { policyWord, type ReadPolicy } from "./policy.ts";
import type { Reading } from "./reading.ts";
import { child, items, members, type Place } from "./source.ts";

/** An operation whose parts are all read, with the places that faults about it point to. */
export interface Agreement {
  readonly reading: Reading;
  readonly named: Named;
  readonly operation: OperationModel;
  readonly place: Place;
  readonly read: ReadPolicy;
  readonly parameters: ReadParameters;
  /** Whether a GET of the same path answers with an ETag. */
  readonly readsETag: boolean;
}

export function checkPolicy(agreement: Agreement): void {
  checkBody(agreement);
  checkLimit(agreement);
  checkFresh(agreement);
  checkCache(agreement);
  checkWriteWords(agreement);
  checkTransaction(agreement);
  checkPage(agreement);
  checkAudit(agreement);
  checkAuditedAnswers(agreement);
}

function checkBody({ reading, operation, place, read }: Agreement): void {
  const said = child(read.place, "bodyLimit") !== undefined;
  if (operation.body && !said) {
    reading.faults.atKey(
      place,
      `\`${operation.id}\` takes a body without a limit: write \`bodyLimit\` in x-policy, such as \`bodyLimit: 4 KiB\`.`,
    );
  }
  if (!operation.body && said) {
    reading.faults.atKey(
      policyWord(read, "bodyLimit"),
      "`bodyLimit` has nothing to limit: the operation takes no body, so leave it out.",
    );
  }
}

function checkLimit({ reading, operation, read }: Agreement): void {
  const { rateLimit } = operation.policy;
  if (operation.security.length > 0 || !rateLimit.caller || rateLimit.address) return;
  const sentence = `\`${rateLimit.name}\` limits callers only, and this operation has none to count: name a limit with \`address\`.`;
  reading.faults.at(policyWord(read, "rateLimit"), sentence);
}

function checkFresh({ reading, operation, read }: Agreement): void {
  if (operation.policy.freshMs === null || operation.security.length > 0) return;
  reading.faults.atKey(
    policyWord(read, "fresh"),
    "`fresh` has nobody to ask: this operation is public, so leave it out.",
  );
}

function checkWriteWords({ reading, operation, read, readsETag }: Agreement): void {
  const { method, policy, answers } = operation;
  for (const word of ["precondition", "idempotency"] as const) {
    if (policy[word] === "none" || method !== "GET") continue;
    reading.faults.atKey(
      policyWord(read, word),
      `\`${word}\` belongs to operations that change something: leave it out of a GET.`,
    );
  }
  if (policy.precondition === "none" || method === "GET") return;
  const withBody = answers.filter(({ content }) => content.length > 0);
  const lacking = withBody.length > 0 ? withBody.some((answer) => !hasETag(answer)) : !readsETag;
  if (!lacking) return;
  const instead =
    "declare the header `ETag` on each answer with a body, or on the GET of this path where there is none";
  reading.faults.atKey(
    policyWord(read, "precondition"),
    `Nobody can send an \`If-Match\` without an ETag: ${instead}.`,
  );
}

export const hasETag = ({ headers }: { headers: readonly { name: string }[] }) =>
  headers.some(({ name }) => name.toLowerCase() === "etag");

function checkTransaction({ reading, operation, read }: Agreement): void {
  const { method, policy } = operation;
  const at = policyWord(read, "transaction");
  if (policy.transaction === "handler" && method === "GET") {
    reading.faults.at(at, "A GET changes nothing: leave `transaction` out.");
  }
  if (policy.transaction === "none" && method !== "GET" && (policy.audit || policy.idempotency !== "none")) {
    reading.faults.at(at, "What is recorded needs a transaction: leave `transaction` out, or record nothing.");
  }
}

function checkPage(agreement: Agreement): void {
  const { reading, operation, named, read, parameters } = agreement;
  const { page } = operation.policy;
  if (!page) return;
  const at = policyWord(read, "page");
  if (operation.method !== "GET") {
    reading.faults.atKey(at, `\`page\` belongs to GET: leave it out of a ${operation.method}.`);
    return;
  }
  if (page.default > page.maximum) reading.faults.at(at, "The `default` of a page is above its `maximum`: swap them.");
  for (const { model, place } of parameters.list) {
    if (model.in === "query" && (model.name === "limit" || model.name === "cursor")) {
      reading.faults.at(place, `\`x-policy.page\` adds the query parameter \`${model.name}\`: leave it out.`);
    }
  }
  const answer = operation.answers.find(({ status }) => status === 200)?.content.find(({ kind }) => kind === "json");
  const shape = answer && target(named, answer.schema);
  const list = propertyOf(named, shape, "items");
  const next = propertyOf(named, shape, "nextCursor");
  if (list?.kind !== "array" || next?.kind !== "nullable" || target(named, next.inner).kind !== "string") {
    const instead = "write an answer 200 whose object requires `items`, an array, and `nextCursor`, a string or null";
    reading.faults.atKey(at, `A page has nowhere to go: ${instead}.`);
  } else if ((list.maxItems ?? page.maximum) < page.maximum) {
    reading.faults.at(
      at,
      `A page may have ${page.maximum} items and \`items\` allows ${list.maxItems}: make the two agree.`,
    );
  }
}

function propertyOf(named: Named, shape: Schema | undefined, name: string): Schema | undefined {
  const property =
    shape?.kind === "object" ? shape.properties.find((each) => each.name === name && each.required) : undefined;
  return property && target(named, property.schema);
}

function checkAudit({ reading, named, operation, read, parameters }: Agreement): void {
  const { audit } = operation.policy;
  const fields = audit ? items(auditFields(read)) : [];
  for (const [index, field] of (audit?.fields ?? []).entries()) {
    const at = fields[index]!;
    const names = namesOf(named, operation, field);
    if (names.found.length === 0) {
      if (isParameter(field) && !parameters.complete) continue;
      const near =
        didYouMean(field.at[names.depth] ?? "", names.known) || ` It has ${listed(names.known, "and") || "none"}.`;
      reading.faults.at(
        at,
        `\`${at.value}\` names nothing that this operation ${field.in === "answer" ? "answers with" : `takes in its ${field.in}`}.${near}`,
      );
    } else if (names.secret || names.found.some((schema) => holdsSecret(named, schema))) {
      reading.faults.at(
        at,
        `\`${at.value}\` would put a secret (writeOnly or format password) into the audit log: leave it out.`,
      );
    }
  }
}

function checkAuditedAnswers({ reading, operation, read }: Agreement): void {
  for (const [status, at] of members(child(policyWord(read, "audit"), "answers"))) {
    if (operation.answers.some((answer) => String(answer.status) === status)) continue;
    const answers = listed(
      operation.answers.map((answer) => String(answer.status)),
      "and",
    );
    reading.faults.atKey(at, `The operation does not answer ${status}. Its answers are ${answers || "none"}.`);
  }
}

function auditFields(read: ReadPolicy): Place {
  const audit = policyWord(read, "audit");
  const { value } = audit;
  return { value: (value as { fields?: unknown }).fields, pointer: `${audit.pointer}/fields` };
}

interface FoundField {
  found: readonly Schema[];
  secret: boolean;
  /** Names at the depth where the search ended. */
  known: string[];
  depth: number;
}

const isParameter = ({ in: part }: AuditField) => part === "path" || part === "query";

function namesOf(named: Named, operation: OperationModel, field: AuditField): FoundField {
  if (isParameter(field)) return parameterNames(operation, field.in, field.at);
  const isAnswer = field.in === "answer";
  const contents = isAnswer ? operation.answers.flatMap(({ content }) => content) : (operation.body?.content ?? []);
  const schemas = contents.map(({ schema }) => schema);
  return bodyNames(named, schemas, field.at, isAnswer ? "writeOnly" : "readOnly");
}

function parameterNames({ parameters }: OperationModel, where: string, at: readonly string[]): FoundField {
  const here = parameters.filter((parameter) => parameter.in === where);
  const found = at.length === 1 ? here.filter(({ name }) => name === at[0]).map(({ schema }) => schema) : [];
  return { found, secret: false, known: here.map(({ name }) => name), depth: 0 };
}

/** Properties with `unseen` do not travel in this direction. */
function bodyNames(
  named: Named,
  schemas: readonly Schema[],
  at: readonly string[],
  unseen: "readOnly" | "writeOnly",
): FoundField {
  let open = schemas;
  let secret = false;
  for (const [depth, name] of at.entries()) {
    const properties = open.flatMap((schema) => propertiesOf(named, schema)).filter(({ access }) => access !== unseen);
    const matching = properties.filter((property) => property.name === name);
    if (matching.length === 0)
      return { found: [], secret, known: [...new Set(properties.map((each) => each.name))], depth };
    secret ||= matching.some(({ access }) => access === "writeOnly");
    open = matching.map(({ schema }) => schema);
  }
  return { found: open, secret, known: [], depth: at.length };
}

function propertiesOf(named: Named, schema: Schema) {
  const shape = target(named, schema);
  if (shape.kind === "object") return shape.properties;
  return shape.kind === "union" || shape.kind === "nullable"
    ? innerSchemas(shape).flatMap((inner): Extract<Schema, { kind: "object" }>["properties"] =>
        propertiesOf(named, inner),
      )
    : [];
}

function holdsSecret(named: Named, schema: Schema, seen = new Set<Schema>()): boolean {
  const shape = target(named, schema);
  if (seen.has(shape)) return false;
  seen.add(shape);
  if (shape.kind === "binary" || (shape.kind === "string" && shape.format === "password")) return true;
  if (shape.kind === "object" && shape.properties.some(({ access }) => access === "writeOnly")) return true;
  return innerSchemas(shape).some((inner) => holdsSecret(named, inner, seen));
}
