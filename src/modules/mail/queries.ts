import type { Sql } from "#db/client";
import { first } from "#db/rows";

interface NewMail {
  id: string;
  template: string;
  contentSealed: Uint8Array;
  createdAt: Date;
}

export const insertMail = (sql: Sql, { id, template, contentSealed, createdAt }: NewMail) =>
  sql`
    insert into outbox_mails (id, template, content_sealed, created_at)
    values (${id}, ${template}, ${contentSealed}, ${createdAt})`;

export interface MailRow {
  id: string;
  template: string;
  contentSealed: Buffer;
  createdAt: string;
  sentAt: string | null;
}

/** Whoever else would send it waits. Undefined where it was sent or purged. Served by outbox_mails_pkey. */
export const lockUnsentMail = (sql: Sql, id: string) =>
  sql<MailRow[]>`
    select id, template, content_sealed, created_at, sent_at
    from outbox_mails where id = ${id} and sent_at is null and content_sealed is not null
    for update`.then(first);

/** Served by outbox_mails_pkey. */
export const updateMailSent = (sql: Sql, id: string, sentAt: Date, keepsContent: boolean) =>
  sql`
    update outbox_mails
    set sent_at = ${sentAt}, content_sealed = case when ${keepsContent} then content_sealed end
    where id = ${id}`;

/** Those that can still be read, the newest first. Served by outbox_mails_by_time. */
export const listKeptMails = (sql: Sql, limit: number) =>
  sql<MailRow[]>`
    select id, template, content_sealed, created_at, sent_at
    from outbox_mails where content_sealed is not null
    order by created_at desc, id desc
    limit ${limit}`;

/** Undefined where it cannot be read any more. Served by outbox_mails_pkey. */
export const selectKeptMail = (sql: Sql, id: string) =>
  sql<MailRow[]>`
    select id, template, content_sealed, created_at, sent_at
    from outbox_mails where id = ${id} and content_sealed is not null`.then(first);

/** The oldest first. Served by outbox_mails_by_time. */
export const deleteMailsBefore = (sql: Sql, before: Date, limit: number) =>
  sql`
    delete from outbox_mails
    where id = any(array(
      select id from outbox_mails where created_at < ${before} order by created_at, id limit ${limit}
    ))`;
