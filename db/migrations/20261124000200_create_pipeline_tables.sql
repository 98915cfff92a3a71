-- migrate:up

create table audit_events (
  id uuid primary key,
  occurred_at timestamptz not null,
  event text not null,
  operation text not null,
  subject text,
  request_id uuid not null,
  address text not null,
  fields jsonb not null
);

-- What one person or key did, the newest first.
create index audit_events_by_subject on audit_events (subject, occurred_at desc, id desc);

create table idempotency_keys (
  owner text not null,
  operation text not null,
  key text not null,
  fingerprint bytea not null,
  status smallint not null,
  content_type text,
  headers jsonb not null,
  body bytea,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (owner, operation, key)
);

-- Finds the keys whose time is over (deleteExpiredIdempotentAnswers).
create index idempotency_keys_by_expiry on idempotency_keys (expires_at);

-- migrate:down

drop table idempotency_keys;
drop table audit_events;
