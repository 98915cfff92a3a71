import type { PageKey } from "#contract/context";
import type { Invitation, InvitationPreview } from "#generated/types";
import type { InvitationRow, PreviewRow } from "./queries";

export const presentInvitation = (row: InvitationRow): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role,
  invitedBy: row.invitedBy,
  createdAt: row.createdAt,
  sentAt: row.sentAt,
  expiresAt: row.expiresAt,
});

export const presentPreview = (row: PreviewRow): InvitationPreview => ({
  organizationName: row.organizationName,
  email: row.email,
  role: row.role,
  expiresAt: row.expiresAt,
});

/** Where an invitation stands in the list, which is in the order of (created_at, id). */
export const placeOf = ({ createdAt, id }: InvitationRow): PageKey => ({ at: createdAt, id });
