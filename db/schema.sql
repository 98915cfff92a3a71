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

CREATE SCHEMA pgboss;

CREATE TYPE pgboss.job_state AS ENUM (
  'created',
  'retry',
  'active',
  'completed',
  'cancelled',
  'failed'
);

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

CREATE OR REPLACE FUNCTION pgboss.create_queue(queue_name text, options jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    DECLARE
      tablename varchar := CASE WHEN options->>'partition' = 'true'
                            THEN 'j' || encode(sha224(queue_name::bytea), 'hex')
                            ELSE 'job_common'
                            END;
      queue_created_on timestamptz;
    BEGIN

      WITH q as (
        INSERT INTO pgboss.queue (
          name,
          policy,
          retry_limit,
          retry_delay,
          retry_backoff,
          retry_delay_max,
          expire_seconds,
          retention_seconds,
          deletion_seconds,
          warning_queued,
          dead_letter,
          partition,
          table_name,
          heartbeat_seconds,
          notify,
          created_on,
          updated_on
        )
        VALUES (
          queue_name,
          options->>'policy',
          COALESCE((options->>'retryLimit')::int, 2),
          COALESCE((options->>'retryDelay')::int, 0),
          COALESCE((options->>'retryBackoff')::bool, false),
          (options->>'retryDelayMax')::int,
          COALESCE((options->>'expireInSeconds')::int, 900),
          COALESCE((options->>'retentionSeconds')::int, 1209600),
          COALESCE((options->>'deleteAfterSeconds')::int, 604800),
          COALESCE((options->>'warningQueueSize')::int, 0),
          options->>'deadLetter',
          COALESCE((options->>'partition')::bool, false),
          tablename,
          (options->>'heartbeatSeconds')::int,
          COALESCE((options->>'notify')::bool, false),
          pgboss.job_now(),
          pgboss.job_now()
        )
        ON CONFLICT DO NOTHING
        RETURNING created_on
      )
      SELECT created_on into queue_created_on from q;

      IF queue_created_on IS NULL OR options->>'partition' IS DISTINCT FROM 'true' THEN
        RETURN;
      END IF;

      EXECUTE format('CREATE TABLE pgboss.%I (LIKE pgboss.job INCLUDING DEFAULTS)', tablename);

      EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD PRIMARY KEY (name, id)$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);

      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i11 ON pgboss.job (name, priority DESC, created_on, start_after) WHERE state < 'active' AND NOT blocked$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i4 ON pgboss.job (name, singleton_on, COALESCE(singleton_key, '')) WHERE state <> 'cancelled' AND singleton_on IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i7 ON pgboss.job (name, group_id) WHERE state = 'active' AND group_id IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i9 ON pgboss.job (name, id) WHERE blocking AND state = 'completed'$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i12 ON pgboss.job (source_root_id) WHERE source_root_id IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i13 ON pgboss.job (name, singleton_key) WHERE state = 'created' AND upsert_by_key$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i14 ON pgboss.job (name, state, blocked, start_after) WHERE state IN ('created', 'retry', 'active', 'failed')$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i15 ON pgboss.job (name, created_on)$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i16 ON pgboss.job (name, completed_on) WHERE completed_on IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i17 ON pgboss.job (name, singleton_key, created_on) WHERE state < 'active' AND singleton_key IS NOT NULL$cmd$, tablename);

      IF options->>'policy' = 'short' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i1 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state = 'created' AND policy = 'short'$cmd$, tablename);
      ELSIF options->>'policy' = 'singleton' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i2 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state = 'active' AND policy = 'singleton'$cmd$, tablename);
      ELSIF options->>'policy' = 'stately' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i3 ON pgboss.job (name, state, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'stately'$cmd$, tablename);
      ELSIF options->>'policy' = 'exclusive' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i6 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'exclusive'$cmd$, tablename);
      ELSIF options->>'policy' = 'key_strict_fifo' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i8 ON pgboss.job (name, singleton_key) WHERE state IN ('active', 'retry', 'failed') AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i10 ON pgboss.job (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE state < 'active' AND NOT blocked AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK (NOT (policy = 'key_strict_fifo' AND singleton_key IS NULL))$cmd$, tablename);
      END IF;

      EXECUTE format('ALTER TABLE pgboss.%I ADD CONSTRAINT cjc CHECK (name=%L)', tablename, queue_name);
      EXECUTE format('ALTER TABLE pgboss.job ATTACH PARTITION pgboss.%I FOR VALUES IN (%L)', tablename, queue_name);
    END;
    $function$;

CREATE OR REPLACE FUNCTION pgboss.delete_queue(queue_name text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    DECLARE
      v_table varchar;
      v_partition bool;
    BEGIN
      
      SELECT table_name, partition
      FROM pgboss.queue
      WHERE name = queue_name
      INTO v_table, v_partition;

      IF v_partition THEN
        EXECUTE format('DROP TABLE IF EXISTS pgboss.%I', v_table);
      ELSE
        EXECUTE format('DELETE FROM pgboss.%I WHERE name = %L', v_table, queue_name);
      END IF;
    
      DELETE FROM pgboss.queue WHERE name = queue_name;
    END;
    $function$;

CREATE OR REPLACE FUNCTION pgboss.job_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
      SELECT pg_catalog.now();
    $function$;

CREATE OR REPLACE FUNCTION pgboss.job_table_format(command text, table_name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
      SELECT format(
        regexp_replace(
          regexp_replace(command, '\.job\y', '.%1$I', 'g'),
          '\yjob_i(\d+)', '%1$s_i\1', 'g'
        ),
        table_name
      );
    $function$;

CREATE OR REPLACE FUNCTION pgboss.job_table_run(command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    DECLARE
      tbl RECORD;
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM pgboss.queue WHERE name = queue_name;
      END IF;

      IF tbl_name IS NOT NULL THEN
        EXECUTE pgboss.job_table_format(command, tbl_name);
        RETURN;
      END IF;

      EXECUTE pgboss.job_table_format(command, 'job_common');

      FOR tbl IN SELECT table_name FROM pgboss.queue WHERE partition = true
      LOOP
        EXECUTE pgboss.job_table_format(command, tbl.table_name);
      END LOOP;
    END;
    $function$;

CREATE OR REPLACE FUNCTION pgboss.job_table_run_async(command_name text, version integer, command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM pgboss.queue WHERE name = queue_name;
      END IF;

      IF tbl_name IS NOT NULL THEN
        INSERT INTO pgboss.bam (name, version, status, queue, table_name, command)
        VALUES (
          command_name,
          version,
          'pending',
          queue_name,
          tbl_name,
          pgboss.job_table_format(command, tbl_name)
        );
        RETURN;
      END IF;

      INSERT INTO pgboss.bam (name, version, status, queue, table_name, command)
      SELECT
        command_name,
        version,
        'pending',
        NULL,
        'job_common',
        pgboss.job_table_format(command, 'job_common')
      UNION ALL
      SELECT
        command_name,
        version,
        'pending',
        queue.name,
        queue.table_name,
        pgboss.job_table_format(command, queue.table_name)
      FROM pgboss.queue
      WHERE partition = true;
    END;
    $function$;

CREATE OR REPLACE FUNCTION public.note_added_members()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform from users person where person.id in (select user_id from changed) order by person.id for share;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_changed_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  insert into cache_changes (tag, owner) values ('profile', old.id);
  if tg_op = 'UPDATE' and (new.name, new.email) is distinct from (old.name, old.email) then
    insert into cache_changes (tag, owner)
      select 'members', member.organization_id from members member where member.user_id = new.id;
  end if;
  perform pg_notify('cache_changes', pg_current_xact_id()::text);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_changed_rows()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  noted bigint;
begin
  execute format('insert into cache_changes (tag, owner) select distinct %L, %I from changed', tg_argv[0], tg_argv[1]);
  -- FOUND says nothing of what execute did.
  get diagnostics noted = row_count;
  if noted > 0 then perform pg_notify('cache_changes', pg_current_xact_id()::text); end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_changed_signing_keys()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  insert into cache_changes (tag) values ('signing_keys');
  perform pg_notify('cache_changes', pg_current_xact_id()::text);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.search_accounts(pattern text, state text, before_at timestamp with time zone, before_id uuid, at_most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  return query execute $query$
    select id from users
    where (lower(email collate "C") like lower($1 collate "C") or lower(name) like lower($1))
      and case $2
        when 'active' then suspended_at is null and deletes_at is null
        when 'suspended' then suspended_at is not null
        when 'deleting' then deletes_at is not null
        else true
      end
      and (created_at, id) < ($3, $4)
    order by created_at desc, id desc
    limit $5
  $query$ using pattern, state, before_at, before_id, at_most;
end
$function$;

CREATE TABLE pgboss.bam (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name text NOT NULL,
  version integer NOT NULL,
  status text DEFAULT 'pending'::text NOT NULL,
  queue text,
  table_name text NOT NULL,
  command text NOT NULL,
  error text,
  created_on timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  started_on timestamp with time zone,
  completed_on timestamp with time zone,
  CONSTRAINT bam_pkey PRIMARY KEY (id)
);

CREATE TABLE pgboss.instance (
  id uuid NOT NULL,
  name text,
  host text NOT NULL,
  pid integer NOT NULL,
  version text NOT NULL,
  node_version text NOT NULL,
  application_name text,
  heartbeat_seconds integer NOT NULL,
  supervise boolean NOT NULL,
  schedule boolean NOT NULL,
  migrate boolean NOT NULL,
  persist_queue_stats boolean NOT NULL,
  persist_warnings boolean NOT NULL,
  pool_max integer,
  pool_total integer,
  pool_idle integer,
  pool_waiting integer,
  workers jsonb DEFAULT '[]'::jsonb NOT NULL,
  metrics jsonb,
  config jsonb DEFAULT '{}'::jsonb NOT NULL,
  crash_restarts integer DEFAULT 0 NOT NULL,
  crash_restarts_since timestamp with time zone,
  started_on timestamp with time zone DEFAULT now() NOT NULL,
  heartbeat_on timestamp with time zone DEFAULT now() NOT NULL,
  stopped_on timestamp with time zone,
  CONSTRAINT instance_pkey PRIMARY KEY (id)
);

CREATE TABLE pgboss.job (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name text NOT NULL,
  priority integer DEFAULT 0 NOT NULL,
  data jsonb,
  state pgboss.job_state DEFAULT 'created'::pgboss.job_state NOT NULL,
  retry_limit integer DEFAULT 2 NOT NULL,
  retry_count integer DEFAULT 0 NOT NULL,
  retry_delay integer DEFAULT 0 NOT NULL,
  retry_backoff boolean DEFAULT false NOT NULL,
  retry_delay_max integer,
  expire_seconds integer DEFAULT 900 NOT NULL,
  deletion_seconds integer DEFAULT 604800 NOT NULL,
  singleton_key text,
  singleton_on timestamp without time zone,
  group_id text,
  group_tier text,
  start_after timestamp with time zone DEFAULT now() NOT NULL,
  created_on timestamp with time zone DEFAULT now() NOT NULL,
  started_on timestamp with time zone,
  completed_on timestamp with time zone,
  keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
  output jsonb,
  dead_letter text,
  policy text,
  heartbeat_on timestamp with time zone,
  heartbeat_seconds integer,
  blocked boolean DEFAULT false NOT NULL,
  blocking boolean DEFAULT false NOT NULL,
  pending_dependencies integer DEFAULT 0 NOT NULL,
  source_name text,
  source_id uuid,
  source_created_on timestamp with time zone,
  source_retry_count integer,
  source_output jsonb,
  source_root_id uuid,
  trace_context jsonb,
  upsert_by_key boolean,
  CONSTRAINT job_pkey PRIMARY KEY (name, id)
) PARTITION BY LIST (name);

CREATE TABLE pgboss.job_common (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name text NOT NULL,
  priority integer DEFAULT 0 NOT NULL,
  data jsonb,
  state pgboss.job_state DEFAULT 'created'::pgboss.job_state NOT NULL,
  retry_limit integer DEFAULT 2 NOT NULL,
  retry_count integer DEFAULT 0 NOT NULL,
  retry_delay integer DEFAULT 0 NOT NULL,
  retry_backoff boolean DEFAULT false NOT NULL,
  retry_delay_max integer,
  expire_seconds integer DEFAULT 900 NOT NULL,
  deletion_seconds integer DEFAULT 604800 NOT NULL,
  singleton_key text,
  singleton_on timestamp without time zone,
  group_id text,
  group_tier text,
  start_after timestamp with time zone DEFAULT now() NOT NULL,
  created_on timestamp with time zone DEFAULT now() NOT NULL,
  started_on timestamp with time zone,
  completed_on timestamp with time zone,
  keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
  output jsonb,
  dead_letter text,
  policy text,
  heartbeat_on timestamp with time zone,
  heartbeat_seconds integer,
  blocked boolean DEFAULT false NOT NULL,
  blocking boolean DEFAULT false NOT NULL,
  pending_dependencies integer DEFAULT 0 NOT NULL,
  source_name text,
  source_id uuid,
  source_created_on timestamp with time zone,
  source_retry_count integer,
  source_output jsonb,
  source_root_id uuid,
  trace_context jsonb,
  upsert_by_key boolean,
  CONSTRAINT job_common_pkey PRIMARY KEY (name, id),
  CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK ((NOT ((policy = 'key_strict_fifo'::text) AND (singleton_key IS NULL))))
);

CREATE TABLE pgboss.job_dependency (
  child_name text NOT NULL,
  child_id uuid NOT NULL,
  parent_name text NOT NULL,
  parent_id uuid NOT NULL,
  CONSTRAINT job_dependency_pkey PRIMARY KEY (child_name, child_id, parent_name, parent_id)
);

CREATE TABLE pgboss.queue (
  name text NOT NULL,
  policy text NOT NULL,
  retry_limit integer NOT NULL,
  retry_delay integer NOT NULL,
  retry_backoff boolean NOT NULL,
  retry_delay_max integer,
  expire_seconds integer NOT NULL,
  retention_seconds integer NOT NULL,
  deletion_seconds integer NOT NULL,
  dead_letter text,
  partition boolean NOT NULL,
  table_name text NOT NULL,
  deferred_count integer DEFAULT 0 NOT NULL,
  blocked_count integer DEFAULT 0 NOT NULL,
  queued_count integer DEFAULT 0 NOT NULL,
  ready_count integer DEFAULT 0 NOT NULL,
  warning_queued integer DEFAULT 0 NOT NULL,
  active_count integer DEFAULT 0 NOT NULL,
  failed_count integer DEFAULT 0 NOT NULL,
  total_count integer DEFAULT 0 NOT NULL,
  retained_count integer,
  retained_on timestamp with time zone,
  created_delta integer DEFAULT 0 NOT NULL,
  completed_delta integer DEFAULT 0 NOT NULL,
  failed_delta integer DEFAULT 0 NOT NULL,
  delta_on timestamp with time zone,
  delta_seconds integer,
  wait_bins integer[],
  run_bins integer[],
  ready_oldest_seconds integer,
  ready_history integer[] DEFAULT '{}'::integer[] NOT NULL,
  heartbeat_seconds integer,
  notify boolean DEFAULT false NOT NULL,
  singletons_active text[],
  monitor_claim_on timestamp with time zone,
  monitor_on timestamp with time zone,
  maintain_on timestamp with time zone,
  created_on timestamp with time zone DEFAULT now() NOT NULL,
  updated_on timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT queue_check CHECK ((dead_letter IS DISTINCT FROM name)),
  CONSTRAINT queue_pkey PRIMARY KEY (name)
);

CREATE TABLE pgboss.queue_stats (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name text NOT NULL,
  deferred_count integer DEFAULT 0 NOT NULL,
  queued_count integer DEFAULT 0 NOT NULL,
  ready_count integer DEFAULT 0 NOT NULL,
  active_count integer DEFAULT 0 NOT NULL,
  failed_count integer DEFAULT 0 NOT NULL,
  total_count integer DEFAULT 0 NOT NULL,
  created_delta integer,
  completed_delta integer,
  failed_delta integer,
  delta_seconds integer,
  delta_on timestamp with time zone,
  wait_bins integer[],
  run_bins integer[],
  ready_oldest_seconds integer,
  captured_on timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT queue_stats_pkey PRIMARY KEY (id, captured_on)
) PARTITION BY RANGE (captured_on);

CREATE TABLE pgboss.schedule (
  name text NOT NULL,
  key text DEFAULT ''::text NOT NULL,
  kind text DEFAULT 'cron'::text NOT NULL,
  cron text NOT NULL,
  timezone text DEFAULT 'UTC'::text,
  data jsonb,
  options jsonb,
  created_on timestamp with time zone DEFAULT now() NOT NULL,
  updated_on timestamp with time zone DEFAULT now() NOT NULL,
  last_job_id uuid,
  CONSTRAINT schedule_kind_check CHECK ((kind = ANY (ARRAY['cron'::text, 'rrule'::text]))),
  CONSTRAINT schedule_pkey PRIMARY KEY (name, key)
);

CREATE TABLE pgboss.subscription (
  event text NOT NULL,
  name text NOT NULL,
  created_on timestamp with time zone DEFAULT now() NOT NULL,
  updated_on timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT subscription_pkey PRIMARY KEY (event, name)
);

CREATE TABLE pgboss.version (
  version integer NOT NULL,
  cron_on timestamp with time zone,
  bam_on timestamp with time zone,
  flow_on timestamp with time zone,
  reindex_on timestamp with time zone,
  monitor_backoff_on timestamp with time zone,
  CONSTRAINT version_pkey PRIMARY KEY (version)
);

CREATE TABLE pgboss.warning (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  type text NOT NULL,
  message text NOT NULL,
  data jsonb,
  created_on timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT warning_pkey PRIMARY KEY (id)
);

CREATE TABLE public.account_links (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  purpose text NOT NULL,
  token_hash bytea NOT NULL,
  email text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT account_links_email_check CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254))),
  CONSTRAINT account_links_expires_at_check CHECK ((expires_at > created_at)),
  CONSTRAINT account_links_pkey PRIMARY KEY (id),
  CONSTRAINT account_links_purpose_check CHECK ((purpose = ANY (ARRAY['verify_email'::text, 'reset_password'::text, 'change_email'::text]))),
  CONSTRAINT account_links_token_hash_check CHECK ((octet_length(token_hash) = 32)),
  CONSTRAINT account_links_token_hash_key UNIQUE (token_hash),
  CONSTRAINT account_links_user_id_purpose_key UNIQUE (user_id, purpose)
);

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
  created_by uuid,
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

CREATE TABLE public.authorization_requests (
  token_hash bytea NOT NULL,
  provider text NOT NULL,
  user_id uuid,
  sealed bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT authorization_requests_expires_at_check CHECK ((expires_at > created_at)),
  CONSTRAINT authorization_requests_pkey PRIMARY KEY (token_hash),
  CONSTRAINT authorization_requests_provider_check CHECK ((provider ~ '^[a-z][a-z0-9-]{1,39}$'::text)),
  CONSTRAINT authorization_requests_sealed_check CHECK (((octet_length(sealed) >= 29) AND (octet_length(sealed) <= 1024))),
  CONSTRAINT authorization_requests_token_hash_check CHECK ((octet_length(token_hash) = 32))
);

CREATE TABLE public.cache_changes (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  tag text NOT NULL,
  owner uuid,
  xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
  changed_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT cache_changes_pkey PRIMARY KEY (id)
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

CREATE TABLE public.devices (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  user_agent text,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone NOT NULL,
  CONSTRAINT devices_pkey PRIMARY KEY (id),
  CONSTRAINT devices_token_hash_check CHECK ((octet_length(token_hash) = 32)),
  CONSTRAINT devices_token_hash_key UNIQUE (token_hash),
  CONSTRAINT devices_user_agent_check CHECK ((char_length(user_agent) <= 512))
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

CREATE TABLE public.identities (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  provider text NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  email text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  CONSTRAINT identities_email_check CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254))),
  CONSTRAINT identities_issuer_check CHECK (((char_length(issuer) >= 1) AND (char_length(issuer) <= 1024))),
  CONSTRAINT identities_issuer_subject_key UNIQUE (issuer, subject),
  CONSTRAINT identities_pkey PRIMARY KEY (id),
  CONSTRAINT identities_provider_check CHECK ((provider ~ '^[a-z][a-z0-9-]{1,39}$'::text)),
  CONSTRAINT identities_subject_check CHECK (((char_length(subject) >= 1) AND (char_length(subject) <= 255))),
  CONSTRAINT identities_user_id_provider_key UNIQUE (user_id, provider)
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

CREATE TABLE public.login_challenges (
  token_hash bytea NOT NULL,
  user_id uuid NOT NULL,
  device_id uuid,
  transport text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT login_challenges_attempts_check CHECK (((attempts >= 0) AND (attempts <= 5))),
  CONSTRAINT login_challenges_expires_at_check CHECK ((expires_at > created_at)),
  CONSTRAINT login_challenges_pkey PRIMARY KEY (token_hash),
  CONSTRAINT login_challenges_token_hash_check CHECK ((octet_length(token_hash) = 32)),
  CONSTRAINT login_challenges_transport_check CHECK ((transport = ANY (ARRAY['bearer'::text, 'cookie'::text])))
);

CREATE TABLE public.login_throttles (
  key_hash bytea NOT NULL,
  arrives_at timestamp with time zone NOT NULL,
  CONSTRAINT login_throttles_key_hash_check CHECK ((octet_length(key_hash) = 32)),
  CONSTRAINT login_throttles_pkey PRIMARY KEY (key_hash)
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

CREATE TABLE public.outbox_mails (
  id uuid NOT NULL,
  template text NOT NULL,
  content_sealed bytea,
  created_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  CONSTRAINT outbox_mails_content_sealed_check CHECK ((octet_length(content_sealed) <= 131072)),
  CONSTRAINT outbox_mails_pkey PRIMARY KEY (id),
  CONSTRAINT outbox_mails_sent_check CHECK (((sent_at IS NOT NULL) OR (content_sealed IS NOT NULL))),
  CONSTRAINT outbox_mails_template_check CHECK ((template ~ '^[a-z][a-z0-9-]{0,39}$'::text))
);

CREATE TABLE public.passkey_ceremonies (
  token_hash bytea NOT NULL,
  purpose text NOT NULL,
  challenge bytea NOT NULL,
  user_id uuid,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT passkey_ceremonies_challenge_check CHECK ((octet_length(challenge) = 32)),
  CONSTRAINT passkey_ceremonies_expires_at_check CHECK ((expires_at > created_at)),
  CONSTRAINT passkey_ceremonies_pkey PRIMARY KEY (token_hash),
  CONSTRAINT passkey_ceremonies_purpose_check CHECK ((purpose = ANY (ARRAY['registration'::text, 'login'::text, 'second_factor'::text, 'reauthentication'::text]))),
  CONSTRAINT passkey_ceremonies_token_hash_check CHECK ((octet_length(token_hash) = 32)),
  CONSTRAINT passkey_ceremonies_user_id_check CHECK (((user_id IS NULL) = (purpose = 'login'::text)))
);

CREATE TABLE public.passkeys (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  credential_id bytea NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  backed_up boolean NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  CONSTRAINT passkeys_counter_check CHECK (((counter >= 0) AND (counter <= '4294967295'::bigint))),
  CONSTRAINT passkeys_credential_id_check CHECK (((octet_length(credential_id) >= 1) AND (octet_length(credential_id) <= 1023))),
  CONSTRAINT passkeys_credential_id_key UNIQUE (credential_id),
  CONSTRAINT passkeys_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
  CONSTRAINT passkeys_pkey PRIMARY KEY (id),
  CONSTRAINT passkeys_public_key_check CHECK (((octet_length(public_key) >= 1) AND (octet_length(public_key) <= 2048))),
  CONSTRAINT passkeys_transports_check CHECK ((cardinality(transports) <= 16))
);

CREATE TABLE public.purge_progress (
  id boolean DEFAULT true NOT NULL,
  told_before xid8 NOT NULL,
  told_at timestamp with time zone NOT NULL,
  everything_since timestamp with time zone,
  CONSTRAINT purge_progress_id_check CHECK (id),
  CONSTRAINT purge_progress_pkey PRIMARY KEY (id)
);

CREATE TABLE public.recovery_codes (
  user_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT recovery_codes_code_hash_check CHECK ((octet_length(code_hash) = 32)),
  CONSTRAINT recovery_codes_pkey PRIMARY KEY (user_id, code_hash)
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
  authenticated_at timestamp with time zone NOT NULL,
  address text,
  device_id uuid,
  impersonated_by uuid,
  CONSTRAINT sessions_address_check CHECK ((char_length(address) <= 45)),
  CONSTRAINT sessions_ended_check CHECK (((ended_at IS NULL) = (ended_reason IS NULL))),
  CONSTRAINT sessions_ended_reason_check CHECK ((ended_reason = ANY (ARRAY['logged_out'::text, 'revoked'::text, 'refresh_token_reused'::text, 'credentials_changed'::text, 'suspended'::text, 'account_deleted'::text]))),
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

CREATE TABLE public.totp_secrets (
  user_id uuid NOT NULL,
  secret_sealed bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  last_step integer,
  CONSTRAINT totp_secrets_pkey PRIMARY KEY (user_id),
  CONSTRAINT totp_secrets_secret_sealed_check CHECK (((octet_length(secret_sealed) >= 29) AND (octet_length(secret_sealed) <= 128)))
);

CREATE TABLE public.users (
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  password_hash text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  email_verified_at timestamp with time zone,
  suspended_at timestamp with time zone,
  suspension_reason text,
  deletes_at timestamp with time zone,
  platform_role text,
  CONSTRAINT users_email_check CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254))),
  CONSTRAINT users_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100))),
  CONSTRAINT users_password_hash_check CHECK ((password_hash ~~ '$argon2id$%'::text)),
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_platform_role_check CHECK ((platform_role = 'administrator'::text)),
  CONSTRAINT users_suspension_check CHECK (((suspended_at IS NULL) = (suspension_reason IS NULL))),
  CONSTRAINT users_suspension_reason_check CHECK (((char_length(suspension_reason) >= 1) AND (char_length(suspension_reason) <= 500))),
  CONSTRAINT users_version_check CHECK ((version >= 1))
);

CREATE OR REPLACE FUNCTION public.audit_event_hash(previous bytea, sequence bigint, event public.audit_events)
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN sha256((previous || convert_to((jsonb_build_array((event).chain_id, sequence, (event).id, (event).organization_id, ((EXTRACT(epoch FROM (event).occurred_at) * (1000000)::numeric))::bigint, (event).event, (event).operation, (event).scheme, (event).subject, (event).request_id, (event).address, (event).fields))::text, 'UTF8'::name)));

CREATE UNIQUE INDEX job_common_i1 ON pgboss.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'created'::pgboss.job_state) AND (policy = 'short'::text));

CREATE INDEX job_common_i10 ON pgboss.job_common USING btree (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE ((state < 'active'::pgboss.job_state) AND (NOT blocked) AND (policy = 'key_strict_fifo'::text));

CREATE INDEX job_common_i11 ON pgboss.job_common USING btree (name, priority DESC, created_on, start_after) WHERE ((state < 'active'::pgboss.job_state) AND (NOT blocked));

CREATE INDEX job_common_i12 ON pgboss.job_common USING btree (source_root_id) WHERE (source_root_id IS NOT NULL);

CREATE UNIQUE INDEX job_common_i13 ON pgboss.job_common USING btree (name, singleton_key) WHERE ((state = 'created'::pgboss.job_state) AND upsert_by_key);

CREATE INDEX job_common_i14 ON pgboss.job_common USING btree (name, state, blocked, start_after) WHERE (state = ANY (ARRAY['created'::pgboss.job_state, 'retry'::pgboss.job_state, 'active'::pgboss.job_state, 'failed'::pgboss.job_state]));

CREATE INDEX job_common_i15 ON pgboss.job_common USING btree (name, created_on);

CREATE INDEX job_common_i16 ON pgboss.job_common USING btree (name, completed_on) WHERE (completed_on IS NOT NULL);

CREATE INDEX job_common_i17 ON pgboss.job_common USING btree (name, singleton_key, created_on) WHERE ((state < 'active'::pgboss.job_state) AND (singleton_key IS NOT NULL));

CREATE UNIQUE INDEX job_common_i2 ON pgboss.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'active'::pgboss.job_state) AND (policy = 'singleton'::text));

CREATE UNIQUE INDEX job_common_i3 ON pgboss.job_common USING btree (name, state, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::pgboss.job_state) AND (policy = 'stately'::text));

CREATE UNIQUE INDEX job_common_i4 ON pgboss.job_common USING btree (name, singleton_on, COALESCE(singleton_key, ''::text)) WHERE ((state <> 'cancelled'::pgboss.job_state) AND (singleton_on IS NOT NULL));

CREATE UNIQUE INDEX job_common_i6 ON pgboss.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::pgboss.job_state) AND (policy = 'exclusive'::text));

CREATE INDEX job_common_i7 ON pgboss.job_common USING btree (name, group_id) WHERE ((state = 'active'::pgboss.job_state) AND (group_id IS NOT NULL));

CREATE UNIQUE INDEX job_common_i8 ON pgboss.job_common USING btree (name, singleton_key) WHERE ((state = ANY (ARRAY['active'::pgboss.job_state, 'retry'::pgboss.job_state, 'failed'::pgboss.job_state])) AND (policy = 'key_strict_fifo'::text));

CREATE INDEX job_common_i9 ON pgboss.job_common USING btree (name, id) WHERE (blocking AND (state = 'completed'::pgboss.job_state));

CREATE INDEX job_dep_parent_idx ON pgboss.job_dependency USING btree (parent_name, parent_id);

CREATE INDEX queue_stats_i1 ON ONLY pgboss.queue_stats USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);

CREATE INDEX warning_i1 ON pgboss.warning USING btree (created_on DESC);

CREATE INDEX account_links_expires_at_idx ON public.account_links USING btree (expires_at);

CREATE INDEX api_key_secrets_by_key ON public.api_key_secrets USING btree (api_key_id);

CREATE UNIQUE INDEX api_key_secrets_current_key ON public.api_key_secrets USING btree (api_key_id) WHERE (replaced_at IS NULL);

CREATE INDEX api_keys_by_end ON public.api_keys USING btree (LEAST(revoked_at, expires_at));

CREATE INDEX api_keys_by_organization ON public.api_keys USING btree (organization_id, created_at DESC, id DESC) WHERE (revoked_at IS NULL);

CREATE INDEX api_keys_created_by_idx ON public.api_keys USING btree (created_by, id);

CREATE INDEX api_keys_of_organization ON public.api_keys USING btree (organization_id);

CREATE INDEX audit_events_by_event ON public.audit_events USING btree (chain_id, event, occurred_at DESC, id DESC);

CREATE INDEX audit_events_by_event_and_subject ON public.audit_events USING btree (chain_id, event, subject, occurred_at DESC, id DESC);

CREATE INDEX audit_events_by_subject ON public.audit_events USING btree (chain_id, subject, occurred_at DESC, id DESC);

CREATE INDEX audit_events_by_time ON public.audit_events USING btree (chain_id, occurred_at DESC, id DESC);

CREATE INDEX authorization_requests_expires_at_idx ON public.authorization_requests USING btree (expires_at);

CREATE INDEX authorization_requests_user_id_idx ON public.authorization_requests USING btree (user_id);

CREATE INDEX cache_changes_by_time ON public.cache_changes USING btree (changed_at);

CREATE INDEX cache_changes_by_transaction ON public.cache_changes USING btree (xid);

CREATE INDEX devices_user_id_last_used_at_idx ON public.devices USING btree (user_id, last_used_at DESC, id DESC);

CREATE INDEX idempotency_keys_by_expiry ON public.idempotency_keys USING btree (expires_at);

CREATE INDEX invitations_by_custom_role ON public.invitations USING btree (organization_id, custom_role) WHERE (custom_role IS NOT NULL);

CREATE INDEX invitations_by_end ON public.invitations USING btree (LEAST(settled_at, expires_at));

CREATE INDEX invitations_by_organization ON public.invitations USING btree (organization_id, created_at DESC, id DESC) WHERE (settled_at IS NULL);

CREATE INDEX invitations_email_idx ON public.invitations USING btree (lower((email COLLATE "C")), id);

CREATE INDEX invitations_invited_by_idx ON public.invitations USING btree (invited_by, id);

CREATE INDEX invitations_of_organization ON public.invitations USING btree (organization_id);

CREATE UNIQUE INDEX invitations_open_key ON public.invitations USING btree (organization_id, lower((email COLLATE "C"))) WHERE (settled_at IS NULL);

CREATE INDEX login_challenges_expires_at_idx ON public.login_challenges USING btree (expires_at);

CREATE INDEX login_challenges_user_id_idx ON public.login_challenges USING btree (user_id);

CREATE INDEX login_throttles_arrives_at_idx ON public.login_throttles USING btree (arrives_at);

CREATE INDEX members_by_custom_role ON public.members USING btree (organization_id, custom_role) WHERE (custom_role IS NOT NULL);

CREATE INDEX members_by_organization ON public.members USING btree (organization_id, joined_at DESC, user_id DESC);

CREATE INDEX members_by_user ON public.members USING btree (user_id, joined_at DESC, organization_id DESC);

CREATE INDEX members_owners ON public.members USING btree (organization_id) WHERE (role = 'owner'::text);

CREATE INDEX organizations_by_deletion ON public.organizations USING btree (deletes_at) WHERE (deletes_at IS NOT NULL);

CREATE INDEX outbox_mails_by_time ON public.outbox_mails USING btree (created_at, id);

CREATE INDEX passkey_ceremonies_expires_at_idx ON public.passkey_ceremonies USING btree (expires_at);

CREATE INDEX passkey_ceremonies_user_id_idx ON public.passkey_ceremonies USING btree (user_id);

CREATE INDEX passkeys_user_id_created_at_id_idx ON public.passkeys USING btree (user_id, created_at DESC, id DESC);

CREATE UNIQUE INDEX refresh_tokens_current_key ON public.refresh_tokens USING btree (session_id) WHERE (spent_at IS NULL);

CREATE INDEX refresh_tokens_of_session ON public.refresh_tokens USING btree (session_id);

CREATE INDEX sessions_device_id_idx ON public.sessions USING btree (device_id);

CREATE INDEX sessions_impersonated_by_idx ON public.sessions USING btree (impersonated_by) WHERE (impersonated_by IS NOT NULL);

CREATE INDEX sessions_of_organization ON public.sessions USING btree (organization_id) WHERE (organization_id IS NOT NULL);

CREATE INDEX sessions_user_id_created_at_id_idx ON public.sessions USING btree (user_id, created_at DESC, id DESC) WHERE (ended_at IS NULL);

CREATE INDEX sessions_user_id_id_idx ON public.sessions USING btree (user_id, id);

CREATE INDEX totp_secrets_unconfirmed_idx ON public.totp_secrets USING btree (created_at) WHERE (confirmed_at IS NULL);

CREATE INDEX users_created_at_id_idx ON public.users USING btree (created_at DESC, id DESC);

CREATE INDEX users_deletes_at_idx ON public.users USING btree (deletes_at, id) WHERE (deletes_at IS NOT NULL);

CREATE INDEX users_deleting_idx ON public.users USING btree (created_at DESC, id DESC) WHERE (deletes_at IS NOT NULL);

CREATE UNIQUE INDEX users_email_key ON public.users USING btree (lower((email COLLATE "C")));

CREATE INDEX users_email_prefix_idx ON public.users USING btree (lower((email COLLATE "C")) text_pattern_ops);

CREATE INDEX users_name_prefix_idx ON public.users USING btree (lower(name) text_pattern_ops);

CREATE INDEX users_suspended_idx ON public.users USING btree (created_at DESC, id DESC) WHERE (suspended_at IS NOT NULL);

ALTER TABLE pgboss.job ATTACH PARTITION pgboss.job_common DEFAULT;

ALTER TABLE pgboss.job_common ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE pgboss.job_common ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE pgboss.queue ADD CONSTRAINT queue_dead_letter_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue(name);

ALTER TABLE pgboss.schedule ADD CONSTRAINT schedule_name_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE CASCADE;

ALTER TABLE pgboss.subscription ADD CONSTRAINT subscription_name_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE CASCADE;

ALTER TABLE public.account_links ADD CONSTRAINT account_links_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE public.api_key_secrets ADD CONSTRAINT api_key_secrets_api_key_id_fkey FOREIGN KEY (api_key_id) REFERENCES public.api_keys(id) ON DELETE CASCADE;

ALTER TABLE public.api_keys ADD CONSTRAINT api_keys_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE public.api_keys ADD CONSTRAINT api_keys_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.authorization_requests ADD CONSTRAINT authorization_requests_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE public.custom_roles ADD CONSTRAINT custom_roles_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.devices ADD CONSTRAINT devices_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE public.identities ADD CONSTRAINT identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE public.invitations ADD CONSTRAINT invitations_custom_role_fkey FOREIGN KEY (organization_id, custom_role) REFERENCES public.custom_roles(organization_id, name);

ALTER TABLE public.invitations ADD CONSTRAINT invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.users(id) ON DELETE SET NULL;

ALTER TABLE public.invitations ADD CONSTRAINT invitations_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.login_challenges ADD CONSTRAINT login_challenges_device_id_fkey FOREIGN KEY (device_id) REFERENCES public.devices(id) ON DELETE SET NULL;

ALTER TABLE public.login_challenges ADD CONSTRAINT login_challenges_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE public.members ADD CONSTRAINT members_custom_role_fkey FOREIGN KEY (organization_id, custom_role) REFERENCES public.custom_roles(organization_id, name);

ALTER TABLE public.members ADD CONSTRAINT members_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.members ADD CONSTRAINT members_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE public.organizations ADD CONSTRAINT organizations_personal_to_fkey FOREIGN KEY (personal_to) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE public.passkey_ceremonies ADD CONSTRAINT passkey_ceremonies_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE public.passkeys ADD CONSTRAINT passkeys_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE public.recovery_codes ADD CONSTRAINT recovery_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE public.refresh_tokens ADD CONSTRAINT refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.sessions(id) ON DELETE CASCADE;

ALTER TABLE public.sessions ADD CONSTRAINT sessions_device_id_fkey FOREIGN KEY (device_id) REFERENCES public.devices(id) ON DELETE SET NULL;

ALTER TABLE public.sessions ADD CONSTRAINT sessions_impersonated_by_fkey FOREIGN KEY (impersonated_by) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE public.sessions ADD CONSTRAINT sessions_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE SET NULL;

ALTER TABLE public.sessions ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

ALTER TABLE public.signing_keys ADD CONSTRAINT signing_keys_replaces_fkey FOREIGN KEY (replaces) REFERENCES public.signing_keys(id);

ALTER TABLE public.totp_secrets ADD CONSTRAINT totp_secrets_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

CREATE TRIGGER audit_events_chain BEFORE INSERT ON public.audit_events FOR EACH ROW EXECUTE FUNCTION public.chain_audit_event();

CREATE TRIGGER roles_added AFTER INSERT ON public.custom_roles REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_changed_rows('roles', 'organization_id');

CREATE TRIGGER roles_changed AFTER UPDATE ON public.custom_roles REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_changed_rows('roles', 'organization_id');

CREATE TRIGGER roles_removed AFTER DELETE ON public.custom_roles REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_changed_rows('roles', 'organization_id');

CREATE TRIGGER members_added AFTER INSERT ON public.members REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_changed_rows('members', 'organization_id');

CREATE TRIGGER members_changed AFTER UPDATE ON public.members REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_changed_rows('members', 'organization_id');

CREATE TRIGGER members_named AFTER INSERT ON public.members REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_added_members();

CREATE TRIGGER members_removed AFTER DELETE ON public.members REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.note_changed_rows('members', 'organization_id');

CREATE TRIGGER signing_keys_changed AFTER INSERT OR DELETE OR UPDATE ON public.signing_keys FOR EACH ROW EXECUTE FUNCTION public.note_changed_signing_keys();

CREATE TRIGGER person_changed AFTER DELETE OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.note_changed_person();

GRANT USAGE ON SCHEMA pgboss TO groundwork_app;

GRANT USAGE ON SCHEMA public TO groundwork_app;

GRANT DELETE, SELECT, UPDATE ON TABLE pgboss.instance TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE pgboss.job TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE pgboss.job_common TO groundwork_app;

GRANT DELETE, SELECT ON TABLE pgboss.job_dependency TO groundwork_app;

GRANT INSERT, SELECT, UPDATE ON TABLE pgboss.queue TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE pgboss.schedule TO groundwork_app;

GRANT SELECT, UPDATE ON TABLE pgboss.version TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.account_links TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.api_key_secrets TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.api_keys TO groundwork_app;

GRANT SELECT ON TABLE public.audit_chains TO groundwork_app;

GRANT INSERT, SELECT ON TABLE public.audit_events TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.authorization_requests TO groundwork_app;

GRANT DELETE, INSERT, SELECT ON TABLE public.cache_changes TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.custom_roles TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.devices TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.idempotency_keys TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.identities TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.invitations TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.login_challenges TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.login_throttles TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.members TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.organizations TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.outbox_mails TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.passkey_ceremonies TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.passkeys TO groundwork_app;

GRANT INSERT, SELECT, UPDATE ON TABLE public.purge_progress TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.recovery_codes TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.refresh_tokens TO groundwork_app;

GRANT SELECT ON TABLE public.schema_migrations TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.sessions TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.signing_keys TO groundwork_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE public.totp_secrets TO groundwork_app;

GRANT DELETE, SELECT ON TABLE public.users TO groundwork_app;

GRANT INSERT (created_at) ON TABLE public.users TO groundwork_app;

GRANT UPDATE (deletes_at) ON TABLE public.users TO groundwork_app;

GRANT INSERT (email), UPDATE (email) ON TABLE public.users TO groundwork_app;

GRANT INSERT (email_verified_at), UPDATE (email_verified_at) ON TABLE public.users TO groundwork_app;

GRANT INSERT (id) ON TABLE public.users TO groundwork_app;

GRANT INSERT (name), UPDATE (name) ON TABLE public.users TO groundwork_app;

GRANT INSERT (password_hash), UPDATE (password_hash) ON TABLE public.users TO groundwork_app;

GRANT UPDATE (suspended_at) ON TABLE public.users TO groundwork_app;

GRANT UPDATE (suspension_reason) ON TABLE public.users TO groundwork_app;

GRANT INSERT (updated_at), UPDATE (updated_at) ON TABLE public.users TO groundwork_app;

GRANT UPDATE (version) ON TABLE public.users TO groundwork_app;

REVOKE EXECUTE ON FUNCTION public.chain_audit_event() FROM PUBLIC;

INSERT INTO pgboss.version (version) VALUES
  ('46');

INSERT INTO public.schema_migrations (version) VALUES
  ('20261124000100'),
  ('20261124000200'),
  ('20261125000100'),
  ('20261125000200'),
  ('20261126000100'),
  ('20261126000110'),
  ('20261126000200'),
  ('20261126000300'),
  ('20261127000100'),
  ('20261127000200'),
  ('20261127000300');

COMMIT;
