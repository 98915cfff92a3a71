-- Made by `make db-dump` from a migrated database. Do not edit: write a migration.

BEGIN;

SET LOCAL search_path = '';
SET LOCAL check_function_bodies = false;

CREATE TABLE public.audit_events (
  id uuid NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  event text NOT NULL,
  operation text NOT NULL,
  subject text,
  request_id uuid NOT NULL,
  address text NOT NULL,
  fields jsonb NOT NULL,
  CONSTRAINT audit_events_pkey PRIMARY KEY (id)
);

CREATE TABLE public.idempotency_keys (
  owner text NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  fingerprint bytea NOT NULL,
  status smallint NOT NULL,
  content_type text,
  headers jsonb NOT NULL,
  body bytea,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (owner, operation, key)
);

CREATE TABLE public.refresh_tokens (
  token_hash bytea NOT NULL,
  session_id uuid NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  spent_at timestamp with time zone,
  CONSTRAINT refresh_tokens_pkey PRIMARY KEY (token_hash),
  CONSTRAINT refresh_tokens_token_hash_check CHECK ((octet_length(token_hash) = 32))
);

CREATE TABLE public.schema_migrations (
  version character varying NOT NULL,
  CONSTRAINT schema_migrations_pkey PRIMARY KEY (version)
);

CREATE TABLE public.sessions (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  user_agent text,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  ended_reason text,
  CONSTRAINT sessions_ended_check CHECK (((ended_at IS NULL) = (ended_reason IS NULL))),
  CONSTRAINT sessions_ended_reason_check CHECK ((ended_reason = ANY (ARRAY['logged_out'::text, 'revoked'::text, 'refresh_token_reused'::text]))),
  CONSTRAINT sessions_expires_at_check CHECK ((expires_at > created_at)),
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_user_agent_check CHECK ((char_length(user_agent) <= 512))
);

CREATE TABLE public.signing_keys (
  id uuid NOT NULL,
  replaces uuid,
  public_jwk jsonb NOT NULL,
  private_jwk_sealed bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  activates_at timestamp with time zone NOT NULL,
  CONSTRAINT signing_keys_activates_at_check CHECK ((activates_at >= created_at)),
  CONSTRAINT signing_keys_pkey PRIMARY KEY (id),
  CONSTRAINT signing_keys_private_jwk_sealed_check CHECK (((octet_length(private_jwk_sealed) >= 29) AND (octet_length(private_jwk_sealed) <= 1024))),
  CONSTRAINT signing_keys_replaces_check CHECK ((replaces <> id)),
  CONSTRAINT signing_keys_replaces_key UNIQUE NULLS NOT DISTINCT (replaces)
);

CREATE TABLE public.users (
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  password_hash text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT users_email_check CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254))),
  CONSTRAINT users_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
  CONSTRAINT users_password_hash_check CHECK ((password_hash ~~ '$argon2id$%'::text)),
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_version_check CHECK ((version >= 1))
);

CREATE INDEX audit_events_by_subject ON public.audit_events USING btree (subject, occurred_at DESC, id DESC);

CREATE INDEX idempotency_keys_by_expiry ON public.idempotency_keys USING btree (expires_at);

CREATE UNIQUE INDEX refresh_tokens_current_key ON public.refresh_tokens USING btree (session_id) WHERE (spent_at IS NULL);

CREATE INDEX sessions_user_id_created_at_id_idx ON public.sessions USING btree (user_id, created_at DESC, id DESC) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX users_email_key ON public.users USING btree (lower((email COLLATE "C")));

ALTER TABLE public.refresh_tokens ADD CONSTRAINT refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.sessions(id);

ALTER TABLE public.sessions ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE public.signing_keys ADD CONSTRAINT signing_keys_replaces_fkey FOREIGN KEY (replaces) REFERENCES public.signing_keys(id);

INSERT INTO public.schema_migrations (version) VALUES
  ('20261124000100'),
  ('20261124000200');

COMMIT;
