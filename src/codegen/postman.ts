/**
 * bun src/codegen/postman.ts: writes generated/postman.json. Not an emitter, because the converter takes longer than
 * everything else that make generate does.
 */
import { resolve } from "node:path";
import { compile } from "./compile.ts";
import { format } from "./generate.ts";
import { postmanCollection } from "./postman/collection.ts";

const ROOT = resolve(import.meta.dir, "../..");
export const POSTMAN_FILE = "postman.json";

/** The file's text. Throws where the contract has faults, which make generate tells. */
export async function postmanText(root: string): Promise<string> {
  const compiled = compile(resolve(root, "openapi.yaml"));
  if ("faults" in compiled) throw new Error("openapi.yaml has faults: make generate says which.");
  const text = JSON.stringify(await postmanCollection(compiled.model));
  return format(root, new Map([[POSTMAN_FILE, text]])).get(POSTMAN_FILE)!;
}

if (import.meta.main) {
  await Bun.write(resolve(ROOT, "generated", POSTMAN_FILE), await postmanText(ROOT));
  console.log(`generated/${POSTMAN_FILE} is written`);
}
