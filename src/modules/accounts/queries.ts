import type { Version } from "#contract/context";
import type { Sql } from "#db/client";
import { first } from "#db/rows";

export interface UserRow {
  id: string;
  email: string;
  name: string;
  version: number;
  createdAt: string;
  updatedAt: string;
}

interface NewUser {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  at: Date;
}

/** The id, or undefined where users_email_key says that the address has an account. */
export const insertUser = (sql: Sql, { id, email, name, passwordHash, at }: NewUser) =>
  sql<{ id: string }[]>`
    insert into users (id, email, name, password_hash, created_at, updated_at)
    values (${id}, ${email}, ${name}, ${passwordHash}, ${at}, ${at})
    on conflict (lower(email collate "C")) do nothing
    returning id`.then(first);

/** Served by users_email_key. */
export const selectCredentialsByEmail = (sql: Sql, email: string) =>
  sql<{ id: string; passwordHash: string }[]>`
    select id, password_hash from users where lower(email collate "C") = lower(${email}::text collate "C")`.then(first);

/** Served by users_pkey. */
export const selectUser = (sql: Sql, id: string) =>
  sql<UserRow[]>`
    select id, email, name, version, created_at, updated_at from users where id = ${id}`.then(first);

/** Undefined where the version is another one by now. Served by users_pkey. */
export const updateUser = (sql: Sql, id: string, version: Version, change: { name: string | null }, at: Date) =>
  sql<UserRow[]>`
    update users set name = coalesce(${change.name}, name), version = version + 1, updated_at = ${at}
    where id = ${id} and version = ${version}
    returning id, email, name, version, created_at, updated_at`.then(first);
