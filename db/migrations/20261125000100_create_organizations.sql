-- migrate:up

-- The role as which the server runs its queries, whoever it logs in as. What it may not do, a hole in the server cannot do
-- either: it changes no table's form and no row of the audit log. Roles belong to the cluster, so that another database, or
-- whoever runs the cluster, may have made it already.
do $$
begin
  if not exists (select from pg_roles where rolname = 'groundwork_app') then
    create role groundwork_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;

-- Whoever migrates may run the server too. Since PostgreSQL 16 who makes a role hands it out and is not yet a member.
do $$
begin
  execute format('grant groundwork_app to %I', current_user);
exception
  when insufficient_privilege then
    if not pg_has_role(current_user, 'groundwork_app', 'member') then raise; end if;
end
$$;

create table organizations (
  id uuid constraint organizations_pkey primary key,
  name text not null constraint organizations_name_check check (char_length(name) between 1 and 100),
  -- Whose own organization it is, made when they registered; null for one that people share.
  personal_to uuid
    constraint organizations_personal_to_fkey references users (id)
    constraint organizations_personal_to_key unique,
  version integer not null default 1 constraint organizations_version_check check (version >= 1),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Set while it can still be restored; from then on it does not exist for anybody.
  deletes_at timestamptz
);

create table custom_roles (
  organization_id uuid not null constraint custom_roles_organization_id_fkey references organizations (id),
  name text not null constraint custom_roles_name_check check (
    name ~ '^[a-z][a-z0-9-]{1,39}$' and name not in ('owner', 'admin', 'member', 'viewer')
  ),
  description text not null constraint custom_roles_description_check check (char_length(description) <= 200),
  scopes text[] not null constraint custom_roles_scopes_check check (cardinality(scopes) between 1 and 64),
  version integer not null default 1 constraint custom_roles_version_check check (version >= 1),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint custom_roles_pkey primary key (organization_id, name)
);

create table members (
  organization_id uuid not null constraint members_organization_id_fkey references organizations (id),
  user_id uuid not null constraint members_user_id_fkey references users (id),
  role text not null constraint members_role_check check (role ~ '^[a-z][a-z0-9-]{1,39}$'),
  -- The role where it is one of the organization's own, so that it cannot be deleted while somebody has it.
  custom_role text generated always as (
    case when role in ('owner', 'admin', 'member', 'viewer') then null else role end
  ) stored,
  version integer not null default 1 constraint members_version_check check (version >= 1),
  joined_at timestamptz not null,
  constraint members_pkey primary key (organization_id, user_id),
  constraint members_custom_role_fkey foreign key (organization_id, custom_role)
    references custom_roles (organization_id, name)
);

-- One page of an organization's members, the newest first (listMembers).
create index members_by_organization on members (organization_id, joined_at desc, user_id desc);
-- One page of a person's organizations, the newest first (listOrganizationsByUser).
create index members_by_user on members (user_id, joined_at desc, organization_id desc);
-- Who must not all vanish (lockOwners).
create index members_owners on members (organization_id) where role = 'owner';
-- Whether a role is in use; serves the foreign key.
create index members_by_custom_role on members (organization_id, custom_role) where custom_role is not null;

-- Who registered before this gets an organization of their own too.
insert into organizations (id, name, personal_to, created_at, updated_at)
  select gen_random_uuid(), name, id, created_at, created_at from users;
insert into members (organization_id, user_id, role, joined_at)
  select id, personal_to, 'owner', created_at from organizations;

create table invitations (
  id uuid constraint invitations_pkey primary key,
  organization_id uuid not null constraint invitations_organization_id_fkey references organizations (id),
  -- As it was typed. Compared as users_email_key compares.
  email text not null constraint invitations_email_check check (char_length(email) between 3 and 254),
  role text not null constraint invitations_role_check check (role ~ '^[a-z][a-z0-9-]{1,39}$'),
  -- As in members, as long as nobody answered or revoked it: a role that no open invitation has can be deleted.
  custom_role text generated always as (
    case when settled_at is not null or role in ('owner', 'admin', 'member', 'viewer') then null else role end
  ) stored,
  -- SHA-256 of the token in the link. The token itself is stored nowhere. Serves whatever begins with a link.
  token_hash bytea not null
    constraint invitations_token_hash_key unique
    constraint invitations_token_hash_check check (octet_length(token_hash) = 32),
  -- Null where a key of the organization invited.
  invited_by uuid constraint invitations_invited_by_fkey references users (id),
  created_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  settled_at timestamptz,
  settled_as text constraint invitations_settled_as_check check (settled_as in ('accepted', 'declined', 'revoked')),
  constraint invitations_settled_check check ((settled_at is null) = (settled_as is null)),
  constraint invitations_custom_role_fkey foreign key (organization_id, custom_role)
    references custom_roles (organization_id, name)
);

-- One open invitation for one address in one organization. Serves updateExpiredInvitationSettled.
create unique index invitations_open_key on invitations (organization_id, lower(email collate "C"))
  where settled_at is null;
-- One page of an organization's open invitations, the newest first (listOpenInvitations), and how many there are
-- (countOpenInvitations).
create index invitations_by_organization on invitations (organization_id, created_at desc, id desc)
  where settled_at is null;
-- Whether a role is in use; serves the foreign key.
create index invitations_by_custom_role on invitations (organization_id, custom_role) where custom_role is not null;

create table api_keys (
  id uuid constraint api_keys_pkey primary key,
  organization_id uuid not null constraint api_keys_organization_id_fkey references organizations (id),
  name text not null constraint api_keys_name_check check (char_length(name) between 1 and 100),
  scopes text[] not null constraint api_keys_scopes_check check (cardinality(scopes) between 1 and 64),
  created_by uuid not null constraint api_keys_created_by_fkey references users (id),
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_keys_expires_at_check check (expires_at > created_at)
);

-- One page of an organization's keys that were not revoked, the newest first (listApiKeys).
create index api_keys_by_organization on api_keys (organization_id, created_at desc, id desc) where revoked_at is null;

-- A key has one secret, and two while it is rotated.
create table api_key_secrets (
  -- SHA-256 of the whole key. The key itself is stored nowhere. Serves selectKeyBySecret.
  secret_hash bytea constraint api_key_secrets_pkey primary key
    constraint api_key_secrets_secret_hash_check check (octet_length(secret_hash) = 32),
  api_key_id uuid not null constraint api_key_secrets_api_key_id_fkey references api_keys (id),
  -- The last four characters, by which a person tells secrets apart.
  ending text not null constraint api_key_secrets_ending_check check (char_length(ending) = 4),
  created_at timestamptz not null,
  -- When the overlap of a rotation ends; null for the current one.
  replaced_at timestamptz
);

create unique index api_key_secrets_current_key on api_key_secrets (api_key_id) where replaced_at is null;
create index api_key_secrets_by_key on api_key_secrets (api_key_id);

-- Which organization a person's session was last switched to.
alter table sessions add column organization_id uuid
  constraint sessions_organization_id_fkey references organizations (id);

grant usage on schema public to groundwork_app;
grant select, insert, update, delete on users, sessions, refresh_tokens, signing_keys, idempotency_keys, organizations,
  custom_roles, members, invitations, api_keys, api_key_secrets to groundwork_app;
grant select on schema_migrations to groundwork_app;
grant select, insert on audit_events to groundwork_app;

-- migrate:down

alter table sessions drop column organization_id;
drop table api_key_secrets;
drop table api_keys;
drop table invitations;
drop table members;
drop table custom_roles;
drop table organizations;
revoke all on users, sessions, refresh_tokens, signing_keys, idempotency_keys, audit_events, schema_migrations
  from groundwork_app;
revoke usage on schema public from groundwork_app;
