import { relative } from "node:path";
import type { Environment } from "../config";
import { startEmbedded } from "../db/embedded";
import { createDatabase } from "../db/migrate";
import { dataDirOf, ROOT } from "./environment";

export interface OpenDatabase extends AsyncDisposable {
  readonly url: string;
  /** For people: where it is, without its password. */
  readonly place: string;
}

/** The database that DATABASE_URL names, or one of the profile's own in an embedded PostgreSQL, which is started. */
export async function openDatabase(environment: Environment): Promise<OpenDatabase> {
  const given = environment.DATABASE_URL;
  if (given) return { url: given, place: withoutPassword(given), [Symbol.asyncDispose]: async () => {} };
  const dataDir = dataDirOf(environment);
  const server = await startEmbedded({ dataDir, durable: true });
  try {
    const url = server.url(`groundwork_${environment.GROUNDWORK_ENV}`);
    await createDatabase(url);
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
