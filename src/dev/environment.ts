import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import type { Environment, Profile } from "../config";

/** The checkout, which all paths below are relative to. */
export const ROOT = resolve(import.meta.dir, "../..");

const DATA_DIR = ".data";

/**
 * What the server of a profile is given: the shell wins over .env.local, which wins over the committed file. An empty
 * variable counts as none. GROUNDWORK_ENV of the shell chooses the profile, where it is one of those allowed.
 */
export async function readEnvironment(allowed: readonly [Profile, ...Profile[]]): Promise<Environment> {
  const shell = given(process.env);
  const profile = allowed.find((name) => name === (shell.GROUNDWORK_ENV ?? allowed[0]));
  if (!profile) throw new Error(`GROUNDWORK_ENV is ${allowed.join(" or ")} here: the shell sets something else.`);
  const [committed, local] = await Promise.all([readVariables(`.env.${profile}`), readVariables(".env.local")]);
  return { ...committed, ...local, ...shell, GROUNDWORK_ENV: profile };
}

/** Where the embedded PostgreSQL and what belongs to a running server lie. */
export const dataDirOf = (environment: Environment) => resolve(ROOT, environment.DATA_DIR ?? DATA_DIR);

async function readVariables(file: string): Promise<Environment> {
  try {
    return given(parseEnv(await readFile(join(ROOT, file), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
}

const given = (variables: Environment) =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
