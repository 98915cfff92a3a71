// Generated from the contract. Edit openapi.yaml, then run make generate.
import type { Context } from "#context";
import type { PageInput, Version } from "#contract/context";
import type { Filled, Kept, MaybePromise, Shared } from "#contract/handler";
import type { Problem } from "#contract/problem";
import type {
  AccessGrant,
  Account,
  AccountPage,
  AccountState,
  AddedPasskey,
  AddressOnly,
  ApiKeyGrant,
  ApiKeyPage,
  ApiKeyRotation,
  AuditEventName,
  AuditEventPage,
  AuditVerification,
  Authorization,
  AuthorizationAnswer,
  BearerAccess,
  ChallengeOnly,
  Contract,
  Credentials,
  DeviceToken,
  FederatedCredentials,
  Health,
  Id,
  Identity,
  IdentityList,
  Impersonation,
  Instant,
  Invitation,
  InvitationAnswer,
  InvitationPage,
  InvitationPreview,
  Job,
  JobId,
  JobName,
  JobPage,
  JobState,
  JsonWebKeySet,
  LinkUse,
  Member,
  MemberChange,
  MemberPage,
  Membership,
  MembershipPage,
  NewApiKey,
  NewInvitation,
  NewOrganization,
  NewPasskey,
  NewPassword,
  NewRole,
  Organization,
  OrganizationChange,
  Passkey,
  PasskeyCeremony,
  PasskeyChange,
  PasskeyCredentials,
  PasskeyList,
  PasswordReset,
  ProfileChange,
  Proof,
  ProviderChoice,
  ProviderList,
  RecoveryCodes,
  ReferenceAsset,
  Refresh,
  RefreshToken,
  Registration,
  Role,
  RoleChange,
  RoleList,
  RoleName,
  SecondFactor,
  SecondFactorChallenge,
  Security,
  SessionGrant,
  SessionPage,
  Suspension,
  TotpConfirmation,
  TotpSetup,
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
  getMe: (ctx: Kept<Context<"session">>, input: GetMeInput) => MaybePromise<GetMeResult>;
  /** PATCH /me: Change my profile */
  updateMe: (ctx: Context<"session">, input: UpdateMeInput) => MaybePromise<UpdateMeResult>;
  /** DELETE /me: Delete my account */
  deleteMe: (ctx: Context<"session">, input: DeleteMeInput) => MaybePromise<DeleteMeResult>;
  /** POST /me/restoration: Keep my account after all */
  restoreMe: (ctx: Context<"session">, input: RestoreMeInput) => MaybePromise<RestoreMeResult>;
  /** GET /me/export: Take my data away */
  exportMe: (ctx: Context<"session">, input: ExportMeInput) => MaybePromise<ExportMeResult>;
  /** GET /me/events: See what happened to my account */
  listMyEvents: (ctx: Context<"session">, input: ListMyEventsInput) => MaybePromise<ListMyEventsResult>;
  /** POST /me/email/verification: Get another link to verify my address */
  sendVerification: (ctx: Context<"session">, input: SendVerificationInput) => MaybePromise<SendVerificationResult>;
  /** PUT /me/email/verification: Verify my address */
  verifyEmail: (ctx: Context<"session">, input: VerifyEmailInput) => MaybePromise<VerifyEmailResult>;
  /** POST /me/email/change: Ask for another address */
  requestEmailChange: (
    ctx: Context<"session">,
    input: RequestEmailChangeInput,
  ) => MaybePromise<RequestEmailChangeResult>;
  /** PUT /me/email/change: Take the new address */
  confirmEmailChange: (
    ctx: Context<"session">,
    input: ConfirmEmailChangeInput,
  ) => MaybePromise<ConfirmEmailChangeResult>;
  /** PUT /me/password: Choose another password */
  changePassword: (ctx: Context<"session">, input: ChangePasswordInput) => MaybePromise<ChangePasswordResult>;
  /** GET /me/security: See what protects my account */
  getSecurity: (ctx: Context<"session">, input: GetSecurityInput) => MaybePromise<GetSecurityResult>;
  /** POST /me/totp: Begin to set up one-time codes */
  startTotp: (ctx: Context<"session">, input: StartTotpInput) => MaybePromise<StartTotpResult>;
  /** PUT /me/totp: Turn on one-time codes */
  confirmTotp: (ctx: Context<"session">, input: ConfirmTotpInput) => MaybePromise<ConfirmTotpResult>;
  /** DELETE /me/totp: Turn off one-time codes */
  removeTotp: (ctx: Context<"session">, input: RemoveTotpInput) => MaybePromise<RemoveTotpResult>;
  /** POST /me/recovery-codes: Get new recovery codes */
  createRecoveryCodes: (
    ctx: Context<"session">,
    input: CreateRecoveryCodesInput,
  ) => MaybePromise<CreateRecoveryCodesResult>;
  /** POST /me/passkey-ceremonies: Begin to add a passkey */
  startPasskey: (ctx: Context<"session">, input: StartPasskeyInput) => MaybePromise<StartPasskeyResult>;
  /** GET /me/passkeys: See my passkeys */
  listPasskeys: (ctx: Context<"session">, input: ListPasskeysInput) => MaybePromise<ListPasskeysResult>;
  /** POST /me/passkeys: Add a passkey */
  createPasskey: (ctx: Context<"session">, input: CreatePasskeyInput) => MaybePromise<CreatePasskeyResult>;
  /** PATCH /me/passkeys/{passkeyId}: Rename a passkey */
  updatePasskey: (ctx: Context<"session">, input: UpdatePasskeyInput) => MaybePromise<UpdatePasskeyResult>;
  /** DELETE /me/passkeys/{passkeyId}: Remove a passkey */
  deletePasskey: (ctx: Context<"session">, input: DeletePasskeyInput) => MaybePromise<DeletePasskeyResult>;
  /** GET /me/identities: See my identities at other services */
  listIdentities: (ctx: Context<"session">, input: ListIdentitiesInput) => MaybePromise<ListIdentitiesResult>;
  /** POST /me/identities: Begin to link an identity */
  startIdentityLink: (ctx: Context<"session">, input: StartIdentityLinkInput) => MaybePromise<StartIdentityLinkResult>;
  /** PUT /me/identities: Link an identity */
  completeIdentityLink: (
    ctx: Context<"session">,
    input: CompleteIdentityLinkInput,
  ) => MaybePromise<CompleteIdentityLinkResult>;
  /** DELETE /me/identities/{identityId}: Unlink an identity */
  deleteIdentity: (ctx: Context<"session">, input: DeleteIdentityInput) => MaybePromise<DeleteIdentityResult>;
  /** POST /password-resets: Ask for a link to choose a new password */
  requestPasswordReset: (
    ctx: Context<"public">,
    input: RequestPasswordResetInput,
  ) => MaybePromise<RequestPasswordResetResult>;
  /** PUT /password-resets: Choose a new password by a link */
  resetPassword: (ctx: Context<"public">, input: ResetPasswordInput) => MaybePromise<ResetPasswordResult>;
  /** GET /sessions: See where I am logged in */
  listSessions: (ctx: Context<"session">, input: ListSessionsInput) => MaybePromise<ListSessionsResult>;
  /** POST /sessions: Log in */
  createSession: (ctx: Context<"public">, input: CreateSessionInput) => MaybePromise<CreateSessionResult>;
  /** DELETE /sessions: End my sessions */
  revokeSessions: (ctx: Context<"session">, input: RevokeSessionsInput) => MaybePromise<RevokeSessionsResult>;
  /** POST /sessions/second-factor: Log in with the second factor */
  completeSession: (ctx: Context<"public">, input: CompleteSessionInput) => MaybePromise<CompleteSessionResult>;
  /** POST /sessions/second-factor/passkey-ceremonies: Begin to use a passkey as the second factor */
  startSecondFactorPasskey: (
    ctx: Context<"public">,
    input: StartSecondFactorPasskeyInput,
  ) => MaybePromise<StartSecondFactorPasskeyResult>;
  /** POST /sessions/passkey-ceremonies: Begin to log in with a passkey */
  startPasskeySession: (
    ctx: Context<"public">,
    input: StartPasskeySessionInput,
  ) => MaybePromise<StartPasskeySessionResult>;
  /** POST /sessions/passkey: Log in with a passkey */
  createPasskeySession: (
    ctx: Context<"public">,
    input: CreatePasskeySessionInput,
  ) => MaybePromise<CreatePasskeySessionResult>;
  /** POST /sessions/federated: Log in with another service */
  createFederatedSession: (
    ctx: Context<"public">,
    input: CreateFederatedSessionInput,
  ) => MaybePromise<CreateFederatedSessionResult>;
  /** DELETE /sessions/{sessionId}: End one of my sessions */
  revokeSession: (ctx: Context<"session">, input: RevokeSessionInput) => MaybePromise<RevokeSessionResult>;
  /** DELETE /session: Log out */
  deleteSession: (ctx: Context<"session">, input: DeleteSessionInput) => MaybePromise<DeleteSessionResult>;
  /** POST /session/refresh: Stay logged in */
  refreshSession: (ctx: Context<"public">, input: RefreshSessionInput) => MaybePromise<RefreshSessionResult>;
  /** POST /session/authentication: Prove again who I am */
  reauthenticate: (ctx: Context<"session">, input: ReauthenticateInput) => MaybePromise<ReauthenticateResult>;
  /** POST /session/authentication/passkey-ceremonies: Begin to prove with a passkey who I am */
  startReauthenticationPasskey: (
    ctx: Context<"session">,
    input: StartReauthenticationPasskeyInput,
  ) => MaybePromise<StartReauthenticationPasskeyResult>;
  /** GET /identity-providers: See which services one can log in with */
  listIdentityProviders: (
    ctx: Kept<Context<"public">>,
    input: ListIdentityProvidersInput,
  ) => MaybePromise<ListIdentityProvidersResult>;
  /** POST /identity-providers/authorizations: Begin to log in with another service */
  startFederatedSession: (
    ctx: Context<"public">,
    input: StartFederatedSessionInput,
  ) => MaybePromise<StartFederatedSessionResult>;
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
  listMembers: (ctx: Shared<Context<"session" | "apiKey">>, input: ListMembersInput) => MaybePromise<ListMembersResult>;
  /** GET /organizations/{organizationId}/members/{userId}: Read a member */
  getMember: (ctx: Shared<Context<"session" | "apiKey">>, input: GetMemberInput) => MaybePromise<GetMemberResult>;
  /** PATCH /organizations/{organizationId}/members/{userId}: Change a member's role */
  updateMember: (ctx: Context<"session" | "apiKey">, input: UpdateMemberInput) => MaybePromise<UpdateMemberResult>;
  /** DELETE /organizations/{organizationId}/members/{userId}: Remove a member */
  removeMember: (ctx: Context<"session" | "apiKey">, input: RemoveMemberInput) => MaybePromise<RemoveMemberResult>;
  /** GET /organizations/{organizationId}/roles: See the roles of an organization */
  listRoles: (ctx: Shared<Context<"session" | "apiKey">>, input: ListRolesInput) => MaybePromise<ListRolesResult>;
  /** POST /organizations/{organizationId}/roles: Give an organization a role of its own */
  createRole: (ctx: Context<"session" | "apiKey">, input: CreateRoleInput) => MaybePromise<CreateRoleResult>;
  /** GET /organizations/{organizationId}/roles/{roleName}: Read a role of an organization's own */
  getRole: (ctx: Shared<Context<"session" | "apiKey">>, input: GetRoleInput) => MaybePromise<GetRoleResult>;
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
  getOpenApi: (ctx: Kept<Context<"public">>, input: GetOpenApiInput) => MaybePromise<GetOpenApiResult>;
  /** GET /openapi.yaml: Read this contract as YAML */
  getOpenApiYaml: (ctx: Kept<Context<"public">>, input: GetOpenApiYamlInput) => MaybePromise<GetOpenApiYamlResult>;
  /** GET /.well-known/jwks.json: Read the public signing keys */
  getJwks: (ctx: Context<"public">, input: GetJwksInput) => MaybePromise<GetJwksResult>;
  /** GET /docs: Read the reference */
  getReference: (ctx: Kept<Context<"public">>, input: GetReferenceInput) => MaybePromise<GetReferenceResult>;
  /** GET /docs/{asset}: Load a part of the reference */
  getReferenceAsset: (
    ctx: Kept<Context<"public">>,
    input: GetReferenceAssetInput,
  ) => MaybePromise<GetReferenceAssetResult>;
  /** GET /problems/{code}: Read what a problem means */
  getProblem: (ctx: Kept<Context<"public">>, input: GetProblemInput) => MaybePromise<GetProblemResult>;
  /** GET /dev/inbox: Read the inbox */
  getInbox: (ctx: Context<"public">, input: GetInboxInput) => MaybePromise<GetInboxResult>;
  /** GET /dev/inbox/{mailId}: Read a mail of the inbox */
  getInboxMail: (ctx: Context<"public">, input: GetInboxMailInput) => MaybePromise<GetInboxMailResult>;
  /** GET /dev/mails: List the kinds of mails */
  listMailTemplates: (ctx: Context<"public">, input: ListMailTemplatesInput) => MaybePromise<ListMailTemplatesResult>;
  /** GET /dev/mails/{template}: Preview a kind of mail */
  getMailPreview: (ctx: Context<"public">, input: GetMailPreviewInput) => MaybePromise<GetMailPreviewResult>;
  /** GET /admin/users: Find accounts */
  listUsers: (ctx: Context<"session">, input: ListUsersInput) => MaybePromise<ListUsersResult>;
  /** GET /admin/users/{accountId}: Read an account */
  getUser: (ctx: Context<"session">, input: GetUserInput) => MaybePromise<GetUserResult>;
  /** PUT /admin/users/{accountId}/suspension: Suspend an account */
  suspendUser: (ctx: Context<"session">, input: SuspendUserInput) => MaybePromise<SuspendUserResult>;
  /** DELETE /admin/users/{accountId}/suspension: Restore a suspended account */
  restoreUser: (ctx: Context<"session">, input: RestoreUserInput) => MaybePromise<RestoreUserResult>;
  /** POST /admin/users/{accountId}/impersonation: Act as somebody else */
  impersonateUser: (ctx: Context<"session">, input: ImpersonateUserInput) => MaybePromise<ImpersonateUserResult>;
  /** GET /admin/jobs: See the work in the background */
  listJobs: (ctx: Context<"session">, input: ListJobsInput) => MaybePromise<ListJobsResult>;
  /** GET /admin/jobs/{jobId}: Read a job */
  getJob: (ctx: Context<"session">, input: GetJobInput) => MaybePromise<GetJobResult>;
  /** POST /admin/jobs/{jobId}/retry: Try a failed job again */
  retryJob: (ctx: Context<"session">, input: RetryJobInput) => MaybePromise<RetryJobResult>;
  /** GET /dev/app/{page}: Open a page that stands in for the frontend */
  getDevelopmentApp: (ctx: Context<"public">, input: GetDevelopmentAppInput) => MaybePromise<GetDevelopmentAppResult>;
  /** GET /dev/app/oauth-callback: Come back from an identity provider */
  getDevelopmentCallback: (
    ctx: Context<"public">,
    input: GetDevelopmentCallbackInput,
  ) => MaybePromise<GetDevelopmentCallbackResult>;
  /** GET /dev/app/assets/app.js: Load the program of that page */
  getDevelopmentAppScript: (
    ctx: Context<"public">,
    input: GetDevelopmentAppScriptInput,
  ) => MaybePromise<GetDevelopmentAppScriptResult>;
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
  | { status: 200; body: User; etag: Version; about?: string; organization?: string }
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

export type DeleteMeInput = Record<string, never>;

export type DeleteMeResult =
  | { status: 200; body: User; about?: string; organization?: string }
  | Problem<"sole_owner" | "unauthenticated" | "reauthentication_required" | "forbidden" | "not_acceptable" | Always>;

export type RestoreMeInput = Record<string, never>;

export type RestoreMeResult =
  | { status: 200; body: User; about?: string; organization?: string }
  | Problem<"unauthenticated" | "forbidden" | "not_acceptable" | Always>;

export type ExportMeInput = Record<string, never>;

export type ExportMeResult =
  | {
      status: 200;
      body: Uint8Array | ReadableStream<Uint8Array> | Blob;
      headers: { "Content-Disposition": string };
      about?: string;
      organization?: string;
    }
  | Problem<"unauthenticated" | "reauthentication_required" | "forbidden" | "not_acceptable" | Always>;

export interface ListMyEventsInput {
  page: PageInput;
}

export type ListMyEventsResult =
  | { status: 200; body: AuditEventPage }
  | Problem<"unauthenticated" | "forbidden" | "not_acceptable" | Always>;

export type SendVerificationInput = Record<string, never>;

export type SendVerificationResult =
  | { status: 202; about?: string; organization?: string }
  | Problem<"email_verified" | "unauthenticated" | "forbidden" | Always>;

export interface VerifyEmailInput {
  body: LinkUse;
}

export type VerifyEmailResult =
  | { status: 200; body: User; about?: string; organization?: string }
  | Problem<
      | "link_not_valid"
      | "unauthenticated"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface RequestEmailChangeInput {
  body: AddressOnly;
}

export type RequestEmailChangeResult =
  | { status: 202; about?: string; organization?: string }
  | Problem<
      | "unauthenticated"
      | "reauthentication_required"
      | "forbidden"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface ConfirmEmailChangeInput {
  body: LinkUse;
}

export type ConfirmEmailChangeResult =
  | { status: 200; body: User; about?: string; organization?: string }
  | Problem<
      | "link_not_valid"
      | "email_taken"
      | "unauthenticated"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface ChangePasswordInput {
  body: NewPassword;
}

export type ChangePasswordResult =
  | { status: 204; about?: string; organization?: string }
  | Problem<
      | "unauthenticated"
      | "reauthentication_required"
      | "forbidden"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export type GetSecurityInput = Record<string, never>;

export type GetSecurityResult =
  | { status: 200; body: Security }
  | Problem<"unauthenticated" | "forbidden" | "not_acceptable" | Always>;

export type StartTotpInput = Record<string, never>;

export type StartTotpResult =
  | { status: 201; body: TotpSetup; about?: string; organization?: string }
  | Problem<"totp_active" | "unauthenticated" | "reauthentication_required" | "forbidden" | "not_acceptable" | Always>;

export interface ConfirmTotpInput {
  body: TotpConfirmation;
}

export type ConfirmTotpResult =
  | { status: 200; body: RecoveryCodes; about?: string; organization?: string }
  | Problem<
      | "totp_active"
      | "totp_not_started"
      | "wrong_code"
      | "too_many_attempts"
      | "unauthenticated"
      | "reauthentication_required"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export type RemoveTotpInput = Record<string, never>;

export type RemoveTotpResult =
  | { status: 204; about?: string; organization?: string }
  | Problem<"unauthenticated" | "reauthentication_required" | "forbidden" | Always>;

export type CreateRecoveryCodesInput = Record<string, never>;

export type CreateRecoveryCodesResult =
  | { status: 201; body: RecoveryCodes; about?: string; organization?: string }
  | Problem<
      "no_second_factor" | "unauthenticated" | "reauthentication_required" | "forbidden" | "not_acceptable" | Always
    >;

export type StartPasskeyInput = Record<string, never>;

export type StartPasskeyResult =
  | { status: 201; body: PasskeyCeremony; about?: string; organization?: string }
  | Problem<
      "too_many_passkeys" | "unauthenticated" | "reauthentication_required" | "forbidden" | "not_acceptable" | Always
    >;

export type ListPasskeysInput = Record<string, never>;

export type ListPasskeysResult =
  | { status: 200; body: PasskeyList }
  | Problem<"unauthenticated" | "forbidden" | "not_acceptable" | Always>;

export interface CreatePasskeyInput {
  body: NewPasskey;
}

export type CreatePasskeyResult =
  | { status: 201; body: AddedPasskey; about?: string; organization?: string }
  | Problem<
      | "passkey_refused"
      | "passkey_exists"
      | "too_many_passkeys"
      | "unauthenticated"
      | "reauthentication_required"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface UpdatePasskeyInput {
  path: { passkeyId: Id };
  body: PasskeyChange;
}

export type UpdatePasskeyResult =
  | { status: 200; body: Passkey; about?: string; organization?: string }
  | Problem<
      | "unauthenticated"
      | "forbidden"
      | "not_found"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface DeletePasskeyInput {
  path: { passkeyId: Id };
}

export type DeletePasskeyResult =
  | { status: 204; about?: string; organization?: string }
  | Problem<"last_credential" | "unauthenticated" | "reauthentication_required" | "forbidden" | "not_found" | Always>;

export type ListIdentitiesInput = Record<string, never>;

export type ListIdentitiesResult =
  | { status: 200; body: IdentityList }
  | Problem<"unauthenticated" | "forbidden" | "not_acceptable" | Always>;

export interface StartIdentityLinkInput {
  body: ProviderChoice;
}

export type StartIdentityLinkResult =
  | { status: 201; body: Authorization; about?: string; organization?: string }
  | Problem<
      | "unknown_provider"
      | "provider_unavailable"
      | "unauthenticated"
      | "reauthentication_required"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface CompleteIdentityLinkInput {
  body: AuthorizationAnswer;
}

export type CompleteIdentityLinkResult =
  | { status: 200; body: Identity; about?: string; organization?: string }
  | Problem<
      | "authorization_not_valid"
      | "provider_unavailable"
      | "identity_taken"
      | "address_not_verified"
      | "unauthenticated"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface DeleteIdentityInput {
  path: { identityId: Id };
}

export type DeleteIdentityResult =
  | { status: 204; about?: string; organization?: string }
  | Problem<"last_credential" | "unauthenticated" | "reauthentication_required" | "forbidden" | "not_found" | Always>;

export interface RequestPasswordResetInput {
  body: AddressOnly;
}

export type RequestPasswordResetResult =
  | { status: 202; actor?: string; organization?: string }
  | Problem<"request_timeout" | "unsupported_media_type" | Always>;

export interface ResetPasswordInput {
  body: PasswordReset;
}

export type ResetPasswordResult =
  | { status: 204; actor?: string; organization?: string }
  | Problem<"link_not_valid" | "request_timeout" | "unsupported_media_type" | Always>;

export interface ListSessionsInput {
  page: PageInput;
}

export type ListSessionsResult =
  | { status: 200; body: SessionPage }
  | Problem<"unauthenticated" | "forbidden" | "not_acceptable" | Always>;

export interface CreateSessionInput {
  cookies: { "__Host-device"?: DeviceToken };
  body: Filled<Credentials, "transport">;
}

export type CreateSessionResult =
  | { status: 201; body: SessionGrant; headers?: { "Set-Cookie"?: string[] }; actor?: string; organization?: string }
  | { status: 202; body: SecondFactorChallenge; actor?: string; organization?: string }
  | Problem<
      | "invalid_credentials"
      | "too_many_attempts"
      | "account_suspended"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface RevokeSessionsInput {
  query: { which: "others" | "all" };
}

export type RevokeSessionsResult =
  | { status: 204; headers?: { "Set-Cookie"?: string[] }; about?: string; organization?: string }
  | Problem<"unauthenticated" | "forbidden" | Always>;

export interface CompleteSessionInput {
  cookies: { "__Host-device"?: DeviceToken };
  body: SecondFactor;
}

export type CompleteSessionResult =
  | { status: 201; body: SessionGrant; headers?: { "Set-Cookie"?: string[] }; actor?: string; organization?: string }
  | Problem<
      | "challenge_not_valid"
      | "wrong_code"
      | "passkey_refused"
      | "too_many_attempts"
      | "account_suspended"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface StartSecondFactorPasskeyInput {
  body: ChallengeOnly;
}

export type StartSecondFactorPasskeyResult =
  | { status: 201; body: PasskeyCeremony }
  | Problem<
      "challenge_not_valid" | "no_passkey" | "not_acceptable" | "request_timeout" | "unsupported_media_type" | Always
    >;

export type StartPasskeySessionInput = Record<string, never>;

export type StartPasskeySessionResult = { status: 201; body: PasskeyCeremony } | Problem<"not_acceptable" | Always>;

export interface CreatePasskeySessionInput {
  cookies: { "__Host-device"?: DeviceToken };
  body: Filled<PasskeyCredentials, "transport">;
}

export type CreatePasskeySessionResult =
  | { status: 201; body: SessionGrant; headers?: { "Set-Cookie"?: string[] }; actor?: string; organization?: string }
  | Problem<
      | "passkey_refused"
      | "account_suspended"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface CreateFederatedSessionInput {
  cookies: { "__Host-device"?: DeviceToken };
  body: Filled<FederatedCredentials, "transport">;
}

export type CreateFederatedSessionResult =
  | { status: 201; body: SessionGrant; headers?: { "Set-Cookie"?: string[] }; actor?: string; organization?: string }
  | { status: 202; body: SecondFactorChallenge; actor?: string; organization?: string }
  | Problem<
      | "authorization_not_valid"
      | "provider_unavailable"
      | "address_not_verified"
      | "link_needed"
      | "account_suspended"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface RevokeSessionInput {
  path: { sessionId: Id };
}

export type RevokeSessionResult =
  | { status: 204; about?: string; organization?: string }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | Always>;

export type DeleteSessionInput = Record<string, never>;

export type DeleteSessionResult =
  | { status: 204; headers?: { "Set-Cookie"?: string[] }; about?: string; organization?: string }
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

export interface ReauthenticateInput {
  body: Proof;
}

export type ReauthenticateResult =
  | { status: 200; body: AccessGrant; headers?: { "Set-Cookie"?: string[] }; about?: string; organization?: string }
  | Problem<
      | "proof_refused"
      | "too_many_attempts"
      | "unauthenticated"
      | "forbidden"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export type StartReauthenticationPasskeyInput = Record<string, never>;

export type StartReauthenticationPasskeyResult =
  | { status: 201; body: PasskeyCeremony }
  | Problem<"no_passkey" | "unauthenticated" | "forbidden" | "not_acceptable" | Always>;

export type ListIdentityProvidersInput = Record<string, never>;

export type ListIdentityProvidersResult = { status: 200; body: ProviderList } | Problem<"not_acceptable" | Always>;

export interface StartFederatedSessionInput {
  body: ProviderChoice;
}

export type StartFederatedSessionResult =
  | { status: 201; body: Authorization }
  | Problem<
      | "unknown_provider"
      | "provider_unavailable"
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
  | { status: 201; body: Organization; etag: Version; about?: string; organization?: string }
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
  | { status: 200; body: Organization; etag: Version; about?: string }
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
  | { status: 200; body: Organization; about?: string }
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
  | { status: 200; body: Organization; about?: string }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface SwitchOrganizationInput {
  path: { organizationId: Id };
}

export type SwitchOrganizationResult =
  | { status: 204; about?: string }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | Always>;

export interface LeaveOrganizationInput {
  path: { organizationId: Id };
}

export type LeaveOrganizationResult =
  | { status: 204; about?: string }
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
  | { status: 200; body: Member; etag: Version; about?: string }
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
  | { status: 204; about?: string }
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
  | { status: 201; body: Role; etag: Version; about?: string }
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
  | { status: 200; body: Role; etag: Version; about?: string }
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
  | { status: 204; about?: string }
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
  | { status: 201; body: Invitation; about?: string }
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

export type RevokeInvitationResult =
  | { status: 204; about?: string }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | Always>;

export interface ResendInvitationInput {
  path: { organizationId: Id; invitationId: Id };
}

export type ResendInvitationResult =
  | { status: 200; body: Invitation; about?: string }
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
  | { status: 200; body: Membership; about?: string; organization?: string }
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
  | { status: 204; about?: string; organization?: string }
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
  | { status: 201; body: ApiKeyGrant; about?: string }
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

export type RevokeApiKeyResult =
  | { status: 204; about?: string }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | Always>;

export interface RotateApiKeyInput {
  path: { organizationId: Id; keyId: Id };
  body: Filled<ApiKeyRotation, "overlapHours">;
}

export type RotateApiKeyResult =
  | { status: 200; body: ApiKeyGrant; about?: string }
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
      about?: string;
    }
  | {
      status: 200;
      contentType: "text/csv";
      body: Uint8Array | ReadableStream<Uint8Array> | Blob;
      headers: { "Content-Disposition": string };
      about?: string;
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
  | { status: 200; contentType: "text/javascript"; body: Uint8Array | Blob }
  | { status: 200; contentType: "text/css"; body: Uint8Array | Blob }
  | Problem<"not_found" | "not_acceptable" | Always>;

export interface GetProblemInput {
  path: { code: string };
}

export type GetProblemResult =
  | { status: 200; body: string; headers: { "Content-Security-Policy": string } }
  | Problem<"not_found" | "not_acceptable" | Always>;

export type GetInboxInput = Record<string, never>;

export type GetInboxResult =
  | { status: 200; body: string; headers: { "Content-Security-Policy": string } }
  | Problem<"not_acceptable" | Always>;

export interface GetInboxMailInput {
  path: { mailId: string };
}

export type GetInboxMailResult =
  | { status: 200; body: string; headers: { "Content-Security-Policy": string } }
  | Problem<"not_found" | "not_acceptable" | Always>;

export type ListMailTemplatesInput = Record<string, never>;

export type ListMailTemplatesResult =
  | { status: 200; body: string; headers: { "Content-Security-Policy": string } }
  | Problem<"not_acceptable" | Always>;

export interface GetMailPreviewInput {
  path: { template: string };
}

export type GetMailPreviewResult =
  | { status: 200; body: string; headers: { "Content-Security-Policy": string } }
  | Problem<"not_found" | "not_acceptable" | Always>;

export interface ListUsersInput {
  query: { query?: string; state?: AccountState };
  page: PageInput;
}

export type ListUsersResult =
  | { status: 200; body: AccountPage; about?: string; organization?: string }
  | Problem<"unauthenticated" | "forbidden" | "not_acceptable" | Always>;

export interface GetUserInput {
  path: { accountId: Id };
}

export type GetUserResult =
  | { status: 200; body: Account; about?: string; organization?: string }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface SuspendUserInput {
  path: { accountId: Id };
  body: Suspension;
}

export type SuspendUserResult =
  | { status: 200; body: Account; about?: string; organization?: string }
  | Problem<
      | "is_administrator"
      | "unauthenticated"
      | "reauthentication_required"
      | "forbidden"
      | "not_found"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface RestoreUserInput {
  path: { accountId: Id };
}

export type RestoreUserResult =
  | { status: 200; body: Account; about?: string; organization?: string }
  | Problem<"unauthenticated" | "reauthentication_required" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface ImpersonateUserInput {
  path: { accountId: Id };
  body: Impersonation;
}

export type ImpersonateUserResult =
  | { status: 201; body: BearerAccess; about?: string; organization?: string }
  | Problem<
      | "is_administrator"
      | "account_suspended"
      | "unauthenticated"
      | "reauthentication_required"
      | "forbidden"
      | "not_found"
      | "not_acceptable"
      | "request_timeout"
      | "unsupported_media_type"
      | Always
    >;

export interface ListJobsInput {
  query: { state?: JobState; name?: JobName };
  page: PageInput;
}

export type ListJobsResult =
  | { status: 200; body: JobPage }
  | Problem<"unauthenticated" | "forbidden" | "not_acceptable" | Always>;

export interface GetJobInput {
  path: { jobId: JobId };
}

export type GetJobResult =
  | { status: 200; body: Job }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface RetryJobInput {
  path: { jobId: JobId };
}

export type RetryJobResult =
  | { status: 200; body: Job; about?: string; organization?: string }
  | Problem<"job_not_failed" | "job_waits" | "unauthenticated" | "forbidden" | "not_found" | "not_acceptable" | Always>;

export interface GetDevelopmentAppInput {
  path: { page: string };
}

export type GetDevelopmentAppResult =
  | { status: 200; body: string; headers: { "Content-Security-Policy": string } }
  | Problem<"not_found" | "not_acceptable" | Always>;

export interface GetDevelopmentCallbackInput {
  query: {
    code?: string;
    state?: string;
    iss?: string;
    error?: string;
    error_description?: string;
    error_uri?: string;
    session_state?: string;
    scope?: string;
    authuser?: string;
    prompt?: string;
    hd?: string;
  };
}

export type GetDevelopmentCallbackResult =
  | { status: 200; body: string; headers: { "Content-Security-Policy": string } }
  | Problem<"not_acceptable" | Always>;

export type GetDevelopmentAppScriptInput = Record<string, never>;

export type GetDevelopmentAppScriptResult =
  | { status: 200; body: Uint8Array | ReadableStream<Uint8Array> | Blob }
  | Problem<"not_acceptable" | Always>;
