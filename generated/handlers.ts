// Generated from the contract. Edit openapi.yaml, then run make generate.
import type { Context } from "#context";
import type { PageInput, Version } from "#contract/context";
import type { Filled, MaybePromise } from "#contract/handler";
import type { Problem } from "#contract/problem";
import type {
  Contract,
  Credentials,
  Health,
  Id,
  JsonWebKeySet,
  ProfileChange,
  ReferenceAsset,
  Refresh,
  RefreshToken,
  Registration,
  SessionGrant,
  SessionPage,
  User,
} from "./types";

/**
 * One function for each operation, by its id. It gets what the contract declares, checked, and returns one of the
 * declared answers or one of the declared problems.
 */
export interface Handlers {
  /** POST /users: Register */
  createUser: (ctx: Context<"public">, input: CreateUserInput) => MaybePromise<CreateUserResult>;
  /** GET /me: Read my profile */
  getMe: (ctx: Context<"session">, input: GetMeInput) => MaybePromise<GetMeResult>;
  /** PATCH /me: Change my profile */
  updateMe: (ctx: Context<"session">, input: UpdateMeInput) => MaybePromise<UpdateMeResult>;
  /** GET /sessions: See where I am logged in */
  listSessions: (ctx: Context<"session">, input: ListSessionsInput) => MaybePromise<ListSessionsResult>;
  /** POST /sessions: Log in */
  createSession: (ctx: Context<"public">, input: CreateSessionInput) => MaybePromise<CreateSessionResult>;
  /** DELETE /sessions/{sessionId}: End one of my sessions */
  revokeSession: (ctx: Context<"session">, input: RevokeSessionInput) => MaybePromise<RevokeSessionResult>;
  /** DELETE /session: Log out */
  deleteSession: (ctx: Context<"session">, input: DeleteSessionInput) => MaybePromise<DeleteSessionResult>;
  /** POST /session/refresh: Stay logged in */
  refreshSession: (ctx: Context<"public">, input: RefreshSessionInput) => MaybePromise<RefreshSessionResult>;
  /** GET /health/live: Is the process alive */
  getLiveness: (ctx: Context<"public">, input: GetLivenessInput) => MaybePromise<GetLivenessResult>;
  /** GET /health/ready: May traffic be sent here */
  getReadiness: (ctx: Context<"public">, input: GetReadinessInput) => MaybePromise<GetReadinessResult>;
  /** GET /health/startup: Has the server started */
  getStartup: (ctx: Context<"public">, input: GetStartupInput) => MaybePromise<GetStartupResult>;
  /** GET /metrics: Read the metrics */
  getMetrics: (ctx: Context<"public">, input: GetMetricsInput) => MaybePromise<GetMetricsResult>;
  /** GET /openapi.json: Read this contract as JSON */
  getOpenApi: (ctx: Context<"public">, input: GetOpenApiInput) => MaybePromise<GetOpenApiResult>;
  /** GET /openapi.yaml: Read this contract as YAML */
  getOpenApiYaml: (ctx: Context<"public">, input: GetOpenApiYamlInput) => MaybePromise<GetOpenApiYamlResult>;
  /** GET /.well-known/jwks.json: Read the public signing keys */
  getJwks: (ctx: Context<"public">, input: GetJwksInput) => MaybePromise<GetJwksResult>;
  /** GET /docs: Read the reference */
  getReference: (ctx: Context<"public">, input: GetReferenceInput) => MaybePromise<GetReferenceResult>;
  /** GET /docs/{asset}: Load a part of the reference */
  getReferenceAsset: (ctx: Context<"public">, input: GetReferenceAssetInput) => MaybePromise<GetReferenceAssetResult>;
  /** GET /problems/{code}: Read what a problem means */
  getProblem: (ctx: Context<"public">, input: GetProblemInput) => MaybePromise<GetProblemResult>;
}

/** Problems that every operation can answer with. */
type Always = "bad_request" | "body_too_large" | "invalid_request" | "rate_limited" | "internal" | "unavailable";

export interface CreateUserInput {
  body: Registration;
}

export type CreateUserResult =
  | { status: 202; actor?: string }
  | Problem<"request_timeout" | "unsupported_media_type" | Always>;

export type GetMeInput = Record<string, never>;

export type GetMeResult =
  | { status: 200; body: User; etag: Version }
  | Problem<"unauthenticated" | "forbidden" | "not_acceptable" | Always>;

export interface UpdateMeInput {
  ifMatch: Version;
  body: ProfileChange;
}

export type UpdateMeResult =
  | { status: 200; body: User; etag: Version }
  | Problem<
      | "unauthenticated"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "precondition_failed"
      | "unsupported_media_type"
      | "precondition_required"
      | Always
    >;

export interface ListSessionsInput {
  page: PageInput;
}

export type ListSessionsResult =
  | { status: 200; body: SessionPage }
  | Problem<"unauthenticated" | "forbidden" | "not_acceptable" | Always>;

export interface CreateSessionInput {
  body: Filled<Credentials, "transport">;
}

export type CreateSessionResult =
  | { status: 201; body: SessionGrant; headers?: { "Set-Cookie"?: string[] }; actor?: string }
  | Problem<"invalid_credentials" | "not_acceptable" | "request_timeout" | "unsupported_media_type" | Always>;

export interface RevokeSessionInput {
  path: { sessionId: Id };
}

export type RevokeSessionResult = { status: 204 } | Problem<"unauthenticated" | "forbidden" | "not_found" | Always>;

export type DeleteSessionInput = Record<string, never>;

export type DeleteSessionResult =
  | { status: 204; headers?: { "Set-Cookie"?: string[] } }
  | Problem<"unauthenticated" | "forbidden" | Always>;

export interface RefreshSessionInput {
  cookies: { "__Host-refresh"?: RefreshToken };
  body: Refresh;
}

export type RefreshSessionResult =
  | { status: 200; body: SessionGrant; headers?: { "Set-Cookie"?: string[] }; actor?: string }
  | Problem<
      | "invalid_refresh_token"
      | "refresh_token_reused"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export type GetLivenessInput = Record<string, never>;

export type GetLivenessResult = { status: 200; body: Health } | Problem<"not_acceptable" | Always>;

export type GetReadinessInput = Record<string, never>;

export type GetReadinessResult = { status: 200; body: Health } | Problem<"not_ready" | "not_acceptable" | Always>;

export type GetStartupInput = Record<string, never>;

export type GetStartupResult = { status: 200; body: Health } | Problem<"not_ready" | "not_acceptable" | Always>;

export type GetMetricsInput = Record<string, never>;

export type GetMetricsResult = { status: 200; body: string } | Problem<"not_acceptable" | Always>;

export type GetOpenApiInput = Record<string, never>;

export type GetOpenApiResult = { status: 200; body: Contract } | Problem<"not_acceptable" | Always>;

export type GetOpenApiYamlInput = Record<string, never>;

export type GetOpenApiYamlResult = { status: 200; body: string } | Problem<"not_acceptable" | Always>;

export type GetJwksInput = Record<string, never>;

export type GetJwksResult = { status: 200; body: JsonWebKeySet } | Problem<"not_acceptable" | Always>;

export type GetReferenceInput = Record<string, never>;

export type GetReferenceResult =
  | { status: 200; body: string; headers: { "Content-Security-Policy": string } }
  | Problem<"not_acceptable" | Always>;

export interface GetReferenceAssetInput {
  path: { asset: ReferenceAsset };
}

export type GetReferenceAssetResult =
  | { status: 200; contentType: "text/javascript"; body: Uint8Array | ReadableStream<Uint8Array> | Blob; etag: Version }
  | { status: 200; contentType: "text/css"; body: Uint8Array | ReadableStream<Uint8Array> | Blob; etag: Version }
  | Problem<"not_found" | "not_acceptable" | Always>;

export interface GetProblemInput {
  path: { code: string };
}

export type GetProblemResult =
  | { status: 200; body: string; headers: { "Content-Security-Policy": string } }
  | Problem<"not_found" | "not_acceptable" | Always>;
