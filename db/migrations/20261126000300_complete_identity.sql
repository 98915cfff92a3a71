-- migrate:up

alter table users
  add column email_verified_at timestamptz,
  add column suspended_at timestamptz,
  add column suspension_reason text
    constraint users_suspension_reason_check check (char_length(suspension_reason) between 1 and 500),
  -- When the account will be gone; null where the person did not delete it.
  add column deletes_at timestamptz,
  -- Of those who run the product; null for everybody else.
  add column platform_role text constraint users_platform_role_check check (platform_role in ('administrator')),
  add constraint users_suspension_check check ((suspended_at is null) = (suspension_reason is null)),
  -- Who logs in with a passkey or with an identity at another service needs none.
  alter column password_hash drop not null;

-- One page of all accounts, the newest first (listAccounts).
create index users_created_at_id_idx on users (created_at desc, id desc);
-- Accounts by how their address or their name begins (listAccountsByQuery).
create index users_email_prefix_idx on users (lower(email collate "C") text_pattern_ops);
create index users_name_prefix_idx on users (lower(name) text_pattern_ops);
-- Accounts whose time is over (listErasableUsers).
create index users_deletes_at_idx on users (deletes_at, id) where deletes_at is not null;
-- One page of those that are to be deleted, and of those that are suspended, the newest first (listDeletingAccounts,
-- listSuspendedAccounts).
create index users_deleting_idx on users (created_at desc, id desc) where deletes_at is not null;
create index users_suspended_idx on users (created_at desc, id desc) where suspended_at is not null;

-- What belongs to a person alone goes with them; what they made for others stays.
alter table sessions
  drop constraint sessions_user_id_fkey,
  add constraint sessions_user_id_fkey foreign key (user_id) references users (id) on delete cascade;
alter table refresh_tokens
  drop constraint refresh_tokens_session_id_fkey,
  add constraint refresh_tokens_session_id_fkey foreign key (session_id) references sessions (id) on delete cascade;
alter table members
  drop constraint members_user_id_fkey,
  add constraint members_user_id_fkey foreign key (user_id) references users (id) on delete cascade;
alter table organizations
  drop constraint organizations_personal_to_fkey,
  add constraint organizations_personal_to_fkey foreign key (personal_to) references users (id) on delete cascade;
alter table invitations
  drop constraint invitations_invited_by_fkey,
  add constraint invitations_invited_by_fkey foreign key (invited_by) references users (id) on delete set null;
alter table api_keys
  alter column created_by drop not null,
  drop constraint api_keys_created_by_fkey,
  add constraint api_keys_created_by_fkey foreign key (created_by) references users (id) on delete set null;
-- Serve these foreign keys, and a person's export (listExportedSessions and the like).
create index sessions_user_id_id_idx on sessions (user_id, id);
create index invitations_invited_by_idx on invitations (invited_by, id);
create index api_keys_created_by_idx on api_keys (created_by, id);
-- What somebody was invited to, for their export (listExportedInvitations).
create index invitations_email_idx on invitations (lower(email collate "C"), id);

-- By which a person's browser or program is known again at the next login.
create table devices (
  id uuid constraint devices_pkey primary key,
  user_id uuid not null constraint devices_user_id_fkey references users (id) on delete cascade,
  -- SHA-256 of the device token (selectDeviceByToken).
  token_hash bytea not null constraint devices_token_hash_key unique
    constraint devices_token_hash_check check (octet_length(token_hash) = 32),
  user_agent text constraint devices_user_agent_check check (char_length(user_agent) <= 512),
  created_at timestamptz not null,
  last_used_at timestamptz not null
);
-- A person's devices, those unused for longest last (deleteOldestDevices).
create index devices_user_id_last_used_at_idx on devices (user_id, last_used_at desc, id desc);

-- How far the attempts on an account, or of a device, have used up what they may (GCRA: the theoretical arrival time).
create table login_throttles (
  -- SHA-256 of what is counted, so that no address stands here, whether or not it has an account.
  key_hash bytea constraint login_throttles_pkey primary key
    constraint login_throttles_key_hash_check check (octet_length(key_hash) = 32),
  arrives_at timestamptz not null
);
-- Those that say nothing any more (deleteIdleThrottles).
create index login_throttles_arrives_at_idx on login_throttles (arrives_at);

alter table sessions
  -- When the person last proved who they are: at the login, or since.
  add column authenticated_at timestamptz,
  add column address text constraint sessions_address_check check (char_length(address) <= 45),
  add column device_id uuid constraint sessions_device_id_fkey references devices (id) on delete set null,
  -- The administrator who acts as the person; null in a session of their own.
  add column impersonated_by uuid constraint sessions_impersonated_by_fkey references users (id) on delete cascade,
  drop constraint sessions_ended_reason_check,
  add constraint sessions_ended_reason_check check (
    ended_reason in (
      'logged_out', 'revoked', 'refresh_token_reused', 'credentials_changed', 'suspended', 'account_deleted'
    )
  );
update sessions set authenticated_at = created_at;
alter table sessions alter column authenticated_at set not null;
create index sessions_device_id_idx on sessions (device_id);
create index sessions_impersonated_by_idx on sessions (impersonated_by) where impersonated_by is not null;

-- The second step of a login, once the first was right.
create table login_challenges (
  -- SHA-256 of the token.
  token_hash bytea constraint login_challenges_pkey primary key
    constraint login_challenges_token_hash_check check (octet_length(token_hash) = 32),
  user_id uuid not null constraint login_challenges_user_id_fkey references users (id) on delete cascade,
  -- The device that the first step came from, where it is known.
  device_id uuid constraint login_challenges_device_id_fkey references devices (id) on delete set null,
  transport text not null constraint login_challenges_transport_check check (transport in ('bearer', 'cookie')),
  -- Wrong tries.
  attempts integer not null default 0 constraint login_challenges_attempts_check check (attempts between 0 and 5),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint login_challenges_expires_at_check check (expires_at > created_at)
);
create index login_challenges_user_id_idx on login_challenges (user_id);
create index login_challenges_expires_at_idx on login_challenges (expires_at);

create table totp_secrets (
  user_id uuid constraint totp_secrets_pkey primary key
    constraint totp_secrets_user_id_fkey references users (id) on delete cascade,
  -- Encrypted with AES-256-GCM: nonce (12 bytes), tag (16 bytes), then the secret.
  secret_sealed bytea not null
    constraint totp_secrets_secret_sealed_check check (octet_length(secret_sealed) between 29 and 128),
  created_at timestamptz not null,
  -- Null until the person has sent a code.
  confirmed_at timestamptz,
  -- The last time step whose code was used (RFC 6238, section 5.2: no code twice).
  last_step integer
);
-- Those that were begun and never confirmed (deleteTotpSecretsUnconfirmed).
create index totp_secrets_unconfirmed_idx on totp_secrets (created_at) where confirmed_at is null;

create table recovery_codes (
  user_id uuid not null constraint recovery_codes_user_id_fkey references users (id) on delete cascade,
  -- HMAC-SHA-256 under a secret of the server: a code has too few bits for a plain hash.
  code_hash bytea not null constraint recovery_codes_code_hash_check check (octet_length(code_hash) = 32),
  created_at timestamptz not null,
  used_at timestamptz,
  constraint recovery_codes_pkey primary key (user_id, code_hash)
);

create table passkeys (
  id uuid constraint passkeys_pkey primary key,
  user_id uuid not null constraint passkeys_user_id_fkey references users (id) on delete cascade,
  -- As the authenticator names it (Web Authentication, level 3, section 4: credential ID).
  credential_id bytea not null constraint passkeys_credential_id_key unique
    constraint passkeys_credential_id_check check (octet_length(credential_id) between 1 and 1023),
  -- In COSE (RFC 9052).
  public_key bytea not null constraint passkeys_public_key_check check (octet_length(public_key) between 1 and 2048),
  counter bigint not null constraint passkeys_counter_check check (counter between 0 and 4294967295),
  transports text[] not null constraint passkeys_transports_check check (cardinality(transports) <= 16),
  backed_up boolean not null,
  name text not null constraint passkeys_name_check check (char_length(name) between 1 and 100),
  created_at timestamptz not null,
  last_used_at timestamptz
);
-- A person's passkeys, the newest first (listPasskeys).
create index passkeys_user_id_created_at_id_idx on passkeys (user_id, created_at desc, id desc);

-- A question to a passkey that was not answered yet.
create table passkey_ceremonies (
  -- SHA-256 of the token.
  token_hash bytea constraint passkey_ceremonies_pkey primary key
    constraint passkey_ceremonies_token_hash_check check (octet_length(token_hash) = 32),
  purpose text not null constraint passkey_ceremonies_purpose_check
    check (purpose in ('registration', 'login', 'second_factor', 'reauthentication')),
  challenge bytea not null constraint passkey_ceremonies_challenge_check check (octet_length(challenge) = 32),
  -- Whom it is for; null for a login, where nobody is known yet.
  user_id uuid constraint passkey_ceremonies_user_id_fkey references users (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint passkey_ceremonies_user_id_check check ((user_id is null) = (purpose = 'login')),
  constraint passkey_ceremonies_expires_at_check check (expires_at > created_at)
);
create index passkey_ceremonies_user_id_idx on passkey_ceremonies (user_id);
create index passkey_ceremonies_expires_at_idx on passkey_ceremonies (expires_at);

-- What a link in a mail to a person works for.
create table account_links (
  id uuid constraint account_links_pkey primary key,
  user_id uuid not null constraint account_links_user_id_fkey references users (id) on delete cascade,
  purpose text not null constraint account_links_purpose_check
    check (purpose in ('verify_email', 'reset_password', 'change_email')),
  -- SHA-256 of the token (lockLinkByToken).
  token_hash bytea not null constraint account_links_token_hash_key unique
    constraint account_links_token_hash_check check (octet_length(token_hash) = 32),
  -- The address that it was sent to, and that it proves.
  email text not null constraint account_links_email_check check (char_length(email) between 3 and 254),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint account_links_expires_at_check check (expires_at > created_at),
  -- A newer link takes the place of the older.
  constraint account_links_user_id_purpose_key unique (user_id, purpose)
);
create index account_links_expires_at_idx on account_links (expires_at);

-- Who a person is at another service.
create table identities (
  id uuid constraint identities_pkey primary key,
  user_id uuid not null constraint identities_user_id_fkey references users (id) on delete cascade,
  provider text not null constraint identities_provider_check check (provider ~ '^[a-z][a-z0-9-]{1,39}$'),
  -- Who vouches for it: the provider may be set up anew, with somebody else behind its short name.
  issuer text not null constraint identities_issuer_check check (char_length(issuer) between 1 and 1024),
  -- As the issuer names the person, for good (OpenID Connect Core, section 2: sub).
  subject text not null constraint identities_subject_check check (char_length(subject) between 1 and 255),
  email text not null constraint identities_email_check check (char_length(email) between 3 and 254),
  created_at timestamptz not null,
  last_used_at timestamptz,
  -- One account for one identity (selectUserByIdentity).
  constraint identities_issuer_subject_key unique (issuer, subject),
  -- One identity of each provider for one account, and a person's identities (listIdentities).
  constraint identities_user_id_provider_key unique (user_id, provider)
);

-- A login at another service from which nobody has come back yet.
create table authorization_requests (
  -- SHA-256 of the token that only the client which began has.
  token_hash bytea constraint authorization_requests_pkey primary key
    constraint authorization_requests_token_hash_check check (octet_length(token_hash) = 32),
  provider text not null constraint authorization_requests_provider_check check (provider ~ '^[a-z][a-z0-9-]{1,39}$'),
  -- The person who links the identity to their account; null for a login, where nobody is known yet.
  user_id uuid constraint authorization_requests_user_id_fkey references users (id) on delete cascade,
  -- State, nonce and code verifier, encrypted with AES-256-GCM: nonce (12 bytes), tag (16 bytes), ciphertext.
  sealed bytea not null constraint authorization_requests_sealed_check check (octet_length(sealed) between 29 and 1024),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint authorization_requests_expires_at_check check (expires_at > created_at)
);
create index authorization_requests_user_id_idx on authorization_requests (user_id);
create index authorization_requests_expires_at_idx on authorization_requests (expires_at);

-- The server makes nobody an administrator.
revoke insert, update on users from groundwork_app;
grant insert (id, email, email_verified_at, name, password_hash, created_at, updated_at) on users to groundwork_app;
grant update (email, email_verified_at, name, password_hash, suspended_at, suspension_reason, deletes_at, version, updated_at)
  on users to groundwork_app;
grant select, insert, update, delete on
  devices, login_throttles, login_challenges, totp_secrets, recovery_codes, passkeys, passkey_ceremonies, account_links,
  identities, authorization_requests
  to groundwork_app;

-- migrate:down

drop table authorization_requests, identities, account_links, passkey_ceremonies, passkeys, recovery_codes, totp_secrets,
  login_challenges;
revoke insert, update on users from groundwork_app;
grant insert, update on users to groundwork_app;
drop index sessions_impersonated_by_idx;
delete from refresh_tokens where session_id in (select id from sessions where impersonated_by is not null);
delete from sessions where impersonated_by is not null;
update sessions set ended_reason = 'revoked'
  where ended_reason in ('credentials_changed', 'suspended', 'account_deleted');
alter table sessions
  drop column authenticated_at,
  drop column address,
  drop column device_id,
  drop column impersonated_by,
  drop constraint sessions_ended_reason_check,
  add constraint sessions_ended_reason_check check (ended_reason in ('logged_out', 'revoked', 'refresh_token_reused'));
drop table login_throttles;
drop table devices;
drop index api_keys_created_by_idx;
drop index invitations_email_idx;
drop index invitations_invited_by_idx;
drop index sessions_user_id_id_idx;
-- A key without a maker, and a person without a password, cannot be in the state before.
delete from api_key_secrets where api_key_id in (select id from api_keys where created_by is null);
delete from api_keys where created_by is null;
alter table api_keys
  alter column created_by set not null,
  drop constraint api_keys_created_by_fkey,
  add constraint api_keys_created_by_fkey foreign key (created_by) references users (id);
alter table invitations
  drop constraint invitations_invited_by_fkey,
  add constraint invitations_invited_by_fkey foreign key (invited_by) references users (id);
alter table organizations
  drop constraint organizations_personal_to_fkey,
  add constraint organizations_personal_to_fkey foreign key (personal_to) references users (id);
alter table members
  drop constraint members_user_id_fkey,
  add constraint members_user_id_fkey foreign key (user_id) references users (id);
alter table refresh_tokens
  drop constraint refresh_tokens_session_id_fkey,
  add constraint refresh_tokens_session_id_fkey foreign key (session_id) references sessions (id);
alter table sessions
  drop constraint sessions_user_id_fkey,
  add constraint sessions_user_id_fkey foreign key (user_id) references users (id);
drop index users_suspended_idx, users_deleting_idx, users_deletes_at_idx, users_name_prefix_idx, users_email_prefix_idx, users_created_at_id_idx;
update users set password_hash = '$argon2id$none' where password_hash is null;
alter table users
  alter column password_hash set not null,
  drop constraint users_suspension_check,
  drop column platform_role,
  drop column deletes_at,
  drop column suspension_reason,
  drop column suspended_at,
  drop column email_verified_at;
