import type { Sql } from "#db/client";

/** Answers when the database does. Not awaited here, so that whoever gave up waiting can cancel it. */
export const selectOne = (sql: Sql) => sql<{ one: number }[]>`select 1 as one`;
