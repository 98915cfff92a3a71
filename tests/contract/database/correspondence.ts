/**
 * Which table keeps what a component of the contract describes. A property is kept by the column of its name
 * (createdAt: created_at). What is derived nowhere stands here, and what is not kept at all, with the reason.
 */
export interface Correspondence {
  /** Component: its table, or the tables that it is read from. The first is what it is a row of. */
  readonly tables: Readonly<Record<string, string | readonly string[]>>;
  /** "Component.property" or "{parameter}": the "table.column" that keeps it, where their names differ. */
  readonly columns: Readonly<Record<string, string>>;
  /** "Component" or "Component.property": why no column keeps it. */
  readonly unkept: Readonly<Record<string, string>>;
  /** "table.column kind": why the contract and this column may differ in this. */
  readonly accepted: Readonly<Record<string, string>>;
}

export const CORRESPONDENCE: Correspondence = {
  tables: {
    Account: "users",
    AddressOnly: "users",
    ApiKey: ["api_keys", "api_key_secrets"],
    AuditEvent: "audit_events",
    Credentials: "users",
    Identity: "identities",
    Invitation: "invitations",
    Member: ["members", "users"],
    MemberChange: "members",
    Membership: ["members", "organizations"],
    NewApiKey: "api_keys",
    NewInvitation: "invitations",
    NewOrganization: "organizations",
    NewPasskey: "passkeys",
    NewRole: "custom_roles",
    Organization: "organizations",
    OrganizationChange: "organizations",
    Passkey: "passkeys",
    PasskeyChange: "passkeys",
    ProfileChange: "users",
    ProviderChoice: "authorization_requests",
    Registration: "users",
    Role: "custom_roles",
    RoleChange: "custom_roles",
    Session: "sessions",
    Suspension: "users",
    User: "users",
  },
  columns: {
    "{accountId}": "users.id",
    "Suspension.reason": "users.suspension_reason",
    "{keyId}": "api_keys.id",
    "{roleName}": "custom_roles.name",
  },
  unkept: {
    "Account.administrator": "It follows from the platform role",
    ApiKeyRotation: "A secret is kept with the instant that follows from it",
    AuthorizationAnswer: "A token is kept as its hash, the rest by nobody",
    BearerRefresh: "A refresh token is kept as its hash",
    ChallengeOnly: "A token is kept as its hash",
    CookieRefresh: "It has only the transport",
    "Credentials.deviceToken": "A token is kept as its hash",
    "Credentials.password": "Only a hash of it is kept",
    "Credentials.transport": "It says how the tokens of this one answer travel",
    FederatedCredentials: "A token is kept as its hash, the rest by nobody",
    Impersonation: "The reason stands in the audit log",
    InvitationAnswer: "A token is kept as its hash",
    Job: "It is a row of the queue, whose schema is not ours",
    LinkUse: "A token is kept as its hash",
    "Membership.current": "It depends on the session that asks",
    "Membership.personal": "It follows from whose own the organization is",
    "NewPasskey.ceremony": "A token is kept as its hash",
    "NewPasskey.response": "Only what verifies the next answer is kept of it",
    NewPassword: "Only a hash of it is kept",
    "NewApiKey.expiresInDays": "The instant that follows from it is kept",
    "Organization.personal": "It follows from whose own the organization is",
    PasskeyCredentials: "A token is kept as its hash, the rest by nobody",
    PasskeyFactor: "A token is kept as its hash, the rest by nobody",
    PasskeyProof: "A token is kept as its hash, the rest by nobody",
    PasswordProof: "It is compared with what is kept",
    PasswordReset: "Only hashes are kept of it",
    Provider: "It stands in the configuration",
    PublicKeyCredential: "Only what verifies the next answer is kept of it",
    RecoveryCodeFactor: "It is compared with what is kept",
    "Registration.password": "Only a hash of it is kept",
    "Role.builtIn": "Built-in roles stand in the contract, and have no row",
    "Session.current": "It depends on who asks",
    "Session.impersonated": "It follows from who acts as the person",
    TotpConfirmation: "It is compared with what is kept",
    TotpFactor: "It is compared with what is kept",
    "User.administrator": "It follows from the platform role",
    "User.impersonatedBy": "It depends on the session that asks",
  },
  accepted: {
    "api_keys.scopes values": "A scope that the contract has no more stays in rows, and opens nothing",
    "audit_events.hash type": "Its bytes are answered in hexadecimal",
    "audit_events.id unique": "Its key is its place in the chain, and one of its id would cost an index more",
    "custom_roles.name check": "The names of built-in roles are taken: role_exists",
    "custom_roles.scopes values": "A scope that the contract has no more stays in rows, and is left out of answers",
  },
};
