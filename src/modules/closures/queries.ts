/** What an export has of a person: every column but secrets, and hashes of them. */
import type { PageKey } from "#contract/context";
import type { AuditedFields } from "#contract/policy/audit";
import type { Sql } from "#db/client";
import { only } from "#db/rows";

/** The rows after this one in the order of their ids, which are in the order of time; from the first where it is null. */
export interface Stretch {
  readonly after: string | null;
  readonly limit: number;
}

/** Served by totp_secrets_pkey and recovery_codes_pkey. */
export const selectExportedFactors = (sql: Sql, userId: string) =>
  sql<
    {
      totpCreatedAt: string | null;
      totpConfirmedAt: string | null;
      recoveryCodes: number;
      recoveryCodesLeft: number;
      recoveryCodesCreatedAt: string | null;
    }[]
  >`
    select totp.created_at as totp_created_at, totp.confirmed_at as totp_confirmed_at, codes.recovery_codes,
      codes.recovery_codes_left, codes.recovery_codes_created_at
    from (
      select count(*)::int as recovery_codes, (count(*) filter (where used_at is null))::int as recovery_codes_left,
        max(created_at) as recovery_codes_created_at
      from recovery_codes where user_id = ${userId}
    ) as codes
    left join totp_secrets totp on totp.user_id = ${userId}`.then(only);

/** Served by sessions_user_id_id_idx. */
export const listExportedSessions = (sql: Sql, userId: string, { after, limit }: Stretch) =>
  sql<
    {
      id: string;
      deviceId: string | null;
      organizationId: string | null;
      userAgent: string | null;
      address: string | null;
      impersonatedBy: string | null;
      createdAt: string;
      authenticatedAt: string;
      lastUsedAt: string;
      expiresAt: string;
      endedAt: string | null;
      endedReason: string | null;
    }[]
  >`
    select id, device_id, organization_id, user_agent, address, impersonated_by, created_at, authenticated_at,
      last_used_at, expires_at, ended_at, ended_reason
    from sessions
    where user_id = ${userId} and id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by id limit ${limit}`;

/** Served by devices_user_id_last_used_at_idx. */
export const listExportedDevices = (sql: Sql, userId: string, { after, limit }: Stretch) =>
  sql<{ id: string; userAgent: string | null; createdAt: string; lastUsedAt: string }[]>`
    select id, user_agent, created_at, last_used_at
    from devices
    where user_id = ${userId} and id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by id limit ${limit}`;

/** Served by passkeys_user_id_created_at_id_idx. */
export const listExportedPasskeys = (sql: Sql, userId: string, { after, limit }: Stretch) =>
  sql<
    {
      id: string;
      name: string;
      credentialId: string | null;
      publicKey: string | null;
      counter: string;
      transports: string[];
      backedUp: boolean;
      createdAt: string;
      lastUsedAt: string | null;
    }[]
  >`
    select id, name, encode(credential_id, 'hex')::text as credential_id, encode(public_key, 'hex')::text as public_key, counter,
      transports, backed_up, created_at, last_used_at
    from passkeys
    where user_id = ${userId} and id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by id limit ${limit}`;

/** Served by identities_user_id_provider_key. */
export const listExportedIdentities = (sql: Sql, userId: string, { after, limit }: Stretch) =>
  sql<
    {
      id: string;
      provider: string;
      issuer: string;
      subject: string;
      email: string;
      createdAt: string;
      lastUsedAt: string | null;
    }[]
  >`
    select id, provider, issuer, subject, email, created_at, last_used_at
    from identities
    where user_id = ${userId} and id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by id limit ${limit}`;

/** Served by account_links_user_id_purpose_key. */
export const listExportedLinks = (sql: Sql, userId: string, { after, limit }: Stretch) =>
  sql<{ id: string; purpose: string; email: string; createdAt: string; expiresAt: string }[]>`
    select id, purpose, email, created_at, expires_at
    from account_links
    where user_id = ${userId} and id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by id limit ${limit}`;

/** `id` is the organization's. Served by members_by_user and organizations_pkey. */
export const listExportedMemberships = (sql: Sql, userId: string, { after, limit }: Stretch) =>
  sql<{ id: string; name: string; personal: boolean; role: string; joinedAt: string }[]>`
    select organization.id, organization.name, organization.personal_to is not null as personal, member.role,
      member.joined_at
    from members member
    join organizations organization on organization.id = member.organization_id
    where member.user_id = ${userId}
      and member.organization_id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by member.organization_id limit ${limit}`;

interface ExportedInvitationRow {
  id: string;
  organizationId: string;
  email: string;
  role: string;
  createdAt: string;
  sentAt: string;
  expiresAt: string;
  settledAt: string | null;
  settledAs: string | null;
}

/**
 * What they were invited to, at the address that they have proved to be theirs. Served by users_pkey and
 * invitations_email_idx.
 */
export const listExportedInvitations = (sql: Sql, userId: string, { after, limit }: Stretch) =>
  sql<ExportedInvitationRow[]>`
    select invitation.id, invitation.organization_id, invitation.email, invitation.role, invitation.created_at,
      invitation.sent_at, invitation.expires_at, invitation.settled_at, invitation.settled_as
    from users person
    join invitations invitation on lower(invitation.email collate "C") = lower(person.email collate "C")
    where person.id = ${userId} and person.email_verified_at is not null
      and invitation.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by invitation.id limit ${limit}`;

/** Served by invitations_invited_by_idx. */
export const listExportedSentInvitations = (sql: Sql, userId: string, { after, limit }: Stretch) =>
  sql<ExportedInvitationRow[]>`
    select id, organization_id, email, role, created_at, sent_at, expires_at, settled_at, settled_as
    from invitations
    where invited_by = ${userId} and id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by id limit ${limit}`;

/** Served by api_keys_created_by_idx. */
export const listExportedKeys = (sql: Sql, userId: string, { after, limit }: Stretch) =>
  sql<
    {
      id: string;
      organizationId: string;
      name: string;
      scopes: string[];
      createdAt: string;
      expiresAt: string | null;
      lastUsedAt: string | null;
      revokedAt: string | null;
    }[]
  >`
    select id, organization_id, name, scopes, created_at, expires_at, last_used_at, revoked_at
    from api_keys
    where created_by = ${userId} and id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by id limit ${limit}`;

export interface ExportedEventRow {
  id: string;
  organizationId: string | null;
  occurredAt: string;
  event: string;
  operation: string;
  scheme: string | null;
  requestId: string;
  address: string;
  fields: AuditedFields;
}

/** What the person did in one chain, the oldest first: their own, or an organization's. Served by audit_events_by_subject. */
export const listExportedEvents = (
  sql: Sql,
  { chainId, userId }: { chainId: string; userId: string },
  { after, limit }: { after: PageKey | null; limit: number },
) =>
  sql<ExportedEventRow[]>`
    select id, organization_id, occurred_at, event, operation, scheme, request_id, address, fields
    from audit_events
    where chain_id = ${chainId} and subject = ${userId}::uuid::text
      and (occurred_at, id) > (
        coalesce(${after?.at ?? null}::timestamptz, '-infinity'),
        coalesce(${after?.id ?? null}::uuid, '00000000-0000-0000-0000-000000000000')
      )
    order by occurred_at, id
    limit ${limit}`;
