/**
 * Who else may do what with the objects of a database, as statements. The owner is written as CURRENT_ROLE, since whoever
 * loads the dump owns what it makes. Memberships, and whether a role may log in, are the cluster's and not part of it.
 */
import type postgres from "postgres";

export interface Statement {
  readonly statement: string;
}

/** Roles that something is granted to. The cluster may have them, or somebody may be making them at this moment. */
export const roles = (sql: postgres.TransactionSql) => sql<Statement[]>`
  with ${privileges(sql)}
  select format($$DO $do$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = %L) THEN
    CREATE ROLE %I NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $do$;$$, rolname, rolname) as statement
  from pg_roles where oid in (select grantee from changed where grantee <> owner) and rolname !~ '^pg_'
  order by rolname`;

/** What differs from what the owner and PUBLIC have from the start. */
export const grants = (sql: postgres.TransactionSql) => sql<Statement[]>`
  with ${privileges(sql)}
  select concat(prefix, case when revoked then 'REVOKE ' else 'GRANT ' end, words, ' ON ', object,
    case when revoked then ' FROM ' else ' TO ' end, role, case when grantable then ' WITH GRANT OPTION' end, ';')
    as statement
  from (
    select place, prefix, object, columns, revoked, grantable,
      case
        when grantee = 0 then 'PUBLIC'
        when grantee = owner and grantee::regrole::text !~ '^pg_' then 'CURRENT_ROLE'
        else grantee::regrole::text
      end as role,
      -- Each major version has its own list of what one may do with a table.
      case
        when object ~ '^TABLE' and columns = '' and count(*) = (select count(*) from aclexplode(acldefault('r', owner)))
        then 'ALL'
        else string_agg(privilege || columns, ', ' order by privilege collate "C")
      end as words
    from changed group by place, prefix, object, columns, revoked, grantable, grantee, owner
  ) as said
  order by place, prefix collate "C", object collate "C", columns collate "C", revoked desc, role collate "C", grantable`;

/** Grants that the statements above would give in another role's name. */
export const foreignGrants = (sql: postgres.TransactionSql) => sql<{ what: string }[]>`
  with ${privileges(sql)}
  select format('grants on %s by a role that does not own it', object) as what from held where grantor <> owner
  union
  select format('default privileges on %s of role %s', object, owner::regrole)
  from objects where prefix <> '' and owner::regrole::text <> quote_ident(current_user)`;

/**
 * Common table expressions: `held` and `initial` have a row for each privilege that somebody has now, and that they had
 * when the object was made; `changed` those of only one of both. Default privileges count as objects.
 */
function privileges(sql: postgres.TransactionSql) {
  return sql`
    objects as (
      select place, prefix, object, columns, owner, acl, coalesce(initprivs, preset) as initial_acl
      from (
        select 'pg_namespace'::regclass as classoid, oid as objoid, 0 as objsubid, 1 as place, '' as prefix,
          concat('SCHEMA ', oid::regnamespace) as object, '' as columns, nspowner as owner, nspacl as acl,
          acldefault('n', nspowner) as preset
        from pg_namespace
        union all
        select 'pg_class'::regclass, oid, 0, 2, '',
          concat(case relkind when 'S' then 'SEQUENCE ' else 'TABLE ' end, oid::regclass), '', relowner, relacl,
          acldefault(case relkind when 'S' then 's'::"char" else 'r' end, relowner)
        from pg_class where relkind in ('r', 'v', 'm', 'p', 'f', 'S')
        union all
        select 'pg_class'::regclass, attrelid, attnum, 2, '', concat('TABLE ', attrelid::regclass), format(' (%I)', attname),
          relowner, attacl, null
        from pg_class join pg_attribute on attrelid = oid where not attisdropped
        union all
        select 'pg_proc'::regclass, oid, 0, 3, '',
          concat(case prokind when 'p' then 'PROCEDURE ' else 'FUNCTION ' end, oid::regprocedure),
          '', proowner, proacl, acldefault('f', proowner)
        from pg_proc
        union all
        select 'pg_default_acl'::regclass, oid, 0, 4,
          concat('ALTER DEFAULT PRIVILEGES ', 'IN SCHEMA ' || nullif(defaclnamespace, 0)::regnamespace || ' '), word, '',
          defaclrole, defaclacl, case defaclnamespace when 0 then acldefault(preset::"char", defaclrole) end
        from pg_default_acl join (values ('r', 'TABLES', 'r'), ('S', 'SEQUENCES', 's'), ('f', 'FUNCTIONS', 'f'),
          ('T', 'TYPES', 'T'), ('n', 'SCHEMAS', 'n'), ('L', 'LARGE OBJECTS', 'L')) as kind (letter, word, preset)
          on letter = defaclobjtype::text
      ) as object left join pg_init_privs using (classoid, objoid, objsubid)
      -- initdb grants there without a record.
      where acl is not null and object !~ '^[A-Z]+ information_schema'
    ), held as (
      select place, prefix, object, columns, owner, grantee, privilege_type as privilege, is_grantable as grantable, grantor
      from objects cross join lateral aclexplode(acl)
    ), initial as (
      select place, prefix, object, columns, owner, grantee, privilege_type as privilege, is_grantable as grantable, grantor
      from objects cross join lateral aclexplode(initial_acl)
    ), changed as (
      select *, false as revoked from (select * from held except select * from initial) as granted
      union all
      select *, true from (select * from initial except select * from held) as taken
    )`;
}
