-- Beside the product's own tables, which the sessions and the audit rows of the benchmark need.
create table bench_files (
  id uuid primary key,
  owner_id uuid not null references users (id),
  folder_id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  digest text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index bench_files_by_owner on bench_files (owner_id, created_at desc, id desc);

-- As the product has them for what its server keeps.
create trigger bench_files_added after insert on bench_files referencing new table as changed
  for each statement execute function note_changed_rows('files', 'owner_id');
create trigger bench_files_changed after update on bench_files referencing new table as changed
  for each statement execute function note_changed_rows('files', 'owner_id');
create trigger bench_files_removed after delete on bench_files referencing old table as changed
  for each statement execute function note_changed_rows('files', 'owner_id');
