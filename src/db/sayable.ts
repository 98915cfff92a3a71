/** What a dump of the schema must not meet; see dump.ts. */
import type postgres from "postgres";
import { foreignGrants } from "./privileges";

/** The kinds that the dump says, in the words of pg_identify_object. */
const SAID = [
  "default acl",
  "default value",
  "extension",
  "function",
  "index",
  "procedure",
  "schema",
  "table",
  "table constraint",
  "trigger",
  // Enums; other types are refused one by one.
  "type",
];
const SAID_COMMENTS = [
  "table",
  "table column",
  "table constraint",
  "index",
  "function",
  "procedure",
  "trigger",
  "type",
];

/** Whose rows are parts of an object that is looked at itself: an enum, an operator family. */
const PARTS = ["pg_enum", "pg_amop", "pg_amproc"];

interface Found {
  readonly what: string;
}

/** Rejects where the database has an object, or an object has a property, that the dump does not say. */
export async function refuseUnsayable(sql: postgres.TransactionSql): Promise<void> {
  const found: string[] = [];
  for (const look of [kinds, properties, comments, foreignGrants])
    found.push(...(await look(sql)).map(({ what }) => what));
  if (found.length === 0) return;
  throw new Error(
    `The dump of the schema cannot say this:\n${found
      .sort()
      .map((what) => `  ${what}`)
      .join("\n")}\nTeach src/db/dump.ts, or do without it.`,
  );
}

/** Whatever catalogue of PostgreSQL holds it: all that was made after initdb, less what another object brings along. */
async function kinds(sql: postgres.TransactionSql): Promise<readonly Found[]> {
  const catalogs = await sql<{ name: string }[]>`
    select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r' and not relisshared and attname = 'oid'
      and relname <> all(${PARTS})`;
  const objects = catalogs
    .map(({ name }) => `select tableoid as classid, oid as objid from pg_catalog.${name} where oid >= 16384`)
    .join(" union all ");
  return sql<Found[]>`
    select concat_ws(' ', object.type, object.identity) as what
    from (${sql.unsafe(objects)}) as made cross join lateral pg_identify_object(classid, objid, 0) as object
    where object.type <> all(${SAID}) and coalesce(object.schema, '') !~ '^pg_(toast|temp)'
      and object.identity !~ '^pg_(toast|temp)'
      and not exists (
        select from pg_depend
        where deptype in ('e', 'i') and (pg_depend.classid, pg_depend.objid) = (made.classid, made.objid))`;
}

const properties = (sql: postgres.TransactionSql) => sql<Found[]>`
  with own as (
    select pg_class.* from pg_class
    where oid >= 16384 and relkind in ('r', 'p') and relnamespace::regnamespace::text !~ '^pg_(toast|temp)'
      and not exists (select from pg_depend where deptype = 'e' and classid = 'pg_class'::regclass and objid = oid)
  ), found as (
    select format('%s of table %s', property, oid::regclass) as what
    from own cross join lateral (values
      ('persistence', relpersistence <> 'p'), ('storage parameters', reloptions is not null),
      ('row security', relrowsecurity or relforcerowsecurity),
      ('inheritance', not relispartition and exists (select from pg_inherits where inhrelid = own.oid)),
      ('replica identity', relreplident <> 'd'), ('tablespace', reltablespace <> 0),
      ('access method', relkind = 'r' and relam <> (select oid from pg_am where amname = 'heap'))
    ) as property (property, present) where present
    union all
    select format('%s of column %s.%I', property, attrelid::regclass, attname)
    from pg_attribute join own on own.oid = attrelid join pg_type on pg_type.oid = atttypid
      cross join lateral (values
        ('options', attoptions is not null), ('compression', attcompression <> ''),
        ('statistics target', coalesce(attstattarget, -1) <> -1),
        ('storage', attstorage <> typstorage), ('virtual generation', attgenerated = 'v'),
        ('sequence options', attidentity <> '' and exists (
          select from pg_depend join pg_sequence on seqrelid = objid
          where refobjid = attrelid and refobjsubid = attnum and deptype = 'i'
            and (seqstart, seqincrement, seqmin, seqcache, seqcycle) <> (1, 1, 1, 1, false)))
      ) as property (property, present)
    where present and attnum > 0 and not attisdropped
    union all
    select format('clustering of index %s', indexrelid::regclass) from pg_index where indisclustered
    union all
    select format('not-null constraint %I of table %s is not validated', conname, conrelid::regclass)
    from pg_constraint where contype = 'n' and not convalidated
    union all
    select format('aggregate %s', oid::regprocedure) from pg_proc
    where oid >= 16384 and prokind not in ('f', 'p')
      and not exists (select from pg_depend where deptype = 'e' and classid = 'pg_proc'::regclass and objid = oid)
    union all
    select format('type %s, which is no enum', oid::regtype) from pg_type
    where oid >= 16384 and typtype <> 'e'
      and not exists (select from pg_depend where deptype in ('e', 'i') and classid = 'pg_type'::regclass and objid = oid)
    union all
    select format('grants of type %s', oid::regtype) from pg_type where oid >= 16384 and typacl is not null
    union all
    select format('trigger %I of table %s is switched', tgname, tgrelid::regclass) from pg_trigger
    where not tgisinternal and tgenabled <> 'O'
  )
  select what from found`;

const comments = (sql: postgres.TransactionSql) => sql<Found[]>`
  select format('comment on %s %s', object.type, object.identity) as what
  from pg_description cross join lateral pg_identify_object(classoid, objoid, objsubid) as object
  where objoid >= 16384 and object.type <> all(${[...SAID_COMMENTS, "extension"]})
    and not exists (select from pg_depend where deptype = 'e' and (classid, objid) = (classoid, objoid))`;
