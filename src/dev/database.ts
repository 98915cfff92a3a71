import { relative } from "node:path";
import type { Environment } from "../config";
import { startEmbedded } from "../db/embedded";
import { createDatabase } from "../db/migrate";
import { STATEMENTS_MODULE } from "../db/modules";
import { countStatements } from "../db/statement-statistics";
import { dataDirOf, ROOT } from "./environment";

export interface OpenDatabase extends AsyncDisposable {
  readonly url: string;
  /** For people: where it is, without its password. */
  readonly place: string;
}

/** In development, a query that takes longer shows up in the server's log with its plan. */
export const SLOW_QUERY_MS = 100;

/** The database that DATABASE_URL names, or one of the profile's own in an embedded PostgreSQL, which is started. */
export async function openDatabase(environment: Environment): Promise<OpenDatabase> {
  const given = environment.DATABASE_URL;
  if (given) return { url: given, place: withoutPassword(given), [Symbol.asyncDispose]: async () => {} };
  const dataDir = dataDirOf(environment);
  const slow = environment.GROUNDWORK_ENV === "development" ? { slowQueryMs: SLOW_QUERY_MS } : {};
  const server = await startEmbedded({ dataDir, durable: true, ...slow });
  try {
    const url = server.url(`groundwork_${environment.GROUNDWORK_ENV}`);
    await createDatabase(url);
    if (!server.missingModules.includes(STATEMENTS_MODULE)) await countStatements(url);
    for (const name of server.missingModules) console.error(`PostgreSQL comes without ${name} for this machine.`);
    const folder = dataDir.startsWith(ROOT) ? relative(ROOT, dataDir) : dataDir;
    const place = `embedded PostgreSQL in ${folder}/, port ${server.port}`;
    return { url, place, [Symbol.asyncDispose]: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function withoutPassword(url: string): string {
  const address = new URL(url);
  address.password = "";
  return address.href;
}
