import type postgres from "postgres";

/** A pool or a transaction: queries do not care which. */
export type Sql = postgres.Sql;
