// Generated from the contract. Edit openapi.yaml, then run make generate.
import type { Context } from "#context";
import type { PageInput, Version } from "#contract/context";
import type { Filled, MaybePromise } from "#contract/handler";
import type { Problem } from "#contract/problem";
import type {
  ApiKeyGrant,
  ApiKeyPage,
  ApiKeyRotation,
  AuditEventName,
  AuditEventPage,
  AuditVerification,
  Contract,
  Credentials,
  Health,
  Id,
  Instant,
  Invitation,
  InvitationAnswer,
  InvitationPage,
  InvitationPreview,
  JsonWebKeySet,
  Member,
  MemberChange,
  MemberPage,
  Membership,
  MembershipPage,
  NewApiKey,
  NewInvitation,
  NewOrganization,
  NewRole,
  Organization,
  OrganizationChange,
  ProfileChange,
  ReferenceAsset,
  Refresh,
  RefreshToken,
  Registration,
  Role,
  RoleChange,
  RoleList,
  RoleName,
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
  /** GET /organizations: See my organizations */
  listOrganizations: (ctx: Context<"session">, input: ListOrganizationsInput) => MaybePromise<ListOrganizationsResult>;
  /** POST /organizations: Found an organization */
  createOrganization: (
    ctx: Context<"session">,
    input: CreateOrganizationInput,
  ) => MaybePromise<CreateOrganizationResult>;
  /** GET /organizations/{organizationId}: Read an organization */
  getOrganization: (
    ctx: Context<"session" | "apiKey">,
    input: GetOrganizationInput,
  ) => MaybePromise<GetOrganizationResult>;
  /** PATCH /organizations/{organizationId}: Change an organization */
  updateOrganization: (
    ctx: Context<"session" | "apiKey">,
    input: UpdateOrganizationInput,
  ) => MaybePromise<UpdateOrganizationResult>;
  /** DELETE /organizations/{organizationId}: Delete an organization */
  deleteOrganization: (
    ctx: Context<"session">,
    input: DeleteOrganizationInput,
  ) => MaybePromise<DeleteOrganizationResult>;
  /** POST /organizations/{organizationId}/restoration: Keep an organization after all */
  restoreOrganization: (
    ctx: Context<"session">,
    input: RestoreOrganizationInput,
  ) => MaybePromise<RestoreOrganizationResult>;
  /** PUT /organizations/{organizationId}/session: Switch to another organization */
  switchOrganization: (
    ctx: Context<"session">,
    input: SwitchOrganizationInput,
  ) => MaybePromise<SwitchOrganizationResult>;
  /** DELETE /organizations/{organizationId}/membership: Leave an organization */
  leaveOrganization: (ctx: Context<"session">, input: LeaveOrganizationInput) => MaybePromise<LeaveOrganizationResult>;
  /** GET /organizations/{organizationId}/members: See who belongs to an organization */
  listMembers: (ctx: Context<"session" | "apiKey">, input: ListMembersInput) => MaybePromise<ListMembersResult>;
  /** GET /organizations/{organizationId}/members/{userId}: Read a member */
  getMember: (ctx: Context<"session" | "apiKey">, input: GetMemberInput) => MaybePromise<GetMemberResult>;
  /** PATCH /organizations/{organizationId}/members/{userId}: Change a member's role */
  updateMember: (ctx: Context<"session" | "apiKey">, input: UpdateMemberInput) => MaybePromise<UpdateMemberResult>;
  /** DELETE /organizations/{organizationId}/members/{userId}: Remove a member */
  removeMember: (ctx: Context<"session" | "apiKey">, input: RemoveMemberInput) => MaybePromise<RemoveMemberResult>;
  /** GET /organizations/{organizationId}/roles: See the roles of an organization */
  listRoles: (ctx: Context<"session" | "apiKey">, input: ListRolesInput) => MaybePromise<ListRolesResult>;
  /** POST /organizations/{organizationId}/roles: Give an organization a role of its own */
  createRole: (ctx: Context<"session" | "apiKey">, input: CreateRoleInput) => MaybePromise<CreateRoleResult>;
  /** GET /organizations/{organizationId}/roles/{roleName}: Read a role of an organization's own */
  getRole: (ctx: Context<"session" | "apiKey">, input: GetRoleInput) => MaybePromise<GetRoleResult>;
  /** PATCH /organizations/{organizationId}/roles/{roleName}: Change a role of an organization's own */
  updateRole: (ctx: Context<"session" | "apiKey">, input: UpdateRoleInput) => MaybePromise<UpdateRoleResult>;
  /** DELETE /organizations/{organizationId}/roles/{roleName}: Delete a role of an organization's own */
  deleteRole: (ctx: Context<"session" | "apiKey">, input: DeleteRoleInput) => MaybePromise<DeleteRoleResult>;
  /** GET /organizations/{organizationId}/invitations: See who is invited */
  listInvitations: (
    ctx: Context<"session" | "apiKey">,
    input: ListInvitationsInput,
  ) => MaybePromise<ListInvitationsResult>;
  /** POST /organizations/{organizationId}/invitations: Invite somebody */
  createInvitation: (
    ctx: Context<"session" | "apiKey">,
    input: CreateInvitationInput,
  ) => MaybePromise<CreateInvitationResult>;
  /** DELETE /organizations/{organizationId}/invitations/{invitationId}: Take an invitation back */
  revokeInvitation: (
    ctx: Context<"session" | "apiKey">,
    input: RevokeInvitationInput,
  ) => MaybePromise<RevokeInvitationResult>;
  /** POST /organizations/{organizationId}/invitations/{invitationId}/delivery: Send an invitation again */
  resendInvitation: (
    ctx: Context<"session" | "apiKey">,
    input: ResendInvitationInput,
  ) => MaybePromise<ResendInvitationResult>;
  /** POST /invitations/preview: See what an invitation is for */
  previewInvitation: (ctx: Context<"public">, input: PreviewInvitationInput) => MaybePromise<PreviewInvitationResult>;
  /** POST /invitations/acceptance: Accept an invitation */
  acceptInvitation: (ctx: Context<"session">, input: AcceptInvitationInput) => MaybePromise<AcceptInvitationResult>;
  /** POST /invitations/refusal: Decline an invitation */
  declineInvitation: (ctx: Context<"session">, input: DeclineInvitationInput) => MaybePromise<DeclineInvitationResult>;
  /** GET /organizations/{organizationId}/api-keys: See the keys of an organization */
  listApiKeys: (ctx: Context<"session" | "apiKey">, input: ListApiKeysInput) => MaybePromise<ListApiKeysResult>;
  /** POST /organizations/{organizationId}/api-keys: Make a key */
  createApiKey: (ctx: Context<"session">, input: CreateApiKeyInput) => MaybePromise<CreateApiKeyResult>;
  /** DELETE /organizations/{organizationId}/api-keys/{keyId}: Revoke a key */
  revokeApiKey: (ctx: Context<"session">, input: RevokeApiKeyInput) => MaybePromise<RevokeApiKeyResult>;
  /** POST /organizations/{organizationId}/api-keys/{keyId}/rotation: Give a key a new secret */
  rotateApiKey: (ctx: Context<"session">, input: RotateApiKeyInput) => MaybePromise<RotateApiKeyResult>;
  /** GET /organizations/{organizationId}/audit-events: See what was done */
  listAuditEvents: (
    ctx: Context<"session" | "apiKey">,
    input: ListAuditEventsInput,
  ) => MaybePromise<ListAuditEventsResult>;
  /** GET /organizations/{organizationId}/audit-events/export: Take the audit log away */
  exportAuditEvents: (
    ctx: Context<"session" | "apiKey">,
    input: ExportAuditEventsInput,
  ) => MaybePromise<ExportAuditEventsResult>;
  /** GET /organizations/{organizationId}/audit-events/verification: Check that the audit log was not changed */
  verifyAuditChain: (
    ctx: Context<"session" | "apiKey">,
    input: VerifyAuditChainInput,
  ) => MaybePromise<VerifyAuditChainResult>;
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
  | { status: 202; actor?: string; organization?: string }
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
  | { status: 200; body: User; etag: Version; organization?: string }
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
  | { status: 201; body: SessionGrant; headers?: { "Set-Cookie"?: string[] }; actor?: string; organization?: string }
  | Problem<"invalid_credentials" | "not_acceptable" | "request_timeout" | "unsupported_media_type" | Always>;

export interface RevokeSessionInput {
  path: { sessionId: Id };
}

export type RevokeSessionResult =
  | { status: 204; organization?: string }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | Always>;

export type DeleteSessionInput = Record<string, never>;

export type DeleteSessionResult =
  | { status: 204; headers?: { "Set-Cookie"?: string[] }; organization?: string }
  | Problem<"unauthenticated" | "forbidden" | Always>;

export interface RefreshSessionInput {
  cookies: { "__Host-refresh"?: RefreshToken };
  body: Refresh;
}

export type RefreshSessionResult =
  | { status: 200; body: SessionGrant; headers?: { "Set-Cookie"?: string[] }; actor?: string; organization?: string }
  | Problem<
      | "invalid_refresh_token"
      | "refresh_token_reused"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface ListOrganizationsInput {
  page: PageInput;
}

export type ListOrganizationsResult =
  | { status: 200; body: MembershipPage }
  | Problem<"unauthenticated" | "forbidden" | "not_acceptable" | Always>;

export interface CreateOrganizationInput {
  body: NewOrganization;
}

export type CreateOrganizationResult =
  | { status: 201; body: Organization; etag: Version; organization?: string }
  | Problem<
      | "unauthenticated"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "idempotency_in_progress"
      | "unsupported_media_type"
      | "idempotency_mismatch"
      | Always
    >;

export interface GetOrganizationInput {
  path: { organizationId: Id };
}

export type GetOrganizationResult =
  | { status: 200; body: Organization; etag: Version }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface UpdateOrganizationInput {
  path: { organizationId: Id };
  ifMatch: Version;
  body: OrganizationChange;
}

export type UpdateOrganizationResult =
  | { status: 200; body: Organization; etag: Version }
  | Problem<
      | "unauthenticated"
      | "forbidden"
      | "not_found"
      | "not_acceptable"
      | "request_timeout"
      | "precondition_failed"
      | "unsupported_media_type"
      | "precondition_required"
      | Always
    >;

export interface DeleteOrganizationInput {
  path: { organizationId: Id };
}

export type DeleteOrganizationResult =
  | { status: 200; body: Organization }
  | Problem<
      | "personal_organization"
      | "unauthenticated"
      | "reauthentication_required"
      | "forbidden"
      | "not_found"
      | "not_acceptable"
      | Always
    >;

export interface RestoreOrganizationInput {
  path: { organizationId: Id };
}

export type RestoreOrganizationResult =
  | { status: 200; body: Organization }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface SwitchOrganizationInput {
  path: { organizationId: Id };
}

export type SwitchOrganizationResult =
  | { status: 204 }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | Always>;

export interface LeaveOrganizationInput {
  path: { organizationId: Id };
}

export type LeaveOrganizationResult =
  | { status: 204 }
  | Problem<"last_owner" | "unauthenticated" | "forbidden" | "not_found" | Always>;

export interface ListMembersInput {
  path: { organizationId: Id };
  page: PageInput;
}

export type ListMembersResult =
  | { status: 200; body: MemberPage }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface GetMemberInput {
  path: { organizationId: Id; userId: Id };
}

export type GetMemberResult =
  | { status: 200; body: Member; etag: Version }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface UpdateMemberInput {
  path: { organizationId: Id; userId: Id };
  ifMatch: Version;
  body: MemberChange;
}

export type UpdateMemberResult =
  | { status: 200; body: Member; etag: Version }
  | Problem<
      | "last_owner"
      | "scopes_not_held"
      | "unknown_role"
      | "unauthenticated"
      | "forbidden"
      | "not_found"
      | "not_acceptable"
      | "request_timeout"
      | "precondition_failed"
      | "unsupported_media_type"
      | "precondition_required"
      | Always
    >;

export interface RemoveMemberInput {
  path: { organizationId: Id; userId: Id };
}

export type RemoveMemberResult =
  | { status: 204 }
  | Problem<"last_owner" | "scopes_not_held" | "unauthenticated" | "forbidden" | "not_found" | Always>;

export interface ListRolesInput {
  path: { organizationId: Id };
}

export type ListRolesResult =
  | { status: 200; body: RoleList }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface CreateRoleInput {
  path: { organizationId: Id };
  body: Filled<NewRole, "description">;
}

export type CreateRoleResult =
  | { status: 201; body: Role; etag: Version }
  | Problem<
      | "role_exists"
      | "scopes_not_held"
      | "too_many_roles"
      | "unauthenticated"
      | "forbidden"
      | "not_found"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface GetRoleInput {
  path: { organizationId: Id; roleName: RoleName };
}

export type GetRoleResult =
  | { status: 200; body: Role; etag: Version }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface UpdateRoleInput {
  path: { organizationId: Id; roleName: RoleName };
  ifMatch: Version;
  body: RoleChange;
}

export type UpdateRoleResult =
  | { status: 200; body: Role; etag: Version }
  | Problem<
      | "scopes_not_held"
      | "unauthenticated"
      | "forbidden"
      | "not_found"
      | "not_acceptable"
      | "request_timeout"
      | "precondition_failed"
      | "unsupported_media_type"
      | "precondition_required"
      | Always
    >;

export interface DeleteRoleInput {
  path: { organizationId: Id; roleName: RoleName };
}

export type DeleteRoleResult =
  | { status: 204 }
  | Problem<"role_in_use" | "scopes_not_held" | "unauthenticated" | "forbidden" | "not_found" | Always>;

export interface ListInvitationsInput {
  path: { organizationId: Id };
  page: PageInput;
}

export type ListInvitationsResult =
  | { status: 200; body: InvitationPage }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface CreateInvitationInput {
  path: { organizationId: Id };
  body: NewInvitation;
}

export type CreateInvitationResult =
  | { status: 201; body: Invitation }
  | Problem<
      | "already_a_member"
      | "already_invited"
      | "personal_organization"
      | "scopes_not_held"
      | "too_many_invitations"
      | "unknown_role"
      | "unauthenticated"
      | "forbidden"
      | "not_found"
      | "not_acceptable"
      | "request_timeout"
      | "idempotency_in_progress"
      | "unsupported_media_type"
      | "idempotency_mismatch"
      | Always
    >;

export interface RevokeInvitationInput {
  path: { organizationId: Id; invitationId: Id };
}

export type RevokeInvitationResult = { status: 204 } | Problem<"unauthenticated" | "forbidden" | "not_found" | Always>;

export interface ResendInvitationInput {
  path: { organizationId: Id; invitationId: Id };
}

export type ResendInvitationResult =
  | { status: 200; body: Invitation }
  | Problem<"scopes_not_held" | "unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface PreviewInvitationInput {
  body: InvitationAnswer;
}

export type PreviewInvitationResult =
  | { status: 200; body: InvitationPreview }
  | Problem<"invitation_not_open" | "not_acceptable" | "request_timeout" | "unsupported_media_type" | Always>;

export interface AcceptInvitationInput {
  body: InvitationAnswer;
}

export type AcceptInvitationResult =
  | { status: 200; body: Membership; organization?: string }
  | Problem<
      | "invitation_not_open"
      | "invited_somebody_else"
      | "unauthenticated"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface DeclineInvitationInput {
  body: InvitationAnswer;
}

export type DeclineInvitationResult =
  | { status: 204; organization?: string }
  | Problem<
      | "invitation_not_open"
      | "invited_somebody_else"
      | "unauthenticated"
      | "forbidden"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface ListApiKeysInput {
  path: { organizationId: Id };
  page: PageInput;
}

export type ListApiKeysResult =
  | { status: 200; body: ApiKeyPage }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface CreateApiKeyInput {
  path: { organizationId: Id };
  body: NewApiKey;
}

export type CreateApiKeyResult =
  | { status: 201; body: ApiKeyGrant }
  | Problem<
      | "scopes_not_held"
      | "too_many_keys"
      | "unauthenticated"
      | "forbidden"
      | "not_found"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface RevokeApiKeyInput {
  path: { organizationId: Id; keyId: Id };
}

export type RevokeApiKeyResult = { status: 204 } | Problem<"unauthenticated" | "forbidden" | "not_found" | Always>;

export interface RotateApiKeyInput {
  path: { organizationId: Id; keyId: Id };
  body: Filled<ApiKeyRotation, "overlapHours">;
}

export type RotateApiKeyResult =
  | { status: 200; body: ApiKeyGrant }
  | Problem<
      | "scopes_not_held"
      | "unauthenticated"
      | "forbidden"
      | "not_found"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface ListAuditEventsInput {
  path: { organizationId: Id };
  query: { event?: AuditEventName; subject?: Id; from?: Instant; until?: Instant };
  page: PageInput;
}

export type ListAuditEventsResult =
  | { status: 200; body: AuditEventPage }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface ExportAuditEventsInput {
  path: { organizationId: Id };
  query: { format: "ndjson" | "csv"; event?: AuditEventName; subject?: Id; from?: Instant; until?: Instant };
}

export type ExportAuditEventsResult =
  | {
      status: 200;
      contentType: "application/x-ndjson";
      body: Uint8Array | ReadableStream<Uint8Array> | Blob;
      headers: { "Content-Disposition": string };
    }
  | {
      status: 200;
      contentType: "text/csv";
      body: Uint8Array | ReadableStream<Uint8Array> | Blob;
      headers: { "Content-Disposition": string };
    }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface VerifyAuditChainInput {
  path: { organizationId: Id };
}

export type VerifyAuditChainResult =
  | { status: 200; body: AuditVerification }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

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
