/**
 * What the generated operation table says at run time. The compiler writes values of these types; the pipeline reads
 * them and nothing else about an operation.
 */
import type { TSchema } from "@sinclair/typebox";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A schema twice: compiled ahead of time for the yes or no, and as data for the explanation of a no. */
export interface Checked {
  readonly check: (value: unknown) => boolean;
  readonly schema: TSchema;
}

/** Schemes that must all be present, each with the scopes that it must grant. */
export type SecurityAlternative = Readonly<Record<string, readonly string[]>>;

export type SecurityScheme =
  | { readonly type: "http"; readonly scheme: "bearer" }
  | { readonly type: "apiKey"; readonly in: "header" | "cookie"; readonly name: string };

/** `uuid` is a string that means the same in upper and lower case: it counts in lower case. */
export type ScalarType = "string" | "uuid" | "integer" | "number" | "boolean";

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  /** How its string becomes a value: by the declared type, strictly. `list` is a repeated query parameter. */
  readonly type: ScalarType | "list";
  /** The type of a list's items. */
  readonly items?: ScalarType;
  readonly default?: unknown;
}

export interface MediaType {
  readonly kind: "json" | "text" | "binary" | "multipart";
  /** Absent for binary bodies. */
  readonly body?: Checked;
  /** Whether properties of the schema have defaults to fill in. */
  readonly defaults: boolean;
  /** Multipart only: how each part is read. */
  readonly parts?: Readonly<
    Record<
      string,
      {
        readonly kind: "file" | "json" | "text";
        readonly required: boolean;
        readonly many: boolean;
        readonly types?: readonly string[];
      }
    >
  >;
}

export interface Answer {
  /** By media type; empty where the answer has no body. */
  readonly content: Readonly<Record<string, MediaType>>;
  readonly headers: Readonly<Record<string, { readonly required: boolean; readonly value: Checked }>>;
}

export interface Limit {
  readonly count: number;
  readonly perSeconds: number;
}

export interface RateLimit {
  readonly name: string;
  readonly caller?: Limit;
  readonly address?: Limit;
}

export interface AuditField {
  readonly in: "path" | "query" | "body" | "answer";
  /** Property names from the outside in: ["address", "city"]. */
  readonly at: readonly string[];
}

/** A name for what answers are made of, and whose it is: a change of one organization's members is none of another's. */
export interface CacheTag {
  readonly name: string;
  readonly of: "organization" | "caller" | "everybody";
}

/** How an answer may be kept: by browsers and proxies, and by this server. */
export interface CachePolicy {
  readonly scope: "public" | "private";
  /** 0 where it is to be asked for again each time. */
  readonly maxAgeSeconds: number;
  /** For proxies that are told of changes; null where maxAge is theirs too. */
  readonly sharedMaxAgeSeconds: number | null;
  readonly validator: "etag" | "none";
  /** How long this server gives the answer again at most; null where it keeps none. */
  readonly keepMs: number | null;
  /** A change of what one of these names makes a kept answer worthless. */
  readonly tags: readonly CacheTag[];
}

/** What an operation is to hold under load. */
export interface Objective {
  readonly perSecond: number;
  readonly p95Ms: number;
}

export interface Audit {
  readonly event: string;
  readonly fields: readonly AuditField[];
  /** Answers that have another event than `event`, by their status. */
  readonly answers: Readonly<Record<number, string>>;
  /** Refusals that are recorded too, problem code to event. What the handler wrote before such a refusal is kept. */
  readonly problems: Readonly<Record<string, string>>;
}

export interface Policy {
  readonly rateLimit: RateLimit;
  /** 0 where the operation takes no body. */
  readonly bodyLimitBytes: number;
  readonly timeoutMs: number;
  /** How recently the caller must have proved who they are; null where that does not matter. */
  readonly freshMs: number | null;
  /** none: reads. pipeline: one, opened at the first query. handler: the handler opens its own with ctx.transaction. */
  readonly transaction: "none" | "pipeline" | "handler";
  readonly precondition: "none" | "optional" | "required";
  readonly idempotency: "none" | "optional" | "required";
  readonly cache: CachePolicy | null;
  /** Whether an answer may be compressed. Not where a secret meets text that a caller chose: its length would tell of it. */
  readonly compress: boolean;
  readonly objective: Objective | null;
  readonly page: { readonly maximum: number; readonly default: number } | null;
  readonly audit: Audit | null;
  /** What happens to an answer that breaks the contract. */
  readonly response: "enforce" | "log" | "off";
  /**
   * Where it is served. What only the internal listener has does not exist on the public one; `development` is the public
   * one, and only while somebody develops.
   */
  readonly listener: "public" | "internal" | "both" | "development";
}

export interface Operation {
  readonly id: string;
  readonly method: Method;
  /** As in the contract: "/sessions/{sessionId}". */
  readonly path: string;
  /** Any one of these will do; empty means that anybody may call. */
  readonly security: readonly SecurityAlternative[];
  readonly organizationScoped: boolean;
  readonly deprecated: boolean;
  readonly policy: Policy;
  readonly parameters: readonly Parameter[];
  /** Checks { path, query, header, cookie } once their strings have become values. Absent where there are no parameters. */
  readonly input?: Checked;
  readonly body?: { readonly required: boolean; readonly content: Readonly<Record<string, MediaType>> };
  /** Success answers by status. Problems are listed apart. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Every problem code that the operation can answer with, its own and the implied ones. */
  readonly problems: readonly string[];
}

/** All that the pipeline needs of one compiled contract. The product has one; a test or a benchmark may have another. */
export interface CompiledContract {
  readonly operations: readonly Operation[];
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** Role to its scopes, inherited ones included. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** Name to whose it is, for what kept answers are made of. */
  readonly cacheTags: Readonly<Record<string, CacheTag["of"]>>;
}
