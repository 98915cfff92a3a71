import type { ErrorObject } from "ajv";
import Ajv from "ajv/dist/2020";
import { didYouMean, listed } from "./faults.ts";
import policySchema from "./policy.schema.json";
import type { Reading } from "./reading.ts";
import { child, decodePointer, encodePointer, type Place } from "./source.ts";

export type Checkable = "policy" | "roles" | "rateLimits" | "problems" | "cacheTags";

const ajv = new Ajv({ allErrors: true, verbose: true, meta: false, validateSchema: false });
ajv.addSchema(policySchema);

/**
 * Checks a policy block or a table against policy.schema.json and records what is wrong with it as sentences. Whether
 * it is right. What is missing is told at `owner`, the operation that the block belongs to.
 */
export function checkAgainst(reading: Reading, what: Checkable, place: Place, owner = place): boolean {
  const check = ajv.getSchema(`policy#/$defs/${what}`)!;
  if (check(place.value)) return true;
  for (const error of check.errors ?? []) tell(reading, place, owner, error);
  return false;
}

function tell(reading: Reading, top: Place, owner: Place, error: ErrorObject): void {
  const { keyword, params, parentSchema } = error;
  const at = { pointer: top.pointer + error.instancePath, value: error.data };
  const [parent, last] = at.pointer.split("/").slice(-2).map(decodePointer);
  const name = /^\d+$/.test(last!) ? parent! : last!;
  const wanted = String(parentSchema?.description ?? "something else");
  if (keyword === "if" || keyword === "propertyNames") return;
  if (keyword === "additionalProperties") {
    const known = Object.keys((parentSchema?.properties ?? {}) as object);
    const word = String(params.additionalProperty);
    const near = didYouMean(word, known) || ` It may have ${listed(known, "and")}.`;
    reading.faults.atKey(child(at, word)!, `\`${word}\` is not a word of ${name}.${near}`);
  } else if (keyword === "required") {
    const missing = String(params.missingProperty);
    const hint = descriptionOf(parentSchema, missing);
    reading.faults.atKey(
      error.instancePath === "" ? owner : at,
      `\`${missing}\` is missing in ${name}: write ${hint}.`,
    );
  } else if (error.propertyName !== undefined) {
    const key = { pointer: `${at.pointer}/${encodePointer(error.propertyName)}`, value: undefined };
    reading.faults.atKey(key, `\`${error.propertyName}\` cannot stand here: write ${wanted}.`);
  } else if (keyword === "uniqueItems")
    reading.faults.at(at, `\`${name}\` lists the same thing twice: leave one of them out.`);
  else reading.faults.at(at, `This is not understood as \`${name}\`: write ${wanted}.`);
}

interface Described {
  $ref?: string;
  description?: string;
  properties?: Record<string, Described>;
}

function descriptionOf(parent: unknown, property: string): string {
  const schema = (parent as Described).properties?.[property];
  const name = schema?.$ref?.slice("#/$defs/".length);
  const target: Described | undefined = name ? (policySchema.$defs as Record<string, Described>)[name] : schema;
  return target?.description ?? "it";
}
