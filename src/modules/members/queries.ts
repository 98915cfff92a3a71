import type { PageInput } from "#contract/context";
import type { Sql } from "#db/client";
import { first, only } from "#db/rows";

export interface MemberKey {
  readonly organizationId: string;
  readonly userId: string;
}

export interface RoleKey {
  readonly organizationId: string;
  readonly roleName: string;
}

export interface MembershipRow {
  role: string;
  /** Of a role of the organization's own; null for a built-in one. */
  scopes: string[] | null;
}

/** Undefined in an organization whose time is over, too. Served by members_pkey, organizations_pkey and custom_roles_pkey. */
export const selectMembership = (sql: Sql, { organizationId, userId }: MemberKey, now: Date) =>
  sql<MembershipRow[]>`
    select member.role, role.scopes
    from members member
    join organizations organization on organization.id = member.organization_id
    left join custom_roles role
      on role.organization_id = member.organization_id and role.name = member.custom_role
    where member.organization_id = ${organizationId} and member.user_id = ${userId}
      and (organization.deletes_at is null or organization.deletes_at > ${now})`.then(first);

export interface MemberRow {
  userId: string;
  email: string;
  name: string;
  role: string;
  version: number;
  joinedAt: string;
}

/** Those who joined last first; one row more than the limit where there is another page. Served by members_by_organization. */
export const listMembersByOrganization = (sql: Sql, organizationId: string, { after, limit }: PageInput) =>
  sql<MemberRow[]>`
    select member.user_id, person.email, person.name, member.role, member.version, member.joined_at
    from members member
    join users person on person.id = member.user_id
    where member.organization_id = ${organizationId}
      and (member.joined_at, member.user_id) < (
        coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
        coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by member.joined_at desc, member.user_id desc
    limit ${limit + 1}`;

/** Served by members_pkey. */
export const selectMember = (sql: Sql, { organizationId, userId }: MemberKey) =>
  sql<MemberRow[]>`
    select member.user_id, person.email, person.name, member.role, member.version, member.joined_at
    from members member
    join users person on person.id = member.user_id
    where member.organization_id = ${organizationId} and member.user_id = ${userId}`.then(first);

/** Undefined where they are a member already. */
export const insertMember = (sql: Sql, { organizationId, userId }: MemberKey, role: string, joinedAt: Date) =>
  sql<{ role: string }[]>`
    insert into members (organization_id, user_id, role, joined_at)
    values (${organizationId}, ${userId}, ${role}, ${joinedAt})
    on conflict on constraint members_pkey do nothing
    returning role`.then(first);

/** None where there is no such organization. Served by organizations_pkey. */
export const insertFounder = (sql: Sql, { organizationId, userId }: MemberKey) =>
  sql`
    insert into members (organization_id, user_id, role, joined_at)
    select id, ${userId}, 'owner', created_at from organizations where id = ${organizationId}`;

export interface LockedMemberRow {
  userId: string;
  role: string;
  version: number;
}

/**
 * One statement locks them all in the order of their ids, so that no two requests wait for each other in a circle. What else
 * counts is read after this, in a statement of its own: this one's view of it is from before the wait. Served by
 * members_pkey and members_owners.
 */
export const lockMemberAndOwners = (sql: Sql, { organizationId, userId }: MemberKey) =>
  sql<LockedMemberRow[]>`
    select user_id, role, version from members
    where organization_id = ${organizationId} and (user_id = ${userId} or role = 'owner')
    order by user_id for update`;

/** An owner besides this member whose account is not to be deleted. Served by members_owners and users_pkey. */
export const selectOtherOwner = (sql: Sql, { organizationId, userId }: MemberKey) =>
  sql<{ userId: string }[]>`
    select member.user_id
    from members member
    join users person on person.id = member.user_id
    where member.organization_id = ${organizationId} and member.role = 'owner' and member.user_id <> ${userId}
      and person.deletes_at is null
    limit 1`.then(first);

/** Served by members_by_user and organizations_pkey. */
export const listSharedOrganizationsByUser = (sql: Sql, userId: string) =>
  sql<{ id: string }[]>`
    select organization.id
    from members member
    join organizations organization on organization.id = member.organization_id
    where member.user_id = ${userId} and organization.personal_to is null
    order by organization.id`;

/** The owners of every organization that this person owns, as lockMemberAndOwners. Served by members_by_user and members_owners. */
export const lockOwnersOfOwned = (sql: Sql, userId: string) =>
  sql<{ userId: string }[]>`
    select owner.user_id
    from members own
    join members owner on owner.organization_id = own.organization_id and owner.role = 'owner'
    where own.user_id = ${userId} and own.role = 'owner'
    order by owner.organization_id, owner.user_id for update of owner`;

/** By their names. Served by members_by_user, organizations_pkey, members_owners and users_pkey. */
export const listOwnedAlone = (sql: Sql, userId: string, limit: number) =>
  sql<{ name: string; count: number }[]>`
    select organization.name, (count(*) over ())::int as count
    from members own
    join organizations organization on organization.id = own.organization_id
    where own.user_id = ${userId} and own.role = 'owner'
      and organization.personal_to is null and organization.deletes_at is null
      and not exists (
        select from members other
        join users person on person.id = other.user_id
        where other.organization_id = own.organization_id and other.role = 'owner' and other.user_id <> own.user_id
          and person.deletes_at is null
      )
    order by organization.name, organization.id
    limit ${limit}`;

/** Of a member who is locked. Served by members_pkey. */
export const updateMemberRole = (sql: Sql, { organizationId, userId }: MemberKey, role: string) =>
  sql<MemberRow[]>`
    update members member set role = ${role}, version = member.version + 1
    from users person
    where member.organization_id = ${organizationId} and member.user_id = ${userId} and person.id = member.user_id
    returning member.user_id, person.email, person.name, member.role, member.version, member.joined_at`.then(only);

/** Served by members_pkey. */
export const deleteMember = (sql: Sql, { organizationId, userId }: MemberKey) =>
  sql`delete from members where organization_id = ${organizationId} and user_id = ${userId}`;

export interface RoleRow {
  name: string;
  description: string;
  /** As they were sent: what everybody in an organization may do need not be among them. */
  scopes: string[];
  version: number;
}

/** All of them, by their names as the bytes go: the same order in every database. Served by custom_roles_pkey. */
export const listRolesByOrganization = (sql: Sql, organizationId: string) =>
  sql<RoleRow[]>`
    select name, description, scopes, version from custom_roles
    where organization_id = ${organizationId} order by name collate "C"`;

/** Served by custom_roles_pkey. */
export const selectRole = (sql: Sql, { organizationId, roleName }: RoleKey) =>
  sql<RoleRow[]>`
    select name, description, scopes, version from custom_roles
    where organization_id = ${organizationId} and name = ${roleName}`.then(first);

/** Waits for nobody but the role's own change or end, which then wait for this transaction. Served by custom_roles_pkey. */
export const lockRoleScopes = (sql: Sql, { organizationId, roleName }: RoleKey) =>
  sql<{ scopes: string[] }[]>`
    select scopes from custom_roles
    where organization_id = ${organizationId} and name = ${roleName} for key share`.then(first);

/** Nobody gets the role, or loses it, before the transaction ends. Served by custom_roles_pkey. */
export const lockRole = (sql: Sql, { organizationId, roleName }: RoleKey) =>
  sql<RoleRow[]>`
    select name, description, scopes, version from custom_roles
    where organization_id = ${organizationId} and name = ${roleName} for update`.then(first);

/** Members and roles may be added meanwhile; only whoever locks it too waits. Served by organizations_pkey. */
export const lockOrganization = (sql: Sql, id: string) =>
  sql<{ id: string }[]>`select id from organizations where id = ${id} for no key update`.then(first);

/** Served by custom_roles_pkey. */
export const countRoles = (sql: Sql, organizationId: string) =>
  sql<{ count: number }[]>`
    select count(*)::int as count from custom_roles where organization_id = ${organizationId}`.then(only);

interface NewRole {
  readonly name: string;
  readonly description: string;
  readonly scopes: readonly string[];
}

/** Undefined where the organization has one of this name. */
export const insertRole = (sql: Sql, organizationId: string, { name, description, scopes }: NewRole, at: Date) =>
  sql<RoleRow[]>`
    insert into custom_roles (organization_id, name, description, scopes, created_at, updated_at)
    values (${organizationId}, ${name}, ${description}, ${scopes}, ${at}, ${at})
    on conflict on constraint custom_roles_pkey do nothing
    returning name, description, scopes, version`.then(first);

/** Of a role that is locked; what is not given stays. Served by custom_roles_pkey. */
export const updateRole = (sql: Sql, key: RoleKey, change: Partial<Omit<NewRole, "name">>, at: Date) =>
  sql<RoleRow[]>`
    update custom_roles set
      description = coalesce(${change.description ?? null}, description),
      scopes = coalesce(${change.scopes ?? null}, scopes),
      version = version + 1, updated_at = ${at}
    where organization_id = ${key.organizationId} and name = ${key.roleName}
    returning name, description, scopes, version`.then(only);

/**
 * Undefined where a member or an open invitation has it. It is locked, so that nobody gets it in between. Served by
 * custom_roles_pkey, members_by_custom_role and invitations_by_custom_role.
 */
export const deleteUnusedRole = (sql: Sql, { organizationId, roleName }: RoleKey) =>
  sql<{ name: string }[]>`
    delete from custom_roles role
    where role.organization_id = ${organizationId} and role.name = ${roleName}
      and not exists (
        select from members where organization_id = role.organization_id and custom_role = role.name
      )
      and not exists (
        select from invitations where organization_id = role.organization_id and custom_role = role.name
      )
    returning role.name`.then(first);
