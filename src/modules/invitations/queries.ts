import type { PageInput } from "#contract/context";
import type { Sql } from "#db/client";
import { first, only } from "#db/rows";

export interface InvitationKey {
  readonly organizationId: string;
  readonly invitationId: string;
}

export type Settlement = "accepted" | "declined" | "revoked";

/** Whether the account that has this address, if there is one, is a member's. Served by users_email_key and members_pkey. */
export const selectMemberByEmail = (sql: Sql, organizationId: string, email: string) =>
  sql<{ userId: string }[]>`
    select member.user_id
    from users person
    join members member on member.user_id = person.id and member.organization_id = ${organizationId}
    where lower(person.email collate "C") = lower(${email}::text collate "C")`.then(first);

/** Makes room for a new invitation of the same address. Served by invitations_open_key. */
export const updateExpiredInvitationSettled = (sql: Sql, organizationId: string, email: string, now: Date) =>
  sql`
    update invitations set settled_at = ${now}, settled_as = 'revoked'
    where organization_id = ${organizationId} and lower(email collate "C") = lower(${email}::text collate "C")
      and settled_at is null and expires_at <= ${now}`;

export interface InvitationRow {
  id: string;
  email: string;
  role: string;
  invitedBy: string | null;
  createdAt: string;
  sentAt: string;
  expiresAt: string;
}

interface NewInvitation {
  id: string;
  organizationId: string;
  email: string;
  role: string;
  tokenHash: Uint8Array;
  invitedBy: string | null;
  at: Date;
  expiresAt: Date;
}

/** Undefined where invitations_open_key says that the address has an open invitation. */
export const insertInvitation = (sql: Sql, { id, organizationId, email, role, ...sent }: NewInvitation) =>
  sql<InvitationRow[]>`
    insert into invitations (
      id, organization_id, email, role, token_hash, invited_by, created_at, sent_at, expires_at
    )
    values (
      ${id}, ${organizationId}, ${email}, ${role}, ${sent.tokenHash}, ${sent.invitedBy}, ${sent.at}, ${sent.at},
      ${sent.expiresAt}
    )
    on conflict (organization_id, lower(email collate "C")) where settled_at is null do nothing
    returning id, email, role, invited_by, created_at, sent_at, expires_at`.then(first);

/** Expired ones too. Served by invitations_by_organization. */
export const countOpenInvitations = (sql: Sql, organizationId: string) =>
  sql<{ count: number }[]>`
    select count(*)::int as count from invitations
    where organization_id = ${organizationId} and settled_at is null`.then(only);

/** Newest first; one row more than the limit where there is another page. Served by invitations_by_organization. */
export const listOpenInvitations = (sql: Sql, organizationId: string, { after, limit }: PageInput) =>
  sql<InvitationRow[]>`
    select id, email, role, invited_by, created_at, sent_at, expires_at
    from invitations
    where organization_id = ${organizationId} and settled_at is null
      and (created_at, id) < (
        coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
        coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by created_at desc, id desc
    limit ${limit + 1}`;

interface OpenInvitationRow {
  role: string;
  organizationName: string;
}

/** Served by invitations_pkey and organizations_pkey. */
export const lockOpenInvitation = (sql: Sql, { organizationId, invitationId }: InvitationKey) =>
  sql<OpenInvitationRow[]>`
    select invitation.role, organization.name as organization_name
    from invitations invitation
    join organizations organization on organization.id = invitation.organization_id
    where invitation.id = ${invitationId} and invitation.organization_id = ${organizationId}
      and invitation.settled_at is null
    for update of invitation`.then(first);

interface Sending {
  tokenHash: Uint8Array;
  sentAt: Date;
  expiresAt: Date;
}

/** Served by invitations_pkey. */
export const updateInvitationSent = (sql: Sql, { organizationId, invitationId }: InvitationKey, sending: Sending) =>
  sql<InvitationRow[]>`
    update invitations
    set token_hash = ${sending.tokenHash}, sent_at = ${sending.sentAt}, expires_at = ${sending.expiresAt}
    where id = ${invitationId} and organization_id = ${organizationId} and settled_at is null
    returning id, email, role, invited_by, created_at, sent_at, expires_at`.then(only);

/** The id, or undefined where the organization has no such open invitation. Served by invitations_pkey. */
export const updateInvitationSettled = (
  sql: Sql,
  { organizationId, invitationId }: InvitationKey,
  settledAs: Settlement,
  at: Date,
) =>
  sql<{ id: string }[]>`
    update invitations set settled_at = ${at}, settled_as = ${settledAs}
    where id = ${invitationId} and organization_id = ${organizationId} and settled_at is null
    returning id`.then(first);

export interface PreviewRow {
  organizationName: string;
  email: string;
  role: string;
  expiresAt: string;
}

/** Served by invitations_token_hash_key and organizations_pkey. */
export const selectPreviewByToken = (sql: Sql, tokenHash: Uint8Array, now: Date) =>
  sql<PreviewRow[]>`
    select organization.name as organization_name, invitation.email, invitation.role, invitation.expires_at
    from invitations invitation
    join organizations organization on organization.id = invitation.organization_id
    where invitation.token_hash = ${tokenHash} and invitation.settled_at is null and invitation.expires_at > ${now}
      and (organization.deletes_at is null or organization.deletes_at > ${now})`.then(first);

interface AnsweredInvitationRow {
  invitationId: string;
  organizationId: string;
  email: string;
  role: string;
  settledAs: string | null;
  expiresAt: string;
  /** Whether this person's account has the address that was invited. */
  isTheirs: boolean;
}

/**
 * Answers to one invitation wait here for each other. Undefined for an organization whose time is over, too. Served by
 * invitations_token_hash_key, organizations_pkey and users_pkey.
 */
export const lockInvitationByToken = (sql: Sql, tokenHash: Uint8Array, userId: string, now: Date) =>
  sql<AnsweredInvitationRow[]>`
    select invitation.id as invitation_id, invitation.organization_id, invitation.email, invitation.role,
      invitation.settled_as, invitation.expires_at, lower(invitation.email collate "C") = lower(person.email collate "C") as is_theirs
    from invitations invitation
    join organizations organization on organization.id = invitation.organization_id
    join users person on person.id = ${userId}
    where invitation.token_hash = ${tokenHash}
      and (organization.deletes_at is null or organization.deletes_at > ${now})
    for update of invitation`.then(first);

/** Those that were settled, or could be answered last, before this time. Served by invitations_by_end. */
export const deleteEndedInvitations = (sql: Sql, before: Date, limit: number) =>
  sql`
    delete from invitations where id = any(array(
      select id from invitations where least(settled_at, expires_at) < ${before}
      order by least(settled_at, expires_at) limit ${limit} for update skip locked))`;
