/** What the database holds, in short: so that a refused call can be shown to have changed nothing. */
import type { Sql } from "#db/client";

/** By the table's name: how many rows, and a sum over what stands in them. */
export type Stored = Readonly<Record<string, string>>;

export type ReadStored = () => Promise<Stored>;

/** Columns that a refused call may change, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  "api_keys.last_used_at": "A key is used when it is recognized, whatever it may do, and that is written each minute.",
};

/** Reads every table with one statement. Rejects where there is one that may not be read. */
export async function storedReader(sql: Sql): Promise<ReadStored> {
  const columns = await sql<{ table: string; column: string }[]>`
    select class.relname as table, attribute.attname as column
    from pg_class class join pg_attribute attribute on attribute.attrelid = class.oid
    where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p')
      and attribute.attnum > 0 and not attribute.attisdropped
    order by class.relname, attribute.attnum`;
  const names = columns.map(({ table, column }) => `${table}.${column}`);
  for (const name of Object.keys(LEFT_OUT)) if (!names.includes(name)) throw new Error(`there is no column ${name}`);
  const kept = columns.filter(({ table, column }) => !(`${table}.${column}` in LEFT_OUT));
  const selects = [...Map.groupBy(kept, ({ table }) => table)].map(([table, own]) => {
    const row = `row(${own.map(({ column }) => `"${column}"`).join(", ")})::text`;
    return `select '${table}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(${row}, 0)), 0) as content from "${table}"`;
  });
  const statement = selects.join(" union all ");
  return async () => {
    const rows = await sql.unsafe<{ name: string; content: string }[]>(statement);
    return Object.fromEntries(rows.map(({ name, content }) => [name, content]));
  };
}
