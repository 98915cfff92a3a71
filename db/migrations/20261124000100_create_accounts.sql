-- migrate:up

create table users (
  id uuid constraint users_pkey primary key,
  -- As the person typed it. Two addresses are the same when they are equal once A-Z are read as a-z; see users_email_key.
  email text not null constraint users_email_check check (char_length(email) between 3 and 254),
  name text not null constraint users_name_check check (char_length(name) between 1 and 100),
  password_hash text not null constraint users_password_hash_check check (password_hash like '$argon2id$%'),
  version integer not null default 1 constraint users_version_check check (version >= 1),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- One account for one address, and the look-up at log in (selectCredentialsByEmail). Collation "C" folds A-Z and nothing
-- else, so that the rule is the same in every database, whatever its locale.
create unique index users_email_key on users (lower(email collate "C"));

create table sessions (
  id uuid constraint sessions_pkey primary key,
  user_id uuid not null constraint sessions_user_id_fkey references users (id),
  user_agent text constraint sessions_user_agent_check check (char_length(user_agent) <= 512),
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_reason text constraint sessions_ended_reason_check
    check (ended_reason in ('logged_out', 'revoked', 'refresh_token_reused')),
  constraint sessions_expires_at_check check (expires_at > created_at),
  constraint sessions_ended_check check ((ended_at is null) = (ended_reason is null))
);

-- One page of the sessions that a person can still use, the newest first (listSessionsByUser).
create index sessions_user_id_created_at_id_idx on sessions (user_id, created_at desc, id desc) where ended_at is null;

create table refresh_tokens (
  -- SHA-256 of the token. The token itself is stored nowhere. Serves selectRefreshToken and lockSessionByRefreshToken.
  token_hash bytea constraint refresh_tokens_pkey primary key
    constraint refresh_tokens_token_hash_check check (octet_length(token_hash) = 32),
  session_id uuid not null constraint refresh_tokens_session_id_fkey references sessions (id),
  issued_at timestamptz not null,
  spent_at timestamptz
);

-- A session has one token that can be exchanged, so a lineage cannot fork whatever the code does. Serves
-- selectCurrentRefreshToken.
create unique index refresh_tokens_current_key on refresh_tokens (session_id) where spent_at is null;

create table signing_keys (
  id uuid constraint signing_keys_pkey primary key,
  -- The key before this one. A key has one successor and the first key has none before it, so that processes which
  -- rotate at the same moment agree on one key.
  replaces uuid
    constraint signing_keys_replaces_fkey references signing_keys (id)
    constraint signing_keys_replaces_key unique nulls not distinct,
  public_jwk jsonb not null,
  -- Encrypted with AES-256-GCM: nonce (12 bytes), tag (16 bytes), then the private JWK.
  private_jwk_sealed bytea not null
    constraint signing_keys_private_jwk_sealed_check check (octet_length(private_jwk_sealed) between 29 and 1024),
  created_at timestamptz not null,
  -- Published from created_at on, signs from here on.
  activates_at timestamptz not null,
  constraint signing_keys_activates_at_check check (activates_at >= created_at),
  constraint signing_keys_replaces_check check (replaces <> id)
);

-- migrate:down

drop table signing_keys;
drop table refresh_tokens;
drop table sessions;
drop table users;
