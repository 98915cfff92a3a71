import type { Sql } from "../../db/client";
import { first, only } from "../../db/rows";

/** The organization of several people that the account of this address owns, the first of them. Served by users_email_key. */
export const selectOwnedBy = (sql: Sql, email: string) =>
  sql<{ organizationId: string; email: string }[]>`
    select organization.id as organization_id, owner.email
    from users owner
    join members member on member.user_id = owner.id and member.role = 'owner'
    join organizations organization on organization.id = member.organization_id and organization.personal_to is null
    where lower(owner.email collate "C") = lower(${email}::text collate "C")
    order by member.joined_at limit 1`.then(first);

/** Reads all of it. */
export const countOrganization = (sql: Sql, id: string) =>
  sql<{ name: string; members: number; auditEvents: number }[]>`
    select organization.name, joined.members, logged.audit_events
    from organizations organization
      cross join lateral (
        select count(*)::int as members from members where organization_id = organization.id
      ) joined
      cross join lateral (
        select count(*)::int as audit_events from audit_events where chain_id = organization.id
      ) logged
    where organization.id = ${id}`.then(only);

/** The indexes of the audit log that are no constraint's. */
export const listAuditIndexes = (sql: Sql) =>
  sql<{ name: string; definition: string | null }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid = 'audit_events'::regclass and not indisunique`;
