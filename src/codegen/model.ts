/**
 * The plain list in the middle of the compiler. `read` and `normalize` make it from openapi.yaml; emitters read it and
 * never see YAML, a $ref that they have to follow, or an allOf.
 */
import type { Audit, CacheTag, Method, Policy, SecurityAlternative, SecurityScheme } from "#contract/operation";
import type { ProblemEntry } from "#contract/problem";

/** A schema of the profile. `description` and `deprecated` travel with every node. */
export type Schema = (
  | { kind: "string"; format?: string; pattern?: string; minLength?: number; maxLength?: number }
  | {
      kind: "number";
      integer: boolean;
      format?: string;
      minimum?: number;
      maximum?: number;
      exclusiveMinimum?: number;
      exclusiveMaximum?: number;
      multipleOf?: number;
    }
  | { kind: "boolean" }
  | { kind: "null" }
  /** enum and const: one or more JSON scalars. */
  | { kind: "literal"; values: (string | number | boolean | null)[] }
  | { kind: "array"; items: Schema; minItems?: number; maxItems?: number; uniqueItems: boolean }
  | { kind: "tuple"; items: Schema[] }
  | {
      kind: "object";
      properties: Property[];
      additional: false | Schema;
      minProperties?: number;
      maxProperties?: number /** pattern that additional property names must match */;
      names?: string;
    }
  /** oneOf with a discriminator. Each branch is an object or a ref to one whose `property` is a literal. */
  | { kind: "union"; property: string; branches: { value: string; schema: Schema }[] }
  /** `type: [T, "null"]` */
  | { kind: "nullable"; inner: Schema }
  | { kind: "ref"; name: string }
  /** `true` or `{}`: any JSON value. */
  | { kind: "any" }
  /** Bytes: a binary body, or a file part of a multipart one. */
  | { kind: "binary" }
) & { description?: string; deprecated?: boolean; default?: unknown };

export interface Property {
  name: string;
  schema: Schema;
  required: boolean;
  /** readOnly: not in requests. writeOnly: not in answers. */
  access: "both" | "readOnly" | "writeOnly";
}

export interface NamedSchema {
  name: string;
  schema: Schema;
  /** Part of a cycle of refs, so it cannot be written as a constant built from other constants. */
  recursive: boolean;
  /** Contains readOnly or writeOnly somewhere below, so that requests and answers check different schemas. */
  directional: boolean;
  usedIn: { request: boolean; answer: boolean };
}

export interface ParameterModel {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required: boolean;
  description?: string;
  schema: Schema;
}

export interface MediaTypeModel {
  mediaType: string;
  kind: "json" | "text" | "binary" | "multipart";
  schema: Schema;
  /** Property paths with a default, top level of the body only: ["transport"]. */
  defaults: string[];
  parts: { name: string; kind: "file" | "json" | "text"; required: boolean; many: boolean; types?: string[] }[];
  examples: { name: string; value: unknown }[];
}

export interface AnswerModel {
  status: number;
  description: string;
  content: MediaTypeModel[];
  headers: { name: string; required: boolean; schema: Schema }[];
}

export interface OperationModel {
  id: string;
  method: Method;
  path: string;
  tags: string[];
  summary: string;
  description?: string;
  deprecated: boolean;
  /** As the contract says, with x-cookie alternatives added. */
  security: SecurityAlternative[];
  /** Scheme names that a handler's caller may come from; empty for public operations. */
  callers: string[];
  organizationScoped: boolean;
  policy: Policy;
  /** The hand-written ones: what a handler gets. */
  parameters: ParameterModel[];
  /** `limit` and `cursor` where x-policy.page adds them: the operation table reads them, a handler gets `page` instead. */
  pageParameters: ParameterModel[];
  body?: { required: boolean; content: MediaTypeModel[] };
  answers: AnswerModel[];
  /** Codes from the contract's own catalogue that a handler may return, in the contract's order. */
  problems: string[];
  /** Codes that the pipeline may answer because the contract's other words imply it. */
  implied: string[];
  links: { answer: number; name: string; operationId: string; parameters: Record<string, string> }[];
}

export interface EventModel {
  /** "member.updated" */
  name: string;
  description?: string;
  schema: Schema;
}

export interface ContractModel {
  title: string;
  version: string;
  securitySchemes: Record<string, SecurityScheme>;
  roles: Record<string, string[]>;
  problems: Record<string, ProblemEntry>;
  /** Name to whose it is. */
  cacheTags: Record<string, CacheTag["of"]>;
  schemas: NamedSchema[];
  operations: OperationModel[];
  events: EventModel[];
  /** The published contract, implied answers and parameters included; plain JSON in the contract's own order. */
  published: Record<string, unknown>;
}

export type { Audit };

/** One refusal: where, and a sentence that says what to write instead. Line and column count from 1. */
export interface ContractFault {
  file: string;
  line: number;
  column: number;
  sentence: string;
}

/** What an emitter is. `file` is relative to the output folder. */
export interface Emitter {
  file: string;
  emit: (contract: ContractModel, options: EmitOptions) => string | Promise<string>;
  /**
   * Loads what `emit` needs, where that takes long. An emitter that has it runs in a thread of its own, which loads while
   * the contract is still being read.
   */
  prepare?: () => Promise<unknown>;
}

export interface EmitOptions {
  /** Module that exports `Context`, a type with one parameter: the security schemes of the callers, or "public". */
  contextModule: string;
}
