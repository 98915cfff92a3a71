// Generated from the contract. Edit openapi.yaml, then run make generate.
import { Type as t } from "@sinclair/typebox";

export const Id = t.String({ format: "uuid", maxLength: 36 });

export const Timestamp = t.String({ format: "date-time", maxLength: 30 });

export const Instant = t.String({
  format: "date-time",
  pattern: "^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$",
  maxLength: 30,
});

export const Email = t.String({ format: "email", maxLength: 254 });

export const Password = t.String({ format: "password", minLength: 8, maxLength: 1024 });

export const Name = t.String({
  pattern: "^[^\\s\\x00-\\x1f\\x7f-\\x9f](?:[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f])?$",
  minLength: 1,
  maxLength: 100,
});

export const RefreshToken = t.String({ pattern: "^gwr_[A-Za-z0-9_-]{43}$", maxLength: 64 });

export const Registration = t.Object({ email: Email, password: Password, name: Name }, { additionalProperties: false });

export const User = t.Object(
  {
    id: Id,
    email: Email,
    emailVerifiedAt: t.Union([Timestamp, t.Null()]),
    name: Name,
    administrator: t.Boolean(),
    impersonatedBy: t.Union([Id, t.Null()]),
    createdAt: Timestamp,
    updatedAt: Timestamp,
    deletesAt: t.Union([Timestamp, t.Null()]),
  },
  { additionalProperties: false },
);

export const ProfileChange = t.Object({ name: t.Optional(Name) }, { minProperties: 1, additionalProperties: false });

export const Transport = t.Union([t.Literal("bearer"), t.Literal("cookie")]);

export const AnyPassword = t.String({ format: "password", minLength: 1, maxLength: 1024 });

export const DeviceToken = t.String({ format: "password", pattern: "^gwd_[A-Za-z0-9_-]{43}$", maxLength: 64 });

export const Credentials = t.Object(
  {
    email: Email,
    password: AnyPassword,
    transport: t.Optional({ ...Transport, default: "bearer" }),
    deviceToken: t.Optional(DeviceToken),
  },
  { additionalProperties: false },
);

export const BearerRefresh = t.Object(
  { transport: t.Literal("bearer"), refreshToken: RefreshToken },
  { additionalProperties: false },
);

export const CookieRefresh = t.Object({ transport: t.Literal("cookie") }, { additionalProperties: false });

export const Refresh = t.Union([BearerRefresh, CookieRefresh], { discriminator: "transport" });

export const ExpiresIn = t.Integer({ format: "int32", minimum: 1, maximum: 900 });

export const BearerGrant = t.Object(
  {
    transport: t.Literal("bearer"),
    sessionId: Id,
    accessToken: t.String({ maxLength: 4096 }),
    expiresIn: ExpiresIn,
    refreshToken: RefreshToken,
    deviceToken: t.Optional(DeviceToken),
  },
  { additionalProperties: false },
);

export const CookieGrant = t.Object(
  { transport: t.Literal("cookie"), sessionId: Id, expiresIn: ExpiresIn },
  { additionalProperties: false },
);

export const SessionGrant = t.Union([BearerGrant, CookieGrant], { discriminator: "transport" });

export const Session = t.Object(
  {
    id: Id,
    current: t.Boolean(),
    userAgent: t.Union([t.String({ maxLength: 512 }), t.Null()]),
    address: t.Union([t.String({ maxLength: 45 }), t.Null()]),
    impersonated: t.Boolean(),
    createdAt: Timestamp,
    lastUsedAt: Timestamp,
    expiresAt: Timestamp,
  },
  { additionalProperties: false },
);

export const NextCursor = t.Union([t.String({ maxLength: 512 }), t.Null()]);

export const SessionPage = t.Object(
  { items: t.Array(Session, { maxItems: 100 }), nextCursor: NextCursor },
  { additionalProperties: false },
);

export const NewPassword = t.Object({ password: Password }, { additionalProperties: false });

export const AddressOnly = t.Object({ email: Email }, { additionalProperties: false });

export const LinkToken = t.String({ format: "password", pattern: "^gwl_[A-Za-z0-9_-]{43}$", maxLength: 64 });

export const LinkUse = t.Object({ token: LinkToken }, { additionalProperties: false });

export const PasswordReset = t.Object({ token: LinkToken, password: Password }, { additionalProperties: false });

export const ChallengeToken = t.String({ format: "password", pattern: "^gwc_[A-Za-z0-9_-]{43}$", maxLength: 64 });

export const ChallengeOnly = t.Object({ challenge: ChallengeToken }, { additionalProperties: false });

export const SecondFactorMethod = t.Union([t.Literal("totp"), t.Literal("passkey"), t.Literal("recovery_code")]);

export const SecondFactorChallenge = t.Object(
  {
    challenge: ChallengeToken,
    methods: t.Array(SecondFactorMethod, { minItems: 1, maxItems: 3, uniqueItems: true }),
    expiresIn: t.Integer({ format: "int32", minimum: 1, maximum: 600 }),
  },
  { additionalProperties: false },
);

export const TotpCode = t.String({ format: "password", pattern: "^[0-9]{6}$", minLength: 6, maxLength: 6 });

export const RecoveryCode = t.String({ format: "password", pattern: "^[0-9A-Za-z -]+$", minLength: 10, maxLength: 20 });

export const TotpFactor = t.Object(
  { method: t.Literal("totp"), challenge: ChallengeToken, code: TotpCode },
  { additionalProperties: false },
);

export const RecoveryCodeFactor = t.Object(
  { method: t.Literal("recovery_code"), challenge: ChallengeToken, code: RecoveryCode },
  { additionalProperties: false },
);

export const CeremonyToken = t.String({ format: "password", pattern: "^gwp_[A-Za-z0-9_-]{43}$", maxLength: 64 });

export const PublicKeyCredential = t.Intersect([
  t.Object({
    id: t.String({ maxLength: 2048 }),
    rawId: t.String({ maxLength: 2048 }),
    type: t.Literal("public-key"),
    response: t.Record(t.String(), t.Unknown()),
  }),
  t.Record(t.String(), t.Unknown()),
]);

export const PasskeyFactor = t.Object(
  { method: t.Literal("passkey"), challenge: ChallengeToken, ceremony: CeremonyToken, response: PublicKeyCredential },
  { additionalProperties: false },
);

export const SecondFactor = t.Union([TotpFactor, RecoveryCodeFactor, PasskeyFactor], { discriminator: "method" });

export const PasswordProof = t.Object(
  { method: t.Literal("password"), password: AnyPassword, code: t.Optional(TotpCode) },
  { additionalProperties: false },
);

export const PasskeyProof = t.Object(
  { method: t.Literal("passkey"), ceremony: CeremonyToken, response: PublicKeyCredential },
  { additionalProperties: false },
);

export const Proof = t.Union([PasswordProof, PasskeyProof], { discriminator: "method" });

export const BearerAccess = t.Object(
  { transport: t.Literal("bearer"), sessionId: Id, accessToken: t.String({ maxLength: 4096 }), expiresIn: ExpiresIn },
  { additionalProperties: false },
);

export const CookieAccess = t.Object(
  { transport: t.Literal("cookie"), sessionId: Id, expiresIn: ExpiresIn },
  { additionalProperties: false },
);

export const AccessGrant = t.Union([BearerAccess, CookieAccess], { discriminator: "transport" });

export const Security = t.Object(
  {
    password: t.Boolean(),
    totp: t.Boolean(),
    recoveryCodes: t.Integer({ format: "int32", minimum: 0, maximum: 10 }),
    passkeys: t.Integer({ format: "int32", minimum: 0, maximum: 20 }),
  },
  { additionalProperties: false },
);

export const TotpSetup = t.Object(
  {
    secret: t.String({ format: "password", pattern: "^[A-Z2-7]{32}$", maxLength: 64 }),
    uri: t.String({ format: "password", maxLength: 1024 }),
    qrCode: t.String({ format: "password", maxLength: 65536 }),
  },
  { additionalProperties: false },
);

export const TotpConfirmation = t.Object({ code: TotpCode }, { additionalProperties: false });

export const NewRecoveryCodes = t.Array(RecoveryCode, { maxItems: 10 });

export const RecoveryCodes = t.Object({ recoveryCodes: NewRecoveryCodes }, { additionalProperties: false });

export const PasskeyCeremony = t.Object(
  { ceremony: CeremonyToken, options: t.Record(t.String(), t.Unknown()) },
  { additionalProperties: false },
);

export const PasskeyCredentials = t.Object(
  {
    ceremony: CeremonyToken,
    response: PublicKeyCredential,
    transport: t.Optional({ ...Transport, default: "bearer" }),
    deviceToken: t.Optional(DeviceToken),
  },
  { additionalProperties: false },
);

export const PasskeyName = t.String({
  pattern: "^[^\\s\\x00-\\x1f\\x7f-\\x9f](?:[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f])?$",
  minLength: 1,
  maxLength: 100,
});

export const NewPasskey = t.Object(
  { ceremony: CeremonyToken, name: PasskeyName, response: PublicKeyCredential },
  { additionalProperties: false },
);

export const PasskeyChange = t.Object({ name: PasskeyName }, { additionalProperties: false });

export const Passkey = t.Object(
  {
    id: Id,
    name: PasskeyName,
    backedUp: t.Boolean(),
    createdAt: Timestamp,
    lastUsedAt: t.Union([Timestamp, t.Null()]),
  },
  { additionalProperties: false },
);

export const PasskeyList = t.Object({ items: t.Array(Passkey, { maxItems: 20 }) }, { additionalProperties: false });

export const AddedPasskey = t.Object(
  { passkey: Passkey, recoveryCodes: NewRecoveryCodes },
  { additionalProperties: false },
);

export const ProviderId = t.String({ pattern: "^[a-z][a-z0-9-]{1,39}$", minLength: 2, maxLength: 40 });

export const Provider = t.Object(
  { id: ProviderId, name: t.String({ minLength: 1, maxLength: 100 }) },
  { additionalProperties: false },
);

export const ProviderList = t.Object({ items: t.Array(Provider, { maxItems: 16 }) }, { additionalProperties: false });

export const ProviderChoice = t.Object({ provider: ProviderId }, { additionalProperties: false });

export const AuthorizationToken = t.String({ format: "password", pattern: "^gwo_[A-Za-z0-9_-]{43}$", maxLength: 64 });

export const Authorization = t.Object(
  { authorization: AuthorizationToken, url: t.String({ format: "uri", maxLength: 4096 }) },
  { additionalProperties: false },
);

export const CallbackValue = t.String({
  format: "password",
  pattern: "^[\\x20-\\x7e]+$",
  minLength: 1,
  maxLength: 2048,
});

export const CallbackIssuer = t.String({ pattern: "^[\\x21-\\x7e]+$", minLength: 1, maxLength: 1024 });

export const AuthorizationAnswer = t.Object(
  { authorization: AuthorizationToken, state: CallbackValue, code: CallbackValue, iss: t.Optional(CallbackIssuer) },
  { additionalProperties: false },
);

export const FederatedCredentials = t.Object(
  {
    authorization: AuthorizationToken,
    state: CallbackValue,
    code: CallbackValue,
    iss: t.Optional(CallbackIssuer),
    transport: t.Optional({ ...Transport, default: "bearer" }),
    deviceToken: t.Optional(DeviceToken),
  },
  { additionalProperties: false },
);

export const Identity = t.Object(
  { id: Id, provider: ProviderId, email: Email, createdAt: Timestamp, lastUsedAt: t.Union([Timestamp, t.Null()]) },
  { additionalProperties: false },
);

export const IdentityList = t.Object({ items: t.Array(Identity, { maxItems: 16 }) }, { additionalProperties: false });

export const AccountState = t.Union([t.Literal("active"), t.Literal("suspended"), t.Literal("deleting")]);

export const Reason = t.String({ pattern: "^[^\\x00-\\x1f\\x7f-\\x9f]+$", minLength: 1, maxLength: 500 });

export const Account = t.Object(
  {
    id: Id,
    email: Email,
    emailVerifiedAt: t.Union([Timestamp, t.Null()]),
    name: Name,
    administrator: t.Boolean(),
    suspendedAt: t.Union([Timestamp, t.Null()]),
    suspensionReason: t.Union([Reason, t.Null()]),
    createdAt: Timestamp,
    updatedAt: Timestamp,
    deletesAt: t.Union([Timestamp, t.Null()]),
  },
  { additionalProperties: false },
);

export const AccountPage = t.Object(
  { items: t.Array(Account, { maxItems: 100 }), nextCursor: NextCursor },
  { additionalProperties: false },
);

export const Suspension = t.Object({ reason: Reason }, { additionalProperties: false });

export const Impersonation = t.Object({ reason: Reason }, { additionalProperties: false });

export const JobId = t.String({ format: "uuid", maxLength: 36 });

export const JobName = t.String({ pattern: "^[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)+$", maxLength: 64 });

export const JobState = t.Union([t.Literal("waiting"), t.Literal("running"), t.Literal("failed"), t.Literal("done")]);

export const Job = t.Object(
  {
    id: JobId,
    name: JobName,
    state: JobState,
    attempts: t.Integer({ format: "int32", minimum: 0, maximum: 1000 }),
    error: t.Union([t.String({ maxLength: 1000 }), t.Null()]),
    createdAt: Timestamp,
    startsAt: Timestamp,
    startedAt: t.Union([Timestamp, t.Null()]),
    endedAt: t.Union([Timestamp, t.Null()]),
  },
  { additionalProperties: false },
);

export const JobPage = t.Object(
  { items: t.Array(Job, { maxItems: 100 }), nextCursor: NextCursor },
  { additionalProperties: false },
);

export const OrganizationName = t.String({
  pattern: "^[^\\s\\x00-\\x1f\\x7f-\\x9f](?:[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f])?$",
  minLength: 1,
  maxLength: 100,
});

export const NewOrganization = t.Object({ name: OrganizationName }, { additionalProperties: false });

export const OrganizationChange = t.Object(
  { name: t.Optional(OrganizationName) },
  { minProperties: 1, additionalProperties: false },
);

export const Organization = t.Object(
  {
    id: Id,
    name: OrganizationName,
    personal: t.Boolean(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
    deletesAt: t.Union([Timestamp, t.Null()]),
  },
  { additionalProperties: false },
);

export const RoleName = t.String({ pattern: "^[a-z][a-z0-9-]{1,39}$", minLength: 2, maxLength: 40 });

export const Membership = t.Object(
  {
    organizationId: Id,
    name: OrganizationName,
    personal: t.Boolean(),
    role: RoleName,
    current: t.Boolean(),
    joinedAt: Timestamp,
  },
  { additionalProperties: false },
);

export const MembershipPage = t.Object(
  { items: t.Array(Membership, { maxItems: 100 }), nextCursor: NextCursor },
  { additionalProperties: false },
);

export const Scope = t.Union([
  t.Literal("organization:read"),
  t.Literal("organization:leave"),
  t.Literal("organization:write"),
  t.Literal("organization:delete"),
  t.Literal("member:read"),
  t.Literal("member:write"),
  t.Literal("role:read"),
  t.Literal("role:write"),
  t.Literal("invitation:read"),
  t.Literal("invitation:write"),
  t.Literal("key:read"),
  t.Literal("key:write"),
  t.Literal("audit:read"),
]);

export const Scopes = t.Array(Scope, { minItems: 1, maxItems: 64, uniqueItems: true });

export const RoleDescription = t.String({ pattern: "^[^\\x00-\\x1f\\x7f-\\x9f]*$", maxLength: 200 });

export const Role = t.Object(
  { name: RoleName, description: RoleDescription, builtIn: t.Boolean(), scopes: Scopes },
  { additionalProperties: false },
);

export const RoleList = t.Object({ items: t.Array(Role, { maxItems: 54 }) }, { additionalProperties: false });

export const NewRole = t.Object(
  { name: RoleName, description: t.Optional({ ...RoleDescription, default: "" }), scopes: Scopes },
  { additionalProperties: false },
);

export const RoleChange = t.Object(
  { description: t.Optional(RoleDescription), scopes: t.Optional(Scopes) },
  { minProperties: 1, additionalProperties: false },
);

export const Member = t.Object(
  { userId: Id, email: Email, name: Name, role: RoleName, joinedAt: Timestamp },
  { additionalProperties: false },
);

export const MemberChange = t.Object({ role: RoleName }, { additionalProperties: false });

export const MemberPage = t.Object(
  { items: t.Array(Member, { maxItems: 100 }), nextCursor: NextCursor },
  { additionalProperties: false },
);

export const NewInvitation = t.Object({ email: Email, role: RoleName }, { additionalProperties: false });

export const Invitation = t.Object(
  {
    id: Id,
    email: Email,
    role: RoleName,
    invitedBy: t.Union([Id, t.Null()]),
    createdAt: Timestamp,
    sentAt: Timestamp,
    expiresAt: Timestamp,
  },
  { additionalProperties: false },
);

export const InvitationPage = t.Object(
  { items: t.Array(Invitation, { maxItems: 100 }), nextCursor: NextCursor },
  { additionalProperties: false },
);

export const InvitationToken = t.String({ pattern: "^gwi_[A-Za-z0-9_-]{43}$", maxLength: 64 });

export const InvitationAnswer = t.Object({ token: InvitationToken }, { additionalProperties: false });

export const InvitationPreview = t.Object(
  { organizationName: OrganizationName, email: Email, role: RoleName, expiresAt: Timestamp },
  { additionalProperties: false },
);

export const KeyName = t.String({
  pattern: "^[^\\s\\x00-\\x1f\\x7f-\\x9f](?:[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f])?$",
  minLength: 1,
  maxLength: 100,
});

export const KeyScope = t.Union([
  t.Literal("organization:read"),
  t.Literal("organization:write"),
  t.Literal("member:read"),
  t.Literal("member:write"),
  t.Literal("role:read"),
  t.Literal("role:write"),
  t.Literal("invitation:read"),
  t.Literal("invitation:write"),
  t.Literal("key:read"),
  t.Literal("audit:read"),
]);

export const KeyScopes = t.Array(KeyScope, { minItems: 1, maxItems: 64, uniqueItems: true });

export const NewApiKey = t.Object(
  {
    name: KeyName,
    scopes: KeyScopes,
    expiresInDays: t.Optional(t.Integer({ format: "int32", minimum: 1, maximum: 3650 })),
  },
  { additionalProperties: false },
);

export const ApiKey = t.Object(
  {
    id: Id,
    name: KeyName,
    scopes: KeyScopes,
    ending: t.String({ minLength: 4, maxLength: 4 }),
    createdBy: t.Union([Id, t.Null()]),
    createdAt: Timestamp,
    expiresAt: t.Union([Timestamp, t.Null()]),
    lastUsedAt: t.Union([Timestamp, t.Null()]),
  },
  { additionalProperties: false },
);

export const ApiKeyPage = t.Object(
  { items: t.Array(ApiKey, { maxItems: 100 }), nextCursor: NextCursor },
  { additionalProperties: false },
);

export const ApiKeyGrant = t.Object(
  { apiKey: ApiKey, key: t.String({ format: "password", pattern: "^gwk_[A-Za-z0-9]{49}$", maxLength: 64 }) },
  { additionalProperties: false },
);

export const ApiKeyRotation = t.Object(
  { overlapHours: t.Optional(t.Integer({ format: "int32", minimum: 0, maximum: 168, default: 24 })) },
  { additionalProperties: false },
);

export const AuditEventName = t.String({ pattern: "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$", maxLength: 64 });

export const Hash = t.String({ pattern: "^[0-9a-f]{64}$", minLength: 64, maxLength: 64 });

export const AuditSequence = t.Integer({ format: "int64", minimum: 1, maximum: 9007199254740991 });

export const AuditEvent = t.Object(
  {
    id: Id,
    sequence: AuditSequence,
    occurredAt: Timestamp,
    event: AuditEventName,
    operation: t.String({ maxLength: 60 }),
    scheme: t.Union([t.String({ maxLength: 60 }), t.Null()]),
    subject: t.Union([t.String({ maxLength: 64 }), t.Null()]),
    requestId: Id,
    address: t.String({ maxLength: 45 }),
    fields: t.Record(t.String(), t.Unknown()),
    hash: Hash,
  },
  { additionalProperties: false },
);

export const AuditEventPage = t.Object(
  { items: t.Array(AuditEvent, { maxItems: 200 }), nextCursor: NextCursor },
  { additionalProperties: false },
);

export const AuditFault = t.Object(
  {
    sequence: AuditSequence,
    kind: t.Union([t.Literal("removed"), t.Literal("reordered"), t.Literal("changed")]),
    eventId: t.Union([Id, t.Null()]),
  },
  { additionalProperties: false },
);

export const AuditVerification = t.Object(
  {
    valid: t.Boolean(),
    events: t.Integer({ format: "int64", minimum: 0, maximum: 9007199254740991 }),
    hash: t.Union([Hash, t.Null()]),
    fault: t.Union([AuditFault, t.Null()]),
  },
  { additionalProperties: false },
);

export const Health = t.Object({ status: t.Literal("ok") }, { additionalProperties: false });

export const Contract = t.Record(t.String(), t.Unknown());

export const ReferenceAsset = t.Union([t.Literal("swagger-ui-bundle.js"), t.Literal("swagger-ui.css")]);

export const JsonWebKey = t.Object(
  {
    kty: t.Literal("EC"),
    crv: t.Literal("P-256"),
    alg: t.Literal("ES256"),
    use: t.Literal("sig"),
    kid: Id,
    x: t.String({ pattern: "^[A-Za-z0-9_-]{43}$", maxLength: 43 }),
    y: t.String({ pattern: "^[A-Za-z0-9_-]{43}$", maxLength: 43 }),
  },
  { additionalProperties: false },
);

export const JsonWebKeySet = t.Object({ keys: t.Array(JsonWebKey, { maxItems: 16 }) }, { additionalProperties: false });

export const ETagHeader = t.String({ pattern: '^"[!#-~]+"$', maxLength: 64 });

export const ContentDispositionHeader = t.String({ maxLength: 200 });

export const ListMyEventsParameters = t.Object(
  {
    query: t.Object(
      {
        limit: t.Optional(t.Integer({ format: "int32", minimum: 1, maximum: 200 })),
        cursor: t.Optional(t.String({ pattern: "^[A-Za-z0-9_-]+$", minLength: 1, maxLength: 512 })),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const PasskeyIdPath = t.Object(
  { path: t.Object({ passkeyId: Id }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const IdentityIdPath = t.Object(
  { path: t.Object({ identityId: Id }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const ListSessionsParameters = t.Object(
  {
    query: t.Object(
      {
        limit: t.Optional(t.Integer({ format: "int32", minimum: 1, maximum: 100 })),
        cursor: t.Optional(t.String({ pattern: "^[A-Za-z0-9_-]+$", minLength: 1, maxLength: 512 })),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const CreateSessionParameters = t.Object(
  { cookie: t.Object({ "__Host-device": t.Optional(DeviceToken) }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const SetCookieHeader = t.Array(t.String({ maxLength: 4096 }), { maxItems: 3 });

export const RevokeSessionsParameters = t.Object(
  { query: t.Object({ which: t.Union([t.Literal("others"), t.Literal("all")]) }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const SessionIdPath = t.Object(
  { path: t.Object({ sessionId: Id }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const RefreshSessionParameters = t.Object(
  { cookie: t.Object({ "__Host-refresh": t.Optional(RefreshToken) }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const OrganizationIdPath = t.Object(
  { path: t.Object({ organizationId: Id }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const ListMembersParameters = t.Object(
  {
    path: t.Object({ organizationId: Id }, { additionalProperties: false }),
    query: t.Object(
      {
        limit: t.Optional(t.Integer({ format: "int32", minimum: 1, maximum: 100 })),
        cursor: t.Optional(t.String({ pattern: "^[A-Za-z0-9_-]+$", minLength: 1, maxLength: 512 })),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const OrganizationIdUserIdPath = t.Object(
  { path: t.Object({ organizationId: Id, userId: Id }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const OrganizationIdRoleNamePath = t.Object(
  { path: t.Object({ organizationId: Id, roleName: RoleName }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const OrganizationIdInvitationIdPath = t.Object(
  { path: t.Object({ organizationId: Id, invitationId: Id }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const OrganizationIdKeyIdPath = t.Object(
  { path: t.Object({ organizationId: Id, keyId: Id }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const ListAuditEventsParameters = t.Object(
  {
    path: t.Object({ organizationId: Id }, { additionalProperties: false }),
    query: t.Object(
      {
        event: t.Optional(AuditEventName),
        subject: t.Optional(Id),
        from: t.Optional(Instant),
        until: t.Optional(Instant),
        limit: t.Optional(t.Integer({ format: "int32", minimum: 1, maximum: 200 })),
        cursor: t.Optional(t.String({ pattern: "^[A-Za-z0-9_-]+$", minLength: 1, maxLength: 512 })),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const ExportAuditEventsParameters = t.Object(
  {
    path: t.Object({ organizationId: Id }, { additionalProperties: false }),
    query: t.Object(
      {
        format: t.Optional(t.Union([t.Literal("ndjson"), t.Literal("csv")], { default: "ndjson" })),
        event: t.Optional(AuditEventName),
        subject: t.Optional(Id),
        from: t.Optional(Instant),
        until: t.Optional(Instant),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const GetMetricsAnswer = t.String({ maxLength: 10000000 });

export const GetReferenceAnswer = t.String({ maxLength: 100000 });

export const ContentSecurityPolicyHeader = t.String({ maxLength: 1024 });

export const AssetPath = t.Object(
  { path: t.Object({ asset: ReferenceAsset }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const CodePath = t.Object(
  {
    path: t.Object(
      { code: t.String({ pattern: "^[a-z][a-z0-9_]*$", maxLength: 64 }) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const GetInboxAnswer = t.String({ maxLength: 1000000 });

export const MailIdPath = t.Object(
  { path: t.Object({ mailId: t.String({ format: "uuid" }) }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const TemplatePath = t.Object(
  {
    path: t.Object(
      { template: t.String({ pattern: "^[a-z][a-z0-9-]*$", maxLength: 40 }) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const ListUsersParameters = t.Object(
  {
    query: t.Object(
      {
        query: t.Optional(t.String({ pattern: "^[^\\x00-\\x1f\\x7f-\\x9f]+$", minLength: 1, maxLength: 100 })),
        state: t.Optional(AccountState),
        limit: t.Optional(t.Integer({ format: "int32", minimum: 1, maximum: 100 })),
        cursor: t.Optional(t.String({ pattern: "^[A-Za-z0-9_-]+$", minLength: 1, maxLength: 512 })),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const AccountIdPath = t.Object(
  { path: t.Object({ accountId: Id }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const ListJobsParameters = t.Object(
  {
    query: t.Object(
      {
        state: t.Optional(JobState),
        name: t.Optional(JobName),
        limit: t.Optional(t.Integer({ format: "int32", minimum: 1, maximum: 100 })),
        cursor: t.Optional(t.String({ pattern: "^[A-Za-z0-9_-]+$", minLength: 1, maxLength: 512 })),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const JobIdPath = t.Object(
  { path: t.Object({ jobId: JobId }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const PagePath = t.Object(
  { path: t.Object({ page: t.String({ pattern: "^[a-z][a-z-]*$", maxLength: 40 }) }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const GetDevelopmentCallbackParameters = t.Object(
  {
    query: t.Object(
      {
        code: t.Optional(t.String({ maxLength: 4096 })),
        state: t.Optional(t.String({ maxLength: 4096 })),
        iss: t.Optional(t.String({ maxLength: 4096 })),
        error: t.Optional(t.String({ maxLength: 4096 })),
        error_description: t.Optional(t.String({ maxLength: 4096 })),
        error_uri: t.Optional(t.String({ maxLength: 4096 })),
        session_state: t.Optional(t.String({ maxLength: 4096 })),
        scope: t.Optional(t.String({ maxLength: 4096 })),
        authuser: t.Optional(t.String({ maxLength: 4096 })),
        prompt: t.Optional(t.String({ maxLength: 4096 })),
        hd: t.Optional(t.String({ maxLength: 4096 })),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
