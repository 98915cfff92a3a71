-- migrate:up

-- Mails, from the transaction that causes one until it was sent.
create table outbox_mails (
  -- The mail's Message-ID is made of it.
  id uuid constraint outbox_mails_pkey primary key,
  template text not null constraint outbox_mails_template_check check (template ~ '^[a-z][a-z0-9-]{0,39}$'),
  -- Recipient, subject, text and HTML, encrypted, because links in mails work. Erased once the mail was sent, but kept for
  -- the inbox of development.
  content_sealed bytea constraint outbox_mails_content_sealed_check check (octet_length(content_sealed) <= 131072),
  created_at timestamptz not null,
  sent_at timestamptz,
  constraint outbox_mails_sent_check check (sent_at is not null or content_sealed is not null)
);

-- The newest, for the inbox of development (listKeptMails), and what is too old (deleteMailsBefore).
create index outbox_mails_by_time on outbox_mails (created_at, id);

grant select, insert, update, delete on outbox_mails to groundwork_app;

-- migrate:down

drop table outbox_mails;
