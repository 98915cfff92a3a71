import type { Sql } from "#db/client";
import { first, only } from "#db/rows";

export interface FactorCounts {
  totp: boolean;
  passkeys: number;
  /** Those that were not used. */
  recoveryCodes: number;
}

/** Served by totp_secrets_pkey, passkeys_user_id_created_at_id_idx and recovery_codes_pkey. */
export const countFactors = (sql: Sql, userId: string) =>
  sql<FactorCounts[]>`
    select
      exists (select from totp_secrets where user_id = ${userId} and confirmed_at is not null) as totp,
      held.passkeys, unused.recovery_codes
    from (select count(*)::int as passkeys from passkeys where user_id = ${userId}) held,
      (select count(*)::int as recovery_codes from recovery_codes where user_id = ${userId} and used_at is null) unused
    `.then(only);

/** Takes the place of a secret that was not confirmed. Undefined where there is one that was: totp_secrets_pkey. */
export const insertTotpSecret = (sql: Sql, userId: string, secretSealed: Uint8Array, at: Date) =>
  sql<{ userId: string }[]>`
    insert into totp_secrets (user_id, secret_sealed, created_at) values (${userId}, ${secretSealed}, ${at})
    on conflict (user_id) do update set secret_sealed = excluded.secret_sealed, created_at = excluded.created_at
      where totp_secrets.confirmed_at is null
    returning user_id`.then(first);

export interface TotpSecretRow {
  secretSealed: Buffer;
  createdAt: string;
  confirmedAt: string | null;
  lastStep: number | null;
}

/** Uses of one person's codes wait here for each other. Served by totp_secrets_pkey. */
export const lockTotpSecret = (sql: Sql, userId: string) =>
  sql<TotpSecretRow[]>`
    select secret_sealed, created_at, confirmed_at, last_step
    from totp_secrets where user_id = ${userId} for update`.then(first);

/** Served by totp_secrets_pkey. */
export const updateTotpConfirmed = (sql: Sql, userId: string, lastStep: number, at: Date) =>
  sql`update totp_secrets set confirmed_at = ${at}, last_step = ${lastStep} where user_id = ${userId}`;

/** Served by totp_secrets_pkey. */
export const updateTotpUsed = (sql: Sql, userId: string, lastStep: number) =>
  sql`update totp_secrets set last_step = ${lastStep} where user_id = ${userId}`;

/** Whether it was confirmed, or undefined where there was none. Served by totp_secrets_pkey. */
export const deleteTotpSecret = (sql: Sql, userId: string) =>
  sql<{ wasConfirmed: boolean | null }[]>`
    delete from totp_secrets where user_id = ${userId} returning confirmed_at is not null as was_confirmed`.then(first);

/** The hashes in hexadecimal. Fails where one is among them twice: recovery_codes_pkey. */
export const insertRecoveryCodes = (sql: Sql, userId: string, hashes: readonly string[], at: Date) =>
  sql`
    insert into recovery_codes (user_id, code_hash, created_at)
    select ${userId}::uuid, decode(code_hash, 'hex'), ${at}::timestamptz
    from unnest(${hashes}::text[]) code_hash`;

/** Undefined where the person has no such code, or has used it. Served by recovery_codes_pkey. */
export const updateRecoveryCodeUsed = (sql: Sql, userId: string, codeHash: Uint8Array, at: Date) =>
  sql<{ userId: string }[]>`
    update recovery_codes set used_at = ${at}
    where user_id = ${userId} and code_hash = ${codeHash} and used_at is null
    returning user_id`.then(first);

/** Served by recovery_codes_pkey. */
export const deleteRecoveryCodes = (sql: Sql, userId: string) =>
  sql`delete from recovery_codes where user_id = ${userId}`;

/** Those that a run of the same job has at this moment are left to it. Served by totp_secrets_unconfirmed_idx. */
export const deleteTotpSecretsUnconfirmed = (sql: Sql, before: Date, limit: number) =>
  sql`
    delete from totp_secrets where user_id = any(array(
      select user_id from totp_secrets where confirmed_at is null and created_at < ${before}
      order by created_at limit ${limit} for update skip locked
    ))`;
