/** handlers.ts: what each handler gets and what it may return. */
import type { AnswerModel, ContractModel, Emitter, MediaTypeModel, OperationModel } from "../model.ts";
import { type Direction, type Shapes, shapesOf } from "./shapes.ts";
import { banner, comment, fields, key, literal, pascal } from "./text.ts";
import { type TypeNames, typeOf } from "./type-of.ts";

export const handlers: Emitter = {
  file: "handlers.ts",
  emit: (contract, { contextModule }) => {
    const file = fileOf(contract);
    const types = contract.operations.flatMap((operation) => [inputType(file, operation), resultType(file, operation)]);
    const text = [handlersType(contract), alwaysType(file), ...types].join("\n\n");
    return `${banner()}${imports(file, text, contextModule)}\n${text}\n`;
  },
};

/** From where the names of this file come, besides the components. */
const IMPORTS = {
  "#contract/context": ["PageInput", "Version"],
  "#contract/handler": ["Filled", "Kept", "MaybePromise", "Shared"],
  "#contract/problem": ["Problem"],
};
const GLOBALS = ["Blob", "File", "ReadableStream", "Uint8Array", "Omit"];

interface HandlersFile {
  readonly shapes: Shapes;
  /** Component to what it is called here: another name where this file has one like it. */
  readonly components: ReadonlyMap<string, string>;
  /** Codes that every operation can answer with. */
  readonly always: readonly string[];
}

function fileOf(contract: ContractModel): HandlersFile {
  const shapes = shapesOf(contract);
  const own = contract.operations.flatMap(({ id }) => [`${pascal(id)}Input`, `${pascal(id)}Result`]);
  const taken = new Set([...Object.values(IMPORTS).flat(), ...GLOBALS, ...own, "Context", "Handlers", "Always"]);
  const components = contract.schemas.flatMap(({ name }) => [name, shapes.componentName(name, "request")]);
  const always = contract.operations[0]?.implied.filter((code) =>
    contract.operations.every(({ implied }) => implied.includes(code)),
  );
  return {
    shapes,
    components: new Map(components.map((name) => [name, taken.has(name) ? `${name}Schema` : name])),
    always: always ?? [],
  };
}

const INTRODUCTION = [
  "One function for each operation, by its id. It gets what the contract declares, checked, and returns one of the",
  "declared answers or one of the declared problems.",
];

const handlersType = ({ operations }: ContractModel): string =>
  `${comment(INTRODUCTION)}export interface Handlers {\n${operations.map(handlerType).join("\n")}\n}`;

function handlerType(operation: OperationModel): string {
  const { id, method, path, summary, deprecated } = operation;
  const name = pascal(id);
  return [
    comment([`${method} ${path}: ${summary}`, ...(deprecated ? ["@deprecated"] : [])]).trimEnd(),
    `${id}: (ctx: ${contextType(operation)}, input: ${name}Input) => MaybePromise<${name}Result>;`,
  ].join("\n");
}

/** Where answers are kept, without what the key of a kept answer does not hold. */
function contextType({ callers, policy, organizationScoped }: OperationModel): string {
  const context = `Context<${(callers.length > 0 ? callers : ["public"]).map(literal).join(" | ")}>`;
  if (!isKept(policy)) return context;
  return organizationScoped ? `Shared<${context}>` : `Kept<${context}>`;
}

const isKept = ({ cache }: OperationModel["policy"]): boolean => cache?.keepMs != null;

const alwaysType = ({ always }: HandlersFile): string =>
  `${comment(["Problems that every operation can answer with."])}type Always = ${always.map(literal).join(" | ") || "never"};`;

/** Only what is used, so that no import is left over. */
function imports({ components }: HandlersFile, text: string, contextModule: string): string {
  const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(text);
  const line = (names: readonly string[], from: string) =>
    names.length === 0 ? "" : `import type { ${[...names].sort().join(", ")} } from "${from}";\n`;
  const own = [...components].filter(([, local]) => uses(local));
  const context = line(uses("Context") ? ["Context"] : [], contextModule);
  const isNear = contextModule.startsWith(".");
  return [
    isNear ? "" : context,
    ...Object.entries(IMPORTS).map(([from, names]) => line(names.filter(uses), from)),
    isNear ? context : "",
    line(
      own.map(([name, local]) => (name === local ? name : `${name} as ${local}`)),
      "./types",
    ),
  ].join("");
}

/** A schema of the model as a type of this file. */
function typed(file: HandlersFile, schema: Parameters<typeof typeOf>[0], direction: Direction, as: TypeNames["file"]) {
  return typeOf(file.shapes.directed(schema, direction), {
    component: (name) => file.components.get(name) ?? name,
    file: as,
  });
}

function inputType(file: HandlersFile, operation: OperationModel): string {
  const { id, body, policy } = operation;
  const content = body?.content ?? [];
  const own = fields(
    {
      path: parameters(file, operation, "path"),
      query: parameters(file, operation, "query"),
      headers: parameters(file, operation, "header"),
      cookies: parameters(file, operation, "cookie"),
      ifMatch: { none: undefined, optional: "Version | null", required: "Version" }[policy.precondition],
      page: policy.page ? "PageInput" : undefined,
    },
    "; ",
  );
  const name = `${pascal(id)}Input`;
  const mark = body?.required ? "" : "?";
  const bodies = content.map((media) => `body${mark}: ${requestBody(file, media)}`);
  if (bodies.length < 2) {
    const members = [own, ...bodies].filter(Boolean).join("; ");
    return members === "" ? `export type ${name} = Record<string, never>;` : `export interface ${name} { ${members} }`;
  }
  const choices = bodies.map((each, i) => `{ contentType${mark}: ${literal(content[i]!.mediaType)}; ${each} }`);
  return `export type ${name} = ${own === "" ? "" : `{ ${own} } & `}(${choices.join(" | ")});`;
}

function parameters(file: HandlersFile, operation: OperationModel, place: "path" | "query" | "header" | "cookie") {
  const own = operation.parameters.filter((parameter) => parameter.in === place);
  if (own.length === 0) return undefined;
  const members = own.map(({ name, required, schema }) => {
    const fallback = schema.default ?? file.shapes.resolve(schema, "request").default;
    const mark = required || fallback !== undefined ? "" : "?";
    return `${key(name)}${mark}: ${typed(file, schema, "request", "Blob")}`;
  });
  return `{ ${members.join("; ")} }`;
}

function requestBody(file: HandlersFile, { kind, schema, defaults }: MediaTypeModel): string {
  if (kind === "binary") return "ReadableStream<Uint8Array>";
  const whole = kind === "multipart" ? file.shapes.resolve(schema, "request") : schema;
  const type = typed(file, whole, kind === "multipart" ? "answer" : "request", "File");
  return defaults.length > 0 ? `Filled<${type}, ${defaults.map(literal).join(" | ")}>` : type;
}

function resultType(file: HandlersFile, operation: OperationModel): string {
  const made = { record: recorded(operation), isKept: isKept(operation.policy) };
  const results = operation.answers.flatMap((answer) => answerTypes(file, answer, made));
  const codes = [...operation.problems, ...operation.implied.filter((code) => !file.always.includes(code))];
  const problem = `Problem<${[...codes.map(literal), "Always"].join(" | ")}>`;
  return `export type ${pascal(operation.id)}Result = ${[...results, problem].join(" | ")};`;
}

/** What a handler may add for the audit row: what neither the credential nor the path says. */
function recorded({ callers, organizationScoped, policy }: OperationModel): string[] {
  if (policy.audit === null) return [];
  return [
    ...(callers.length === 0 ? ["actor?: string"] : ["about?: string"]),
    ...(organizationScoped ? [] : ["organization?: string"]),
  ];
}

/** One type for each media type of an answer, or one for an answer without a body. */
function answerTypes(
  file: HandlersFile,
  answer: AnswerModel,
  { record, isKept }: { record: readonly string[]; isKept: boolean },
): string[] {
  const after = [etag(answer), headers(file, answer), ...record];
  const write = (...before: string[]) =>
    `{ ${[`status: ${answer.status}`, ...before, ...after].filter((part) => part !== "").join("; ")} }`;
  if (answer.content.length === 0) return [write()];
  return answer.content.map((media) => {
    const body = `body: ${answerBody(file, media, isKept)}`;
    return answer.content.length === 1 ? write(body) : write(`contentType: ${literal(media.mediaType)}`, body);
  });
}

const isETag = ({ name }: AnswerModel["headers"][number]) => name.toLowerCase() === "etag";

function etag(answer: AnswerModel): string {
  const header = answer.headers.find(isETag);
  return header ? `etag${header.required ? "" : "?"}: Version` : "";
}

function headers(file: HandlersFile, answer: AnswerModel): string {
  const others = answer.headers.filter((header) => !isETag(header));
  if (others.length === 0) return "";
  const members = others.map(
    ({ name, required, schema }) => `${key(name)}${required ? "" : "?"}: ${typed(file, schema, "answer", "Blob")}`,
  );
  return `headers${others.some(({ required }) => required) ? "" : "?"}: { ${members.join("; ")} }`;
}

/** A stream is gone once it was sent. */
function answerBody(file: HandlersFile, { kind, schema }: MediaTypeModel, isKept: boolean): string {
  if (kind !== "binary") return typed(file, schema, "answer", "Blob");
  return isKept ? "Uint8Array | Blob" : "Uint8Array | ReadableStream<Uint8Array> | Blob";
}
