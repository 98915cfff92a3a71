-- migrate:up

-- What changed of what kept answers are made of: the truth that every process reads (src/contract/cache/changes.ts).
-- `tag` is a name of the contract's x-cache-tags, `owner` the organization or the person whose it is, null for everybody's.
create table cache_changes (
  id bigint generated always as identity primary key,
  tag text not null,
  owner uuid,
  xid xid8 not null default pg_current_xact_id(),
  changed_at timestamptz not null default now()
);

-- What may be new to a process (flushCommits, selectChanges).
create index cache_changes_by_transaction on cache_changes (xid);
-- Those that every process has read (deleteOldChanges).
create index cache_changes_by_time on cache_changes (changed_at);

grant select, insert, delete on cache_changes to groundwork_app;

-- Each of these tells other processes to look: a hint, and one for each transaction at most.

-- Arguments: the tag, and the column of its owner.
create function note_changed_rows() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  noted bigint;
begin
  execute format('insert into cache_changes (tag, owner) select distinct %L, %I from changed', tg_argv[0], tg_argv[1]);
  -- FOUND says nothing of what execute did.
  get diagnostics noted = row_count;
  if noted > 0 then perform pg_notify('cache_changes', pg_current_xact_id()::text); end if;
  return null;
end $$;

-- Members are shown with the name and the address of the person.
create function note_changed_person() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into cache_changes (tag, owner) values ('profile', old.id);
  if tg_op = 'UPDATE' and (new.name, new.email) is distinct from (old.name, old.email) then
    insert into cache_changes (tag, owner)
      select 'members', member.organization_id from members member where member.user_id = new.id;
  end if;
  perform pg_notify('cache_changes', pg_current_xact_id()::text);
  return null;
end $$;

-- A person who is just getting another name does not know of a membership that is not committed yet: one waits for the other.
create function note_added_members() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  perform from users person where person.id in (select user_id from changed) order by person.id for share;
  return null;
end $$;

create trigger members_added after insert on members referencing new table as changed
  for each statement execute function note_changed_rows('members', 'organization_id');
create trigger members_named after insert on members referencing new table as changed
  for each statement execute function note_added_members();
create trigger members_changed after update on members referencing new table as changed
  for each statement execute function note_changed_rows('members', 'organization_id');
create trigger members_removed after delete on members referencing old table as changed
  for each statement execute function note_changed_rows('members', 'organization_id');

create trigger roles_added after insert on custom_roles referencing new table as changed
  for each statement execute function note_changed_rows('roles', 'organization_id');
create trigger roles_changed after update on custom_roles referencing new table as changed
  for each statement execute function note_changed_rows('roles', 'organization_id');
create trigger roles_removed after delete on custom_roles referencing old table as changed
  for each statement execute function note_changed_rows('roles', 'organization_id');

create trigger person_changed after update or delete on users
  for each row execute function note_changed_person();

-- migrate:down

drop trigger person_changed on users;
drop trigger roles_removed on custom_roles;
drop trigger roles_changed on custom_roles;
drop trigger roles_added on custom_roles;
drop trigger members_removed on members;
drop trigger members_changed on members;
drop trigger members_named on members;
drop trigger members_added on members;
drop function note_added_members();
drop function note_changed_person();
drop function note_changed_rows();
drop table cache_changes;
