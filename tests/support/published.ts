import Ajv2020, { type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { walk } from "#generated/walk";
import document from "../../generated/openapi.json";

type Json = Record<string, unknown>;

interface PublishedHeader {
  required?: boolean;
  schema: { type?: string };
}

interface PublishedAnswer {
  headers?: Record<string, PublishedHeader>;
  content?: Record<string, unknown>;
}

const BASE = "https://contract.test/openapi.json";

/** The oracle: Ajv on the published contract, none of our own validators. */
const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true, validateSchema: false })).addSchema(
  document,
  BASE,
);
const validators = new Map<string, ValidateFunction>();

const operations = new Map(walk.map(({ id, method, path }) => [id, { id, method, path }]));

export function publishedOperation(id: string) {
  const operation = operations.get(id);
  if (!operation) throw new Error(`the published contract has no operation ${id}`);
  return operation;
}

/**
 * What a person cannot do who is alone and knows the contract only: without a mailbox, an authenticator app, a passkey and
 * an account elsewhere, as the only owner, and of those who use the product.
 */
export const TAKES_SOMEBODY_ELSE: ReadonlySet<string> = new Set([
  ...["previewInvitation", "acceptInvitation", "declineInvitation"],
  ...["sendVerification", "verifyEmail", "confirmEmailChange", "resetPassword"],
  ...["confirmTotp", "createRecoveryCodes", "completeSession", "startSecondFactorPasskey"],
  ...["createPasskey", "updatePasskey", "deletePasskey", "createPasskeySession", "startReauthenticationPasskey"],
  ...["startFederatedSession", "createFederatedSession", "startIdentityLink", "completeIdentityLink", "deleteIdentity"],
  ...["leaveOrganization", "removeMember", "deleteMe"],
  ...["listUsers", "getUser", "suspendUser", "restoreUser", "impersonateUser", "listJobs", "getJob", "retryJob"],
]);

export interface Described {
  summary?: string;
  description?: string;
  /** Whether only the internal listener has it. */
  isInternal: boolean;
  /** The examples of its parameters, by their names. */
  parameterExamples: Record<string, unknown>;
}

/** What the published contract says of an operation for a person. */
export function describedOperation(id: string): Described {
  const { path, method } = publishedOperation(id);
  const item = ["paths", path];
  const operation = (resolve([...item, method.toLowerCase()])?.value ?? {}) as Described & { "x-internal"?: boolean };
  const { summary, description, "x-internal": isInternal = false } = operation;
  const parameters = [item, [...item, method.toLowerCase()]].flatMap((at) => parametersAt([...at, "parameters"]));
  const examples = parameters.map(({ name, example }) => [name, example]);
  return { summary, description, isInternal, parameterExamples: Object.fromEntries(examples) };
}

function parametersAt(at: string[]): Json[] {
  const found = (resolve(at)?.value ?? []) as unknown[];
  return found.map((_, index) => (resolve([...at, String(index)])?.value ?? {}) as Json);
}

/** Whether an answer's content of a media type has a form. Bytes have none. */
export function hasSchema(id: string, status: number, mediaType: string): boolean {
  const { path, method } = publishedOperation(id);
  const at = ["paths", path, method.toLowerCase(), "responses", String(status)];
  return resolve([...at, "content", mediaType, "schema"]) !== undefined;
}

/** Everything about an answer that the published contract does not allow, as sentences. Empty is good. */
export function breaches(id: string, response: Response, body: unknown): string[] {
  const { path, method } = publishedOperation(id);
  const at = ["paths", path, method.toLowerCase(), "responses", String(response.status)];
  const found = resolve(at);
  if (!found) return [`${id} answered ${response.status}, which is not declared`];
  const answer = found.value as PublishedAnswer;
  return [...contentBreaches(found.at, answer, response, body), ...headerBreaches(found.at, answer, response)].map(
    (sentence) => `${id} ${response.status}: ${sentence}`,
  );
}

function contentBreaches(at: string[], answer: PublishedAnswer, response: Response, body: unknown): string[] {
  const declared = Object.keys(answer.content ?? {});
  const mediaType = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (declared.length === 0) return body === undefined ? [] : ["has a body although none is declared"];
  if (!mediaType || !declared.includes(mediaType)) return [`media type ${mediaType} is not declared`];
  const schema = [...at, "content", mediaType, "schema"];
  // Bytes have none.
  return resolve(schema) ? schemaBreaches(schema, body, "body") : [];
}

function headerBreaches(at: string[], answer: PublishedAnswer, response: Response): string[] {
  return Object.keys(answer.headers ?? {}).flatMap((name) => {
    const header = resolve([...at, "headers", name]);
    if (!header) return [`header ${name} leads nowhere`];
    const { required, schema } = header.value as PublishedHeader;
    const value = headerValue(response, name, schema.type);
    if (value === undefined) return required ? [`header ${name} is missing`] : [];
    return schemaBreaches([...header.at, "schema"], value, `header ${name}`);
  });
}

function headerValue(response: Response, name: string, type: string | undefined): unknown {
  if (name.toLowerCase() === "set-cookie") {
    const cookies = response.headers.getSetCookie();
    return cookies.length > 0 ? cookies : undefined;
  }
  const value = response.headers.get(name);
  if (value === null) return undefined;
  return type === "integer" || type === "number" ? Number(value) : value;
}

function schemaBreaches(at: string[], value: unknown, what: string): string[] {
  const reference = `${BASE}#/${at.map(escapeToken).join("/")}`;
  const validate = validators.get(reference) ?? ajv.compile({ $ref: reference });
  validators.set(reference, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${what}${error.instancePath} ${error.message}`);
}

/** Walks to a place in the document and through the references on the way. */
function resolve(at: string[]): { at: string[]; value: unknown } | undefined {
  let value: unknown = document;
  let place: string[] = [];
  for (const token of at) {
    if (!isObject(value) || !(token in value)) return undefined;
    value = value[token];
    place = [...place, token];
    if (isObject(value) && typeof value.$ref === "string") {
      const target = resolve(value.$ref.slice(2).split("/").map(unescapeToken));
      if (!target) return undefined;
      ({ at: place, value } = target);
    }
  }
  return { at: place, value };
}

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;
const escapeToken = (token: string) => encodeURIComponent(token.replaceAll("~", "~0").replaceAll("/", "~1"));
const unescapeToken = (token: string) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
