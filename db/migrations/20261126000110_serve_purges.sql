-- migrate:up

-- What belongs to an organization goes with it. The audit log has no foreign key, and stays.
alter table members
  drop constraint members_organization_id_fkey,
  add constraint members_organization_id_fkey foreign key (organization_id) references organizations (id) on delete cascade;
alter table custom_roles
  drop constraint custom_roles_organization_id_fkey,
  add constraint custom_roles_organization_id_fkey foreign key (organization_id) references organizations (id)
    on delete cascade;
alter table invitations
  drop constraint invitations_organization_id_fkey,
  add constraint invitations_organization_id_fkey foreign key (organization_id) references organizations (id)
    on delete cascade;
alter table api_keys
  drop constraint api_keys_organization_id_fkey,
  add constraint api_keys_organization_id_fkey foreign key (organization_id) references organizations (id) on delete cascade;
alter table api_key_secrets
  drop constraint api_key_secrets_api_key_id_fkey,
  add constraint api_key_secrets_api_key_id_fkey foreign key (api_key_id) references api_keys (id) on delete cascade;
alter table sessions
  drop constraint sessions_organization_id_fkey,
  add constraint sessions_organization_id_fkey foreign key (organization_id) references organizations (id)
    on delete set null;

-- Serve these foreign keys, where no index for a page of a list has all rows.
create index invitations_of_organization on invitations (organization_id);
create index api_keys_of_organization on api_keys (organization_id);
create index sessions_of_organization on sessions (organization_id) where organization_id is not null;
-- Serves its foreign key, and deleteTokensOfEndedSessions.
create index refresh_tokens_of_session on refresh_tokens (session_id);

-- Organizations whose time is over (deleteOrganizations).
create index organizations_by_deletion on organizations (deletes_at) where deletes_at is not null;
-- Invitations that ended long ago (deleteEndedInvitations).
create index invitations_by_end on invitations (least(settled_at, expires_at));
-- Keys that ended long ago (deleteEndedKeys).
create index api_keys_by_end on api_keys (least(revoked_at, expires_at));

-- migrate:down

drop index api_keys_by_end;
drop index invitations_by_end;
drop index organizations_by_deletion;
drop index refresh_tokens_of_session;
drop index sessions_of_organization;
drop index api_keys_of_organization;
drop index invitations_of_organization;

alter table sessions
  drop constraint sessions_organization_id_fkey,
  add constraint sessions_organization_id_fkey foreign key (organization_id) references organizations (id);
alter table api_key_secrets
  drop constraint api_key_secrets_api_key_id_fkey,
  add constraint api_key_secrets_api_key_id_fkey foreign key (api_key_id) references api_keys (id);
alter table api_keys
  drop constraint api_keys_organization_id_fkey,
  add constraint api_keys_organization_id_fkey foreign key (organization_id) references organizations (id);
alter table invitations
  drop constraint invitations_organization_id_fkey,
  add constraint invitations_organization_id_fkey foreign key (organization_id) references organizations (id);
alter table custom_roles
  drop constraint custom_roles_organization_id_fkey,
  add constraint custom_roles_organization_id_fkey foreign key (organization_id) references organizations (id);
alter table members
  drop constraint members_organization_id_fkey,
  add constraint members_organization_id_fkey foreign key (organization_id) references organizations (id);
