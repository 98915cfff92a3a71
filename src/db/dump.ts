/**
 * The schema of a database as SQL that makes the same one: db/schema.sql. Read out of the catalogue, because pg_dump is
 * not on every machine and words its output differently in each version. What it cannot say it refuses, so nothing is
 * left out in silence. Owners, the names of not-null constraints and the settings of the database itself are not part
 * of it.
 */
import type postgres from "postgres";
import { readCatalog } from "./catalog";
import { grants, roles, type Statement } from "./privileges";
import { refuseUnsayable } from "./sayable";

const HEAD = `-- Made by \`make db-dump\` from a migrated database. Do not edit: write a migration.

BEGIN;

SET LOCAL search_path = '';
SET LOCAL check_function_bodies = false;`;

type Read = (sql: postgres.TransactionSql) => Promise<readonly Statement[]>;

/** Rejects, and names every object, where the database has what this cannot say. */
export const dumpSchema = (url: string): Promise<string> =>
  readCatalog(url, async (sql) => {
    await refuseUnsayable(sql);
    const parts: string[] = [HEAD];
    for (const read of READS) parts.push(...(await read(sql)).map(({ statement }) => statement));
    return `${parts.join("\n\n")}\n\nCOMMIT;\n`;
  });

/** What counts statements belongs to whoever runs the server: no migration makes it (docs/database.md). */
const extensions: Read = (sql) => sql<Statement[]>`
  select format('CREATE EXTENSION %I WITH SCHEMA %s;', extname, extnamespace::regnamespace) as statement
  from pg_extension where oid >= 16384 and extname <> 'pg_stat_statements' order by extname`;

const schemas: Read = (sql) => sql<Statement[]>`
  select format('CREATE SCHEMA %s;', oid::regnamespace) as statement
  from pg_namespace namespace
  where oid >= 16384 and nspname !~ '^pg_(toast|temp)' and not ${owned(sql, "pg_namespace", "namespace.oid")}
  order by nspname`;

const enums: Read = (sql) => sql<Statement[]>`
  select format(E'CREATE TYPE %s AS ENUM (\n%s\n);', type.oid::regtype, labels) as statement
  from pg_type type cross join lateral (
    select string_agg('  ' || quote_literal(enumlabel), E',\n' order by enumsortorder) as labels
    from pg_enum where enumtypid = type.oid) as label
  where type.oid >= 16384 and typtype = 'e' and not ${owned(sql, "pg_type", "type.oid")}
  order by typname`;

const functions: Read = (sql) => functionsThat(sql, sql`not ${knowsTables(sql)}`);

/** Those with a row among their arguments, and those whose body PostgreSQL keeps parsed. */
const functionsOfTables: Read = (sql) => functionsThat(sql, knowsTables(sql));

const functionsThat = (sql: postgres.TransactionSql, condition: postgres.Fragment) => sql<Statement[]>`
  select rtrim(pg_get_functiondef(oid), E'\n') || ';' as statement
  from pg_proc function
  where oid >= 16384 and prokind in ('f', 'p') and not ${owned(sql, "pg_proc", "function.oid")} and ${condition}
  order by proname, pg_get_function_identity_arguments(oid)`;

const knowsTables = (sql: postgres.TransactionSql) => sql`exists (
  select from pg_depend left join pg_type on refclassid = 'pg_type'::regclass and refobjid in (pg_type.oid, typarray)
  where classid = 'pg_proc'::regclass and objid = function.oid
    and (refclassid = 'pg_class'::regclass or typrelid <> 0))`;

const tables: Read = (sql) => sql<Statement[]>`
  select concat(format(E'CREATE TABLE %s (\n%s\n)', relation.oid::regclass, lines),
    ' PARTITION BY ' || pg_get_partkeydef(relation.oid), ';') as statement
  from pg_class relation cross join lateral (
    select string_agg('  ' || line, E',\n' order by part, position, name) as lines
    from (
      select 1 as part, attnum as position, attname as name, concat_ws(' ',
        quote_ident(attname),
        format_type(atttypid, atttypmod),
        case when attcollation <> typcollation then 'COLLATE ' || attcollation::regcollation end,
        case
          when attidentity <> '' then concat('GENERATED ', case attidentity when 'a' then 'ALWAYS' else 'BY DEFAULT' end,
            ' AS IDENTITY', ' (SEQUENCE NAME ' || nullif(pg_get_serial_sequence(attrelid::regclass::text, attname),
              format('%s.%I', relnamespace::regnamespace, concat(relname, '_', attname, '_seq'))) || ')')
          when attgenerated = 's' then format('GENERATED ALWAYS AS (%s) STORED', pg_get_expr(adbin, adrelid))
          when adbin is not null then 'DEFAULT ' || pg_get_expr(adbin, adrelid)
        end,
        case when attnotnull then 'NOT NULL' end) as line
      from pg_attribute
        join pg_type on pg_type.oid = atttypid
        left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where attrelid = relation.oid and attnum > 0 and not attisdropped
      union all
      select 2, 0, conname, format('CONSTRAINT %I %s', conname, pg_get_constraintdef(oid))
      from pg_constraint where conrelid = relation.oid and contype in ('p', 'u', 'c', 'x')
    ) as said) as body
  where relation.oid >= 16384 and relkind in ('r', 'p') and not ${owned(sql, "pg_class", "relation.oid")}
  order by relnamespace::regnamespace::text collate "C", relname`;

/** Those that belong to a constraint come with it. */
const indexes: Read = (sql) => sql<Statement[]>`
  select pg_get_indexdef(indexrelid) || ';' as statement
  from pg_index join pg_class relation on relation.oid = indexrelid join pg_class parent on parent.oid = indrelid
  where relation.oid >= 16384 and parent.relkind in ('r', 'p') and not ${owned(sql, "pg_class", "relation.oid")}
    and not ${owned(sql, "pg_class", "parent.oid")}
  order by parent.relnamespace::regnamespace::text collate "C", parent.relname, relation.relname`;

/** With their indexes, which become part of the parent's. */
const partitions: Read = (sql) => sql<Statement[]>`
  select format('ALTER TABLE %s ATTACH PARTITION %s %s;', inhparent::regclass, partition.oid::regclass,
    pg_get_expr(relpartbound, partition.oid)) as statement
  from pg_inherits join pg_class partition on partition.oid = inhrelid
  where relispartition and relkind in ('r', 'p') order by partition.oid::regclass::text collate "C"`;

/** After all tables, which may point at each other. */
const foreignKeys: Read = (sql) => sql<Statement[]>`
  select format('ALTER TABLE %s ADD CONSTRAINT %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid))
    as statement
  from pg_constraint where contype = 'f' and conparentid = 0 order by conrelid::regclass::text collate "C", conname`;

const triggers: Read = (sql) => sql<Statement[]>`
  select pg_get_triggerdef(oid) || ';' as statement
  from pg_trigger where not tgisinternal and tgparentid = 0 order by tgrelid::regclass::text collate "C", tgname`;

const comments: Read = (sql) => sql<Statement[]>`
  select format('COMMENT ON %s %s IS %L;', case type when 'table column' then 'COLUMN'
    when 'table constraint' then 'CONSTRAINT' else upper(type) end, identity, description) as statement
  from pg_description cross join lateral pg_identify_object(classoid, objoid, objsubid)
  where objoid >= 16384 and type <> 'extension'
    and not exists (select from pg_depend where deptype = 'e' and (classid, pg_depend.objid) = (classoid, objoid))
  order by identity collate "C", type`;

/** Tells dbmate and pg-boss, in a database that is made from this, what is in it. */
async function versions(sql: postgres.TransactionSql): Promise<Statement[]> {
  const statements: Statement[] = [];
  for (const table of ["pgboss.version", "public.schema_migrations"]) {
    const [found] = await sql`select from pg_class where oid = to_regclass(${table})`;
    if (!found) continue;
    const rows = await sql<Statement[]>`
      select format(E'INSERT INTO %s (version) VALUES\n%s;', ${table}::text,
        string_agg(format('  (%L)', version), E',\n' order by version::text collate "C")) as statement
      from ${sql(table)} having count(*) > 0`;
    statements.push(...rows);
  }
  return statements;
}

/** Whether another object brings it along: an extension, a constraint, a table. */
function owned(sql: postgres.TransactionSql, catalog: string, oid: string) {
  return sql`exists (
    select from pg_depend
    where deptype in ('e', 'i') and classid = ${catalog}::regclass and objid = ${sql.unsafe(oid)} and objsubid = 0)`;
}

const READS: readonly Read[] = [
  roles,
  schemas,
  extensions,
  enums,
  functions,
  tables,
  functionsOfTables,
  indexes,
  partitions,
  foreignKeys,
  triggers,
  comments,
  grants,
  versions,
];
