import type { PageInput, Version } from "#contract/context";
import type { Sql } from "#db/client";
import { first, only } from "#db/rows";

export interface OrganizationRow {
  id: string;
  name: string;
  personalTo: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletesAt: string | null;
}

interface NewOrganization {
  id: string;
  name: string;
  at: Date;
}

export const insertOrganization = (sql: Sql, { id, name, at }: NewOrganization) =>
  sql<OrganizationRow[]>`
    insert into organizations (id, name, created_at, updated_at) values (${id}, ${name}, ${at}, ${at})
    returning id, name, personal_to, version, created_at, updated_at, deletes_at`.then(only);

/** Named after the person and as old as their account; none where there is no such person. Served by users_pkey. */
export const insertPersonalOrganization = (sql: Sql, id: string, personalTo: string) =>
  sql`
    insert into organizations (id, name, personal_to, created_at, updated_at)
    select ${id}, name, id, created_at, created_at from users where id = ${personalTo}`;

/** Undefined once its time is over, too. Served by organizations_pkey. */
export const selectOrganization = (sql: Sql, id: string, now: Date) =>
  sql<OrganizationRow[]>`
    select id, name, personal_to, version, created_at, updated_at, deletes_at
    from organizations where id = ${id} and (deletes_at is null or deletes_at > ${now})`.then(first);

/** As selectOrganization. The row stays as it is until the transaction ends, and members come and go meanwhile. */
export const lockOrganization = (sql: Sql, id: string, now: Date) =>
  sql<OrganizationRow[]>`
    select id, name, personal_to, version, created_at, updated_at, deletes_at
    from organizations where id = ${id} and (deletes_at is null or deletes_at > ${now})
    for no key update`.then(first);

/** Undefined where the version is another one by now, or its time is over. Served by organizations_pkey. */
export const updateOrganization = (sql: Sql, id: string, version: Version, change: { name: string | null }, at: Date) =>
  sql<OrganizationRow[]>`
    update organizations set name = coalesce(${change.name}, name), version = version + 1, updated_at = ${at}
    where id = ${id} and version = ${version} and (deletes_at is null or deletes_at > ${at})
    returning id, name, personal_to, version, created_at, updated_at, deletes_at`.then(first);

/** Of a row that lockOrganization locked. Served by organizations_pkey. */
export const updateOrganizationDeletesAt = (sql: Sql, id: string, deletesAt: Date | null, at: Date) =>
  sql<OrganizationRow[]>`
    update organizations set deletes_at = ${deletesAt}, version = version + 1, updated_at = ${at} where id = ${id}
    returning id, name, personal_to, version, created_at, updated_at, deletes_at`.then(only);

export interface MembershipRow {
  organizationId: string;
  name: string;
  personalTo: string | null;
  role: string;
  joinedAt: string;
  current: boolean;
}

interface OwnSession {
  readonly userId: string;
  readonly sessionId: string;
}

/** Undefined once the organization's time is over, too. Served by members_pkey, organizations_pkey and sessions_pkey. */
export const selectMembership = (sql: Sql, id: string, { userId, sessionId }: OwnSession, now: Date) =>
  sql<MembershipRow[]>`
    select member.organization_id, organization.name, organization.personal_to, member.role, member.joined_at,
      coalesce(member.organization_id = (select organization_id from sessions where id = ${sessionId}), false) as current
    from members member
    join organizations organization on organization.id = member.organization_id
    where member.organization_id = ${id} and member.user_id = ${userId}
      and (organization.deletes_at is null or organization.deletes_at > ${now})`.then(first);

/**
 * Those joined last first; one row more than the limit where there is another page. Served by members_by_user,
 * organizations_pkey and sessions_pkey.
 */
export const listOrganizationsByUser = (
  sql: Sql,
  { userId, sessionId }: OwnSession,
  now: Date,
  { after, limit }: PageInput,
) =>
  sql<MembershipRow[]>`
    select member.organization_id, organization.name, organization.personal_to, member.role, member.joined_at,
      coalesce(member.organization_id = (select organization_id from sessions where id = ${sessionId}), false) as current
    from members member
    join organizations organization on organization.id = member.organization_id
    where member.user_id = ${userId}
      and (organization.deletes_at is null or organization.deletes_at > ${now})
      and (member.joined_at, member.organization_id) < (
        coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
        coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by member.joined_at desc, member.organization_id desc
    limit ${limit + 1}`;

/** Those whose time is over, with all that belongs to them. Served by organizations_by_deletion. */
export const deleteOrganizations = (sql: Sql, now: Date, limit: number) =>
  sql`
    delete from organizations where id = any(array(
      select id from organizations where deletes_at <= ${now}
      order by deletes_at limit ${limit} for update skip locked))`;
