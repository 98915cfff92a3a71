// Generated from the contract. Edit openapi.yaml, then run make generate.
import { Type as t } from "@sinclair/typebox";

export const Id = t.String({ format: "uuid", maxLength: 36 });

export const Timestamp = t.String({ format: "date-time", maxLength: 30 });

export const Instant = t.String({ format: "date-time", pattern: "^[1-9].*Z$", maxLength: 30 });

export const Email = t.String({ format: "email", maxLength: 254 });

export const Password = t.String({ format: "password", minLength: 8, maxLength: 256 });

export const Name = t.String({
  pattern: "^[^\\s\\x00-\\x1f\\x7f-\\x9f](?:[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f])?$",
  minLength: 1,
  maxLength: 100,
});

export const RefreshToken = t.String({ pattern: "^gwr_[A-Za-z0-9_-]{43}$", maxLength: 64 });

export const Registration = t.Object({ email: Email, password: Password, name: Name }, { additionalProperties: false });

export const User = t.Object(
  { id: Id, email: Email, name: Name, createdAt: Timestamp, updatedAt: Timestamp },
  { additionalProperties: false },
);

export const ProfileChange = t.Object({ name: t.Optional(Name) }, { minProperties: 1, additionalProperties: false });

export const Transport = t.Union([t.Literal("bearer"), t.Literal("cookie")]);

export const Credentials = t.Object(
  {
    email: Email,
    password: t.String({ format: "password", minLength: 1, maxLength: 256 }),
    transport: t.Optional({ ...Transport, default: "bearer" }),
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
    createdBy: Id,
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

export const SetCookieHeader = t.Array(t.String({ maxLength: 4096 }), { maxItems: 2 });

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

export const ContentDispositionHeader = t.String({ maxLength: 200 });

export const GetMetricsAnswer = t.String({ maxLength: 10000000 });

export const GetReferenceAnswer = t.String({ maxLength: 100000 });

export const ContentSecurityPolicyHeader = t.String({ maxLength: 1024 });

export const AssetPath = t.Object(
  { path: t.Object({ asset: ReferenceAsset }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const ETagHeader2 = t.String({ pattern: '^"[0-9]+"$', maxLength: 64 });

export const CodePath = t.Object(
  {
    path: t.Object(
      { code: t.String({ pattern: "^[a-z][a-z0-9_]*$", maxLength: 64 }) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
