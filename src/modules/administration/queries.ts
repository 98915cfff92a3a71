import type { PageInput } from "#contract/context";
import type { Sql } from "#db/client";

export interface ListedAccountRow {
  id: string;
  email: string;
  emailVerifiedAt: string | null;
  name: string;
  platformRole: string | null;
  suspendedAt: string | null;
  suspensionReason: string | null;
  deletesAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/*
 * One page, the newest first; one row more than the limit where there is another page. Each filter has a statement of its
 * own, because an index serves a condition only where the statement always has it.
 */

/** Served by users_created_at_id_idx. */
export const listAccounts = (sql: Sql, { after, limit }: PageInput) =>
  sql<ListedAccountRow[]>`
    select id, email, email_verified_at, name, platform_role, suspended_at, suspension_reason, deletes_at, created_at,
      updated_at
    from users
    where (created_at, id) < (
      coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
      coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    )
    order by created_at desc, id desc
    limit ${limit + 1}`;

/** Served by users_created_at_id_idx: most accounts are active. */
export const listActiveAccounts = (sql: Sql, { after, limit }: PageInput) =>
  sql<ListedAccountRow[]>`
    select id, email, email_verified_at, name, platform_role, suspended_at, suspension_reason, deletes_at, created_at,
      updated_at
    from users
    where suspended_at is null and deletes_at is null
      and (created_at, id) < (
        coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
        coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by created_at desc, id desc
    limit ${limit + 1}`;

/** Served by users_suspended_idx. */
export const listSuspendedAccounts = (sql: Sql, { after, limit }: PageInput) =>
  sql<(ListedAccountRow & { suspendedAt: string })[]>`
    select id, email, email_verified_at, name, platform_role, suspended_at, suspension_reason, deletes_at, created_at,
      updated_at
    from users
    where suspended_at is not null
      and (created_at, id) < (
        coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
        coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by created_at desc, id desc
    limit ${limit + 1}`;

/** Served by users_deleting_idx. */
export const listDeletingAccounts = (sql: Sql, { after, limit }: PageInput) =>
  sql<(ListedAccountRow & { deletesAt: string })[]>`
    select id, email, email_verified_at, name, platform_role, suspended_at, suspension_reason, deletes_at, created_at,
      updated_at
    from users
    where deletes_at is not null
      and (created_at, id) < (
        coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
        coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by created_at desc, id desc
    limit ${limit + 1}`;

/**
 * Those whose address or name begins so, by a pattern of `like`; with a state, those of them that are in it. The function
 * finds their ids by users_email_prefix_idx and users_name_prefix_idx where few begin so, and by users_created_at_id_idx
 * where many do. The rest is served by users_pkey.
 */
export const listAccountsByPrefix = (
  sql: Sql,
  { pattern, state }: { pattern: string; state: string | null },
  { after, limit }: PageInput,
) =>
  sql<ListedAccountRow[]>`
    select id, email, email_verified_at, name, platform_role, suspended_at, suspension_reason, deletes_at, created_at,
      updated_at
    from users
    where id = any(array(
      select search_accounts(
        ${pattern}, ${state},
        coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
        coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
        ${limit + 1}
      )
    ))
    order by created_at desc, id desc`;
