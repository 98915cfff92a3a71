import type { Faults } from "./faults.ts";
import { didYouMean, listed } from "./faults.ts";
import type { ContractModel, Schema } from "./model.ts";
import { child, isRecord, members, type Place, type Source } from "./source.ts";

/** Which way a value travels: readOnly properties leave requests, writeOnly ones leave answers. */
export type Direction = "request" | "answer";

/** A value that must fit a schema: an example or a default. */
export interface Sample {
  readonly label: "example" | "default";
  readonly place: Place;
  readonly schema: Schema;
  /** Undefined where both ways are meant: an example of a schema may show what only answers have, or only requests. */
  readonly direction?: Direction;
}

/** What every reader of one contract shares. */
export interface Reading {
  readonly source: Source;
  readonly faults: Faults;
  /** Schemas with allOf, by pointer, as the one schema that they mean. The published contract shows these. */
  readonly merged: Map<string, Record<string, unknown>>;
  readonly samples: Sample[];
  readonly tables: Pick<ContractModel, "roles" | "problems" | "cacheTags">;
}

/** The text at `key`, or undefined; a fault where something else stands there. */
export function text(reading: Reading, place: Place, key: string): string | undefined {
  const found = child(place, key);
  if (found === undefined) return undefined;
  if (typeof found.value === "string" && found.value.trim() !== "") return found.value;
  reading.faults.at(found, `\`${key}\` must be text that is not empty.`);
  return undefined;
}

/** The boolean at `key`, false where nothing stands there. */
export function flag(reading: Reading, place: Place, key: string): boolean {
  const found = child(place, key);
  if (found === undefined) return false;
  if (typeof found.value === "boolean") return found.value;
  reading.faults.at(found, `\`${key}\` must be true or false.`);
  return false;
}

/** Whether an object stands here; a fault where something else does. */
export function isObject(reading: Reading, place: Place, what: string): boolean {
  if (isRecord(place.value)) return true;
  reading.faults.at(place, `${what} must be an object.`);
  return false;
}

/** The members of the object at `key`; a fault where something else stands there. */
export function membersAt(reading: Reading, place: Place, key: string): [string, Place][] {
  const found = child(place, key);
  return found && isObject(reading, found, `\`${key}\``) ? members(found) : [];
}

/** Refuses words that the object does not have, with what to write instead where there is an answer to that. */
export function knownWords(
  reading: Reading,
  place: Place,
  what: string,
  known: readonly string[],
  instead: Readonly<Record<string, string>> = {},
): void {
  for (const [word, at] of members(place)) {
    if (known.includes(word)) continue;
    const near = didYouMean(word, known);
    if (Object.hasOwn(instead, word)) reading.faults.atKey(at, `\`${word}\` is refused in ${what}: ${instead[word]}`);
    else if (!word.startsWith("x-")) {
      reading.faults.atKey(at, `\`${word}\` is not a word of ${what}.${near || ` It may have ${listed(known)}.`}`);
    } else if (near) reading.faults.atKey(at, `\`${word}\` is not a word of ${what}.${near}`);
  }
}
