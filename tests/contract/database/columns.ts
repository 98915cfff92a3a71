/** What the migrated schema says of its columns, out of PostgreSQL's catalogue. */
import type { Sql } from "#db/client";
import { conditionsOf } from "./checks.ts";
import { ANY, ANY_COUNT, INT16, INT32, INT64, narrowed, type Range } from "./ranges.ts";

export interface Column {
  readonly name: string;
  /** As PostgreSQL writes it, "timestamp with time zone"; of an array that of its elements. */
  readonly type: string;
  readonly array: boolean;
  readonly nullable: boolean;
  readonly length: Range;
  readonly number: Range;
  readonly items: Range;
  /** Of a type that lists them, or a check. */
  readonly values?: readonly string[];
  readonly patterns: readonly string[];
  /** Names of checks that a contract has no word for. */
  readonly more: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly columns: ReadonlyMap<string, Column>;
  /** Sets of columns that name one row. Indexes of a part of the rows, or of expressions, do not count. */
  readonly keys: readonly (readonly string[])[];
}

interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly array: boolean;
  readonly nullable: boolean;
  readonly maxLength: number | null;
  readonly labels: string[] | null;
}

const NUMBERS: Readonly<Record<string, Range>> = { smallint: INT16, integer: INT32, bigint: INT64 };

export async function readTables(sql: Sql): Promise<ReadonlyMap<string, Table>> {
  const columns = Map.groupBy(await selectColumns(sql), ({ table }) => table);
  const checks = Map.groupBy(await selectChecks(sql), ({ table }) => table);
  const keys = Map.groupBy(await selectKeys(sql), ({ table }) => table);
  const tables = [...columns].map(async ([name, rows]): Promise<[string, Table]> => {
    const own = new Map(rows.map((row) => [row.name, columnOf(row)]));
    for (const { name: check, expression } of checks.get(name) ?? []) await narrow(own, check, expression);
    return [name, { name, columns: own, keys: (keys.get(name) ?? []).map((key) => key.columns) }];
  });
  return new Map(await Promise.all(tables));
}

function columnOf({ name, type, array, nullable, maxLength, labels }: ColumnRow): Column {
  const length = maxLength === null ? ANY_COUNT : { min: 0, max: maxLength };
  const kept = { name, type, array, nullable, length, number: NUMBERS[type] ?? ANY, items: ANY_COUNT };
  return { ...kept, ...(labels && { values: labels }), patterns: [], more: [] };
}

async function narrow(columns: Map<string, Column>, check: string, expression: string): Promise<void> {
  const isInteger = (name: string) => (columns.get(name)?.type ?? "") in NUMBERS;
  for (const condition of await conditionsOf(expression, isInteger)) {
    const column = columns.get(condition.column);
    if (!column) continue;
    const { says } = condition;
    if (says === "values") columns.set(column.name, { ...column, values: condition.values });
    else if (says === "pattern")
      columns.set(column.name, { ...column, patterns: [...column.patterns, condition.pattern] });
    else if (says === "more") columns.set(column.name, { ...column, more: [...column.more, check] });
    else columns.set(column.name, { ...column, [says]: narrowed(column[says], condition.range) });
  }
}

const selectColumns = (sql: Sql) => sql<ColumnRow[]>`
  select relname as table, attname as name, format_type(element.oid, null) as type, declared.typcategory = 'A' as array,
    not attnotnull as nullable,
    case when atttypid in ('varchar'::regtype, 'bpchar'::regtype) and atttypmod > 4 then atttypmod - 4 end as max_length,
    (select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = element.oid) as labels
  from pg_class
    join pg_attribute on attrelid = pg_class.oid
    join pg_type declared on declared.oid = atttypid
    join pg_type element on element.oid = case declared.typcategory when 'A' then declared.typelem else declared.oid end
  where relkind = 'r' and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
  order by relname, attnum`;

const selectChecks = (sql: Sql) => sql<{ table: string; name: string; expression: string }[]>`
  select relname as table, conname as name, pg_get_expr(conbin, conrelid) as expression
  from pg_constraint join pg_class on pg_class.oid = conrelid
  where contype = 'c' and relnamespace = 'public'::regnamespace order by conname`;

const selectKeys = (sql: Sql) => sql<{ table: string; columns: string[] }[]>`
  select relname as table, array(
    select attname::text from pg_attribute
    where attrelid = indrelid and attnum = any(indkey[0:indnkeyatts - 1]) order by attnum) as columns
  from pg_index join pg_class on pg_class.oid = indrelid
  where indisunique and indpred is null and indexprs is null and relnamespace = 'public'::regnamespace`;
