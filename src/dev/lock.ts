import { Database } from "bun:sqlite";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Keeps a data folder for one runner at a time. The lock is SQLite's on a file, so the kernel gives it back when its
 * owner dies, however it dies. Undefined where somebody else has it.
 */
export async function lockDataDir(dataDir: string): Promise<AsyncDisposable | undefined> {
  await mkdir(dataDir, { recursive: true });
  const database = new Database(join(dataDir, "lock"));
  try {
    database.run("begin exclusive");
  } catch (error) {
    database.close();
    if ((error as { code?: string }).code === "SQLITE_BUSY") return undefined;
    throw error;
  }
  await writeFile(ownerFile(dataDir), String(process.pid));
  return { [Symbol.asyncDispose]: async () => database.close() };
}

/** For a message: the process that has the lock, as far as it got to say so. */
export const lockOwner = (dataDir: string) => readFile(ownerFile(dataDir), "utf8").catch(() => "unknown");

const ownerFile = (dataDir: string) => join(dataDir, "lock.pid");
