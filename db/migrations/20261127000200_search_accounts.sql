-- migrate:up

-- A page of the accounts whose address or name begins so, by a pattern of `like`; with a state, those of them that are in
-- it. The server's statements are planned once for all values (src/db/client.ts), and here no such plan is good: where few
-- begin so the prefix indexes find them, and where many do the newest accounts are walked through
-- (users_created_at_id_idx). What is executed as a text is planned for its values each time.
create function search_accounts(pattern text, state text, before_at timestamptz, before_id uuid, at_most integer)
returns setof uuid language plpgsql stable set search_path = pg_catalog, public as $$
begin
  return query execute $query$
    select id from users
    where (lower(email collate "C") like lower($1 collate "C") or lower(name) like lower($1))
      and case $2
        when 'active' then suspended_at is null and deletes_at is null
        when 'suspended' then suspended_at is not null
        when 'deleting' then deletes_at is not null
        else true
      end
      and (created_at, id) < ($3, $4)
    order by created_at desc, id desc
    limit $5
  $query$ using pattern, state, before_at, before_id, at_most;
end
$$;

-- migrate:down

drop function search_accounts(text, text, timestamptz, uuid, integer);
