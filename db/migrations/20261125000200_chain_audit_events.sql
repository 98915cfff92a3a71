-- migrate:up

-- How each chain ended after each of its events. Rows are only ever added: a row that every event changes has as many
-- versions as there were events while somebody, such as a backup, looks at the database as it was.
create table audit_chains (
  -- An organization, a person or a key, or nobody in particular.
  id uuid not null,
  length bigint not null constraint audit_chains_length_check check (length > 0),
  hash bytea not null constraint audit_chains_hash_check check (octet_length(hash) = 32),
  -- Serves the trigger, an export and a verification (selectChainLength, checkAuditEvents).
  constraint audit_chains_pkey primary key (id, length)
);

alter table audit_events rename to unchained_audit_events;
alter table unchained_audit_events rename constraint audit_events_pkey to unchained_audit_events_pkey;
drop index audit_events_by_subject;

-- No foreign key: the log outlives what it speaks of. And no key but the row's place: an insert that lets a conflict pass
-- would leave its place in the chain empty.
create table audit_events (
  -- Its place. Whatever an insert says of these two and of the hash, chain_audit_event sets them.
  chain_id uuid not null default '00000000-0000-0000-0000-000000000000',
  sequence bigint not null default 0
    constraint audit_events_sequence_check check (sequence between 1 and 9007199254740991),
  id uuid not null,
  -- The organization that it happened in; null for what concerns a person alone.
  organization_id uuid,
  occurred_at timestamptz not null,
  event text not null constraint audit_events_event_check check (
    char_length(event) <= 64 and event ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$'
  ),
  operation text not null constraint audit_events_operation_check check (char_length(operation) <= 60),
  -- By which scheme its subject came; null where nobody was known.
  scheme text constraint audit_events_scheme_check check (char_length(scheme) <= 60),
  subject text constraint audit_events_subject_check check (char_length(subject) <= 64),
  request_id uuid not null,
  address text not null constraint audit_events_address_check check (char_length(address) <= 45),
  fields jsonb not null,
  -- SHA-256 over the hash before it and every other column.
  hash bytea not null default '' constraint audit_events_hash_check check (octet_length(hash) = 32),
  -- Serves an export and a verification (listAuditEventsInChain, checkAuditEvents).
  constraint audit_events_pkey primary key (chain_id, sequence)
);

-- One page of an organization's events, the newest first: of all, of one kind, of one person or key, of both
-- (listAuditEvents).
create index audit_events_by_time on audit_events (chain_id, occurred_at desc, id desc);
create index audit_events_by_event on audit_events (chain_id, event, occurred_at desc, id desc);
create index audit_events_by_subject on audit_events (chain_id, subject, occurred_at desc, id desc);
create index audit_events_by_event_and_subject on audit_events (chain_id, event, subject, occurred_at desc, id desc);

-- Whose chain an event is in: the organization's, else the person's or the key's, else nobody's.
create function audit_chain_of(organization_id uuid, subject text) returns uuid
language sql immutable parallel safe
return coalesce(
  organization_id,
  case when subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then subject::uuid end,
  '00000000-0000-0000-0000-000000000000'::uuid
);

-- The hash of an event in this place after that one, whatever it says of its own. Instants count in microseconds; jsonb
-- has one text for one value.
create function audit_event_hash(previous bytea, sequence bigint, event audit_events) returns bytea
language sql stable parallel safe
return sha256(previous || convert_to(jsonb_build_array(
  event.chain_id, sequence, event.id, event.organization_id,
  (extract(epoch from event.occurred_at) * 1000000)::bigint,
  event.event, event.operation, event.scheme, event.subject, event.request_id, event.address, event.fields
)::text, 'UTF8'));

-- What was recorded until now, in the order of its time.
do $$
declare
  recorded audit_events;
  chain uuid;
  place bigint;
  previous bytea;
begin
  for recorded in
    select audit_chain_of(null, subject), 0, id, null, occurred_at, event, operation, null, subject, request_id, address,
      fields, ''
    from unchained_audit_events order by audit_chain_of(null, subject), occurred_at, id
  loop
    if recorded.chain_id is distinct from chain then
      chain := recorded.chain_id;
      place := 0;
      previous := '';
    end if;
    place := place + 1;
    previous := audit_event_hash(previous, place, recorded);
    recorded.sequence := place;
    recorded.hash := previous;
    insert into audit_events select recorded.*;
  end loop;
end
$$;
insert into audit_chains (id, length, hash) select chain_id, sequence, hash from audit_events;
drop table unchained_audit_events;

-- Runs as its owner, so that whoever may only insert cannot choose a place or a hash. Writers of one chain wait here for
-- each other until they commit, so the row of an operation is its last statement.
create function chain_audit_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
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
$$;

revoke execute on function chain_audit_event() from public;

create trigger audit_events_chain before insert on audit_events
  for each row execute function chain_audit_event();

grant select, insert on audit_events to groundwork_app;
grant select on audit_chains to groundwork_app;

-- migrate:down

create table unchained_audit_events (
  id uuid constraint unchained_audit_events_pkey primary key,
  occurred_at timestamptz not null,
  event text not null,
  operation text not null,
  subject text,
  request_id uuid not null,
  address text not null,
  fields jsonb not null
);
insert into unchained_audit_events (id, occurred_at, event, operation, subject, request_id, address, fields)
  select id, occurred_at, event, operation, subject, request_id, address, fields from audit_events;
drop function audit_event_hash(bytea, bigint, audit_events);
drop table audit_events;
drop function chain_audit_event();
drop function audit_chain_of(uuid, text);
drop table audit_chains;
alter table unchained_audit_events rename to audit_events;
alter table audit_events rename constraint unchained_audit_events_pkey to audit_events_pkey;
create index audit_events_by_subject on audit_events (subject, occurred_at desc, id desc);
grant select, insert on audit_events to groundwork_app;
