-- migrate:up

-- Signing keys are everybody's: whoever verifies tokens keeps what getJwks answers.
create function note_changed_signing_keys() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into cache_changes (tag) values ('signing_keys');
  perform pg_notify('cache_changes', pg_current_xact_id()::text);
  return null;
end $$;

create trigger signing_keys_changed after insert or update or delete on signing_keys
  for each row execute function note_changed_signing_keys();

-- How far a content delivery network has been told of cache_changes (src/modules/purging). One row, once it is told at all.
create table purge_progress (
  id boolean primary key default true check (id),
  -- It knows of every change whose transaction is older.
  told_before xid8 not null,
  told_at timestamptz not null,
  -- Since when it has been due to forget everything; null where it is not.
  everything_since timestamptz
);

grant select, insert, update on purge_progress to groundwork_app;

-- migrate:down

drop table purge_progress;
drop trigger signing_keys_changed on signing_keys;
drop function note_changed_signing_keys();
