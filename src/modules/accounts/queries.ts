import type { PageInput, Version } from "#contract/context";
import type { Sql } from "#db/client";
import { isUniqueViolation } from "#db/errors";
import { first, only } from "#db/rows";

export interface AccountRow {
  id: string;
  email: string;
  emailVerifiedAt: string | null;
  name: string;
  /** Null where the person logs in without one. */
  passwordHash: string | null;
  suspendedAt: string | null;
  suspensionReason: string | null;
  deletesAt: string | null;
  platformRole: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

interface NewAccount {
  id: string;
  email: string;
  emailVerifiedAt: Date | null;
  name: string;
  passwordHash: string | null;
  at: Date;
}

/** The id, or undefined where users_email_key says that the address has an account. */
export const insertUser = (sql: Sql, { id, email, emailVerifiedAt, name, passwordHash, at }: NewAccount) =>
  sql<{ id: string }[]>`
    insert into users (id, email, email_verified_at, name, password_hash, created_at, updated_at)
    values (${id}, ${email}, ${emailVerifiedAt}, ${name}, ${passwordHash}, ${at}, ${at})
    on conflict (lower(email collate "C")) do nothing
    returning id`.then(first);

/** Served by users_pkey. */
export const selectUser = (sql: Sql, id: string) =>
  sql<AccountRow[]>`
    select id, email, email_verified_at, name, password_hash, suspended_at, suspension_reason, deletes_at, platform_role,
      version, created_at, updated_at
    from users where id = ${id}`.then(first);

/** Other tables can go on naming the person. Served by users_pkey. */
export const lockUser = (sql: Sql, id: string) =>
  sql<AccountRow[]>`
    select id, email, email_verified_at, name, password_hash, suspended_at, suspension_reason, deletes_at, platform_role,
      version, created_at, updated_at
    from users where id = ${id}
    for no key update`.then(first);

/** Served by users_email_key. */
export const selectUserByEmail = (sql: Sql, email: string) =>
  sql<AccountRow[]>`
    select id, email, email_verified_at, name, password_hash, suspended_at, suspension_reason, deletes_at, platform_role,
      version, created_at, updated_at
    from users where lower(email collate "C") = lower(${email}::text collate "C")`.then(first);

/** Undefined where the version is another one by now. Served by users_pkey. */
export const updateUser = (sql: Sql, id: string, version: Version, change: { name: string | null }, at: Date) =>
  sql<AccountRow[]>`
    update users set name = coalesce(${change.name}, name), version = version + 1, updated_at = ${at}
    where id = ${id} and version = ${version}
    returning id, email, email_verified_at, name, password_hash, suspended_at, suspension_reason, deletes_at,
      platform_role, version, created_at, updated_at`.then(first);

/** Served by users_pkey. */
export const updateUserPasswordHash = (sql: Sql, id: string, passwordHash: string, at: Date) =>
  sql`
    update users set password_hash = ${passwordHash}, version = version + 1, updated_at = ${at} where id = ${id}`;

/** Undefined where the account has another address, or it is verified already. Served by users_pkey. */
export const updateUserVerified = (sql: Sql, id: string, email: string, at: Date) =>
  sql<AccountRow[]>`
    update users set email_verified_at = ${at}, version = version + 1, updated_at = ${at}
    where id = ${id} and lower(email collate "C") = lower(${email}::text collate "C") and email_verified_at is null
    returning id, email, email_verified_at, name, password_hash, suspended_at, suspension_reason, deletes_at,
      platform_role, version, created_at, updated_at`.then(first);

/** The address is verified. Undefined where another account has it: users_email_key. Served by users_pkey. */
export const updateUserEmail = (sql: Sql, id: string, email: string, at: Date) =>
  sql<AccountRow[]>`
    update users set email = ${email}, email_verified_at = ${at}, version = version + 1, updated_at = ${at}
    where id = ${id}
    returning id, email, email_verified_at, name, password_hash, suspended_at, suspension_reason, deletes_at,
      platform_role, version, created_at, updated_at`.then(first, undefinedIfTaken);

/** Served by users_pkey. */
export const updateUserSuspension = (sql: Sql, id: string, reason: string | null, at: Date) =>
  sql<AccountRow[]>`
    update users
    set suspended_at = case when ${reason}::text is null then null else ${at}::timestamptz end,
      suspension_reason = ${reason}, version = version + 1, updated_at = ${at}
    where id = ${id}
    returning id, email, email_verified_at, name, password_hash, suspended_at, suspension_reason, deletes_at,
      platform_role, version, created_at, updated_at`.then(only);

/** Served by users_pkey. */
export const updateUserDeletesAt = (sql: Sql, id: string, deletesAt: Date | null, at: Date) =>
  sql<AccountRow[]>`
    update users set deletes_at = ${deletesAt}, version = version + 1, updated_at = ${at}
    where id = ${id}
    returning id, email, email_verified_at, name, password_hash, suspended_at, suspension_reason, deletes_at,
      platform_role, version, created_at, updated_at`.then(only);

/** Served by users_deletes_at_idx. */
export const listErasableUsers = (sql: Sql, now: Date, { after, limit }: PageInput) =>
  sql<{ id: string; deletesAt: string }[]>`
    select id, deletes_at from users
    where deletes_at is not null and deletes_at <= ${now}
      and (deletes_at, id) > (
        coalesce(${after?.at ?? null}::timestamptz, '-infinity'),
        coalesce(${after?.id ?? null}::uuid, '00000000-0000-0000-0000-000000000000')
      )
    order by deletes_at, id
    limit ${limit}`;

/** What names the person goes too, or names nobody any more: see the foreign keys. Served by users_pkey. */
export const deleteUser = (sql: Sql, id: string) => sql`delete from users where id = ${id}`;

/** As the owner of the database: the server may not. Served by users_pkey. */
export const updateUserPlatformRole = (sql: Sql, id: string, role: "administrator" | null, at: Date) =>
  sql`
    update users set platform_role = ${role}, version = version + 1, updated_at = ${at} where id = ${id}`;

function undefinedIfTaken(error: unknown): undefined {
  if (isUniqueViolation(error)) return undefined;
  throw error;
}
