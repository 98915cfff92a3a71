/**
 * The schema of a database as a page with a diagram: docs/schema.md. Mermaid has a mark for what one column is; what is
 * unique by several columns, by an expression or among a part of the rows stands in a table below. The list of applied
 * migrations is dbmate's own and left out.
 */
import type postgres from "postgres";
import { readCatalog } from "./catalog";

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly marks: string[];
  readonly remarks: string[];
}

interface Relation {
  readonly parent: string;
  readonly child: string;
  /** Whether a child may have no parent, and a parent no more than one child. */
  readonly optional: boolean;
  readonly single: boolean;
  readonly label: string;
}

interface UniqueRule {
  readonly table: string;
  readonly rule: string;
}

export const drawSchema = (url: string): Promise<string> =>
  readCatalog(url, async (sql) => {
    const tables = Map.groupBy(await selectColumns(sql), ({ table }) => table);
    const relations = await selectRelations(sql);
    const rules = await selectUniqueRules(sql);
    return `# The database

<!-- Made by \`make db-dump\` from a migrated database. Do not edit: write a migration. -->

Tables, columns and keys as the migrations leave them. Checks, indexes, functions, triggers and grants stand in
[\`db/schema.sql\`](../db/schema.sql). The tables of the job queue, in a schema of their own, are pg-boss's;
[jobs.md](jobs.md) says what we know of them. PK, FK and UK mark the primary key, foreign keys, and what is unique by itself.

\`\`\`mermaid
erDiagram
${[...[...tables].map(entity), ...relations.map(relation)].join("\n")}
\`\`\`

| table | unique besides |
| --- | --- |
${rules.map(({ table, rule }) => `| ${table} | \`${rule.replaceAll("|", "\\|")}\` |`).join("\n")}
`;
  });

const entity = ([table, columns]: [string, readonly Column[]]) =>
  [`  ${table} {`, ...columns.map((column) => `    ${attribute(column)}`), "  }"].join("\n");

function attribute({ type, name, marks, remarks }: Column): string {
  const comment = remarks.join("; ").replaceAll('"', "'").replaceAll(/\s+/g, " ");
  return [type, name, marks.join(", "), comment && `"${comment}"`].filter(Boolean).join(" ");
}

const relation = ({ parent, child, optional, single, label }: Relation) =>
  `  ${parent} ${optional ? "|o" : "||"}--${single ? "o|" : "o{"} ${child} : "${label}"`;

const selectColumns = (sql: postgres.TransactionSql) => sql<Column[]>`
  select relname as table, attname as name,
    -- Mermaid wants a type in one word.
    case when format_type(atttypid, null) ~ '^[a-z0-9_]+([[][]])?$' then format_type(atttypid, null) else typname end
      as type,
    array_remove(array[case when key.primary then 'PK' end, case when key.foreign then 'FK' end,
      case when key.unique then 'UK' end], null) as marks,
    array_remove(array[case when not attnotnull then 'may be null' end,
      case when attgenerated <> '' then 'computed' end, col_description(attrelid, attnum)], null) as remarks
  from pg_attribute
    join pg_class on pg_class.oid = attrelid
    join pg_type on pg_type.oid = atttypid
    cross join lateral (select
      exists (select from pg_index where indrelid = attrelid and indisprimary and attnum = any(indkey)),
      exists (select from pg_constraint where conrelid = attrelid and contype = 'f' and attnum = any(conkey)),
      exists (select from pg_index where indrelid = attrelid and ${isPlainKey(sql)} and not indisprimary
        and indnkeyatts = 1 and indkey[0] = attnum)) as key ("primary", "foreign", "unique")
  where ${isOurs(sql)} and attnum > 0 and not attisdropped
  order by relname, attnum`;

const selectRelations = (sql: postgres.TransactionSql) => sql<Relation[]>`
  select parent.relname as parent, pg_class.relname as child, columns.optional,
    exists (select from pg_index where indrelid = conrelid and ${isPlainKey(sql)}
      and conkey @> indkey[0:indnkeyatts - 1]::int2[]) as single,
    concat(columns.names, case confdeltype when 'c' then ', on delete cascade' when 'n' then ', on delete set null'
      when 'd' then ', on delete set default' end) as label
  from pg_constraint
    join pg_class on pg_class.oid = conrelid
    join pg_class parent on parent.oid = confrelid
    cross join lateral (
      select string_agg(attname, ', ' order by place) as names, bool_or(not attnotnull) as optional
      from unnest(conkey) with ordinality as key (number, place)
        join pg_attribute on attrelid = conrelid and attnum = number) as columns
  where contype = 'f' and ${isOurs(sql)}
  order by parent.relname, pg_class.relname, conname`;

const selectUniqueRules = (sql: postgres.TransactionSql) => sql<UniqueRule[]>`
  select relname as table, substring(pg_get_indexdef(indexrelid, 0, true) from ' USING [a-z]+ (.*)$') as rule
  from pg_index join pg_class on pg_class.oid = indrelid
  where ${isOurs(sql)} and indisunique and not indisprimary and not (${isPlainKey(sql)} and indnkeyatts = 1)
  order by relname, indexrelid::regclass::text collate "C"`;

/** Of all rows, and of nothing but columns. */
const isPlainKey = (sql: postgres.TransactionSql) => sql`indisunique and indpred is null and indexprs is null`;

const isOurs = (sql: postgres.TransactionSql) => sql`
  pg_class.relkind = 'r' and pg_class.relnamespace = 'public'::regnamespace and pg_class.relname <> 'schema_migrations'
  and not exists (
    select from pg_depend where deptype = 'e' and classid = 'pg_class'::regclass and objid = pg_class.oid)`;
