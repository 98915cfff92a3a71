-- migrate:up

do $$
begin
  if not exists (select from pg_roles where rolname = 'scratch_writer') then
    create role scratch_writer nologin;
  end if;
end $$;

create table organizations (
  id uuid primary key,
  plan text not null default 'free; not "paid"',
  chain_head bytea
);

create table memberships (
  organization_id uuid not null references organizations on delete cascade,
  user_id uuid not null,
  role text not null check (role in ('owner', 'member')),
  rank integer generated always as (case role when 'owner' then 2 else 1 end) stored,
  primary key (organization_id, user_id)
);

create table invitations (
  organization_id uuid not null,
  invited_by uuid,
  constraint invitations_invited_by_fkey foreign key (organization_id, invited_by)
    references memberships on update cascade on delete set null (invited_by) deferrable initially deferred
);

create table events (
  number bigint generated always as identity (sequence name event_numbers),
  organization_id uuid not null references organizations on delete restrict,
  previous bytea,
  hash bytea not null
);

create function event_hash(event events) returns bytea language sql stable
  as $$ select sha256(coalesce(event.previous, '') || convert_to(event.organization_id::text, 'UTF8')) $$;

create function chain_event() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $body$
begin
  select chain_head into strict new.previous from organizations where id = new.organization_id for update; -- one; by; one
  new.hash := event_hash(new);
  update organizations set chain_head = new.hash where id = new.organization_id;
  return new;
end $body$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % stay as they are', tg_table_name;
end $$;

create trigger events_chain before insert on events for each row execute function chain_event();
create trigger events_keep before update or delete on events for each row execute function refuse_change();
create trigger events_keep_all before truncate on events for each statement execute function refuse_change();

create procedure forget(person uuid) language sql begin atomic delete from memberships where user_id = person; end;

alter default privileges in schema public grant insert, select on tables to scratch_writer;
alter default privileges revoke execute on functions from public;
grant usage on schema public to scratch_writer;
grant usage on sequence event_numbers to scratch_writer;
grant select, insert on events to scratch_writer;
grant all on organizations to scratch_writer with grant option;
grant select, update (role) on memberships to scratch_writer;
revoke truncate on events from current_role;
revoke execute on function event_hash(events), chain_event(), refuse_change() from public;
grant execute on function event_hash(events) to scratch_writer;
grant execute on procedure forget(uuid) to scratch_writer;

-- migrate:down

alter default privileges in schema public revoke insert, select on tables from scratch_writer;
alter default privileges grant execute on functions to public;
revoke usage on schema public from scratch_writer;
drop procedure forget;
drop table events cascade;
drop function chain_event, refuse_change;
drop table invitations, memberships, organizations;
