-- Made by `make db-dump` from a migrated database. Do not edit: write a migration.

BEGIN;

SET LOCAL search_path = '';
SET LOCAL check_function_bodies = false;

DO $do$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'groundwork_app') THEN
    CREATE ROLE groundwork_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $do$;

CREATE OR REPLACE FUNCTION public.audit_chain_of(organization_id uuid, subject text)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN COALESCE(organization_id, CASE WHEN (subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'::text) THEN (subject)::uuid ELSE NULL::uuid END, '00000000-0000-0000-0000-000000000000'::uuid);

CREATE OR REPLACE FUNCTION public.chain_audit_event()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  ending public.audit_chains;
begin
  new.chain_id := public.audit_chain_of(new.organization_id, new.subject);
  perform pg_advisory_xact_lock(hashtextextended('audit chain ' || new.chain_id, 0));
  select id, length, hash into ending from public.audit_chains where id = new.chain_id order by length desc limit 1;
  new.sequence := coalesce(ending.length, 0) + 1;
  new.hash := public.audit_event_hash(coalesce(ending.hash, ''), new.sequence, new);
  insert into public.audit_chains (id, length, hash) values (new.chain_id, new.sequence, new.hash);
  return new;
end
$function$;

CREATE TABLE public.api_key_secrets (
  secret_hash bytea NOT NULL,
  api_key_id uuid NOT NULL,
  ending text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  replaced_at timestamp with time zone,
  CONSTRAINT api_key_secrets_ending_check CHECK ((char_length(ending) = 4)),
  CONSTRAINT api_key_secrets_pkey PRIMARY KEY (secret_hash),
  CONSTRAINT api_key_secrets_secret_hash_check CHECK ((octet_length(secret_hash) = 32))
);

CREATE TABLE public.api_keys (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  name text NOT NULL,
  scopes text[] NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT api_keys_expires_at_check CHECK ((expires_at > created_at)),
  CONSTRAINT api_keys_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
  CONSTRAINT api_keys_pkey PRIMARY KEY (id),
  CONSTRAINT api_keys_scopes_check CHECK (((cardinality(scopes) >= 1) AND (cardinality(scopes) <= 64)))
);

CREATE TABLE public.audit_chains (
  id uuid NOT NULL,
  length bigint NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT audit_chains_hash_check CHECK ((octet_length(hash) = 32)),
  CONSTRAINT audit_chains_length_check CHECK ((length > 0)),
  CONSTRAINT audit_chains_pkey PRIMARY KEY (id, length)
);

CREATE TABLE public.audit_events (
  chain_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
  sequence bigint DEFAULT 0 NOT NULL,
  id uuid NOT NULL,
  organization_id uuid,
  occurred_at timestamp with time zone NOT NULL,
  event text NOT NULL,
  operation text NOT NULL,
  scheme text,
  subject text,
  request_id uuid NOT NULL,
  address text NOT NULL,
  fields jsonb NOT NULL,
  hash bytea DEFAULT '\x'::bytea NOT NULL,
  CONSTRAINT audit_events_address_check CHECK ((char_length(address) <= 45)),
  CONSTRAINT audit_events_event_check CHECK (((char_length(event) <= 64) AND (event ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$'::text))),
  CONSTRAINT audit_events_hash_check CHECK ((octet_length(hash) = 32)),
  CONSTRAINT audit_events_operation_check CHECK ((char_length(operation) <= 60)),
  CONSTRAINT audit_events_pkey PRIMARY KEY (chain_id, sequence),
  CONSTRAINT audit_events_scheme_check CHECK ((char_length(scheme) <= 60)),
  CONSTRAINT audit_events_sequence_check CHECK (((sequence >= 1) AND (sequence <= '9007199254740991'::bigint))),
  CONSTRAINT audit_events_subject_check CHECK ((char_length(subject) <= 64))
);

CREATE TABLE public.custom_roles (
  organization_id uuid NOT NULL,
  name text NOT NULL,
  description text NOT NULL,
  scopes text[] NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT custom_roles_description_check CHECK ((char_length(description) <= 200)),
  CONSTRAINT custom_roles_name_check CHECK (((name ~ '^[a-z][a-z0-9-]{1,39}$'::text) AND (name <> ALL (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'viewer'::text])))),
  CONSTRAINT custom_roles_pkey PRIMARY KEY (organization_id, name),
  CONSTRAINT custom_roles_scopes_check CHECK (((cardinality(scopes) >= 1) AND (cardinality(scopes) <= 64))),
  CONSTRAINT custom_roles_version_check CHECK ((version >= 1))
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

CREATE TABLE public.invitations (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  email text NOT NULL,
  role text NOT NULL,
  custom_role text GENERATED ALWAYS AS (
CASE
    WHEN ((settled_at IS NOT NULL) OR (role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'viewer'::text]))) THEN NULL::text
    ELSE role
END) STORED,
  token_hash bytea NOT NULL,
  invited_by uuid,
  created_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  settled_at timestamp with time zone,
  settled_as text,
  CONSTRAINT invitations_email_check CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254))),
  CONSTRAINT invitations_pkey PRIMARY KEY (id),
  CONSTRAINT invitations_role_check CHECK ((role ~ '^[a-z][a-z0-9-]{1,39}$'::text)),
  CONSTRAINT invitations_settled_as_check CHECK ((settled_as = ANY (ARRAY['accepted'::text, 'declined'::text, 'revoked'::text]))),
  CONSTRAINT invitations_settled_check CHECK (((settled_at IS NULL) = (settled_as IS NULL))),
  CONSTRAINT invitations_token_hash_check CHECK ((octet_length(token_hash) = 32)),
  CONSTRAINT invitations_token_hash_key UNIQUE (token_hash)
);

CREATE TABLE public.members (
  organization_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL,
  custom_role text GENERATED ALWAYS AS (
CASE
    WHEN (role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'viewer'::text])) THEN NULL::text
    ELSE role
END) STORED,
  version integer DEFAULT 1 NOT NULL,
  joined_at timestamp with time zone NOT NULL,
  CONSTRAINT members_pkey PRIMARY KEY (organization_id, user_id),
  CONSTRAINT members_role_check CHECK ((role ~ '^[a-z][a-z0-9-]{1,39}$'::text)),
  CONSTRAINT members_version_check CHECK ((version >= 1))
);

CREATE TABLE public.organizations (
  id uuid NOT NULL,
  name text NOT NULL,
  personal_to uuid,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  deletes_at timestamp with time zone,
  CONSTRAINT organizations_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
  CONSTRAINT organizations_personal_to_key UNIQUE (personal_to),
  CONSTRAINT organizations_pkey PRIMARY KEY (id),
  CONSTRAINT organizations_version_check CHECK ((version >= 1))
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
  organization_id uuid,
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

CREATE OR REPLACE FUNCTION public.audit_event_hash(previous bytea, sequence bigint, event public.audit_events)
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN sha256((previous || convert_to((jsonb_build_array((event).chain_id, sequence, (event).id, (event).organization_id, ((EXTRACT(epoch FROM (event).occurred_at) * (1000000)::numeric))::bigint, (event).event, (event).operation, (event).scheme, (event).subject, (event).request_id, (event).address, (event).fields))::text, 'UTF8'::name)));

CREATE INDEX api_key_secrets_by_key ON public.api_key_secrets USING btree (api_key_id);

CREATE UNIQUE INDEX api_key_secrets_current_key ON public.api_key_secrets USING btree (api_key_id) WHERE (replaced_at IS NULL);

CREATE INDEX api_keys_by_organization ON public.api_keys USING btree (organization_id, created_at DESC, id DESC) WHERE (revoked_at IS NULL);

CREATE INDEX audit_events_by_event ON public.audit_events USING btree (chain_id, event, occurred_at DESC, id DESC);

CREATE INDEX audit_events_by_event_and_subject ON public.audit_events USING btree (chain_id, event, subject, occurred_at DESC, id DESC);

CREATE INDEX audit_events_by_subject ON public.audit_events USING btree (chain_id, subject, occurred_at DESC, id DESC);

CREATE INDEX audit_events_by_time ON public.audit_events USING btree (chain_id, occurred_at DESC, id DESC);

CREATE INDEX idempotency_keys_by_expiry ON public.idempotency_keys USING btree (expires_at);

CREATE INDEX invitations_by_custom_role ON public.invitations USING btree (organization_id, custom_role) WHERE (custom_role IS NOT NULL);

CREATE INDEX invitations_by_organization ON public.invitations USING btree (organization_id, created_at DESC, id DESC) WHERE (settled_at IS NULL);

CREATE UNIQUE INDEX invitations_open_key ON public.invitations USING btree (organization_id, lower((email COLLATE "C"))) WHERE (settled_at IS NULL);

CREATE INDEX members_by_custom_role ON public.members USING btree (organization_id, custom_role) WHERE (custom_role IS NOT NULL);

CREATE INDEX members_by_organization ON public.members USING btree (organization_id, joined_at DESC, user_id DESC);

CREATE INDEX members_by_user ON public.members USING btree (user_id, joined_at DESC, organization_id DESC);

CREATE INDEX members_owners ON public.members USING btree (organization_id) WHERE (role = 'owner'::text);

CREATE UNIQUE INDEX refresh_tokens_current_key ON public.refresh_tokens USING btree (session_id) WHERE (spent_at IS NULL);

CREATE INDEX sessions_user_id_created_at_id_idx ON public.sessions USING btree (user_id, created_at DESC, id DESC) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX users_email_key ON public.users USING btree (lower((email COLLATE "C")));

ALTER TABLE public.api_key_secrets ADD CONSTRAINT api_key_secrets_api_key_id_fkey FOREIGN KEY (api_key_id) REFERENCES public.api_keys(id);

ALTER TABLE public.api_keys ADD CONSTRAINT api_keys_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);

ALTER TABLE public.api_keys ADD CONSTRAINT api_keys_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);

ALTER TABLE public.custom_roles ADD CONSTRAINT custom_roles_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);

ALTER TABLE public.invitations ADD CONSTRAINT invitations_custom_role_fkey FOREIGN KEY (organization_id, custom_role) REFERENCES public.custom_roles(organization_id, name);

ALTER TABLE public.invitations ADD CONSTRAINT invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.users(id);

ALTER TABLE public.invitations ADD CONSTRAINT invitations_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);

ALTER TABLE public.members ADD CONSTRAINT members_custom_role_fkey FOREIGN KEY (organization_id, custom_role) REFERENCES public.custom_roles(organization_id, name);

ALTER TABLE public.members ADD CONSTRAINT members_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);

ALTER TABLE public.members ADD CONSTRAINT members_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE public.organizations ADD CONSTRAINT organizations_personal_to_fkey FOREIGN KEY (personal_to) REFERENCES public.users(id);

ALTER TABLE public.refresh_tokens ADD CONSTRAINT refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.sessions(id);

ALTER TABLE public.sessions ADD CONSTRAINT sessions_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id);

ALTER TABLE public.sessions ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE public.signing_keys ADD CONSTRAINT signing_keys_replaces_fkey FOREIGN KEY (replaces) REFERENCES public.signing_keys(id);

CREATE TRIGGER audit_events_chain BEFORE INSERT ON public.audit_events FOR EACH ROW EXECUTE FUNCTION public.chain_audit_event();

GRANT USAGE ON SCHEMA public TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.api_key_secrets TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.api_keys TO groundwork_app;

GRANT SELECT ON TABLE public.audit_chains TO groundwork_app;

GRANT INSERT, SELECT ON TABLE public.audit_events TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.custom_roles TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.idempotency_keys TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.invitations TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.members TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.organizations TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.refresh_tokens TO groundwork_app;

GRANT SELECT ON TABLE public.schema_migrations TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.sessions TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.signing_keys TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.users TO groundwork_app;

REVOKE EXECUTE ON FUNCTION public.chain_audit_event() FROM PUBLIC;

INSERT INTO public.schema_migrations (version) VALUES
  ('20261124000100'),
  ('20261124000200'),
  ('20261125000100'),
  ('20261125000200');

COMMIT;
