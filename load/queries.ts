/** Written as the product's queries are. */
import type { PageInput } from "#contract/context";
import type { Sql } from "#db/client";
import { first } from "#db/rows";
import type { NewFile } from "./generated/types";

export interface FileRow {
  id: string;
  ownerId: string;
  folderId: string;
  name: string;
  type: string;
  size: string;
  digest: string;
  createdAt: string;
  updatedAt: string;
}

/** Newest first; one row more than the limit where there is another page. Served by bench_files_by_owner. */
export const listFilesByOwner = (sql: Sql, ownerId: string, { after, limit }: PageInput) =>
  sql<FileRow[]>`
    select id, owner_id, folder_id, name, type, size, digest, created_at, updated_at
    from bench_files
    where owner_id = ${ownerId}
      and (created_at, id) < (
        coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
        coalesce(${after?.id ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by created_at desc, id desc
    limit ${limit + 1}`;

/** Served by bench_files_pkey. */
export const selectFile = (sql: Sql, ownerId: string, id: string) =>
  sql<FileRow[]>`
    select id, owner_id, folder_id, name, type, size, digest, created_at, updated_at
    from bench_files where id = ${id} and owner_id = ${ownerId}`.then(first);

export const insertFile = (sql: Sql, id: string, ownerId: string, file: NewFile, now: Date) =>
  sql<FileRow[]>`
    insert into bench_files (id, owner_id, folder_id, name, type, size, digest, created_at, updated_at)
    values (${id}, ${ownerId}, ${file.folderId}, ${file.name}, ${file.type}, ${file.size}, ${file.digest}, ${now}, ${now})
    returning id, owner_id, folder_id, name, type, size, digest, created_at, updated_at`.then(first);
