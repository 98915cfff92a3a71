/** What the large seed has too few of, so that PostgreSQL would read it in one piece: some for everybody. */
import type { Sql } from "#db/client";

const FILLINGS = [
  `insert into custom_roles (organization_id, name, description, scopes, created_at, updated_at)
   select id, 'support', '', '{member:read}', created_at, created_at from organizations where personal_to is not null`,
  `insert into passkeys (id, user_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
   select gen_random_uuid(), id, sha256(id::text::bytea), 'key', 0, '{}', false, 'A key', created_at from users`,
  `insert into identities (id, user_id, provider, issuer, subject, email, created_at)
   select gen_random_uuid(), id, 'google', 'https://accounts.google.com', id::text, email, created_at from users`,
  `insert into devices (id, user_id, token_hash, created_at, last_used_at)
   select gen_random_uuid(), id, sha256(id::text::bytea), created_at, created_at from users`,
  `insert into totp_secrets (user_id, secret_sealed, created_at, confirmed_at)
   select id, sha256(id::text::bytea), created_at, created_at from users`,
  `insert into recovery_codes (user_id, code_hash, created_at)
   select id, sha256(n::text::bytea), created_at from users, generate_series(1, 3) n`,
  `insert into refresh_tokens (token_hash, session_id, issued_at)
   select sha256(id::text::bytea), id, created_at from sessions on conflict do nothing`,
  `insert into account_links (id, user_id, purpose, token_hash, email, created_at, expires_at)
   select gen_random_uuid(), id, 'verify_email', sha256(id::text::bytea), email, created_at, created_at + interval '1 day'
   from users`,
  `insert into login_challenges (token_hash, user_id, transport, created_at, expires_at)
   select sha256(id::text::bytea), id, 'bearer', created_at, created_at + interval '10 minutes' from users`,
  `insert into passkey_ceremonies (token_hash, purpose, challenge, user_id, created_at, expires_at)
   select sha256(id::text::bytea), 'registration', sha256(id::text::bytea), id, created_at,
     created_at + interval '5 minutes' from users`,
  `insert into authorization_requests (token_hash, provider, user_id, sealed, created_at, expires_at)
   select sha256(id::text::bytea), 'google', id, sha256(id::text::bytea), created_at, created_at + interval '10 minutes'
   from users`,
  `insert into login_throttles (key_hash, arrives_at) select sha256(id::text::bytea), created_at from users`,
  `insert into idempotency_keys (owner, operation, key, fingerprint, status, headers, created_at, expires_at)
   select id::text, 'createRole', 'a', '', 201, '[]', created_at, created_at + interval '1 day' from users`,
  `insert into outbox_mails (id, template, content_sealed, created_at, sent_at)
   select gen_random_uuid(), 'welcome', '', created_at, created_at from users`,
  // As a server leaves them: most are done.
  `insert into pgboss.job (name, state, created_on, started_on, completed_on)
   select case when n % 200 = 0 then 'mail.purge' else 'mail.send' end,
     case n % 100 when 1 then 'failed' when 2 then 'created' else 'completed' end::pgboss.job_state,
     timestamptz '2026-11-24T09:00Z' - n * interval '1 minute', now(), case when n % 100 <> 2 then now() end
   from generate_series(1, 50000) n`,
];

/** As the owner of the tables, once a server has made the queues. */
export async function fill(owner: Sql): Promise<void> {
  for (const filling of FILLINGS) await owner.unsafe(filling);
  await owner`analyze`;
}
