/** The tables at the top of a contract: roles, rate limits, the problem catalogue and the security schemes. */

import type { CacheTag, RateLimit, SecurityScheme } from "#contract/operation";
import { type ProblemEntry, pipelineProblems } from "#contract/problem";
import { didYouMean } from "./faults.ts";
import { checkAgainst } from "./policy-schema.ts";
import { knownWords, type Reading, text } from "./reading.ts";
import { child, isRecord, members, type Place } from "./source.ts";
import { limitOf } from "./units.ts";

/** Role to its scopes, those of the roles that it names included. A scope has a colon, a role has none. */
export function readRoles(reading: Reading): Record<string, string[]> {
  const table = child(reading.source.root, "x-roles");
  if (!table || !checkAgainst(reading, "roles", table)) return {};
  const written = new Map(members(table).map(([role, place]) => [role, place]));
  const scopesOf = (role: string, path: readonly string[]): string[] =>
    (written.get(role)!.value as string[]).flatMap((word, index) => {
      if (word.includes(":")) return [word];
      const at = child(written.get(role)!, index)!;
      if (path.includes(word)) {
        reading.faults.at(at, `The roles go in a circle through \`${word}\`: a role cannot contain itself.`);
        return [];
      }
      if (written.has(word)) return scopesOf(word, [...path, word]);
      const near = didYouMean(word, written.keys());
      reading.faults.at(at, `\`${word}\` is neither a role of x-roles nor a scope such as \`member:read\`.${near}`);
      return [];
    });
  return Object.fromEntries([...written.keys()].map((role) => [role, [...new Set(scopesOf(role, [role]))]]));
}

export function readRateLimits(reading: Reading): Record<string, RateLimit> {
  const table = child(reading.source.root, "x-rate-limits");
  if (!table) return {};
  if (!checkAgainst(reading, "rateLimits", table)) return namesOf(table, { name: "" });
  return Object.fromEntries(
    members(table).map(([name, place]) => {
      const { caller, address } = place.value as { caller?: string; address?: string };
      const limit: RateLimit = {
        name,
        ...(caller && { caller: limitOf(caller) }),
        ...(address && { address: limitOf(address) }),
      };
      return [name, limit];
    }),
  );
}

export function readProblems(reading: Reading): Record<string, ProblemEntry> {
  const table = child(reading.source.root, "x-problems");
  if (!table) return {};
  if (!checkAgainst(reading, "problems", table)) return namesOf(table, REFUSED_ENTRY);
  for (const [code, place] of members(table)) {
    if (Object.hasOwn(pipelineProblems, code)) {
      reading.faults.atKey(place, `\`${code}\` is a problem of the pipeline itself: choose another name for yours.`);
    }
  }
  return Object.fromEntries(members(table).map(([code, { value }]) => [code, value as ProblemEntry]));
}

/** Name to whose it is. */
export function readCacheTags(reading: Reading): Record<string, CacheTag["of"]> {
  const table = child(reading.source.root, "x-cache-tags");
  if (!table) return {};
  if (!checkAgainst(reading, "cacheTags", table)) return namesOf(table, "everybody");
  return Object.fromEntries(members(table).map(([name, { value }]) => [name, value as CacheTag["of"]]));
}

export interface SchemeTable {
  readonly schemes: Record<string, SecurityScheme>;
  /** Scheme to the cookie scheme that is taken wherever it is. */
  readonly cookies: Record<string, string>;
}

export function readSchemes(reading: Reading): SchemeTable {
  const components = child(reading.source.root, "components");
  const table = members(components && child(components, "securitySchemes"));
  const schemes: Record<string, SecurityScheme> = {};
  for (const [name, place] of table) {
    const scheme = readScheme(reading, place);
    schemes[name] = scheme;
  }
  const cookies: Record<string, string> = {};
  for (const [name, place] of table) {
    const cookie = text(reading, place, "x-cookie");
    if (cookie === undefined) continue;
    const target = schemes[cookie];
    if (target?.type === "apiKey" && target.in === "cookie") cookies[name] = cookie;
    else {
      const near = didYouMean(cookie, Object.keys(schemes));
      const instead = near || " Write the name of a scheme with `type: apiKey` and `in: cookie`.";
      reading.faults.at(
        child(place, "x-cookie")!,
        `\`${cookie}\` is not a cookie scheme of components/securitySchemes.${instead}`,
      );
    }
  }
  return { schemes, cookies };
}

const SCHEME_WORDS = ["type", "scheme", "bearerFormat", "in", "name", "description", "x-cookie"];

function readScheme(reading: Reading, place: Place): SecurityScheme {
  const { value } = place;
  if (!isRecord(value)) reading.faults.at(place, "A security scheme must be an object: write its type.");
  else if (value.type === "http" && value.scheme === "bearer") {
    knownWords(reading, place, "a security scheme", SCHEME_WORDS);
    return { type: "http", scheme: "bearer" };
  } else if (
    value.type === "apiKey" &&
    (value.in === "header" || value.in === "cookie") &&
    typeof value.name === "string"
  ) {
    knownWords(reading, place, "a security scheme", SCHEME_WORDS);
    return { type: "apiKey", in: value.in, name: value.name };
  } else {
    const instead = "write `type: http` with `scheme: bearer`, or `type: apiKey` with a name in a header or a cookie";
    reading.faults.at(place, `The pipeline cannot check this security scheme: ${instead}.`);
  }
  return { type: "http", scheme: "bearer" };
}

/** What an entry of a refused table counts as: its name is known, so that one fault does not cause others. */
const namesOf = <Entry>(table: Place, entry: Entry): Record<string, Entry> =>
  Object.fromEntries(members(table).map(([name]) => [name, entry]));

const REFUSED_ENTRY: ProblemEntry = { status: 500, title: "", meaning: "" };
