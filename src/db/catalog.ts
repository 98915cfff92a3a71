import postgres from "postgres";

const CONNECT_TIMEOUT_SECONDS = 10;

/** Reads the catalogue as it is at one moment. Every name that is not PostgreSQL's own is written with its schema. */
export async function readCatalog(
  url: string,
  read: (sql: postgres.TransactionSql) => Promise<string>,
): Promise<string> {
  const pool = postgres(url, { max: 1, connect_timeout: CONNECT_TIMEOUT_SECONDS, onnotice: () => {} });
  try {
    return await pool.begin("isolation level repeatable read read only", async (sql) => {
      await sql`set local search_path = ''`;
      return read(sql);
    });
  } finally {
    await pool.end();
  }
}
