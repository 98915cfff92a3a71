/** SQL in the wrong place, for queries.test.ts. */
import type { Sql } from "#db/client";

export const ofAParameter = (sql: Sql) => sql<{ id: number }[]>`select id from users`;

export const ofTheContext = (ctx: { sql: Sql }) => ctx.sql<{ id: number }[]>`select id from users`;
