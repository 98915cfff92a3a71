import type { PageKey } from "#contract/context";
import type { Membership, Organization } from "#generated/types";
import type { MembershipRow, OrganizationRow } from "./queries";

export const presentOrganization = (row: OrganizationRow): Organization => ({
  id: row.id,
  name: row.name,
  personal: row.personalTo !== null,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  deletesAt: row.deletesAt,
});

export const presentMembership = (row: MembershipRow): Membership => ({
  organizationId: row.organizationId,
  name: row.name,
  personal: row.personalTo !== null,
  role: row.role,
  current: row.current,
  joinedAt: row.joinedAt,
});

/** Where an organization stands in a person's list, which is in the order of (joined_at, organization_id). */
export const placeOf = ({ joinedAt, organizationId }: MembershipRow): PageKey => ({ at: joinedAt, id: organizationId });
