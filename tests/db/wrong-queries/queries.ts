/** One fault in each query, for queries.test.ts: what eslint.config.js must find. The server never reads this file. */
import type { Sql } from "#db/client";

export const nullableDeclaredPresent = (sql: Sql) => sql<{ userAgent: string }[]>`select user_agent from sessions`;

export const presentDeclaredNullable = (sql: Sql) => sql<{ email: string | null }[]>`select email from users`;

export const nullableByOuterJoin = (sql: Sql) =>
  sql<{ email: string; sessionId: string }[]>`
    select users.email, sessions.id as session_id from users left join sessions on sessions.user_id = users.id`;

export const columnMissing = (sql: Sql) => sql<{ nickname: string }[]>`select nickname from users`;

export const nameNotInCamelCase = (sql: Sql) => sql<{ created_at: string }[]>`select created_at from users`;

export const wrongType = (sql: Sql) => sql<{ createdAt: Date }[]>`select created_at from users`;

export const countIsText = (sql: Sql) => sql<{ sessions: number }[]>`select count(*) as sessions from sessions`;

export const moreThanSelected = (sql: Sql) => sql<{ id: string; name: string }[]>`select id from users`;

export const lessThanSelected = (sql: Sql) => sql<{ id: string }[]>`select id, name from users`;

export const typeMissing = (sql: Sql) => sql`select id from users`;

export const wrongParameter = (sql: Sql, name: string) => sql`delete from users where version = ${name}`;

export const syntaxError = (sql: Sql) => sql<{ id: string }[]>`select id form users`;

export const anotherTag = (transaction: Sql) => transaction<{ id: number }[]>`select id from users`;

export const textByHand = (sql: Sql) => sql.unsafe<{ id: number }[]>("select id from users");
